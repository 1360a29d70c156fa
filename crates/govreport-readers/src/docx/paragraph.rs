//! The paragraph that is being read.

use std::ops::Range;

use govreport_core::Span;
use govreport_core::document::PartUnread;

use super::looks::{Ground, Looks};
use super::numbering::Numbering;
use super::styles::{NumberedBy, Resolved, Styles, level};
use super::tree::{Item, Link, Paragraph, Tree};
use crate::package::Element;
use crate::raised::{Moved, Raised};

/// Stands for a picture where nothing else does: the character that Unicode has for it.
pub(super) const PICTURE: char = '\u{FFFC}';

/// The paragraph that is being read.
#[derive(Debug, Default)]
pub(super) struct Writing<'d> {
    pub(super) words: String,
    links: Vec<(Range<usize>, &'d str)>,
    /// What its properties say.
    pub(super) says: ParagraphProperties<'d>,
    /// Text boxes anchored in it, by the numbers of their flows.
    pub(super) boxes: Vec<usize>,
    /// Whether it shows a picture, or several.
    pub(super) pictured: bool,
    pub(super) unread: Option<PartUnread>,
    /// Words that are moved above or below the line.
    moved: Moved,
}

/// What the properties of a paragraph say.
#[derive(Debug, Clone, Default)]
pub(super) struct ParagraphProperties<'d> {
    style: Option<&'d Resolved>,
    outline: Option<u8>,
    number: NumberedBy,
    /// Whether the mark at its end is deleted, so that the next paragraph goes on in it.
    pub(super) goes_on: bool,
    /// 底纹.
    ground: Option<Ground>,
}

impl<'d> ParagraphProperties<'d> {
    /// Whether they say nothing.
    pub(super) fn is_nothing(&self) -> bool {
        let NumberedBy { list, level } = &self.number;
        !self.goes_on
            && self.ground.is_none()
            && self.style.is_none()
            && self.outline.is_none()
            && list.is_none()
            && level.is_none()
    }

    /// Whether the style hides the words.
    pub(super) fn hides(&self) -> bool {
        self.style.is_some_and(|style| style.hidden)
    }

    /// How its style makes words look.
    pub(super) fn looks(&self) -> Looks {
        self.style.map(|style| style.looks).unwrap_or_default()
    }

    /// The ground that the paragraph itself has.
    pub(super) fn ground(&self) -> Option<Ground> {
        self.ground
    }

    /// Takes in what an element of them says.
    pub(super) fn take(&mut self, element: &Element<'_>, styles: &'d Styles) {
        match element.name() {
            "pStyle" => self.style = element.value().map(|style| styles.resolve(&style)),
            "outlineLvl" => self.outline = element.number().and_then(|level| u8::try_from(level).ok()),
            "shd" => self.ground = Some(Ground::read(element)),
            "numId" => self.number.list = element.value().map(std::borrow::Cow::into_owned),
            "ilvl" => self.number.level = element.number().and_then(|level| u8::try_from(level).ok()),
            _ => {}
        }
    }
}

impl<'d> Writing<'d> {
    /// A link ends here that began at byte `start` of the words.
    pub(super) fn link(&mut self, start: usize, target: &'d str) {
        if start < self.words.len() {
            self.links.push((start..self.words.len(), target));
        }
    }

    /// Words were written from byte `start` on, moved or on the line.
    pub(super) fn wrote(&mut self, start: usize, moved: Option<Raised>) {
        self.moved.wrote(&self.words, start, moved);
    }

    /// Makes marks of words that are moved, where others are not.
    fn mark_moved(&mut self) {
        let Some(places) = self.moved.mark(&mut self.words) else { return };
        let place = |at: usize| places.get(at).copied().unwrap_or_default();
        for (range, _) in &mut self.links {
            *range = place(range.start)..place(range.end);
        }
    }

    /// Turns the words from byte `start` on round: they are shown from the last letter to the first.
    pub(super) fn turn(&mut self, start: usize) {
        let Some(words) = self.words.get(start..) else { return };
        let turned: String = words.chars().rev().collect();
        self.words.truncate(start);
        self.words.push_str(&turned);
        self.links.retain(|(range, _)| range.end <= start);
        self.moved.forget_from(start);
    }

    /// Makes it ready for the next paragraph, which goes on with its words.
    pub(super) fn go_on(&mut self) {
        self.says = ParagraphProperties::default();
    }

    /// Makes it ready for a new paragraph, which takes the room of its words over.
    pub(super) fn clear(&mut self) {
        self.words.clear();
        self.links.clear();
        self.says = ParagraphProperties::default();
        self.boxes.clear();
        self.pictured = false;
        self.unread = None;
        self.moved.clear();
    }

    /// Puts the paragraph at the end of a flow, with its number in front and what is anchored in it behind.
    ///
    /// An empty paragraph that is numbered shows its number in a cell: so the column of running numbers (序号) is made.
    pub(super) fn put(
        &mut self,
        tree: &mut Tree,
        flow: usize,
        in_cell: bool,
        styles: &Styles,
        numbering: &mut Numbering,
    ) {
        self.mark_moved();
        let start = tree.text.len();
        if let Some(mut prefix) = self.number(styles, numbering)
            && (in_cell || !self.words.trim().is_empty())
        {
            if self.words.starts_with(|first: char| first.is_numeric())
                && prefix.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '.' | '．'))
            {
                prefix.push(' ');
            }
            tree.text.push_str(&prefix);
        }
        let base = tree.text.len();
        tree.text.push_str(&self.words);
        let first_link = tree.links.len();
        tree.links.extend(self.links.iter().map(|(range, target)| Link {
            span: Span::new(base + range.start, base + range.end),
            target: (*target).to_owned(),
        }));
        let ParagraphProperties { outline, style, .. } = &self.says;
        let level = if outline.is_some() { level(*outline) } else { style.and_then(|style| style.level) };
        let paragraph =
            Paragraph { text: start..tree.text.len(), links: first_link..tree.links.len(), level };
        tree.put(flow, Item::Paragraph(paragraph));
        if let Some(unread) = self.unread.take() {
            tree.put(flow, Item::Unread(unread));
        }
        if self.pictured {
            tree.put(flow, Item::Picture);
        }
        for text_box in &self.boxes {
            tree.put(flow, Item::TextBox(*text_box));
        }
    }

    /// Counts it on in the list it stands in, if it stands in one, and gives its number.
    fn number(&self, styles: &Styles, numbering: &mut Numbering) -> Option<String> {
        let own = &self.says.number;
        let of_style = self.says.style.map(|style| &style.number);
        let list = own.list.as_deref().or_else(|| of_style?.list.as_deref())?;
        let level = own.level.or_else(|| of_style?.level);
        let numbered_in = self.says.style.filter(|_| own.list.is_none());
        numbering.next(list, level, numbered_in.and_then(|style| style.numbered_in.as_deref()), styles)
    }
}
