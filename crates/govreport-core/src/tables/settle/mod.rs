//! Settles which number belongs to which cell: rows whose answers are all strong as printed, rows of which one is weak by what the
//! sums of the form leave.

mod candidates;
mod solver;
mod sums;
mod verdict;

pub use verdict::{Verdict, verdict};

use self::candidates::{Ways, ways};
use self::solver::{Bounds, Candidate, Cell, Line, Place, Puzzle, Robust, Sums};
use crate::form::TableKind;
use crate::model::{Figure, Heading, Reason, Strength, SumsAnswer, TableEdition};
use crate::tables::columns::{Arrangement, Row, shares_cells};
use crate::tables::tokens::{Content, Slot};

/// What was settled of a row.
#[derive(Debug)]
pub(in crate::tables) enum Settled {
    /// Each cell holds what is printed at its place.
    AsPrinted { first: usize },
    /// One content stands for all cells.
    Spanning,
    /// Nothing is printed in it.
    Empty,
    /// Figures run together that zeros part in one way: the lengths of the numbers.
    Parted(Vec<usize>),
    /// Each cell is decided by itself.
    Decided(Vec<Decided>),
    /// Nothing of it can be told.
    Withheld(Reason, Figure, SumsAnswer),
}

/// What was decided of a cell.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) struct Decided {
    /// The slot of what is printed for it.
    pub(in crate::tables) slot: Option<usize>,
    /// Its number; none where its content is no number, or where it is withheld.
    pub(in crate::tables) value: Option<i64>,
    pub(in crate::tables) figure: Figure,
    pub(in crate::tables) heading: Heading,
    pub(in crate::tables) sums: SumsAnswer,
    pub(in crate::tables) verdict: Verdict,
}

/// What was settled of the rows of a table.
pub(in crate::tables) struct Settlement {
    /// For each row.
    pub(in crate::tables) rows: Vec<Settled>,
    /// For each row, the readings that the sums leave: the numbers of its cells.
    pub(in crate::tables) readings: Vec<Vec<Vec<Option<i64>>>>,
    /// For each cell of the table, what the sums say of what is printed.
    pub(in crate::tables) sums: Vec<SumsAnswer>,
}

/// Settles the rows of a table of `cells` cells, by its sums in this edition.
pub(in crate::tables) fn settle(
    rows: &mut [Row<'_>],
    cells: usize,
    table: TableKind,
    edition: TableEdition,
) -> Settlement {
    let sums = sums::sums(table, edition);
    let mut known: Vec<Option<i64>> = vec![None; cells];
    let mut settled: Vec<Settled> = Vec::with_capacity(rows.len());
    let mut open: Vec<usize> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let one = at_once(row);
        match &one {
            Some(Settled::AsPrinted { first }) => {
                for (offset, slot) in row.slots[*first..*first + row.width].iter().enumerate() {
                    known[row.first + offset] = slot.count();
                }
            }
            Some(Settled::Parted(lengths)) => {
                for (offset, value) in parted_values(row, lengths).enumerate() {
                    known[row.first + offset] = value;
                }
            }
            Some(_) => {}
            None => open.push(number),
        }
        settled.push(one.unwrap_or(Settled::Empty));
    }
    let mut readings: Vec<Vec<Vec<Option<i64>>>> = Vec::new();
    if !open.is_empty() {
        readings = vec![Vec::new(); rows.len()];
        decide(rows, &open, &known, sums, &mut settled, &mut readings);
    }
    let sums = sums::answers(sums, &known);
    Settlement { rows: settled, readings, sums }
}

