//! The record of a cell.

use compact_str::CompactString;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Reason, Warrant};
use crate::document::{Area, GridPlace};
use crate::form::{ColumnKey, Edition, RowKey, TableKind};
use crate::span::Span;

/// How a cell came by its value, or why it has none (单元格状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// 照录: the number stands in the source at this cell.
    Read,
    /// 归位: the number stands in the source, but under another column or row; the identities leave only this place for it.
    Realigned,
    /// 推定: no number stands in the source for this cell; the identities leave only this value.
    Inferred,
    /// 空白: the cell is there and empty.
    Blank,
    /// 不适用: the cell holds a dash, a slash or words such as 不适用 or 无.
    NotApplicable,
    /// 文字: the cell holds other words.
    Text,
    /// 存疑: several readings satisfy the identities, or none does; the candidates are in the finding.
    Ambiguous,
    /// 缺失: the row or column is not in the source at all.
    Absent,
}

impl Status {
    /// All members.
    pub const ALL: [Self; 8] = [
        Self::Read,
        Self::Realigned,
        Self::Inferred,
        Self::Blank,
        Self::NotApplicable,
        Self::Text,
        Self::Ambiguous,
        Self::Absent,
    ];

    /// The name, as it stands in every output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Realigned => "realigned",
            Self::Inferred => "inferred",
            Self::Blank => "blank",
            Self::NotApplicable => "not_applicable",
            Self::Text => "text",
            Self::Ambiguous => "ambiguous",
            Self::Absent => "absent",
        }
    }

    /// Whether a cell with this status has a value.
    pub const fn has_value(self) -> bool {
        matches!(self, Self::Read | Self::Realigned | Self::Inferred)
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.key())
    }
}

/// The unit of an amount (金额单位).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unit {
    /// 元
    Yuan,
    /// 万元
    TenThousandYuan,
}

impl Unit {
    /// All members.
    pub const ALL: [Self; 2] = [Self::Yuan, Self::TenThousandYuan];

    /// The name, as it stands in every output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yuan => "yuan",
            Self::TenThousandYuan => "ten_thousand_yuan",
        }
    }
}

impl std::fmt::Display for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.key())
    }
}

/// A cell of one of the three tables (表格单元格).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TableCell {
    /// The row.
    pub row: RowKey,
    /// The column.
    pub column: ColumnKey,
    /// The edition of the form that the row is printed in (行的格式版本): it tells which label the row and the column have. In a
    /// table that mixes editions, rows differ.
    pub edition: Edition,
    /// The number: a count (whole, zero or more), a change (whole, signed) or an amount (exact decimal, in the unit of the
    /// form: 万元 for fees); absent unless the status is `read`, `realigned` or `inferred`.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub value: Option<Decimal>,
    /// How the value came to be, or why there is none.
    pub status: Status,
    /// The text of the cell as printed; absent where nothing is printed.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub raw: Option<CompactString>,
    /// Where that text stands.
    pub span: Option<Span>,
    /// The page, from 1, where the format knows pages.
    pub page: Option<u32>,
    /// Where on that page (版面位置), where the format knows it: `box` in JSON and Python.
    #[serde(rename = "box")]
    pub area: Option<Area>,
    /// Table, row and column in the source (源表格位置), where the source shows borders.
    pub grid: Option<GridPlace>,
    /// The unit of `value`, for an amount: 万元 for fees, also where the source prints 元 and it was converted; for the
    /// procurement of the form of 2019, which names no unit, the one printed with the number or in the heading of its column.
    pub unit: Option<Unit>,
    /// Why no number is given although one may be printed (存疑原因); only where the status is `ambiguous`.
    pub reason: Option<Reason>,
    /// What warrants the number (依据), or what is lacking, for a cell that could get one.
    pub warrant: Option<Warrant>,
}

impl TableCell {
    /// A cell of which nothing is printed.
    pub fn absent(row: RowKey, column: ColumnKey, edition: Edition) -> Self {
        Self {
            row,
            column,
            edition,
            value: None,
            status: Status::Absent,
            raw: None,
            span: None,
            page: None,
            area: None,
            grid: None,
            unit: None,
            reason: None,
            warrant: None,
        }
    }

    /// The table the cell belongs to.
    pub const fn table(&self) -> TableKind {
        self.row.table()
    }

    /// The address of the cell.
    pub const fn at(&self) -> CellRef {
        CellRef { table: self.row.table(), row: self.row, column: self.column }
    }
}

/// The address of a cell: table, row, column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CellRef {
    /// The table.
    pub table: TableKind,
    /// The row.
    pub row: RowKey,
    /// The column.
    pub column: ColumnKey,
}

impl CellRef {
    /// The address of a cell of the table that has this row.
    pub const fn new(row: RowKey, column: ColumnKey) -> Self {
        Self { table: row.table(), row, column }
    }
}

impl std::fmt::Display for CellRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}/{}", self.table, self.row, self.column)
    }
}
