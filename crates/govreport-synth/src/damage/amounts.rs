//! Signs of changes and units of amounts, in the ways that offices write them.

use govreport_core::form::{ColumnKey, NumberKind, RowKey};
use govreport_core::model::{CellRef, Status, Unit};
use rust_decimal::Decimal;

use super::select::{line, numbers, own_label};
use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::random::Random;

/// The cells of these columns that print a number, with their places.
pub(super) fn cells_of(draft: &Draft<'_>, column: ColumnKey) -> Vec<(Place, usize, CellRef)> {
    let places = draft.number_rows(None).into_iter();
    places
        .flat_map(|place| {
            let of_row = line(draft, place);
            numbers(of_row).into_iter().filter_map(move |at| Some((place, at, of_row[at].cell?)))
        })
        .filter(|(_, _, cell)| cell.column == column && draft.ledger.value(*cell).is_some())
        .collect()
}

/// The signs of changes are words in brackets, words before the number, or arrows.
pub(super) fn signs(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let how = random.size(0, 9);
    let mut changed = 0;
    for (place, at, cell) in cells_of(draft, ColumnKey::Change) {
        let value = draft.ledger.value(cell)?;
        // A zero neither rises nor falls. A change that rose may become one that fell: it has no sum.
        if value.is_zero() || random.one_in(4) {
            continue;
        }
        let value = if random.one_in(2) { -value.abs() } else { value.abs() };
        let digits = draft.spec.numbers.write(value.abs(), NumberKind::Count);
        let (rises, falls) = [
            ("{}（增）", "{}（减）"),
            ("{}(+)", "{}(-)"),
            ("{}（上升）", "{}（下降）"),
            ("增{}", "减{}"),
            ("↑{}", "↓{}"),
            ("{}↑", "{}↓"),
            ("▲{}", "▼{}"),
            ("增加{}", "减少{}"),
            ("{}（增加）", "{}（减少）"),
            ("（+）{}", "（-）{}"),
        ][how];
        let text = if value.is_sign_negative() { falls } else { rises }.replace("{}", &digits);
        draft.line(place)?.get_mut(at)?.text = text;
        draft.ledger.misprinted(cell, value);
        draft.ledger.scattered(cell);
        changed += 1;
    }
    (changed > 0).then(|| format!("{changed} changes with signs in style {how}"))
}

/// A unit, and how many yuan it is.
pub(super) const UNITS: [(&str, i64); 6] = [
    ("元", 1),
    ("千元", 1_000),
    ("百万元", 1_000_000),
    ("亿元", 100_000_000),
    ("人民币元", 1),
    ("万元", 10_000),
];

/// Amounts are printed in another unit, which the heading, the label, a caption, a remark or the cell itself names.
pub(super) fn units(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let cells = cells_of(draft, ColumnKey::Amount);
    let (place, at, cell) = *random.pick(&cells)?;
    let (unit, yuan) = *random.pick(&UNITS)?;
    let value = draft.ledger.value(cell)?;
    let printed = value.checked_mul(Decimal::from(10_000))?.checked_div(Decimal::from(yuan))?.normalize();
    let digits = draft.spec.numbers.write(printed, NumberKind::Amount);
    let how = random.below(6);
    let own = own_label(line(draft, place));
    // Where a label is a heading of its own, the row has none to name the unit.
    if how == 2 && own.is_none() {
        return None;
    }
    // The heading names no unit, unless it is to name this one.
    let heading_text = match how {
        0 => format!("本年收费金额（单位：{unit}）"),
        5 => format!("本年收费金额（{unit}）"),
        _ => "本年收费金额".to_owned(),
    };
    let heading = heading_over(draft, place)?;
    let text = &mut draft.line(heading.0)?.get_mut(heading.1)?.text;
    *text = if cell.row == RowKey::Fees {
        heading_text
    } else {
        heading_text.replace("本年收费金额", "采购总金额")
    };
    draft.line(place)?.get_mut(at)?.text = if how == 1 { format!("{digits}{unit}") } else { digits };
    match how {
        2 => {
            let text = &mut draft.line(place)?.get_mut(own?)?.text;
            *text = format!("{text}（{unit}）");
        }
        3 => {
            let chapter = draft.chapters.get_mut(place.chapter)?;
            let first = chapter.parts.iter().position(|part| matches!(part, Part::Table(_)))?;
            chapter.parts.insert(first, Part::Paragraph(format!("单位：{unit}")));
        }
        4 => {
            let chapter = draft.chapters.get_mut(place.chapter)?;
            let last = chapter.parts.iter().rposition(|part| matches!(part, Part::Table(_)))?;
            chapter.parts.insert(last + 1, Part::Paragraph(format!("注：收费金额单位为{unit}。")));
        }
        _ => {}
    }
    // The form has no unit for procurement, so that an amount in 元 is one in 元.
    let as_printed = cell.row == RowKey::Procurement && yuan == 1;
    let (value, unit_of_value) =
        if as_printed { (printed, Unit::Yuan) } else { (value, Unit::TenThousandYuan) };
    draft.ledger.misprinted(cell, value);
    draft.ledger.scattered(cell);
    draft.ledger.in_unit(cell, Some(unit_of_value));
    draft.ledger.permit(cell, &[Status::Text]);
    let where_named = ["heading", "cell", "label", "caption", "remark", "heading, in brackets"];
    Some(format!("{cell} in {unit}, which the {} names", where_named[usize::try_from(how).ok()?]))
}

/// The heading of the last column over a row of table one: the last words of the nearest row above that has no numbers.
pub(super) fn heading_over(draft: &Draft<'_>, place: Place) -> Option<(Place, usize)> {
    (0..place.row).rev().map(|row| Place { row, ..place }).find_map(|above| {
        let of_row = line(draft, above);
        let heads =
            !of_row.is_empty() && of_row.iter().all(|slot| !slot.is_figure() && !slot.text.is_empty());
        heads.then(|| (above, of_row.len() - 1))
    })
}
