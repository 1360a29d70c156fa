//! Digits that stand apart or together, and signs that may be none.

use govreport_core::form::{ColumnKey, NumberKind, TableKind};
use govreport_core::model::Status;
use rust_decimal::Decimal;

use super::amounts::cells_of;
use super::select::{emptied, line, numbers, printed, run};
use crate::draft::{Draft, Place};
use crate::layout::{Layout, Print};
use crate::random::Random;
use crate::sheet::Slot;

/// Whether a blank inside a cell can be told from one between cells.
fn shows_cells(draft: &Draft<'_>) -> bool {
    !matches!(
        draft.spec.layout,
        Layout::PdfRaw | Layout::PdfAligned | Layout::Concatenated | Layout::Pdf(Print { ruled: false, .. })
    )
}

/// An amount breaks at its decimal point: `153` and `.33`, or `153.` and `33`, in one cell or in the next row.
pub(super) fn amount_broken(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let (place, at, cell) = *random.pick(&cells_of(draft, ColumnKey::Amount))?;
    let value =
        draft.ledger.value(cell)?.trunc() + Decimal::new(i64::try_from(random.between(1, 99)).ok()?, 2);
    let text = draft.spec.numbers.write(value, NumberKind::Amount);
    let point = text.find(['.', '．'])?;
    let behind = random.one_in(2);
    let at_byte = if behind { point + text[point..].chars().next()?.len_utf8() } else { point };
    let (first, rest) = text.split_at(at_byte);
    let in_cell = shows_cells(draft) && random.one_in(2);
    draft.ledger.misprinted(cell, value);
    draft.ledger.scattered(cell);
    draft.moved(place);
    let shows_places = draft.spec.layout.shows_places();
    let of_row = draft.line(place)?;
    let columns = of_row.get(at)?.columns;
    let mut below = if shows_places { emptied(&of_row[..at]) } else { Vec::new() };
    let slot = of_row.get_mut(at)?;
    slot.padding = ("", "");
    if in_cell {
        slot.text = format!("{first}\n{rest}");
    } else {
        first.clone_into(&mut slot.text);
        below.push(Slot::foreign(rest, columns));
        draft.sheet(place)?.insert_below(place.row, below);
    }
    let how = if in_cell { "in its cell" } else { "over two rows" };
    Some(format!("{cell} says {first} and {rest} {how}"))
}

/// Signs that are written for a minus.
const MINUS: [&str; 8] = ["\u{2010}", "\u{2011}", "\u{2012}", "\u{fe63}", "\u{207b}", "－", "负", "- "];

/// Changes that fell have a sign that is none of those that mean nothing but minus.
pub(super) fn minus(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    // A soft hyphen is what some files of a printed page name their minus; on a web page it is not shown.
    let soft = draft.spec.layout.is_text() || matches!(draft.spec.layout, Layout::Pdf(_));
    let sign = if soft && random.one_in(2) { "\u{ad}" } else { *random.pick(&MINUS)? };
    let mut changed = 0;
    for (place, at, cell) in cells_of(draft, ColumnKey::Change) {
        let value = -draft.ledger.value(cell)?.abs();
        if value.is_zero() {
            continue;
        }
        let digits = draft.spec.numbers.write(value.abs(), NumberKind::Count);
        draft.line(place)?.get_mut(at)?.text = format!("{sign}{digits}");
        draft.ledger.misprinted(cell, value);
        draft.ledger.scattered(cell);
        changed += 1;
    }
    (changed > 0).then(|| {
        format!("{changed} changes fell by the sign U+{:04X}", u32::from(sign.chars().next().unwrap_or(' ')))
    })
}

