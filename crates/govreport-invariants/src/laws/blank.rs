//! Where a cell is `blank`, the source has an empty cell.

use std::collections::BTreeMap;

use govreport_core::Span;
use govreport_core::document::{BlockKind, Document};
use govreport_core::model::{Report, Status};

use crate::Violation;
use crate::marks::is_empty;

pub(crate) fn judge(document: &Document<'_>, report: &Report, violations: &mut Vec<Violation>) {
    if !report.cells().any(|cell| cell.status == Status::Blank) {
        return;
    }
    // How many columns each empty cell of the source stands for, which no more cells of the report may be.
    let mut empty: BTreeMap<Span, u32> = BTreeMap::new();
    for block in document.blocks().iter().filter(|block| matches!(block.kind, BlockKind::Row { .. })) {
        for cell in document.cells(block).iter().filter(|cell| is_empty(document.slice(cell.span))) {
            *empty.entry(cell.span).or_default() += cell.column_span.max(1);
        }
    }
    for cell in report.cells().filter(|cell| cell.status == Status::Blank) {
        let left = cell.span.and_then(|span| empty.get_mut(&span)).filter(|left| **left > 0);
        match left {
            Some(left) => *left -= 1,
            None => violations.push(Violation::NoEmptyCell {
                cell: cell.at(),
                at: cell.span,
                printed: cell.span.map(|span| document.slice(span).to_owned()),
            }),
        }
    }
}
