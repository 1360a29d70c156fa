//! What stands in number cells instead of their numbers, or in another writing.

use govreport_core::form::{ColumnKey, NumberKind, RowKey, form};
use govreport_core::model::{CellRef, Status};
use rust_decimal::Decimal;

use crate::draft::{Draft, Place};
use crate::numbers::full_width;
use crate::random::Random;
use crate::sheet::Slot;

/// Words that stand in cells.
const WORDS: [&str; 6] =
    ["本单位未制作规章", "不涉及", "本年度未收到申请", "未开展", "本机关无此项职权", "详见附件"];

/// Some rows: one, a few neighbours, or all of a table.
fn some_rows(draft: &Draft<'_>, random: &mut Random) -> Vec<Place> {
    let rows = draft.number_rows(None);
    let Some(one) = random.pick(&rows).copied() else {
        return rows;
    };
    match random.below(3) {
        0 => vec![one],
        1 => rows.into_iter().skip_while(|place| *place != one).take(random.size(2, 8)).collect(),
        _ => rows.into_iter().filter(|place| place.chapter == one.chapter).collect(),
    }
}

/// The cell and the number of a slot that prints one.
fn printed(draft: &Draft<'_>, slot: &Slot) -> Option<(CellRef, Decimal)> {
    let at = slot.cell.filter(|_| !slot.text.is_empty())?;
    Some((at, draft.ledger.value(at)?))
}

/// Replaces the text of slots: `with` gets the cell, its number and its text, and gives the new text or leaves it.
fn replace(
    draft: &mut Draft<'_>,
    rows: &[Place],
    mut with: impl FnMut(CellRef, Decimal, &str) -> Option<String>,
) -> Vec<(Place, CellRef)> {
    let mut changed = Vec::new();
    for place in rows {
        let Some(line) = draft.line(*place).cloned() else { continue };
        let mut new = line.clone();
        for slot in &mut new {
            if let Some((at, value)) = printed(draft, slot)
                && let Some(text) = with(at, value, &slot.text)
            {
                if text.is_empty() {
                    slot.padding = ("", "");
                }
                slot.text = text;
                changed.push((*place, at));
            }
        }
        if let Some(line) = draft.line(*place) {
            *line = new;
        }
    }
    changed
}

/// Nothing stands where zero belongs.
pub(super) fn blank_zeros(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = some_rows(draft, random);
    let often = random.between(1, 3);
    let changed =
        replace(draft, &rows, |_, value, _| (value.is_zero() && random.one_in(often)).then(String::new));
    for (place, at) in &changed {
        draft.ledger.blank(*at);
        if !draft.ledger.keeps_blanks() {
            draft.moved(*place);
        }
    }
    (!changed.is_empty()).then(|| format!("{} zeros left out", changed.len()))
}

/// A dash, a slash or 无 stands where zero belongs.
pub(super) fn dashes(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = some_rows(draft, random);
    let often = random.between(1, 3);
    let sign = *random.pick(&["—", "-", "/", "－", "——", "无", "不适用"])?;
    let changed = replace(draft, &rows, |_, value, _| {
        (value.is_zero() && random.one_in(often)).then(|| sign.to_owned())
    });
    for (_, at) in &changed {
        draft.ledger.unprinted(*at, vec![Status::NotApplicable]);
    }
    (!changed.is_empty()).then(|| format!("{} zeros printed as {sign}", changed.len()))
}

/// Words stand in cells.
pub(super) fn words(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = some_rows(draft, random);
    let often = random.between(1, 6);
    let words = *random.pick(&WORDS)?;
    let changed = replace(draft, &rows, |_, _, _| random.one_in(often).then(|| words.to_owned()));
    // All but one of them say that there was nothing to count, as 不适用 does.
    let statuses =
        if words == "详见附件" { vec![Status::Text] } else { vec![Status::Text, Status::NotApplicable] };
    for (_, at) in &changed {
        draft.ledger.unprinted(*at, statuses.clone());
    }
    (!changed.is_empty()).then(|| format!("{} cells say {words}", changed.len()))
}

/// Thousands are parted, or digits are full width, in all cells of some rows or in some cells.
pub(super) fn number_forms(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = if random.one_in(2) { draft.number_rows(None) } else { some_rows(draft, random) };
    let often = random.between(1, 3);
    let how = random.below(4);
    let changed = replace(draft, &rows, |_, _, text| {
        let new = match how {
            0 => grouped(text, ','),
            1 => grouped(text, '，'),
            2 => grouped(text, ',').chars().map(full_width).collect(),
            _ => text.chars().map(full_width).collect(),
        };
        (new != text && random.one_in(often)).then_some(new)
    });
    (!changed.is_empty()).then(|| format!("{} numbers in another writing", changed.len()))
}

/// The number with its thousands parted.
fn grouped(text: &str, separator: char) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let start = text.find(is_digit).unwrap_or(text.len());
    let whole = text[start..].find(|c| !is_digit(c)).map_or(text.len(), |end| start + end);
    let digits = whole - start;
    if text.contains([',', '，']) || digits < 4 {
        return text.to_owned();
    }
    let mut new = text[..start].to_owned();
    for (place, digit) in text[start..whole].chars().enumerate() {
        if place > 0 && (digits - place).is_multiple_of(3) {
            new.push(separator);
        }
        new.push(digit);
    }
    new + &text[whole..]
}

/// One total is wrong, as its author printed it.
pub(super) fn wrong_total(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = draft.number_rows(None);
    let totals: Vec<(Place, CellRef)> = rows
        .into_iter()
        .flat_map(|place| draft.cells(place).into_iter().map(move |cell| (place, cell)))
        .filter(|(_, cell)| cell.column == ColumnKey::Total || cell.row == RowKey::ConcludedTotal)
        .collect();
    let (place, at) = random.pick(&totals).copied()?;
    let value = draft.ledger.value(at)?;
    let other = if value < Decimal::TEN {
        // A number of one digit stays one: where cells run together, it must.
        (value + Decimal::from(random.between(1, 9))) % Decimal::TEN
    } else {
        let wrong = Decimal::from(random.between(1, 99));
        if random.one_in(2) { value + wrong } else { (value - wrong).abs() }
    };
    let other = if other == value { value + Decimal::ONE } else { other };
    let kind = form().column(at.table, at.column).map_or(NumberKind::Count, |column| column.number);
    let text = draft.spec.numbers.write(other, kind);
    let changed = replace(draft, &[place], |cell, _, _| (cell == at).then(|| text.clone()));
    changed.first()?;
    draft.ledger.misprinted(at, other);
    Some(format!("{at} says {other} instead of {value}"))
}
