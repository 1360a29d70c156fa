//! How the contents of a row can be arranged in the columns of the form.

use std::ops::RangeInclusive;

use super::draft::Slot;
use super::reconcile::{Bounds, Candidate, Place};
use super::token::Content;
use crate::text::number::{Measure, Printed};

/// Rows with more contents than columns by more than this are no rows of the form.
const MOST_SURPLUS: usize = 3;
/// A number with a figure for each of so many columns is no number.
const LEAST_COLUMNS: usize = 15;
/// Longest run of figures that is parted into numbers.
const LONGEST_RUN: usize = 24;

/// The slots that can be the first column's: all from one to another.
pub(super) type Windows = RangeInclusive<usize>;

/// What the contents of a row say about its columns.
#[derive(Debug, Clone)]
pub(super) enum Arrangement {
    /// Nothing is printed in the row.
    Empty,
    /// One content that is no number and stands for all columns: a dash in a cell that spans them.
    Spanning,
    /// One content for every column, in order: slot `first` is the first column's.
    Complete { first: usize },
    /// Numbers without anything between them that can be parted in one way only: each column has its figure.
    Parted,
    /// The borders show every column, and some are empty. Each window gives the slot of the first column.
    Bordered { windows: Windows },
    /// Fewer or more contents than columns: which belongs where is not shown.
    Open,
    /// Far too many contents, or too few to say anything.
    Unclear,
}

/// Numbers that share one bordered cell are one number with white space inside where every column has a cell only then.
///
/// `12 077` is one by its groups of three. Of `1 5` only the row's own sum can tell, where the last column is the total of the
/// others; without that, the cell holds words.
pub(super) fn join_inner_spaces(slots: &[Slot], width: usize, has_total: bool) -> Option<Vec<Slot>> {
    let same_cell =
        |a: &Slot, b: &Slot| a.bordered && b.bordered && a.column == b.column && a.block == b.block;
    let shared = slots.windows(2).filter(|pair| same_cell(&pair[0], &pair[1])).count();
    if shared == 0 || slots.len() - shared < width {
        return None;
    }
    let cells = || slots.chunk_by(same_cell);
    let figures = |slot: &Slot| slot.number().map_or(0, |printed| usize::from(printed.figures));
    let grouped = |parts: &[Slot]| parts[1..].iter().all(|part| figures(part) == 3);
    let any: Vec<Slot> = cells().map(|parts| joined(parts, true)).collect();
    if has_total && adds_up(&any, width) {
        return Some(any);
    }
    Some(cells().map(|parts| joined(parts, grouped(parts))).collect())
}

fn joined(parts: &[Slot], as_number: bool) -> Slot {
    let mut whole = parts[0];
    for part in &parts[1..] {
        whole.span = whole.span.to(part.span);
        whole.content = match (whole.number(), part.number()) {
            (Some(a), Some(b)) if as_number => join(a, b).unwrap_or(Content::Words),
            _ => Content::Words,
        };
    }
    whole
}

/// Whether a complete row's last number is the sum of the others.
pub(super) fn adds_up(slots: &[Slot], width: usize) -> bool {
    let Arrangement::Complete { first } = arrangement(slots, width) else { return false };
    let numbers: Option<Vec<i64>> =
        slots[first..first + width].iter().map(|slot| count(slot.number()?)).collect();
    numbers.is_some_and(|numbers| {
        numbers.split_last().is_some_and(|(total, rest)| {
            rest.iter().try_fold(0_i64, |sum, value| sum.checked_add(*value)) == Some(*total)
        })
    })
}

/// Puts two runs of figures together.
fn join(a: Printed, b: Printed) -> Option<Content> {
    if a.figures == 0 || b.figures == 0 {
        return None;
    }
    let shift = 10_i64.checked_pow(u32::from(b.figures))?;
    let value = a.value.checked_mul(shift.into())?.checked_add(b.value)?;
    Some(Content::Number {
        printed: Printed { value, figures: a.figures.checked_add(b.figures)?, ..b },
        glued: false,
    })
}

/// How the contents of a row fill `width` columns.
pub(super) fn arrangement(slots: &[Slot], width: usize) -> Arrangement {
    let mut ends = None;
    let mut filled = 0;
    for (at, _) in slots.iter().enumerate().filter(|(_, slot)| !slot.is_blank()) {
        filled += 1;
        ends = Some((ends.map_or(at, |(first, _)| first), at));
    }
    let Some((first, last)) = ends else { return Arrangement::Empty };
    if let [only] = slots
        && width > 1
        && (matches!(only.content, Content::NotApplicable)
            || only.bordered && matches!(only.content, Content::Words))
    {
        return Arrangement::Spanning;
    }
    if filled == 1 && run_together(slots, width).is_some_and(|figures| figures.len() == width) {
        return Arrangement::Parted;
    }
    // 00 is no number but two cells run together, and so may be figures that touch the label: beside other contents, in the latter
    // case those of another line, nothing tells which are its cells.
    let parts = |slot: &Slot| match slot.content {
        Content::Number { printed, glued } if printed.figures > 1 => {
            printed.run_together
                || glued && slots.iter().any(|other| !other.is_blank() && other.block != slot.block)
        }
        _ => false,
    };
    if filled > 1 && slots.iter().any(parts) {
        return Arrangement::Unclear;
    }
    if filled == width && last - first + 1 == width {
        return Arrangement::Complete { first };
    }
    if filled > width + MOST_SURPLUS {
        return Arrangement::Unclear;
    }
    let bordered = slots.iter().all(|slot| slot.bordered);
    if bordered && slots.len() >= width && last - first < width {
        let windows = (last + 1).saturating_sub(width)..=first.min(slots.len() - width);
        return Arrangement::Bordered { windows };
    }
    Arrangement::Open
}

