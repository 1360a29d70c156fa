//! How rows with lost or moved contents can be read, and what the sums leave of it.

use std::collections::BTreeMap;

use super::Row;
use crate::tables::arrangement::{Arrangement, by_borders, shape};
use crate::tables::reconcile::{Line, Outcome, Puzzle, solve};

/// The most shapes of damage that are told apart when the borders are wrong.
const MOST_SHAPES: usize = 5;

/// Rows of one width whose filled and empty cells stand alike, with the windows that all of them allow.
type Shapes = BTreeMap<(usize, Vec<bool>), Vec<usize>>;

/// How the open rows can be read, by their borders or by the order of their contents.
pub(super) struct Readings<'a> {
    pub(super) rows: &'a [Row],
    pub(super) arrangements: &'a [Arrangement],
    /// The numbers of the open rows.
    pub(super) open: &'a [usize],
}

/// An open row, read one way.
pub(super) struct Reading {
    /// Its borders were believed.
    pub(super) bordered: bool,
    pub(super) line: Line,
}

/// What the sums leave of the open rows.
pub(super) struct Decision {
    pub(super) readings: Vec<Reading>,
    pub(super) outcome: Outcome,
    /// What else they could be, if numbers moved although the borders contradict nothing.
    pub(super) rival: Option<Outcome>,
}

impl Readings<'_> {
    /// The readings that satisfy the sums: by the borders if they do, otherwise with as few shapes of damage as possible
    /// read by order.
    pub(super) fn decide(&self, puzzle: &Puzzle) -> Option<Decision> {
        let shapes = self.shapes();
        if shapes.len() > MOST_SHAPES {
            return None;
        }
        let mut subsets: Vec<u32> = (0..1_u32 << shapes.len()).collect();
        subsets.sort_by_key(|subset| subset.count_ones());
        let mut found: Option<(u32, Vec<Reading>, Outcome)> = None;
        for subset in subsets {
            if let Some((damaged, ..)) = &found
                && subset.count_ones() > damaged.count_ones()
            {
                break;
            }
            let Some((readings, outcome)) = self.solved(puzzle, &shapes, subset) else {
                continue;
            };
            if !outcome.complete {
                return None;
            }
            if outcome.solutions.is_empty() {
                continue;
            }
            match &found {
                None => found = Some((subset, readings, outcome)),
                // Two ways to explain the damage, equally simple, that say different things.
                Some((.., other)) if other.solutions != outcome.solutions => return None,
                Some(_) => {}
            }
        }
        let (damaged, readings, outcome) = found?;
        let moved = self.moved(&shapes) | damaged;
        let rival = if moved == damaged { None } else { self.solved(puzzle, &shapes, moved) };
        let rival = rival
            .map(|(_, outcome)| outcome)
            .filter(|outcome| !outcome.complete || !outcome.solutions.is_empty());
        Some(Decision { readings, outcome, rival })
    }

    fn solved(&self, puzzle: &Puzzle, shapes: &Shapes, damaged: u32) -> Option<(Vec<Reading>, Outcome)> {
        let readings = self.readings(shapes, damaged)?;
        let mut puzzle = puzzle.clone();
        puzzle.lines = readings.iter().map(|reading| reading.line.clone()).collect();
        puzzle.keep_sums_of_lines();
        let outcome = solve(&puzzle);
        Some((readings, outcome))
    }

    /// The shapes whose numbers may have moved.
    fn moved(&self, shapes: &Shapes) -> u32 {
        let rows = || self.open.iter().map(|number| &self.rows[*number]);
        shapes.keys().enumerate().fold(0, |moved, (at, (width, of))| {
            let lacks =
                rows().any(|row| row.width == *width && row.may_have_moved() && shape(&row.slots) == *of);
            if lacks { moved | 1 << at } else { moved }
        })
    }

    /// The shapes of the rows whose borders may be wrong, with the windows that all rows of the shape allow.
    fn shapes(&self) -> Shapes {
        let mut shapes: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for number in self.open {
            if let Arrangement::Bordered { windows } = &self.arrangements[*number] {
                let row = &self.rows[*number];
                shapes
                    .entry((row.width, shape(&row.slots)))
                    .and_modify(|common| common.retain(|window| windows.contains(window)))
                    .or_insert_with(|| windows.clone());
            }
        }
        for ((width, shape), windows) in &mut shapes {
            if windows.len() > 1 {
                let aligned: Vec<usize> = windows
                    .iter()
                    .copied()
                    .filter(|window| self.is_aligned(*width, shape, *window))
                    .collect();
                if !aligned.is_empty() {
                    *windows = aligned;
                }
            }
        }
        shapes
    }

    /// Whether a window puts all rows of a shape under the column where the other rows of the table begin.
    fn is_aligned(&self, width: usize, of: &[bool], window: usize) -> bool {
        self.open.iter().map(|number| &self.rows[*number]).all(|row| {
            row.width != width || shape(&row.slots) != of || row.column == Some(row.slots[window].column)
        })
    }

    fn readings(&self, shapes: &Shapes, damaged: u32) -> Option<Vec<Reading>> {
        self.open
            .iter()
            .map(|number| {
                let row = &self.rows[*number];
                let key = (row.width, shape(&row.slots));
                let at = shapes.keys().position(|other| *other == key);
                let bordered = matches!(self.arrangements[*number], Arrangement::Bordered { .. });
                let believed = bordered && at.is_some_and(|at| damaged & 1 << at == 0);
                let candidates = if believed {
                    let windows = &shapes[&key];
                    by_borders(&row.slots, row.width, windows)
                } else {
                    row.by_order()
                };
                (!candidates.is_empty())
                    .then_some(Reading { bordered: believed, line: Line { first: row.first, candidates } })
            })
            .collect()
    }
}
