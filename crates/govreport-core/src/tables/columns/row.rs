//! A row of the source, and the cells of the form it is to fill.

use std::borrow::Cow;

use super::arrangement::{bounds, by_order, run_together, shape};
use crate::span::Span;
use crate::tables::settle::{Bounds, Candidate, Place};
use crate::tables::tokens::Slot;

/// The sums that the form has over the numbers of a row: what can be told of numbers that were lost or moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) enum Sums {
    /// None, as in table one.
    None,
    /// Within the row, so many columns to a sum, the total the last of them, as in table three.
    Row(usize),
    /// Within the row, all its columns, and within each column, as in table two.
    RowAndColumns,
}

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
    /// The sums over its numbers.
    pub(in crate::tables) sums: Sums,
    /// The borders show that no cell was lost or moved.
    pub(in crate::tables) trusted: bool,
    /// What stands in the row cannot be trusted, and why.
    pub(in crate::tables) distrust: Option<&'static str>,
}

impl Row<'_> {
    /// The arrangements that the order of its contents allows and the sums can tell apart: without a second sum over the same
    /// cells, nothing would show a mistake. Zeros are zeros wherever they belong.
    pub(in crate::tables) fn by_order(&self) -> Vec<Candidate> {
        let filled = self.slots.iter().filter(|slot| !slot.is_blank());
        let lost = self.width.saturating_sub(filled.clone().count());
        let zeros = filled.clone().all(|slot| bounds(slot).value() == Some(0));
        // How a run of figures is to be parted takes more than one sum to tell.
        let parted = run_together(&self.slots, self.width).is_some();
        let most_lost = match self.sums {
            Sums::None => 0,
            Sums::Row(_) => 1,
            Sums::RowAndColumns => 3,
        };
        if lost > most_lost && !zeros && !(parted && self.sums == Sums::RowAndColumns) {
            return Vec::new();
        }
        let mut candidates = by_order(&self.slots, self.width, self.columns_of_sum());
        if let Sums::Row(columns) = self.sums {
            for candidate in &mut candidates {
                admit_ignorance(candidate, columns);
            }
        }
        candidates
    }

    /// All arrangements that the order of its contents allows, told apart by sums or not. Where the borders show nothing,
    /// numbers may have run together as well, and their only sum says nothing.
    pub(in crate::tables) fn in_any_order(&self) -> Vec<Candidate> {
        let mut candidates = by_order(&self.slots, self.width, self.columns_of_sum());
        if let Sums::Row(columns) = self.sums
            && !self.trusted
        {
            for candidate in &mut candidates {
                admit_ignorance(candidate, columns);
            }
        }
        candidates
    }

    /// Whether its numbers may stand under other columns than their own: one run of them, shorter than the row, with empty
    /// cells at an end. A label that spans several columns leaves such cells behind when its row lost one, and so does a row
    /// that was filled up at its end; the borders alone do not tell that from columns that are empty.
    pub(in crate::tables) fn may_have_moved(&self) -> bool {
        const MOST_LOST: usize = 3;
        let mut shape = shape(&self.slots);
        let leading = shape.iter().take_while(|filled| !**filled).count();
        shape.drain(..leading);
        let lost = self.width.saturating_sub(shape.len());
        let told_by_borders = self.trusted && self.sums == Sums::None;
        // Where a source fills up its rows, any number of them may be what it filled up.
        let most_lost = if self.trusted || self.sums == Sums::RowAndColumns { MOST_LOST } else { self.width };
        !told_by_borders && shape.iter().all(|filled| *filled) && (1..=most_lost).contains(&lost)
    }

    /// Whether the last of its columns is the total of the others.
    pub(in crate::tables) fn has_total(&self) -> bool {
        self.columns_of_sum() == Some(self.width)
    }

    /// How many columns make up a sum, the total the last of them.
    fn columns_of_sum(&self) -> Option<usize> {
        match self.sums {
            Sums::None => None,
            Sums::Row(columns) => Some(columns),
            Sums::RowAndColumns => Some(self.width),
        }
    }
}

/// Takes back what a candidate says of numbers whose only sum has an unknown in it: with the one sum used up by the number that
/// was lost, every place for it fits, and a mistake would not show. Zeros are zeros all the same.
fn admit_ignorance(candidate: &mut Candidate, columns: usize) {
    let Candidate { places, bounds } = candidate;
    for (places, bounds) in places.chunks_mut(columns).zip(bounds.chunks_mut(columns)) {
        let lost = places.contains(&Place::Lost);
        let zeros = bounds.iter().all(|bounds| bounds.value().is_none_or(|value| value == 0));
        if lost && !zeros {
            places.fill(Place::Lost);
            bounds.fill(Bounds::COUNT);
        }
    }
}

/// From the label of a row to its last content.
pub(in crate::tables) fn place(row: &Row<'_>) -> Option<Span> {
    let contents = row.slots.iter().filter(|slot| !slot.is_blank()).map(|slot| slot.span);
    row.label.into_iter().chain(contents).reduce(Span::to)
}
