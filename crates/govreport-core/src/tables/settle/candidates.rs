//! The ways in which the contents of a row can be arranged.

use std::borrow::Cow;

use super::solver::{Bounds, Candidate, Place};
use crate::model::Heading;
use crate::tables::columns::{Arrangement, MOST_SURPLUS, Row, same_cell, shares_cells};
use crate::tables::tokens::{Content, Slot};
use crate::text::number::Printed;

/// More contents than this that a row of table two lost are not told by its two sums.
/// Measured: with 2, no cell changes.
const MOST_LOST: usize = 3;
/// More ways than this to choose columns or contents tell nothing.
/// Measured: with 250, no cell changes.
const MOST: usize = 500;

/// The arrangements of a row of which one answer is weak.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// Those that its borders show; none where they show nothing.
    pub(super) by_borders: Vec<Candidate>,
    /// Those that its contents allow, whatever the borders show.
    pub(super) otherwise: Vec<Candidate>,
    /// Those that its contents allow where an empty cell between them stayed behind when they moved.
    pub(super) moved: Vec<Candidate>,
    /// Which of its cells are filled. Rows of one shape were damaged alike, or none of them was.
    pub(super) shape: Vec<bool>,
}

impl Ways {
    fn of(otherwise: Vec<Candidate>) -> Self {
        Self { otherwise, ..Self::default() }
    }

    /// All of them, those that its borders show first.
    pub(super) fn either(&self) -> Cow<'_, [Candidate]> {
        if self.by_borders.is_empty() {
            return Cow::Borrowed(&self.otherwise);
        }
        let otherwise = self.otherwise.iter().filter(|way| !self.by_borders.contains(way));
        self.by_borders.iter().chain(otherwise).cloned().collect()
    }

    pub(super) fn are_none(&self) -> bool {
        self.by_borders.is_empty() && self.otherwise.is_empty()
    }
}

/// The arrangements of a row. Numbers put together from parts of one cell are added behind its slots.
pub(super) fn ways(row: &mut Row<'_>) -> Ways {
    match &row.arrangement {
        // The contents are this row's, or they are not.
        Arrangement::Placed { first } => {
            Ways::of(vec![placed(&row.slots[*first..*first + row.width], *first), anything(row.width)])
        }
        Arrangement::RunTogether(run) => {
            let of_parting = |numbers: Vec<i64>| Candidate {
                places: vec![Place::Part(run.slot); row.width].into(),
                bounds: numbers.into_iter().map(Bounds::of).collect(),
            };
            // Each total of the row is left out once: of a parting one of them may fail.
            let partings = run.partings(row.width, row.group, 1);
            Ways::of(partings.into_iter().map(of_parting).collect())
        }
        Arrangement::Open if shares_cells(&row.slots) => Ways::of(of_shared_cells(row)),
        Arrangement::Open => {
            let mut shape: Vec<bool> = row.slots.iter().map(|slot| !slot.is_blank()).collect();
            while shape.last() == Some(&false) {
                shape.pop();
            }
            // Cells under their headings are not those of a row that the grid does not tell.
            shape.insert(0, row.heading == Heading::Edge);
            let by_borders = by_borders(&row.slots, row.width);
            let lost = row.width.saturating_sub(row.filled());
            let has_empty = row.slots.iter().any(|slot| slot.bordered && slot.is_blank());
            let zeros = row.slots.iter().all(|slot| slot.is_blank() || slot.count() == Some(0));
            // Of several contents that are missing nothing shows that they were numbers at all: they may have been empty cells.
            let most = if has_empty || zeros { 1 } else { MOST_LOST };
            if lost > most {
                return Ways::default();
            }
            let otherwise = by_order(&between(&row.slots), &row.slots, row.width);
            let moved = if row.padding.is_any() { Vec::new() } else { moved(&row.slots, row.width) };
            Ways { by_borders, otherwise, moved, shape }
        }
        Arrangement::Empty | Arrangement::Spanning | Arrangement::Unclear => Ways::default(),
    }
}

/// What a slot is as the content of its cell.
fn place(slots: &[Slot], slot: usize) -> Place {
    match &slots[slot] {
        own if own.count().is_some() => Place::Number(slot),
        own if own.is_blank() => Place::Blank(slot),
        _ => Place::Mark(slot),
    }
}

fn bounds(slot: &Slot) -> Bounds {
    slot.count().map_or(Bounds::COUNT, Bounds::of)
}