/// What can be told of a row without the sums.
fn at_once(row: &Row<'_>) -> Option<Settled> {
    let asked = |figure| verdict(figure, row.label, row.tie, row.heading, SumsAnswer::LeaveOne);
    match &row.arrangement {
        Arrangement::Empty => Some(match (row.label.strength(), row.tie.strength()) {
            (Strength::None, _) => {
                Settled::Withheld(Reason::LabelDoubtful, Figure::Unprinted, SumsAnswer::Unasked)
            }
            (_, Strength::None) => {
                Settled::Withheld(Reason::TornFromLabel, Figure::Unprinted, SumsAnswer::Unasked)
            }
            _ => Settled::Empty,
        }),
        Arrangement::Unclear => {
            let sums = SumsAnswer::LeaveNone;
            let figure = if row.heading == Heading::Count { Figure::Unclear } else { Figure::One };
            Some(match verdict(figure, row.label, row.tie, row.heading, sums) {
                Verdict::Withhold(reason) => Settled::Withheld(reason, figure, sums),
                Verdict::Give(_) => Settled::Withheld(Reason::NoReading, figure, sums),
            })
        }
        arrangement => {
            let figure = Figure::One;
            if let Verdict::Withhold(reason) = asked(figure) {
                return Some(Settled::Withheld(reason, figure, SumsAnswer::Unasked));
            }
            let strong = row.label.strength() == Strength::Strong && row.tie.strength() == Strength::Strong;
            match arrangement {
                Arrangement::Placed { first } if strong && row.heading.strength() == Strength::Strong => {
                    Some(Settled::AsPrinted { first: *first })
                }
                Arrangement::Spanning if strong => Some(Settled::Spanning),
                Arrangement::RunTogether(run) if strong => run.only_parting(row.width).map(Settled::Parted),
                Arrangement::Spanning => {
                    Some(Settled::Withheld(Reason::NoSum, Figure::Unprinted, SumsAnswer::Unasked))
                }
                _ => None,
            }
        }
    }
}

fn parted_values<'r>(row: &'r Row<'_>, lengths: &'r [usize]) -> impl Iterator<Item = Option<i64>> + 'r {
    let figures = match &row.arrangement {
        Arrangement::RunTogether(run) => run.figures.as_str(),
        _ => "",
    };
    lengths.iter().scan(0, move |at, length| {
        let number = figures.get(*at..*at + length);
        *at += length;
        Some(number.and_then(|number| number.parse().ok()))
    })
}

/// Decides the rows of which one answer is weak, by what the sums leave of all of them together.
fn decide(
    rows: &mut [Row<'_>],
    open: &[usize],
    known: &[Option<i64>],
    sums: &Sums,
    settled: &mut [Settled],
    readings: &mut [Vec<Vec<Option<i64>>>],
) {
    let mut lines: Vec<(usize, Ways)> = Vec::with_capacity(open.len());
    let mut of_line = Vec::with_capacity(open.len());
    for number in open {
        let row = &mut rows[*number];
        let shown = row.slots.len();
        let ways = ways(row);
        if ways.are_none() || sums.all().is_empty() {
            let sums = if sums.all().is_empty() { SumsAnswer::Unasked } else { SumsAnswer::LeaveNone };
            let reason = if sums == SumsAnswer::Unasked { Reason::NoSum } else { Reason::NoReading };
            settled[*number] = Settled::Withheld(reason, Figure::One, sums);
            continue;
        }
        of_line.push((*number, shown));
        lines.push((row.first, ways));
    }
    if lines.is_empty() {
        return;
    }
    // Where the borders of all rows contradict the sums, a row moved, and it may have left an empty cell behind.
    let has_moved = lines.iter().any(|(_, ways)| !ways.moved.is_empty())
        && puzzles(&lines, known, sums).first().is_some_and(Robust::is_contradictory);
    if has_moved {
        for (_, ways) in &mut lines {
            ways.otherwise.append(&mut ways.moved);
        }
    }
    let puzzled = puzzles(&lines, known, sums);
    let robust = Robust::solve(&puzzled);
    for (line, (number, shown)) in of_line.into_iter().enumerate() {
        let row = &rows[number];
        settled[number] = if robust.is_contradiction() {
            Settled::Withheld(Reason::NoReading, Figure::One, SumsAnswer::LeaveNone)
        } else {
            readings[number] = robust.readings(line).map(numbers).collect();
            let cells: Vec<_> =
                (0..row.width).map(|offset| cell(row, &robust, line, offset, shown)).collect();
            // Where a number of a run begins is told only by those before it.
            let is_run = matches!(row.arrangement, Arrangement::RunTogether(_));
            if is_run && cells.iter().any(|cell| cell.value.is_none()) {
                let (figure, sums) = (Figure::Parted, SumsAnswer::LeaveSeveral);
                Settled::Withheld(Reason::SeveralReadings, figure, sums)
            } else {
                Settled::Decided(cells)
            }
        };
    }
}

/// The most shapes of rows whose borders may be wrong that are told apart. With more, those of each row may be right or wrong.
/// Measured: with 3, no cell changes.
const MOST_SHAPES: usize = 4;

/// The ways to put the puzzle of these lines: of each shape of rows, the borders are right, or they are wrong.
fn puzzles<'w>(lines: &'w [(usize, Ways)], known: &[Option<i64>], sums: &Sums) -> Vec<Puzzle<'w>> {
    let mut shapes: Vec<&[bool]> = lines
        .iter()
        .filter(|(_, ways)| !ways.by_borders.is_empty())
        .map(|(_, ways)| ways.shape.as_slice())
        .collect();
    shapes.sort_unstable();
    shapes.dedup();
    if shapes.len() > MOST_SHAPES {
        let either = lines.iter().map(|(first, ways)| Line { first: *first, candidates: ways.either() });
        return vec![Puzzle::new(either.collect(), known, sums)];
    }
    // Borders that the sums bear are told first: a number then keeps the place that they show.
    (0..1_u32 << shapes.len())
        .rev()
        .filter_map(|believed| {
            let line = |(first, ways): &'w (usize, Ways)| {
                let shape = shapes.iter().position(|shape| *shape == ways.shape);
                let by_borders =
                    !ways.by_borders.is_empty() && shape.is_some_and(|shape| believed & 1 << shape != 0);
                let candidates = if by_borders { &ways.by_borders } else { &ways.otherwise };
                (!candidates.is_empty()).then(|| Line { first: *first, candidates: candidates.into() })
            };
            let lines: Option<Vec<Line<'w>>> = lines.iter().map(line).collect();
            lines.map(|lines| Puzzle::new(lines, known, sums))
        })
        .collect()
}

