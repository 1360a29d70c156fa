//! Labels that stand apart from their numbers: stacked in one cell, all before their rows, below them, or not at all.

use super::select::{emptied, labelled, line, own_label, run};
use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::{Continuation, Slot};

/// A merged cell with the labels of several rows stands beside them.
pub(super) fn stacked(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let all = labelled(draft, None);
    let starts: Vec<Vec<Place>> = all
        .iter()
        .map(|start| {
            let columns = |place: &Place| {
                let line = line(draft, *place);
                own_label(line).map(|at| line[at].columns)
            };
            let behind = (1..5).map(|more| Place { row: start.row + more, ..*start });
            let alike = |place: &Place| {
                all.contains(place)
                    && own_label(line(draft, *place)) == Some(0)
                    && columns(place) == columns(start)
            };
            [*start].into_iter().chain(behind.take_while(alike)).collect::<Vec<_>>()
        })
        .filter(|rows| rows.len() > 1)
        .collect();
    let rows = random.pick(&starts)?;
    let rows = &rows[..random.size(2, rows.len())];
    let between = if random.one_in(3) { " " } else { "\n" };
    let labels: Vec<String> = rows
        .iter()
        .filter_map(|place| own_label(line(draft, *place)).map(|at| line(draft, *place)[at].text.clone()))
        .collect();
    for place in rows {
        draft.moved(*place);
    }
    for place in &rows[1..] {
        draft.line(*place)?.remove(0);
    }
    let first = draft.line(rows[0])?;
    let at = own_label(first)?;
    first[at].text = labels.join(between);
    first[at].rows = rows.len();
    Some(format!("the labels of {} rows in one cell beside them", rows.len()))
}

/// A row in two: its labels, and its numbers behind an empty label.
fn parted(of_row: &[Slot], shows_places: bool) -> Option<(Vec<Slot>, Vec<Slot>)> {
    let label = own_label(of_row)?;
    let (labels, numbers) = of_row.split_at(label + 1);
    let mut alone = labels.to_vec();
    let mut below = numbers.to_vec();
    if shows_places {
        alone.extend(emptied(numbers));
        below.insert(0, Slot::label("", labels[label].columns, 1));
    }
    Some((alone, below))
}

/// The labels of some rows, or of a whole table, and then their rows in the same order.
pub(super) fn labels_then_rows(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let shows_places = draft.spec.layout.shows_places();
    let rows = labelled(draft, None);
    // In a grid, rows under the same merged cells, so that these can cover what is put in.
    let columns = |place: &Place| {
        let of_row = line(draft, *place);
        own_label(of_row).map(|at| of_row[at].columns)
    };
    let alike: Vec<&[Place]> = rows
        .chunk_by(|a, b| {
            (a.chapter, a.part, a.row + 1) == (b.chapter, b.part, b.row)
                && (!shows_places || columns(a) == columns(b))
        })
        .filter(|run| run.len() > 1)
        .collect();
    let all = random.pick(&alike)?;
    let whole = random.one_in(3);
    let rows = if whole { all.to_vec() } else { run(all, random, 2, 8) };
    let mut numbers = Vec::new();
    for place in &rows {
        draft.moved(*place);
        let (labels, below) = parted(line(draft, *place), shows_places)?;
        *draft.line(*place)? = labels;
        numbers.push(below);
    }
    let last = *rows.last()?;
    for below in numbers.into_iter().rev() {
        draft.sheet(last)?.insert_below(last.row, below);
    }
    Some(format!("the labels of {} rows, then the rows", rows.len()))
}

