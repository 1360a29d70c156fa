//! Two columns that change places with their headings keep their numbers.

use std::collections::{BTreeMap, BTreeSet};

use govreport_core::document::{Block, BlockKind, Cell, Document};
use govreport_core::form::{ColumnKey, RowKey, TableKind, form};
use govreport_core::model::Report;

use super::draft::Draft;
use super::{compared, picked};
use crate::{Law, Violation};

/// Two columns that a table of the report has in every part of it that is printed.
#[derive(Debug)]
struct Columns {
    /// The tables of the source that have its numbers.
    tables: BTreeSet<u32>,
    /// The columns of the grid.
    a: u32,
    b: u32,
    /// What the form calls them.
    names: [&'static str; 2],
}

/// Lets two columns of a table with borders change places, with their headings, and reads again.
pub fn columns_exchanged(document: &Document<'_>, report: &Report, pick: u64) -> Vec<Violation> {
    // Where words have places on a page, those would have to change too.
    if !document.words().is_empty() {
        return Vec::new();
    }
    let pairs: Vec<Columns> =
        pairs(report).into_iter().filter(|columns| columns.can_change(document)).collect();
    let Some(columns) = picked(&pairs, pick) else { return Vec::new() };
    let mut draft = Draft::of(document);
    for (place, block) in document.blocks().iter().enumerate() {
        if let (true, Some((a, b))) = (columns.has(block), columns.places(document.cells(block))) {
            draft.exchange(place, a, b);
        }
    }
    let Columns { tables, a, b, names: [one, other] } = columns;
    let change = || format!("columns {a} {one} and {b} {other} of the source's tables {tables:?} exchanged");
    // What the page no longer tells may be left empty, and what it tells now be given.
    compared(Law::ColumnsExchanged, report, &draft.finish(), &change, |before, after| {
        after.value.is_none() || before.value.is_none() || before.value == after.value
    })
}

/// The pairs of columns of a table whose numbers stand in the same two columns of the grid in every row. Where merged cells are left out,
/// rows begin elsewhere, and a column of the grid is none of the table.
fn pairs(report: &Report) -> Vec<Columns> {
    let mut pairs = Vec::new();
    for table in report.tables() {
        // From the first to the last: between them may stand one that has a heading and no number.
        let of_sources = || table.cells.iter().filter_map(|cell| cell.grid).map(|grid| grid.table);
        let (Some(first), Some(last)) = (of_sources().min(), of_sources().max()) else { continue };
        let tables: BTreeSet<u32> = (first..=last).collect();
        // A sheet that holds several tables has columns of several.
        let others = report.tables().into_iter().filter(|other| other.kind != table.kind);
        let mut of_others = others.flat_map(|other| &other.cells).filter_map(|cell| cell.grid);
        if of_others.any(|grid| tables.contains(&grid.table)) {
            continue;
        }
        // The columns of the grid that each column of a row stands in: table three has several rows beside each other.
        let mut places: BTreeMap<(Option<RowKey>, ColumnKey), BTreeSet<Option<u32>>> = BTreeMap::new();
        for cell in table.cells.iter().filter(|cell| cell.value.is_some()) {
            let row = (table.kind == TableKind::Review).then_some(cell.row);
            places.entry((row, cell.column)).or_default().insert(cell.grid.map(|grid| grid.column));
        }
        if places.values().any(|columns| columns.len() > 1) {
            continue;
        }
        let known: Vec<_> =
            places.iter().filter_map(|(key, columns)| Some((*key, (*columns.first()?)?))).collect();
        let Some(edition) = table.edition.one() else { continue };
        for ((row, one), a) in &known {
            for ((_, other), b) in known.iter().filter(|((of, _), b)| of == row && a < b) {
                let name = |column: ColumnKey| form().column_label(table.kind, column, edition);
                let names = [name(*one), name(*other)];
                pairs.push(Columns { tables: tables.clone(), a: *a, b: *b, names });
            }
        }
    }
    pairs
}

impl Columns {
    /// Whether a block is a row of one of the tables.
    fn has(&self, block: &Block) -> bool {
        matches!(block.kind, BlockKind::Row { table, .. } if self.tables.contains(&table))
    }

    /// Whether every row has a cell of its own in each of the columns, or one that covers both, or none in either, and the headings that
    /// stand in these columns, letter by letter, are those of the columns. So they change places with what they head.
    fn can_change(&self, document: &Document<'_>) -> bool {
        let rows = || document.blocks().iter().filter(|block| self.has(block));
        let is_even = |block: &Block| {
            let cells = document.cells(block);
            let of = |column: u32| {
                cells
                    .iter()
                    .find(|cell| cell.column <= column && column < cell.column + cell.column_span.max(1))
            };
            match (of(self.a), of(self.b)) {
                (None, None) => true,
                (Some(a), Some(b)) => a == b || self.places(cells).is_some() && a.row_span == b.row_span,
                _ => false,
            }
        };
        let is_headed = |column: u32, name: &str| {
            let words = |cell: &Cell| document.slice(cell.span).split_whitespace().collect::<String>();
            rows().any(|block| {
                document.cells(block).iter().any(|cell| cell.column == column && words(cell) == name)
            })
        };
        rows().all(is_even) && is_headed(self.a, self.names[0]) && is_headed(self.b, self.names[1])
    }

    /// The places of the two cells in a row, where each has one of its own.
    fn places(&self, cells: &[Cell]) -> Option<(usize, usize)> {
        let of = |column: u32| cells.iter().position(|cell| cell.column == column && cell.column_span <= 1);
        Some((of(self.a)?, of(self.b)?))
    }
}
