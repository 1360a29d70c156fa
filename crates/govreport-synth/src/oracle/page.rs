//! The rows of a page with what they print.

use govreport_core::form::{ColumnKey, RowKey, TableKind};
use govreport_core::model::CellRef;
use rust_decimal::Decimal;

use super::labels;
use crate::draft::{Draft, Place};
use crate::sheet::{Sheet, Slot};

/// What stands in one place of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A number, and the cell whose it is.
    Number { at: CellRef, value: Decimal },
    /// An empty place that can be seen; the cell whose it is, if it is one of the form.
    Blank { at: Option<CellRef> },
    /// Something else: words, a dash, letters for digits, numbers run together.
    Other,
}

impl Content {
    /// Whether it is known to be that of another cell.
    pub(super) fn is_not(self, cell: CellRef) -> bool {
        match self {
            Self::Number { at, .. } => at != cell,
            Self::Blank { at } => at != Some(cell),
            Self::Other => false,
        }
    }
}

/// A printed row with the cells that the form has in it; table three has three rows of the form in one.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) chapter: usize,
    pub(super) cells: Vec<CellRef>,
    pub(super) contents: Vec<Content>,
    pub(super) legible: bool,
}

/// All rows that print numbers, in order.
pub(super) fn rows(draft: &Draft<'_>) -> Vec<Row> {
    draft.number_rows(None).into_iter().filter_map(|place| row(draft, place)).collect()
}

fn row(draft: &Draft<'_>, place: Place) -> Option<Row> {
    let (_, sheet) = draft.sheets().find(|(of, _)| (of.chapter, of.part) == (place.chapter, place.part))?;
    let line = sheet.rows.get(place.row)?;
    let mut keys: Vec<RowKey> = line.iter().filter_map(|slot| slot.cell).map(|cell| cell.row).collect();
    keys.dedup();
    // A row of table three without any number of a kind still has a place for it.
    if keys.first().is_some_and(|key| key.table() == TableKind::Review) && keys.len() > 1 {
        keys = RowKey::ALL.iter().copied().filter(|key| key.table() == TableKind::Review).collect();
    }
    let form = draft.spec.figures.editions().rows(keys.first()?.table());
    let cells: Vec<CellRef> = keys
        .iter()
        .filter_map(|key| form.iter().find(|row| row.key == *key))
        .flat_map(|row| row.columns.iter().map(|column| CellRef::new(row.key, *column)))
        .collect();
    let mut contents = contents(draft, line);
    // Empty places before the numbers that are too many lie under the labels.
    while contents.len() > cells.len() && matches!(contents.first(), Some(Content::Blank { .. })) {
        contents.remove(0);
    }
    let legible = labels::legible(draft, sheet, place, &keys) && heading(draft, sheet, place, &cells);
    Some(Row { chapter: place.chapter, cells, contents, legible })
}

/// What stands in the row, from its first number or empty place on.
fn contents(draft: &Draft<'_>, line: &[Slot]) -> Vec<Content> {
    let shown = draft.ledger.keeps_blanks();
    line.iter()
        .filter(|slot| slot.is_number() || slot.text.is_empty())
        .filter_map(|slot| match slot.cell {
            _ if slot.text.is_empty() => shown.then_some(Content::Blank { at: slot.cell }),
            Some(at) if !draft.ledger.is_joined(at) => {
                Some(draft.ledger.value(at).map_or(Content::Other, |value| Content::Number { at, value }))
            }
            _ => Some(Content::Other),
        })
        .collect()
}

/// Whether the heading over a row of table one tells what its edition and its unit leave open.
fn heading(draft: &Draft<'_>, sheet: &Sheet, place: Place, cells: &[CellRef]) -> bool {
    let Some(first) = cells.first() else { return false };
    if first.table != TableKind::Proactive {
        return true;
    }
    let documents = matches!(first.row, RowKey::Regulations | RowKey::NormativeDocuments);
    let amount = cells.iter().any(|cell| cell.column == ColumnKey::Amount);
    if !documents && !amount {
        return true;
    }
    let above = || {
        let above = sheet.rows.get(..place.row).unwrap_or_default().iter().rev();
        above.filter(|row| !row.iter().any(Slot::is_number))
    };
    let words = |row: &&Vec<Slot>| row.iter().filter(|slot| !slot.text.is_empty()).count();
    // Where each row has a table of its own, its heading may be one word.
    let heading = above().find(|row| words(row) > 1).or_else(|| above().find(|row| words(row) == 1));
    let has = |words: &str| {
        heading.is_some_and(|row| row.iter().any(|slot| labels::folded(&slot.text).contains(words)))
    };
    let edition = draft.spec.figures.editions().rows(first.table);
    let old = edition.iter().any(|row| row.columns.contains(&ColumnKey::Made));
    match (documents, old) {
        (true, true) => has("新制作"),
        (true, false) => has("制发"),
        // The form of 2019 names no unit.
        (false, _) => has("万元") || has("采购总金额"),
    }
}
