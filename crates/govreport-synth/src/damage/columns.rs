//! Columns that are none of the form's, and headings that do not say what they should.

use govreport_core::form::{ColumnKey, TableKind};
use govreport_core::model::CellRef;
use rust_decimal::Decimal;

use super::select::{foreign_count, foreign_slot, line, numbers};
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::Slot;

/// A row of headings, and the rows of numbers under it, as many in each as headings.
pub(super) struct Block {
    pub(super) heading: Place,
    /// Where the headings of numbers begin in it.
    pub(super) first: usize,
    pub(super) rows: Vec<Place>,
}

/// All blocks whose heading is one row.
pub(super) fn blocks(draft: &Draft<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for place in draft.number_rows(None) {
        let count = numbers(line(draft, place)).len();
        let above = (0..place.row).rev().map(|row| Place { row, ..place });
        let Some(heading) = above.into_iter().find(|above| {
            let of_row = line(draft, *above);
            !of_row.iter().any(Slot::is_figure)
        }) else {
            continue;
        };
        let width = line(draft, heading).len();
        if width != count && width != count + 1 {
            continue;
        }
        match blocks.last_mut() {
            Some(block) if block.heading == heading => block.rows.push(place),
            _ => blocks.push(Block { heading, first: width - count, rows: vec![place] }),
        }
    }
    blocks
}

/// The rows of the heading of a table, and its rows of so many numbers; none where any row has another number of them.
pub(super) fn heads(draft: &Draft<'_>, place: Place, count: usize) -> Option<(Vec<Vec<Slot>>, Vec<Place>)> {
    let (_, sheet) = draft.sheets().find(|(of, _)| (of.chapter, of.part) == (place.chapter, place.part))?;
    let heads = sheet.rows.get(..sheet.first_numbers())?.to_vec();
    let rows: Vec<Place> = (0..sheet.rows.len())
        .filter(|row| sheet.has_numbers(*row))
        .map(|row| Place { row, ..place })
        .collect();
    let whole = rows.iter().all(|row| numbers(&sheet.rows[row.row]).len() == count);
    whole.then_some((heads, rows))
}

/// Lines of a table of data: a column that it is about, and its words.
pub(super) fn data(table: &'static str) -> Vec<Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect()
}

/// A column that is none of the form's stands before the numbers or behind them; beside it, a cell of the form may be empty.
pub(super) fn further(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let lines = data(include_str!("../../data/further_columns.tsv"));
    let chosen = random.pick(&lines)?.clone();
    let (name, content) = (*chosen.first()?, *chosen.get(1)?);
    let name = name.replace("{last}", &(draft.spec.prose.year - 1).to_string());
    let kind = super::select::any_table(random)?;
    let before = content == "line" || random.one_in(4);
    let often = random.between(1, 4);
    let places: Vec<Place> =
        draft.sheets().filter(|(_, sheet)| sheet.kind == kind).map(|(place, _)| place).collect();
    let mut number = 0;
    let mut said = 0;
    for place in places {
        let rows = draft.sheet(place)?.rows.len();
        let heads = draft.sheet(place)?.first_numbers();
        let flat = kind == TableKind::Proactive || heads == 1;
        let first_number = |row: &Vec<Slot>| row.iter().position(Slot::is_number);
        let has_labels =
            draft.sheet(place)?.rows.iter().any(|row| first_number(row).is_some_and(|at| at > 0));
        for row in 0..rows {
            let place = Place { row, ..place };
            let of_row = line(draft, place).to_vec();
            let is_row = of_row.iter().any(Slot::is_number);
            let slot = if is_row {
                number += 1;
                match content {
                    "line" => foreign_slot(draft, Decimal::from(number), 1),
                    "count" => {
                        let value = foreign_count(draft, place, random);
                        foreign_slot(draft, value, 1)
                    }
                    "share" => Slot::foreign(format!("{}.{}%", random.between(0, 99), random.below(10)), 1),
                    "words" if random.one_in(often) => Slot::label("见附注", 1, 1),
                    "note" if random.one_in(often) => Slot::foreign(random.between(1, 9).to_string(), 1),
                    _ => Slot::empty(),
                }
            } else if of_row.len() == 1 && of_row[0].columns > 1 {
                draft.line(place)?[0].columns += 1;
                continue;
            } else if flat {
                Slot::label(name.clone(), 1, 1)
            } else if row == 0 {
                Slot::label(name.clone(), 1, heads.max(1))
            } else {
                continue;
            };
            let at = if !before {
                of_row.len()
            } else if is_row {
                *numbers(&of_row).first()?
            } else {
                // Behind the heading of the labels, where there is one.
                usize::from(has_labels && of_row.len() > 1)
            };
            draft.line(place)?.insert(at, slot);
            draft.moved(place);
            said += 1;
        }
    }
    let rows: Vec<Place> = draft.number_rows(Some(kind));
    if random.one_in(2)
        && let Some(place) = random.pick(&rows).copied()
        && let Some(at) = random.pick(&numbers(line(draft, place))).copied()
    {
        let slot = draft.line(place)?.get_mut(at)?;
        slot.text.clear();
        slot.padding = ("", "");
        let cell = slot.cell?;
        draft.ledger.blank(cell);
        draft.moved(place);
    }
    let side = if before { "before" } else { "behind" };
    (said > 0).then(|| format!("a column {name} {side} the numbers of {kind}, with {content}"))
}

