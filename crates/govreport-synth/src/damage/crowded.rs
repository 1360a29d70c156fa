//! Cells that hold more than one number, and numbers that hold more than one cell.

use govreport_core::form::{NumberKind, TableKind};
use govreport_core::model::CellRef;

use super::select::{emptied, line, numbers, own_label, printed, run};
use crate::draft::{Draft, Place};
use crate::layout::Layout;
use crate::random::Random;
use crate::sheet::Slot;

/// Whether the layout prints line breaks inside cells.
fn breaks_lines(draft: &Draft<'_>) -> bool {
    !matches!(draft.spec.layout, Layout::PdfRaw | Layout::PdfAligned | Layout::Concatenated)
}

/// Two neighbours stand in one cell, parted by a blank or a line break; their row may keep an empty cell for the second.
pub(super) fn two_in_cell(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = run(&printed(draft, None, 3), random, 1, 4);
    let at = random.size(0, 13);
    let between = if breaks_lines(draft) && random.one_in(2) { "\n" } else { " " };
    let how = random.below(3);
    for place in &rows {
        draft.moved(*place);
        let line = draft.line(*place)?;
        let places = numbers(line);
        let first = *places.get(at % (places.len() - 1))?;
        if !line.get(first + 1)?.is_number() {
            continue;
        }
        let second = line.remove(first + 1);
        let slot = line.get_mut(first)?;
        slot.text = format!("{}{between}{}", slot.text, second.text);
        let (of_first, of_second) = (slot.cell?, second.cell?);
        match how {
            0 => {}
            1 => slot.columns += second.columns,
            _ => line.insert(first + 1, Slot::label("", second.columns, 1)),
        }
        draft.ledger.joined(of_first, of_second);
    }
    let how =
        ["a cell less", "the cell is as wide as two", "then an empty cell"][usize::try_from(how).ok()?];
    (!rows.is_empty()).then(|| format!("two numbers in one cell of {} rows, {how}", rows.len()))
}

/// Two or three rows stand in one row of cells.
pub(super) fn rows_in_cell(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let alike = |place: &Place| own_label(line(draft, *place)) == Some(0);
    let all = printed(draft, None, 1);
    // The first of them may have labels of groups before its own.
    let starts: Vec<Vec<Place>> = all
        .iter()
        .filter(|place| own_label(line(draft, **place)).is_some())
        .map(|start| {
            let behind = (1..3).map(|more| Place { row: start.row + more, ..*start });
            let more = behind.take_while(|place| all.contains(place) && alike(place));
            [*start].into_iter().chain(more).collect::<Vec<_>>()
        })
        .filter(|rows| {
            rows.len() > 1 && {
                let count = |place: &Place| numbers(line(draft, *place)).len();
                rows.iter().all(|place| count(place) == count(&rows[0]))
            }
        })
        .collect();
    let rows = random.pick(&starts)?;
    let rows = &rows[..random.size(2, rows.len())];
    let between = if breaks_lines(draft) && random.one_in(2) { "\n" } else { " " };
    let mut whole = line(draft, rows[0]).to_vec();
    let label = own_label(&whole)?;
    let places = numbers(&whole);
    for place in &rows[1..] {
        let below = line(draft, *place).to_vec();
        whole[label].text = format!("{}{between}{}", whole[label].text, below.first()?.text);
        for (at, other) in places.iter().zip(numbers(&below)) {
            whole[*at].text = format!("{}{between}{}", whole[*at].text, below[other].text);
            draft.ledger.joined(whole[*at].cell?, below[other].cell?);
        }
    }
    for place in rows {
        draft.moved(*place);
    }
    *draft.line(rows[0])? = whole;
    for place in rows[1..].iter().rev() {
        draft.sheet(*place)?.remove_row(place.row, false);
    }
    Some(format!("{} rows in one row of cells, parted by {between:?}", rows.len()))
}

/// Where a number breaks: behind a digit, before a digit or the point.
fn break_in(text: &str, random: &mut Random) -> Option<usize> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let places: Vec<usize> = characters
        .windows(2)
        .filter(|pair| is_digit(pair[0].1) && (is_digit(pair[1].1) || matches!(pair[1].1, '.' | '．')))
        .map(|pair| pair[1].0)
        .collect();
    random.pick(&places).copied()
}

/// Numbers are wrapped inside their narrow cells.
pub(super) fn wrapped(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let breaks = |place: &Place| {
        let of_row = line(draft, *place);
        numbers(of_row).iter().any(|at| of_row[*at].text.chars().count() > 1)
    };
    let all: Vec<Place> = printed(draft, None, 1).into_iter().filter(breaks).collect();
    let rows = if random.one_in(3) { all } else { run(&all, random, 1, 8) };
    let mut changed: Vec<CellRef> = Vec::new();
    for place in rows {
        for slot in draft.line(place)?.iter_mut().filter(|slot| slot.is_number()) {
            if let Some(at) = break_in(&slot.text, random) {
                slot.text.insert(at, '\n');
                changed.extend(slot.cell);
            }
        }
    }
    for at in &changed {
        draft.ledger.scattered(*at);
    }
    (!changed.is_empty()).then(|| format!("{} numbers wrapped in their cells", changed.len()))
}

