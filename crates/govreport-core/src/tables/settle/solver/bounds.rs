//! What a number can be: between a smallest and a largest value.

use std::ops::Range;

use super::Sum;
use super::sum::{SumSet, Sums};

/// Between `low` and `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::tables::settle) struct Bounds {
    pub(in crate::tables::settle) low: i64,
    pub(in crate::tables::settle) high: i64,
}

/// Larger than any number a report can print, and small enough to be added a few hundred times.
const UNBOUNDED: i64 = i64::MAX / 1024;

impl Bounds {
    /// Any count: zero or more.
    pub(in crate::tables::settle) const COUNT: Self = Self { low: 0, high: UNBOUNDED };

    /// Just this number. Numbers beyond all reason count as unknown.
    pub(in crate::tables::settle) fn of(value: i64) -> Self {
        if (0..UNBOUNDED).contains(&value) { Self { low: value, high: value } } else { Self::COUNT }
    }

    /// The number, if only one is left.
    pub(in crate::tables::settle) fn value(self) -> Option<i64> {
        (self.low == self.high).then_some(self.low)
    }

    /// The smallest bounds that hold both.
    pub(in crate::tables::settle) fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// What both allow, if anything.
    pub(in crate::tables::settle) fn meet(self, other: Self) -> Option<Self> {
        let met = Self { low: self.low.max(other.low), high: self.high.min(other.high) };
        (met.low <= met.high).then_some(met)
    }
}

/// What the cells of a puzzle can be while it is being solved.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    bounds: Vec<Bounds>,
    /// The sums that may narrow them: a cell of each has changed since it was last looked at. The others have nothing to say.
    open: SumSet,
    /// The sums that narrowed a cell or could not hold, whatever the cells were let be since.
    spoke: SumSet,
}

impl Cells {
    /// Cells that may be anything, with these sums to hold.
    pub(super) fn new(cells: usize, sums: SumSet) -> Self {
        Self { bounds: vec![Bounds::COUNT; cells], open: sums, spoke: SumSet::default() }
    }

    /// Lets the cells of a line be anything again.
    pub(super) fn reset(&mut self, line: Range<usize>, sums: SumSet) {
        self.bounds[line].fill(Bounds::COUNT);
        self.open = sums;
    }

    /// Lets all cells be what others can be.
    pub(super) fn copy(&mut self, other: &Self) {
        self.bounds.copy_from_slice(&other.bounds);
        self.open = other.open;
    }

    /// The sums that narrowed a cell or could not hold. Had the others not been asked, all would be as it is.
    pub(super) fn spoke(&self) -> SumSet {
        self.spoke
    }

    /// Takes over which sums spoke to a copy of these cells.
    pub(super) fn heed(&mut self, copy: &Self) {
        self.spoke.add(copy.spoke);
    }

    /// What the cells of a line can be.
    pub(super) fn of(&self, line: Range<usize>) -> &[Bounds] {
        &self.bounds[line]
    }

    /// Narrows a cell to what these bounds allow as well; `None` where nothing is left.
    pub(super) fn meet(&mut self, cell: usize, bounds: Bounds, sums: &Sums) -> Option<()> {
        let met = self.bounds[cell].meet(bounds)?;
        if met != self.bounds[cell] {
            self.bounds[cell] = met;
            self.open.add(sums.of_cell(cell));
        }
        Some(())
    }

    /// Narrows the cells along these of the sums until nothing changes; `None` where a sum cannot hold.
    pub(super) fn propagate(&mut self, sums: &Sums, hold: SumSet) -> Option<()> {
        // Every pass narrows at least one cell; on the form's sums a fixed point is reached within a few passes. The bound cuts
        // off slow creeping, which can only leave bounds wider than need be.
        /// Measured: with 16, no cell changes.
        const MOST_PASSES: usize = 32;
        for _ in 0..MOST_PASSES {
            let mut changed = false;
            let mut from = 0;
            while let Some(number) = self.open.within(hold).next(from) {
                let one = SumSet::one(number);
                self.open = self.open.without(one);
                let narrowed = self.narrow(&sums.all()[number], sums);
                if narrowed != Some(false) {
                    self.spoke.add(one);
                }
                changed |= narrowed?;
                from = number + 1;
            }
            if !changed {
                break;
            }
        }
        Some(())
    }

    /// Narrows the cells of both sides of a sum. Gives whether any changed.
    fn narrow(&mut self, sum: &Sum, sums: &Sums) -> Option<bool> {
        let left = self.total(&sum.left, sum.left_known);
        let right = self.total(&sum.right, sum.right_known);
        let changed = self.narrow_side(&sum.left, left, right, sums)?;
        let left = if changed { self.total(&sum.left, sum.left_known) } else { left };
        Some(changed | self.narrow_side(&sum.right, right, left, sums)?)
    }

    /// What the sum of cells and what is known of it can be.
    fn total(&self, side: &[usize], known: i64) -> Bounds {
        side.iter().fold(Bounds { low: known, high: known }, |sum, cell| Bounds {
            low: sum.low.saturating_add(self.bounds[*cell].low),
            high: sum.high.saturating_add(self.bounds[*cell].high).min(UNBOUNDED),
        })
    }

    /// Narrows the cells of `side`, whose sum is between `own` and has to be between `goal`.
    fn narrow_side(&mut self, side: &[usize], own: Bounds, goal: Bounds, sums: &Sums) -> Option<bool> {
        // Whatever the cells are, their sum is one that the goal allows.
        if own.high < UNBOUNDED && goal.low <= own.low && own.high <= goal.high {
            return Some(false);
        }
        goal.meet(own)?;
        let mut changed = false;
        for cell in side {
            let old = self.bounds[*cell];
            let others_low = own.low - old.low;
            let high = goal.high.saturating_sub(others_low);
            let low =
                if own.high >= UNBOUNDED { old.low } else { goal.low.saturating_sub(own.high - old.high) };
            let new = old.meet(Bounds { low, high })?;
            if new != old {
                self.bounds[*cell] = new;
                self.open.add(sums.of_cell(*cell));
                changed = true;
            }
        }
        Some(changed)
    }
}
