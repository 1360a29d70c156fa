//! A row of the source, and the cells of the form it is to fill.

use std::borrow::Cow;

use crate::span::Span;
use crate::tables::arrangement::{bounds, by_order, run_together, shape};
use crate::tables::draft::Slot;
use crate::tables::reconcile::Candidate;

/// A row of the source and the cells of the form it fills.
pub(in crate::tables) struct Row<'a> {
    /// The first of its cells in the sheet; `width` cells follow each other.
    pub(in crate::tables) first: usize,
    pub(in crate::tables) width: usize,
    /// What the row is called, for messages.
    pub(in crate::tables) name: &'static str,
    pub(in crate::tables) label: Option<Span>,
    pub(in crate::tables) slots: Cow<'a, [Slot]>,
    /// The grid column in which the first of its cells stands elsewhere in the table, where that is known.
    pub(in crate::tables) column: Option<u32>,
    /// The most of its contents that can be missing and still be told from the sums: without a second sum over the same
    /// cells, nothing would show a mistake.
    pub(in crate::tables) most_lost: usize,
    /// What stands in the row cannot be trusted, and why.
    pub(in crate::tables) distrust: Option<&'static str>,
}

impl Row<'_> {
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
            by_order(&self.slots, self.width, self.columns_of_sum())
        }
    }

    /// Whether its numbers may stand under other columns than their own: one run of them, shorter than the row, with empty
    /// cells at an end. A label that spans several columns leaves such cells behind when its row lost one, and so does a row
    /// that was filled up at its end; the borders alone do not tell that from columns that are empty.
    pub(super) fn may_have_moved(&self) -> bool {
        let mut shape = shape(&self.slots);
        let leading = shape.iter().take_while(|filled| !**filled).count();
        shape.drain(..leading);
        let lost = self.width.saturating_sub(shape.len());
        shape.iter().all(|filled| *filled) && (1..=self.most_lost).contains(&lost)
    }

    /// Whether the last of its columns is the total of the others.
    pub(in crate::tables) fn has_total(&self) -> bool {
        self.columns_of_sum() == Some(self.width)
    }

    /// How many columns make up a sum, the total the last of them. Table three in one line has three such sums, table one has
    /// none.
    fn columns_of_sum(&self) -> Option<usize> {
        const REVIEW: (usize, usize) = (15, 5);
        (self.most_lost > 0).then_some(if self.width == REVIEW.0 { REVIEW.1 } else { self.width })
    }
}

/// From the label of a row to its last content.
pub(super) fn place(row: &Row<'_>) -> Option<Span> {
    let contents = row.slots.iter().filter(|slot| !slot.is_blank()).map(|slot| slot.span);
    row.label.into_iter().chain(contents).reduce(Span::to)
}
