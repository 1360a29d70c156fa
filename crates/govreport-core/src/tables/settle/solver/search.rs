//! Searches what propagation leaves open.

use super::bounds::propagate;
use super::{Bounds, Candidate, Puzzle, Sum};

/// The most arrangements of all lines together that are looked at.
const MOST_STEPS: usize = 4_000;
/// The most solutions that are told apart; more are as good as none.
const MOST_SOLUTIONS: usize = 64;

/// An arrangement of all lines that satisfies all sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Solution {
    /// For each line, its arrangement, with what is left for each of its cells.
    pub(super) choice: Vec<Candidate>,
}

/// What solving came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    /// The solutions, told apart by what they say.
    pub(super) solutions: Vec<Solution>,
    /// Whether every possibility was looked at.
    pub(super) complete: bool,
}

/// Finds the arrangements of all lines that satisfy all sums but the one of this index.
pub(super) fn solve(puzzle: &Puzzle, left_out: Option<usize>) -> Outcome {
    let sums: Vec<&Sum> =
        puzzle.sums.iter().enumerate().filter(|(at, _)| Some(*at) != left_out).map(|(_, sum)| sum).collect();
    let mut lines: Vec<Vec<Candidate>> = puzzle.lines.iter().map(|line| line.candidates.clone()).collect();
    let mut outcome = Outcome { solutions: Vec::new(), complete: true };
    let mut cells = vec![Bounds::COUNT; puzzle.cells];
    let mut search = Search { puzzle, sums: &sums, steps: 0, outcome: &mut outcome };
    if search.own_sums(&mut lines).is_none() || search.filter(&mut lines, &mut cells).is_none() {
        return outcome;
    }
    let mut set: Vec<bool> = lines.iter().map(|candidates| candidates.len() == 1).collect();
    search.descend(&lines, &cells, &mut set, &mut vec![0; lines.len()]);
    outcome
}

struct Search<'a> {
    puzzle: &'a Puzzle,
    sums: &'a [&'a Sum],
    steps: usize,
    outcome: &'a mut Outcome,
}

impl Search<'_> {
    fn propagate(&self, cells: &mut [Bounds]) -> Option<()> {
        propagate(cells, self.sums)
    }

    /// Drops the arrangements of each line that its own sums do not allow.
    fn own_sums(&self, lines: &mut [Vec<Candidate>]) -> Option<()> {
        for (line, candidates) in self.puzzle.lines.iter().zip(lines) {
            let own = line.first..line.first + line.width();
            let within = |sum: &&&Sum| sum.left.iter().chain(&sum.right).all(|cell| own.contains(cell));
            let sums: Vec<&Sum> = self.sums.iter().filter(within).copied().collect();
            let mut cells = vec![Bounds::COUNT; self.puzzle.cells];
            reduce(candidates, |candidate| {
                cells[own.clone()].copy_from_slice(&candidate.bounds);
                propagate(&mut cells, &sums).map(|()| cells[own.clone()].to_vec())
            });
            if candidates.is_empty() {
                return None;
            }
        }
        Some(())
    }

    /// Reduces the arrangements of all lines against each other until nothing changes. `None` where a line has none left.
    fn filter(&self, lines: &mut [Vec<Candidate>], cells: &mut [Bounds]) -> Option<()> {
        loop {
            // A cell of an open line can be whatever one of its arrangements allows.
            for (line, candidates) in self.puzzle.lines.iter().zip(lines.iter()) {
                for offset in 0..line.width() {
                    let hull =
                        candidates.iter().map(|candidate| candidate.bounds[offset]).reduce(Bounds::hull)?;
                    cells[line.first + offset] = cells[line.first + offset].meet(hull)?;
                }
            }
            self.propagate(cells)?;
            let mut dropped = false;
            for (line, candidates) in self.puzzle.lines.iter().zip(lines.iter_mut()) {
                // An arrangement that is the only one left was checked by the propagation above.
                if candidates.len() > 1 {
                    dropped |= reduce(candidates, |candidate| self.fits(line.first, candidate, cells));
                }
                if candidates.is_empty() {
                    return None;
                }
            }
            if !dropped {
                return Some(());
            }
        }
    }

    /// The bounds that an arrangement leaves to its own cells, or `None` where it contradicts a sum.
    fn fits(&self, first: usize, candidate: &Candidate, cells: &[Bounds]) -> Option<Vec<Bounds>> {
        let mut cells = cells.to_vec();
        place(&mut cells, first, candidate)?;
        self.propagate(&mut cells)?;
        Some(cells[first..first + candidate.bounds.len()].to_vec())
    }

    fn descend(
        &mut self,
        lines: &[Vec<Candidate>],
        cells: &[Bounds],
        set: &mut Vec<bool>,
        choice: &mut Vec<usize>,
    ) {
        if !self.outcome.complete {
            return;
        }
        let next = (0..lines.len()).filter(|line| !set[*line]).min_by_key(|line| lines[*line].len());
        let Some(line) = next else {
            self.record(lines, cells, choice);
            return;
        };
        set[line] = true;
        for (number, candidate) in lines[line].iter().enumerate() {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                self.outcome.complete = false;
                break;
            }
            let mut cells = cells.to_vec();
            if place(&mut cells, self.puzzle.lines[line].first, candidate).is_some()
                && self.propagate(&mut cells).is_some()
            {
                choice[line] = number;
                self.descend(lines, &cells, set, choice);
            }
        }
        set[line] = false;
    }

    fn record(&mut self, lines: &[Vec<Candidate>], cells: &[Bounds], choice: &[usize]) {
        let of_line = |(line, number): (usize, &usize)| {
            let first = self.puzzle.lines[line].first;
            let chosen = &lines[line][*number];
            let bounds = cells[first..first + chosen.bounds.len()].to_vec();
            Candidate { places: chosen.places.clone(), bounds }
        };
        let solution = Solution { choice: choice.iter().enumerate().map(of_line).collect() };
        let same = |other: &Solution| other.choice.iter().zip(&solution.choice).all(|(a, b)| a.says(b));
        if self.outcome.solutions.iter().any(same) {
            return;
        }
        if self.outcome.solutions.len() == MOST_SOLUTIONS {
            self.outcome.complete = false;
            return;
        }
        self.outcome.solutions.push(solution);
    }
}

/// Drops the arrangements that contradict a sum, and those that differ from another only in how the same numbers came about.
/// Gives whether any was dropped.
fn reduce(
    candidates: &mut Vec<Candidate>,
    mut bounds: impl FnMut(&Candidate) -> Option<Vec<Bounds>>,
) -> bool {
    let before = candidates.len();
    let mut kept: Vec<Candidate> = Vec::with_capacity(before);
    for candidate in candidates.drain(..) {
        let Some(bounds) = bounds(&candidate) else { continue };
        let candidate = Candidate { bounds, ..candidate };
        if kept.iter().all(|other| !other.says(&candidate)) {
            kept.push(candidate);
        }
    }
    *candidates = kept;
    candidates.len() != before
}

fn place(cells: &mut [Bounds], first: usize, candidate: &Candidate) -> Option<()> {
    for (cell, bounds) in cells[first..].iter_mut().zip(&candidate.bounds) {
        *cell = cell.meet(*bounds)?;
    }
    Some(())
}
