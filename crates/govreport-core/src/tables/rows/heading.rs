//! What the heading of the columns says.

use crate::form::ColumnKey;

/// What the heading of a block of the table says.
#[derive(Debug, Default, Clone)]
pub(in crate::tables) struct Heading {
    /// The columns, in the order of the source, with what the wording says of them.
    pub(in crate::tables) columns: Vec<HeadColumn>,
    /// The heading names a column that is none of the form's.
    pub(in crate::tables) has_others: bool,
}

/// A column named in a heading.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) struct HeadColumn {
    pub(in crate::tables) column: ColumnKey,
    /// The column of the grid it stands in, where the source shows one.
    pub(in crate::tables) grid: Option<u32>,
    /// The unit named is 元.
    pub(in crate::tables) in_yuan: bool,
    /// The unit named is 万元.
    pub(in crate::tables) unit_named: bool,
    /// The wording is only the beginning of this label, and of others: it shows the edition, not the column.
    pub(in crate::tables) vague: bool,
    /// The block of the document it stands in: columns with the same one are named in one line.
    pub(in crate::tables) line: u32,
}
