//! Searches what propagation leaves open.

use super::bounds::propagate;
use super::{Bounds, Candidate, Line, Puzzle, Sum};

/// The most arrangements of all lines together that are looked at.
const MOST_STEPS: usize = 4_000;
/// The most solutions that are told apart; more are as good as none.
const MOST_SOLUTIONS: usize = 64;

/// An arrangement of all lines that satisfies all sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tables) struct Solution {
    /// For each line, its arrangement.
    pub(in crate::tables) choice: Vec<Candidate>,
    /// What is left for each cell.
    pub(in crate::tables) cells: Vec<Bounds>,
}

/// What solving came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tables) struct Outcome {
    /// The solutions, told apart by their numbers.
    pub(in crate::tables) solutions: Vec<Solution>,
    /// Whether every possibility was looked at.
    pub(in crate::tables) complete: bool,
}

impl Outcome {
    /// The number of a cell, if every solution gives it the same.
    pub(in crate::tables) fn value(&self, cell: usize) -> Option<i64> {
        if !self.complete {
            return None;
        }
        let first = self.solutions.first()?.cells[cell].value()?;
        self.solutions.iter().all(|solution| solution.cells[cell].value() == Some(first)).then_some(first)
    }
}

/// Finds the arrangements of all lines that satisfy all sums.
pub(in crate::tables) fn solve(mut puzzle: Puzzle) -> Outcome {
    puzzle.keep_sums_of_lines();
    let mut lines: Vec<Vec<Candidate>> =
        puzzle.lines.iter_mut().map(|line| std::mem::take(&mut line.candidates)).collect();
    let mut outcome = Outcome { solutions: Vec::new(), complete: true };
    let mut cells = puzzle.cells.clone();
    if filter(&puzzle, &mut lines, &mut cells).is_none() {
        return outcome;
    }
    let mut search = Search { puzzle: &puzzle, steps: 0, outcome: &mut outcome };
    let mut set: Vec<bool> = lines.iter().map(|candidates| candidates.len() == 1).collect();
    search.descend(&lines, &cells, &mut set, &mut vec![0; lines.len()]);
    outcome
}

impl Line {
    /// A line with those of its arrangements that its own sums allow.
    pub(in crate::tables) fn new(first: usize, mut candidates: Vec<Candidate>, sums: &[Sum]) -> Self {
        let width = candidates.first().map_or(0, |candidate| candidate.places.len());
        let own = sums_within(sums, first, width);
        reduce(&mut candidates, |candidate| {
            let mut bounds = candidate.bounds.clone();
            propagate(&mut bounds, &own).map(|()| bounds)
        });
        Self { first, candidates }
    }
}

/// The sums that are about the cells of one line alone, with the cells counted from its first.
fn sums_within(sums: &[Sum], first: usize, width: usize) -> Vec<Sum> {
    let shifted = |side: &[usize]| -> Option<Vec<usize>> {
        side.iter().map(|cell| cell.checked_sub(first).filter(|cell| *cell < width)).collect()
    };
    let own = |sum: &Sum| Some(Sum { left: shifted(&sum.left)?, right: shifted(&sum.right)? });
    sums.iter().filter_map(own).collect()
}

/// Drops the arrangements that contradict a sum, and those that differ from another only in how the same numbers came about.
/// Gives whether any was dropped.
fn reduce(candidates: &mut Vec<Candidate>, bounds: impl Fn(&Candidate) -> Option<Vec<Bounds>>) -> bool {
    let before = candidates.len();
    let mut kept: Vec<Candidate> = Vec::with_capacity(before);
    for candidate in candidates.drain(..) {
        let Some(bounds) = bounds(&candidate) else { continue };
        if kept.iter().all(|other| other.bounds != bounds) {
            kept.push(Candidate { bounds, ..candidate });
        }
    }
    *candidates = kept;
    candidates.len() != before
}

/// Reduces the arrangements of all lines against each other until nothing changes. `None` where a line has none left.
fn filter(puzzle: &Puzzle, lines: &mut [Vec<Candidate>], cells: &mut [Bounds]) -> Option<()> {
    loop {
        // A cell of an open line can be whatever one of its arrangements allows.
        for (line, candidates) in puzzle.lines.iter().zip(lines.iter()) {
            let width = candidates.first()?.places.len();
            for offset in 0..width {
                let hull =
                    candidates.iter().map(|candidate| candidate.bounds[offset]).reduce(Bounds::hull)?;
                cells[line.first + offset] = cells[line.first + offset].meet(hull)?;
            }
        }
        propagate(cells, &puzzle.sums)?;
        let mut dropped = false;
        for (line, candidates) in puzzle.lines.iter().zip(lines.iter_mut()) {
            // An arrangement that is the only one left was checked by the propagation above.
            if candidates.len() > 1 {
                dropped |= reduce(candidates, |candidate| fits(puzzle, line.first, candidate, cells));
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
fn fits(puzzle: &Puzzle, first: usize, candidate: &Candidate, cells: &[Bounds]) -> Option<Vec<Bounds>> {
    let mut cells = cells.to_vec();
    place(&mut cells, first, candidate)?;
    propagate(&mut cells, &puzzle.sums)?;
    Some(cells[first..first + candidate.bounds.len()].to_vec())
}

fn place(cells: &mut [Bounds], first: usize, candidate: &Candidate) -> Option<()> {
    for (cell, bounds) in cells[first..].iter_mut().zip(&candidate.bounds) {
        *cell = cell.meet(*bounds)?;
    }
    Some(())
}

struct Search<'a> {
    puzzle: &'a Puzzle,
    steps: usize,
    outcome: &'a mut Outcome,
}

impl Search<'_> {
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
                && propagate(&mut cells, &self.puzzle.sums).is_some()
            {
                choice[line] = number;
                self.descend(lines, &cells, set, choice);
            }
        }
        set[line] = false;
    }

    fn record(&mut self, lines: &[Vec<Candidate>], cells: &[Bounds], choice: &[usize]) {
        if self.outcome.solutions.iter().any(|solution| solution.cells == cells) {
            return;
        }
        if self.outcome.solutions.len() == MOST_SOLUTIONS {
            self.outcome.complete = false;
            return;
        }
        let choice =
            lines.iter().zip(choice).map(|(candidates, number)| candidates[*number].clone()).collect();
        self.outcome.solutions.push(Solution { choice, cells: cells.to_vec() });
    }
}