/// A dash and a number stand in one cell: `- 0`, the contents of two columns, or of one.
pub(super) fn dash_in_cell(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let place = *random.pick(&printed(draft, None, 3))?;
    let of_row = line(draft, place);
    let zeros: Vec<usize> = numbers(of_row)
        .into_iter()
        .filter(|at| of_row.get(at + 1).is_some_and(Slot::is_number))
        .filter(|at| {
            let value = of_row[*at].cell.and_then(|cell| draft.ledger.value(cell));
            value.is_some_and(|value| value.is_zero())
        })
        .collect();
    let at = *random.pick(&zeros)?;
    let (first, second) = (of_row[at].cell?, of_row[at + 1].cell?);
    let mark = *random.pick(&["-", "—", "－", "–", "/"])?;
    draft.moved(place);
    if random.one_in(2) {
        // One cell, and its neighbour has its own.
        let slot = draft.line(place)?.get_mut(at)?;
        slot.text = format!("{mark} {}", slot.text);
        draft.ledger.doubtful(first);
        draft.ledger.permit(first, &[Status::NotApplicable]);
        return Some(format!("{first} says {mark} and its zero"));
    }
    let of_row = draft.line(place)?;
    let taken = of_row.remove(at + 1);
    let slot = of_row.get_mut(at)?;
    slot.text = format!("{mark} {}", taken.text);
    if random.one_in(2) {
        slot.columns += taken.columns;
    }
    for cell in [first, second] {
        draft.ledger.doubtful(cell);
    }
    draft
        .ledger
        .unprinted(first, vec![Status::NotApplicable, Status::Ambiguous, Status::Text, Status::Absent]);
    draft.ledger.joined(first, second);
    Some(format!("{first} and {second} say {mark} and a number in one cell"))
}

/// Blanks that stand between digits.
const BLANKS: [&str; 5] = [" ", "\u{3000}", "\u{a0}", "\u{2009}", "  "];

/// Blanks stand between the digits of numbers, which may be of full width.
pub(super) fn apart(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let long = |place: &Place| {
        let of_row = line(draft, *place);
        numbers(of_row).iter().any(|at| of_row[*at].text.chars().filter(char::is_ascii_digit).count() > 1)
    };
    let all: Vec<Place> = printed(draft, None, 1).into_iter().filter(long).collect();
    let rows = if random.one_in(3) { all } else { run(&all, random, 1, 4) };
    let blank = *random.pick(&BLANKS)?;
    let full_width = random.one_in(2);
    let mut changed = 0;
    for place in rows {
        for at in numbers(line(draft, place)) {
            let slot = draft.line(place)?.get_mut(at)?;
            let digits = slot.text.chars().filter(char::is_ascii_digit).count();
            if digits < 2 {
                continue;
            }
            let wide = |c: char| match c {
                '0'..='9' if full_width => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
                other => other,
            };
            let pieces: Vec<String> = slot.text.chars().map(|c| wide(c).to_string()).collect();
            slot.text = pieces.join(blank);
            slot.padding = ("", "");
            let cell = slot.cell?;
            draft.ledger.scattered(cell);
            changed += 1;
        }
        draft.moved(place);
    }
    (changed > 0).then(|| format!("blanks {blank:?} between the digits of {changed} numbers"))
}

/// The number that these digits are, if a person writes one so: `36`, but not `000` or `1,200345`.
fn plain(text: &str) -> Option<Decimal> {
    let digits = text.chars().map(|c| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    });
    let digits: String = digits.collect();
    let written = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    written.then(|| digits.parse().ok())?
}

/// The figures of rows of any table run together, zeros and all, perhaps beside the empty cells that they left.
pub(super) fn together(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = run(&printed(draft, None, 2), random, 1, 3);
    let leaves_empty = random.one_in(2);
    for place in &rows {
        let places = numbers(line(draft, *place));
        let of_row = draft.line(*place)?;
        let text: String = places.iter().map(|at| of_row[*at].text.trim()).collect();
        let cells: Vec<_> = places.iter().filter_map(|at| of_row[*at].cell).collect();
        let (first, rest) = places.split_first()?;
        of_row[*first].text = text;
        of_row[*first].padding = ("", "");
        for at in rest.iter().rev() {
            if leaves_empty {
                of_row[*at] = Slot::label("", of_row[*at].columns, 1);
            } else {
                of_row.remove(*at);
            }
        }
        let whole = line(draft, *place)[*first].text.clone();
        for (number, at) in cells.iter().enumerate() {
            draft.ledger.doubtful(*at);
            if number > 0 {
                draft.ledger.joined(cells[0], *at);
            }
        }
        // A grid shows one number and empty places, and no sum of table one says otherwise.
        if draft.spec.layout.shows_places()
            && cells[0].table == TableKind::Proactive
            && let Some(value) = plain(&whole)
        {
            draft.ledger.misprinted(cells[0], value);
            draft.ledger.scattered(cells[0]);
        }
    }
    let empty = if leaves_empty { ", beside empty cells" } else { "" };
    (!rows.is_empty()).then(|| format!("all figures of {} rows run together{empty}", rows.len()))
}
