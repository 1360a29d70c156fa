//! Dashes, words, empty cells and marks, alone, in one cell, or beside a cell that was lost.

use govreport_core::form::{ColumnKey, NumberKind, form};
use govreport_core::model::{CellRef, Status};
use rust_decimal::Decimal;

use super::select::{line, numbers, own_label, printed, written};
use crate::draft::{Draft, Place};
use crate::layout::Layout;
use crate::random::Random;
use crate::sheet::Slot;

/// What stands in a cell that has no number.
const MARKS: [&str; 7] = ["—", "-", "/", "－", "——", "无", "不适用"];

/// One cell of one row, whatever row has one.
fn one(draft: &Draft<'_>, random: &mut Random, least: usize) -> Option<(Place, usize, CellRef)> {
    let place = *random.pick(&printed(draft, None, least))?;
    let of_row = line(draft, place);
    let at = *random.pick(&numbers(of_row))?;
    Some((place, at, of_row[at].cell?))
}

/// One cell of one row is lost.
pub(super) fn one_lost(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let (place, at, cell) = one(draft, random, 2)?;
    draft.line(place)?.remove(at);
    draft.moved(place);
    draft.restate(place);
    Some(format!("{cell} is lost"))
}

/// One cell is empty.
pub(super) fn one_blank(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let (place, at, cell) = one(draft, random, 1)?;
    empty(draft, place, at)?;
    Some(format!("{cell} is empty"))
}

/// Takes the text out of a cell.
fn empty(draft: &mut Draft<'_>, place: Place, at: usize) -> Option<()> {
    let slot = draft.line(place)?.get_mut(at)?;
    slot.text.clear();
    slot.padding = ("", "");
    let cell = slot.cell?;
    draft.ledger.blank(cell);
    if !draft.ledger.keeps_blanks() {
        draft.moved(place);
    }
    Some(())
}

/// A mark stands in one cell.
pub(super) fn one_dash(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let (place, at, cell) = one(draft, random, 1)?;
    let mark = *random.pick(&MARKS)?;
    mark.clone_into(&mut draft.line(place)?[at].text);
    draft.ledger.unprinted(cell, vec![Status::NotApplicable]);
    Some(format!("{cell} says {mark}"))
}

/// Zeros of a row are marks or empty, and one more cell is lost.
pub(super) fn mark_and_loss(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows: Vec<Place> = printed(draft, None, 3)
        .into_iter()
        .filter(|place| {
            let zeros = draft.cells(*place).into_iter().filter_map(|at| draft.ledger.value(at));
            zeros.filter(Decimal::is_zero).count() >= 2
        })
        .collect();
    let place = *random.pick(&rows)?;
    // Words that hold a number are none, and yet they may seem to fill a place.
    let mark = *random.pick(&["—", "-", "/", "无", "不适用", "", ""])?;
    let often = random.between(1, 3);
    let cells = draft.cells(place);
    let zeros: Vec<CellRef> = cells
        .iter()
        .copied()
        .filter(|at| draft.ledger.value(*at).is_some_and(|value| value.is_zero()))
        .collect();
    let sure = *random.pick(&zeros)?;
    let marked: Vec<CellRef> = zeros.into_iter().filter(|at| *at == sure || random.one_in(often)).collect();
    let others: Vec<CellRef> = cells.into_iter().filter(|at| !marked.contains(at)).collect();
    let lost = *random.pick(&others)?;
    for slot in draft.line(place)? {
        if slot.cell.is_some_and(|at| marked.contains(&at)) {
            mark.clone_into(&mut slot.text);
            slot.padding = ("", "");
        }
    }
    // Whether the place of a mark is its own, nothing shows; that it is no number does show.
    for at in &marked {
        draft.ledger.untold(*at);
    }
    draft.line(place)?.retain(|slot| slot.cell != Some(lost));
    draft.ledger.lost(lost, true);
    draft.ledger.permit(lost, &[Status::NotApplicable, Status::Text, Status::Absent]);
    for at in others.iter().filter(|at| **at != lost) {
        draft.ledger.adrift(*at);
    }
    draft.restate(place);
    let mark = if mark.is_empty() { "nothing" } else { mark };
    Some(format!("{} zeros say {mark}, and {lost} is lost", marked.len()))
}

