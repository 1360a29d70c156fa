//! Shares, remarks and units in the cells of counts (占比入格).

use govreport_core::form::{NumberKind, TableKind};
use govreport_core::model::Status;

use super::columns::data;
use super::select::{line, numbers, printed, written};
use crate::draft::Draft;
use crate::random::Random;

/// In some cells of a row of table two or three stands a share, a reference or a number with a word, not the number alone.
pub(super) fn in_cell(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let table = *random.pick(&[TableKind::Requests, TableKind::Review])?;
    let place = *random.pick(&printed(draft, Some(table), 3))?;
    let lines = data(include_str!("../../data/share_cells.tsv"));
    let chosen = random.pick(&lines)?.clone();
    let (words, says_number) = (*chosen.first()?, *chosen.get(1)? == "number");
    let mut places = numbers(line(draft, place));
    if !random.one_in(6) {
        let many = random.size(1, 2);
        let first = random.size(0, places.len() - many);
        places = places.get(first..first + many)?.to_vec();
    }
    let mut said = Vec::new();
    for at in places {
        let cell = line(draft, place).get(at)?.cell?;
        let number = written(draft, draft.ledger.value(cell)?, NumberKind::Count);
        let mut text =
            words.replace("{number}", &number).replace("{share}", &random.between(0, 100).to_string());
        while text.contains("{digit}") {
            text = text.replacen("{digit}", &random.below(10).to_string(), 1);
        }
        draft.line(place)?.get_mut(at)?.text.clone_from(&text);
        if says_number {
            draft.ledger.scattered(cell);
            draft.ledger.permit(cell, &[Status::Text]);
        } else {
            draft.ledger.unprinted(cell, vec![Status::Text, Status::Ambiguous]);
        }
        said.push(format!("{cell} says {text}"));
    }
    Some(said.join(", "))
}
