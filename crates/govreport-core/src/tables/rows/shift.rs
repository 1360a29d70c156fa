//! Labels and contents of a group that came apart by a line: contents stand before the first label, and the last label has none.
//!
//! Every label between has contents beside it, and they are those of the label before. Only the borders of a grid would show
//! better; where lines are all that ties contents to labels, none of the group is known.

use std::ops::Range;

use super::draft::{Draft, Drafts};
use super::tie::{group_of, heads_next, is_left_over, is_without_cells};
use crate::form::RowKey;
use crate::model::Tie;
use crate::tables::tokens::{Slot, is_filled};

/// Unties the rows of each group in which contents are left over and a label has none. `of_words` says whether the cells of the
/// table were made out of words with places, so that a grid row is no more than a line.
pub(super) fn untie_shifted(drafts: &Drafts, of_words: bool, ties: &mut [Tie]) {
    for group in groups(drafts) {
        let places: Vec<usize> =
            group.clone().filter(|at| is_left_over(drafts, *at) || follows_stray(drafts, *at)).collect();
        let empty: Vec<usize> = group.filter(|at| is_without_cells(drafts, *at)).collect();
        let torn = places.iter().chain(&empty);
        let (Some(first), Some(last)) = (torn.clone().min(), torn.max()) else { continue };
        if places.is_empty() || empty.is_empty() {
            continue;
        }
        for at in *first..=*last {
            let tied_by_borders = !of_words && ties[at] == Tie::GridRow;
            if !tied_by_borders {
                ties[at] = Tie::Across;
            }
        }
    }
}

/// Unties a row of empty cells directly behind contents that are no row's of the form: they may be its own, printed a line above.
pub(super) fn untie_empty(drafts: &Drafts, ties: &mut [Tie]) {
    for at in 1..drafts.rows.len() {
        let slots = drafts.slots_of(&drafts.rows[at]);
        let is_empty = !slots.is_empty() && slots.iter().all(Slot::is_blank);
        let of_group = is_filled(drafts.slots_of(&drafts.rows[at - 1])) && heads_next(drafts, at - 1);
        if is_empty && (of_group || is_left_over(drafts, at - 1)) {
            ties[at] = Tie::Across;
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

/// Whether numbers that stand beside a heading come directly before the label of a row.
fn follows_stray(drafts: &Drafts, at: usize) -> bool {
    let Some(label) = drafts.rows[at].label else { return false };
    let before = at.checked_sub(1).map(|before| &drafts.rows[before]);
    let ends = before.map_or(0, |draft| {
        let slots = drafts.slots_of(draft).last().map_or(0, |slot| slot.span.end);
        slots.max(draft.label.map_or(0, |label| label.end))
    });
    drafts.strays.iter().any(|stray| stray.start >= ends && stray.end <= label.start)
}