/// The shape of a row's contents: which slots are filled, empty ones at the end left out. Rows of one shape were damaged alike.
pub(super) fn shape(slots: &[Slot]) -> Vec<bool> {
    let mut shape: Vec<bool> = slots.iter().map(|slot| !slot.is_blank()).collect();
    while shape.last() == Some(&false) {
        shape.pop();
    }
    shape
}

/// What a slot lets the number of its cell be.
pub(super) fn bounds(slot: &Slot) -> Bounds {
    slot.number().and_then(count).map_or(Bounds::COUNT, Bounds::of)
}

/// The number of a count: whole, not negative, without a unit of money.
pub(super) fn count(printed: Printed) -> Option<i64> {
    // A sign or a word of change makes it none.
    if !matches!(printed.measure, None | Some(Measure::Word)) || printed.sign.is_some() {
        return None;
    }
    let value = if printed.value.scale() == 0 { printed.value } else { printed.value.normalize() };
    if value.scale() > 0 {
        return None;
    }
    i64::try_from(value.mantissa()).ok().filter(|value| *value >= 0)
}

/// Arrangements of a row by its borders: one for every window.
pub(super) fn by_borders(slots: &[Slot], width: usize, windows: &[usize]) -> Vec<Candidate> {
    windows
        .iter()
        .map(|window| Candidate {
            places: (*window..window + width).map(Place::Slot).collect(),
            bounds: slots[*window..window + width].iter().map(bounds).collect(),
        })
        .collect()
}

/// Arrangements of a row by the order of its contents alone: some columns lost theirs, or some contents belong to none.
///
/// `group` is how many columns make up a sum, the total the last of them, where the form has such sums.
pub(super) fn by_order(slots: &[Slot], width: usize, group: Option<usize>) -> Vec<Candidate> {
    if let Some(figures) = run_together(slots, width) {
        return partings(&figures, width, group);
    }
    let filled: Vec<usize> = (0..slots.len()).filter(|slot| !slots[*slot].is_blank()).collect();
    let size = filled.len().max(width);
    let kept = filled.len().min(width);
    if filled.is_empty() || size > width + MOST_SURPLUS || binomial(size, kept) > 500 {
        return Vec::new();
    }
    // Chosen are the columns that kept their content, or the contents that have a column.
    let mut candidates = Vec::new();
    choices(size, kept, |chosen| {
        let mut places = vec![Place::Lost; width];
        for (at, chosen) in chosen.iter().enumerate() {
            let (column, content) = if filled.len() <= width { (*chosen, at) } else { (at, *chosen) };
            places[column] = Place::Slot(filled[content]);
        }
        let bounds = places
            .iter()
            .map(|place| match place {
                Place::Slot(slot) | Place::Part(slot) => bounds(&slots[*slot]),
                Place::Lost => Bounds::COUNT,
            })
            .collect();
        candidates.push(Candidate { places, bounds });
    });
    candidates
}

/// The figures of a row whose cells were run together: a single run of figures that is glued to its label, begins with 0, or
/// has a figure for each of very many columns.
pub(super) fn run_together(slots: &[Slot], width: usize) -> Option<String> {
    let mut filled = slots.iter().filter(|slot| !slot.is_blank());
    let slot = filled.next().filter(|_| filled.next().is_none())?;
    let Content::Number { printed, glued } = slot.content else {
        return None;
    };
    let figures = usize::from(printed.figures);
    let one_each = width >= LEAST_COLUMNS && figures == width;
    if !(glued || printed.run_together || one_each) || !(2..=LONGEST_RUN).contains(&figures) {
        return None;
    }
    // Leading zeros are figures of cells of their own; a number keeps none of them.
    Some(format!("{:0>figures$}", printed.value.to_string()))
}

/// The ways to part a run of figures into `width` numbers without leading zeros. Where the row consists of groups of columns
/// of which the last is the total of the others, only those that add up.
fn partings(figures: &str, width: usize, group: Option<usize>) -> Vec<Candidate> {
    let mut parting = Parting { width, group, numbers: Vec::with_capacity(width), found: Vec::new() };
    if !parting.part(figures) {
        return Vec::new();
    }
    parting
        .found
        .into_iter()
        .map(|bounds| Candidate { places: vec![Place::Part(0); width], bounds })
        .collect()
}

