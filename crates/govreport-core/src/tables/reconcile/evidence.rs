//! Which arrangements the sums bear witness to.
//!
//! A sum with a number in it that was lost says what the number must be, whatever the others are: it cannot say that they stand
//! where they belong. A sum that holds between printed numbers can; it would hold by chance alone if they did not.

use super::bounds::propagate;
use super::search::Solution;
use super::{Bounds, Candidate, Place, Sum};

/// Passes over all sums. Every lost number is found out in one of the first.
const MOST_PASSES: usize = 32;

/// The sums that bear witness in one solution.
pub(in crate::tables) struct Evidence<'a> {
    sums: Vec<&'a Sum>,
    cells: Vec<Bounds>,
}

impl<'a> Evidence<'a> {
    /// The sums that hold without having been used to find out a number other than 0. `known` are the cells that no line
    /// arranges; `firsts` are the first cells of the lines.
    pub(in crate::tables) fn of(
        solution: &Solution,
        known: &[Bounds],
        firsts: impl Iterator<Item = usize>,
        sums: &'a [Sum],
    ) -> Self {
        let mut cells = known.to_vec();
        for (first, candidate) in firsts.zip(&solution.choice) {
            let printed = candidate.places.iter().zip(&candidate.bounds);
            for (cell, (place, bounds)) in cells[first..].iter_mut().zip(printed) {
                *cell = if *place == Place::Lost { Bounds::COUNT } else { *bounds };
            }
        }
        let mut spent = vec![false; sums.len()];
        for _ in 0..MOST_PASSES {
            let before = cells.clone();
            for (sum, spent) in sums.iter().zip(&mut spent) {
                *spent |= finds_out(sum, &mut cells);
            }
            if cells == before {
                break;
            }
        }
        let bears_witness = |(sum, spent): (&'a Sum, bool)| (!spent && holds(sum, &cells)).then_some(sum);
        let sums = sums.iter().zip(spent).filter_map(bears_witness).collect();
        Self { sums, cells }
    }

    /// Whether one of them confirms an arrangement of the line that begins at cell `first`. Where no number of the line was lost,
    /// or parted from others, nothing needs to be confirmed; zeros are zeros wherever they belong.
    pub(in crate::tables) fn confirms(&self, first: usize, candidate: &Candidate) -> bool {
        let own = first..first + candidate.places.len();
        let has = |wanted: fn(&Place) -> bool| candidate.places.iter().any(wanted);
        let parted = has(|place| matches!(place, Place::Part(_)));
        if !parted && !has(|place| *place == Place::Lost) {
            return true;
        }
        let counts = |cell: &usize| own.contains(cell) && self.cells[*cell].value() != Some(0);
        let mut witnesses = self.sums.iter().filter(|sum| {
            let mut all = sum.left.iter().chain(&sum.right);
            // How a run of figures is parted was chosen by the line's own sum: that is no second witness.
            let chose = parted && all.clone().all(|cell| own.contains(cell));
            !chose && all.any(counts)
        });
        own.clone().all(|cell| !counts(&cell)) || witnesses.next().is_some()
    }
}

/// Lets a sum say what it can of its cells. Gives whether it found out a number other than 0.
fn finds_out(sum: &Sum, cells: &mut Vec<Bounds>) -> bool {
    let of_sum = || sum.left.iter().chain(&sum.right).copied();
    if of_sum().all(|cell| cells[cell].value().is_some()) {
        return false;
    }
    let mut narrowed = cells.clone();
    // The source's own mistakes say nothing.
    if propagate(&mut narrowed, std::slice::from_ref(sum)).is_none() {
        return false;
    }
    let found =
        |cell: usize| cells[cell].value().is_none() && narrowed[cell].value().is_some_and(|value| value != 0);
    let found_out = of_sum().any(found);
    *cells = narrowed;
    found_out
}

fn holds(sum: &Sum, cells: &[Bounds]) -> bool {
    let total =
        |side: &[usize]| side.iter().try_fold(0_i64, |total, cell| total.checked_add(cells[*cell].value()?));
    total(&sum.left).is_some_and(|left| total(&sum.right) == Some(left))
}