/// The heading of another column stands over numbers: this year's are not printed.
pub(super) fn foreign(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let lines = data(include_str!("../../data/foreign_headings.tsv"));
    let last = (draft.spec.prose.year - 1).to_string();
    let words = |column: ColumnKey, kind: TableKind| -> Vec<String> {
        let fits = |line: &&Vec<&str>| {
            line.first() == Some(&kind.key())
                && line.get(1).is_some_and(|of| *of == "*" || *of == column.key())
        };
        lines.iter().filter(fits).filter_map(|line| Some(line.get(2)?.replace("{last}", &last))).collect()
    };
    // Each heading with the cells that stand under it.
    let mut headings: Vec<(Place, usize, Vec<CellRef>)> = Vec::new();
    for block in blocks(draft) {
        let count = line(draft, block.heading).len() - block.first;
        for column in 0..count {
            let cells = block.rows.iter().filter_map(|place| {
                let of_row = line(draft, *place);
                of_row[*numbers(of_row).get(column)?].cell
            });
            headings.push((block.heading, block.first + column, cells.collect()));
        }
    }
    let tables: Vec<Place> = draft
        .sheets()
        .filter(|(_, sheet)| sheet.kind == TableKind::Requests && sheet.first_numbers() == 3)
        .map(|(place, _)| place)
        .collect();
    for place in tables {
        let Some((heads, rows)) = heads(draft, place, 7) else { continue };
        if heads[2].len() != 5 {
            continue;
        }
        for column in 0..5 {
            let cells = rows.iter().filter_map(|place| {
                let of_row = line(draft, *place);
                of_row[*numbers(of_row).get(column + 1)?].cell
            });
            headings.push((Place { row: 2, ..place }, column, cells.collect()));
        }
    }
    let (place, at, cells) = random.pick(&headings)?;
    let first = *cells.first()?;
    let word = random.pick(&words(first.column, first.table))?.clone();
    draft.line(*place)?.get_mut(*at)?.text.clone_from(&word);
    for cell in cells {
        draft.ledger.untold(*cell);
    }
    Some(format!("{word} over {}", first.column))
}

/// Two neighbouring headings are broken at the wrong place: a part of one stands in the cell of the other, or all of it.
pub(super) fn broken(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let mut pairs: Vec<(Place, usize)> = Vec::new();
    let sheets: Vec<(Place, usize)> =
        draft.sheets().map(|(place, sheet)| (place, sheet.rows.len())).collect();
    for (place, rows) in sheets {
        for row in 0..rows {
            let place = Place { row, ..place };
            let of_row = line(draft, place);
            if !of_row.iter().any(Slot::is_figure) {
                let narrow = |at: &usize| of_row[*at].columns < 3 && of_row[at + 1].columns < 4;
                pairs.extend((0..of_row.len().saturating_sub(1)).filter(narrow).map(|at| (place, at)));
            }
        }
    }
    let (place, at) = *random.pick(&pairs)?;
    let how = random.below(3);
    let of_row = draft.line(place)?;
    let (mut first, mut second): (Vec<char>, Vec<char>) =
        (of_row[at].text.chars().collect(), of_row[at + 1].text.chars().collect());
    match how {
        0 => {
            let more = random.size(1, second.len().saturating_sub(1).max(1)).min(second.len());
            first.extend(second.drain(..more));
        }
        1 => {
            let keep = random.size(1, first.len().saturating_sub(1).max(1)).min(first.len());
            let more = first.split_off(keep);
            second.splice(0..0, more);
        }
        _ => {
            first.push(' ');
            first.append(&mut second);
        }
    }
    of_row[at].text = first.into_iter().collect();
    of_row[at + 1].text = second.into_iter().collect();
    let said = format!("the headings {:?} and {:?}", of_row[at].text, of_row[at + 1].text);
    super::doubt_labels(draft);
    Some(said)
}