fn placed(slots: &[Slot], first: usize) -> Candidate {
    Candidate {
        places: (0..slots.len())
            .map(|at| match place(slots, at) {
                Place::Number(_) => Place::Number(first + at),
                Place::Blank(_) => Place::Blank(first + at),
                _ => Place::Mark(first + at),
            })
            .collect(),
        bounds: slots.iter().map(bounds).collect(),
    }
}

/// The row's own numbers stand nowhere.
fn anything(width: usize) -> Candidate {
    Candidate { places: vec![Place::Lost; width].into(), bounds: vec![Bounds::COUNT; width] }
}

/// One arrangement for every window of cells with borders that holds all contents.
fn by_borders(slots: &[Slot], width: usize) -> Vec<Candidate> {
    let Some(first) = slots.iter().position(|slot| !slot.is_blank()) else { return Vec::new() };
    let last = slots.iter().rposition(|slot| !slot.is_blank()).unwrap_or(first);
    // Without borders the places are shown where each has a line, also an empty one.
    let in_lines = || {
        slots.len() == width && slots.iter().all(|slot| !slot.bordered) && slots.iter().any(Slot::is_blank)
    };
    let are_shown = slots.iter().all(|slot| slot.bordered) || in_lines();
    if !are_shown || slots.len() < width || last - first >= width {
        return Vec::new();
    }
    let windows = (last + 1).saturating_sub(width)..=first.min(slots.len() - width);
    windows.map(|window| placed(&slots[window..window + width], window)).collect()
}

/// The slots from the first content to the last, with the empty cells between them.
fn between(slots: &[Slot]) -> Vec<usize> {
    let first = slots.iter().position(|slot| !slot.is_blank()).unwrap_or_default();
    let last = slots.iter().rposition(|slot| !slot.is_blank());
    last.map(|last| (first..=last).collect()).unwrap_or_default()
}

/// Arrangements of a row of cells with borders by the order of its contents, its empty cells left behind.
fn moved(slots: &[Slot], width: usize) -> Vec<Candidate> {
    let contents: Vec<usize> = (0..slots.len()).filter(|slot| !slots[*slot].is_blank()).collect();
    let has_gaps = contents.windows(2).any(|pair| pair[0] + 1 < pair[1]);
    if !has_gaps || slots.iter().any(|slot| !slot.bordered) {
        return Vec::new();
    }
    by_order(&contents, slots, width)
}

/// Arrangements by the order of the contents alone: some columns lost theirs, or some contents belong to none. An empty cell
/// between others keeps its place among them.
fn by_order(contents: &[usize], slots: &[Slot], width: usize) -> Vec<Candidate> {
    if contents.is_empty() {
        return Vec::new();
    }
    let (size, kept) = (contents.len().max(width), contents.len().min(width));
    if size > width + MOST_SURPLUS || binomial(size, kept) > MOST {
        return Vec::new();
    }
    let mut candidates = Vec::new();
    choices(size, kept, |chosen| {
        let (mut places, mut left) = (vec![Place::Lost; width], vec![Bounds::COUNT; width]);
        for (at, chosen) in chosen.iter().enumerate() {
            // Chosen are the columns that kept their content, or the contents that have a column.
            let (column, content) = if contents.len() <= width { (*chosen, at) } else { (at, *chosen) };
            places[column] = place(slots, contents[content]);
            left[column] = bounds(&slots[contents[content]]);
        }
        candidates.push(Candidate { places: places.into(), bounds: left });
    });
    candidates
}

/// Arrangements of a row of which a cell holds several numbers: each is one where there are as many as columns, or those of one
/// cell are one where there are as many cells as columns.
fn of_shared_cells(row: &mut Row<'_>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let shown: Vec<usize> = (0..row.slots.len()).filter(|slot| !row.slots[*slot].is_blank()).collect();
    let holds_numbers = shown.iter().any(|slot| row.slots[*slot].count().is_some_and(|count| count > 0));
    if shown.len() == row.width && holds_numbers {
        candidates.push(Candidate {
            places: shown.iter().map(|slot| place(&row.slots, *slot)).collect(),
            bounds: shown.iter().map(|slot| bounds(&row.slots[*slot])).collect(),
        });
    }
    let cells: Vec<Slot> = row.slots.chunk_by(same_cell).map(joined).collect();
    // A cell with several contents that make no number is not known to be one.
    let makes_one = |(cell, parts): (&Slot, &[Slot])| parts.len() == 1 || cell.number().is_some();
    // Only the row's own sum says that the parts of a cell are one number: without its total it says nothing.
    let parts: Vec<usize> = row.slots.chunk_by(same_cell).map(<[_]>::len).collect();
    let has_total = |(at, parts): (usize, &usize)| {
        let total = row.group.checked_sub(1).and_then(|last| cells.get(at - at % row.group + last));
        *parts == 1 || total.is_some_and(|total| total.count().is_some())
    };
    if cells.len() == row.width
        && cells.iter().zip(row.slots.chunk_by(same_cell)).all(makes_one)
        && parts.iter().enumerate().all(has_total)
    {
        let are_joined: Vec<bool> = parts.iter().map(|parts| *parts > 1).collect();
        let own = row.slots.len();
        row.slots.to_mut().extend(cells.iter().copied());
        let joined = placed(&cells, own);
        // What a blank parts is one number only where the sums say so: it may as well be any other.
        let any_other = without(&joined, &are_joined);
        candidates.extend([joined, any_other]);
    }
    candidates
}

