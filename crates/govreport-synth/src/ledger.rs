//! What is true of every cell while a report is written and damaged.

use std::collections::BTreeMap;

use govreport_core::model::{CellRef, Status};
use rust_decimal::Decimal;

use crate::entry::Entry;
use crate::spec::Spec;
use crate::truth::TruthCell;

/// What is known of one cell.
#[derive(Debug, Clone)]
struct Known {
    /// The number that belongs here.
    number: Decimal,
    /// The number that a reader must find; none where the page does not print one.
    value: Option<Decimal>,
    statuses: Vec<Status>,
    /// The cell has no slot of its own any more, because it was lost or joined to another.
    without_slot: bool,
    /// The place of its slot is not its own, because it was joined to another.
    without_place: bool,
}

/// The truth of all cells.
#[derive(Debug, Clone)]
pub(crate) struct Ledger {
    cells: BTreeMap<CellRef, Known>,
    keeps_blanks: bool,
}

impl Ledger {
    /// The truth of a report before any damage.
    pub(crate) fn of(spec: &Spec) -> Self {
        let keeps_blanks = spec.layout.keeps_blanks();
        let cells = spec.figures.editions().cells().filter_map(|(row, column)| {
            let at = CellRef::new(row, column);
            let number = spec.figures.get(row, column)?;
            let (value, statuses) = match spec.entries.get(&at) {
                Some(Entry::Blank) if keeps_blanks => (None, vec![Status::Blank]),
                Some(Entry::Blank) => (None, vec![Status::Blank, Status::Ambiguous, Status::Absent]),
                Some(Entry::NotApplicable(_)) => (None, vec![Status::NotApplicable]),
                Some(Entry::Words(_)) => (None, vec![Status::Text]),
                None | Some(Entry::Annotated(_)) => (Some(number), vec![Status::Read]),
            };
            Some((at, Known { number, value, statuses, without_slot: false, without_place: false }))
        });
        Self { cells: cells.collect(), keeps_blanks }
    }

    /// Whether an empty cell can be seen.
    pub(crate) const fn keeps_blanks(&self) -> bool {
        self.keeps_blanks
    }

    /// The number that the page prints in a cell.
    pub(crate) fn value(&self, at: CellRef) -> Option<Decimal> {
        self.cells.get(&at).and_then(|known| known.value)
    }

    /// Whether the slot of a cell holds another's number too.
    pub(crate) fn is_joined(&self, at: CellRef) -> bool {
        self.cells.get(&at).is_some_and(|known| known.without_place)
    }

    /// The cells that should have a slot of their own.
    pub(crate) fn with_slot(&self) -> Vec<CellRef> {
        self.cells.iter().filter(|(_, known)| !known.without_slot).map(|(at, _)| *at).collect()
    }

    fn change(&mut self, at: CellRef, change: impl FnOnce(&mut Known)) {
        if let Some(known) = self.cells.get_mut(&at) {
            change(known);
        }
    }

    fn permit(&mut self, at: CellRef, statuses: &[Status]) {
        self.change(at, |known| {
            for status in statuses {
                if !known.statuses.contains(status) {
                    known.statuses.push(*status);
                }
            }
        });
    }

    /// The row of the cell has other contents than columns now, or its label is damaged: the number has to be put in its
    /// place, and one that is not printed may be worked out.
    pub(crate) fn moved(&mut self, at: CellRef) {
        if self.value(at).is_some() {
            self.permit(at, &[Status::Realigned, Status::Inferred]);
        } else if self.cells.get(&at).is_none_or(|known| known.statuses != [Status::Absent]) {
            self.permit(at, &[Status::Ambiguous, Status::Inferred]);
        }
    }

    /// The number is printed no more, though others of its row are.
    pub(crate) fn lost(&mut self, at: CellRef) {
        self.change(at, |known| {
            known.value = None;
            // Where a row is filled up at its end, or moved, an empty place may stand where the number stood.
            known.statuses = vec![Status::Ambiguous, Status::Inferred, Status::Blank];
            known.without_slot = true;
        });
    }

    /// The number is printed no more, but the sums must tell it: a reader has to find it.
    pub(crate) fn lost_but_told(&mut self, at: CellRef) {
        self.change(at, |known| {
            known.value = Some(known.number);
            known.statuses = vec![Status::Read, Status::Realigned, Status::Inferred];
            known.without_slot = true;
        });
    }

    /// The whole row is printed no more.
    pub(crate) fn gone(&mut self, at: CellRef) {
        self.change(at, |known| {
            known.value = None;
            known.statuses = vec![Status::Absent];
            known.without_slot = true;
        });
    }

    /// The cell is printed together with the one before it.
    pub(crate) fn joined(&mut self, first: CellRef, second: CellRef) {
        self.change(first, |known| known.without_place = true);
        self.change(second, |known| known.without_slot = true);
    }

    /// Nothing stands in the cell.
    pub(crate) fn blank(&mut self, at: CellRef) {
        let statuses = if self.keeps_blanks {
            vec![Status::Blank]
        } else {
            vec![Status::Blank, Status::Ambiguous, Status::Absent, Status::Inferred]
        };
        self.unprinted(at, statuses);
    }

    /// A sign or words stand in the cell instead of its number.
    pub(crate) fn unprinted(&mut self, at: CellRef, statuses: Vec<Status>) {
        self.change(at, |known| {
            known.value = None;
            known.statuses = statuses;
        });
    }

    /// Another number is printed in the cell than belongs there.
    pub(crate) fn misprinted(&mut self, at: CellRef, value: Decimal) {
        self.change(at, |known| known.value = Some(value));
        self.permit(at, &[Status::Read]);
    }

    /// The truth of a cell, but for the place of its slot.
    pub(crate) fn truth(&self, at: CellRef, place: Option<std::ops::Range<usize>>) -> Option<TruthCell> {
        let known = self.cells.get(&at)?;
        Some(TruthCell {
            row: at.row,
            column: at.column,
            value: known.value,
            statuses: known.statuses.clone(),
            place: place.filter(|_| !known.without_place),
            unprinted: if known.value.is_none() { Some(known.number) } else { None },
        })
    }
}
