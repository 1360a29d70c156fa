//! No two cells share a piece of the text, but copies of one merged cell in one row.

use govreport_core::Span;
use govreport_core::model::{Report, TableCell};

use crate::Violation;

pub(crate) fn judge(report: &Report, violations: &mut Vec<Violation>) {
    let mut cells: Vec<(Span, &TableCell)> = report
        .cells()
        .filter_map(|cell| Some((cell.span?, cell)))
        .filter(|(span, _)| !span.is_empty())
        .collect();
    cells.sort_by_key(|(span, _)| *span);
    // The cell that reaches furthest so far: what begins before its end overlaps it.
    let mut furthest: Option<(Span, &TableCell)> = None;
    for (span, cell) in cells {
        if let Some((other, before)) = furthest.filter(|(other, _)| span.start < other.end)
            && !is_copy((span, cell), (other, before))
        {
            violations.push(Violation::SpansOverlap { a: before.at(), at: other, b: cell.at(), other: span });
        }
        if furthest.is_none_or(|(other, _)| span.end > other.end) {
            furthest = Some((span, cell));
        }
    }
}

/// Whether two cells are one merged cell of the source that stands for several columns of a row. A number stands for one.
fn is_copy((a, one): (Span, &TableCell), (b, other): (Span, &TableCell)) -> bool {
    a == b
        && one.row == other.row
        && one.value.is_none()
        && other.value.is_none()
        && one.status == other.status
}
