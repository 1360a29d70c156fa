//! The identities as they hold for single rows and columns of the form.

use super::form;
use super::identity::{Identity, Terms};
use super::keys::{ColumnKey, Edition, RowKey};

/// One instance of an identity: the sum over `left` equals the sum over `right`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Instance {
    /// Cells added on the left.
    pub left: Vec<(RowKey, ColumnKey)>,
    /// Cells added on the right.
    pub right: Vec<(RowKey, ColumnKey)>,
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
