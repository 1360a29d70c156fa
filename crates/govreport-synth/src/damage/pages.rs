//! What pages bring with them: watermarks, rows that go on over a page number, notes between rows, tables of another year.

use govreport_core::form::TableKind;

use super::cuts::put_behind;
use super::select::{foreign_numbers, line, name_of, numbers, printed};
use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::{Continuation, Slot};

/// Words of watermarks.
const WATERMARKS: [&str; 7] =
    ["征求意见稿", "内部资料", "样本", "仅供参考", "DRAFT", "政府信息公开专用", "送审稿"];

/// A watermark lies over the table: as lines between rows, or character by character in labels or behind numbers.
pub(super) fn watermark(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let words = *random.pick(&WATERMARKS)?;
    let rows = draft.number_rows(None);
    let start = random.size(0, rows.len().saturating_sub(1));
    let way = random.below(3);
    if way == 0 {
        let place = *rows.get(start)?;
        draft.moved(place);
        draft.moved(Place { row: place.row + 1, ..place });
        let rest = draft.sheet(place)?.split(place.row + 1, Continuation::Empty);
        put_behind(draft, place, vec![words.to_owned()], rest)?;
        return Some(format!("the watermark {words} between two rows"));
    }
    // It lies aslant: a character or two a row.
    let characters: Vec<char> = words.chars().collect();
    let mut struck = 0;
    for (piece, place) in characters.chunks(2).zip(rows.into_iter().skip(start)) {
        let piece: String = piece.iter().collect();
        if way == 1 {
            let Some(name) = name_of(draft, place) else { continue };
            name.push_str(&piece);
            draft.moved(place);
        } else {
            let at = *random.pick(&numbers(line(draft, place)))?;
            let slot = draft.line(place)?.get_mut(at)?;
            if slot.text.is_empty() {
                continue;
            }
            slot.text.push_str(&piece);
            slot.padding = ("", "");
            let cell = slot.cell?;
            draft.ledger.scattered(cell);
        }
        struck += 1;
    }
    let what = if way == 1 { "labels" } else { "numbers" };
    (struck > 0).then(|| format!("the watermark {words} over {struck} {what}"))
}

/// A row goes on behind a page number, or behind the title that heads each page.
pub(super) fn row_over_page(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = printed(draft, None, 3);
    let place = *random.pick(&rows)?;
    let places = numbers(line(draft, place));
    let at = places[random.size(1, places.len() - 1)];
    let page = random.between(2, 9);
    let title = draft.spec.prose.title.whole(&draft.spec.prose.issuer, draft.spec.prose.year);
    let lines = match random.below(5) {
        0 => vec![format!("- {page} -")],
        1 => vec![page.to_string()],
        2 => vec![format!("-- {page} of {} --", page + random.between(1, 5))],
        3 => vec![format!("第 {page} 页"), title],
        _ => vec![title],
    };
    for cell in draft.cells(place) {
        draft.ledger.scattered(cell);
    }
    draft.moved(Place { row: place.row + 1, ..place });
    let rest = draft.line(place)?.split_off(at);
    let mut behind = draft.sheet(place)?.split(place.row + 1, Continuation::Empty);
    behind.rows.insert(0, rest);
    behind.flush_left = behind.flush_left.iter().map(|row| row + 1).collect();
    let said = format!("{} goes on behind {}", draft.cells(place).first()?.row, lines.join(" and "));
    put_behind(draft, place, lines, behind)?;
    Some(said)
}

/// Notes, of which a number may be taken for one of the table.
const NOTES: [&str; 6] = [
    "注：以上含网上申请{}件。",
    "说明：行政处罚含简易程序{}件",
    "注：{}",
    "备注 {}",
    "填表说明：1.本表由各单位填报；2.上年结转{}件。",
    "其中：网上办理{}件，窗口办理{}件",
];

/// A note stands in a row of the table, over all columns.
pub(super) fn note_row(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = draft.number_rows(None);
    let place = *random.pick(&rows)?;
    let note = random.pick(&NOTES)?.replace("{}", &random.between(1, 99).to_string());
    draft.moved(place);
    draft.moved(Place { row: place.row + 1, ..place });
    let sheet = draft.sheet(place)?;
    // Beside the cells of groups that go on below it there is less room.
    let covered = sheet.grid().get(place.row + 1).map_or(0, |row| {
        row.iter().position(|position| matches!(position, crate::sheet::Position::Start(_))).unwrap_or(0)
    });
    let width = sheet.width().saturating_sub(covered).max(1);
    sheet.insert_row(place.row + 1, vec![Slot::label(note.clone(), width, 1)]);
    Some(format!("the note {note} in a row"))
}

/// Captions of a table of the year before, and of the one of the year.
const CAPTIONS: [(&str, &str); 5] = [
    ("{last}年数据", "{year}年数据"),
    ("附：{last}年情况", "{year}年情况"),
    ("（{last}年度）", "（{year}年度）"),
    ("上年数据：", "本年数据："),
    ("表2 {last}年度统计表", "表1 {year}年度统计表"),
];

/// The table of another year stands before that of the year, or behind it, each under its caption.
pub(super) fn other_table(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let kind: TableKind = super::select::any_table(random)?;
    let tables: Vec<Place> =
        draft.sheets().filter(|(_, sheet)| sheet.kind == kind).map(|(place, _)| place).collect();
    let [place] = tables.as_slice() else { return None };
    let year = draft.spec.prose.year;
    let word =
        |word: &str| word.replace("{year}", &year.to_string()).replace("{last}", &(year - 1).to_string());
    let (other_caption, own_caption) = *random.pick(&CAPTIONS)?;
    let before = random.one_in(2);
    let mut other = draft.sheet(*place)?.clone();
    for row in draft.number_rows(Some(kind)) {
        let mut others = foreign_numbers(draft, row, random).into_iter();
        for slot in other.rows.get_mut(row.row)?.iter_mut().filter(|slot| slot.is_number()) {
            *slot = others.next().unwrap_or_else(Slot::empty);
        }
        draft.moved(row);
    }
    let parts = &mut draft.chapters.get_mut(place.chapter)?.parts;
    let own = parts.remove(place.part);
    let caption = |text: &str| Part::Paragraph(word(text));
    let other = [caption(other_caption), Part::Table(other)];
    let own = [caption(own_caption), own];
    let both: Vec<Part> =
        if before { other.into_iter().chain(own).collect() } else { own.into_iter().chain(other).collect() };
    parts.splice(place.part..place.part, both);
    let side = if before { "before" } else { "behind" };
    Some(format!("{} {side} the table {kind}", word(other_caption)))
}
