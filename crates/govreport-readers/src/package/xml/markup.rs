//! Markup: where tags, texts and references begin and end. It is found in one pass over the bytes, without copying any.

use memchr::{memchr, memchr_iter, memchr2, memmem};

use super::{Stop, is_blank};

/// Cuts XML into its pieces.
///
/// What a reader could misread is an error: a tag, comment or reference without its end, and an end that is not that of the
/// innermost element.
#[derive(Debug)]
pub(super) struct Markup<'x> {
    text: &'x str,
    at: usize,
    /// The names of the elements that are open.
    open: Vec<&'x str>,
}

/// A piece of XML.
#[derive(Debug)]
pub(super) enum Piece<'x> {
    /// An element begins.
    Start(Tag<'x>),
    /// The innermost element ends.
    End,
    /// Text without references.
    Text(&'x str),
    /// A reference: what stands between `&` and `;`.
    Reference(&'x str),
    /// Nothing is left.
    Nothing,
}

/// A tag that begins an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'x> {
    /// The prefix of its name, empty where there is none.
    pub(super) prefix: &'x str,
    /// Its name without prefix.
    pub(super) name: &'x str,
    /// What stands behind the name.
    pub(super) attributes: &'x str,
    /// Whether it ends the element, too.
    pub(super) empty: bool,
}

impl Tag<'_> {
    /// Whether it may declare prefixes. Only asked of tags that are read, not of those that are skipped.
    pub(super) fn declares(&self) -> bool {
        let attributes = self.attributes.as_bytes();
        memchr_iter(b'x', attributes)
            .any(|at| attributes.get(at..).is_some_and(|rest| rest.starts_with(b"xmlns")))
    }
}

