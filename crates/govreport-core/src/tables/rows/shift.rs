//! Labels and contents of a group that came apart by a line: contents stand before the first label, and the last label has none.
//!
//! Every label between has contents beside it, and they are those of the label before. Only the borders of a grid would show
//! better; where lines are all that ties contents to labels, none of the group is known. In a grid the same shows as a row of empty
//! cells beside numbers without a label.

use std::ops::Range;

use super::draft::{Draft, Drafts};
use super::tie::{group_of, heads_next, is_left_over, is_without_cells, stands_on_other_lines, width_of};
use crate::form::RowKey;
use crate::model::Tie;
use crate::span::Span;
use crate::tables::tokens::Slot;

/// Unties the rows of each group in which contents are left over and a label has none. `of_words` says whether the cells of the
/// table were made out of words with places, so that a grid row is no more than a line.
pub(super) fn untie_shifted(drafts: &Drafts, of_words: bool, ties: &mut [Tie]) {
    // In nearly all tables every number has its label.
    let all_have_labels =
        drafts.strays.is_empty() && (0..drafts.rows.len()).all(|at| !is_left_over(drafts, at));
    if all_have_labels {
        return;
    }
    let mut strays = drafts.strays.clone();
    strays.sort_unstable_by_key(|stray| stray.start);
    let groups = groups(drafts);
    // Where words with places were made cells, numbers that stand a line too high or too low do so on the whole page.
    let mut is_shifted = false;
    for group in &groups {
        let places: Vec<usize> = group
            .clone()
            .filter(|at| is_left_over(drafts, *at) || follows_stray(drafts, &strays, *at))
            .collect();
        let empty: Vec<usize> = group.clone().filter(|at| is_without_cells(drafts, *at)).collect();
        let (Some(place), Some(last_place)) = (places.first(), places.last()) else { continue };
        let (Some(first), Some(last)) = (empty.first(), empty.last()) else { continue };
        // Contents before the first label: each label has those of the one before. Behind the last: of the one behind.
        let torn = *place.min(first)..(*last + 1).max(*last_place);
        let is_by_lines = |tie: &&mut Tie| of_words || **tie != Tie::GridRow;
        ties[torn].iter_mut().filter(is_by_lines).for_each(|tie| *tie = Tie::Across);
        is_shifted = true;
    }
    let lacks_cells = |group: &&Range<usize>| Range::clone(group).any(|at| is_without_cells(drafts, at));
    for group in groups.iter().filter(|_| of_words && is_shifted).filter(lacks_cells) {
        ties[group.clone()].iter_mut().for_each(|tie| *tie = Tie::Across);
    }
}

/// So many numbers may be those of a row, however wide it is.
/// Measured: with 4, no cell changes.
const FEWEST: usize = 3;

/// Unties rows of empty cells directly beside contents that are no row's of the form: they may be theirs, printed a line above or
/// below.
pub(super) fn untie_empty(drafts: &Drafts, ties: &mut [Tie]) {
    let is_empty = |at: usize| {
        let slots = drafts.slots_of(&drafts.rows[at]);
        !slots.is_empty() && slots.iter().all(Slot::is_blank)
    };
    let contents =
        |at: usize| drafts.slots_of(&drafts.rows[at]).iter().filter(|slot| !slot.is_blank()).count();
    let width = |at: usize| drafts.rows[at].recognition.key().map_or(0, width_of);
    // Of numbers that are no row's how many there are, of a row's own how many too many.
    let left_over = |at: usize| {
        if is_left_over(drafts, at) || heads_next(drafts, at) {
            contents(at)
        } else if stands_on_other_lines(drafts, at) {
            contents(at).saturating_sub(width(at))
        } else {
            0
        }
    };
    let mut untie = |numbers: usize, rows: &mut dyn Iterator<Item = usize>| {
        // One number beside a row of seven may be that of a page.
        let may_be_row = |at: &usize| is_empty(*at) && numbers >= width(*at).clamp(1, FEWEST);
        rows.take_while(may_be_row).for_each(|at| ties[at] = Tie::Across);
    };
    for at in 0..drafts.rows.len() {
        // Nearly all rows have none of empty cells beside them.
        let before = at.checked_sub(1).is_some_and(is_empty);
        let behind = at + 1 < drafts.rows.len() && is_empty(at + 1);
        // The numbers of a row may have been taken apart: its last without those before.
        let is_unnamed = |at: &usize| drafts.rows[*at].recognition.key().is_none();
        let also = |rows: &mut dyn Iterator<Item = usize>| -> usize {
            rows.take_while(|other| is_unnamed(&at) && is_unnamed(other) && left_over(*other) > 0)
                .map(left_over)
                .sum()
        };
        if behind {
            untie(left_over(at) + also(&mut (0..at).rev()), &mut (at + 1..drafts.rows.len()));
        }
        if before {
            untie(left_over(at) + also(&mut (at + 1..drafts.rows.len())), &mut (0..at).rev());
        }
    }
}

/// The rows of each group, with those before it that are none of the form's.
fn groups(drafts: &Drafts) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut of_last = None;
    let mut begins = 0;
    for (at, draft) in drafts.rows.iter().enumerate() {
        let Some(key) = draft.recognition.key() else { continue };
        let group = Some(group(key, draft));
        match groups.last_mut().filter(|_| group == of_last) {
            Some(last) => last.end = at + 1,
            None => groups.push(begins..at + 1),
        }
        begins = at + 1;
        of_last = group;
    }
    groups
}

/// The group of a row: in table one its block.
fn group(key: RowKey, draft: &Draft) -> (Option<&'static str>, usize) {
    (group_of(key), draft.block)
}

/// Whether numbers that stand beside a heading come directly before the label of a row. The strays are in the order of the text.
fn follows_stray(drafts: &Drafts, strays: &[Span], at: usize) -> bool {
    let Some(label) = drafts.rows[at].label else { return false };
    let before = at.checked_sub(1).map(|before| &drafts.rows[before]);
    let ends = before.map_or(0, |draft| {
        let slots = drafts.slots_of(draft).last().map_or(0, |slot| slot.span.end);
        slots.max(draft.label.map_or(0, |label| label.end))
    });
    let next = strays.partition_point(|stray| stray.start < ends);
    strays.get(next).is_some_and(|stray| stray.end <= label.start)
}
