//! One of the three tables of a report.

use serde::{Deserialize, Serialize};

use super::TableCell;
use crate::form::{ColumnKey, Edition, RowKey, TableKind};
use crate::span::Span;

/// How much of a table stands in the source (表格完整程度).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// 完整: every row of the edition is there.
    Complete,
    /// 残缺: some rows of the edition are not there.
    Partial,
    /// 缺失: nothing of the table is there.
    Absent,
}

/// One of the three tables (法定表格), with every cell of its edition in the form's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// Which table.
    pub kind: TableKind,
    /// The edition of the form its own labels show; where nothing of it stands in the source, the one its year calls for.
    pub edition: Edition,
    /// How much of it stands in the source.
    pub presence: Presence,
    /// From its first label to its last cell.
    pub span: Option<Span>,
    /// Every cell of the edition, absent ones too, in the form's order.
    pub cells: Vec<TableCell>,
}

impl Table {
    /// The cell in a row and a column; `None` where the edition has no such cell.
    pub fn get(&self, row: RowKey, column: ColumnKey) -> Option<&TableCell> {
        self.cells.iter().find(|cell| cell.row == row && cell.column == column)
    }

    /// The rows in order, each with its cells.
    pub fn rows(&self) -> impl Iterator<Item = (RowKey, &[TableCell])> {
        self.cells.chunk_by(|a, b| a.row == b.row).map(|cells| (cells[0].row, cells))
    }
}
