//! Tokens: text, tags and comments, cut out of the page as the states of the standard do.
//!
//! <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>. Instead of a state for each character, the next character
//! that can end something is searched for. Nothing here is copied, and no input fails.

mod attributes;
mod raw;

pub(super) use attributes::{Attribute, Attributes, Closing, attribute_named};

use memchr::{memchr, memchr_iter, memmem};

use self::attributes::is_space;
use super::tag::{Packed, Tag};

/// A piece of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'s> {
    /// Text, with its character references as they are written.
    Text(&'s str),
    /// The content of a CDATA section, where references mean nothing.
    Verbatim(&'s str),
    /// A start tag; its attributes stand in [`Tokens::attributes`].
    Start(Name<'s>, Closing),
    /// An end tag.
    End(Name<'s>),
    /// A comment, or what is taken for one.
    Comment,
    /// A document type.
    Doctype {
        /// Whether it asks for the modes of old browsers.
        quirks: bool,
    },
}

/// The name of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Name<'s> {
    /// What it is.
    pub(super) tag: Tag,
    /// As it is written.
    pub(super) written: &'s str,
}

/// Cuts a page into tokens.
#[derive(Debug)]
pub(super) struct Tokens<'s> {
    source: &'s str,
    at: usize,
    /// The attributes of the start tag returned last.
    pub(super) attributes: Attributes<'s>,
    /// Where the name of that tag ends; nowhere for an element without a tag.
    pub(super) named: usize,
}

impl<'s> Tokens<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, at: 0, attributes: Attributes::default(), named: 0 }
    }

    /// The next token; in SVG and `MathML` (`foreign`), CDATA sections are known.
    pub(super) fn next(&mut self, foreign: bool) -> Option<Token<'s>> {
        loop {
            let start = self.at;
            let markup = self.markup(start);
            if markup > start {
                self.at = markup;
                return Some(Token::Text(self.slice(start, markup)));
            }
            let second = *self.source.as_bytes().get(start + 1)?;
            let found = match second {
                b'/' => self.end_tag(start + 2),
                b'!' => Some(self.declaration(start + 2, foreign)),
                b'?' => Some(self.bogus_comment(start + 1)),
                _ => self.start_tag(start + 1),
            };
            // Otherwise it was `</>`, which is nothing, or a tag that the end of the page cuts off.
            if found.is_some() {
                return found;
            }
        }
    }

    /// The attributes of the start tag returned last, as they are written.
    pub(super) fn written(&self) -> &'s str {
        self.slice(self.named, self.at)
    }

    /// Everything that is left, as text.
    pub(super) fn rest(&mut self) -> &'s str {
        let rest = self.slice(self.at, self.source.len());
        self.at = self.source.len();
        rest
    }

    fn slice(&self, start: usize, end: usize) -> &'s str {
        // Both ends are beside ASCII characters or at the ends of the page.
        self.source.get(start..end).unwrap_or_default()
    }

    /// Where the next markup begins, or the end of the page.
    fn markup(&self, from: usize) -> usize {
        let bytes = self.source.as_bytes();
        let rest = bytes.get(from..).unwrap_or_default();
        // Most tags follow another at once.
        if let [b'<', next, third, ..] = rest
            && (next.is_ascii_alphabetic() || *next == b'/' && third.is_ascii_alphabetic())
        {
            return from;
        }
        for at in memchr_iter(b'<', rest) {
            match rest.get(at + 1) {
                Some(next) if next.is_ascii_alphabetic() || matches!(next, b'!' | b'?') => return from + at,
                // `</` at the end of the page is text.
                Some(b'/') if rest.len() > at + 2 => return from + at,
                _ => {}
            }
        }
        bytes.len()
    }

    #[inline]
    fn name(&self, start: usize) -> (Name<'s>, usize) {
        let rest = self.source.as_bytes().get(start..).unwrap_or_default();
        let Some((tag, length)) = common_name(rest) else { return self.other_name(start) };
        let end = start + length;
        (Name { tag, written: self.slice(start, end) }, end)
    }

    #[inline(never)]
    fn other_name(&self, start: usize) -> (Name<'s>, usize) {
        let mut packed = Packed::default();
        let mut end = start;
        for byte in self.source.as_bytes().get(start..).unwrap_or_default() {
            if is_space(*byte) || matches!(byte, b'/' | b'>') {
                break;
            }
            packed.push(*byte);
            end += 1;
        }
        (Name { tag: Tag::packed(packed.number()), written: self.slice(start, end) }, end)
    }

    fn start_tag(&mut self, start: usize) -> Option<Token<'s>> {
        let (name, end) = self.name(start);
        self.named = end;
        let (end, closing) = self.attributes.read(self.source, end);
        self.at = end;
        Some(Token::Start(name, closing?))
    }

    fn end_tag(&mut self, start: usize) -> Option<Token<'s>> {
        match self.source.as_bytes().get(start) {
            Some(first) if first.is_ascii_alphabetic() => {
                let (name, end) = self.name(start);
                let (end, closing) = attributes::skip(self.source, end);
                self.at = end;
                closing.map(|_| Token::End(name))
            }
            Some(b'>') => {
                self.at = start + 1;
                None
            }
            _ => Some(self.bogus_comment(start)),
        }
    }

    /// `<!`: a comment, a document type, a CDATA section, or something taken for a comment.
    #[inline(never)]
    fn declaration(&mut self, start: usize, foreign: bool) -> Token<'s> {
        let rest = self.source.as_bytes().get(start..).unwrap_or_default();
        if rest.starts_with(b"--") {
            self.at = start + 2 + comment_end(&rest[2..]);
            return Token::Comment;
        }
        if foreign && rest.starts_with(b"[CDATA[") {
            let inner = start + 7;
            let length = memmem::find(&rest[7..], b"]]>");
            let end = length.map_or(self.source.len(), |length| inner + length);
            self.at = (end + 3).min(self.source.len());
            return Token::Verbatim(self.slice(inner, end));
        }
        let doctype = rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case(b"doctype"));
        let comment = self.bogus_comment(start);
        if doctype {
            let inner = self.slice(start + 7, self.at).trim_ascii().trim_end_matches('>').trim_ascii();
            Token::Doctype { quirks: quirks(inner) }
        } else {
            comment
        }
    }

    fn bogus_comment(&mut self, start: usize) -> Token<'s> {
        let rest = self.source.as_bytes().get(start..).unwrap_or_default();
        self.at = memchr(b'>', rest).map_or(self.source.len(), |end| start + end + 1);
        Token::Comment
    }
}

