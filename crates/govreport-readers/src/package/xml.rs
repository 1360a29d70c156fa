//! XML, step by step.

mod attributes;
mod block;
mod markup;
mod stop;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use self::attributes::{Attributes, character};
use self::markup::{Markup, Piece, Tag};
pub(crate) use self::stop::Stop;
use super::Space;
use crate::budget::Budget;
use crate::{ReadError, decode};

/// How many prefixes may be declared at a place. Office files declare some thirty.
/// Measured: with 512, no cell changes.
const MOST_PREFIXES: usize = 1024;

/// How many elements are read between two looks at the clock.
const ELEMENTS_PER_LOOK: u32 = 4096;

/// What stands in an element, with the end of it, as it was read somewhere.
///
/// Properties of cells, paragraphs and runs are most of an Office file, and most of them are, letter by letter, those of the one
/// before. What was read once need not be read again.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Content<'x> {
    /// The name of the element with its prefix.
    name: &'x str,
    text: &'x str,
    /// How many elements were open around what is in it.
    depth: usize,
}

/// Reads XML. Entities that the file itself defines are not expanded: no Office file has any, and hostile files do.
pub(crate) struct Xml<'x> {
    markup: Markup<'x>,
    elements: u32,
    /// Prefixes in force: the prefix, its space, and the depth of the element that declares it.
    prefixes: Vec<(&'x str, Space, usize)>,
    /// The prefix looked up last; nearly all elements have the same.
    last: Option<(&'x str, Space)>,
    /// The content that was skipped last.
    skipped: Option<Content<'x>>,
}

/// What comes next.
pub(crate) enum Step<'x> {
    /// An element begins.
    Open(Element<'x>),
    /// The innermost element ends. Not given for an element without content.
    Close,
    /// Text.
    Text(Cow<'x, str>),
    /// The end of the part.
    End,
}

/// An element that was opened, and the place where its content begins.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Begun<'x> {
    name: &'x str,
    place: usize,
}

/// The beginning of an element.
pub(crate) struct Element<'x> {
    tag: Tag<'x>,
    /// What it belongs to.
    pub(crate) space: Space,
    /// Whether it has no content, so that no end of it is given.
    pub(crate) empty: bool,
}

impl<'x> Element<'x> {
    /// Its name without prefix.
    #[inline]
    pub(crate) fn name(&self) -> &'x str {
        self.tag.name()
    }

    /// The value of the attribute with this name, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'x, str>> {
        let local = |full: &str| match full.strip_suffix(name).map(str::as_bytes) {
            Some([]) => true,
            Some([prefix @ .., b':']) => !prefix.contains(&b':'),
            _ => false,
        };
        let found = Attributes::new(self.tag.attributes()).find(|(full, _)| local(full))?;
        Some(attributes::value(found.1))
    }

    /// The value of the attribute `val`, in which most elements of a text document say what they have to say.
    pub(crate) fn value(&self) -> Option<Cow<'x, str>> {
        self.attribute("val")
    }

    /// The attribute `val` as a number.
    pub(crate) fn number(&self) -> Option<u32> {
        self.value()?.trim().parse().ok()
    }

    /// What a switch says: on, unless `val` says off.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

impl<'x> Xml<'x> {
    /// Begins to read.
    pub(crate) fn new(text: &'x str) -> Self {
        Self { markup: Markup::new(text), elements: 0, prefixes: Vec::new(), last: None, skipped: None }
    }

