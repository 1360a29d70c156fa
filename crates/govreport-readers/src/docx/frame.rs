//! The elements that are open while a part is read, and what they keep until they end.

use super::field::Choices;
use super::paragraph::Writing;
use crate::raised::Raised;

/// An element that is open.
#[derive(Debug)]
pub(super) enum Frame<'d> {
    /// One that says nothing of itself: what is in it counts as if it stood there alone.
    Plain,
    Paragraph,
    Run,
    /// Words that are to be seen.
    Words,
    ParagraphProperties,
    /// Where in which list a paragraph stands.
    ListProperties,
    /// Properties of the mark at the end of a paragraph.
    MarkProperties,
    RunProperties,
    TableProperties,
    /// Words shown from the last letter to the first, and where they begin.
    Turned {
        start: usize,
    },
    /// A part of a formula above or below the line, and what holds behind it.
    Risen {
        outer: Option<Raised>,
    },
    /// Something that stands behind a part of a formula.
    Closing(&'static str),
    Table,
    Grid,
    Row,
    RowProperties,
    /// A cell; the flow that goes on after it.
    Cell {
        outer: usize,
    },
    CellProperties,
    /// A text box; what goes on after it.
    TextBox {
        outer: usize,
        paragraph: Option<Box<Writing<'d>>>,
    },
    /// A content control (内容控件).
    Control {
        asks: bool,
    },
    ControlProperties,
    /// The choices of a field.
    Choices(Choices),
    /// A link, and where its words begin.
    Link {
        target: &'d str,
        start: usize,
    },
    /// Content in several forms, and whether one was taken.
    Alternatives {
        taken: bool,
    },
    /// One of the forms, and how much there was before.
    Alternative {
        before: (usize, usize),
    },
    /// A note (脚注、尾注), with the flow that goes on after it.
    Note {
        outer: usize,
    },
}
