//! Where a cell is `blank`, the source has an empty cell. Of a row of nothing but empty cells it has most.

use std::collections::BTreeMap;

use govreport_core::Span;
use govreport_core::document::{BlockKind, Document};
use govreport_core::model::{Report, Status, Table, TableCell};

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
    let is_blank = |cell: &&TableCell| cell.status == Status::Blank;
    for (_, cells) in report.tables().into_iter().flat_map(Table::rows) {
        let mut without = Vec::new();
        for cell in cells.iter().filter(is_blank) {
            match cell.span.and_then(|span| empty.get_mut(&span)).filter(|left| **left > 0) {
                Some(left) => *left -= 1,
                None => without.push(cell),
            }
        }
        // A row of empty cells of which the source shows most: the label covers the others.
        let is_covered = 2 * without.len() < cells.len() && cells.iter().all(|cell| is_blank(&cell));
        let without = without.into_iter().filter(|cell| !is_covered || cell.span.is_some());
        violations.extend(without.map(|cell| Violation::NoEmptyCell {
            cell: cell.at(),
            at: cell.span,
            printed: cell.span.map(|span| document.slice(span).to_owned()),
        }));
    }
}