/// The same arrangement with any other numbers in some of its cells.
fn without(candidate: &Candidate, cells: &[bool]) -> Candidate {
    let places = candidate.places.iter().zip(cells);
    let bounds = candidate.bounds.iter().zip(cells);
    Candidate {
        places: places.map(|(place, is_any)| if *is_any { Place::Lost } else { *place }).collect(),
        bounds: bounds.map(|(own, is_any)| if *is_any { Bounds::COUNT } else { *own }).collect(),
    }
}

/// The contents of one cell as one.
fn joined(parts: &[Slot]) -> Slot {
    let mut whole = parts[0];
    for part in &parts[1..] {
        whole.span = whole.span.to(part.span);
        whole.content = match (whole.number(), part.number()) {
            (Some(a), Some(b)) => join(a, b).unwrap_or(Content::Words),
            _ => Content::Words,
        };
    }
    whole
}

/// Puts two runs of figures together. No number begins with a zero that was printed apart: 0 0 is not 00.
fn join(a: Printed, b: Printed) -> Option<Content> {
    if a.figures == 0 || b.figures == 0 || a.value.is_zero() {
        return None;
    }
    let shift = 10_i64.checked_pow(u32::from(b.figures))?;
    let value = a.value.checked_mul(shift.into())?.checked_add(b.value)?;
    let printed = Printed { value, figures: a.figures.checked_add(b.figures)?, ..b };
    Some(Content::Number { printed, glued: false })
}

fn binomial(n: usize, k: usize) -> usize {
    (0..k.min(n - k)).fold(1, |product, step| product * (n - step) / (step + 1))
}

