//! Headings of tables that are lost or stand in another order.

use govreport_core::form::TableKind;

use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::{Forms, HeaderOrder};

/// The rows of headings: those without numbers.
fn heading_rows(draft: &Draft<'_>) -> Vec<Place> {
    draft
        .sheets()
        .flat_map(|(place, sheet)| {
            (0..sheet.rows.len())
                .filter(|row| !sheet.has_numbers(*row))
                .map(move |row| Place { row, ..place })
        })
        .collect()
}

/// One row of a heading, all rows of the heading of one table, or every heading is lost.
pub(super) fn swallowed(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = heading_rows(draft);
    let one = random.pick(&rows).copied()?;
    let how = random.below(3);
    let lost: Vec<Place> = match how {
        0 => vec![one],
        1 => rows.into_iter().filter(|row| (row.chapter, row.part) == (one.chapter, one.part)).collect(),
        _ => rows,
    };
    for place in lost.iter().rev() {
        draft.sheet(*place)?.remove_row(place.row, true);
    }
    // Table one has columns by which its edition is told; without them the numbers of a row may be those of two editions.
    for place in draft.number_rows(None) {
        draft.moved(place);
    }
    Some(format!("{} rows of headings lost", lost.len()))
}

/// The heading of table two stands as in another print, so that 总计 comes before its place, or in it.
pub(super) fn order(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let others: Vec<HeaderOrder> =
        HeaderOrder::ALL.into_iter().filter(|order| *order != draft.spec.wording.header).collect();
    let order = random.pick(&others).copied()?;
    let mut forms = Forms::of(draft.spec);
    forms.wording.header = order;
    let heading = forms.requests_heading();
    let places: Vec<Place> = draft.sheets().map(|(place, _)| place).collect();
    let mut changed = 0;
    for place in places {
        let sheet = draft.sheet(place)?;
        let numbers = sheet.first_numbers();
        if sheet.kind != TableKind::Requests || numbers == 0 {
            continue;
        }
        let mut heading = heading.clone();
        if sheet.width() < 10 {
            // A row that is a table of its own has no labels in it, and nothing over them.
            heading[0].remove(0);
        }
        sheet.rows.splice(0..numbers, heading);
        sheet.flush_left.clear();
        changed += 1;
    }
    (changed > 0).then(|| format!("{changed} headings in the order {order:?}"))
}
