//! Columns in another order, each under its own heading of one, two or three rows.

use std::collections::BTreeMap;

use govreport_core::form::TableKind;

use super::columns::{blocks, heads};
use super::select::{line, numbers};
use crate::draft::{Draft, Place};
use crate::layout::{Layout, Merged};
use crate::random::Random;
use crate::sheet::Slot;

/// Puts slots that stand side by side into another order; each place keeps its width.
fn reorder(slots: &mut [Slot], order: &[usize]) {
    let before = slots.to_vec();
    for (to, from) in order.iter().enumerate() {
        if let (Some(slot), Some(other)) = (slots.get_mut(to), before.get(*from)) {
            let columns = slot.columns;
            *slot = Slot { columns, ..other.clone() };
        }
    }
}

/// An order other than the one that stands.
fn shuffled(count: usize, random: &mut Random) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    match random.below(3) {
        0 => order.reverse(),
        1 => order.rotate_right(1),
        _ => {
            for at in (1..count).rev() {
                order.swap(at, random.size(0, at));
            }
        }
    }
    order
}

/// Whether the layout shows under which heading a number stands even where headings have two or three rows.
const fn shows_columns(layout: Layout) -> bool {
    matches!(
        layout,
        Layout::Tabs(Merged::Empty)
            | Layout::Markdown
            | Layout::Piped
            | Layout::Boxed
            | Layout::BoxDrawn
            | Layout::Csv
            | Layout::Html(_)
            | Layout::Docx(_)
            | Layout::Xlsx
            | Layout::Pdf(_)
    )
}

/// Columns stand in another order, each under its own heading.
pub(super) fn order(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let kind = *random.pick(TableKind::ALL)?;
    let mut changed = flat_order(draft, kind, random);
    let sheets: Vec<Place> =
        draft.sheets().filter(|(_, sheet)| sheet.kind == kind).map(|(place, _)| place).collect();
    for place in sheets {
        changed += match kind {
            TableKind::Proactive => 0,
            TableKind::Requests => requests_order(draft, place, random).unwrap_or(0),
            TableKind::Review => review_order(draft, place, random).unwrap_or(0),
        };
    }
    (changed > 0).then(|| format!("{changed} headings of {kind} in another order, with their columns"))
}

/// Under headings of one row.
fn flat_order(draft: &mut Draft<'_>, kind: TableKind, random: &mut Random) -> usize {
    let all = blocks(draft);
    let mut orders: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut changed = 0;
    for block in all {
        let count = block.rows.first().map_or(0, |place| numbers(line(draft, *place)).len());
        let is_kind = block.rows.first().is_some_and(|place| {
            line(draft, *place).iter().find_map(|slot| slot.cell).is_some_and(|cell| cell.table == kind)
        });
        let alike = block.rows.iter().all(|place| numbers(line(draft, *place)).len() == count);
        if count < 2 || !is_kind || !alike {
            continue;
        }
        // Parts of one table are alike.
        let order = orders.entry(count).or_insert_with(|| shuffled(count, random)).clone();
        if let Some(of_row) = draft.line(block.heading).and_then(|of_row| of_row.get_mut(block.first..)) {
            reorder(of_row, &order);
        }
        for place in &block.rows {
            draft.moved(*place);
            let Some(of_row) = draft.line(*place) else { continue };
            let first = numbers(of_row).first().copied().unwrap_or(of_row.len());
            reorder(&mut of_row[first..], &order);
        }
        changed += usize::from(order.iter().enumerate().any(|(to, from)| to != *from));
    }
    changed
}

