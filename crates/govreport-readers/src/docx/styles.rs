//! Styles (样式): which paragraphs are headings, numbered or hidden by the style they are written in.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::looks::{Ground, Looks};
use crate::budget::Budget;
use crate::package::{Element, Space, Step, Stop, Xml};

/// How many styles are looked at for one: a style may be based on another. Files are met in which that goes in a circle.
/// Measured: with 16, no cell changes.
const MOST_BASES: usize = 32;

/// The styles of a document, by the names with which paragraphs call them.
#[derive(Debug, Default)]
pub(super) struct Styles {
    named: HashMap<String, Style>,
    /// What a style comes to that is not there.
    none: Resolved,
}

/// A style, as it is written down.
#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    heading: Option<u8>,
    /// 大纲级别: 0 is the highest, 9 is no heading.
    outline: Option<u8>,
    number: Option<NumberedBy>,
    hidden: Option<bool>,
    placeholder: bool,
    looks: Looks,
    /// Whether it colours grounds, of all or of some of its cells.
    shades: bool,
    /// What it comes to, once that was asked: all paragraphs of a style ask it.
    resolved: OnceCell<Resolved>,
}

/// The list that a paragraph is numbered in, as far as it is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NumberedBy {
    /// The list.
    pub(super) list: Option<String>,
    /// Depth in it, from 0.
    pub(super) level: Option<u8>,
}

/// What a style comes to, with all that it is based on.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Resolved {
    /// Depth of the heading, from 1.
    pub(super) level: Option<u8>,
    pub(super) number: NumberedBy,
    /// The style that `number.list` was found in.
    pub(super) numbered_in: Option<String>,
    pub(super) hidden: bool,
    /// Whether it is the style of words that ask for input.
    pub(super) placeholder: bool,
    pub(super) looks: Looks,
    /// Whether it colours the grounds of some cells of a table.
    pub(super) shades: bool,
}

impl Styles {
    /// Reads the part of styles. What is broken in it ends it.
    pub(super) fn read(text: &str, budget: &Budget) -> Result<Self, Stop> {
        let mut named = HashMap::new();
        let mut xml = Xml::new(text);
        loop {
            match xml.next(budget) {
                Ok(Step::Open(element)) if element.space == Space::Words && element.name() == "style" => {
                    let name = element.attribute("styleId").map(std::borrow::Cow::into_owned);
                    if element.empty {
                        continue;
                    }
                    match Style::read(&mut xml, budget) {
                        Ok(style) => named.extend(name.map(|name| (name, style))),
                        Err(Stop::Broken(_)) => break,
                        Err(over) => return Err(over),
                    }
                }
                Ok(Step::End) | Err(Stop::Broken(_)) => break,
                Ok(_) => {}
                Err(over) => return Err(over),
            }
        }
        Ok(Self { named, none: Resolved::default() })
    }

    /// What the style of this name comes to.
    pub(super) fn resolve(&self, name: &str) -> &Resolved {
        self.named.get(name).map_or(&self.none, |style| style.resolved.get_or_init(|| self.resolved(name)))
    }

    fn resolved(&self, name: &str) -> Resolved {
        let mut resolved = Resolved::default();
        let mut decided = false;
        let mut hidden = None;
        let mut next = Some(name);
        for _ in 0..MOST_BASES {
            let Some((name, style)) = next.and_then(|name| self.named.get_key_value(name)) else { break };
            if !decided && (style.outline.is_some() || style.heading.is_some()) {
                resolved.level = level(style.outline).or(style.heading.filter(|_| style.outline.is_none()));
                decided = true;
            }
            if let Some(number) = &style.number {
                if resolved.number.list.is_none() && number.list.is_some() {
                    resolved.number.list.clone_from(&number.list);
                    resolved.numbered_in = Some(name.clone());
                }
                resolved.number.level = resolved.number.level.or(number.level);
            }
            hidden = hidden.or(style.hidden);
            resolved.placeholder |= style.placeholder;
            resolved.looks = resolved.looks.over(style.looks);
            resolved.shades |= style.shades;
            next = style.based_on.as_deref();
        }
        resolved.hidden = hidden.unwrap_or(false);
        resolved
    }
}

/// The depth of a heading by its outline level.
pub(super) fn level(outline: Option<u8>) -> Option<u8> {
    outline.filter(|outline| *outline < 9).map(|outline| outline + 1)
}

