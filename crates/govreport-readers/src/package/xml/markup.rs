//! Markup: where tags, texts and references begin and end. It is found in one pass over the bytes, without copying any.

use memchr::{memchr, memchr2, memmem};

use super::block::{BLOCK, Block, before_first, is_blank};
use super::stop::Stop;

/// Cuts XML into its pieces.
///
/// What a reader could misread is an error: a tag, comment or reference without its end, and an end that is not that of the
/// innermost element.
#[derive(Debug)]
pub(super) struct Markup<'x> {
    text: &'x str,
    at: usize,
    /// Where the names of the elements that are open begin and end.
    open: Vec<(usize, usize)>,
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
    /// What stands between its brackets, without the `/` that ends the element.
    inside: &'x str,
    /// Where its name without prefix begins and ends in that.
    name_start: usize,
    name_end: usize,
    /// Whether it ends the element, too.
    pub(super) empty: bool,
    /// Whether it may declare prefixes.
    pub(super) declares: bool,
}

impl<'x> Tag<'x> {
    /// The prefix of its name, empty where there is none.
    #[inline]
    pub(super) fn prefix(&self) -> &'x str {
        match self.name_start {
            0 => "",
            start => self.inside.get(..start - 1).unwrap_or_default(),
        }
    }

    /// Its name without prefix.
    #[inline]
    pub(super) fn name(&self) -> &'x str {
        self.inside.get(self.name_start..self.name_end).unwrap_or_default()
    }

    /// What stands behind the name.
    #[inline]
    pub(super) fn attributes(&self) -> &'x str {
        self.inside.get(self.name_end..).unwrap_or_default()
    }
}

