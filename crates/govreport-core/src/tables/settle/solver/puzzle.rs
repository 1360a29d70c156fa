//! What is to be solved.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use super::sum::{SumSet, Sums};
use super::{Bounds, Sum};

/// Where the number of a cell is, in one arrangement of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables::settle) enum Place {
    /// It is the number in the slot of this index.
    Number(usize),
    /// What stands there is no number: a dash, words.
    Mark(usize),
    /// The cell is empty.
    Blank(usize),
    /// It is one of several numbers run together in the slot of this index.
    Part(usize),
    /// It was lost.
    Lost,
}

impl Place {
    /// The slot of a content that is no number.
    pub(super) fn mark(self) -> Option<usize> {
        match self {
            Self::Mark(slot) | Self::Blank(slot) => Some(slot),
            _ => None,
        }
    }
}

/// One arrangement of the contents of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tables::settle) struct Candidate {
    /// For each cell of the line, where its number is. Solving narrows the bounds alone.
    pub(in crate::tables::settle) places: Rc<[Place]>,
    /// For each cell of the line, what its number can be.
    pub(in crate::tables::settle) bounds: Vec<Bounds>,
}

impl Candidate {
    /// Whether it holds contents that are no numbers.
    pub(super) fn has_marks(&self) -> bool {
        self.places.iter().any(|place| place.mark().is_some())
    }

    /// Whether the number of a cell is not told.
    pub(super) fn is_open(&self) -> bool {
        self.bounds.iter().any(|bounds| bounds.value().is_none())
    }

    /// Whether two arrangements say the same of every cell: the same numbers, and the same contents that are none.
    pub(super) fn says(&self, other: &Self) -> bool {
        let lost = |place: &Place| *place == Place::Lost;
        let mut places = self.places.iter().zip(other.places.iter());
        self.bounds == other.bounds
            && places.clone().all(|(own, other)| own.mark() == other.mark())
            && (!self.has_marks() || places.all(|(own, other)| lost(own) == lost(other)))
    }
}

/// A line whose contents can be arranged in several ways.
#[derive(Debug, Clone)]
pub(in crate::tables::settle) struct Line<'w> {
    /// The first of its cells in the table; the others follow.
    pub(in crate::tables::settle) first: usize,
    /// The arrangements it can have.
    pub(in crate::tables::settle) candidates: Cow<'w, [Candidate]>,
}

impl Line<'_> {
    /// How many cells it has.
    pub(super) fn width(&self) -> usize {
        self.candidates.first().map_or(0, |candidate| candidate.places.len())
    }

    /// Its cells.
    pub(super) fn cells(&self) -> Range<usize> {
        self.first..self.first + self.width()
    }
}

/// Lines to arrange, and what must hold of their cells.
#[derive(Debug, Clone)]
pub(in crate::tables::settle) struct Puzzle<'w> {
    /// The lines, their first cells counted among the cells of the puzzle.
    pub(super) lines: Vec<Line<'w>>,
    /// The sums that hold cells of the lines and otherwise known ones only. The source's own mistakes are not ours to mend.
    pub(super) sums: Sums,
    /// How many cells the lines have.
    pub(super) cells: usize,
}

impl<'w> Puzzle<'w> {
    /// The puzzle of these lines in a table of which `known` cells are known; `sums` counts the cells of the table.
    pub(in crate::tables::settle) fn new(
        mut lines: Vec<Line<'w>>,
        known: &[Option<i64>],
        sums: &Sums,
    ) -> Self {
        let mut of_table: Vec<Option<usize>> = vec![None; known.len()];
        let mut cells = 0;
        let mut of_lines = SumSet::default();
        for line in &mut lines {
            let width = line.width();
            for offset in 0..width {
                of_table[line.first + offset] = Some(cells + offset);
                of_lines.add(sums.of_cell(line.first + offset));
            }
            line.first = cells;
            cells += width;
        }
        let sums =
            of_lines.each().filter_map(|number| with_known(&sums.all()[number], &of_table, known)).collect();
        Self { lines, sums: Sums::new(sums, cells), cells }
    }
}

/// A sum with what is known put into constants; `None` where it holds cells of which nothing is known.
fn with_known(sum: &Sum, of_table: &[Option<usize>], known: &[Option<i64>]) -> Option<Sum> {
    let side = |cells: &[usize]| -> Option<(Vec<usize>, i64)> {
        let mut open = Vec::new();
        let mut total = 0_i64;
        for cell in cells {
            match (of_table[*cell], known[*cell]) {
                (Some(cell), _) => open.push(cell),
                (None, Some(value)) => total = total.checked_add(value)?,
                (None, None) => return None,
            }
        }
        Some((open, total))
    };
    let (left, left_known) = side(&sum.left)?;
    let (right, right_known) = side(&sum.right)?;
    Some(Sum { left, right, left_known, right_known })
}