/// The name at the start, with its length, if it is one of those of nearly all tags, written as they nearly always are.
#[inline]
fn common_name(rest: &[u8]) -> Option<(Tag, usize)> {
    let (tag, length) = match rest {
        [b't', b'd', ..] => (Tag::Td, 2),
        [b't', b'r', ..] => (Tag::Tr, 2),
        [b's', b'p', b'a', b'n', ..] => (Tag::Span, 4),
        [b'p', ..] => (Tag::P, 1),
        [b'f', b'o', b'n', b't', ..] => (Tag::Font, 4),
        [b'd', b'i', b'v', ..] => (Tag::Div, 3),
        [b's', b't', b'r', b'o', b'n', b'g', ..] => (Tag::Strong, 6),
        [b'b', b'r', ..] => (Tag::Br, 2),
        [b'b', ..] => (Tag::B, 1),
        [b'a', ..] => (Tag::A, 1),
        [b'l', b'i', ..] => (Tag::Li, 2),
        [b'o', b':', b'p', ..] => (Tag::OfficeParagraph, 3),
        _ => return None,
    };
    let ends = rest.get(length).is_some_and(|byte| is_space(*byte) || matches!(byte, b'/' | b'>'));
    ends.then_some((tag, length))
}

/// The length of a comment after `<!--`, its end included.
fn comment_end(rest: &[u8]) -> usize {
    // `<!-->` and `<!--->` are whole comments.
    if rest.starts_with(b">") {
        return 1;
    }
    if rest.starts_with(b"->") {
        return 2;
    }
    for at in memchr_iter(b'-', rest) {
        match rest.get(at + 1..) {
            Some([b'-', b'>', ..]) => return at + 3,
            Some([b'-', b'!', b'>', ..]) => return at + 4,
            _ => {}
        }
    }
    rest.len()
}

/// Whether a document type, without its first word, is one of those of old pages.
///
/// All it decides is whether a table ends the paragraph before it, so the rarest of the standard's long list are left out.
fn quirks(doctype: &str) -> bool {
    const OLD: [&str; 6] = [
        "-//w3c//dtd html 3",
        "-//ietf//",
        "-//w3c//dtd html 4.0 transitional",
        "-//w3c//dtd html 4.0 frameset",
        "-//w3c//dtd html 4.01 transitional",
        "-//w3c//dtd html 4.01 frameset",
    ];
    let lower = doctype.to_ascii_lowercase();
    let html =
        lower.strip_prefix("html").is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    // With an address of the DTD, 4.01 is no longer old.
    let addressed = lower.contains("4.01") && lower.contains("http:");
    !html || !addressed && OLD.iter().any(|old| lower.contains(old))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_names_are_those_of_any_kind() {
        for name in [
            "td", "tr", "span", "p", "div", "o:p", "font", "strong", "br", "b", "a", "li", "tdx", "t", "pre",
            "TD", "th", "body", "big", "address", "link", "strike", "s", "",
        ] {
            for behind in [">", " class=x>", "/>", "\t", "", "x"] {
                let text = format!("{name}{behind}");
                let Some((tag, length)) = common_name(text.as_bytes()) else { continue };
                let mut whole = Packed::default();
                name.bytes().for_each(|byte| whole.push(byte));
                assert_eq!((tag, length), (Tag::packed(whole.number()), name.len()), "{text}");
            }
        }
        assert_eq!(common_name(b"td>"), Some((Tag::Td, 2)));
        assert_eq!(common_name(b"tdx>"), None);
    }
}
