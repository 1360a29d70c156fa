//! What a number can be: between a smallest and a largest value.

use super::Sum;

/// Between `low` and `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::tables) struct Bounds {
    pub(in crate::tables) low: i64,
    pub(in crate::tables) high: i64,
}

/// Larger than any number a report can print, and small enough to be added a few hundred times.
const UNBOUNDED: i64 = i64::MAX / 1024;

impl Bounds {
    /// Any count: zero or more.
    pub(in crate::tables) const COUNT: Self = Self { low: 0, high: UNBOUNDED };

    /// Just this number. Numbers beyond all reason count as unknown.
    pub(in crate::tables) fn of(value: i64) -> Self {
        if (0..UNBOUNDED).contains(&value) { Self { low: value, high: value } } else { Self::COUNT }
    }

    /// The number, if only one is left.
    pub(in crate::tables) fn value(self) -> Option<i64> {
        (self.low == self.high).then_some(self.low)
    }

    /// The smallest bounds that hold both.
    pub(in crate::tables) fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// What both allow, if anything.
    pub(in crate::tables) fn meet(self, other: Self) -> Option<Self> {
        let met = Self { low: self.low.max(other.low), high: self.high.min(other.high) };
        (met.low <= met.high).then_some(met)
    }
}

/// Narrows the bounds of cells along the sums until nothing changes; `None` where a sum cannot hold.
pub(in crate::tables) fn propagate(cells: &mut [Bounds], sums: &[Sum]) -> Option<()> {
    // Every pass narrows at least one cell; on the form's sums a fixed point is reached within a few passes. The bound cuts
    // off slow creeping, which can only leave bounds wider than need be.
    const MOST_PASSES: usize = 32;
    for _ in 0..MOST_PASSES {
        let mut changed = false;
        for sum in sums {
            changed |= narrow(cells, &sum.left, &sum.right)?;
            changed |= narrow(cells, &sum.right, &sum.left)?;
        }
        if !changed {
            break;
        }
    }
    Some(())
}

/// Narrows the cells of `side`, whose sum equals that of `other`.
fn narrow(cells: &mut [Bounds], side: &[usize], other: &[usize]) -> Option<bool> {
    let total = |cells: &[Bounds], side: &[usize]| {
        side.iter().fold(Bounds { low: 0, high: 0 }, |sum, cell| Bounds {
            low: sum.low.saturating_add(cells[*cell].low),
            high: sum.high.saturating_add(cells[*cell].high).min(UNBOUNDED),
        })
    };
    let goal = total(cells, other);
    let own = total(cells, side);
    goal.meet(own)?;
    let mut changed = false;
    for cell in side {
        let old = cells[*cell];
        let others_low = own.low - old.low;
        let high = goal.high.saturating_sub(others_low);
        let low = if own.high >= UNBOUNDED { old.low } else { goal.low.saturating_sub(own.high - old.high) };
        let new = old.meet(Bounds { low, high })?;
        if new != old {
            cells[*cell] = new;
            changed = true;
        }
    }
    Some(changed)
}
