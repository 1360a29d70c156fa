//! The status agrees with what stands at the span.

use govreport_core::form::{NumberKind, form};
use govreport_core::model::{Report, Status, TableCell};

use crate::Violation;
use crate::marks::{is_empty, is_not_applicable, is_plain_count};

pub(crate) fn judge(text: &str, report: &Report, violations: &mut Vec<Violation>) {
    for cell in report.cells() {
        let printed = cell.span.map(|span| span.of(text));
        if !agrees(cell, printed) {
            violations.push(Violation::StatusDisagrees {
                cell: cell.at(),
                status: cell.status,
                printed: printed.map(str::to_owned),
            });
        }
    }
}

fn agrees(cell: &TableCell, printed: Option<&str>) -> bool {
    let shown = printed.filter(|printed| !is_empty(printed));
    match cell.status {
        Status::Read | Status::Realigned => {
            cell.value.is_some() && shown.is_some_and(|shown| !is_not_applicable(shown))
        }
        Status::Inferred => cell.value.is_some() && printed.is_none(),
        Status::Absent | Status::Ambiguous => cell.value.is_none() && printed.is_none(),
        Status::Blank => cell.value.is_none() && shown.is_none(),
        Status::NotApplicable => cell.value.is_none() && shown.is_some_and(is_not_applicable),
        Status::Text => {
            let is_count = form()
                .column(cell.table(), cell.column)
                .is_some_and(|column| matches!(column.number, NumberKind::Count));
            // Characters that print nothing are no empty cell.
            let is_words =
                |printed: &str| !(is_not_applicable(printed) || is_count && is_plain_count(printed));
            cell.value.is_none()
                && printed.is_some_and(|printed| !printed.trim().is_empty() && is_words(printed))
        }
        // A status that this crate does not know agrees with nothing.
        _ => false,
    }
}
