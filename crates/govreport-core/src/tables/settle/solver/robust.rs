//! What the sums leave, and leave still when any single one of them is left out.
//!
//! A sum that was used up to find a lost number holds whatever the number is: it confirms nothing. And an author may have made one
//! slip. So a reading is believed only where every other one would break two sums at least.

use super::search::{Outcome, Reduced, Solution};
use super::sum::SumSet;
use super::{Candidate, Place, Puzzle};

/// What the sums leave of the lines of a puzzle.
#[derive(Debug)]
pub(in crate::tables::settle) struct Robust {
    /// The readings that satisfy all sums.
    readings: Vec<Solution>,
    /// Those that satisfy all but one.
    nearly: Vec<Solution>,
    complete: bool,
}

/// What the sums leave of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables::settle) enum Cell {
    /// This content, which is no number.
    Mark(usize),
    /// This empty cell, or a content that was lost: the borders decide, where they are the source's own.
    Empty(usize),
    /// This number, which stands or stood here.
    Number(i64, Place),
    /// More than one thing.
    Several,
}

impl Robust {
    /// Solves a puzzle that may be put in several ways, each with the same sums.
    pub(in crate::tables::settle) fn solve(puzzles: &[Puzzle<'_>]) -> Self {
        let mut robust = Self { readings: Vec::new(), nearly: Vec::new(), complete: true };
        let reduced: Vec<Reduced<'_>> = puzzles.iter().map(Reduced::of).collect();
        // Only a sum that took something away would, left out, leave more.
        let mut without: Vec<(&Reduced<'_>, SumSet)> = Vec::with_capacity(reduced.len());
        for puzzle in &reduced {
            let Outcome { solutions, complete, spoke } = puzzle.solve(None);
            robust.complete &= complete;
            keep(&mut robust.readings, solutions);
            without.push((puzzle, spoke));
        }
        for (puzzle, sum) in
            without.iter().flat_map(|(puzzle, spoke)| spoke.each().map(move |sum| (puzzle, sum)))
        {
            if !robust.complete || robust.readings.is_empty() {
                break;
            }
            let Outcome { solutions, complete, .. } = puzzle.solve(Some(sum));
            robust.complete &= complete;
            robust.nearly.extend(solutions);
        }
        robust
    }

    /// Whether no reading satisfies the sums of a puzzle: that is told without leaving any of them out.
    pub(in crate::tables::settle) fn is_contradictory(puzzle: &Puzzle<'_>) -> bool {
        let Outcome { solutions, complete, .. } = Reduced::of(puzzle).solve(None);
        complete && solutions.is_empty()
    }

    /// Whether no reading satisfies the sums.
    pub(in crate::tables::settle) fn is_contradiction(&self) -> bool {
        self.complete && self.readings.is_empty()
    }

    /// The readings of a line that satisfy all sums.
    pub(in crate::tables::settle) fn readings(&self, line: usize) -> impl Iterator<Item = &Candidate> {
        self.readings.iter().map(move |solution| &solution.choice[line])
    }

    /// What is left of a cell of a line.
    pub(in crate::tables::settle) fn cell(&self, line: usize, offset: usize) -> Cell {
        let Some(first) = self.readings.first().filter(|_| self.complete) else { return Cell::Several };
        let (place, bounds) = (first.choice[line].places[offset], first.choice[line].bounds[offset]);
        let mut all = self.readings.iter().chain(&self.nearly).map(|solution| &solution.choice[line]);
        match place.mark() {
            Some(mark) if all.clone().all(|other| other.places[offset].mark() == Some(mark)) => {
                Cell::Mark(mark)
            }
            // An empty cell, or one that was lost: no number of the row moves, so that the borders are right.
            Some(mark)
                if matches!(place, Place::Blank(_))
                    && all.clone().all(|other| {
                        matches!(other.places[offset], Place::Lost)
                            || other.places[offset].mark() == Some(mark)
                    })
                    && all.all(|other| keeps_numbers(&first.choice[line], other)) =>
            {
                Cell::Empty(mark)
            }
            Some(_) => Cell::Several,
            None => match bounds.value() {
                // Where a row holds dashes or empty cells, the cell that was lost may have been one too.
                Some(_) if first.choice[line].has_marks() && self.may_be_lost(line, offset) => Cell::Several,
                Some(value)
                    if all.all(|other| {
                        other.places[offset].mark().is_none() && other.bounds[offset].value() == Some(value)
                    }) =>
                {
                    Cell::Number(value, place)
                }
                _ => Cell::Several,
            },
        }
    }
}

impl Robust {
    /// Whether a reading takes the content of this cell for lost, or that of another with the same number in it and in all between: which
    /// of them was lost is then not told.
    pub(in crate::tables::settle) fn may_be_lost(&self, line: usize, offset: usize) -> bool {
        let is_lost = |candidate: &Candidate| {
            let number = candidate.bounds[offset].value();
            let lost = candidate.places.iter().enumerate().filter(|(_, place)| **place == Place::Lost);
            lost.map(|(at, _)| at.min(offset)..=at.max(offset)).any(|mut between| {
                between.all(|at| number.is_some() && candidate.bounds[at].value() == number)
                    || candidate.places[offset] == Place::Lost
            })
        };
        self.readings.iter().chain(&self.nearly).any(|solution| is_lost(&solution.choice[line]))
    }
}

/// Whether two readings of a row have every number in the same cell.
fn keeps_numbers(a: &Candidate, b: &Candidate) -> bool {
    a.places.iter().zip(b.places.iter()).all(|(a, b)| match (a, b) {
        (Place::Number(a), Place::Number(b)) => a == b,
        (Place::Number(_), _) | (_, Place::Number(_)) => false,
        _ => true,
    })
}

/// Adds the readings of one puzzle, each of which says something else, to those of others.
fn keep(kept: &mut Vec<Solution>, found: Vec<Solution>) {
    let others = kept.len();
    for solution in found {
        if !kept[..others].contains(&solution) {
            kept.push(solution);
        }
    }
}
