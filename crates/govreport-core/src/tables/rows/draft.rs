//! Rows as they stand in the source: a label and what follows it.

use super::heading::Heading;
use crate::form::RowKey;
use crate::span::Span;
use crate::tables::tokens::Slot;
use crate::text::lexicon::Node;

/// How a row was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) enum Recognition {
    /// Its label is a wording of the form.
    Label(RowKey),
    /// Its label differs in some characters, and is like that of no other row.
    Near(RowKey),
    /// Its label differs in some characters; that no other row is missing tells which it is.
    Distance(RowKey),
    /// It has no label and stands between its neighbours.
    Order(RowKey),
    /// Its label began as a wording of the form does.
    Fragment(Node),
    /// It has other words for a label, or none.
    Unknown,
}

impl Recognition {
    pub(in crate::tables) fn key(self) -> Option<RowKey> {
        match self {
            Self::Label(key) | Self::Near(key) | Self::Distance(key) | Self::Order(key) => Some(key),
            Self::Fragment(_) | Self::Unknown => None,
        }
    }
}

/// A row as it stands in the source.
#[derive(Debug, Clone)]
pub(in crate::tables) struct Draft {
    pub(in crate::tables) recognition: Recognition,
    /// The label, or the words in its place.
    pub(in crate::tables) label: Option<Span>,
    /// The block of the document that the label stands in, or the first of the contents where there is none.
    pub(in crate::tables) line: u32,
    /// The group label that stands before it last (an article, a kind of outcome).
    pub(in crate::tables) block: usize,
    /// Its first and last slots among those of the table.
    pub(in crate::tables) first: usize,
    pub(in crate::tables) end: usize,
    /// Numbers stand in front of its label, and none behind it.
    pub(in crate::tables) behind_numbers: bool,
    /// Its label has a remark in brackets behind it, as the name of a part has: 行政许可（新办）.
    pub(in crate::tables) bracketed: bool,
    /// Its label is a heading of the source, which heads what stands below it.
    pub(in crate::tables) is_heading: bool,
    /// How a label that shares its cell with others came by its contents.
    pub(in crate::tables) pairing: Pairing,
}

/// How a label came by its contents where one cell holds several labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) enum Pairing {
    /// It has a cell of its own.
    Alone,
    /// As many rows stand beside the cell as it holds labels.
    Paired,
    /// Fewer or more do.
    Torn,
}

/// The rows of a table and the headings between them.
#[derive(Debug, Default)]
pub(in crate::tables) struct Drafts {
    pub(in crate::tables) rows: Vec<Draft>,
    pub(in crate::tables) slots: Vec<Slot>,
    /// Blocks of the table: the columns their headings name. A new one begins with every group label or heading of columns
    /// that follows numbers.
    pub(in crate::tables) blocks: Vec<Heading>,
    /// Numbers in front of the label of a row that has none behind it, or beside the heading of a column: whose they are is not
    /// shown.
    pub(in crate::tables) strays: Vec<Span>,
    /// A number stands beside the heading of a column: rows and columns are exchanged.
    pub(in crate::tables) exchanged: bool,
    /// What captions say of the bodies that the numbers are of: 全市, 本级.
    pub(in crate::tables) scopes: Vec<Span>,
    /// From the first to the last token of the form.
    pub(in crate::tables) span: Option<Span>,
    /// The longest row of borders around nothing: a line of the form that nobody filled in.
    pub(in crate::tables) blank_line: Vec<Slot>,
}

impl Drafts {
    pub(in crate::tables) fn slots_of(&self, draft: &Draft) -> &[Slot] {
        &self.slots[draft.first..draft.end]
    }
}
