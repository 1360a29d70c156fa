//! What markup can show beside a number: figures struck out, raised, or not shown.

use super::select::{foreign_count, numbers, printed};
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::Aside;

/// Does something to the numbers of some cells: one, several of a row, or some of all. Says how many they are.
pub(super) fn to_some(
    draft: &mut Draft<'_>,
    random: &mut Random,
    act: impl Fn(&mut Draft<'_>, Place, usize, &mut Random) -> Option<()>,
) -> Option<usize> {
    let rows = printed(draft, None, 1);
    let one = *random.pick(&rows)?;
    let (rows, often) = match random.below(3) {
        0 => (vec![one], 7),
        1 => (vec![one], 2),
        _ => (rows, 12),
    };
    let mut put = 0;
    for place in rows {
        let places = numbers(super::select::line(draft, place));
        let sure = random.pick(&places).copied().filter(|_| place == one);
        for at in places {
            if sure == Some(at) || random.one_in(often) {
                act(draft, place, at, random)?;
                put += 1;
            }
        }
    }
    Some(put)
}

/// Puts something beside the numbers of some cells.
fn put(
    draft: &mut Draft<'_>,
    random: &mut Random,
    aside: impl Fn(&Draft<'_>, Place, &mut Random) -> Option<Aside>,
) -> Option<usize> {
    to_some(draft, random, |draft, place, at, random| {
        let aside = aside(draft, place, random)?;
        let slot = draft.line(place)?.get_mut(at)?;
        slot.aside = Some(aside);
        let cell = slot.cell?;
        draft.ledger.scattered(cell);
        Some(())
    })
}

/// Figures of a draft are struck out before those that hold.
pub(super) fn struck(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let put = put(draft, random, |draft, place, random| {
        Some(Aside::Struck(foreign_count(draft, place, random).to_string()))
    })?;
    Some(format!("{put} figures struck out"))
}

/// Marks of footnotes are raised behind numbers.
pub(super) fn raised(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let put = put(draft, random, |_, _, random| {
        Some(Aside::Raised((*random.pick(&["1", "2", "3", "[1]", "①"])?).to_owned()))
    })?;
    Some(format!("{put} raised marks"))
}

/// Figures that are not shown stand before those that are.
pub(super) fn hidden(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let put = put(draft, random, |draft, place, random| {
        Some(Aside::Hidden(foreign_count(draft, place, random).to_string()))
    })?;
    Some(format!("{put} hidden figures"))
}
