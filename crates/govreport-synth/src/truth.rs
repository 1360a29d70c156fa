//! What a written report says, cell by cell.

use std::ops::Range;

use govreport_core::form::{ColumnKey, RowKey, SectionKey, TableKind};
use govreport_core::model::{CellRef, Date, Status, TableCell, Unit};
use rust_decimal::Decimal;

/// What a reader says of one cell (读数).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The number, if it gives one.
    pub value: Option<Decimal>,
    /// The unit of an amount.
    pub unit: Option<Unit>,
    /// How it came by the number, or why it gives none.
    pub status: Status,
}

impl Answer {
    /// What is said of a cell that is not among those read.
    pub const NONE: Self = Self { value: None, unit: None, status: Status::Absent };

    /// Whether it says that the page shows nothing here, or a dash. That is a claim about the page, as a number is.
    const fn claims_nothing(self) -> bool {
        self.value.is_none() && matches!(self.status, Status::Blank | Status::NotApplicable)
    }
}

impl From<&TableCell> for Answer {
    fn from(cell: &TableCell) -> Self {
        Self { value: cell.value, unit: cell.unit, status: cell.status }
    }
}

/// The truth of one cell (单元格真值).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TruthCell {
    /// The row.
    pub row: RowKey,
    /// The column.
    pub column: ColumnKey,
    /// The number that a reader must find; none where the source does not say one.
    pub value: Option<Decimal>,
    /// The unit of the number, where it is an amount and the source or the form names one.
    pub unit: Option<Unit>,
    /// The statuses that are right for it.
    pub statuses: Vec<Status>,
    /// Bytes of the cell's text as printed; none where nothing is printed.
    pub place: Option<Range<usize>>,
    /// The number that belongs here, where its cell was lost, so that a reader may work it out from the sums. None where the page
    /// shows what stands in the cell: nobody may put a number where it has a dash, words, or nothing. Where a row has another number in
    /// this place, it is the one that stands elsewhere in the row.
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

    /// Whether an answer is exactly right: the value, its unit and one of the right statuses. A number that is not printed may be
    /// inferred where that is one of them.
    pub fn is_exact(&self, answer: Answer) -> bool {
        let right = match (answer.value, self.value) {
            (None, None) => answer.status != Status::Inferred,
            (Some(_), None) => answer.status == Status::Inferred && self.is_number(answer, self.unprinted),
            (_, printed) => self.is_number(answer, printed),
        };
        right && self.statuses.contains(&answer.status)
    }

    /// How right an answer is.
    pub fn verdict(&self, answer: Answer) -> Verdict {
        if self.is_wrong(answer) {
            Verdict::Wrong
        } else if self.is_exact(answer) {
            Verdict::Exact
        } else if answer.claims_nothing() && !self.statuses.contains(&answer.status) {
            Verdict::Misstated
        } else if answer.value.is_none() && self.value.is_some() {
            Verdict::Honest
        } else {
            Verdict::Loose
        }
    }

    /// Whether an answer gives a number that the report does not say: the one thing that must not be.
    pub fn is_wrong(&self, answer: Answer) -> bool {
        answer.value.is_some()
            && !self.is_number(answer, self.value)
            && !self.is_number(answer, self.unprinted)
    }

    /// Whether an answer gives this number: of an amount, the same sum of money, whatever unit it is given in.
    fn is_number(&self, answer: Answer, number: Option<Decimal>) -> bool {
        let (Some(said), Some(number)) = (answer.value, number) else { return false };
        match (answer.unit, self.unit) {
            // A unit that nobody names is a claim of its own.
            (Some(_), None) => false,
            // Who names none means the unit printed.
            (None, _) => said == number,
            (Some(of_said), Some(of_number)) => {
                let sum = |amount: Decimal, unit| amount.checked_mul(yuan(unit)?);
                let said = sum(said, of_said);
                said.is_some() && said == sum(number, of_number)
            }
        }
    }
}

/// How many yuan a unit is; `None` for one that is not known here.
fn yuan(unit: Unit) -> Option<Decimal> {
    match unit {
        Unit::Yuan => Some(Decimal::ONE),
        Unit::TenThousandYuan => Some(Decimal::from(10_000)),
        _ => None,
    }
}

/// How right the reading of a cell is (读数评判).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// 准确: the value, its unit, and a right status.
    Exact,
    /// 近似: nothing that is not so, but under another status; or a number that is not printed and yet right.
    Loose,
    /// 如实留空: no value where the page says one. Not recovered, and not pretended.
    Honest,
    /// 误述: no value, and a status that says the page shows nothing here, or a dash, which is not so.
    Misstated,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn truth(value: Option<i64>, unprinted: Option<i64>, statuses: &[Status]) -> TruthCell {
        TruthCell {
            row: RowKey::Fees,
            column: ColumnKey::Amount,
            value: value.map(Decimal::from),
            unit: Some(Unit::TenThousandYuan),
            statuses: statuses.to_vec(),
            place: None,
            unprinted: unprinted.map(Decimal::from),
        }
    }

    fn said(value: i64, unit: Option<Unit>) -> Answer {
        Answer { value: Some(Decimal::from(value)), unit, status: Status::Read }
    }

    fn none(status: Status) -> Answer {
        Answer { status, ..Answer::NONE }
    }

    #[test]
    fn an_amount_is_right_in_any_unit_and_wrong_in_the_wrong_one() {
        let twelve = truth(Some(12), None, &[Status::Read]);
        assert_eq!(twelve.verdict(said(12, Some(Unit::TenThousandYuan))), Verdict::Exact);
        assert_eq!(twelve.verdict(said(120_000, Some(Unit::Yuan))), Verdict::Exact);
        assert_eq!(twelve.verdict(said(12, None)), Verdict::Exact);
        assert_eq!(twelve.verdict(said(12, Some(Unit::Yuan))), Verdict::Wrong);
        assert_eq!(twelve.verdict(said(120_000, Some(Unit::TenThousandYuan))), Verdict::Wrong);
        let bare = TruthCell { unit: None, ..twelve };
        assert_eq!(bare.verdict(said(12, Some(Unit::TenThousandYuan))), Verdict::Wrong);
    }

    #[test]
    fn a_true_number_behind_a_dash_is_wrong() {
        let dash = truth(None, None, &[Status::NotApplicable]);
        assert_eq!(dash.verdict(said(0, None)), Verdict::Wrong);
        assert_eq!(dash.verdict(none(Status::NotApplicable)), Verdict::Exact);
        assert_eq!(dash.verdict(none(Status::Blank)), Verdict::Misstated);
        assert_eq!(dash.verdict(none(Status::Ambiguous)), Verdict::Loose);
    }

    #[test]
    fn a_lost_number_may_be_worked_out() {
        let lost = truth(None, Some(3), &[Status::Ambiguous, Status::Inferred]);
        assert_eq!(lost.verdict(Answer { status: Status::Inferred, ..said(3, None) }), Verdict::Exact);
        assert_eq!(lost.verdict(said(3, None)), Verdict::Loose);
        assert_eq!(lost.verdict(said(4, None)), Verdict::Wrong);
        assert_eq!(lost.verdict(none(Status::Blank)), Verdict::Misstated);
    }

    #[test]
    fn a_blank_where_a_number_stands_is_no_honest_null() {
        let printed = truth(Some(5), None, &[Status::Read, Status::Realigned]);
        assert_eq!(printed.verdict(none(Status::Blank)), Verdict::Misstated);
        assert_eq!(printed.verdict(none(Status::NotApplicable)), Verdict::Misstated);
        assert_eq!(printed.verdict(none(Status::Absent)), Verdict::Honest);
    }
}
