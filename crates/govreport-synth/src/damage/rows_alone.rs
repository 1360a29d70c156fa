//! Labels that have lost their rows, and rows that are more or fewer than the labels before them.

use super::select::{emptied, labelled, line, own_label, run};
use crate::draft::{Draft, Place};
use crate::layout::{Layout, Print};
use crate::random::Random;
use crate::sheet::Slot;

/// Rows have lost all of their contents; their labels are still there.
pub(super) fn contents_lost(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = run(&labelled(draft, None), random, 1, 3);
    // A row that is too short ends in empty places where a grid is drawn around it.
    let drawn = draft.spec.layout.fills_rows_up()
        || matches!(
            draft.spec.layout,
            Layout::Boxed
                | Layout::BoxDrawn
                | Layout::Html(_)
                | Layout::Docx(_)
                | Layout::Xlsx
                | Layout::Pdf(Print { ruled: true, .. })
        );
    for place in &rows {
        for at in draft.cells(*place) {
            draft.ledger.label_alone(at, drawn);
        }
        draft.line(*place)?.retain(|slot| !slot.is_number());
        draft.moved(Place { row: place.row + 1, ..*place });
    }
    (!rows.is_empty()).then(|| format!("{} labels without their rows", rows.len()))
}

/// Several labels, and then rows of which one is missing or one is none of theirs. Whose each row is, nothing shows.
pub(super) fn labels_then_others(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let shows_places = draft.spec.layout.shows_places();
    let columns = |place: &Place| {
        let of_row = line(draft, *place);
        own_label(of_row).map(|at| (at, of_row[at].columns, of_row.len()))
    };
    let all = labelled(draft, None);
    let alike: Vec<&[Place]> = all
        .chunk_by(|a, b| {
            (a.chapter, a.part, a.row + 1) == (b.chapter, b.part, b.row)
                && columns(a).zip(columns(b)).is_some_and(|(a, b)| (a.1, a.2 - a.0) == (b.1, b.2 - b.0))
        })
        .filter(|run| run.len() > 1)
        .collect();
    let rows = run(random.pick(&alike)?, random, 2, 6);
    let fewer = random.one_in(2);
    let which = random.size(0, rows.len() - 1);
    let mut numbers: Vec<Vec<Slot>> = Vec::new();
    for (number, place) in rows.iter().enumerate() {
        let of_row = line(draft, *place).to_vec();
        let at = own_label(&of_row)?;
        let label = Slot::label("", of_row[at].columns, 1);
        let (labels, contents) = of_row.split_at(at + 1);
        let mut alone = labels.to_vec();
        if shows_places {
            alone.extend(emptied(contents));
        }
        *draft.line(*place)? = alone;
        let mut below = contents.to_vec();
        for cell in below.iter().filter_map(|slot| slot.cell) {
            draft.ledger.doubtful(cell);
        }
        if number == which && fewer {
            for cell in below.iter().filter_map(|slot| slot.cell) {
                draft.ledger.label_alone(cell, true);
            }
            continue;
        }
        if number == which {
            let mut more = foreign_numbers_like(draft, &below, *place, random);
            if shows_places {
                more.insert(0, label.clone());
            }
            numbers.push(more);
        }
        if shows_places {
            below.insert(0, label);
        }
        numbers.push(below);
    }
    let last = *rows.last()?;
    let count = numbers.len();
    for below in numbers.into_iter().rev() {
        draft.sheet(last)?.insert_below(last.row, below);
    }
    Some(format!("{} labels, then {count} rows", rows.len()))
}

/// Counts that are none of the form's, as many and as wide as these.
fn foreign_numbers_like(draft: &Draft<'_>, like: &[Slot], place: Place, random: &mut Random) -> Vec<Slot> {
    like.iter()
        .map(|slot| {
            let value = super::select::foreign_count(draft, place, random);
            super::select::foreign_slot(draft, value, slot.columns)
        })
        .collect()
}
