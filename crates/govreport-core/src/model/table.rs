//! One of the three tables of a report.

use serde::{Deserialize, Serialize};

use super::TableCell;
use crate::form::{ColumnKey, Edition, RowKey, TableKind, form};
use crate::span::Span;

/// How much of a table stands in the source (表格完整程度).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Presence {
    /// 完整: every row of the edition is there.
    Complete,
    /// 残缺: some rows of the edition are not there.
    Partial,
    /// 缺失: nothing of the table is there.
    Absent,
}

/// The edition of the form that a printed table follows (表格版本).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum TableEdition {
    /// That of 2019, the trial form.
    #[serde(rename = "2019")]
    E2019,
    /// That of 2021, the form in force.
    #[serde(rename = "2021")]
    E2021,
    /// 混用: blocks of both in one table; only table one is made of blocks that can differ. Each cell has the edition of its own
    /// row.
    #[serde(rename = "hybrid")]
    Hybrid,
}

impl TableEdition {
    /// All members.
    pub const ALL: &'static [Self] = &[Self::E2019, Self::E2021, Self::Hybrid];

    /// The name, as it stands in every output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::E2019 => Edition::E2019.key(),
            Self::E2021 => Edition::E2021.key(),
            Self::Hybrid => "hybrid",
        }
    }

    /// The one edition that the whole table follows; `None` where it mixes them.
    pub const fn one(self) -> Option<Edition> {
        match self {
            Self::E2019 => Some(Edition::E2019),
            Self::E2021 => Some(Edition::E2021),
            Self::Hybrid => None,
        }
    }
}

impl From<Edition> for TableEdition {
    fn from(edition: Edition) -> Self {
        match edition {
            Edition::E2019 => Self::E2019,
            Edition::E2021 => Self::E2021,
        }
    }
}

impl std::fmt::Display for TableEdition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.key())
    }
}

/// One of the three tables (法定表格), with every cell of its edition in the form's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Table {
    /// Which table.
    pub kind: TableKind,
    /// The edition of the form its own labels show; where nothing of it stands in the source, the one its year calls for.
    pub edition: TableEdition,
    /// How much of it stands in the source.
    pub presence: Presence,
    /// From its first label to its last cell.
    pub span: Option<Span>,
    /// Every cell of the edition, absent ones too, in the form's order.
    pub cells: Vec<TableCell>,
}

impl Table {
    /// A table of which nothing is in the source: every cell of the edition, `absent`.
    pub fn absent(kind: TableKind, edition: Edition) -> Self {
        let cells = form().rows(kind, edition).flat_map(|row| {
            row.columns.iter().map(move |column| TableCell::absent(row.key, *column, edition))
        });
        let cells = cells.collect();
        Self { kind, edition: edition.into(), presence: Presence::Absent, span: None, cells }
    }

    /// The cell in a row and a column; `None` where the edition has no such cell.
    pub fn get(&self, row: RowKey, column: ColumnKey) -> Option<&TableCell> {
        self.cells.iter().find(|cell| cell.row == row && cell.column == column)
    }

    /// The rows in order, each with its cells.
    pub fn rows(&self) -> impl Iterator<Item = (RowKey, &[TableCell])> {
        self.cells.chunk_by(|a, b| a.row == b.row).map(|cells| (cells[0].row, cells))
    }
}
