//! The identities (勾稽关系) of the form.

use super::{ColumnKey, Edition, RowKey, TableKind, form};

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

impl Identity {
    /// The cells of every instance of this identity in an edition: for each row, or each column, the cells on the left and
    /// those on the right. Rows that the edition does not have are left out.
    pub fn instances(&self, edition: Edition) -> Vec<Instance> {
        let form = form();
        match &self.terms {
            Terms::InEveryRow { left, right } => form
                .rows(self.table, edition)
                .map(|row| Instance {
                    left: left.iter().map(|column| (row.key, *column)).collect(),
                    right: right.iter().map(|column| (row.key, *column)).collect(),
                })
                .collect(),
            Terms::InEveryColumn { left, right } => form
                .columns(self.table)
                .map(|column| {
                    let cells = |rows: &[RowKey]| {
                        rows.iter()
                            .filter(|row| form.row(**row, edition).is_some())
                            .map(|row| (*row, column.key))
                            .collect()
                    };
                    Instance { left: cells(left), right: cells(right) }
                })
                .collect(),
        }
    }
}

/// One instance of an identity: the sum over `left` equals the sum over `right`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// Cells added on the left.
    pub left: Vec<(RowKey, ColumnKey)>,
    /// Cells added on the right.
    pub right: Vec<(RowKey, ColumnKey)>,
}
