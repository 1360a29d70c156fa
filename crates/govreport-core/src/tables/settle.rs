//! Settles the rows of a table whose numbers must add up: which number belongs to which cell.
//!
//! A row with one content for every column is taken as printed, right or wrong. Where contents were lost, shifted or run
//! together, the borders are believed first; where the identities contradict them, rows of the same shape are taken to have
//! lost contents alike, and the identities alone decide. What they leave open stays empty.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::arrangement::{
    Arrangement, arrangement, bounds, by_borders, by_order, join_inner_spaces, run_together, shape,
};
use super::draft::Slot;
use super::reconcile::{Bounds, Candidate, Line, Outcome, Place, Puzzle, Sum, solve};
use super::sheet::{Heading, Sheet};
use crate::check::Rule;
use crate::form::Instance;
use crate::model::{Finding, Status};
use crate::span::Span;

/// The most shapes of damage that are told apart when the borders are wrong.
const MOST_SHAPES: usize = 5;
/// The most readings listed in a finding.
const MOST_READINGS: usize = 8;

/// A row of the source and the cells of the form it fills.
pub(super) struct Row {
    /// The first of its cells in the sheet; `width` cells follow each other.
    pub(super) first: usize,
    pub(super) width: usize,
    /// What the row is called, for messages.
    pub(super) name: &'static str,
    pub(super) label: Option<Span>,
    pub(super) slots: Vec<Slot>,
    /// The grid column in which the first of its cells stands elsewhere in the table, where that is known.
    pub(super) column: Option<u32>,
    /// What stands in the row cannot be trusted, and why.
    pub(super) distrust: Option<&'static str>,
}

