//! Writes what was decided into the cells, and says it.

use rust_decimal::Decimal;

use super::readings::Decision;
use super::solver::{Candidate, Place};
use crate::check::Rule;
use crate::model::{Finding, Status};
use crate::tables::cells::{Heading, Sheet};
use crate::tables::columns::{Row, bounds, place};

/// The most readings listed in a finding.
const MOST_READINGS: usize = 8;

/// Writes an open row as the solutions leave it.
pub(in crate::tables) fn write(sheet: &mut Sheet<'_>, row: &Row<'_>, decision: &Decision, line: usize) {
    let Decision { bordered, outcome, confirmed, rival } = decision;
    let (bordered, confirmed) = (bordered[line], confirmed[line]);
    // Numbers that may as well stand elsewhere: then nothing of the row can be told.
    let contested = !confirmed
        || rival.as_ref().is_some_and(|rival| {
            (0..row.width).any(|offset| match outcome.solutions[0].choice[line].places[offset] {
                Place::Slot(slot) => {
                    // A number beyond all reason, or one that no sum can hold, is told by its place alone.
                    let printed = bounds(&row.slots[slot]).value();
                    let elsewhere = printed.is_none() || rival.value(row.first + offset) != printed;
                    row.slots[slot].number().is_some() && elsewhere
                }
                _ => false,
            })
        });
    let choices: Vec<&Candidate> = outcome.solutions.iter().map(|solution| &solution.choice[line]).collect();
    let mut doubtful = false;
    let mut derived = Vec::new();
    for offset in 0..row.width {
        let cell = row.first + offset;
        let place = choices[0].places[offset];
        let same_place = choices.iter().all(|choice| choice.places[offset] == place);
        match (place, outcome.value(cell)) {
            // The borders are right and show the cell, or every reading puts the same content here.
            (Place::Slot(slot), _) if same_place && bordered && !contested => {
                sheet.fill(cell, &row.slots[slot], Status::Read, Heading::default());
            }
            (Place::Slot(slot), _) if same_place && !bordered && row.slots[slot].number().is_none() => {
                sheet.fill(cell, &row.slots[slot], Status::Read, Heading::default());
            }
            (Place::Slot(slot), Some(value))
                if bounds(&row.slots[slot]).value() == Some(value) && !contested =>
            {
                let status = if bordered { Status::Read } else { Status::Realigned };
                sheet.derive(cell, value, status, Some(&row.slots[slot]));
                derived.push(cell);
            }
            (Place::Part(_), Some(value)) if !contested => {
                let slot = row.slots.iter().find(|slot| !slot.is_blank());
                sheet.derive(cell, value, Status::Realigned, slot);
                derived.push(cell);
            }
            (Place::Lost, Some(value)) if !contested => {
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
        let solutions = outcome.solutions.iter().chain(rival.iter().flat_map(|rival| &rival.solutions));
        let readings: Vec<Vec<Option<Decimal>>> = solutions
            .take(MOST_READINGS)
            .map(|solution| {
                solution.cells[row.first..row.first + row.width]
                    .iter()
                    .map(|bounds| bounds.value().map(Decimal::from))
                    .collect()
            })
            .collect();
        let why = if confirmed {
            "several arrangements of them satisfy the sums of the form"
        } else {
            "no sum of printed numbers shows which column lost its own"
        };
        say_doubt(sheet, row, why, &readings);
    } else if !derived.is_empty() && !bordered {
        say_realigned(sheet, row, &derived, choices[0]);
    }
}

fn say_realigned(sheet: &mut Sheet<'_>, row: &Row<'_>, derived: &[usize], choice: &Candidate) {
    let printed = row.slots.iter().filter(|slot| !slot.is_blank()).count();
    let parted = choice.places.iter().any(|place| matches!(place, Place::Part(_)));
    let lost = choice.places.iter().filter(|place| **place == Place::Lost).count();
    let (rule, what) = if parted {
        (Rule::CellsParted, "numbers run together were parted".to_owned())
    } else if lost > 0 {
        let cells = if lost == 1 { "1 cell was lost" } else { "several cells were lost" };
        (Rule::CellsRealigned, format!("{printed} contents for {} columns: {cells}", row.width))
    } else {
        (
            Rule::CellsRealigned,
            format!("{printed} contents for {} columns: not all of them belong here", row.width),
        )
    };
    let message = format!("{}: {what}; the sums of the form leave only this arrangement", row.name);
    let cells: Vec<_> = derived.iter().map(|cell| sheet.at(*cell)).collect();
    sheet.findings.push(Finding::new(rule, message).at(place(row)).about(cells));
}

/// Marks a whole row as not to be told.
pub(in crate::tables) fn doubt(
    sheet: &mut Sheet<'_>,
    row: &Row<'_>,
    why: &str,
    readings: &[Vec<Option<Decimal>>],
) {
    (row.first..row.first + row.width).for_each(|cell| sheet.doubt(cell));
    say_doubt(sheet, row, why, readings);
}

fn say_doubt(sheet: &mut Sheet<'_>, row: &Row<'_>, why: &str, readings: &[Vec<Option<Decimal>>]) {
    let printed = row.slots.iter().filter(|slot| !slot.is_blank()).count();
    let message = format!("{}: {printed} contents for {} columns; {why}", row.name, row.width);
    let cells: Vec<_> = (row.first..row.first + row.width).map(|cell| sheet.at(cell)).collect();
    let mut finding = Finding::new(Rule::CellsAmbiguous, message)
        .at(place(row))
        .about(cells)
        .hint("look at the source's own picture of the table");
    finding.candidates = readings.to_vec();
    sheet.findings.push(finding);
}