impl Style {
    /// Reads up to the end of the style.
    fn read(xml: &mut Xml<'_>, budget: &Budget) -> Result<Self, Stop> {
        let mut style = Self::default();
        let mut depth = 0_u32;
        loop {
            match xml.next(budget)? {
                Step::Open(element) if element.space == Space::Words => {
                    let inside = matches!(element.name(), "pPr" | "rPr" | "numPr");
                    // What a table of this style has in its first row, and the like.
                    let of_table = matches!(element.name(), "tblStylePr" | "tblPr" | "tcPr");
                    if of_table && !element.empty {
                        style.shades |= shades(xml, budget)?;
                        continue;
                    }
                    if inside {
                        depth += u32::from(!element.empty);
                    } else {
                        style.take(&element);
                        // What the style of a table says of its first row, what was before a revision.
                        if !element.empty {
                            xml.skip(budget)?;
                        }
                    }
                }
                Step::Open(element) if !element.empty => xml.skip(budget)?,
                Step::Close if depth == 0 => return Ok(style),
                Step::Close => depth -= 1,
                Step::Open(_) | Step::Text(_) => {}
                Step::End => return Ok(style),
            }
        }
    }

    fn take(&mut self, element: &Element<'_>) {
        match element.name() {
            "name" => {
                let name = element.value().unwrap_or_default().trim().to_lowercase();
                self.heading = heading(&name);
                self.placeholder = name == "placeholder text";
            }
            "basedOn" => self.based_on = element.value().map(std::borrow::Cow::into_owned),
            "outlineLvl" => self.outline = element.number().and_then(|level| u8::try_from(level).ok()),
            "vanish" => self.hidden = Some(element.is_on()),
            "numId" => {
                self.number.get_or_insert_default().list = element.value().map(std::borrow::Cow::into_owned);
            }
            "ilvl" => {
                self.number.get_or_insert_default().level =
                    element.number().and_then(|level| u8::try_from(level).ok());
            }
            _ => self.looks.take(element),
        }
    }
}

/// Whether some ground is coloured in the element that was opened last; reads to its end.
fn shades(xml: &mut Xml<'_>, budget: &Budget) -> Result<bool, Stop> {
    let (mut depth, mut found) = (0_u32, false);
    loop {
        match xml.next(budget)? {
            Step::Open(element) => {
                found |= element.name() == "shd" && Ground::read(&element) != Ground::Clear;
                depth += u32::from(!element.empty);
            }
            Step::Close if depth == 0 => return Ok(found),
            Step::Close => depth -= 1,
            Step::Text(_) => {}
            Step::End => return Ok(found),
        }
    }
}

/// The depth of a heading by the name of its style, in lower case: `heading 1`, `标题 1`, and the title of the document.
fn heading(name: &str) -> Option<u8> {
    let rest = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"));
    match rest.map(str::trim) {
        Some("") => Some(1),
        Some(level) => level.parse().ok().filter(|level| (1..=9).contains(level)),
        None => (name == "title").then_some(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    fn styles(inner: &str) -> Styles {
        let text = format!("<w:styles {W}>{inner}</w:styles>");
        Styles::read(&text, &Budget::new(&Limits::default())).expect("within limits")
    }

    #[test]
    fn headings_by_name_outline_and_base() {
        let styles = styles(
            "<w:style w:styleId='1'><w:name w:val='Normal'/></w:style>\
             <w:style w:styleId='2'><w:name w:val='heading 2'/><w:basedOn w:val='1'/></w:style>\
             <w:style w:styleId='3'><w:name w:val='章'/><w:basedOn w:val='2'/></w:style>\
             <w:style w:styleId='4'><w:name w:val='节'/><w:pPr><w:outlineLvl w:val='3'/></w:pPr></w:style>\
             <w:style w:styleId='5'><w:name w:val='不再'/><w:basedOn w:val='2'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>\
             <w:style w:styleId='6'><w:name w:val='标题 3'/></w:style>",
        );
        let levels: Vec<_> =
            ["1", "2", "3", "4", "5", "6", "7"].map(|name| styles.resolve(name).level).into();
        assert_eq!(levels, [None, Some(2), Some(2), Some(4), None, Some(3), None]);
    }

    #[test]
    fn styles_based_on_each_other_end() {
        let styles = styles(
            "<w:style w:styleId='a'><w:basedOn w:val='b'/></w:style><w:style w:styleId='b'><w:basedOn w:val='a'/></w:style>",
        );
        assert_eq!(styles.resolve("a"), &Resolved::default());
    }

    #[test]
    fn numbers_and_hidden_text() {
        let styles = styles(
            "<w:style w:styleId='a'><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='7'/></w:numPr></w:pPr>\
             <w:rPr><w:vanish/></w:rPr></w:style>\
             <w:style w:styleId='b'><w:basedOn w:val='a'/><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>",
        );
        let b = styles.resolve("b");
        assert_eq!(b.number, NumberedBy { list: Some("7".to_owned()), level: Some(1) });
        assert_eq!(b.numbered_in.as_deref(), Some("a"));
        assert!(!b.hidden && styles.resolve("a").hidden);
    }
}