/// A run of figures while it is being parted.
struct Parting {
    width: usize,
    group: Option<usize>,
    /// The numbers parted off so far.
    numbers: Vec<i64>,
    found: Vec<Vec<Bounds>>,
}

impl Parting {
    /// Parts the figures that are left. Gives `false` where there are far too many ways.
    fn part(&mut self, figures: &str) -> bool {
        const MOST: usize = 5_000;
        let columns = self.width - self.numbers.len();
        if columns == 0 {
            if figures.is_empty() {
                self.found.push(self.numbers.iter().copied().map(Bounds::of).collect());
            }
            return self.found.len() < MOST;
        }
        if figures.len() < columns {
            return true;
        }
        let total = self.total();
        let longest = if figures.starts_with('0') { 1 } else { figures.len() - (columns - 1) };
        for length in 1..=longest {
            let Ok(number) = figures[..length].parse::<i64>() else {
                break;
            };
            match total {
                // The total of the numbers before it.
                Some((total, 0)) if number != total => continue,
                // With this number there would be too few figures left for the total.
                Some((total, before)) if before > 0 => {
                    let others = columns - 1 - before;
                    let least = digits(total.saturating_add(number)) + (before - 1) + others;
                    if length + least > figures.len() {
                        break;
                    }
                }
                _ => {}
            }
            self.numbers.push(number);
            let goes_on = self.part(&figures[length..]);
            self.numbers.pop();
            if !goes_on {
                return false;
            }
        }
        true
    }

    /// The sum of the group so far, and how many columns stand before its total. `None` where there are no totals.
    fn total(&self) -> Option<(i64, usize)> {
        let group = self.group?;
        let begun = self.numbers.len() % group;
        let sum =
            self.numbers[self.numbers.len() - begun..].iter().fold(0, |sum: i64, n| sum.saturating_add(*n));
        Some((sum, group - 1 - begun))
    }
}

/// How many figures a number has.
fn digits(number: i64) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
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

    fn slot(text: &str, bordered: bool) -> Slot {
        let content = match crate::text::number::number(text) {
            Some((_, printed)) => Content::Number { printed, glued: false },
            None => Content::Blank,
        };
        Slot { content, span: Span::new(0, text.len()), block: 0, column: 0, bordered }
    }

    fn slots(texts: &[&str], bordered: bool) -> Vec<Slot> {
        texts.iter().map(|text| slot(text, bordered)).collect()
    }

    #[test]
    fn a_full_row_is_complete_wherever_it_begins() {
        let row = slots(&["", "1", "2", "3", ""], true);
        assert!(matches!(arrangement(&row, 3), Arrangement::Complete { first: 1 }));
    }

    #[test]
    fn borders_show_empty_cells() {
        let row = slots(&["", "1", "2", ""], true);
        match arrangement(&row, 3) {
            Arrangement::Bordered { windows } => assert_eq!(windows, 0..=1),
            other => panic!("{other:?}"),
        }
        assert!(matches!(arrangement(&slots(&["1", "2"], false), 3), Arrangement::Open));
    }

    #[test]
    fn figures_run_together_are_parted_where_each_column_has_one() {
        assert!(matches!(arrangement(&slots(&["000"], false), 3), Arrangement::Parted));
        assert!(matches!(arrangement(&slots(&["0014"], false), 3), Arrangement::Open));
        let partings = by_order(&slots(&["0014"], false), 3, None);
        assert_eq!(partings.len(), 1);
        assert_eq!(
            partings[0].bounds.iter().map(|bounds| bounds.value()).collect::<Vec<_>>(),
            [Some(0), Some(0), Some(14)]
        );
    }

    #[test]
    fn a_total_leaves_few_ways_to_part_figures() {
        let numbers = |texts: &[&str], width, group| -> Vec<Vec<i64>> {
            let partings = by_order(&slots(texts, true), width, group);
            let values = |candidate: &Candidate| candidate.bounds.iter().filter_map(|b| b.value()).collect();
            partings.iter().map(values).collect()
        };
        assert_eq!(numbers(&["0102315"], 5, Some(5)), [[0, 10, 2, 3, 15]]);
        assert_eq!(numbers(&["0102316"], 5, Some(5)), Vec::<Vec<i64>>::new());
        assert_eq!(numbers(&["0102113"], 5, Some(5)), [[0, 10, 2, 1, 13]]);
    }

    #[test]
    fn lost_contents_leave_as_many_arrangements_as_columns() {
        assert_eq!(by_order(&slots(&["9", "0", "0", "0", "0", "9"], false), 7, Some(7)).len(), 7);
        assert_eq!(by_order(&slots(&["9", "0", "0", "5"], false), 3, None).len(), 4);
    }
}
