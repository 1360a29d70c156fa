//! What a number can be: between a smallest and a largest value.

use super::Sum;

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

/// Narrows the bounds of cells along the sums until nothing changes; `None` where a sum cannot hold.
pub(super) fn propagate(cells: &mut [Bounds], sums: &[&Sum]) -> Option<()> {
    // Every pass narrows at least one cell; on the form's sums a fixed point is reached within a few passes. The bound cuts
    // off slow creeping, which can only leave bounds wider than need be.
    const MOST_PASSES: usize = 32;
    for _ in 0..MOST_PASSES {
        let mut changed = false;
        for sum in sums {
            let (left, right) =
                ((sum.left.as_slice(), sum.left_known), (sum.right.as_slice(), sum.right_known));
            changed |= narrow(cells, left, right)?;
            changed |= narrow(cells, right, left)?;
        }
        if !changed {
            break;
        }
    }
    Some(())
}

/// Cells that are added up, and what is known to be added to them.
type Side<'a> = (&'a [usize], i64);

/// Narrows the cells of `side`, whose sum equals that of `other`.
fn narrow(cells: &mut [Bounds], (side, own_known): Side<'_>, (other, known): Side<'_>) -> Option<bool> {
    let total = |cells: &[Bounds], side: &[usize], known: i64| {
        side.iter().fold(Bounds { low: known, high: known }, |sum, cell| Bounds {
            low: sum.low.saturating_add(cells[*cell].low),
            high: sum.high.saturating_add(cells[*cell].high).min(UNBOUNDED),
        })
    };
    let goal = total(cells, other, known);
    let own = total(cells, side, own_known);
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