/// Fills the cells of `rows` in the sheet.
pub(super) fn settle(sheet: &mut Sheet<'_>, rows: &mut [Row], identities: &[Instance]) {
    for row in rows.iter_mut() {
        if let Some(joined) = join_inner_spaces(&row.slots, row.width) {
            row.slots = joined;
        }
    }
    let arrangements: Vec<Arrangement> = rows
        .iter()
        .map(|row| arrangement(&row.slots, row.width))
        .collect();
    let mut known = vec![Bounds::COUNT; sheet.cells.len()];
    let mut open = Vec::new();
    for (number, (row, arrangement)) in rows.iter().zip(&arrangements).enumerate() {
        match arrangement {
            _ if row.distrust.is_some() => doubt(sheet, row, row.distrust.unwrap_or_default(), &[]),
            Arrangement::Empty => (row.first..row.first + row.width).for_each(|cell| sheet.blank(cell)),
            Arrangement::Complete { first } => {
                for (offset, slot) in row.slots[*first..*first + row.width].iter().enumerate() {
                    known[row.first + offset] = bounds(slot);
                    sheet.fill(row.first + offset, slot, Status::Read, Heading::default());
                }
            }
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
    let sums = identities
        .iter()
        .filter_map(|instance| sum(sheet, instance))
        .collect();
    let puzzle = Puzzle {
        cells: known,
        lines: Vec::new(),
        sums,
    };
    let readings = Readings {
        rows,
        arrangements: &arrangements,
        open: &open,
    };
    match readings.decide(&puzzle) {
        Some((lines, outcome)) => {
            for (line, number) in lines.iter().zip(&open) {
                write(sheet, &rows[*number], line, &outcome, &lines);
            }
        }
        None => {
            for number in &open {
                doubt(
                    sheet,
                    &rows[*number],
                    "no arrangement of them satisfies the sums of the form",
                    &[],
                );
            }
        }
    }
}

fn sum(sheet: &Sheet<'_>, instance: &Instance) -> Option<Sum> {
    let cells = |terms: &[_]| -> Option<Vec<usize>> {
        terms
            .iter()
            .map(|(row, column)| {
                sheet
                    .cells
                    .iter()
                    .position(|cell| cell.row == *row && cell.column == *column)
            })
            .collect()
    };
    Some(Sum {
        left: cells(&instance.left)?,
        right: cells(&instance.right)?,
    })
}

/// How the open rows can be read, by their borders or by the order of their contents.
struct Readings<'a> {
    rows: &'a [Row],
    arrangements: &'a [Arrangement],
    open: &'a [usize],
}

/// An open row, read one way.
struct Reading {
    /// Its borders were believed.
    bordered: bool,
    line: Line,
}

impl Readings<'_> {
    /// The readings that satisfy the sums: by the borders if they do, otherwise with as few shapes of damage as possible
    /// read by order.
    fn decide(&self, puzzle: &Puzzle) -> Option<(Vec<Reading>, Outcome)> {
        let shapes = self.shapes();
        if shapes.len() > MOST_SHAPES {
            return None;
        }
        let mut subsets: Vec<u32> = (0..1_u32 << shapes.len()).collect();
        subsets.sort_by_key(|subset| subset.count_ones());
        let mut found: Option<(u32, Vec<Reading>, Outcome)> = None;
        for subset in subsets {
            if let Some((damaged, ..)) = &found
                && subset.count_ones() > damaged.count_ones()
            {
                break;
            }
            let Some(readings) = self.readings(&shapes, subset) else {
                continue;
            };
            let mut puzzle = puzzle.clone();
            puzzle.lines = readings.iter().map(|reading| reading.line.clone()).collect();
            puzzle.keep_sums_of_lines();
            let outcome = solve(&puzzle);
            if !outcome.complete {
                return None;
            }
            if outcome.solutions.is_empty() {
                continue;
            }
            match &found {
                None => found = Some((subset, readings, outcome)),
                // Two ways to explain the damage, equally simple, that say different things.
                Some((.., other)) if other.solutions != outcome.solutions => return None,
                Some(_) => {}
            }
        }
        found.map(|(_, readings, outcome)| (readings, outcome))
    }

    /// The shapes of the rows whose borders may be wrong, with the windows that all rows of the shape allow.
    fn shapes(&self) -> BTreeMap<(usize, Vec<bool>), Vec<usize>> {
        let mut shapes: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for number in self.open {
            if let Arrangement::Bordered { windows } = &self.arrangements[*number] {
                let row = &self.rows[*number];
                shapes
                    .entry((row.width, shape(&row.slots)))
                    .and_modify(|common| common.retain(|window| windows.contains(window)))
                    .or_insert_with(|| windows.clone());
            }
        }
        for ((width, shape), windows) in &mut shapes {
            if windows.len() > 1 {
                let aligned: Vec<usize> = windows
                    .iter()
                    .copied()
                    .filter(|window| self.is_aligned(*width, shape, *window))
                    .collect();
                if !aligned.is_empty() {
                    *windows = aligned;
                }
            }
        }
        shapes
    }

    /// Whether a window puts all rows of a shape under the column where the other rows of the table begin.
    fn is_aligned(&self, width: usize, of: &[bool], window: usize) -> bool {
        self.open.iter().map(|number| &self.rows[*number]).all(|row| {
            row.width != width || shape(&row.slots) != of || row.column == Some(row.slots[window].column)
        })
    }

    fn readings(
        &self,
        shapes: &BTreeMap<(usize, Vec<bool>), Vec<usize>>,
        damaged: u32,
    ) -> Option<Vec<Reading>> {
        self.open
            .iter()
            .map(|number| {
                let row = &self.rows[*number];
                let key = (row.width, shape(&row.slots));
                let at = shapes.keys().position(|other| *other == key);
                let believed = at.is_some_and(|at| damaged & 1 << at == 0);
                let candidates = if believed {
                    let windows = &shapes[&key];
                    by_borders(&row.slots, row.width, windows)
                } else {
                    by_order(&row.slots, row.width)
                };
                (!candidates.is_empty()).then(|| Reading {
                    bordered: believed,
                    line: Line {
                        first: row.first,
                        candidates,
                    },
                })
            })
            .collect()
    }
}

/// Figures run together, one for each column.
fn part(sheet: &mut Sheet<'_>, row: &Row, known: &mut [Bounds]) {
    let Some(figures) = run_together(&row.slots) else {
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
        let own = Slot {
            span: Span::new(start, start + width),
            ..*slot
        };
        sheet.derive(row.first + offset, value, Status::Read, Some(&own));
    }
    let message = format!(
        "{}: {figures} was parted into one figure for each column",
        row.name
    );
    let cells: Vec<_> = (row.first..row.first + row.width)
        .map(|cell| sheet.at(cell))
        .collect();
    sheet.findings.push(
        Finding::new(Rule::CellsParted, message)
            .at(slot.span)
            .about(cells),
    );
}

