//! What is true of every cell while a report is written and damaged.

use std::collections::BTreeMap;

use govreport_core::form::{ColumnKey, TableKind};
use govreport_core::model::{CellRef, Status, TableEdition, Unit};
use rust_decimal::Decimal;

use crate::entry::Entry;
use crate::spec::Spec;
use crate::truth::TruthCell;

/// What an empty cell may be called where it leaves no trace. Its number may be worked out: the row looks like one that lost it.
const UNSEEN: [Status; 4] = [Status::Blank, Status::Ambiguous, Status::Absent, Status::Inferred];

/// Every status without a number: where a person cannot say what the page has here.
const NO_NUMBER: [Status; 5] =
    [Status::Blank, Status::NotApplicable, Status::Ambiguous, Status::Text, Status::Absent];

/// What is known of one cell.
#[derive(Debug, Clone)]
struct Known {
    /// The number that belongs here.
    number: Decimal,
    /// The number that a reader must find; none where the page does not print one.
    value: Option<Decimal>,
    /// The unit of an amount, where it is named.
    unit: Option<Unit>,
    statuses: Vec<Status>,
    /// The cell has no slot of its own any more, because it was lost or joined to another.
    without_slot: bool,
    /// The place of its slot is not its own, because it was joined to another.
    without_place: bool,
    /// The number that belongs here stands elsewhere in the row, and the sums may say so, though the page has another one here.
    elsewhere: bool,
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
                Some(Entry::Blank) => (None, UNSEEN.to_vec()),
                Some(Entry::NotApplicable(_)) => (None, vec![Status::NotApplicable]),
                Some(Entry::Words(_)) => (None, vec![Status::Text]),
                None | Some(Entry::Annotated(_)) => (Some(number), vec![Status::Read]),
            };
            // The heading of fees names 万元; that of procurement, which only the form of 2019 has, names no unit.
            let unit = (column == ColumnKey::Amount
                && spec.figures.editions().of(TableKind::Proactive) != TableEdition::E2019)
                .then_some(Unit::TenThousandYuan);
            Some((
                at,
                Known {
                    number,
                    value,
                    unit,
                    statuses,
                    without_slot: false,
                    without_place: false,
                    elsewhere: false,
                },
            ))
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

    /// These statuses are right for the cell, too.
    pub(crate) fn permit(&mut self, at: CellRef, statuses: &[Status]) {
        self.change(at, |known| {
            for status in statuses {
                if !known.statuses.contains(status) {
                    known.statuses.push(*status);
                }
            }
        });
    }

    /// The row of the cell has other contents than columns now, or its label is damaged: the number has to be put in its
    /// place. A dash, words or nothing stay what they are, though it may be open whose they are.
    pub(crate) fn moved(&mut self, at: CellRef) {
        if self.value(at).is_some() {
            self.permit(at, &[Status::Realigned, Status::Inferred]);
        } else if self.cells.get(&at).is_none_or(|known| known.statuses != [Status::Absent]) {
            self.permit(at, &[Status::Ambiguous]);
        }
    }

    /// The number is printed no more, though others of its row are; perhaps an empty place is shown in the row, such as one at its end
    /// that fills it up.
    pub(crate) fn lost(&mut self, at: CellRef, empty_place: bool) {
        self.change(at, |known| {
            known.value = None;
            known.statuses = vec![Status::Ambiguous, Status::Inferred];
            if empty_place {
                known.statuses.push(Status::Blank);
            }
            known.without_slot = true;
        });
    }

    /// The page shows the place of the cell, and that nothing stands in it, though its number may stand elsewhere in the row.
    pub(crate) fn shown_empty(&mut self, at: CellRef) {
        self.permit(at, &[Status::Blank]);
    }

    /// The number is printed, but nobody can say in which place of its row: any null is right.
    pub(crate) fn adrift(&mut self, at: CellRef) {
        self.scattered(at);
        self.permit(at, &NO_NUMBER);
    }

    /// Nobody can tell what the page says of the cell: any null is right, and no number is.
    pub(crate) fn untold(&mut self, at: CellRef) {
        self.unprinted(at, NO_NUMBER.to_vec());
    }

    /// A merged cell of the row above covers the place of the cell: whether its number is this one's too, nobody can tell.
    pub(crate) fn covered(&mut self, at: CellRef) {
        self.untold(at);
        self.change(at, |known| known.without_slot = true);
    }

    /// The number is in the file and not on the page, or not as one that holds. Where its place shows, it is empty or says nothing that
    /// can be read; elsewhere the row looks like one that lost a cell.
    pub(crate) fn unshown(&mut self, at: CellRef) {
        self.blank(at);
        self.permit(at, &NO_NUMBER);
    }

    /// A person may not be able to tell the number, but if the sums do, it is the one that was printed.
    pub(crate) fn doubtful(&mut self, at: CellRef) {
        self.change(at, |known| known.number = known.value.unwrap_or(known.number));
        let statuses = NO_NUMBER.into_iter().chain([Status::Inferred]).collect();
        self.unprinted(at, statuses);
    }

    /// The number is printed, but not as its cell alone says it: beside marks, in pieces, or in a row that may be read otherwise.
    pub(crate) fn scattered(&mut self, at: CellRef) {
        self.moved(at);
        self.change(at, |known| known.without_place = true);
    }

    /// The unit that the page names for an amount.
    pub(crate) fn in_unit(&mut self, at: CellRef, unit: Option<Unit>) {
        self.change(at, |known| known.unit = unit);
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

    /// The label of the row is printed, and nothing else; a grid drawn around it may show empty places.
    pub(crate) fn label_alone(&mut self, at: CellRef, drawn: bool) {
        self.change(at, |known| {
            known.value = None;
            known.statuses = vec![Status::Absent, Status::Ambiguous];
            if drawn {
                known.statuses.push(Status::Blank);
            }
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
        let statuses = if self.keeps_blanks { vec![Status::Blank] } else { UNSEEN.to_vec() };
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

    /// A row with a place for every cell has this number in the place of the cell, or none; it is that of another cell if the sums say so.
    pub(crate) fn stated(&mut self, at: CellRef, value: Option<Decimal>) {
        self.change(at, |known| {
            known.elsewhere = known.value.is_some() || known.statuses.contains(&Status::Inferred);
            known.number = known.value.unwrap_or(known.number);
            known.value = value;
            known.statuses = NO_NUMBER.to_vec();
            if value.is_some() {
                known.statuses.extend([Status::Read, Status::Realigned]);
            }
            if known.elsewhere {
                known.statuses.push(Status::Inferred);
            }
            known.without_place = true;
        });
    }

    /// The truth of a cell, but for the place of its slot.
    pub(crate) fn truth(&self, at: CellRef, place: Option<std::ops::Range<usize>>) -> Option<TruthCell> {
        let known = self.cells.get(&at)?;
        Some(TruthCell {
            row: at.row,
            column: at.column,
            value: known.value,
            unit: known.unit,
            statuses: known.statuses.clone(),
            place: place.filter(|_| !known.without_place),
            unprinted: ((known.elsewhere || known.value.is_none())
                && known.statuses.contains(&Status::Inferred))
            .then_some(known.number),
        })
    }
}
