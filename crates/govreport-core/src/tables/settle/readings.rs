//! How rows with lost or moved contents can be read, and what the sums leave of it.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::solver::{Candidate, Evidence, Line, Outcome, Puzzle, is_derived, solve};
use crate::tables::columns::{Arrangement, Row, Sums, Windows, by_borders, shape};

/// The most shapes of damage that are told apart when the borders are wrong.
const MOST_SHAPES: usize = 5;
/// More rows than any table of the form has: one bit for each shape.
const MOST_BITS: usize = 31;

/// Rows of one width whose filled and empty cells stand alike, with the windows that all of them allow.
type Shapes = BTreeMap<(usize, Vec<bool>), Vec<usize>>;

/// How the open rows can be read, by their borders or by the order of their contents.
pub(in crate::tables) struct Readings<'a> {
    rows: &'a [Row<'a>],
    arrangements: &'a [Arrangement],
    /// The numbers of the open rows.
    open: &'a [usize],
    /// What is known, and the sums.
    puzzle: Puzzle,
    /// The open rows as their order alone lets them be read, each made out where it is first wanted.
    by_order: Vec<OnceCell<Line>>,
}

/// What the sums leave of the open rows.
pub(in crate::tables) struct Decision {
    /// For each open row, whether its borders were believed.
    pub(in crate::tables) bordered: Vec<bool>,
    pub(in crate::tables) outcome: Outcome,
    /// For each open row, whether a sum confirms the arrangement: one that was not used up by a lost number.
    pub(in crate::tables) confirmed: Vec<bool>,
    /// What else they could be, if numbers moved although the borders contradict nothing.
    pub(in crate::tables) rival: Option<Outcome>,
}

