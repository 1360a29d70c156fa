//! Rows as they stand in the source: a label and what follows it.

mod writer;

use self::writer::Writer;
use super::token::{Content, Token};
use crate::form::{ColumnKey, RowKey, TableKind};
use crate::span::Span;
use crate::text::lexicon::Node;
use crate::text::number::Printed;

/// What stands at one place of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) content: Content,
    pub(super) span: Span,
    pub(super) block: u32,
    pub(super) column: u32,
    pub(super) bordered: bool,
}

impl Slot {
    pub(super) fn is_blank(&self) -> bool {
        matches!(self.content, Content::Blank)
    }

    pub(super) fn number(&self) -> Option<Printed> {
        match self.content {
            Content::Number { printed, .. } => Some(printed),
            _ => None,
        }
    }
}

/// How a row was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Recognition {
    /// Its label is a wording of the form.
    Label(RowKey),
    /// Its label differs in some characters.
    Distance(RowKey),
    /// It has no label and stands between its neighbours.
    Order(RowKey),
    /// Its label began as a wording of the form does.
    Fragment(Node),
    /// It has other words for a label, or none.
    Unknown,
}

impl Recognition {
    pub(super) fn key(self) -> Option<RowKey> {
        match self {
            Self::Label(key) | Self::Distance(key) | Self::Order(key) => Some(key),
            Self::Fragment(_) | Self::Unknown => None,
        }
    }
}

/// A row as it stands in the source.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) recognition: Recognition,
    /// The label, or the words in its place.
    pub(super) label: Option<Span>,
    /// The group label that stands before it last (an article, a kind of outcome).
    pub(super) block: usize,
    /// Its first and last slots among those of the table.
    pub(super) first: usize,
    pub(super) end: usize,
    /// Numbers stand in front of its label, and none behind it.
    pub(super) behind_numbers: bool,
    /// Its label has a remark in brackets behind it, as the name of a part has: 行政许可（新办）.
    pub(super) bracketed: bool,
}

/// The rows of a table and the headings between them.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    pub(super) rows: Vec<Draft>,
    pub(super) slots: Vec<Slot>,
    /// Blocks of the table: the columns their headings name. A new one begins with every group label or heading of columns
    /// that follows numbers.
    pub(super) blocks: Vec<Heading>,
    /// Numbers in front of the label of a row that has none behind it, or beside the heading of a column: whose they are is not
    /// shown.
    pub(super) strays: Vec<Span>,
    /// A number stands beside the heading of a column: rows and columns are exchanged.
    pub(super) exchanged: bool,
    /// From the first to the last token of the form.
    pub(super) span: Option<Span>,
    /// The longest row of borders around nothing: a line of the form that nobody filled in.
    pub(super) blank_line: Vec<Slot>,
}

/// What the heading of a block of the table says.
#[derive(Debug, Default, Clone)]
pub(super) struct Heading {
    /// The columns, in the order of the source, with what the wording says of them.
    pub(super) columns: Vec<HeadColumn>,
    /// The heading names a column that is none of the form's.
    pub(super) has_others: bool,
}

/// A column named in a heading.
#[derive(Debug, Clone, Copy)]
pub(super) struct HeadColumn {
    pub(super) column: ColumnKey,
    /// The column of the grid it stands in, where the source shows one.
    pub(super) grid: Option<u32>,
    /// The unit named is 元.
    pub(super) in_yuan: bool,
    /// The unit named is 万元.
    pub(super) unit_named: bool,
    /// The wording is only the beginning of this label, and of others: it shows the edition, not the column.
    pub(super) vague: bool,
    /// The block of the document it stands in: columns with the same one are named in one line.
    pub(super) line: u32,
}

impl Drafts {
    pub(super) fn slots_of(&self, draft: &Draft) -> &[Slot] {
        &self.slots[draft.first..draft.end]
    }

    /// Puts the pieces of a table together.
    pub(super) fn of<'a>(table: TableKind, text: &str, pieces: impl Iterator<Item = &'a [Token]>) -> Self {
        // The longest table of the form has 25 rows of seven numbers; borders add empty cells.
        let drafts = Self { rows: Vec::with_capacity(32), slots: Vec::with_capacity(256), ..Self::default() };
        let mut writer = Writer::new(table, text, drafts);
        for piece in pieces {
            writer.piece(piece);
        }
        writer.finish()
    }
}
