//! A row as the form prints it.

use serde::{Deserialize, Serialize};

use crate::form::{Edition, RowKey, TableKind, form};

/// A row of the form (表行) in the edition that the source follows, which tells how it is labelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PrintedRow {
    /// The row.
    pub row: RowKey,
    /// Its edition.
    pub edition: Edition,
}

impl PrintedRow {
    /// A row in an edition.
    pub const fn new(row: RowKey, edition: Edition) -> Self {
        Self { row, edition }
    }

    /// Its label, as the form prints it: `（一）予以公开`.
    pub fn label(self) -> &'static str {
        let own = form().row(self.row, self.edition);
        own.or_else(|| form().row_of_any_edition(self.row)).map_or("", |row| row.label)
    }
}

/// What of a table a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Place {
    /// 一行: one row.
    Row(PrintedRow),
    /// 整张表: all rows, where they stand in one line.
    Table(TableKind),
}

impl Place {
    /// The label of the row, or the heading of the table's section.
    pub fn label(self) -> &'static str {
        match self {
            Self::Row(row) => row.label(),
            Self::Table(table) => form().section_label(table.section()),
        }
    }
}
