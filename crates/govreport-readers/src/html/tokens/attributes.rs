//! Attributes of start tags.

use std::ops::Range;

use memchr::memchr;
use rustc_hash::FxHashMap;

use crate::html::tag::{Packed, packed};

/// The attributes that are of use; others are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::html) enum Attribute {
    Alt,
    AriaLevel,
    Background,
    Bgcolor,
    Charset,
    Class,
    Color,
    Colspan,
    Content,
    Data,
    Dir,
    Disabled,
    Encoding,
    Face,
    Height,
    Hidden,
    Href,
    HttpEquiv,
    Id,
    Label,
    Media,
    Multiple,
    Name,
    Open,
    Popover,
    Property,
    Rel,
    Role,
    Rowspan,
    Selected,
    Size,
    Style,
    Text,
    Type,
    Value,
}

impl Attribute {
    fn packed(name: u128) -> Option<Self> {
        const ALT: u128 = packed(b"alt");
        const ARIA_LEVEL: u128 = packed(b"aria-level");
        const BACKGROUND: u128 = packed(b"background");
        const BGCOLOR: u128 = packed(b"bgcolor");
        const CHARSET: u128 = packed(b"charset");
        const CLASS: u128 = packed(b"class");
        const COLOR: u128 = packed(b"color");
        const COLSPAN: u128 = packed(b"colspan");
        const CONTENT: u128 = packed(b"content");
        const DATA: u128 = packed(b"data");
        const DIR: u128 = packed(b"dir");
        const DISABLED: u128 = packed(b"disabled");
        const ENCODING: u128 = packed(b"encoding");
        const FACE: u128 = packed(b"face");
        const HEIGHT: u128 = packed(b"height");
        const HIDDEN: u128 = packed(b"hidden");
        const HREF: u128 = packed(b"href");
        const HTTP_EQUIV: u128 = packed(b"http-equiv");
        const ID: u128 = packed(b"id");
        const LABEL: u128 = packed(b"label");
        const MEDIA: u128 = packed(b"media");
        const MULTIPLE: u128 = packed(b"multiple");
        const NAME: u128 = packed(b"name");
        const OPEN: u128 = packed(b"open");
        const POPOVER: u128 = packed(b"popover");
        const PROPERTY: u128 = packed(b"property");
        const REL: u128 = packed(b"rel");
        const ROLE: u128 = packed(b"role");
        const ROWSPAN: u128 = packed(b"rowspan");
        const SELECTED: u128 = packed(b"selected");
        const SIZE: u128 = packed(b"size");
        const STYLE: u128 = packed(b"style");
        const TEXT: u128 = packed(b"text");
        const TYPE: u128 = packed(b"type");
        const VALUE: u128 = packed(b"value");
        Some(match name {
            ALT => Self::Alt,
            ARIA_LEVEL => Self::AriaLevel,
            BACKGROUND => Self::Background,
            BGCOLOR => Self::Bgcolor,
            CHARSET => Self::Charset,
            CLASS => Self::Class,
            COLOR => Self::Color,
            COLSPAN => Self::Colspan,
            CONTENT => Self::Content,
            DATA => Self::Data,
            DIR => Self::Dir,
            DISABLED => Self::Disabled,
            ENCODING => Self::Encoding,
            FACE => Self::Face,
            HEIGHT => Self::Height,
            HIDDEN => Self::Hidden,
            HREF => Self::Href,
            HTTP_EQUIV => Self::HttpEquiv,
            ID => Self::Id,
            LABEL => Self::Label,
            MEDIA => Self::Media,
            MULTIPLE => Self::Multiple,
            NAME => Self::Name,
            OPEN => Self::Open,
            POPOVER => Self::Popover,
            PROPERTY => Self::Property,
            REL => Self::Rel,
            ROLE => Self::Role,
            ROWSPAN => Self::Rowspan,
            SELECTED => Self::Selected,
            SIZE => Self::Size,
            STYLE => Self::Style,
            TEXT => Self::Text,
            TYPE => Self::Type,
            VALUE => Self::Value,
            _ => return None,
        })
    }
}