/// Rows stand above their labels; each may be a table of its own.
pub(super) fn above(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let shows_places = draft.spec.layout.shows_places();
    let rows = run(&labelled(draft, None), random, 1, 6);
    let apart = shows_places && random.one_in(2);
    for place in rows.iter().rev() {
        draft.moved(*place);
        let (mut labels, mut numbers) = parted(line(draft, *place), shows_places)?;
        if apart {
            let label = labels.iter().rev().find(|slot| !slot.text.is_empty())?.text.replace('\n', "");
            let sheet = draft.sheet(*place)?;
            let behind = sheet.split(place.row + 1, Continuation::None);
            let mut alone = sheet.split(place.row, Continuation::None);
            alone.rows = vec![numbers];
            alone.flush_left.clear();
            let parts = &mut draft.chapters.get_mut(place.chapter)?.parts;
            let mut rest = parts.split_off(place.part + 1);
            parts.extend([Part::Table(alone), Part::Paragraph(label)]);
            if !behind.rows.is_empty() {
                parts.push(Part::Table(behind));
            }
            parts.append(&mut rest);
            continue;
        }
        // Labels of groups begin with the upper of the two.
        let groups = labels.iter().take_while(|slot| slot.rows > 1).count();
        let own = labels.split_off(groups);
        labels.append(&mut numbers);
        *draft.line(*place)? = labels;
        draft.sheet(*place)?.insert_below(place.row, own);
    }
    let how = if apart { ", each a table of its own" } else { "" };
    (!rows.is_empty()).then(|| format!("{} rows above their labels{how}", rows.len()))
}

/// Rows have lost their labels.
pub(super) fn lost(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = run(&labelled(draft, None), random, 1, 6);
    for place in &rows {
        draft.moved(*place);
        let line = draft.line(*place)?;
        let at = own_label(line)?;
        line[at].text.clear();
    }
    (!rows.is_empty()).then(|| format!("{} rows without their labels", rows.len()))
}

/// The number of a label, with what ends it: `2.`, `（一）`.
pub(super) fn enumerator(label: &str) -> Option<(&str, &str)> {
    let end = label.find(['.', '）', ')', '、'])?;
    let behind = label[end..].chars().next()?.len_utf8();
    let (number, name) = label.split_at(end + behind);
    (number.chars().count() <= 4).then_some((number, name))
}

/// Of labels their number and a few characters are left.
pub(super) fn stump(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows: Vec<Place> = labelled(draft, None)
        .into_iter()
        .filter(|place| {
            let of_row = line(draft, *place);
            own_label(of_row)
                .and_then(|at| enumerator(&of_row[at].text))
                .is_some_and(|(_, name)| name.chars().count() > 3)
        })
        .collect();
    let mut cut = Vec::new();
    for _ in 0..random.size(1, 3) {
        let place = *random.pick(&rows)?;
        let of_row = draft.line(place)?;
        let at = own_label(of_row)?;
        let Some((number, name)) = enumerator(&of_row[at].text) else { continue };
        let characters: Vec<char> = name.chars().filter(|c| *c != '\n').collect();
        let left = random.size(2.min(characters.len()), 6.min(characters.len()));
        // The end of a name is left more often than its middle: a cell that is too narrow shows its last line.
        let start =
            if random.one_in(2) { characters.len() - left } else { random.size(0, characters.len() - left) };
        let text = format!("{number}{}", characters[start..start + left].iter().collect::<String>());
        cut.push(text.clone());
        of_row[at].text = text;
        draft.moved(place);
    }
    (!cut.is_empty()).then(|| format!("labels cut down to {}", cut.join(" ")))
}

/// Labels are printed in each column that they cover, perhaps behind numbers of the rows from 0 on.
pub(super) fn repeated(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let index = random.one_in(2);
    let places: Vec<Place> = draft.sheets().map(|(place, _)| place).collect();
    let mut copies = 0;
    for place in places {
        let sheet = draft.sheet(place)?;
        let heads = sheet.first_numbers();
        for row in &mut sheet.rows {
            let mut at = 0;
            while at < row.len() {
                let slot = row[at].clone();
                if !slot.is_figure() && slot.columns > 1 && slot.rows == 1 && !slot.text.is_empty() {
                    let copy = Slot { columns: 1, ..slot };
                    let covered = row[at].columns;
                    row.splice(at..=at, std::iter::repeat_n(copy, covered));
                    copies += covered - 1;
                    at += covered;
                } else {
                    at += 1;
                }
            }
        }
        if index {
            // What wrote the table took its first row for the heading, and numbered the others.
            for (number, row) in sheet.rows.iter_mut().enumerate() {
                let text =
                    if number < heads.max(1) { String::new() } else { (number - heads.max(1)).to_string() };
                row.insert(0, Slot::label(text, 1, 1));
            }
        }
    }
    super::doubt_labels(draft);
    let said = if index { ", behind a column of numbers from 0 on" } else { "" };
    (copies > 0 || index).then(|| format!("labels printed {copies} times more{said}"))
}
