//! Decides between readings: the identities of the form leave one arrangement of the numbers, several, or none.
//!
//! A [`Puzzle`] has cells, some known and some not, sums that the cells must satisfy, and lines (rows of the source that
//! lost cells or gained some) with the arrangements each can have. Solving it takes two steps that are both bounded: bounds
//! are propagated along the sums until nothing changes, then what is left is searched, shortest choice first.

mod bounds;
mod evidence;
mod search;

pub(in crate::tables) use bounds::Bounds;
pub(in crate::tables) use evidence::{Evidence, is_derived};
pub(in crate::tables) use search::{Outcome, solve};

/// Where the number of a cell is, in one arrangement of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) enum Place {
    /// It is the slot with this number.
    Slot(usize),
    /// It is one of several numbers run together in the slot with this number.
    Part(usize),
    /// It was lost.
    Lost,
}

/// One arrangement of the contents of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tables) struct Candidate {
    /// For each cell of the line, where its number is.
    pub(in crate::tables) places: Vec<Place>,
    /// For each cell of the line, what its number can be.
    pub(in crate::tables) bounds: Vec<Bounds>,
}

/// A line whose contents can be arranged in several ways.
#[derive(Debug, Clone)]
pub(in crate::tables) struct Line {
    /// The first of its cells; the others follow.
    pub(in crate::tables) first: usize,
    /// The arrangements it can have.
    pub(in crate::tables) candidates: Vec<Candidate>,
}

/// The cells on the left add up to those on the right.
#[derive(Debug, Clone)]
pub(in crate::tables) struct Sum {
    pub(in crate::tables) left: Vec<usize>,
    pub(in crate::tables) right: Vec<usize>,
}

/// What is known and what must hold.
#[derive(Debug, Clone)]
pub(in crate::tables) struct Puzzle {
    /// What each cell's number can be, before any line is arranged.
    pub(in crate::tables) cells: Vec<Bounds>,
    /// The lines to arrange.
    pub(in crate::tables) lines: Vec<Line>,
    /// What must hold. Sums over known cells alone are left out: the source's own mistakes are not ours to mend.
    pub(in crate::tables) sums: Vec<Sum>,
}

impl Puzzle {
    /// Leaves out the sums that say nothing about the cells of the lines.
    fn keep_sums_of_lines(&mut self) {
        let mut concerned = vec![false; self.cells.len()];
        for line in &self.lines {
            let width = line.candidates.first().map_or(0, |candidate| candidate.places.len());
            concerned[line.first..line.first + width].fill(true);
        }
        self.sums.retain(|sum| sum.left.iter().chain(&sum.right).any(|cell| concerned[*cell]));
    }
}

#[cfg(test)]
mod tests;
