//! XML, step by step.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Space;
use crate::budget::Budget;
use crate::{ReadError, decode};

/// How many prefixes may be declared at a place. Office files declare some thirty.
const MOST_PREFIXES: usize = 1024;

/// How many elements are read between two looks at the clock.
const ELEMENTS_PER_LOOK: u32 = 4096;

/// Reads XML. Entities that the file itself defines are not expanded: no Office file has any, and hostile files do.
pub(crate) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    depth: u64,
    elements: u32,
    /// Prefixes in force: the prefix, its space, and the depth of the element that declares it.
    prefixes: Vec<(String, Space, u64)>,
    /// The prefix looked up last; nearly all elements have the same.
    last: (String, Space),
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

/// Why reading stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A limit was passed.
    Over(ReadError),
    /// The part is no XML from here on, or its end is missing.
    Broken(String),
}

impl From<ReadError> for Stop {
    fn from(error: ReadError) -> Self {
        Self::Over(error)
    }
}

/// The beginning of an element.
pub(crate) struct Element<'x> {
    start: BytesStart<'x>,
    /// What it belongs to.
    pub(crate) space: Space,
    /// Whether it has no content, so that no end of it is given.
    pub(crate) empty: bool,
}

impl Element<'_> {
    /// Its name without prefix.
    pub(crate) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The value of the attribute with this name, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.start.attributes();
        let mut known = attributes.with_checks(false).flatten();
        let found = known.find(|attribute| attribute.key.local_name().as_ref() == name)?;
        // A value with an entity that nobody knows is taken as it stands.
        Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap_or(found.value))
    }

    /// The value of the attribute `val`, in which most elements of a text document say what they have to say.
    pub(crate) fn value(&self) -> Option<Cow<'_, str>> {
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
        Self {
            reader: Reader::from_str(text),
            depth: 0,
            elements: 0,
            prefixes: Vec::new(),
            last: (String::new(), Space::Other),
        }
    }

    /// The next step.
    pub(crate) fn next(&mut self, budget: &Budget) -> Result<Step<'x>, Stop> {
        loop {
            match self.event()? {
                Event::Start(start) => {
                    self.enter(budget)?;
                    return Ok(Step::Open(self.element(start, false)));
                }
                Event::Empty(start) => {
                    self.enter(budget)?;
                    let element = self.element(start, true);
                    self.leave();
                    return Ok(Step::Open(element));
                }
                Event::End(_) => {
                    self.leave();
                    return Ok(Step::Close);
                }
                Event::Text(text) => return Ok(Step::Text(text.into_inner())),
                Event::CData(text) => return Ok(Step::Text(text.into_inner())),
                Event::GeneralRef(reference) => {
                    let known = match reference.resolve_char_ref() {
                        Ok(Some(c)) => Some(Cow::Owned(c.to_string())),
                        _ => quick_xml::escape::resolve_predefined_entity(&reference).map(Cow::Borrowed),
                    };
                    if let Some(known) = known {
                        return Ok(Step::Text(known));
                    }
                }
                Event::Eof if self.depth > 0 => {
                    return Err(Stop::Broken("its end is missing".to_owned()));
                }
                Event::Eof => return Ok(Step::End),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
            }
        }
    }

    /// Reads on to the end of the element that was opened last, and past it.
    pub(crate) fn skip(&mut self, budget: &Budget) -> Result<(), Stop> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            match self.event()? {
                Event::Start(_) => self.enter(budget)?,
                Event::End(_) => self.leave(),
                Event::Eof => return Err(Stop::Broken("its end is missing".to_owned())),
                _ => {}
            }
        }
        Ok(())
    }

    fn event(&mut self) -> Result<Event<'x>, Stop> {
        self.reader
            .read_event()
            .map_err(|error| Stop::Broken(format!("at byte {}: {error}", self.reader.error_position())))
    }

    fn enter(&mut self, budget: &Budget) -> Result<(), ReadError> {
        self.depth += 1;
        budget.nesting(self.depth)?;
        self.elements += 1;
        if self.elements == ELEMENTS_PER_LOOK {
            self.elements = 0;
            budget.time()?;
        }
        Ok(())
    }

    fn leave(&mut self) {
        while self.prefixes.last().is_some_and(|(_, _, depth)| *depth >= self.depth) {
            self.prefixes.pop();
            self.last = (String::new(), Space::Other);
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn element(&mut self, start: BytesStart<'x>, empty: bool) -> Element<'x> {
        static DECLARES: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("xmlns"));
        if DECLARES.find(start.attributes_raw().as_bytes()).is_some() {
            self.declare(&start);
        }
        let prefix = start.name().prefix().map(quick_xml::name::Prefix::into_inner).unwrap_or_default();
        if self.last.0 != prefix || prefix.is_empty() {
            let declared = self.prefixes.iter().rev().find(|(known, _, _)| known == prefix);
            let space = declared.map_or_else(|| Space::usual(prefix), |(_, space, _)| *space);
            self.last = (prefix.to_owned(), space);
        }
        Element { space: self.last.1, start, empty }
    }

    fn declare(&mut self, start: &BytesStart<'_>) {
        for attribute in start.attributes().with_checks(false).flatten() {
            let prefix = match attribute.key.as_ref().split_once(':') {
                None if attribute.key.as_ref() == "xmlns" => "",
                Some(("xmlns", prefix)) => prefix,
                _ => continue,
            };
            if self.prefixes.len() == MOST_PREFIXES {
                break;
            }
            self.prefixes.push((prefix.to_owned(), Space::named(attribute.value.trim()), self.depth));
        }
        self.last = (String::new(), Space::Other);
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