/// The total of a row is a mark, or empty.
pub(super) fn total_dashed(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = printed(draft, None, 5);
    let totals: Vec<(Place, usize)> = rows
        .into_iter()
        .flat_map(|place| numbers(line(draft, place)).into_iter().map(move |at| (place, at)))
        .filter(|(place, at)| {
            line(draft, *place)[*at].cell.is_some_and(|cell| {
                cell.column == ColumnKey::Total
                    && draft.ledger.value(cell).is_some_and(|value| !value.is_zero())
            })
        })
        .collect();
    let (place, at) = *random.pick(&totals)?;
    let mark = *random.pick(&["—", "-", "/", "——", "无", "", ""])?;
    let cell = line(draft, place).get(at)?.cell?;
    if mark.is_empty() {
        empty(draft, place, at)?;
    } else {
        mark.clone_into(&mut draft.line(place)?[at].text);
        let mut statuses = vec![Status::NotApplicable];
        if !draft.spec.layout.shows_places() {
            // A dash where the numbers before it say otherwise may be another row's.
            statuses.push(Status::Ambiguous);
        }
        draft.ledger.unprinted(cell, statuses);
    }
    Some(format!("{cell} says {}", if mark.is_empty() { "nothing" } else { mark }))
}

/// A dash stands in the cell before a number, so that it may seem to be its sign.
pub(super) fn dash_before(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let place = *random.pick(&printed(draft, None, 3))?;
    let of_row = line(draft, place);
    let places: Vec<usize> = numbers(of_row)
        .into_iter()
        .filter(|at| {
            let zero = of_row[*at].cell.and_then(|cell| draft.ledger.value(cell));
            zero.is_some_and(|value| value.is_zero()) && of_row.get(at + 1).is_some_and(Slot::is_number)
        })
        .collect();
    let at = *random.pick(&places)?;
    let cell = of_row.get(at)?.cell?;
    let mark = *random.pick(&["-", "−", "－", "—", "–"])?;
    mark.clone_into(&mut draft.line(place)?[at].text);
    draft.ledger.unprinted(cell, vec![Status::NotApplicable, Status::Ambiguous]);
    draft.moved(place);
    Some(format!("{cell} says {mark}, before a number"))
}

/// Marks of footnotes.
const NOTES: [&str; 9] = ["¹", "²", "[1]", "[2]", "①", "②", "*", "※", "注1"];

/// Marks of footnotes stand behind a few numbers, or behind a label whose cell may be empty.
pub(super) fn footnote(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    // Digits would run together with the number.
    let run_on = draft.spec.layout == Layout::Concatenated;
    let note = if run_on { *random.pick(&["①", "*", "※"])? } else { *random.pick(&NOTES)? };
    if random.one_in(2) {
        let (place, at, cell) = one(draft, random, 1)?;
        draft.line(place)?[at].text.push_str(note);
        draft.ledger.scattered(cell);
        return Some(format!("{cell} has the mark {note}"));
    }
    let rows: Vec<Place> = printed(draft, None, 1)
        .into_iter()
        .filter(|place| own_label(line(draft, *place)).is_some())
        .collect();
    let place = *random.pick(&rows)?;
    let label = own_label(line(draft, place))?;
    // A plain digit: set high on the page, and no more so in the text.
    let note = if !run_on && random.one_in(3) { "1" } else { note };
    draft.line(place)?[label].text.push_str(note);
    draft.moved(place);
    let mut said = format!("a label has the mark {note}");
    if random.one_in(2) {
        let at = *random.pick(&numbers(line(draft, place)))?;
        empty(draft, place, at)?;
        said.push_str(", and a cell of its row is empty");
    }
    Some(said)
}

/// A number that is qualified, or of another scale: none of the form's.
pub(super) fn qualified(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let (place, at, cell) = one(draft, random, 1)?;
    let value = draft.ledger.value(cell)?;
    let kind = form().column(cell.table, cell.column).map_or(NumberKind::Count, |column| column.number);
    // Words beside a change or an amount may say its sign or its unit.
    let plain = if kind == NumberKind::Count { random.below(9) } else { random.below(5) };
    let number = written(draft, value, kind);
    let text = match plain {
        0 => format!("约{number}"),
        1 => format!("{number}余"),
        2 => format!("近{number}"),
        3 => format!("不少于{number}"),
        4 => format!("{number}以上"),
        5 => format!("增{number}"),
        6 => format!("{number}（单位：百件）"),
        7 => format!("{number}万余件"),
        _ => format!("每月{number}"),
    };
    let said = format!("{cell} says {text}");
    draft.line(place)?[at].text = text;
    draft.ledger.untold(cell);
    Some(said)
}
