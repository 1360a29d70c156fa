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

    /// Whether a reading is exactly right: the value and one of the right statuses. A number that is not printed may be
    /// inferred where that is one of them.
    pub fn is_exact(&self, value: Option<Decimal>, status: Status) -> bool {
        let inferred = status == Status::Inferred && value.is_some() && value == self.unprinted;
        (inferred || value == self.value && (value.is_some() || status != Status::Inferred))
            && self.statuses.contains(&status)
    }

    /// How right a reading is.
    pub fn verdict(&self, value: Option<Decimal>, status: Status) -> Verdict {
        if self.is_wrong(value) {
            Verdict::Wrong
        } else if self.is_exact(value, status) {
            Verdict::Exact
        } else if value.is_none() && self.value.is_some() {
            Verdict::Null
        } else {
            Verdict::Loose
        }
    }

    /// Whether a reading claims a number that the report does not say: the one thing that must not be.
    pub fn is_wrong(&self, value: Option<Decimal>) -> bool {
        value.is_some() && value != self.value && value != self.unprinted
    }
}

/// How right the reading of a cell is (读数评判).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// 准确: the value, and a right status.
    Exact,
    /// 近似: nothing that is not so, but under another status; or a number that is not printed and yet right.
    Loose,
    /// 如实留空: no value where the page says one. Not recovered, and not pretended.
    Null,
    /// 错误: a number that the page does not say and that is not the true one.
    Wrong,
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
    /// 损坏经过: what damage did, in words; nothing for a damage that found nothing to do.
    pub said: Vec<String>,
}

impl Written {
    /// The truth of a cell.
    pub fn cell(&self, row: RowKey, column: ColumnKey) -> Option<&TruthCell> {
        self.truth.iter().find(|cell| cell.row == row && cell.column == column)
    }
}
