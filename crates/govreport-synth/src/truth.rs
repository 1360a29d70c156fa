//! What a written report says, cell by cell.

use std::ops::Range;

use govreport_core::form::{ColumnKey, RowKey, SectionKey, TableKind};
use govreport_core::model::{CellRef, Date, Status};
use rust_decimal::Decimal;

/// The truth of one cell (单元格真值).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TruthCell {
    /// The row.
    pub row: RowKey,
    /// The column.
    pub column: ColumnKey,
    /// The number that a reader must find; none where the source does not say one.
    pub value: Option<Decimal>,
    /// The statuses that are right for it.
    pub statuses: Vec<Status>,
    /// Bytes of the cell's text as printed; none where nothing is printed.
    pub place: Option<Range<usize>>,
    /// The number that belongs here, where the source does not print it: a reader that works it out from the sums invents nothing.
    pub unprinted: Option<Decimal>,
}

impl TruthCell {
    /// The table of the cell.
    pub const fn table(&self) -> TableKind {
        self.row.table()
    }

    /// The address of the cell.
    pub const fn at(&self) -> CellRef {
        CellRef::new(self.row, self.column)
    }

    /// Whether a reading is exactly right: the value and one of the right statuses.
    pub fn is_exact(&self, value: Option<Decimal>, status: Status) -> bool {
        value == self.value && self.statuses.contains(&status)
    }

    /// Whether a reading claims a number that the report does not say: the one thing that must not be.
    pub fn is_wrong(&self, value: Option<Decimal>) -> bool {
        value.is_some() && value != self.value && value != self.unprinted
    }
}

/// A report as written, with its truth.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The text.
    pub text: String,
    /// Every cell of the editions printed, in the form's order.
    pub truth: Vec<TruthCell>,
    /// 标题: the title without line breaks and spaces.
    pub title: String,
    /// 报告机关: the body that reports.
    pub issuer: String,
    /// 报告年度: the year reported on.
    pub year: u16,
    /// 统计期限: the first and the last day of the reporting period, where printed.
    pub period: Option<(Date, Date)>,
    /// 发布日期: the day of publication, where printed.
    pub published: Option<Date>,
    /// The sections printed, in order.
    pub sections: Vec<SectionKey>,
}

impl Written {
    /// The truth of a cell.
    pub fn cell(&self, row: RowKey, column: ColumnKey) -> Option<&TruthCell> {
        self.truth.iter().find(|cell| cell.row == row && cell.column == column)
    }
}