/// Under the heading of table two, of two or three rows.
fn requests_order(draft: &mut Draft<'_>, place: Place, random: &mut Random) -> Option<usize> {
    let (heads, rows) = heads(draft, place, 7)?;
    let [above, middle, five] = heads.as_slice() else { return None };
    let free = shows_columns(draft.spec.layout);
    let total = middle.get(2).or_else(|| above.get(2))?;
    let (corner, applicants) = (above.first()?, above.get(1)?);
    let (person, legal) = (middle.first()?, middle.get(1)?);
    if five.len() != 5 {
        return None;
    }
    let mut inner = shuffled(5, random);
    // Read row by row, a heading of several rows does not say where the columns without parts stand: as in the form.
    let mut outer = vec![0, 1, 2];
    if free {
        outer = shuffled(3, random);
        if random.one_in(3) {
            inner = (0..5).collect();
        }
    }
    let tops = [
        Slot { columns: 1, rows: 2, ..person.clone() },
        Slot { columns: 5, rows: 1, ..legal.clone() },
        Slot { columns: 1, rows: 2, ..total.clone() },
    ];
    let two_rows = free && random.one_in(3);
    let mut second: Vec<Slot> = outer.iter().map(|at| tops[*at].clone()).collect();
    let mut third = five.clone();
    reorder(&mut third, &inner);
    let mut heading = Vec::new();
    if two_rows {
        second.insert(0, Slot { rows: 2, ..corner.clone() });
    } else if free {
        heading.push(vec![Slot { rows: 3, ..corner.clone() }, Slot { columns: 7, ..applicants.clone() }]);
    } else {
        heading.push(above.clone());
        second.clone_from(middle);
    }
    heading.extend([second, third]);
    let mut order = Vec::new();
    for at in &outer {
        match at {
            0 => order.push(0),
            1 => order.extend(inner.iter().map(|place| place + 1)),
            _ => order.push(6),
        }
    }
    replace_heading(draft, place, heads.len(), heading, &rows, &order)
}

/// Under the heading of table three: the kinds of case, and their results.
fn review_order(draft: &mut Draft<'_>, place: Place, random: &mut Random) -> Option<usize> {
    let (heads, rows) = heads(draft, place, 15)?;
    let [above, middle, third] = heads.as_slice() else { return None };
    if above.len() != 2 || middle.len() != 7 || third.len() != 10 {
        return None;
    }
    let free = shows_columns(draft.spec.layout);
    let results = if random.one_in(2) || !free { shuffled(5, random) } else { (0..5).collect() };
    let litigation_first = free && random.one_in(2);
    let after_first = free && random.one_in(2);
    let of_kind = |kind: usize| results.iter().map(move |at| kind * 5 + at);
    let litigation: Vec<usize> = if after_first { vec![2, 1] } else { vec![1, 2] };
    let kinds: Vec<usize> =
        if litigation_first { [litigation, vec![0]].concat() } else { [vec![0], litigation].concat() };
    let order: Vec<usize> = kinds.iter().flat_map(|kind| of_kind(*kind)).collect();
    let mut own = middle[..5].to_vec();
    reorder(&mut own, &results);
    let mut names = middle[5..].to_vec();
    if after_first {
        names.reverse();
    }
    let mut last = third.clone();
    reorder(&mut last[..5], &results);
    reorder(&mut last[5..], &results);
    let (mut first, second) = if litigation_first {
        (vec![above[1].clone(), above[0].clone()], [names, own].concat())
    } else {
        (above.clone(), [own, names].concat())
    };
    first.truncate(2);
    replace_heading(draft, place, heads.len(), vec![first, second, last], &rows, &order)
}

fn replace_heading(
    draft: &mut Draft<'_>,
    place: Place,
    before: usize,
    heading: Vec<Vec<Slot>>,
    rows: &[Place],
    order: &[usize],
) -> Option<usize> {
    for row in rows {
        draft.moved(*row);
        let of_row = draft.line(*row)?;
        let first = *numbers(of_row).first()?;
        reorder(&mut of_row[first..], order);
    }
    let sheet = draft.sheet(place)?;
    sheet.flush_left.clear();
    sheet.rows.splice(0..before, heading);
    Some(1)
}
