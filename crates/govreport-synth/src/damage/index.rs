//! Columns and rows that count columns and rows, and what programs write where nothing stands.

use govreport_core::model::Status;

use super::select::{any_table, numbers};
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::{Position, Slot};

/// All tables with their places.
fn tables(draft: &Draft<'_>) -> Vec<Place> {
    draft.sheets().map(|(place, _)| place).collect()
}

/// A column before the labels numbers the rows: 序号, 行次.
pub(super) fn rows(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let kind = any_table(random)?;
    let name = *random.pick(&["序号", "行次", "编号", "栏次", ""])?;
    let padded = random.one_in(4);
    let mut number = 0;
    for place in tables(draft) {
        let sheet = draft.sheet(place)?;
        let heads = sheet.first_numbers();
        let first = (0..sheet.rows.len()).find(|row| sheet.rows[*row].len() > 1).unwrap_or(0);
        if sheet.kind != kind {
            continue;
        }
        for row in 0..sheet.rows.len() {
            let is_row = sheet.has_numbers(row);
            let line = sheet.rows.get_mut(row)?;
            if let [title] = line.as_mut_slice()
                && title.columns > 1
                && !is_row
            {
                title.columns += 1;
                continue;
            }
            let slot = if is_row {
                number += 1;
                // What numbers rows is a label of them.
                Slot::label(if padded { format!("{number:02}") } else { number.to_string() }, 1, 1)
            } else if row == first && heads > row {
                Slot::label(name, 1, heads - row)
            } else if row < heads {
                continue;
            } else {
                Slot::label(name, 1, 1)
            };
            line.insert(0, slot);
        }
    }
    for place in draft.number_rows(Some(kind)) {
        draft.moved(place);
    }
    (number > 0).then(|| format!("a column {name} before the labels of {kind}, from 1 to {number}"))
}

/// A row below the headings numbers the columns: 甲 1 2 3, 栏次 1 2 3.
pub(super) fn columns(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let kind = any_table(random)?;
    let name = *random.pick(&["甲", "栏次", "", "乙"])?;
    let brackets = random.one_in(4);
    // Blocks number their columns anew, or go on.
    let goes_on = random.one_in(2);
    let mut number = 0;
    let mut added = 0;
    for place in tables(draft) {
        let sheet = draft.sheet(place)?;
        if sheet.kind != kind {
            continue;
        }
        let labels = sheet.label_columns();
        let blocks: Vec<usize> = (1..sheet.rows.len())
            .filter(|row| sheet.has_numbers(*row) && !sheet.has_numbers(row - 1))
            .collect();
        for row in blocks.into_iter().rev() {
            if !goes_on {
                number = 0;
            }
            let mut line: Vec<Slot> =
                (labels > 0).then(|| Slot::label(name, labels, 1)).into_iter().collect();
            let of_row = &sheet.rows[row];
            line.extend(numbers(of_row).into_iter().map(|at| {
                number += 1;
                let text = if brackets { format!("({number})") } else { number.to_string() };
                Slot::foreign(text, of_row[at].columns)
            }));
            sheet.insert_row(row, line);
            added += 1;
        }
    }
    for place in draft.number_rows(Some(kind)) {
        draft.moved(place);
    }
    (added > 0).then(|| format!("below {added} headings of {kind} a row with the numbers of its columns"))
}

/// A program printed the table: places that nothing stands in are `NaN`, headings that are none `Unnamed: 3`, and perhaps each whole
/// number has a decimal.
pub(super) fn fillers(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let filler = *random.pick(&["NaN", "None", "nan", "null", "NULL", "<NA>"])?;
    let decimals = random.one_in(3);
    let index = random.one_in(3);
    let unnamed = random.one_in(2);
    let mut places_filled = 0;
    for place in tables(draft) {
        let sheet = draft.sheet(place)?;
        let mut rows: Vec<Vec<Slot>> = Vec::new();
        for (number, positions) in sheet.grid().into_iter().enumerate() {
            let mut row: Vec<Slot> = Vec::new();
            if index {
                let text = if number == 0 { String::new() } else { (number - 1).to_string() };
                row.push(Slot::label(text, 1, 1));
            }
            for (column, position) in positions.into_iter().enumerate() {
                let empty = match position {
                    Position::Start(slot) if !slot.text.is_empty() => {
                        row.push(Slot { columns: 1, rows: 1, ..slot.clone() });
                        continue;
                    }
                    Position::Start(slot) => Slot { columns: 1, rows: 1, padding: ("", ""), ..slot.clone() },
                    Position::Beside | Position::Below => Slot::empty(),
                };
                let text =
                    if number == 0 && unnamed { format!("Unnamed: {column}") } else { filler.to_owned() };
                row.push(Slot { text, ..empty });
                places_filled += 1;
            }
            rows.push(row);
        }
        sheet.rows = rows;
        sheet.flush_left.clear();
    }
    for place in draft.number_rows(None) {
        draft.moved(place);
        for at in numbers(super::select::line(draft, place)) {
            let slot = draft.line(place)?.get_mut(at)?;
            let cell = slot.cell?;
            if slot.text == filler {
                // Nothing stands there, or what a program calls so.
                draft.ledger.permit(cell, &[Status::Blank, Status::NotApplicable, Status::Text]);
            } else if decimals && !slot.text.is_empty() && slot.text.bytes().all(|b| b.is_ascii_digit()) {
                slot.text.push_str(".0");
                draft.ledger.scattered(cell);
            }
        }
    }
    (places_filled > 0).then(|| format!("{places_filled} places are filled with {filler}"))
}