impl<'a> Readings<'a> {
    /// The readings of the rows whose numbers are `open`. The puzzle says what is known and has no lines yet.
    pub(in crate::tables) fn new(
        rows: &'a [Row<'a>],
        arrangements: &'a [Arrangement],
        open: &'a [usize],
        puzzle: Puzzle,
    ) -> Self {
        let by_order = std::iter::repeat_with(OnceCell::new).take(open.len()).collect();
        Self { rows, arrangements, open, puzzle, by_order }
    }

    /// The readings that satisfy the sums: by the borders if they do, otherwise with as few shapes of damage as possible
    /// read by order.
    pub(in crate::tables) fn decide(&self) -> Option<Decision> {
        let shapes = self.shapes();
        if shapes.len() > MOST_BITS {
            return None;
        }
        // Rows that look all different were not damaged alike: their borders are right, or nothing is told.
        let told_apart = if shapes.len() > MOST_SHAPES { 0 } else { shapes.len() };
        let mut subsets: Vec<u32> = (0..1_u32 << told_apart).collect();
        subsets.sort_by_key(|subset| subset.count_ones());
        let mut found: Option<(u32, Vec<bool>, Outcome)> = None;
        for subset in subsets {
            if let Some((damaged, ..)) = &found
                && subset.count_ones() > damaged.count_ones()
            {
                break;
            }
            let Some((bordered, outcome)) = self.solved(&shapes, subset) else {
                continue;
            };
            if !outcome.complete {
                return None;
            }
            if outcome.solutions.is_empty() {
                continue;
            }
            match &found {
                None => found = Some((subset, bordered, outcome)),
                // Two ways to explain the damage, equally simple, that say different things.
                Some((.., other)) if other.solutions != outcome.solutions => return None,
                Some(_) => {}
            }
        }
        let (damaged, bordered, outcome) = found?;
        let moved = self.moved(&shapes) | damaged;
        let rival = (moved != damaged).then(|| self.rival(&shapes, moved));
        let rival = rival.filter(|outcome| !outcome.complete || !outcome.solutions.is_empty());
        let confirmed = self.confirmed(&outcome);
        Some(Decision { bordered, outcome, confirmed, rival })
    }

    /// For each open row, whether the sums confirm how the solution arranges it. Table three has no second sum over a cell;
    /// what a lost number leaves unsaid there is admitted in its candidates.
    fn confirmed(&self, outcome: &Outcome) -> Vec<bool> {
        let rows = || self.open.iter().map(|number| &self.rows[*number]);
        let Some(solution) = outcome.solutions.first() else { return vec![false; self.open.len()] };
        let to_confirm = |(row, candidate): (&Row<'_>, &Candidate)| {
            row.sums == Sums::RowAndColumns && is_derived(candidate)
        };
        if !rows().zip(&solution.choice).any(to_confirm) {
            return vec![true; self.open.len()];
        }
        let firsts = rows().map(|row| row.first);
        let evidence = Evidence::of(solution, &self.puzzle.cells, firsts, &self.puzzle.sums);
        let confirms = |(row, candidate): (&Row<'_>, &Candidate)| {
            !to_confirm((row, candidate)) || evidence.confirms(row.first, candidate)
        };
        rows().zip(&solution.choice).map(confirms).collect()
    }

    /// The solutions where the rows of these shapes are read by order; and for each open row, whether its borders were believed.
    fn solved(&self, shapes: &Shapes, damaged: u32) -> Option<(Vec<bool>, Outcome)> {
        let by_order = |number: usize| {
            let row = &self.rows[self.open[number]];
            self.by_order[number].get_or_init(|| self.line(row, row.by_order())).clone()
        };
        let (bordered, lines) = self.readings(shapes, damaged, by_order)?;
        Some((bordered, self.solve(lines)))
    }

    /// The solutions where the rows of these shapes may have moved in any way, also in one that no sum would show. Where there are
    /// too many ways to try, all that is known is that there are some.
    fn rival(&self, shapes: &Shapes, moved: u32) -> Outcome {
        let in_any_order = |number: usize| {
            let row = &self.rows[self.open[number]];
            self.line(row, row.in_any_order())
        };
        match self.readings(shapes, moved, in_any_order) {
            Some((_, lines)) => self.solve(lines),
            None => Outcome { solutions: Vec::new(), complete: false },
        }
    }

    fn solve(&self, lines: Vec<Line>) -> Outcome {
        solve(Puzzle { cells: self.puzzle.cells.clone(), lines, sums: self.puzzle.sums.clone() })
    }

    /// The shapes whose numbers may have moved.
    fn moved(&self, shapes: &Shapes) -> u32 {
        let moved = |of: &(usize, Vec<bool>)| {
            self.open.iter().any(|number| self.rows[*number].may_have_moved() && self.shape(*number) == *of)
        };
        shapes.keys().enumerate().filter(|(_, of)| moved(of)).fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// The shapes of the rows whose borders may be wrong, with the windows that all rows of the shape allow.
    fn shapes(&self) -> Shapes {
        let mut shapes = Shapes::new();
        for number in self.open {
            if let Some(windows) = self.windows(*number) {
                shapes
                    .entry(self.shape(*number))
                    .and_modify(|common| common.retain(|window| windows.contains(window)))
                    .or_insert_with(|| windows.clone().collect());
            }
        }
        shapes
    }

    fn windows(&self, number: usize) -> Option<&Windows> {
        match &self.arrangements[number] {
            Arrangement::Bordered { windows } => Some(windows),
            _ => None,
        }
    }

    /// The window of a row that begins in the column of the grid where the complete rows of the table begin.
    fn aligned_window(&self, number: usize) -> Option<usize> {
        let row = &self.rows[number];
        let mut windows = self.windows(number)?.clone();
        windows.find(|window| row.column == Some(row.slots[*window].column))
    }

    /// Whether the columns of the grid are those of the form: every open row has a window there. Then the grid tells which
    /// window is meant.
    fn is_aligned(&self) -> bool {
        self.open
            .iter()
            .filter(|number| self.windows(**number).is_some())
            .all(|number| self.aligned_window(*number).is_some())
    }

    /// The shape of a row, by which rows that were damaged alike are known: the filled and empty cells of its columns where the
    /// grid tells them, of all its contents otherwise.
    fn shape(&self, number: usize) -> (usize, Vec<bool>) {
        let row = &self.rows[number];
        let cells = match self.aligned_window(number).filter(|_| self.is_aligned()) {
            Some(window) => {
                row.slots[window..window + row.width].iter().map(|slot| !slot.is_blank()).collect()
            }
            None => shape(&row.slots),
        };
        (row.width, cells)
    }

    /// Each open row by its borders, or, where its shape is damaged, `by_order`; and whether its borders were believed.
    fn readings(
        &self,
        shapes: &Shapes,
        damaged: u32,
        by_order: impl Fn(usize) -> Line,
    ) -> Option<(Vec<bool>, Vec<Line>)> {
        let aligned = self.is_aligned();
        let readings = self.open.iter().enumerate().map(|(at_open, number)| {
            let row = &self.rows[*number];
            let key = self.shape(*number);
            let at = shapes.keys().position(|other| *other == key);
            let believed = self.windows(*number).is_some() && at.is_some_and(|at| damaged & 1 << at == 0);
            let line = match (believed, self.aligned_window(*number).filter(|_| aligned)) {
                (true, Some(window)) => self.line(row, by_borders(&row.slots, row.width, &[window])),
                (true, None) => self.line(row, by_borders(&row.slots, row.width, &shapes[&key])),
                (false, _) => by_order(at_open),
            };
            (!line.candidates.is_empty()).then_some((believed, line))
        });
        readings.collect()
    }

    fn line(&self, row: &Row<'_>, candidates: Vec<Candidate>) -> Line {
        Line::new(row.first, candidates, &self.puzzle.sums)
    }
}
