//! What stands in a table: labels, contents of cells, other words.

use crate::span::Span;
use crate::tables::vocabulary::WordingNumber;
use crate::text::lexicon::Node;
use crate::text::number::Printed;

/// A piece of a table's text.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) struct Token {
    pub(in crate::tables) kind: Kind,
    pub(in crate::tables) span: Span,
    /// Number of the block it stands in.
    pub(in crate::tables) block: u32,
    /// Column of the grid, where the source shows one.
    pub(in crate::tables) column: u32,
    /// How many columns of the grid its cell covers.
    pub(in crate::tables) columns: u32,
    /// Whether the source shows the borders of the cell, so that an empty cell keeps its place.
    pub(in crate::tables) bordered: bool,
    /// Of a label that is, letter by letter, a wording of the form: which. What is asked of its words alone need not be found again.
    pub(in crate::tables) wording: Option<WordingNumber>,
}

/// What a piece of a table's text is.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) enum Kind {
    /// A wording of the form.
    Label(Node),
    /// The beginning of a wording whose end was not found.
    Fragment(Node),
    /// What stands where a number may stand.
    Content(Content),
    /// Words that are none of the form's.
    Words,
    /// The table was left here: text of another kind follows.
    Break,
}

/// What stands where a number may stand.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) enum Content {
    /// A number. `glued`: nothing parts it from the label before it.
    Number { printed: Printed, glued: bool },
    /// Nothing, between borders.
    Blank,
    /// A dash, or words that mean that no number applies.
    NotApplicable,
    /// Other words.
    Words,
    /// What is printed is not told: a number in a cell that covers this column and others, or an empty cell beside words or figures that may
    /// be its own.
    Untold,
}
