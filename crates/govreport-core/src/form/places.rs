//! Where each row and column stands among those of the form: they are asked for once for every cell.

use super::column::FormColumn;
use super::keys::{ColumnKey, Edition, RowKey, TableKind};
use super::label::{Label, Meaning};
use super::row::FormRow;

/// The places of the rows in each edition, and of the columns in each table, by the number of the key.
#[derive(Debug)]
pub(super) struct Places {
    rows: Vec<[Option<usize>; Edition::ALL.len()]>,
    columns: Vec<[Option<usize>; TableKind::ALL.len()]>,
    /// The wordings of each column: few of all labels are its own.
    headings: Vec<Vec<&'static str>>,
}

impl Places {
    /// Of rows and columns, each in the order in which the first of several with the same key is meant.
    pub(super) fn of(rows: &[FormRow], columns: &[FormColumn], labels: &[Label]) -> Self {
        let mut places = Self {
            rows: vec![[None; Edition::ALL.len()]; RowKey::ALL.len()],
            columns: vec![[None; TableKind::ALL.len()]; ColumnKey::ALL.len()],
            headings: vec![Vec::new(); ColumnKey::ALL.len()],
        };
        for label in labels {
            if let Meaning::Column(column) = label.meaning {
                places.headings[column as usize].push(label.wording);
            }
        }
        for (at, row) in rows.iter().enumerate() {
            for edition in Edition::ALL {
                if row.edition.is_none_or(|of| of == *edition) {
                    places.rows[row.key as usize][*edition as usize].get_or_insert(at);
                }
            }
        }
        for (at, column) in columns.iter().enumerate() {
            places.columns[column.key as usize][column.table as usize].get_or_insert(at);
        }
        places
    }

    /// In whichever edition has the row, the first line of the data first.
    pub(super) fn row_of_any_edition(&self, key: RowKey) -> Option<usize> {
        self.rows[key as usize].iter().flatten().copied().min()
    }

    pub(super) fn row(&self, key: RowKey, edition: Edition) -> Option<usize> {
        self.rows[key as usize][edition as usize]
    }

    /// The wordings of the headings of a column, in their order.
    pub(super) fn headings(&self, column: ColumnKey) -> &[&'static str] {
        &self.headings[column as usize]
    }

    pub(super) fn column(&self, table: TableKind, key: ColumnKey) -> Option<usize> {
        self.columns[key as usize][table as usize]
    }
}