/// Whether a start tag closes itself: `<path/>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::html) enum Closing {
    /// It does.
    Itself,
    /// An end tag is needed.
    Later,
}

/// White space as the standard has it between the parts of a tag.
pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

/// So many lists of attributes are kept; a page of more begins anew.
/// Measured: with 128, no cell changes.
const MOST_KEPT: usize = 256;

/// The attributes of one start tag.
///
/// Nearly every tag of a page has, letter by letter, those of one before it: what is read of them is kept with their text.
#[derive(Debug, Default)]
pub(in crate::html) struct Attributes<'s> {
    /// Those of all lists that are kept, and behind them those of the last tag, if they are not.
    all: Vec<(Attribute, &'s str)>,
    /// Of the first so many of them the lists are kept.
    kept: usize,
    lists: Vec<List<'s>>,
    /// Where in `lists` each text stands.
    known: FxHashMap<&'s str, usize>,
    /// Where the list stands that was met last.
    last: usize,
    /// How many lists were kept so far.
    count: u32,
    /// Where in `all` those of the last tag stand.
    own: Range<usize>,
    number: Option<u32>,
}

/// A list of attributes that was read before.
#[derive(Debug)]
struct List<'s> {
    text: &'s str,
    number: u32,
    own: Range<usize>,
    closing: Closing,
    /// Where the list stands that was met behind this one.
    next: usize,
}

impl<'s> Attributes<'s> {
    /// Those of the last tag.
    fn own(&self) -> &[(Attribute, &'s str)] {
        self.all.get(self.own.clone()).unwrap_or_default()
    }

    /// The value as it is written, with its character references.
    pub(in crate::html) fn raw(&self, attribute: Attribute) -> Option<&'s str> {
        self.own().iter().find(|(found, _)| *found == attribute).map(|(_, value)| *value)
    }

    /// Whether there are none that are of use.
    pub(in crate::html) fn is_empty(&self) -> bool {
        self.own.is_empty()
    }

    pub(in crate::html) fn has(&self, attribute: Attribute) -> bool {
        self.raw(attribute).is_some()
    }

    /// The number of their list, the same for every tag that has the same. `None` where it is not kept.
    pub(in crate::html) fn number(&self) -> Option<u32> {
        if self.is_empty() { Some(0) } else { self.number }
    }

    /// Reads the attributes from `at`, behind the name of the tag: where the tag ends, and how. `None` where the page ends first.
    pub(super) fn read(&mut self, source: &'s str, at: usize) -> (usize, Option<Closing>) {
        (self.own, self.number) = (0..0, None);
        let rest = source.as_bytes().get(at..).unwrap_or_default();
        if rest.first() == Some(&b'>') {
            return (at + 1, Some(Closing::Later));
        }
        // What stood behind the last list before stands behind it again, more often than not: then nothing needs to be searched for.
        let next = self.lists.get(self.last).map_or(0, |last| last.next);
        if self.lists.get(next).is_some_and(|list| rest.starts_with(list.text.as_bytes())) {
            return self.take(next, at);
        }
        self.search(source, at)
    }

    /// The same where another list stands than was expected. It is kept out of the way of those that are expected.
    #[inline(never)]
    fn search(&mut self, source: &'s str, at: usize) -> (usize, Option<Closing>) {
        let rest = source.as_bytes().get(at..).unwrap_or_default();
        let Some(length) = memchr(b'>', rest) else { return (source.len(), None) };
        let end = at + length + 1;
        // One in quotes ends no tag; no list that is known ends there.
        let text = source.get(at..end).unwrap_or_default();
        if let Some(list) = self.known.get(text) {
            return self.take(*list, at);
        }
        let (behind, closing) = self.read_new(source, at);
        if let Some(closing) = closing
            && behind == end
        {
            self.keep(text, closing);
        }
        (behind, closing)
    }

    /// Takes a list that is known and stands at `at`.
    fn take(&mut self, place: usize, at: usize) -> (usize, Option<Closing>) {
        if let Some(last) = self.lists.get_mut(self.last) {
            last.next = place;
        }
        self.last = place;
        let Some(list) = self.lists.get(place) else { return (at, None) };
        (self.own, self.number) = (list.own.clone(), Some(list.number));
        (at + list.text.len(), Some(list.closing))
    }

