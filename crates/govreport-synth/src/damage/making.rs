//! What the kinds of damage that strike files have in common: some cells are made by other means than to hold their text.

use govreport_core::model::{CellRef, Status};

use super::asides::to_some;
use super::select::{foreign_count, line};
use crate::draft::{Draft, Place};
use crate::layout::{Layout, Print};
use crate::random::Random;
use crate::sheet::{Making, Means};

/// What the page says of a cell that is made by other means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Its number.
    Number,
    /// Nothing that is its number: there is no figure, or only one that does not hold.
    Nothing,
    /// Something of which nobody can tell what number it is.
    Untold,
}

/// Makes some cells by one of these means; says by which, and of how many cells.
pub(super) fn make(
    draft: &mut Draft<'_>,
    random: &mut Random,
    means: &[(Means, Says)],
) -> Option<(Means, Says, usize)> {
    let (means, says) = *random.pick(means)?;
    let way = random.size(0, 59);
    let made = to_some(draft, random, |draft, place, at, random| {
        let other = other_number(draft, place, at, random)?;
        put(draft, place, at, Making { means, way, other }, says)
    })?;
    Some((means, says, made))
}

/// A number that is none of the form's, and not the one of the cell.
pub(super) fn other_number(
    draft: &Draft<'_>,
    place: Place,
    at: usize,
    random: &mut Random,
) -> Option<String> {
    let other = foreign_count(draft, place, random).to_string();
    let own = &line(draft, place).get(at)?.text;
    Some(if *own == other { format!("{other}7") } else { other })
}

/// Makes a cell so.
pub(super) fn put(draft: &mut Draft<'_>, place: Place, at: usize, making: Making, says: Says) -> Option<()> {
    let slot = draft.line(place)?.get_mut(at)?;
    slot.making = Some(making);
    // Where a cell holds more than its text, it does not begin or end in blanks.
    slot.padding = ("", "");
    let cell = slot.cell?;
    note(draft, place, cell, says);
    Some(())
}

/// Writes down what the page says of a cell now.
pub(super) fn note(draft: &mut Draft<'_>, place: Place, cell: CellRef, says: Says) {
    match says {
        Says::Number => draft.ledger.scattered(cell),
        Says::Nothing => draft.ledger.unshown(cell),
        Says::Untold => draft.ledger.untold(cell),
    }
    // Without lines, a row of which an end is empty looks like one that lost a cell: only the sums can tell.
    let is_unruled = matches!(draft.spec.layout, Layout::Pdf(Print { ruled: false, .. }));
    if says == Says::Nothing && is_unruled {
        draft.ledger.permit(cell, &[Status::Inferred]);
    }
    if says != Says::Number && !draft.ledger.keeps_blanks() {
        draft.moved(place);
    }
}

/// What was done, in words.
pub(super) fn said(made: Option<(Means, Says, usize)>) -> Option<String> {
    let (means, says, made) = made?;
    Some(format!(
        "{made} cells made by {means:?}: the page says {}",
        match says {
            Says::Number => "their numbers",
            Says::Nothing => "nothing",
            Says::Untold => "no number that can be told",
        }
    ))
}
