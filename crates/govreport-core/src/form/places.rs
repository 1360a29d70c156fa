//! Where each row and column stands among those of the form: they are asked for once for every cell.

use super::column::FormColumn;
use super::keys::{ColumnKey, Edition, RowKey, TableKind};
use super::row::FormRow;

/// The places of the rows in each edition, and of the columns in each table, by the number of the key.
#[derive(Debug)]
pub(super) struct Places {
    rows: Vec<[Option<usize>; Edition::ALL.len()]>,
    columns: Vec<[Option<usize>; TableKind::ALL.len()]>,
}

impl Places {
    /// Of rows and columns, each in the order in which the first of several with the same key is meant.
    pub(super) fn of(rows: &[FormRow], columns: &[FormColumn]) -> Self {
        let mut places = Self {
            rows: vec![[None; Edition::ALL.len()]; RowKey::ALL.len()],
            columns: vec![[None; TableKind::ALL.len()]; ColumnKey::ALL.len()],
        };
        for (at, row) in rows.iter().enumerate() {
            for edition in Edition::ALL {
                if row.edition.is_none_or(|of| of == *edition || *edition == Edition::Hybrid) {
                    places.rows[row.key as usize][*edition as usize].get_or_insert(at);
                }
            }
        }
        for (at, column) in columns.iter().enumerate() {
            places.columns[column.key as usize][column.table as usize].get_or_insert(at);
        }
        places
    }

    pub(super) fn row(&self, key: RowKey, edition: Edition) -> Option<usize> {
        self.rows[key as usize][edition as usize]
    }

    pub(super) fn column(&self, table: TableKind, key: ColumnKey) -> Option<usize> {
        self.columns[key as usize][table as usize]
    }
}
