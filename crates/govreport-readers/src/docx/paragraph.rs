//! The paragraph that is being read.

use std::ops::Range;

use govreport_core::Span;

use super::numbering::Numbering;
use super::styles::{NumberedBy, Resolved, Styles, level};
use super::tree::{Item, Link, Paragraph, Tree};
use crate::package::Element;

/// Stands for a picture where nothing else does: the character that Unicode has for it.
pub(super) const PICTURE: char = '\u{FFFC}';

/// The paragraph that is being read.
#[derive(Debug, Default)]
pub(super) struct Writing {
    pub(super) words: String,
    links: Vec<(Range<usize>, String)>,
    style: Option<String>,
    outline: Option<u8>,
    number: NumberedBy,
    /// Text boxes anchored in it, by the numbers of their flows.
    pub(super) boxes: Vec<usize>,
    /// Whether it shows a picture, or several.
    pub(super) pictured: bool,
    pub(super) unread: Option<String>,
    /// Whether the mark at its end is deleted, so that the next paragraph goes on in it.
    pub(super) goes_on: bool,
    resolved: Option<Resolved>,
}

impl Writing {
    /// Takes in what the properties of the paragraph say.
    pub(super) fn property(&mut self, element: &Element<'_>) {
        match element.name() {
            "pStyle" => {
                self.style = element.value().map(std::borrow::Cow::into_owned);
                self.resolved = None;
            }
            "outlineLvl" => self.outline = element.number().and_then(|level| u8::try_from(level).ok()),
            "numId" => self.number.list = element.value().map(std::borrow::Cow::into_owned),
            "ilvl" => self.number.level = element.number().and_then(|level| u8::try_from(level).ok()),
            _ => {}
        }
    }

    /// What its style comes to.
    pub(super) fn resolved(&mut self, styles: &Styles) -> &Resolved {
        let style = self.style.as_deref();
        self.resolved.get_or_insert_with(|| style.map(|style| styles.resolve(style)).unwrap_or_default())
    }

    /// A link ends here that began at byte `start` of the words.
    pub(super) fn link(&mut self, start: usize, target: String) {
        if start < self.words.len() {
            self.links.push((start..self.words.len(), target));
        }
    }

    /// Makes it ready for the next paragraph, which goes on with its words.
    pub(super) fn go_on(&mut self) {
        self.goes_on = false;
        self.style = None;
        self.outline = None;
        self.number = NumberedBy::default();
        self.resolved = None;
    }

    /// Puts the paragraph at the end of a flow, with its number in front and what is anchored in it behind.
    ///
    /// An empty paragraph that is numbered shows its number in a cell: so the column of running numbers (序号) is made.
    pub(super) fn put(
        mut self,
        tree: &mut Tree,
        flow: usize,
        in_cell: bool,
        styles: &Styles,
        numbering: &mut Numbering,
    ) {
        self.resolved(styles);
        let resolved = self.resolved.take().unwrap_or_default();
        let mut number = self.number;
        let in_style = number.list.is_none();
        if in_style {
            number.list = resolved.number.list;
        }
        number.level = number.level.or(resolved.number.level);
        let numbered_in = resolved.numbered_in.as_deref().filter(|_| in_style);
        let mut prefix = numbering.next(&number, numbered_in, styles).unwrap_or_default();
        if self.words.trim().is_empty() && !in_cell {
            prefix.clear();
        }
        if self.words.starts_with(|first: char| first.is_numeric())
            && prefix.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '.' | '．'))
        {
            prefix.push(' ');
        }
        let start = tree.text.len();
        tree.text.push_str(&prefix);
        let base = tree.text.len();
        tree.text.push_str(&self.words);
        let first_link = tree.links.len();
        tree.links.extend(
            self.links.into_iter().map(|(range, target)| Link {
                span: Span::new(base + range.start, base + range.end),
                target,
            }),
        );
        let level = if self.outline.is_some() { level(self.outline) } else { resolved.level };
        let paragraph =
            Paragraph { text: start..tree.text.len(), links: first_link..tree.links.len(), level };
        tree.put(flow, Item::Paragraph(paragraph));
        if let Some(unread) = self.unread {
            tree.put(flow, Item::Unread(unread));
        }
        if self.pictured {
            tree.put(flow, Item::Picture);
        }
        for text_box in self.boxes {
            tree.put(flow, Item::TextBox(text_box));
        }
    }
}
