//! The things that stand on a page: lines of text, tables, pictures.

use super::passage::{Glue, Passage};
use super::rect::Rect;
use super::table::Table;

/// Something that stands on a page.
#[derive(Debug)]
pub(super) enum Item {
    Line(TextLine),
    Table(Table),
    /// Numbers of which it is not clear which row they belong to.
    Aside(TextLine),
    /// A picture of some size.
    Picture(Rect),
}

/// A line of text outside of tables.
#[derive(Debug)]
pub(super) struct TextLine {
    /// As seen when the page is turned upright.
    pub(super) area: Rect,
    /// The height of its characters.
    pub(super) height: f64,
    /// Its parts, where gaps part it as columns are parted; otherwise one.
    pub(super) parts: Vec<Part>,
    /// Whether it runs from left to right.
    pub(super) is_level: bool,
}

/// A part of a line between gaps.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) passage: Passage,
    pub(super) area: Rect,
}

impl TextLine {
    /// Whether gaps part it as columns are parted.
    pub(super) fn is_parted(&self) -> bool {
        self.parts.len() > 1
    }

    /// Its text.
    pub(super) fn passage(&self) -> Passage {
        let mut whole = Passage::default();
        for part in &self.parts {
            whole.append(&part.passage, Glue::Space);
        }
        whole
    }
}

impl Item {
    pub(super) fn area(&self) -> Rect {
        match self {
            Self::Line(line) | Self::Aside(line) => line.area,
            Self::Table(table) => table.area,
            Self::Picture(area) => *area,
        }
    }
}