/// The numbers of a reading.
fn numbers(candidate: &Candidate) -> Vec<Option<i64>> {
    candidate.bounds.iter().map(|bounds: &Bounds| bounds.value()).collect()
}

/// What is decided of one cell of a row.
fn cell(row: &Row<'_>, robust: &Robust, line: usize, offset: usize, shown: usize) -> Decided {
    let by_label = matches!(row.arrangement, Arrangement::Placed { .. });
    let left = match robust.cell(line, offset) {
        // Of an empty cell the borders decide, where they are the source's own and show which of the cells are the row's.
        Cell::Empty(slot) if !row.may_be_padding(slot) && row.slots.len() <= row.width => Cell::Mark(slot),
        // Where a source shows no empty cells, a content that is missing and would be 0 may have been one.
        Cell::Number(0, _) if row.shows_no_blanks() && robust.may_be_lost(line, offset) => Cell::Several,
        // What is missing on a line of words with places was not printed there, or a number beside it stands for both columns.
        Cell::Number(..) if row.is_of_words() && is_beside_lost(robust, line, offset, row.width) => {
            Cell::Several
        }
        // In a cell that holds several numbers something else is printed than what the sums leave.
        Cell::Number(_, Place::Lost) if shares_cells(&row.slots[..shown]) => Cell::Several,
        // Where all contents kept their places the empty cell is the page's, whatever the sums would have in it.
        Cell::Number(_, Place::Lost) if is_printed_empty(row, offset) => Cell::Several,
        left => left,
    };
    let (slot, value, figure, heading, sums) = match left {
        Cell::Mark(slot) => {
            let is_untold = matches!(row.slots[slot].content, Content::Untold);
            let figure = if is_untold { Figure::Unclear } else { Figure::One };
            (Some(slot), None, figure, row.heading, SumsAnswer::LeaveOne)
        }
        Cell::Number(value, Place::Number(slot)) => {
            let figure = if slot >= shown { Figure::Joined } else { Figure::One };
            // Whether it moved is told of each number: one that stands where its borders show it, in all readings, did not.
            let heading = match row.heading {
                Heading::Count | Heading::Edge if is_at_its_border(row, offset, slot) => Heading::Edge,
                Heading::Edge => Heading::Count,
                heading => heading,
            };
            (Some(slot), Some(value), figure, heading, SumsAnswer::LeaveOne)
        }
        Cell::Number(value, Place::Part(slot)) => {
            (Some(slot), Some(value), Figure::Parted, row.heading, SumsAnswer::LeaveOne)
        }
        // Of a row whose label is in doubt the sums leave another number than is printed in it.
        Cell::Number(..) if by_label => (None, None, Figure::One, row.heading, SumsAnswer::LeaveNone),
        Cell::Number(value, _) => (None, Some(value), Figure::Unprinted, row.heading, SumsAnswer::LeaveOne),
        Cell::Empty(_) | Cell::Several => (None, None, Figure::One, row.heading, SumsAnswer::LeaveSeveral),
    };
    let verdict = verdict(figure, row.label, row.tie, heading, sums);
    Decided { slot, value, figure, heading, sums, verdict }
}

