//! What stands in the corner of a table's heading, over the labels (表角), and says whose all numbers below are.

use govreport_core::form::TableKind;
use govreport_core::model::CellRef;

use super::remarks::remarks;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::word;

/// The corners of all tables, each with the cells of the rows below it.
fn corners(draft: &Draft<'_>) -> Vec<(Place, usize, Vec<CellRef>)> {
    let names = [word("contents"), word("corner")].map(|name| draft.spec.wording.label(name));
    let mut found = Vec::new();
    for (place, sheet) in draft.sheets() {
        for (row, line) in sheet.rows.iter().enumerate() {
            let Some(at) = line.iter().position(|slot| names.contains(&slot.text)) else { continue };
            let below = (row + 1..sheet.rows.len()).skip_while(|row| !sheet.has_figures(*row));
            let below = below.take_while(|row| sheet.has_figures(*row));
            let cells: Vec<_> = below.flat_map(|row| &sheet.rows[row]).filter_map(|slot| slot.cell).collect();
            if !cells.is_empty() {
                found.push((Place { row, ..place }, at, cells));
            }
        }
    }
    found
}

/// The corner names another year, another unit or another scope: the rows below are not printed as the form's.
pub(super) fn word_in(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let lines = remarks(draft, include_str!("../../data/corner_words.tsv"));
    let (text, sort) = random.pick(&lines)?.clone();
    // Table three has no labels, and so no corner; only table one calls its own 信息内容.
    let in_table_one = text.contains(word("contents")) || random.one_in(2);
    let kind = if in_table_one { TableKind::Proactive } else { TableKind::Requests };
    let mut places = corners(draft);
    places.retain(|(_, _, cells)| cells.iter().all(|at| at.table == kind));
    places.retain(|(_, _, cells)| sort.changes(cells));
    if !random.one_in(3) && !places.is_empty() {
        let one = random.size(0, places.len() - 1);
        places = places.into_iter().skip(one).take(1).collect();
    }
    for (place, at, cells) in &places {
        draft.line(*place)?.get_mut(*at)?.text.clone_from(&text);
        for at in cells {
            draft.ledger.untold(*at);
        }
    }
    Some(format!("the corner over {} says {text}, in {} places", places.first()?.2.first()?, places.len()))
}
