//! Searches what propagation leaves open.

use std::borrow::Cow;

use super::bounds::Cells;
use super::sum::{SumSet, Sums};
use super::{Bounds, Candidate, Line, Puzzle};

/// The most arrangements of all lines together that are looked at.
/// Measured: with 2,000, no cell changes.
const MOST_STEPS: usize = 4_000;
/// The most solutions that are told apart; more are as good as none.
/// Measured: with 32, 5 cells of the written reports get another status.
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
    /// The sums that took something away. Had any of the others been left out, all would have come out as it did.
    pub(super) spoke: SumSet,
}

/// A puzzle whose lines are reduced to the arrangements that their own sums allow.
pub(super) struct Reduced<'p> {
    puzzle: &'p Puzzle<'p>,
    lines: Vec<ReducedLine>,
}

/// A line reduced to the arrangements that its own sums allow.
struct ReducedLine {
    /// The sums that hold its cells and no others.
    own: SumSet,
    /// Those of them that took something away.
    spoke: SumSet,
    candidates: Vec<Candidate>,
}

impl<'p> Reduced<'p> {
    pub(super) fn of(puzzle: &'p Puzzle<'p>) -> Self {
        let reduced = |line| {
            let own = own_sums(puzzle, line);
            let (candidates, spoke) = by_own_sums(puzzle, line, own);
            ReducedLine { own, spoke, candidates }
        };
        Self { puzzle, lines: puzzle.lines.iter().map(reduced).collect() }
    }

    /// Finds the arrangements of all lines that satisfy all sums but the one of this index.
    pub(super) fn solve(&self, left_out: Option<usize>) -> Outcome {
        let puzzle = self.puzzle;
        let left_out = left_out.map(SumSet::one).unwrap_or_default();
        let hold = puzzle.sums.every().without(left_out);
        let spoke = self.lines.iter().fold(SumSet::default(), |spoke, line| spoke.and(line.spoke));
        let mut outcome = Outcome { solutions: Vec::new(), complete: true, spoke };
        // A line without its own sum is reduced anew; to all others the sum says nothing.
        let reduced = puzzle.lines.iter().zip(&self.lines).map(|(line, reduced)| {
            if reduced.spoke.meets(left_out) {
                by_own_sums(puzzle, line, reduced.own.without(left_out)).0.into()
            } else {
                Cow::Borrowed(reduced.candidates.as_slice())
            }
        });
        let mut lines: Vec<Cow<'_, [Candidate]>> = reduced.collect();
        let mut cells = Cells::new(puzzle.cells, hold);
        let mut search = Search { puzzle, hold, is_open: true, steps: 0, outcome: &mut outcome };
        let is_contradictory = lines.iter().any(|candidates| candidates.is_empty())
            || search.filter(&mut lines, &mut cells).is_none();
        search.outcome.spoke.add(cells.spoke());
        if is_contradictory {
            return outcome;
        }
        search.is_open = lines.iter().flat_map(|candidates| candidates.iter()).any(Candidate::is_open);
        let mut set: Vec<bool> = lines.iter().map(|candidates| candidates.len() == 1).collect();
        search.descend(&lines, &cells, &mut set, &mut vec![0; lines.len()]);
        outcome
    }
}

/// The sums that hold cells of a line and no others.
fn own_sums(puzzle: &Puzzle<'_>, line: &Line<'_>) -> SumSet {
    let own = line.cells();
    let sums = puzzle.sums.all().iter().enumerate();
    let within = sums.filter(|(_, sum)| sum.cells().all(|cell| own.contains(&cell)));
    within.map(|(number, _)| SumSet::one(number)).fold(SumSet::default(), SumSet::and)
}

/// The arrangements of a line that these of its own sums allow, and which of the sums took something away.
fn by_own_sums(puzzle: &Puzzle<'_>, line: &Line<'_>, hold: SumSet) -> (Vec<Candidate>, SumSet) {
    let mut cells = Cells::new(puzzle.cells, hold);
    let candidates = reduced(&line.candidates, |candidate| {
        cells.reset(line.cells(), hold);
        fit(&mut cells, line, candidate, &puzzle.sums, hold)
    });
    (candidates, cells.spoke())
}