/// Whether the content of a cell, or of one beside it, may be missing.
fn is_beside_lost(robust: &Robust, line: usize, offset: usize, width: usize) -> bool {
    (offset.saturating_sub(1)..(offset + 2).min(width)).any(|beside| robust.may_be_lost(line, beside))
}

/// Whether borders, or the ends of cells behind the last content, show an empty cell in the column, counted from the first cell of the
/// row.
fn is_printed_empty(row: &Row<'_>, offset: usize) -> bool {
    let in_grid = row.slots.iter().all(|slot: &Slot| slot.bordered);
    row.slots.len() == row.width && row.slots[offset].is_blank() && (in_grid || row.is_tail(offset))
}

/// Whether borders, or lines of which each is a cell, show a content in the column that it has in the row, counted from its first
/// cell.
fn is_at_its_border(row: &Row<'_>, offset: usize, slot: usize) -> bool {
    let is_shown = row.slots.iter().all(|slot: &Slot| slot.bordered) || row.is_flowing();
    row.slots.len() == row.width && offset == slot && is_shown
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of one cell: 1 where its borders are right, 2 where they are not.
    fn of_shape(first: usize, shape: &[bool]) -> (usize, Ways) {
        let of = |value| Candidate { places: [Place::Number(0)].into(), bounds: vec![Bounds::of(value)] };
        let (by_borders, otherwise) = (vec![of(1)], vec![of(2)]);
        (first, Ways { by_borders, otherwise, shape: shape.to_vec(), ..Ways::default() })
    }

    /// What the ways to put the puzzle of these rows leave of each row.
    fn readings(lines: &[(usize, Ways)]) -> Vec<Vec<Option<i64>>> {
        let known = vec![None; lines.len()];
        let robust = Robust::solve(&puzzles(lines, &known, &Sums::new(Vec::new(), lines.len())));
        let of_line = |line| robust.readings(line).flat_map(numbers).collect::<Vec<_>>();
        let by_line: Vec<Vec<Option<i64>>> = (0..lines.len()).map(of_line).collect();
        (0..by_line[0].len()).map(|at| by_line.iter().map(|line| line[at]).collect()).collect()
    }

    #[test]
    fn rows_of_one_shape_are_damaged_alike() {
        let [one, other] = [[true, false], [false, true]];
        let lines = [of_shape(0, &one), of_shape(1, &other), of_shape(2, &one)];
        let mut found = readings(&lines);
        // Both borders right are told first.
        assert_eq!(found[0], [Some(1); 3]);
        found.sort();
        assert_eq!(found, [[1, 1, 1], [1, 2, 1], [2, 1, 2], [2, 2, 2]].map(|row| row.map(Some).to_vec()));
    }

    #[test]
    fn with_more_shapes_than_are_told_apart_the_borders_of_each_row_may_be_wrong() {
        let shapes = [[true, true, false], [true, false, false], [false, true, true], [false, false, true]];
        let mut lines: Vec<_> = shapes.iter().enumerate().map(|(at, shape)| of_shape(at, shape)).collect();
        assert_eq!(readings(&lines).len(), 16);
        lines.push(of_shape(4, &[true; 3]));
        lines.push(of_shape(5, &[true; 3]));
        let found = readings(&lines);
        assert_eq!(found.len(), 64);
        assert_eq!(found[0], [Some(1); 6]);
    }
}