impl<'x> Markup<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        Self { text: text.strip_prefix('\u{FEFF}').unwrap_or(text), at: 0, open: Vec::new() }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Result<Piece<'x>, Stop> {
        loop {
            let rest = self.rest();
            match rest {
                [b'<', b'/', ..] => return self.end(),
                [b'<', b'!', ..] => {
                    if let Some(text) = self.declaration()? {
                        return Ok(Piece::Text(text));
                    }
                }
                [b'<', b'?', ..] => self.instruction()?,
                [b'<', ..] => return self.start(),
                [b'&', ..] => return self.reference(),
                [] if self.open.is_empty() => return Ok(Piece::Nothing),
                [] => return Err(Stop::Broken("its end is missing".to_owned())),
                _ => {
                    let length = memchr2(b'<', b'&', rest).unwrap_or(rest.len());
                    return Ok(Piece::Text(self.take(length)));
                }
            }
        }
    }

    /// The bytes that are left.
    fn rest(&self) -> &'x [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Text between two places, each at a sign of markup or an end.
    fn slice(&self, start: usize, end: usize) -> &'x str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The next bytes as text; goes on behind them.
    fn take(&mut self, length: usize) -> &'x str {
        let start = self.at;
        self.at += length;
        self.slice(start, self.at)
    }

    /// What is wrong where the piece begins that is being read.
    fn broken(&self, what: &str) -> Stop {
        Stop::Broken(format!("at byte {}: {what}", self.at))
    }

    fn start(&mut self) -> Result<Piece<'x>, Stop> {
        match self.plain_start() {
            Some(tag) => Ok(Piece::Start(tag)),
            None => self.odd_start(),
        }
    }

    /// A tag as all writers write it, with no quotes but double ones around values: its end is the next `>`. Of any other
    /// tag nothing is told here.
    fn plain_start(&mut self) -> Option<Tag<'x>> {
        let start = self.at + 1;
        let bytes = self.text.as_bytes().get(start..)?;
        let length = memchr(b'>', bytes)?;
        let inside = bytes.get(..length)?;
        let empty = inside.last() == Some(&b'/');
        let end = length - usize::from(empty);
        let inside = inside.get(..end)?;
        let mut colon = None;
        let mut name_end = end;
        for (at, byte) in inside.iter().enumerate() {
            if IN_NAME[usize::from(*byte)] {
                match byte {
                    b':' => colon = colon.or(Some(start + at)),
                    b'"' | b'\'' => return None,
                    _ => {
                        name_end = at;
                        break;
                    }
                }
            }
        }
        if name_end < end && !is_quoted_plainly(inside.get(name_end..)?) {
            return None;
        }
        let (end, name_end) = (start + end, start + name_end);
        let full = self.slice(start, name_end);
        let (prefix, name) = match colon {
            Some(colon) => (self.slice(start, colon), self.slice(colon + 1, name_end)),
            None => ("", full),
        };
        if !empty {
            self.open.push(full);
        }
        self.at = start + length + 1;
        Some(Tag { prefix, name, attributes: self.slice(name_end, end), empty })
    }

    /// A tag with quotes of any kind anywhere.
    fn odd_start(&mut self) -> Result<Piece<'x>, Stop> {
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let mut at = start;
        let mut colon = None;
        let mut name_end = None;
        loop {
            let signs = if name_end.is_none() { &IN_NAME } else { &IN_ATTRIBUTES };
            let rest = bytes.get(at..).unwrap_or_default();
            // Most tags are a few bytes long, so that a look at each is quicker than a search.
            at += rest.iter().position(|byte| signs[usize::from(*byte)]).unwrap_or(rest.len());
            match bytes.get(at) {
                Some(b'>') => break,
                Some(b':') => colon = colon.or(Some(at)),
                Some(quote @ (b'"' | b'\'')) => {
                    let value = bytes.get(at + 1..).unwrap_or_default();
                    let Some(length) = seek(*quote, value) else {
                        return Err(self.broken("the end of a tag is missing"));
                    };
                    if name_end.is_none() {
                        // No writer makes such a name. It goes up to the first blank, wherever that stands.
                        let quoted = value.get(..length).unwrap_or_default();
                        let blank = quoted.iter().position(|byte| is_blank(*byte));
                        let of_colon = quoted.iter().position(|byte| *byte == b':');
                        name_end = blank.map(|blank| at + 1 + blank);
                        colon = colon.or(of_colon.map(|of_colon| at + 1 + of_colon));
                    }
                    at += length + 1;
                }
                Some(_) => name_end = name_end.or(Some(at)),
                None => return Err(self.broken("the end of a tag is missing")),
            }
            at += 1;
        }
        let empty = at > start && bytes.get(at - 1) == Some(&b'/');
        let end = at - usize::from(empty);
        let name_end = name_end.unwrap_or(end).min(end);
        let full = self.slice(start, name_end);
        let (prefix, name) = match colon.filter(|colon| *colon < name_end) {
            Some(colon) => (self.slice(start, colon), self.slice(colon + 1, name_end)),
            None => ("", full),
        };
        if !empty {
            self.open.push(full);
        }
        let attributes = self.slice(name_end, end);
        self.at = at + 1;
        Ok(Piece::Start(Tag { prefix, name, attributes, empty }))
    }

    fn end(&mut self) -> Result<Piece<'x>, Stop> {
        let rest = self.rest().get(2..).unwrap_or_default();
        let Some(expected) = self.open.pop() else {
            let found = self.end_name()?;
            return Err(self.broken(&format!("`</{}>` ends an element that never began", shown(found))));
        };
        let length = expected.len();
        if rest.get(length) == Some(&b'>') && rest.starts_with(expected.as_bytes()) {
            self.at += length + 3;
            return Ok(Piece::End);
        }
        let start = self.at;
        let found = self.end_name()?;
        if found != expected {
            self.at = start;
            let (found, expected) = (shown(found), shown(expected));
            return Err(self.broken(&format!("`</{found}>` stands where `</{expected}>` is expected")));
        }
        Ok(Piece::End)
    }

    /// The name in the end of an element, without the blanks behind it; goes on behind it.
    fn end_name(&mut self) -> Result<&'x str, Stop> {
        let Some(length) = unquoted(self.rest(), b'>') else {
            return Err(self.broken("the end of a tag is missing"));
        };
        let start = self.at + 2;
        let name = self.slice(start, self.at + length);
        self.at += length + 1;
        Ok(name.trim_end_matches([' ', '\n', '\r', '\t']))
    }

    fn reference(&mut self) -> Result<Piece<'x>, Stop> {
        let rest = self.rest().get(1..).unwrap_or_default();
        let length = rest.iter().position(|byte| matches!(byte, b';' | b'&' | b'<'));
        match length.filter(|length| rest.get(*length) == Some(&b';')) {
            Some(length) => {
                let name = self.slice(self.at + 1, self.at + 1 + length);
                self.at += length + 2;
                Ok(Piece::Reference(name))
            }
            None => Err(self.broken("the end of a reference is missing")),
        }
    }

    /// Passes a comment or a document type, or gives the text of a CDATA section.
    fn declaration(&mut self) -> Result<Option<&'x str>, Stop> {
        let rest = self.rest();
        if let Some(comment) = rest.strip_prefix(b"<!--") {
            let length = memmem::find(comment, b"-->").ok_or_else(|| self.broken("a comment has no end"))?;
            self.at += 4 + length + 3;
            Ok(None)
        } else if let Some(text) = rest.strip_prefix(b"<![CDATA[") {
            let length =
                memmem::find(text, b"]]>").ok_or_else(|| self.broken("a CDATA section has no end"))?;
            self.at += 9;
            let text = self.take(length);
            self.at += 3;
            Ok(Some(text))
        } else if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case(b"<!DOCTYPE")) {
            let length = document_type(rest).ok_or_else(|| self.broken("the document type has no end"))?;
            self.at += length;
            Ok(None)
        } else {
            Err(self.broken("`<!` begins nothing that is known"))
        }
    }

    /// Passes a processing instruction, such as the declaration of XML itself.
    fn instruction(&mut self) -> Result<(), Stop> {
        let rest = self.rest().get(1..).unwrap_or_default();
        // The `?` that begins it does not end it.
        let length = memmem::find(rest, b"?>").filter(|length| *length > 0);
        let length = length.ok_or_else(|| self.broken("a processing instruction has no end"))?;
        self.at += 1 + length + 2;
        Ok(())
    }
}

