//! Two columns that change places with their headings keep their numbers.

use std::collections::BTreeSet;

use govreport_core::document::{BlockKind, Cell, Document};
use govreport_core::model::Report;

use super::draft::Draft;
use super::{compared, picked};
use crate::{Law, Violation};

/// Two columns of a table of the source.
#[derive(Debug, Clone, Copy)]
struct Columns {
    table: u32,
    a: u32,
    b: u32,
}

/// Lets two columns of a table with borders change places, with their headings, and reads again.
pub fn columns_exchanged(document: &Document<'_>, report: &Report, pick: u64) -> Vec<Violation> {
    // Where words have places on a page, those would have to change too.
    if !document.words().is_empty() {
        return Vec::new();
    }
    let pairs: Vec<Columns> = pairs(report).into_iter().filter(|columns| can(document, *columns)).collect();
    let Some(columns) = picked(&pairs, pick).copied() else { return Vec::new() };
    let mut draft = Draft::of(document);
    for (place, block) in document.blocks().iter().enumerate() {
        let is_row = matches!(block.kind, BlockKind::Row { table, .. } if table == columns.table);
        if let (true, Some((a, b))) = (is_row, both(document.cells(block), columns)) {
            draft.exchange(place, a, b);
        }
    }
    let change = || format!("columns {} and {} of table {} exchanged", columns.a, columns.b, columns.table);
    // What the page no longer tells may be left empty.
    compared(Law::ColumnsExchanged, report, &draft.finish(), &change, |before, after| {
        after.value.is_none() || before.value == after.value
    })
}

/// The pairs of columns that numbers of one row stand in.
fn pairs(report: &Report) -> Vec<Columns> {
    let mut pairs = BTreeSet::new();
    let rows = report.tables().into_iter().flat_map(|table| table.rows().map(|(_, cells)| cells));
    for cells in rows {
        let places = || cells.iter().filter(|cell| cell.value.is_some()).filter_map(|cell| cell.grid);
        for one in places() {
            let others = places().filter(|other| other.table == one.table && other.column > one.column);
            pairs.extend(others.map(|other| (one.table, one.column, other.column)));
        }
    }
    pairs.into_iter().map(|(table, a, b)| Columns { table, a, b }).collect()
}

/// Whether every row of the table has a cell of its own in each of the columns, or one that covers both, or none in either.
fn can(document: &Document<'_>, columns: Columns) -> bool {
    let rows = document
        .blocks()
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Row { table, .. } if table == columns.table));
    rows.into_iter().all(|block| {
        let cells = document.cells(block);
        let of = |column: u32| {
            cells.iter().find(|cell| cell.column <= column && column < cell.column + cell.column_span.max(1))
        };
        match (of(columns.a), of(columns.b)) {
            (None, None) => true,
            (Some(a), Some(b)) => a == b || both(cells, columns).is_some() && a.row_span == b.row_span,
            _ => false,
        }
    })
}

/// The places of the two cells in a row, where each has one of its own.
fn both(cells: &[Cell], columns: Columns) -> Option<(usize, usize)> {
    let of = |column: u32| cells.iter().position(|cell| cell.column == column && cell.column_span <= 1);
    Some((of(columns.a)?, of(columns.b)?))
}