struct Search<'a> {
    puzzle: &'a Puzzle<'a>,
    /// The sums that have to hold.
    hold: SumSet,
    /// Numbers of some arrangements are still open: different ones may come to say the same.
    is_open: bool,
    steps: usize,
    outcome: &'a mut Outcome,
}

impl Search<'_> {
    /// Reduces the arrangements of all lines against each other until nothing changes. `None` where a line has none left.
    fn filter(&self, lines: &mut [Cow<'_, [Candidate]>], cells: &mut Cells) -> Option<()> {
        let sums = &self.puzzle.sums;
        loop {
            // A cell of an open line can be whatever one of its arrangements allows.
            for (line, candidates) in self.puzzle.lines.iter().zip(lines.iter()) {
                for (offset, cell) in line.cells().enumerate() {
                    let hull =
                        candidates.iter().map(|candidate| candidate.bounds[offset]).reduce(Bounds::hull)?;
                    cells.meet(cell, hull, sums)?;
                }
            }
            cells.propagate(sums, self.hold)?;
            let mut dropped = false;
            for (line, candidates) in self.puzzle.lines.iter().zip(lines.iter_mut()) {
                // An arrangement that is the only one left was checked by the propagation above.
                if candidates.len() > 1 {
                    let mut own = cells.clone();
                    let left = reduced(candidates, |candidate| {
                        own.copy(cells);
                        fit(&mut own, line, candidate, sums, self.hold)
                    });
                    cells.heed(&own);
                    dropped |= left.len() != candidates.len();
                    *candidates = left.into();
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

    fn descend(
        &mut self,
        lines: &[Cow<'_, [Candidate]>],
        cells: &Cells,
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
        let mut own = cells.clone();
        for (number, candidate) in lines[line].iter().enumerate() {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                self.outcome.complete = false;
                break;
            }
            let sums = &self.puzzle.sums;
            own.copy(cells);
            if place(&mut own, self.puzzle.lines[line].first, candidate, sums).is_some()
                && own.propagate(sums, self.hold).is_some()
            {
                choice[line] = number;
                self.descend(lines, &own, set, choice);
            }
        }
        self.outcome.spoke.add(own.spoke());
        set[line] = false;
    }

    fn record(&mut self, lines: &[Cow<'_, [Candidate]>], cells: &Cells, choice: &[usize]) {
        let of_line = |(line, number): (usize, &usize)| {
            let chosen = &lines[line][*number];
            let bounds = cells.of(self.puzzle.lines[line].cells()).to_vec();
            Candidate { places: chosen.places.clone(), bounds }
        };
        let solution = Solution { choice: choice.iter().enumerate().map(of_line).collect() };
        let same = |other: &Solution| other.choice.iter().zip(&solution.choice).all(|(a, b)| a.says(b));
        if self.is_open && self.outcome.solutions.iter().any(same) {
            return;
        }
        if self.outcome.solutions.len() == MOST_SOLUTIONS {
            self.outcome.complete = false;
            return;
        }
        self.outcome.solutions.push(solution);
    }
}

/// The arrangements, narrowed, without those that contradict a sum, and those that differ from another only in how the same numbers
/// came about.
fn reduced(candidates: &[Candidate], narrow: impl FnMut(&Candidate) -> Option<Candidate>) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = Vec::with_capacity(candidates.len());
    for candidate in candidates.iter().filter_map(narrow) {
        if kept.iter().all(|other| !other.says(&candidate)) {
            kept.push(candidate);
        }
    }
    kept
}

/// An arrangement with its bounds narrowed to what the sums leave to its cells; `None` where it contradicts one.
fn fit(
    cells: &mut Cells,
    line: &Line,
    candidate: &Candidate,
    sums: &Sums,
    hold: SumSet,
) -> Option<Candidate> {
    place(cells, line.first, candidate, sums)?;
    cells.propagate(sums, hold)?;
    Some(Candidate { places: candidate.places.clone(), bounds: cells.of(line.cells()).to_vec() })
}

/// Narrows the cells from `first` on to what an arrangement allows.
fn place(cells: &mut Cells, first: usize, candidate: &Candidate, sums: &Sums) -> Option<()> {
    candidate
        .bounds
        .iter()
        .enumerate()
        .try_for_each(|(offset, bounds)| cells.meet(first + offset, *bounds, sums))
}
