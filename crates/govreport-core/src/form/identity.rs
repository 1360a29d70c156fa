//! The identities (勾稽关系) of the form.

use super::keys::{ColumnKey, RowKey, TableKind};

/// A sum that the form demands: the terms on the left add up to those on the right.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Identity {
    /// The table it is about.
    pub table: TableKind,
    /// Its name, such as `applicant-sum`.
    pub name: &'static str,
    /// What is added to what.
    pub terms: Terms,
}

/// The terms of an identity: columns of one row, or rows of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Terms {
    /// Holds in every row of the table.
    InEveryRow {
        /// Columns added on the left.
        left: Vec<ColumnKey>,
        /// Columns added on the right.
        right: Vec<ColumnKey>,
    },
    /// Holds in every column of the table.
    InEveryColumn {
        /// Rows added on the left.
        left: Vec<RowKey>,
        /// Rows added on the right.
        right: Vec<RowKey>,
    },
}
