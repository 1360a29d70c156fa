//! Rows and cells of a page that are not shown.

use crate::sheet::{Making, Means, Slot};

/// The attribute of a row of which no cell is shown.
pub(super) fn of_row(row: &[Slot]) -> &'static str {
    let is_unseen = !row.is_empty() && row.iter().all(|slot| slot.means() == Some(Means::Unseen));
    let way = row.first().and_then(|slot| slot.making.as_ref()).map_or(0, |making| making.way);
    if is_unseen { [" hidden", " style=display:none", " style=visibility:collapse"][way % 3] } else { "" }
}

/// The attribute of a cell that is not shown.
pub(super) fn of_cell(slot: &Slot) -> &'static str {
    match &slot.making {
        Some(Making { means: Means::Unseen, way, .. }) => [" hidden", " style=display:none"][way % 2],
        _ => "",
    }
}