impl<'x> Markup<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        Self { text: text.strip_prefix('\u{FEFF}').unwrap_or(text), at: 0, open: Vec::new() }
    }

    /// How many elements are open.
    #[inline]
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The place up to which was read.
    #[inline]
    pub(super) fn place(&self) -> usize {
        self.at
    }

    /// What was read since a place.
    pub(super) fn since(&self, place: usize) -> &'x str {
        self.slice(place, self.at)
    }

    /// The name of the innermost element.
    #[inline]
    pub(super) fn innermost(&self) -> &'x str {
        self.open.last().map_or("", |(start, end)| self.slice(*start, *end))
    }

    /// Goes on behind the content of the innermost element and its end, which are known to be as long as this.
    pub(super) fn pass(&mut self, length: usize) {
        self.open.pop();
        self.at += length;
    }

    /// Whether this is what stands here.
    #[inline]
    pub(super) fn stands_here(&self, text: &str) -> bool {
        self.rest().starts_with(text.as_bytes())
    }

    /// The next piece.
    #[inline]
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
                    let length = text_length(rest);
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

    #[inline]
    fn start(&mut self) -> Result<Piece<'x>, Stop> {
        match self.plain_start() {
            Some(tag) => Ok(Piece::Start(tag)),
            None => self.odd_start(),
        }
    }

    /// A tag as all writers write it, with no quotes but double ones around values: its end is the next `>`. Of any other
    /// tag nothing is told here, nor of one at the very end of the text, where no whole block is left.
    #[inline]
    fn plain_start(&mut self) -> Option<Tag<'x>> {
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let mut at = start;
        let mut colon = None;
        let mut name_end = None;
        // The places of quotes in all blocks, laid over each other: two in the same place cancel out, so that an even number of
        // quotes leaves an even number of bits.
        let mut quotes = 0;
        let mut declares = false;
        let close = loop {
            let block = Block::at(bytes, at)?;
            let close = block.places_of(b'>');
            let inside = before_first(close);
            if block.places_of(b'\'') & inside != 0 {
                return None;
            }
            let double = block.places_of(b'"') & inside;
            quotes ^= double;
            if name_end.is_none() {
                let end = block.places_of_blanks() | close;
                let in_name = before_first(end);
                if double & in_name != 0 {
                    return None;
                }
                let of_colon = block.places_of(b':') & in_name;
                if colon.is_none() && of_colon != 0 {
                    colon = Some(at + of_colon.trailing_zeros() as usize);
                }
                if end != 0 {
                    name_end = Some(at + end.trailing_zeros() as usize);
                }
            }
            // `xmlns`, of which the block may have only the first letter.
            let of_m = block.places_of(b'm') >> 1 | 1 << (BLOCK - 1);
            declares |= block.places_of(b'x') & of_m & inside != 0;
            if close != 0 {
                break at + close.trailing_zeros() as usize;
            }
            at += BLOCK;
        };
        let name_end = name_end?;
        let behind_name = *bytes.get(name_end)?;
        if quotes.count_ones() % 2 == 1 || !(behind_name == b'>' || is_blank(behind_name)) {
            return None;
        }
        let empty = close > start && bytes.get(close - 1) == Some(&b'/');
        self.at = close + 1;
        Some(self.tag((start, close - usize::from(empty)), colon, name_end, empty, declares))
    }

    /// A tag that goes from place to place; its element is open from here on, unless it is empty.
    #[inline]
    fn tag(
        &mut self,
        (start, end): (usize, usize),
        colon: Option<usize>,
        name_end: usize,
        empty: bool,
        declares: bool,
    ) -> Tag<'x> {
        let name_end = name_end.min(end);
        if !empty {
            self.open.push((start, name_end));
        }
        let name_start = colon.filter(|colon| *colon < name_end).map_or(0, |colon| colon + 1 - start);
        Tag { inside: self.slice(start, end), name_start, name_end: name_end - start, empty, declares }
    }

    /// A tag with quotes of any kind anywhere.
    #[cold]
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
        let name_end = name_end.unwrap_or(end);
        let declares = memmem::find(bytes.get(start..end).unwrap_or_default(), b"xmlns").is_some();
        self.at = at + 1;
        Ok(Piece::Start(self.tag((start, end), colon, name_end, empty, declares)))
    }

    #[inline]
    fn end(&mut self) -> Result<Piece<'x>, Stop> {
        if let Some((start, end)) = self.open.last().copied() {
            let length = end - start;
            let here = self.at + 2;
            // Of a name as short as most are a look at one block tells whether it is the one expected.
            let bytes = self.text.as_bytes();
            let alike = match (Block::at(bytes, start), Block::at(bytes, here)) {
                (Some(expected), Some(found)) => expected.alike(found),
                _ => 0,
            };
            if alike >= length && bytes.get(here + length) == Some(&b'>') {
                self.open.pop();
                self.at = here + length + 1;
                return Ok(Piece::End);
            }
        }
        self.odd_end()
    }

    /// An end with a long name, blanks behind it, or another name than is expected.
    #[cold]
    fn odd_end(&mut self) -> Result<Piece<'x>, Stop> {
        let Some((start, end)) = self.open.pop() else {
            let found = self.end_name()?;
            return Err(self.broken(&format!("`</{}>` ends an element that never began", shown(found))));
        };
        let expected = self.slice(start, end);
        let rest = self.rest().get(2..).unwrap_or_default();
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
    #[cold]
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
    #[cold]
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

/// Where a byte stands. It is near, but values with whole pictures in them are met.
fn seek(wanted: u8, bytes: &[u8]) -> Option<usize> {
    /// Measured: with 8, no cell changes.
    const NEAR: usize = 16;
    let near = bytes.iter().take(NEAR).position(|byte| *byte == wanted);
    near.or_else(|| memchr(wanted, bytes.get(NEAR..)?).map(|length| NEAR + length))
}

/// How long the text is that stands here: up to the next tag or reference.
#[inline]
fn text_length(bytes: &[u8]) -> usize {
    if let Some(block) = Block::at(bytes, 0) {
        let near = block.places_of(b'<') | block.places_of(b'&');
        if near != 0 {
            return near.trailing_zeros() as usize;
        }
    }
    memchr2(b'<', b'&', bytes).unwrap_or(bytes.len())
}

/// A name as a message shows it, which a damaged file may make as long as itself.
fn shown(name: &str) -> &str {
    /// Measured: with 20, no cell changes.
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
