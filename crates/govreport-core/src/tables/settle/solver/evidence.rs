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

    /// Whether one of them confirms an arrangement of the line that begins at cell `first`. Zeros are zeros wherever they belong.
    pub(in crate::tables) fn confirms(&self, first: usize, candidate: &Candidate) -> bool {
        let own = first..first + candidate.places.len();
        let parted = candidate.places.iter().any(|place| matches!(place, Place::Part(_)));
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

/// Whether an arrangement needs to be confirmed: a number of its line was lost, or parted from others.
pub(in crate::tables) fn is_derived(candidate: &Candidate) -> bool {
    candidate.places.iter().any(|place| matches!(place, Place::Lost | Place::Part(_)))
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

#[cfg(test)]
mod tests {
    use super::*;

    /// a + b = c in both lines of three, and the columns of the lines are the same.
    fn sums() -> Vec<Sum> {
        let own = |first: usize| Sum { left: vec![first, first + 1], right: vec![first + 2] };
        let column = |cell: usize| Sum { left: vec![cell], right: vec![cell + 3] };
        [own(0), own(3)].into_iter().chain((0..3).map(column)).collect()
    }

    /// Whether the first line, arranged like this, is confirmed beside what is known of the second.
    fn is_confirmed(places: [Place; 3], numbers: [Option<i64>; 3], second: [Option<i64>; 3]) -> bool {
        let bounds =
            |numbers: [Option<i64>; 3]| numbers.map(|number| number.map_or(Bounds::COUNT, Bounds::of));
        let candidate = Candidate { places: places.to_vec(), bounds: bounds(numbers).to_vec() };
        let known: Vec<Bounds> = [[Bounds::COUNT; 3], bounds(second)].concat();
        let solution = Solution { choice: vec![candidate.clone()], cells: known.clone() };
        let sums = sums();
        Evidence::of(&solution, &known, [0].into_iter(), &sums).confirms(0, &candidate)
    }

    const UNKNOWN: [Option<i64>; 3] = [None; 3];

    #[test]
    fn a_sum_that_found_out_a_lost_number_confirms_nothing() {
        let lost_total = [Place::Slot(0), Place::Slot(1), Place::Lost];
        assert!(!is_confirmed(lost_total, [Some(10), Some(1), None], UNKNOWN));
        assert!(is_confirmed(lost_total, [Some(10), Some(1), None], [Some(10), None, None]));
        assert!(is_confirmed(lost_total, [Some(10), Some(1), None], [None, None, Some(11)]));
    }

    #[test]
    fn a_sum_that_holds_without_the_lost_number_confirms() {
        let lost_second = [Place::Slot(0), Place::Lost, Place::Slot(1)];
        assert!(is_confirmed(lost_second, [Some(5), None, Some(5)], UNKNOWN));
        assert!(!is_confirmed(lost_second, [Some(5), None, Some(7)], UNKNOWN));
    }

    #[test]
    fn zeros_need_no_witness() {
        let lost_total = [Place::Slot(0), Place::Slot(1), Place::Lost];
        assert!(is_confirmed(lost_total, [Some(0), Some(0), None], UNKNOWN));
        // A column of zeros says nothing of the numbers beside it.
        assert!(!is_confirmed(lost_total, [Some(10), Some(0), None], [None, Some(0), None]));
    }

    #[test]
    fn the_sum_that_parted_figures_is_no_second_witness() {
        let parted = [Place::Part(0); 3];
        assert!(!is_confirmed(parted, [Some(1), Some(2), Some(3)], UNKNOWN));
        assert!(is_confirmed(parted, [Some(1), Some(2), Some(3)], [Some(1), None, None]));
    }

    #[test]
    fn the_mistakes_of_the_source_say_nothing() {
        let lost_second = [Place::Slot(0), Place::Lost, Place::Slot(1)];
        assert!(!is_confirmed(lost_second, [Some(5), None, Some(7)], [Some(4), Some(4), Some(4)]));
    }

    #[test]
    fn only_what_was_lost_or_parted_is_derived() {
        let of = |places: &[Place]| Candidate {
            places: places.to_vec(),
            bounds: vec![Bounds::COUNT; places.len()],
        };
        assert!(is_derived(&of(&[Place::Slot(0), Place::Lost])));
        assert!(is_derived(&of(&[Place::Part(0), Place::Part(0)])));
        assert!(!is_derived(&of(&[Place::Slot(0), Place::Slot(1)])));
    }
}
