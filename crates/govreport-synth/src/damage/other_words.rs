//! Headings and labels that share most of their words with the form's and say something else.

use govreport_core::form::RowKey;
use govreport_core::model::CellRef;

use super::columns::data;
use super::select::{labelled, line, name_of, numbers, own_label};
use super::stacks::enumerator;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::{Position, Sheet, Slot};

/// A cell of a heading: its row and its place in it, and the cells of the form under it.
pub(super) struct Heading {
    pub(super) place: Place,
    pub(super) at: usize,
    pub(super) under: Vec<CellRef>,
}

/// The headings of a table, of however many rows, each with what stands under it up to the next heading of the same columns.
pub(super) fn headings(place: Place, sheet: &Sheet) -> Vec<Heading> {
    let grid = sheet.grid();
    let mut headings = Vec::new();
    for (row, positions) in grid.iter().enumerate().filter(|(row, _)| !sheet.has_figures(*row)) {
        let starts = positions.iter().enumerate().filter_map(|(column, position)| match position {
            Position::Start(slot) => Some((column, *slot)),
            Position::Beside | Position::Below => None,
        });
        for (at, (column, slot)) in starts.enumerate() {
            let rows = grid.iter().enumerate().skip(row + 1);
            let below = rows
                .skip_while(|(row, _)| !sheet.has_figures(*row))
                .take_while(|(row, _)| sheet.has_figures(*row))
                .flat_map(|(_, positions)| positions.iter().skip(column).take(slot.columns));
            let under = below.filter_map(|position| match position {
                Position::Start(slot) => slot.cell,
                Position::Beside | Position::Below => None,
            });
            headings.push(Heading { place: Place { row, ..place }, at, under: under.collect() });
        }
    }
    headings.retain(|heading| !heading.under.is_empty());
    headings
}

/// A word of its own makes a heading that of another column: what stands under it is not printed as the form's.
pub(super) fn heading(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let last = (draft.spec.prose.year - 1).to_string();
    let words = data(include_str!("../../data/heading_words.tsv"));
    let mut candidates: Vec<(Heading, &str, String)> = Vec::new();
    for (place, sheet) in draft.sheets() {
        for found in headings(place, sheet) {
            let printed = sheet.rows[found.place.row][found.at].text.replace('\n', "");
            let fitting = words.iter().filter(|words| {
                words[0] == sheet.kind.key() && draft.spec.wording.label(words[1]) == printed
            });
            candidates.extend(fitting.map(|words| {
                let under = found.under.clone();
                let text = draft.spec.wording.label(&words[2].replace("{last}", &last));
                (Heading { under, ..found }, words[1], text)
            }));
        }
    }
    // A heading that stands over most rows of a table has as many lines as it is printed in.
    let kinds: Vec<&str> = {
        let mut kinds: Vec<&str> = candidates.iter().map(|(_, heading, _)| *heading).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    };
    let kind = *random.pick(&kinds)?;
    candidates.retain(|(_, heading, _)| *heading == kind);
    let (_, _, text) = random.pick(&candidates)?;
    let text = text.clone();
    candidates.retain(|(_, _, other)| *other == text);
    if !random.one_in(3) {
        let keep = random.size(0, candidates.len() - 1);
        candidates = candidates.into_iter().skip(keep).take(1).collect();
    }
    for (heading, _, _) in &candidates {
        draft.line(heading.place)?.get_mut(heading.at)?.text.clone_from(&text);
        for at in &heading.under {
            draft.ledger.untold(*at);
        }
    }
    Some(format!("{text} over {} in {} places", candidates.first()?.0.under.first()?, candidates.len()))
}

