//! Cells and rows of a table that the file holds and nobody sees: hidden, deleted, without height, under a merged cell.

use super::making::other_number;
use super::select::{foreign_numbers, line, numbers, own_label, printed, rows_where};
use crate::draft::{Draft, Place};
use crate::layout::Layout;
use crate::random::Random;
use crate::sheet::{Making, Means, Slot};

/// Rows, cells and numbers that are not shown stand between those that are.
pub(super) fn cells(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let way = random.size(0, 59);
    match (draft.spec.layout, random.below(3)) {
        (Layout::Html(_), 0) => cell(draft, random, way),
        (Layout::Xlsx, 0) => under_merge(draft, random, way),
        _ => row(draft, random, way),
    }
}

/// Whether a row could be put in below this one without one merged cell being parted by it.
fn is_free_below(draft: &Draft<'_>, place: Place) -> bool {
    let sheet = draft.sheets().find(|(of, _)| (of.chapter, of.part) == (place.chapter, place.part));
    let Some((_, sheet)) = sheet else { return false };
    let covers = |above: usize| sheet.rows[above].iter().any(|slot| above + slot.rows > place.row + 1);
    !(0..=place.row).any(covers)
}

/// A row like one of the table, with the numbers of a draft or of another year.
fn row(draft: &mut Draft<'_>, random: &mut Random, way: usize) -> Option<String> {
    let mut rows =
        rows_where(draft, None, |line| own_label(line).is_some() || line.iter().all(Slot::is_number));
    rows.retain(|place| is_free_below(draft, *place));
    let place = *random.pick(&rows)?;
    let of_row = line(draft, place).to_vec();
    let first = *numbers(&of_row).first()?;
    let mut hidden: Vec<Slot> = of_row[..first].iter().map(|slot| Slot { rows: 1, ..slot.clone() }).collect();
    hidden.extend(foreign_numbers(draft, place, random));
    for slot in &mut hidden {
        slot.making = Some(Making { means: Means::Unseen, way, other: String::new() });
    }
    draft.moved(place);
    draft.sheet(place)?.insert_below(place.row, hidden);
    Some(format!("a row below {} is not shown", draft.cells(place).first()?))
}

/// A cell with a number before one of a row.
fn cell(draft: &mut Draft<'_>, random: &mut Random, way: usize) -> Option<String> {
    let place = *random.pick(&printed(draft, None, 2))?;
    let at = *random.pick(&numbers(line(draft, place)))?;
    let other = other_number(draft, place, at, random)?;
    let mut hidden = Slot::foreign(other, 1);
    hidden.making = Some(Making { means: Means::Unseen, way, other: String::new() });
    draft.moved(place);
    let cell = line(draft, place).get(at)?.cell?;
    draft.line(place)?.insert(at, hidden);
    Some(format!("a cell before {cell} is not shown"))
}

/// Numbers under the merged cells of labels.
fn under_merge(draft: &mut Draft<'_>, random: &mut Random, way: usize) -> Option<String> {
    let rows = printed(draft, None, 1);
    let wide =
        |slot: &Slot| !slot.is_figure() && !slot.text.is_empty() && (slot.columns > 1 || slot.rows > 1);
    let rows: Vec<Place> = rows.into_iter().filter(|place| line(draft, *place).iter().any(wide)).collect();
    let mut labels = 0;
    for place in rows {
        let other = other_number(draft, place, *numbers(line(draft, place)).first()?, random)?;
        for slot in draft.line(place)?.iter_mut().filter(|slot| wide(slot)) {
            slot.making = Some(Making { means: Means::UnderMerge, way, other: other.clone() });
            labels += 1;
        }
        draft.moved(place);
    }
    (labels > 0).then(|| format!("numbers under {labels} merged cells"))
}
