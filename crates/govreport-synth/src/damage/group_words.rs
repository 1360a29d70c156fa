//! Names of groups of rows that share words with the form's and say something else (组名他指).

use govreport_core::model::CellRef;

use super::columns::data;
use super::remarks::worded;
use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::{Sheet, Slot, word};

/// Where the name of a group is printed.
#[derive(Debug, Clone, Copy)]
enum Printed {
    /// In a cell of a table.
    Cell(Place, usize),
    /// As a heading, where each row is a table of its own.
    Heading { chapter: usize, part: usize },
}

/// The cells of the form in some rows of a table.
fn cells<'a>(rows: impl IntoIterator<Item = &'a Vec<Slot>>) -> Vec<CellRef> {
    rows.into_iter().flatten().filter_map(|slot| slot.cell).collect()
}

/// The places in a table where a group is named, each with the cells of its rows.
fn in_table(place: Place, sheet: &Sheet, name: &str) -> Vec<(Printed, Vec<CellRef>)> {
    let mut found = Vec::new();
    for (row, line) in sheet.rows.iter().enumerate() {
        for (at, slot) in line.iter().enumerate().filter(|(_, slot)| slot.text == name) {
            // The name stands beside its rows, or above the heading over them.
            let of_group = if sheet.has_figures(row) {
                cells(sheet.rows.iter().skip(row).take(slot.rows))
            } else {
                let below = (row + 1..sheet.rows.len()).skip_while(|row| !sheet.has_figures(*row));
                let below = below.take_while(|row| sheet.has_figures(*row));
                cells(below.map(|row| &sheet.rows[row]))
            };
            found.push((Printed::Cell(Place { row, ..place }, at), of_group));
        }
    }
    found
}

/// All places where a group is named, each with the cells of its rows.
fn named(draft: &Draft<'_>, name: &str) -> Vec<(Printed, Vec<CellRef>)> {
    let mut found: Vec<_> = draft.sheets().flat_map(|(place, sheet)| in_table(place, sheet, name)).collect();
    for (chapter, of) in draft.chapters.iter().enumerate() {
        for (part, of_part) in of.parts.iter().enumerate() {
            let Part::Heading { depth, text } = of_part else { continue };
            if text != name || *depth == 1 {
                continue;
            }
            let under = of
                .parts
                .iter()
                .skip(part + 1)
                .take_while(|part| !matches!(part, Part::Heading { depth: other, .. } if other <= depth));
            let tables = under.filter_map(|part| match part {
                Part::Table(sheet) => Some(&sheet.rows),
                _ => None,
            });
            found.push((Printed::Heading { chapter, part }, cells(tables.flatten())));
        }
    }
    found.retain(|(_, cells)| !cells.is_empty());
    found
}

/// The name of a group says something else: its rows are not printed as the form's.
pub(super) fn group(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let mut candidates = Vec::new();
    for line in data(include_str!("../../data/group_words.tsv")) {
        let [_, group, words] = line.as_slice() else { continue };
        let places = named(draft, &draft.spec.wording.label(word(group)));
        if !places.is_empty() {
            candidates.push((places, worded(draft, words)));
        }
    }
    let (mut places, text) = random.pick(&candidates)?.clone();
    if random.one_in(2) {
        let one = random.size(0, places.len() - 1);
        places = places.into_iter().skip(one).take(1).collect();
    }
    for (place, cells) in &places {
        match *place {
            Printed::Cell(place, at) => draft.line(place)?.get_mut(at)?.text.clone_from(&text),
            Printed::Heading { chapter, part } => {
                match draft.chapters.get_mut(chapter)?.parts.get_mut(part)? {
                    Part::Heading { text: of, .. } => of.clone_from(&text),
                    _ => return None,
                }
            }
        }
        for at in cells {
            draft.ledger.untold(*at);
        }
    }
    Some(format!(
        "a group is called {text}, from {} on, in {} places",
        places.first()?.1.first()?,
        places.len()
    ))
}
