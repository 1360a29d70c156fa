//! Merged cells that are lost, or printed once for each place they cover.

use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::layout::Layout;
use crate::random::Random;

/// Labels of groups are lost: those that cover several rows, and the lines that head the blocks of table one.
pub(super) fn dropped(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let often = random.between(1, 2);
    let mut lost = 0;
    for place in draft.number_rows(None) {
        let line = draft.line(place)?;
        let before = line.len();
        line.retain(|slot| slot.is_number() || slot.rows == 1 || !random.one_in(often));
        lost += before - line.len();
    }
    let sheets: Vec<Place> = draft.sheets().map(|(place, _)| place).collect();
    for place in sheets {
        let sheet = draft.sheet(place)?;
        for row in (0..sheet.rows.len()).rev() {
            let covers_all = sheet.rows[row].len() == 1 && sheet.rows[row][0].columns > 1;
            if covers_all && !sheet.has_numbers(row) && random.one_in(often) {
                sheet.remove_row(row, true);
                lost += 1;
            }
        }
    }
    lost += headings_dropped(draft, often, random);
    super::doubt_labels(draft);
    (lost > 0).then(|| format!("{lost} merged labels lost"))
}

/// Where each row has a table of its own, groups are headings over headings.
fn headings_dropped(draft: &mut Draft<'_>, often: u64, random: &mut Random) -> usize {
    let mut lost = 0;
    for chapter in
        draft.chapters.iter_mut().filter(|chapter| chapter.key.is_some_and(|key| key.table().is_some()))
    {
        for at in (0..chapter.parts.len()).rev() {
            let group = matches!(&chapter.parts[at], Part::Heading { depth, .. } if *depth > 1)
                && matches!(chapter.parts.get(at + 1), Some(Part::Heading { .. }));
            if group && random.one_in(often) {
                chapter.parts.remove(at);
                lost += 1;
            }
        }
    }
    lost
}

/// Merged labels are printed in each row they cover, or in each column; perhaps numbers that cover several columns too.
pub(super) fn repeated(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let (down, across, numbers) = (!random.one_in(4), random.one_in(2), random.one_in(3));
    // Copies of a number that run together are another number.
    let numbers = numbers && draft.spec.layout != Layout::Concatenated;
    let mut copies = 0;
    let sheets: Vec<Place> = draft.sheets().map(|(place, _)| place).collect();
    for place in sheets {
        let sheet = draft.sheet(place)?;
        for row in 0..sheet.rows.len() {
            let heads = !sheet.has_numbers(row);
            let mut at = 0;
            while let Some(slot) = sheet.rows[row].get(at).cloned() {
                if down && slot.rows > 1 && !heads {
                    sheet.rows[row][at].rows = 1;
                    // Whatever stands to the left of it in rows below was repeated already.
                    for below in sheet.rows.iter_mut().skip(row + 1).take(slot.rows - 1) {
                        let mut copy = slot.clone();
                        copy.rows = 1;
                        below.insert(at.min(below.len()), copy);
                        copies += 1;
                    }
                }
                let repeats = if slot.is_number() { numbers } else { across && heads };
                if repeats && slot.columns > 1 && (slot.is_number() || slot.rows == 1) {
                    let mut copy = slot.clone();
                    copy.columns = 1;
                    let covered = slot.columns;
                    sheet.rows[row].splice(at..=at, std::iter::repeat_n(copy, covered));
                    copies += covered - 1;
                    at += covered - 1;
                }
                at += 1;
            }
        }
    }
    super::doubt_labels(draft);
    (copies > 0).then(|| format!("merged cells printed {copies} times more"))
}
