//! Settles the rows of a table whose numbers must add up: which number belongs to which cell.
//!
//! A row with one content for every column is taken as printed, right or wrong. Where contents were lost, shifted or run
//! together, the borders are believed first; where the identities contradict them, rows of the same shape are taken to have
//! lost contents alike, and the identities alone decide. What they leave open stays empty.

mod readings;
mod solver;
mod write;

pub(in crate::tables) use solver::{Bounds, Candidate, Place};

use self::readings::Readings;
use self::solver::{Puzzle, Sum};
use self::write::{doubt, write};
use crate::check::Rule;
use crate::form::{ColumnKey, Edition, Instance, RowKey, TableKind, form};
use crate::model::{Finding, Status};
use crate::span::Span;
use crate::tables::cells::{Heading, Sheet};
use crate::tables::columns::{Arrangement, Row, arrangement, bounds, join_inner_spaces, run_together};
use crate::tables::tokens::Slot;

/// Says of the cells of a row that they are empty; and where, if there is one between borders for each.
fn blank(sheet: &mut Sheet<'_>, row: &Row<'_>) {
    for offset in 0..row.width {
        let slot = match row.column {
            _ if row.slots.len() == row.width => row.slots.get(offset),
            Some(column) => row.slots.iter().find(|slot| slot.column as usize == column as usize + offset),
            None => None,
        };
        match slot {
            Some(slot) if slot.bordered => {
                sheet.fill(row.first + offset, slot, Status::Blank, Heading::default());
            }
            _ => sheet.blank(row.first + offset),
        }
    }
}

/// Fills the cells of `rows` in the sheet, by the identities of the table in this edition.
pub(in crate::tables) fn settle(
    sheet: &mut Sheet<'_>,
    rows: &mut [Row<'_>],
    table: TableKind,
    edition: Edition,
) {
    for row in rows.iter_mut() {
        if let Some(joined) = join_inner_spaces(&row.slots, row.width, row.has_total()) {
            row.slots = joined.into();
        }
        // As many contents as columns, on a grid that has more: the empty cells between are no columns of the form.
        let filled = row.slots.iter().filter(|slot| !slot.is_blank());
        if row.slots.len() > row.width && filled.clone().count() == row.width {
            row.slots = filled.copied().collect::<Vec<_>>().into();
        }
    }
    let arrangements: Vec<Arrangement> = rows.iter().map(|row| arrangement(&row.slots, row.width)).collect();
    let mut known = vec![Bounds::COUNT; sheet.cells.len()];
    let mut open = Vec::new();
    for (number, (row, arrangement)) in rows.iter().zip(&arrangements).enumerate() {
        match arrangement {
            _ if row.distrust.is_some() => doubt(sheet, row, row.distrust.unwrap_or_default(), &[]),
            Arrangement::Empty => blank(sheet, row),
            Arrangement::Complete { first } => {
                for (offset, slot) in row.slots[*first..*first + row.width].iter().enumerate() {
                    known[row.first + offset] = bounds(slot);
                    sheet.fill(row.first + offset, slot, Status::Read, Heading::default());
                }
            }
            Arrangement::Spanning => sheet.fill_all(row.first..row.first + row.width, &row.slots[0]),
            Arrangement::Parted => part(sheet, row, &mut known),
            Arrangement::Bordered { .. } | Arrangement::Open => open.push(number),
            Arrangement::Unclear => {
                doubt(sheet, row, "there are far more numbers than columns", &[]);
            }
        }
    }
    if open.is_empty() {
        return;
    }
    let identities = form().identities(table).flat_map(|identity| identity.instances(edition));
    let sums = identities.filter_map(|instance| sum(sheet, &instance)).collect();
    let puzzle = Puzzle { cells: known, lines: Vec::new(), sums };
    match Readings::new(rows, &arrangements, &open, puzzle).decide() {
        Some(decision) => {
            for (line, number) in open.iter().enumerate() {
                write(sheet, &rows[*number], &decision, line);
            }
        }
        None => {
            for number in &open {
                doubt(sheet, &rows[*number], "no arrangement of them satisfies the sums of the form", &[]);
            }
        }
    }
}

fn sum(sheet: &Sheet<'_>, instance: &Instance) -> Option<Sum> {
    // The cells of a sheet stand in the order of the form, which is that of the keys.
    let cell = |(row, column): &(RowKey, ColumnKey)| {
        sheet.cells.binary_search_by_key(&(*row, *column), |cell| (cell.row, cell.column)).ok()
    };
    let cells = |terms: &[_]| terms.iter().map(cell).collect::<Option<Vec<usize>>>();
    Some(Sum { left: cells(&instance.left)?, right: cells(&instance.right)? })
}

/// Figures run together, one for each column.
fn part(sheet: &mut Sheet<'_>, row: &Row<'_>, known: &mut [Bounds]) {
    let Some(figures) = run_together(&row.slots, row.width) else {
        return;
    };
    let Some(slot) = row.slots.iter().find(|slot| !slot.is_blank()) else {
        return;
    };
    for (offset, figure) in figures.chars().filter_map(|c| c.to_digit(10)).enumerate() {
        let value = i64::from(figure);
        known[row.first + offset] = Bounds::of(value);
        // Each figure is one character of the run, and stands where it stands.
        let width = slot.span.len() / figures.len();
        let start = slot.span.start + offset * width;
        let own = Slot { span: Span::new(start, start + width), ..*slot };
        sheet.derive(row.first + offset, value, Status::Read, Some(&own));
    }
    let message = format!("{}: {figures} was parted into one figure for each column", row.name);
    let cells: Vec<_> = (row.first..row.first + row.width).map(|cell| sheet.at(cell)).collect();
    sheet.findings.push(Finding::new(Rule::CellsParted, message).at(slot.span).about(cells));
}