/// The bytes that mean something in the name of a tag, and those that do behind it.
const IN_NAME: [bool; 256] = signs(b"> \n\r\t\"':");
const IN_ATTRIBUTES: [bool; 256] = signs(b"> \n\r\t\"'");

const fn signs(signs: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < signs.len() {
        table[signs[at] as usize] = true;
        at += 1;
    }
    table
}

/// Whether all quotes are double ones, and as many close as open.
///
/// Attributes are most of the bytes of a part, so they are looked at in blocks, without a branch for each byte.
fn is_quoted_plainly(attributes: &[u8]) -> bool {
    const BLOCK: usize = 16;
    let mut single = [0_u8; BLOCK];
    let mut odd = [0_u8; BLOCK];
    let (blocks, rest) = attributes.as_chunks::<BLOCK>();
    let mut last = [b' '; BLOCK];
    if let Some(last) = last.get_mut(..rest.len()) {
        last.copy_from_slice(rest);
    }
    for block in blocks.iter().chain([&last]) {
        for ((single, odd), byte) in single.iter_mut().zip(&mut odd).zip(block) {
            *single |= u8::from(*byte == b'\'');
            *odd ^= u8::from(*byte == b'"');
        }
    }
    let single = single.iter().fold(0, |any, byte| any | byte);
    let odd = odd.iter().fold(0, |any, byte| any ^ byte);
    single == 0 && odd == 0
}

/// Where a byte stands. It is near, but values with whole pictures in them are met.
fn seek(wanted: u8, bytes: &[u8]) -> Option<usize> {
    const NEAR: usize = 16;
    let near = bytes.iter().take(NEAR).position(|byte| *byte == wanted);
    near.or_else(|| memchr(wanted, bytes.get(NEAR..)?).map(|length| NEAR + length))
}

/// A name as a message shows it, which a damaged file may make as long as itself.
fn shown(name: &str) -> &str {
    const MOST: usize = 40;
    name.char_indices().nth(MOST).map_or(name, |(end, _)| name.get(..end).unwrap_or_default())
}

/// Where a byte stands outside of quotes.
fn unquoted(bytes: &[u8], wanted: u8) -> Option<usize> {
    let mut at = 0;
    loop {
        match *bytes.get(at)? {
            byte if byte == wanted => return Some(at),
            quote @ (b'"' | b'\'') => at += 1 + memchr(quote, bytes.get(at + 1..)?)?,
            _ => {}
        }
        at += 1;
    }
}

/// How long a document type is. What it defines is not read.
fn document_type(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    // Whether it is inside the brackets with definitions.
    let mut inside = false;
    loop {
        let rest = bytes.get(at..)?;
        at += match rest {
            [b'"' | b'\'', value @ ..] => 2 + memchr(rest[0], value)?,
            [b'<', b'!', b'-', b'-', comment @ ..] if inside => 7 + memmem::find(comment, b"-->")?,
            [b'<', b'?', instruction @ ..] if inside => 4 + memmem::find(instruction, b"?>")?,
            [b'>', ..] if !inside => return Some(at + 1),
            [b'[', ..] => {
                inside = true;
                1
            }
            [b']', ..] => {
                inside = false;
                1
            }
            [_, ..] => 1,
            [] => return None,
        };
    }
}
