//! The sums of the form over the cells of a puzzle.

/// The cells on the left and a constant add up to those on the right and another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::tables::settle) struct Sum {
    pub(in crate::tables::settle) left: Vec<usize>,
    pub(in crate::tables::settle) right: Vec<usize>,
    /// What is known of the left.
    pub(in crate::tables::settle) left_known: i64,
    /// What is known of the right.
    pub(in crate::tables::settle) right_known: i64,
}

impl Sum {
    /// The cells on both sides.
    pub(super) fn cells(&self) -> impl Iterator<Item = usize> {
        self.left.iter().chain(&self.right).copied()
    }
}

/// The sums of a table or a puzzle, and which of them each cell stands in.
#[derive(Debug, Clone)]
pub(in crate::tables::settle) struct Sums {
    all: Vec<Sum>,
    of_cells: Vec<SumSet>,
    every: SumSet,
}

impl Sums {
    /// These sums over so many cells.
    pub(in crate::tables::settle) fn new(all: Vec<Sum>, cells: usize) -> Self {
        let mut of_cells = vec![SumSet::default(); cells];
        let mut every = SumSet::default();
        for (number, sum) in all.iter().enumerate() {
            every.add(SumSet::one(number));
            for cell in sum.cells() {
                of_cells[cell].add(SumSet::one(number));
            }
        }
        Self { all, of_cells, every }
    }

    pub(in crate::tables::settle) fn all(&self) -> &[Sum] {
        &self.all
    }

    /// The sums that a cell stands in.
    pub(in crate::tables::settle) fn of_cell(&self, cell: usize) -> SumSet {
        self.of_cells.get(cell).copied().unwrap_or_default()
    }

    /// All of them.
    pub(in crate::tables::settle) fn every(&self) -> SumSet {
        self.every
    }
}

/// A set of sums, a bit for the number of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::tables::settle) struct SumSet(u64);

/// A table has no more sums than this: table two has one for each of its rows, and two for each of its seven columns.
pub(in crate::tables::settle) const MOST_SUMS: usize = u64::BITS as usize;

impl SumSet {
    /// The set of one sum.
    pub(in crate::tables::settle) fn one(number: usize) -> Self {
        debug_assert!(number < MOST_SUMS, "a table has so few sums");
        Self(1 << number)
    }

    /// What is in one of two sets.
    pub(in crate::tables::settle) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in this set and not in the other.
    pub(in crate::tables::settle) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What is in both sets.
    pub(in crate::tables::settle) fn within(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether two sets have a sum in common.
    pub(in crate::tables::settle) fn meets(self, other: Self) -> bool {
        self.within(other) != Self::default()
    }

    pub(in crate::tables::settle) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Its sums, each by its number.
    pub(in crate::tables::settle) fn each(self) -> impl Iterator<Item = usize> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let number = self.next(from)?;
            from = number + 1;
            Some(number)
        })
    }

    /// The first of its sums from this number on.
    pub(in crate::tables::settle) fn next(self, from: usize) -> Option<usize> {
        let left = self.0 & u64::MAX.checked_shl(u32::try_from(from).ok()?)?;
        (left != 0).then_some(left.trailing_zeros() as usize)
    }
}