/// Writes an open row as the solutions leave it.
fn write(sheet: &mut Sheet<'_>, row: &Row, reading: &Reading, outcome: &Outcome, all: &[Reading]) {
    let Some(line) = all
        .iter()
        .position(|other| other.line.first == reading.line.first)
    else {
        return;
    };
    let choices: Vec<&Candidate> = outcome
        .solutions
        .iter()
        .map(|solution| &solution.choice[line])
        .collect();
    let mut doubtful = false;
    let mut derived = Vec::new();
    for offset in 0..row.width {
        let cell = row.first + offset;
        let place = choices[0].places[offset];
        let same_place = choices.iter().all(|choice| choice.places[offset] == place);
        match (place, outcome.value(cell)) {
            // The borders are right and show the cell, or every reading puts the same content here.
            (Place::Slot(slot), _) if same_place && reading.bordered => {
                sheet.fill(cell, &row.slots[slot], Status::Read, Heading::default());
            }
            (Place::Slot(slot), _) if same_place && row.slots[slot].number().is_none() => {
                sheet.fill(cell, &row.slots[slot], Status::Read, Heading::default());
            }
            (Place::Slot(slot), Some(value)) if bounds(&row.slots[slot]).value() == Some(value) => {
                let status = if reading.bordered {
                    Status::Read
                } else {
                    Status::Realigned
                };
                sheet.derive(cell, value, status, Some(&row.slots[slot]));
                derived.push(cell);
            }
            (Place::Part(_), Some(value)) => {
                let slot = row.slots.iter().find(|slot| !slot.is_blank());
                sheet.derive(cell, value, Status::Realigned, slot);
                derived.push(cell);
            }
            (Place::Lost, Some(value)) => {
                sheet.derive(cell, value, Status::Inferred, None);
                derived.push(cell);
            }
            _ => {
                sheet.doubt(cell);
                doubtful = true;
            }
        }
    }
    if doubtful {
        let readings: Vec<Vec<Option<Decimal>>> = outcome
            .solutions
            .iter()
            .take(MOST_READINGS)
            .map(|solution| {
                solution.cells[row.first..row.first + row.width]
                    .iter()
                    .map(|bounds| bounds.value().map(Decimal::from))
                    .collect()
            })
            .collect();
        say_doubt(
            sheet,
            row,
            "several arrangements of them satisfy the sums of the form",
            &readings,
        );
    } else if !derived.is_empty() && !reading.bordered {
        say_realigned(sheet, row, &derived, choices[0]);
    }
}

fn say_realigned(sheet: &mut Sheet<'_>, row: &Row, derived: &[usize], choice: &Candidate) {
    let printed = row.slots.iter().filter(|slot| !slot.is_blank()).count();
    let parted = choice.places.iter().any(|place| matches!(place, Place::Part(_)));
    let lost = choice
        .places
        .iter()
        .filter(|place| **place == Place::Lost)
        .count();
    let (rule, what) = if parted {
        (Rule::CellsParted, "numbers run together were parted".to_owned())
    } else if lost > 0 {
        let cells = if lost == 1 {
            "1 cell was lost"
        } else {
            "several cells were lost"
        };
        (
            Rule::CellsRealigned,
            format!("{printed} contents for {} columns: {cells}", row.width),
        )
    } else {
        (
            Rule::CellsRealigned,
            format!(
                "{printed} contents for {} columns: not all of them belong here",
                row.width
            ),
        )
    };
    let message = format!(
        "{}: {what}; the sums of the form leave only this arrangement",
        row.name
    );
    let cells: Vec<_> = derived.iter().map(|cell| sheet.at(*cell)).collect();
    sheet
        .findings
        .push(Finding::new(rule, message).at(place(row)).about(cells));
}

fn doubt(sheet: &mut Sheet<'_>, row: &Row, why: &str, readings: &[Vec<Option<Decimal>>]) {
    (row.first..row.first + row.width).for_each(|cell| sheet.doubt(cell));
    say_doubt(sheet, row, why, readings);
}

fn say_doubt(sheet: &mut Sheet<'_>, row: &Row, why: &str, readings: &[Vec<Option<Decimal>>]) {
    let printed = row.slots.iter().filter(|slot| !slot.is_blank()).count();
    let message = format!(
        "{}: {printed} contents for {} columns; {why}",
        row.name, row.width
    );
    let cells: Vec<_> = (row.first..row.first + row.width)
        .map(|cell| sheet.at(cell))
        .collect();
    let mut finding = Finding::new(Rule::CellsAmbiguous, message)
        .at(place(row))
        .about(cells)
        .hint("look at the source's own picture of the table");
    finding.candidates = readings.to_vec();
    sheet.findings.push(finding);
}

/// From the label of a row to its last content.
fn place(row: &Row) -> Option<Span> {
    let contents = row
        .slots
        .iter()
        .filter(|slot| !slot.is_blank())
        .map(|slot| slot.span);
    row.label.into_iter().chain(contents).reduce(Span::to)
}