/// One number goes on in the next line, under its beginning.
pub(super) fn broken(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = printed(draft, None, 1);
    let long: Vec<(Place, usize)> = rows
        .into_iter()
        .flat_map(|place| numbers(line(draft, place)).into_iter().map(move |at| (place, at)))
        .filter(|(place, at)| line(draft, *place)[*at].text.chars().count() > 1)
        .collect();
    let (place, at) = *random.pick(&long)?;
    let shows_places = draft.spec.layout.shows_places();
    let of_row = draft.line(place)?;
    let slot = of_row.get_mut(at)?;
    let cell = slot.cell?;
    let broken = break_in(&slot.text, random)?;
    let rest = Slot::foreign(slot.text.split_off(broken), slot.columns);
    slot.padding = ("", "");
    // Labels that cover rows cover the new one as well.
    let own: Vec<Slot> = of_row.iter().skip_while(|slot| slot.rows > 1).cloned().collect();
    let first = of_row.len() - own.len();
    let mut below = if shows_places { emptied(&own) } else { Vec::new() };
    if shows_places {
        *below.get_mut(at.checked_sub(first)?)? = rest;
    } else {
        below.push(rest);
    }
    draft.moved(place);
    draft.ledger.scattered(cell);
    draft.sheet(place)?.insert_below(place.row, below);
    Some(format!("{cell} goes on in the next line"))
}

/// The figures of some rows run together, without their zeros.
pub(super) fn run_together(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let mut rows = printed(draft, Some(TableKind::Requests), 5);
    rows.extend(printed(draft, Some(TableKind::Review), 5));
    let rows = run(&rows, random, 1, 5);
    let blanks = random.one_in(3);
    let zeros = random.one_in(4);
    let mut joined = 0;
    for place in &rows {
        let line = draft.line(*place)?;
        let places = numbers(line);
        let (first, last) = (*places.first()?, *places.last()?);
        let taken: Vec<Slot> = line.splice(first..=last, []).collect();
        let mut text = String::new();
        for slot in taken.iter().filter(|slot| slot.is_number()) {
            if zeros || slot.text.trim() != "0" {
                if blanks && !text.is_empty() && random.one_in(4) {
                    text.push(' ');
                }
                text.push_str(&slot.text);
            }
        }
        let cells: Vec<CellRef> = taken.iter().filter_map(|slot| slot.cell).collect();
        let whole = Slot { text, padding: ("", ""), columns: 1, ..taken.first()?.clone() };
        line.insert(first, whole);
        for (place, at) in cells.iter().enumerate() {
            draft.ledger.doubtful(*at);
            if place > 0 {
                draft.ledger.joined(cells[0], *at);
            }
        }
        joined += 1;
    }
    let zeros = if zeros { "with" } else { "without" };
    (joined > 0).then(|| format!("the figures of {joined} rows run together, {zeros} their zeros"))
}

/// One cell with one number covers two or three columns. Whose the number is, nobody can tell.
pub(super) fn merged(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = printed(draft, None, 3);
    let place = *random.pick(&rows)?;
    let many = random.size(2, 3);
    let of_row = draft.line(place)?;
    let places = numbers(of_row);
    let first = places[random.size(0, places.len() - many)];
    if of_row.get(first..first + many)?.iter().any(|slot| !slot.is_number()) {
        return None;
    }
    let taken: Vec<Slot> = of_row.splice(first..first + many, []).collect();
    // Where the places that a merged cell covers are printed as empty cells, the page says that they are empty. What merges cells keeps
    // the number of the first then.
    let keeps_places = draft.ledger.keeps_blanks() || draft.spec.layout == Layout::PipeJoinedPadded;
    let as_empty = keeps_places && !draft.spec.layout.is_drawn() && draft.spec.layout != Layout::Word;
    let kept = random.pick(&taken)?;
    let kept = if as_empty { taken.first()? } else { kept };
    let whole = Slot { columns: taken.iter().map(|slot| slot.columns).sum(), ..kept.clone() };
    let (number, covered) = (whole.cell?, taken.iter().filter_map(|slot| slot.cell).collect::<Vec<_>>());
    let printed = draft.ledger.value(number);
    let mut whole = Slot { cell: covered.first().copied(), ..whole };
    if as_empty {
        draft.ledger.misprinted(covered[0], printed?);
        draft.ledger.scattered(covered[0]);
        whole.columns = 1;
        let line = draft.line(place)?;
        line.insert(first, whole);
        for (more, at) in covered.iter().enumerate().skip(1) {
            draft.line(place)?.insert(first + more, Slot { cell: Some(*at), ..Slot::empty() });
            draft.ledger.blank(*at);
        }
        draft.moved(place);
    } else {
        draft.line(place)?.insert(first, whole);
        draft.moved(place);
        // Where nothing shows that the cell is merged, the row looks like one that lost a cell, and its sums may tell which.
        let shown = draft.spec.layout.is_drawn();
        for (place, at) in covered.iter().enumerate() {
            if shown {
                draft.ledger.untold(*at);
            } else {
                draft.ledger.doubtful(*at);
            }
            if place > 0 {
                draft.ledger.joined(covered[0], *at);
            }
        }
    }
    let value = printed.map(|value| super::select::written(draft, value, NumberKind::Count));
    Some(format!("{} covers {many} columns from {} on", value.unwrap_or_default(), covered[0]))
}
