//! A row of the source, and the cells of the form it is to fill.

use crate::span::Span;
use crate::tables::arrangement::{bounds, by_order, run_together, shape};
use crate::tables::draft::Slot;
use crate::tables::reconcile::Candidate;

/// A row of the source and the cells of the form it fills.
pub(in crate::tables) struct Row {
    /// The first of its cells in the sheet; `width` cells follow each other.
    pub(in crate::tables) first: usize,
    pub(in crate::tables) width: usize,
    /// What the row is called, for messages.
    pub(in crate::tables) name: &'static str,
    pub(in crate::tables) label: Option<Span>,
    pub(in crate::tables) slots: Vec<Slot>,
    /// The grid column in which the first of its cells stands elsewhere in the table, where that is known.
    pub(in crate::tables) column: Option<u32>,
    /// The most of its contents that can be missing and still be told from the sums: without a second sum over the same
    /// cells, nothing would show a mistake.
    pub(in crate::tables) most_lost: usize,
    /// What stands in the row cannot be trusted, and why.
    pub(in crate::tables) distrust: Option<&'static str>,
}

impl Row {
    /// The arrangements that the order of its contents allows, if not too many of them are missing. Zeros are zeros wherever
    /// they belong.
    pub(super) fn by_order(&self) -> Vec<Candidate> {
        let filled = self.slots.iter().filter(|slot| !slot.is_blank());
        let lost = self.width.saturating_sub(filled.clone().count());
        let zeros = filled.clone().all(|slot| bounds(slot).value() == Some(0));
        // How a run of figures is to be parted takes more than one sum to tell.
        let parted = run_together(&self.slots, self.width).is_some();
        if lost > self.most_lost && !zeros && !(parted && self.most_lost > 1) {
            Vec::new()
        } else {
            by_order(&self.slots, self.width)
        }
    }

    /// Whether only the cell beside the label is empty. It is what a label that spans two columns leaves behind when its row
    /// lost a cell, so the borders alone do not tell an empty first column from numbers that moved.
    pub(super) fn lacks_only_first(&self) -> bool {
        let shape = shape(&self.slots);
        shape.len() == self.width && !shape[0] && shape[1..].iter().all(|filled| *filled)
    }
}

/// From the label of a row to its last content.
pub(super) fn place(row: &Row) -> Option<Span> {
    let contents = row.slots.iter().filter(|slot| !slot.is_blank()).map(|slot| slot.span);
    row.label.into_iter().chain(contents).reduce(Span::to)
}
