//! Rows of a workbook: a sheet has all its places, so that a row that lost a cell ends in an empty one.

use std::collections::BTreeSet;

use govreport_core::form::{RowKey, TableKind};
use govreport_core::model::CellRef;
use rust_decimal::Decimal;

use crate::draft::{Draft, Place};
use crate::sheet::Slot;

impl Draft<'_> {
    /// Fills up the rows of numbers that damage has made too short, and writes down what their places say then.
    pub(crate) fn fill_up(&mut self) {
        for place in self.number_rows(None) {
            let Some(sheet) = self.sheet(place) else { continue };
            let width = sheet.width();
            let covered = sheet.grid().get(place.row).map_or(width, Vec::len);
            if covered >= width {
                continue;
            }
            if let Some(line) = sheet.rows.get_mut(place.row) {
                line.extend(std::iter::repeat_n(Slot::empty(), width - covered));
            }
            state(self, place);
        }
    }
}

/// Each place says what stands in it. In table one no sum shows that numbers moved; elsewhere the sums may say where they belong, too.
fn state(draft: &mut Draft<'_>, place: Place) {
    let editions = draft.spec.figures.editions();
    let Some(line) = draft.sheet(place).and_then(|sheet| sheet.rows.get(place.row)).cloned() else { return };
    let keys: BTreeSet<RowKey> = line.iter().filter_map(|slot| slot.cell).map(|cell| cell.row).collect();
    let Some(kind) = keys.first().map(|key| key.table()) else { return };
    let Some(first) = line.iter().position(|slot| slot.is_figure() || slot.text.is_empty()) else { return };
    // Table three has three rows of the form in one.
    let is_meant = |key: RowKey| kind == TableKind::Review || keys.contains(&key);
    let rows = editions.rows(kind).into_iter().filter(|row| is_meant(row.key));
    let cells: Vec<CellRef> =
        rows.flat_map(|row| row.columns.iter().map(|column| CellRef::new(row.key, *column))).collect();
    // No number begins with a zero and another digit: these are those of several cells, each told from the next.
    let is_several = |slot: &Slot| {
        let digits = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
        slot.text.trim_start_matches(['0', '０']).len() < slot.text.len()
            && slot.text.chars().count() > 1
            && slot.text.chars().all(digits)
    };
    if line.len() - first != cells.len() || line.iter().any(is_several) {
        return;
    }
    let before = draft.ledger.clone();
    for (number, (slot, at)) in line.iter().skip(first).zip(cells).enumerate() {
        let shown = printed(slot).or_else(|| slot.cell.and_then(|from| before.value(from)));
        if kind != TableKind::Proactive {
            draft.ledger.stated(at, shown);
            continue;
        }
        if let Some(own) = draft.line(place).and_then(|line| line.get_mut(first + number)) {
            own.cell = Some(at);
        }
        match shown {
            Some(value) => {
                draft.ledger.misprinted(at, value);
                draft.ledger.scattered(at);
            }
            None if slot.text.is_empty() => draft.ledger.blank(at),
            None => draft.ledger.untold(at),
        }
    }
}

/// The number that a place shows, as a person reads it.
fn printed(slot: &Slot) -> Option<Decimal> {
    let plain = slot.text.chars().map(|c| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '−' => '-',
        other => other,
    });
    plain.filter(|c| *c != ',').collect::<String>().trim_start_matches('+').parse().ok()
}