    /// The next step.
    #[inline]
    pub(crate) fn next(&mut self, budget: &Budget) -> Result<Step<'x>, Stop> {
        loop {
            match self.markup.next()? {
                Piece::Start(tag) => {
                    self.enter(tag, budget)?;
                    return Ok(Step::Open(self.element(tag)));
                }
                Piece::End => {
                    self.leave();
                    return Ok(Step::Close);
                }
                Piece::Text(text) => return Ok(Step::Text(Cow::Borrowed(text))),
                Piece::Reference(reference) => {
                    if let Some(known) = character(reference) {
                        return Ok(Step::Text(Cow::Owned(known.to_string())));
                    }
                }
                Piece::Nothing => return Ok(Step::End),
            }
        }
    }

    /// Reads on to the end of the element that was opened last, and past it.
    pub(crate) fn skip(&mut self, budget: &Budget) -> Result<(), Stop> {
        if self.skipped.is_some_and(|content| self.pass(content)) {
            return Ok(());
        }
        let begun = self.begun();
        let outside = self.markup.depth().saturating_sub(1);
        while self.markup.depth() > outside {
            match self.markup.next()? {
                Piece::Start(tag) => self.enter(tag, budget)?,
                Piece::End | Piece::Text(_) | Piece::Reference(_) => {}
                Piece::Nothing => break,
            }
        }
        self.leave();
        self.skipped = Some(self.ended(begun));
        Ok(())
    }

    /// The element that was opened last, so that its content can be told when it has ended.
    #[inline]
    pub(crate) fn begun(&self) -> Begun<'x> {
        Begun { name: self.markup.innermost(), place: self.markup.place() }
    }

    /// The content of an element that has just ended.
    pub(crate) fn ended(&self, begun: Begun<'x>) -> Content<'x> {
        Content { name: begun.name, text: self.markup.since(begun.place), depth: self.markup.depth() + 1 }
    }

    /// Passes the content of the element that was opened last and its end, if that is the same as this; tells whether it is.
    ///
    /// Reading it would come to the same: no prefix that it declares outlasts it, and no element in it is nested deeper than
    /// when it was read.
    #[inline]
    pub(crate) fn pass(&mut self, content: Content<'_>) -> bool {
        let is_same = self.markup.stands_here(content.text)
            && self.markup.depth() <= content.depth
            && self.markup.innermost() == content.name;
        if is_same {
            self.markup.pass(content.text.len());
            self.leave();
        }
        is_same
    }

    #[inline]
    fn enter(&mut self, tag: Tag<'_>, budget: &Budget) -> Result<(), ReadError> {
        let depth = self.markup.depth() + usize::from(tag.empty);
        budget.nesting(u64::try_from(depth).unwrap_or(u64::MAX))?;
        self.elements += 1;
        if self.elements == ELEMENTS_PER_LOOK {
            self.elements = 0;
            budget.time()?;
        }
        Ok(())
    }

    /// What elements declare that have ended is not in force any more.
    #[inline]
    fn leave(&mut self) {
        let depth = self.markup.depth();
        while self.prefixes.last().is_some_and(|(_, _, declared)| *declared > depth) {
            self.prefixes.pop();
            self.last = None;
        }
    }

    #[inline]
    fn element(&mut self, tag: Tag<'x>) -> Element<'x> {
        if tag.declares {
            self.declare(tag);
        }
        let prefix = tag.prefix();
        let space = match self.last {
            Some((last, space)) if last == prefix => space,
            _ => self.space(prefix),
        };
        if tag.empty {
            self.leave();
        }
        Element { tag, space, empty: tag.empty }
    }

    /// What a prefix stands for here.
    #[cold]
    fn space(&mut self, prefix: &'x str) -> Space {
        let declared = self.prefixes.iter().rev().find(|(known, _, _)| *known == prefix);
        let space = declared.map_or_else(|| Space::usual(prefix), |(_, space, _)| *space);
        self.last = Some((prefix, space));
        space
    }

    /// Whether all of these prefixes stand for what Office knows.
    #[cfg(feature = "docx")]
    pub(crate) fn knows(&mut self, prefixes: &str) -> bool {
        prefixes.split_ascii_whitespace().all(|prefix| {
            let declared = self.prefixes.iter().rev().find(|(known, _, _)| *known == prefix);
            declared.map_or_else(|| Space::usual(prefix), |(_, space, _)| *space) != Space::Other
        })
    }

    #[cold]
    fn declare(&mut self, tag: Tag<'x>) {
        let depth = self.markup.depth() + usize::from(tag.empty);
        for (name, value) in Attributes::new(tag.attributes()) {
            let prefix = match name.split_once(':') {
                None if name == "xmlns" => "",
                Some(("xmlns", prefix)) => prefix,
                _ => continue,
            };
            if self.prefixes.len() == MOST_PREFIXES {
                break;
            }
            self.prefixes.push((prefix, Space::named(value.trim()), depth));
        }
        self.last = None;
    }
}

/// The bytes of a part as text: UTF-8 or UTF-16.
pub(crate) fn xml_text(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let [b'<', second, ..] = bytes
        && *second != 0
        && let Ok(text) = simdutf8::basic::from_utf8(bytes)
    {
        return Cow::Borrowed(text);
    }
    decode::decode(bytes, None).text
}