/// Gives all ways to choose `k` of `n`, each in ascending order.
fn choices(n: usize, k: usize, mut give: impl FnMut(&[usize])) {
    let mut chosen: Vec<usize> = (0..k).collect();
    loop {
        give(&chosen);
        let Some(at) = (0..k).rev().find(|at| chosen[*at] < n - k + at) else {
            return;
        };
        chosen[at] += 1;
        for next in at + 1..k {
            chosen[next] = chosen[next - 1] + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::text::number::number;

    /// Contents in cells with borders, a column for each: numbers, a dash, or nothing.
    fn bordered(texts: &[&str]) -> Vec<Slot> {
        let slot = |(text, column): (&&str, u32)| {
            let content = match (number(text), *text) {
                (Some((_, printed)), _) => Content::Number { printed, glued: false },
                (None, "") => Content::Blank,
                (None, _) => Content::NotApplicable,
            };
            Slot { content, span: Span::new(0, text.len()), block: 0, column, columns: 1, bordered: true }
        };
        texts.iter().zip(0..).map(slot).collect()
    }

    /// The same without borders, each on a line of its own.
    fn in_lines(texts: &[&str]) -> Vec<Slot> {
        let slots = bordered(texts).into_iter().zip(0..);
        slots.map(|(slot, block)| Slot { block, bordered: false, ..slot }).collect()
    }

    fn printed(text: &str) -> Printed {
        number(text).expect("it is a number").1
    }

    #[test]
    fn the_ways_to_choose_are_as_many_as_are_given() {
        for (n, k, expected) in
            [(7, 0, 1), (7, 7, 1), (7, 6, 7), (7, 5, 21), (7, 4, 35), (10, 7, 120), (15, 12, 455)]
        {
            let mut given = 0;
            choices(n, k, |_| given += 1);
            assert_eq!((binomial(n, k), given), (expected, expected), "{n} {k}");
        }
        assert_eq!(binomial(18, 15), 816);
    }

    #[test]
    fn far_too_many_contents_or_ways_tell_nothing() {
        let ways = |contents: usize, width| {
            by_order(&(0..contents).collect::<Vec<_>>(), &bordered(&vec!["1"; contents]), width).len()
        };
        assert_eq!((ways(6, 7), ways(8, 7)), (7, 8));
        // Three too many, and four.
        assert_eq!((ways(10, 7), ways(11, 7)), (120, 0));
        // 455 ways, and 816.
        assert_eq!((ways(12, 15), ways(18, 15)), (455, 0));
    }

    #[test]
    fn borders_show_the_windows_that_hold_all_contents() {
        let windows = |slots: &[Slot], width| {
            let first = |candidate: Candidate| match candidate.places[0] {
                Place::Number(slot) | Place::Mark(slot) | Place::Blank(slot) => slot,
                Place::Part(_) | Place::Lost => panic!("what stands in a window is printed"),
            };
            by_borders(slots, width).into_iter().map(first).collect::<Vec<_>>()
        };
        assert_eq!(windows(&bordered(&["1", "2", "3"]), 3), [0]);
        // All three cells are the row's, none of them is left out.
        assert_eq!(windows(&bordered(&["", "1", "2", "3"]), 3), [1]);
        assert_eq!(windows(&bordered(&["1", "2", "3", ""]), 3), [0]);
        // Two cells of four: there are two ways to be three columns.
        assert_eq!(windows(&bordered(&["", "1", "2", ""]), 3), [0, 1]);
        assert!(windows(&bordered(&["1", "", "2", "3"]), 3).is_empty());
        // Lines show the places where each column has one, also an empty one.
        assert_eq!(windows(&in_lines(&["1", "", "3"]), 3), [0]);
        assert!(windows(&in_lines(&["1", "2", "3"]), 3).is_empty());
        assert!(windows(&in_lines(&["1", "", "3", ""]), 3).is_empty());
        let mut mixed = bordered(&["1", "", "3"]);
        mixed[0].bordered = false;
        assert!(windows(&mixed, 3).is_empty());
    }

    #[test]
    fn contents_move_past_an_empty_cell_between_them_where_borders_show_one() {
        assert_eq!(moved(&bordered(&["3", "", "0", "5"]), 4).len(), 4);
        assert_eq!(moved(&bordered(&["3", "", "5"]), 3).len(), 3);
        // Without one there is nothing to move past.
        for texts in [&["3", "0", "5", ""], &["", "3", "0", "5"]] {
            assert!(moved(&bordered(texts), 4).is_empty(), "{texts:?}");
        }
        assert!(moved(&in_lines(&["3", "", "0", "5"]), 4).is_empty());
    }

    #[test]
    fn how_many_empty_cells_stand_at_its_end_makes_no_other_shape_of_a_row() {
        let shape = |texts: &[&str]| {
            let slots = bordered(texts);
            ways(&mut Row { arrangement: Arrangement::Open, ..Row::new(0..7, 7, &slots) }).shape
        };
        let own = shape(&["4", "3", "2", "1", "0", "0", ""]);
        assert_eq!(shape(&["4", "3", "2", "1", "0", "0", "", ""]), own);
        assert_ne!(shape(&["", "4", "3", "2", "1", "0", "0"]), own);
        assert_ne!(shape(&["4", "3", "2", "", "1", "0", "0"]), own);
    }

    #[test]
    fn a_dash_is_no_empty_cell() {
        let slots = bordered(&["-", "", "7"]);
        assert_eq!(
            [0, 1, 2].map(|slot| place(&slots, slot)),
            [Place::Mark(0), Place::Blank(1), Place::Number(2)]
        );
    }

    #[test]
    fn figures_are_put_together_as_they_stand() {
        let joined = |a: &str, b: &str| match join(printed(a), printed(b)) {
            Some(Content::Number { printed, glued: false }) => {
                Some((printed.value.to_string(), printed.figures))
            }
            _ => None,
        };
        assert_eq!(joined("12", "3"), Some(("123".to_owned(), 3)));
        assert_eq!(joined("1", "250"), Some(("1250".to_owned(), 4)));
        assert_eq!(joined("10", "0"), Some(("100".to_owned(), 3)));
        // 0 0 is not 00, and what is printed with a unit or a sign is more than figures.
        for (a, b) in [("0", "0"), ("0", "5"), ("12件", "3"), ("12", "3件"), ("12件", "3件"), ("-1", "2")]
        {
            assert_eq!(joined(a, b), None, "{a} {b}");
        }
    }
}
