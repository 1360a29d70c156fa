//! Numbers that belong to no cell: page numbers, years, totals of something else, sentences; and a cell's number that went astray.

use govreport_core::form::{SectionKey, TableKind};
use govreport_core::model::CellRef;
use rust_decimal::Decimal;

use super::cuts::put_behind;
use super::select::{self, foreign_count, numbers, printed};
use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::layout::Layout;
use crate::random::Random;
use crate::sheet::{Continuation, Slot};

/// What stands alone on a line, and holds a number.
fn stray(draft: &Draft<'_>, random: &mut Random) -> String {
    let (page, pages) = (random.between(2, 9), random.between(9, 14));
    let year = draft.spec.prose.year;
    match random.below(11) {
        0 => page.to_string(),
        1 => format!("- {page} -"),
        2 => format!("-- {page} of {pages} --"),
        3 => format!("第 {page} 页"),
        4 => format!("第{page}页 共{pages}页"),
        5 => year.to_string(),
        6 => format!("{page}/{pages}"),
        7 => format!("— {page} —"),
        8 => format!("总计 {}", random.between(1, 300)),
        9 => random.between(1, 300).to_string(),
        _ => format!("{year}年"),
    }
}

/// Puts a line behind a row, which parts the table.
fn put_line(draft: &mut Draft<'_>, place: Place, text: String) -> Option<()> {
    let rest = draft.sheet(place)?.split(place.row + 1, Continuation::Empty);
    put_behind(draft, place, vec![text], rest)
}

/// A line with a number between two rows.
pub(super) fn line(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = draft.number_rows(None);
    let place = *random.pick(&rows)?;
    let text = stray(draft, random);
    draft.moved(place);
    // The row below may lose the label that it shared with those above.
    let below = Place { row: place.row + 1, ..place };
    draft.moved(below);
    put_line(draft, place, text.clone())?;
    Some(format!("the line {text} behind a row"))
}

/// A row loses a cell, and a number that is none of its own stands behind it, on its line or the next.
pub(super) fn fills(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = printed(draft, None, 3);
    let place = *random.pick(&rows)?;
    let at = *random.pick(&numbers(select::line(draft, place)))?;
    let lost = draft.line(place)?.remove(at).cell?;
    for cell in draft.cells(place) {
        draft.ledger.scattered(cell);
    }
    let number = match random.below(3) {
        0 => Decimal::from(random.between(2, 9)),
        1 => Decimal::from(draft.spec.prose.year),
        _ => foreign_count(draft, place, random),
    };
    // Where each cell is a paragraph, every line is the row's own.
    let on_the_line = random.one_in(3) || draft.spec.layout == Layout::Paragraphs;
    if on_the_line {
        draft.line(place)?.push(Slot::foreign(number.to_string(), 1));
    } else {
        put_line(draft, place, number.to_string())?;
    }
    draft.ledger.lost(lost, true);
    if on_the_line {
        as_printed(draft, place, number);
    } else if lost.table == TableKind::Proactive {
        // A row of table one has no sum that shows that the number is none of its own.
        for cell in draft.cells(place) {
            draft.ledger.doubtful(cell);
        }
        draft.ledger.doubtful(lost);
    }
    Some(format!("{lost} is lost, and {number} stands behind its row"))
}

/// A row that shows as many contents as it has columns says what stands in them, right or wrong: nothing tells it from one whose
/// author made a slip, and whether its sums hold is for a check to say. Who gives no number for it is right, too.
fn as_printed(draft: &mut Draft<'_>, place: Place, last: Decimal) {
    let keys: Vec<_> = draft.cells(place).into_iter().map(|cell| cell.row).collect();
    let rows =
        draft.spec.figures.editions().rows(keys.first().map_or(TableKind::Requests, |key| key.table()));
    let columns: Vec<CellRef> = rows
        .iter()
        .filter(|row| keys.contains(&row.key))
        .flat_map(|row| row.columns.iter().map(|column| CellRef::new(row.key, *column)))
        .collect();
    let before = draft.ledger.clone();
    let Some(line) = draft.line(place) else { return };
    let shown: Vec<&mut Slot> = line.iter_mut().filter(|slot| slot.is_figure()).collect();
    if shown.len() != columns.len() {
        return;
    }
    let mut stated = Vec::new();
    for (slot, at) in shown.into_iter().zip(columns) {
        stated.push((at, slot.cell.map_or(Some(last), |from| before.value(from))));
        slot.cell = Some(at);
        slot.foreign = false;
    }
    for (at, value) in stated {
        if let Some(value) = value {
            draft.ledger.misprinted(at, value);
            draft.ledger.moved(at);
        }
    }
}

/// A number or a mark of a note stands behind a whole row.
pub(super) fn beside(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = printed(draft, None, 1);
    let place = *random.pick(&rows)?;
    let text = match random.below(4) {
        0 => random.between(2, 9).to_string(),
        1 => foreign_count(draft, place, random).to_string(),
        2 => "注1".to_owned(),
        _ => format!("（{}）", random.between(1, 9)),
    };
    draft.line(place)?.push(Slot::foreign(text.clone(), 1));
    draft.moved(place);
    Some(format!("{text} behind a row"))
}

/// Sentences with numbers right behind a table.
pub(super) fn prose(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let tables: Vec<Place> = draft.sheets().map(|(place, _)| place).collect();
    let place = *random.pick(&tables)?;
    let (some, more) = (random.between(1, 90), random.between(1, 900));
    let text = match random.below(5) {
        0 => format!("{some}件已全部办结。"),
        1 => format!("其中网络申请{some}件，信函申请{more}件。"),
        2 => format!("注：以上数据截至12月31日，含上年结转{some}件。"),
        3 => format!("说明：{more} 件为重复申请，{some} 件已撤回。"),
        _ => format!("{some}"),
    };
    let parts = &mut draft.chapters.get_mut(place.chapter)?.parts;
    let said = format!("behind a table: {text}");
    parts.insert(place.part + 1, Part::Paragraph(text));
    Some(said)
}

/// The last number of a table stands behind the heading of the next section.
pub(super) fn in_heading(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let sections = [SectionKey::Proactive, SectionKey::Requests, SectionKey::Review];
    let key = *random.pick(&sections)?;
    let chapter = draft.chapters.iter().position(|chapter| chapter.key == Some(key))?;
    let place = *draft.number_rows(None).iter().rfind(|place| place.chapter == chapter)?;
    let of_row = draft.line(place)?;
    let at = of_row.iter().rposition(|slot| slot.is_number() && !slot.text.is_empty())?;
    let slot = of_row.get_mut(at)?;
    let text = std::mem::take(&mut slot.text);
    slot.padding = ("", "");
    let cell = slot.cell?;
    draft.moved(place);
    // Nothing on the page ties the number to the cell.
    draft.ledger.doubtful(cell);
    let heading = draft.chapters.get_mut(chapter + 1)?.parts.iter_mut().find_map(|part| match part {
        Part::Heading { depth: 1, text } => Some(text),
        _ => None,
    })?;
    heading.push(' ');
    heading.push_str(&text);
    Some(format!("{cell} stands behind the next heading"))
}
