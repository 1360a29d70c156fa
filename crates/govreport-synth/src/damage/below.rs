//! What stands right below a table and is said of it: notes (表下说明), and the table of the year before (附上年表).

use govreport_core::form::TableKind;

use super::columns::data;
use super::remarks::{Sort, worded};
use super::select::{any_table, foreign_numbers, labelled, line, own_label};
use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::Slot;

/// The place of a table that is printed whole.
fn whole(draft: &Draft<'_>, kind: TableKind) -> Option<Place> {
    let mut tables = draft.sheets().filter(|(_, sheet)| sheet.kind == kind).map(|(place, _)| place);
    let place = tables.next()?;
    tables.next().is_none().then_some(place)
}

/// Puts parts right below a table.
fn put(draft: &mut Draft<'_>, place: Place, parts: impl IntoIterator<Item = Part>) -> Option<()> {
    let of = &mut draft.chapters.get_mut(place.chapter)?.parts;
    let behind = place.part + 1;
    of.splice(behind..behind, parts);
    Some(())
}

/// A note below a table says that its numbers are others; or it says nothing of them.
pub(super) fn note(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let lines = data(include_str!("../../data/notes_below.tsv"));
    let kind = any_table(random)?;
    let place = whole(draft, kind)?;
    let cells: Vec<_> =
        draft.number_rows(Some(kind)).into_iter().flat_map(|place| draft.cells(place)).collect();
    let harmless = random.one_in(2);
    let fitting = |line: &&Vec<&'static str>| {
        let sort = line.get(1).and_then(|name| Sort::of(name));
        match sort {
            None => harmless,
            // What counts are counted in says nothing of the amounts of table one.
            Some(sort) => !harmless && (sort != Sort::Scale || sort.changes(&cells)),
        }
    };
    let notes: Vec<&Vec<&str>> = lines.iter().filter(fitting).collect();
    let note = worded(draft, random.pick(&notes)?.first()?);
    put(draft, place, [Part::Paragraph(note.clone())])?;
    if !harmless {
        for at in cells {
            draft.ledger.untold(at);
        }
    }
    Some(format!("below the table {kind}: {note}"))
}

/// Below a table stands that of the year before, with all its labels; some of the labels above are damaged.
pub(super) fn year_before(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    // Table three has no labels that could be lost.
    let kind = *random.pick(&[TableKind::Proactive, TableKind::Requests, TableKind::Requests])?;
    let place = whole(draft, kind)?;
    let captions = data(include_str!("../../data/captions_below.tsv"));
    let caption = worded(draft, random.pick(&captions)?.first()?);
    let mut other = draft.sheet(place)?.clone();
    for row in draft.number_rows(Some(kind)) {
        let mut others = foreign_numbers(draft, row, random).into_iter();
        for slot in other.rows.get_mut(row.row)?.iter_mut().filter(|slot| slot.is_number()) {
            *slot = others.next().unwrap_or_else(Slot::empty);
        }
        draft.moved(row);
    }
    put(draft, place, [Part::Paragraph(caption.clone()), Part::Table(other)])?;
    let mut rows = labelled(draft, Some(kind));
    let mut said = Vec::new();
    for _ in 0..random.size(1, 2) {
        let row = *random.pick(&rows)?;
        rows.retain(|other| *other != row);
        let at = own_label(line(draft, row))?;
        let label = &mut draft.line(row)?.get_mut(at)?.text;
        let characters: Vec<char> = label.chars().collect();
        let (first, second) = characters.split_at(characters.len() / 2);
        *label = match random.below(3) {
            0 => String::new(),
            1 => first.iter().collect(),
            _ => second.iter().collect(),
        };
        said.push(format!("“{label}”"));
        // Its number is printed there, but of what it is the page does not say.
        for at in draft.cells(row) {
            draft.ledger.adrift(at);
        }
    }
    Some(format!("{caption} below the table {kind}, of whose labels is left {}", said.join(" and ")))
}
