//! The content of elements that hold text without markup: scripts, styles, titles, text fields.

use memchr::memmem;

use super::{Name, Token, Tokens, is_space};
use crate::html::tag::Tag;

impl<'s> Tokens<'s> {
    /// The content of the element whose start tag was returned last; its end tag is taken too.
    pub(in crate::html) fn content(&mut self, name: Name<'_>) -> &'s str {
        let rest = self.source.as_bytes().get(self.at..).unwrap_or_default();
        let length = match name.tag {
            Tag::Script => script(rest),
            _ => plain(rest, name.written.as_bytes()),
        };
        let content = self.slice(self.at, self.at + length);
        self.at += length;
        if self.at < self.source.len() {
            let end = self.next(false);
            debug_assert!(
                end.is_none() || matches!(end, Some(Token::End(_))),
                "content ends with its end tag"
            );
        }
        content
    }
}

/// Whether `</name` stands here, and the name ends.
fn ends(rest: &[u8], name: &[u8]) -> bool {
    let Some(after) = rest.strip_prefix(b"</") else { return false };
    after.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
        && after.get(name.len()).is_some_and(|byte| is_space(*byte) || matches!(byte, b'/' | b'>'))
}

fn plain(rest: &[u8], name: &[u8]) -> usize {
    memmem::find_iter(rest, b"</").find(|at| ends(&rest[*at..], name)).unwrap_or(rest.len())
}

/// How deep in comments and inner scripts the text of a script is: there its end tag may not end it.
enum Escape {
    None,
    /// After `<!--`.
    Comment,
    /// After `<script` in a comment.
    Inner,
}

/// The states "script data" to "script data double escape end" of the standard.
fn script(rest: &[u8]) -> usize {
    const NAME: &[u8] = b"script";
    let mut escape = Escape::None;
    // Before this, a dash belongs to what was read already.
    let mut read = 0;
    let marks = memchr::memchr2_iter(b'<', b'-', rest);
    for at in marks {
        if at < read {
            continue;
        }
        let here = &rest[at..];
        match escape {
            Escape::None => {
                if ends(here, NAME) {
                    return at;
                }
                if here.starts_with(b"<!--") {
                    escape = Escape::Comment;
                    // The dashes may be those of its end: `<!-->`.
                    read = at + 2;
                }
            }
            Escape::Comment => {
                if here.starts_with(b"-->") {
                    escape = Escape::None;
                } else if ends(here, NAME) {
                    return at;
                } else if opens(here, NAME) {
                    escape = Escape::Inner;
                }
            }
            Escape::Inner => {
                if here.starts_with(b"-->") {
                    escape = Escape::None;
                } else if ends(here, NAME) {
                    escape = Escape::Comment;
                    read = at + 2;
                }
            }
        }
    }
    rest.len()
}

fn opens(rest: &[u8], name: &[u8]) -> bool {
    rest.strip_prefix(b"<").is_some_and(|after| {
        after.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
            && after.get(name.len()).is_some_and(|byte| is_space(*byte) || matches!(byte, b'/' | b'>'))
    })
}