/// A word of its own makes the label of a row that of another one: the form's row is not printed.
pub(super) fn label(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let words = data(include_str!("../../data/label_words.tsv"));
    let fitting = |row: RowKey| words.iter().filter(move |words| words[1] == row.key()).map(|words| words[2]);
    let mut candidates: Vec<(Place, &str)> = Vec::new();
    for place in draft.number_rows(None) {
        let row = draft.cells(place).first().map(|cell| cell.row);
        candidates.extend(row.into_iter().flat_map(fitting).map(|label| (place, label)));
    }
    let mut said = Vec::new();
    for _ in 0..random.size(1, 3) {
        let (place, label) = *random.pick(&candidates)?;
        candidates.retain(|(other, _)| *other != place);
        let label = draft.spec.wording.label(label);
        let cells = draft.cells(place);
        let Some(name) = name_of(draft, place) else { continue };
        name.clone_from(&label);
        for at in cells {
            draft.ledger.untold(at);
        }
        said.push(label);
        if candidates.is_empty() {
            break;
        }
    }
    (!said.is_empty()).then(|| format!("labels of other rows: {}", said.join(", ")))
}

/// The number of a row's own item stands before what is left of the name of another item of its group.
pub(super) fn of_another(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let mut items: Vec<(Place, String, String)> = Vec::new();
    for place in draft.number_rows(None) {
        let Some(name) = name_of(draft, place) else { continue };
        let name = name.replace('\n', "");
        if let Some((number, name)) = enumerator(&name)
            && name.chars().count() > 3
            && number.ends_with('.')
        {
            items.push((place, number.to_owned(), name.to_owned()));
        }
    }
    let (place, number, own) = random.pick(&items)?.clone();
    let row = draft.cells(place).first()?.row;
    let group = row.key().split('.').next()?;
    let others: Vec<&String> = items
        .iter()
        .filter(|(other, _, name)| {
            let key = draft.cells(*other).first().map(|cell| cell.row.key());
            *name != own && key.is_some_and(|key| key.starts_with(group))
        })
        .map(|(_, _, name)| name)
        .collect();
    let name: Vec<char> = random.pick(&others)?.chars().collect();
    let left = random.size(name.len().div_ceil(2), name.len());
    let text = format!("{number}{}", name[name.len() - left..].iter().collect::<String>());
    name_of(draft, place)?.clone_from(&text);
    // The number says that it is the row; the name says that it is not.
    for at in draft.cells(place) {
        draft.ledger.doubtful(at);
    }
    Some(format!("the label of {row} is {text}"))
}

/// What the parts of a row are called.
const PARTS: [&[&str]; 6] = [
    &["1.行政检查", "2.行政确认", "3.公共服务"],
    &["其中：网上办理", "其中：窗口办理"],
    &["（1）当面", "（2）网上", "（3）信函"],
    &["本机关", "下属单位"],
    &["小计"],
    &["  其中：境外"],
];

/// Below a row stand its parts, which add up to it.
pub(super) fn parts(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = labelled(draft, None);
    let place = *random.pick(&rows)?;
    let names = *random.pick(&PARTS)?;
    let of_row = line(draft, place).to_vec();
    let label = own_label(&of_row)?;
    let places = numbers(&of_row);
    let mut left: Vec<_> =
        places.iter().map(|at| of_row[*at].cell.and_then(|cell| draft.ledger.value(cell))).collect();
    draft.moved(place);
    for (number, name) in names.iter().enumerate() {
        let mut more = vec![Slot::label(*name, of_row[label].columns, 1)];
        for (at, rest) in places.iter().zip(&mut left) {
            let whole = rest.unwrap_or_default();
            let part = if number + 1 == names.len() {
                whole
            } else {
                (whole * rust_decimal::Decimal::from(random.between(0, 4)) / rust_decimal::Decimal::from(4))
                    .trunc()
            };
            *rest = rest.map(|rest| rest - part);
            more.push(super::select::foreign_slot(draft, part, of_row[*at].columns));
        }
        draft.sheet(place)?.insert_below(place.row + number, more);
    }
    Some(format!("below {} its parts: {}", draft.cells(place).first()?.row, names.join(", ")))
}
