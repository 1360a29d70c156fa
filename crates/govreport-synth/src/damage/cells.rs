//! Cells of a row that are lost, moved or run together.

use govreport_core::form::TableKind;

use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::Slot;

/// A table: mostly table two, which has most of the cells.
fn table(random: &mut Random) -> TableKind {
    match random.below(6) {
        0 => TableKind::Proactive,
        1 => TableKind::Review,
        _ => TableKind::Requests,
    }
}

/// Rows with at least two numbers.
fn wide_rows(draft: &Draft<'_>, table: TableKind) -> Vec<Place> {
    let rows = draft.number_rows(Some(table));
    rows.into_iter().filter(|place| draft.cells(*place).len() > 1).collect()
}

/// The first number of a row.
fn first_number(line: &[Slot]) -> usize {
    line.iter().position(Slot::is_number).unwrap_or(line.len())
}

/// One column's cell is lost in each row of a run; an empty cell may stand before what is left.
pub(super) fn lost(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = wide_rows(draft, table(random));
    let start = random.size(0, rows.len().saturating_sub(1));
    let longest = rows.len().saturating_sub(start);
    let length = if random.one_in(3) { random.size(1, longest) } else { random.size(1, longest.min(8)) };
    let run = rows.get(start..start + length)?;
    let column = random.pick(&draft.cells(*run.first()?)).copied()?.column;
    let blank_before = random.one_in(2);
    for place in run {
        let line = draft.line(*place)?;
        // Table three has three cells of each column in one row; one of them is lost.
        if let Some(at) = line.iter().position(|slot| slot.cell.is_some_and(|cell| cell.column == column)) {
            line.remove(at);
            if blank_before {
                line.insert(first_number(line), Slot::empty());
            }
            draft.moved(*place);
            draft.restate(*place);
        }
    }
    let what = if blank_before { ", an empty cell before the others" } else { "" };
    Some(format!("{} rows from {} on lost {column}{what}", run.len(), name(draft, *run.first()?)))
}

/// The name of a row.
fn name(draft: &Draft<'_>, place: Place) -> String {
    draft.cells(place).first().map(|cell| cell.row.to_string()).unwrap_or_default()
}

/// Numbers one column too far right, with or without the last one, or too far left.
pub(super) fn shifted(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = wide_rows(draft, table(random));
    let start = random.size(0, rows.len().saturating_sub(1));
    let length = random.size(1, rows.len().saturating_sub(start).min(3));
    let run = rows.get(start..start + length)?;
    let how = random.below(4);
    let mut what = "";
    for place in run {
        draft.moved(*place);
        if how == 3 {
            what = "left, to the border";
            draft.sheet(*place)?.flush_left.insert(place.row);
            continue;
        }
        let line = draft.line(*place)?;
        let first = first_number(line);
        match how {
            0 => {
                what = "right, one cell more";
                line.insert(first, Slot::empty());
            }
            1 => {
                what = "right, the last one lost";
                let last = line.iter().rposition(Slot::is_number)?;
                line.remove(last);
                line.insert(first, Slot::empty());
            }
            _ => {
                what = "left, the first one lost";
                line.remove(first);
                line.push(Slot::empty());
            }
        }
        draft.restate(*place);
    }
    Some(format!("{} rows from {} on shifted {what}", run.len(), name(draft, *run.first()?)))
}

/// Two neighbours of some rows run together, or all numbers of them.
pub(super) fn joined(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = wide_rows(draft, table(random));
    let start = random.size(0, rows.len().saturating_sub(1));
    let length = random.size(1, rows.len().saturating_sub(start).min(4));
    let run = rows.get(start..start + length)?;
    let all = random.one_in(3);
    let at = random.size(0, 13);
    for place in run {
        draft.moved(*place);
        let line = draft.line(*place)?;
        let numbers: Vec<usize> =
            line.iter().enumerate().filter(|(_, slot)| slot.is_number()).map(|(at, _)| at).collect();
        let pairs = numbers.len() - 1;
        let (from, to) = if all { (0, pairs) } else { (at % pairs, at % pairs + 1) };
        let taken: Vec<Slot> = line.splice(numbers[from]..=numbers[to], []).collect();
        let mut whole = taken.first()?.clone();
        whole.text = taken.iter().map(|slot| slot.text.as_str()).collect();
        line.insert(numbers[from], whole);
        let cells: Vec<_> = taken.iter().filter_map(|slot| slot.cell).collect();
        for other in cells.iter().skip(1) {
            draft.ledger.joined(cells[0], *other);
        }
    }
    let what = if all { "all numbers" } else { "two numbers" };
    Some(format!("{what} of {} rows from {} on run together", run.len(), name(draft, *run.first()?)))
}