    fn read_new(&mut self, source: &'s str, at: usize) -> (usize, Option<Closing>) {
        if self.lists.len() >= MOST_KEPT {
            self.lists.clear();
            self.known.clear();
            self.kept = 0;
        }
        self.all.truncate(self.kept);
        let ended = scan(source.as_bytes(), at, |name, _, value| {
            let own = self.all.get(self.kept..).unwrap_or_default();
            // The first of several attributes with one name counts.
            if let Some(attribute) = Attribute::packed(name)
                && own.iter().all(|(found, _)| *found != attribute)
            {
                self.all.push((attribute, source.get(value.0..value.1).unwrap_or_default()));
            }
        });
        self.own = self.kept..self.all.len();
        ended
    }

    /// Keeps the list that was read last.
    fn keep(&mut self, text: &'s str, closing: Closing) {
        self.kept = self.all.len();
        self.count += 1;
        self.number = Some(self.count);
        self.last = self.lists.len();
        self.known.insert(text, self.last);
        let own = self.own.clone();
        self.lists.push(List { text, number: self.count, own, closing, next: self.last });
    }
}

/// Passes over the attributes of an end tag.
pub(super) fn skip(source: &str, at: usize) -> (usize, Option<Closing>) {
    // Nearly no end tag has any.
    if source.as_bytes().get(at) == Some(&b'>') {
        (at + 1, Some(Closing::Later))
    } else {
        skip_any(source, at)
    }
}

#[inline(never)]
fn skip_any(source: &str, at: usize) -> (usize, Option<Closing>) {
    scan(source.as_bytes(), at, |_, _, _| {})
}

/// The value of the attribute with this name in lower case, of attributes as they are written.
pub(in crate::html) fn attribute_named<'s>(written: &'s str, wanted: &str) -> Option<&'s str> {
    let mut value = None;
    scan(written.as_bytes(), 0, |_, name, at| {
        let name = written.get(name.0..name.1).unwrap_or_default();
        if value.is_none() && name.eq_ignore_ascii_case(wanted) {
            value = written.get(at.0..at.1);
        }
    });
    value
}

fn scan(
    bytes: &[u8],
    mut at: usize,
    mut found: impl FnMut(u128, (usize, usize), (usize, usize)),
) -> (usize, Option<Closing>) {
    let ended = (bytes.len(), None);
    loop {
        // Before a name.
        let Some(first) = skip_space(bytes, &mut at) else { return ended };
        match first {
            b'>' => return (at + 1, Some(Closing::Later)),
            b'/' => {
                at += 1;
                if bytes.get(at) == Some(&b'>') {
                    return (at + 1, Some(Closing::Itself));
                }
                continue;
            }
            _ => {}
        }
        // A name may begin with `=`.
        let mut name = Packed::default();
        name.push(first);
        let start = at;
        at += 1;
        while let Some(byte) = bytes.get(at)
            && !is_space(*byte)
            && !matches!(byte, b'/' | b'>' | b'=')
        {
            name.push(*byte);
            at += 1;
        }
        let (name, place) = (name.number(), (start, at));
        if skip_space(bytes, &mut at) != Some(b'=') {
            found(name, place, (at, at));
            continue;
        }
        at += 1;
        let Some(first) = skip_space(bytes, &mut at) else { return ended };
        let value = match first {
            b'>' => (at, at),
            b'"' | b'\'' => {
                let start = at + 1;
                let Some(length) = memchr(first, bytes.get(start..).unwrap_or_default()) else {
                    return ended;
                };
                at = start + length + 1;
                (start, start + length)
            }
            _ => {
                let start = at;
                while let Some(byte) = bytes.get(at)
                    && !is_space(*byte)
                    && *byte != b'>'
                {
                    at += 1;
                }
                (start, at)
            }
        };
        found(name, place, value);
    }
}

/// Moves behind white space: the byte there.
fn skip_space(bytes: &[u8], at: &mut usize) -> Option<u8> {
    while let Some(byte) = bytes.get(*at) {
        if !is_space(*byte) {
            return Some(*byte);
        }
        *at += 1;
    }
    None
}
