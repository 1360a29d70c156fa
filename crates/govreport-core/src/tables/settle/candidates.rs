//! The ways in which the contents of a row can be arranged.

use super::solver::{Bounds, Candidate, Place};
use crate::model::Heading;
use crate::tables::columns::{Arrangement, MOST_SURPLUS, Row, same_cell, shares_cells};
use crate::tables::tokens::{Content, Slot};
use crate::text::number::Printed;

/// More contents than this that a row of table two lost are not told by its two sums.
const MOST_LOST: usize = 3;
/// More ways than this to choose columns or contents tell nothing.
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
