//! Rows and tables that are cut, and tables that go on after a page break.

use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::{Continuation, Sheet, Slot};

/// The table ends behind a row; tables and headings behind it in the same section go with it.
pub(super) fn cut_behind(draft: &mut Draft<'_>, place: Place) {
    if let Some(sheet) = draft.sheet(place) {
        sheet.rows.truncate(place.row + 1);
    }
    if let Some(chapter) = draft.chapters.get_mut(place.chapter) {
        chapter.parts.truncate(place.part + 1);
    }
}

/// A run of rows is missing, with the labels of groups that begin in it or without.
pub(super) fn rows(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = draft.number_rows(None);
    let start = random.pick(&rows).copied()?;
    let length = if random.one_in(2) { 1 } else { random.size(2, 6) };
    let with_groups = random.one_in(3);
    let run: Vec<Place> = rows
        .into_iter()
        .skip_while(|place| *place != start)
        .take(length)
        .filter(|p| p.chapter == start.chapter)
        .collect();
    for place in run.iter().rev() {
        let alone = draft.sheet(*place)?.rows.len() <= 2;
        let parts = &mut draft.chapters.get_mut(place.chapter)?.parts;
        if alone
            && matches!(parts.get(place.part.wrapping_sub(1)), Some(Part::Heading { depth, .. }) if *depth > 1)
        {
            // The row is a table of its own: its heading is its label.
            parts.drain(place.part - 1..=place.part);
        } else {
            draft.sheet(*place)?.remove_row(place.row, with_groups);
        }
    }
    Some(format!(
        "{} rows cut{}",
        run.len(),
        if with_groups { " with the labels of their groups" } else { "" }
    ))
}

/// All tables of a section are missing, or the table ends behind one of its rows.
pub(super) fn table(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = draft.number_rows(None);
    let place = random.pick(&rows).copied()?;
    if random.one_in(2) {
        cut_behind(draft, place);
        return Some("the table ends early".to_owned());
    }
    let parts = &mut draft.chapters.get_mut(place.chapter)?.parts;
    parts.retain(|part| {
        !matches!(part, Part::Table(_)) && !matches!(part, Part::Heading { depth, .. } if *depth > 1)
    });
    Some("a table is missing".to_owned())
}

/// The table goes on after a page break.
pub(super) fn page_break(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let sheets: Vec<(Place, usize, usize)> =
        draft.sheets().map(|(place, sheet)| (place, sheet.first_numbers(), sheet.rows.len())).collect();
    let longest: Vec<_> = sheets.iter().filter(|(_, first, rows)| rows - first > 3).collect();
    let (place, first, rows) = match random.pick(&longest) {
        Some(found) => **found,
        None => *random.pick(&sheets)?,
    };
    let at = random.size((first + 1).min(rows), rows.saturating_sub(1).max(first + 1).min(rows));
    let continuation = [Continuation::Empty, Continuation::Repeated, Continuation::None][random.size(0, 2)];
    let again = random.one_in(2);
    let title = draft.spec.prose.title.whole(&draft.spec.prose.issuer, draft.spec.prose.year);
    let sheet = draft.sheet(place)?;
    let heading: Vec<Vec<Slot>> = sheet.rows.get(..first)?.to_vec();
    let mut behind = sheet.split(at, continuation);
    if again {
        behind.rows.splice(0..0, heading);
        behind.flush_left = behind.flush_left.iter().map(|row| row + first).collect();
    }
    let page = random.between(2, 9);
    let lines = match random.below(5) {
        0 => vec![format!("- {page} -")],
        1 => vec![page.to_string()],
        2 => vec![format!("第 {page} 页 共 {} 页", page + random.between(1, 5))],
        3 => vec![format!("— {page} —"), title],
        _ => vec![title, format!("{page}")],
    };
    let said =
        format!("page {page} begins inside a table{}", if again { ", with its heading again" } else { "" });
    put_behind(draft, place, lines, behind)?;
    Some(said)
}

/// Puts lines and the rest of a table behind its first part.
pub(super) fn put_behind(draft: &mut Draft<'_>, place: Place, lines: Vec<String>, rest: Sheet) -> Option<()> {
    let parts = &mut draft.chapters.get_mut(place.chapter)?.parts;
    let mut more: Vec<Part> = lines.into_iter().map(Part::PageLine).collect();
    if !rest.rows.is_empty() {
        more.push(Part::Table(rest));
    }
    let behind = parts.split_off((place.part + 1).min(parts.len()));
    parts.extend(more.into_iter().chain(behind));
    Some(())
}
