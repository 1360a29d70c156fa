//! Number cells that are merged over two rows (跨行数字).

use super::select::{line, numbers};
use crate::draft::{Draft, Place};
use crate::layout::{Layout, Print};
use crate::random::Random;

/// The number cells of a row under each of which a number cell of the next row lies in the same columns.
fn over_another(draft: &Draft<'_>, place: Place) -> Vec<(usize, usize)> {
    let below = Place { row: place.row + 1, ..place };
    let Some((_, sheet)) =
        draft.sheets().find(|(of, _)| (of.chapter, of.part) == (place.chapter, place.part))
    else {
        return Vec::new();
    };
    let (upper, lower) = (line(draft, place), line(draft, below));
    let (starts, starts_below) = (sheet.starts(place.row), sheet.starts(below.row));
    let same = |at: &usize| {
        let column = starts.get(*at)?;
        let under = starts_below.iter().position(|other| other == column)?;
        let (above, under_it) = (upper.get(*at)?, lower.get(under)?);
        let plain = under_it.is_number() && above.rows == 1 && under_it.rows == 1;
        (plain && above.columns == under_it.columns && !above.text.is_empty()).then_some((*at, under))
    };
    numbers(upper).iter().filter_map(same).collect()
}

/// A number cell is merged with the one below it, so that the number of the lower row is not printed.
pub(super) fn over_rows(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let mut cells: Vec<(Place, usize, usize)> = Vec::new();
    for place in draft.number_rows(None) {
        cells.extend(over_another(draft, place).into_iter().map(|(at, under)| (place, at, under)));
    }
    cells.retain(|(place, at, _)| {
        line(draft, *place)[*at].cell.is_some_and(|cell| draft.ledger.value(cell).is_some())
    });
    let (place, at, under) = *random.pick(&cells)?;
    let below = Place { row: place.row + 1, ..place };
    draft.moved(place);
    draft.moved(below);
    let gone = draft.line(below)?.remove(under).cell?;
    let slot = draft.line(place)?.get_mut(at)?;
    slot.rows = 2;
    let cell = slot.cell?;
    let said = format!("{cell} covers the row below: {}", slot.text);
    let layout = draft.spec.layout;
    // Where the merged cell or an empty one in its place is shown, nobody knows whether the number is that of the lower row too. Elsewhere
    // the row looks like one that lost a cell, and counts as such.
    if draft.ledger.keeps_blanks() && layout != Layout::PipeTails {
        draft.ledger.covered(gone);
    }
    // Without lines the number stands between two rows, and is that of either.
    if matches!(layout, Layout::Pdf(Print { ruled: false, .. })) {
        draft.ledger.adrift(cell);
    }
    Some(said)
}
