//! What several kinds of damage look for in a report, and put into it.

use govreport_core::form::{NumberKind, TableKind};
use rust_decimal::Decimal;

use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::layout::Layout;
use crate::random::Random;
use crate::sheet::Slot;

/// A table, each as often as the others.
pub(super) fn any_table(random: &mut Random) -> Option<TableKind> {
    random.pick(TableKind::ALL).copied()
}

/// The places of the numbers in a row.
pub(super) fn numbers(line: &[Slot]) -> Vec<usize> {
    line.iter().enumerate().filter(|(_, slot)| slot.is_number()).map(|(at, _)| at).collect()
}

/// The place of the label that is the row's own: the last one before its figures, if it covers no other row.
pub(super) fn own_label(line: &[Slot]) -> Option<usize> {
    let first = line.iter().position(Slot::is_figure)?;
    let at = first.checked_sub(1)?;
    (line[at].rows == 1 && !line[at].text.is_empty()).then_some(at)
}

/// What names a row: its own label, or the heading over it where it is a table of its own.
pub(super) fn name_of<'a>(draft: &'a mut Draft<'_>, place: Place) -> Option<&'a mut String> {
    if let Some(at) = own_label(line(draft, place)) {
        return draft.line(place)?.get_mut(at).map(|slot| &mut slot.text);
    }
    if draft.spec.layout != Layout::RowTables {
        return None;
    }
    match draft.chapters.get_mut(place.chapter)?.parts.get_mut(place.part.checked_sub(1)?)? {
        Part::Heading { depth, text } if *depth > 1 => Some(text),
        _ => None,
    }
}

/// The line at a place.
pub(super) fn line<'a>(draft: &'a Draft<'_>, place: Place) -> &'a [Slot] {
    let sheet = draft.sheets().find(|(of, _)| (of.chapter, of.part) == (place.chapter, place.part));
    sheet.and_then(|(_, sheet)| sheet.rows.get(place.row)).map_or(&[], Vec::as_slice)
}

/// Rows with numbers of which this is so.
pub(super) fn rows_where(
    draft: &Draft<'_>,
    table: Option<TableKind>,
    wanted: impl Fn(&[Slot]) -> bool,
) -> Vec<Place> {
    draft.number_rows(table).into_iter().filter(|place| wanted(line(draft, *place))).collect()
}

/// Rows with a label of their own.
pub(super) fn labelled(draft: &Draft<'_>, table: Option<TableKind>) -> Vec<Place> {
    rows_where(draft, table, |line| own_label(line).is_some())
}

/// Rows in which all of at least so many cells print a number.
pub(super) fn printed(draft: &Draft<'_>, table: Option<TableKind>, least: usize) -> Vec<Place> {
    let rows = rows_where(draft, table, |line| numbers(line).len() >= least);
    let full = |place: &Place| {
        draft.cells(*place).iter().all(|at| draft.ledger.value(*at).is_some() && !draft.ledger.is_joined(*at))
    };
    rows.into_iter().filter(full).collect()
}

/// Some of these rows that stand right under each other in one printed table.
pub(super) fn run(rows: &[Place], random: &mut Random, least: usize, most: usize) -> Vec<Place> {
    let follows = |a: &Place, b: &Place| Place { row: a.row + 1, ..*a } == *b;
    let runs: Vec<&[Place]> = rows.chunk_by(follows).filter(|run| run.len() >= least).collect();
    let Some(run) = random.pick(&runs) else { return Vec::new() };
    let length = random.size(least.max(1), most.min(run.len()).max(least.max(1)));
    let start = random.size(0, run.len() - length);
    run[start..start + length].to_vec()
}

/// A number as the report writes it.
pub(super) fn written(draft: &Draft<'_>, value: Decimal, kind: NumberKind) -> String {
    draft.spec.numbers.write(value, kind)
}

/// A count that is none of the form's: as large as those of a row, a small one, or zero.
pub(super) fn foreign_count(draft: &Draft<'_>, row: Place, random: &mut Random) -> Decimal {
    let values: Vec<Decimal> = draft
        .cells(row)
        .into_iter()
        .filter_map(|at| draft.ledger.value(at))
        .map(|value| value.trunc())
        .collect();
    let value = match random.below(3) {
        0 => Decimal::ZERO,
        1 => Decimal::from(random.between(1, 99)),
        _ => random.pick(&values).copied().unwrap_or_default() + Decimal::from(random.between(0, 9)),
    };
    if draft.spec.layout == Layout::Concatenated { value.abs() % Decimal::TEN } else { value.abs() }
}

/// A slot with a count that is none of the form's.
pub(super) fn foreign_slot(draft: &Draft<'_>, value: Decimal, columns: usize) -> Slot {
    Slot::foreign(written(draft, value, NumberKind::Count), columns)
}

/// Counts of a row that is none of the form's, one for each column of a row of it; as there, the last of several is their sum, or
/// nearly always so.
pub(super) fn foreign_numbers(draft: &Draft<'_>, like: Place, random: &mut Random) -> Vec<Slot> {
    let of_row = line(draft, like);
    let widths: Vec<usize> = numbers(of_row).into_iter().map(|at| of_row[at].columns).collect();
    let mut values: Vec<Decimal> = widths.iter().map(|_| foreign_count(draft, like, random)).collect();
    if let Some((total, parts)) = values.split_last_mut()
        && parts.len() > 3
        && !random.one_in(8)
    {
        *total = parts.iter().sum();
    }
    if draft.spec.layout == Layout::Concatenated {
        for value in &mut values {
            *value %= Decimal::TEN;
        }
    }
    values.into_iter().zip(widths).map(|(value, columns)| foreign_slot(draft, value, columns)).collect()
}

/// Empty cells in place of these.
pub(super) fn emptied(slots: &[Slot]) -> Vec<Slot> {
    slots.iter().map(|slot| Slot::label("", slot.columns, 1)).collect()
}
