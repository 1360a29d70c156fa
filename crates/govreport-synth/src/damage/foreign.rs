//! Rows and tables of another year, another scope, or none of the form's.

use govreport_core::form::RowKey;

use super::select::{foreign_numbers, labelled, line, own_label, run};
use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::{Slot, word};

/// Rows of the year before stand above or below those of the report's year.
pub(super) fn two_years(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let year = draft.spec.prose.year;
    let all = labelled(draft, None);
    let rows = if random.one_in(3) {
        let one = *random.pick(&all)?;
        all.into_iter().filter(|place| (place.chapter, place.part) == (one.chapter, one.part)).collect()
    } else {
        run(&all, random, 1, 6)
    };
    let above = random.one_in(2);
    let how = random.below(4);
    for place in rows.iter().rev() {
        let of_row = line(draft, *place).to_vec();
        let at = own_label(&of_row)?;
        let label = of_row[at].text.clone();
        let (own, other) = match how {
            0 => (format!("{label}（{year}年）"), format!("{label}（{}年）", year - 1)),
            1 => (label.clone(), format!("{label}（{}年）", year - 1)),
            2 => (label.clone(), format!("上年{label}")),
            _ => (format!("{year}年{label}"), format!("{}年{label}", year - 1)),
        };
        draft.moved(*place);
        let mut more = vec![Slot::label(other, of_row[at].columns, 1)];
        more.extend(foreign_numbers(draft, *place, random));
        let mut upper = of_row;
        upper[at].text = own;
        if above {
            // What begins in the row begins in the upper one of the two.
            let lower = upper.split_off(at);
            upper.extend(more);
            more = lower;
        }
        *draft.line(*place)? = upper;
        draft.sheet(*place)?.insert_below(place.row, more);
    }
    let ways = ["both years in brackets", "the other in brackets", "上年", "years before the labels"];
    let how = ways.get(usize::try_from(how).ok()?)?;
    (!rows.is_empty()).then(|| {
        format!("{} rows of {} {}, {how}", rows.len(), year - 1, if above { "above" } else { "below" })
    })
}

/// The labels of rows that are none of the form's, by the row beside which they stand.
fn foreign_labels(row: RowKey) -> Vec<String> {
    include_str!("../../data/foreign_rows.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut fields = line.split('\t').skip(1);
            (fields.next()? == row.key()).then(|| fields.next())?
        })
        .map(str::to_owned)
        .collect()
}

/// The label of the group that begins with this row.
fn group_of(row: RowKey) -> Option<&'static str> {
    match row {
        RowKey::DeniedStateSecret => Some(word("denied")),
        RowKey::UnavailableNotHeld => Some(word("unavailable")),
        RowKey::NotProcessedPetitionOrComplaint => Some(word("not_processed")),
        RowKey::OtherHandlingCorrectionOverdue => Some(word("other_handling")),
        _ => None,
    }
}

/// Rows that are none of the form's stand between its rows, or in place of one.
pub(super) fn rows(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let key = |draft: &Draft<'_>, place: Place| draft.cells(place).first().map(|cell| cell.row);
    let mut candidates: Vec<(Place, String, bool)> = Vec::new();
    for place in labelled(draft, None) {
        let Some(row) = key(draft, place) else { continue };
        candidates.extend(
            foreign_labels(row).into_iter().map(|label| (place, draft.spec.wording.label(&label), false)),
        );
        candidates.extend(group_of(row).map(|group| (place, draft.spec.wording.label(group), true)));
    }
    let mut said = Vec::new();
    for _ in 0..random.size(1, 3) {
        let (place, label, group) = random.pick(&candidates)?.clone();
        let of_row = line(draft, place).to_vec();
        // Another of them may have moved the row.
        let Some(at) = own_label(&of_row) else { continue };
        let mut other = vec![Slot::label(label.clone(), of_row[at].columns, 1)];
        other.extend(foreign_numbers(draft, place, random));
        let instead = !group && random.one_in(3);
        if instead {
            // The form's row is not there; whoever reads another's numbers as its own reads what is not printed.
            let mut whole = of_row[..at].to_vec();
            whole.extend(other);
            *draft.line(place)? = whole;
        } else if group || random.one_in(3) {
            let mut upper = of_row;
            let lower = upper.split_off(at);
            upper.extend(other);
            draft.moved_to(&lower);
            *draft.line(place)? = upper;
            draft.sheet(place)?.insert_below(place.row, lower);
        } else {
            draft.moved(place);
            draft.sheet(place)?.insert_below(place.row, other);
        }
        said.push(format!("{label}{}", if instead { " in place of a row" } else { "" }));
        candidates.retain(|(other, _, _)| (other.chapter, other.part) != (place.chapter, place.part));
        if candidates.is_empty() {
            break;
        }
    }
    (!said.is_empty()).then(|| format!("rows that are none of the form's: {}", said.join(", ")))
}

/// A caption says that a table is that of another year; or the table stands there twice, for two scopes.
pub(super) fn caption(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let tables: Vec<Place> = {
        let mut tables: Vec<Place> = draft.sheets().map(|(place, _)| place).collect();
        // A section of many small tables would need a caption over each.
        let chapters: Vec<usize> = tables.iter().map(|place| place.chapter).collect();
        tables.retain(|place| chapters.iter().filter(|of| **of == place.chapter).count() == 1);
        tables
    };
    let place = *random.pick(&tables)?;
    let year = draft.spec.prose.year - 1;
    let kind = draft.sheet(place)?.kind;
    if random.one_in(3) {
        let mut other = draft.sheet(place)?.clone();
        let numbers: Vec<Place> = draft.number_rows(Some(kind));
        for (row, of_row) in other.rows.iter_mut().enumerate() {
            let like = numbers.iter().find(|place| place.row == row);
            let Some(like) = like else { continue };
            let mut others = foreign_numbers(draft, *like, random).into_iter();
            for slot in of_row.iter_mut().filter(|slot| slot.is_number()) {
                *slot = others.next().unwrap_or_else(Slot::empty);
            }
        }
        let (own, second) = *random.pick(&[
            ("全市", "市本级"),
            ("全县", "县本级"),
            ("全区", "区本级"),
            ("本级", "下属单位"),
        ])?;
        let swapped = random.one_in(2);
        let cells: Vec<_> = numbers.iter().flat_map(|place| draft.cells(*place)).collect();
        let parts = &mut draft.chapters.get_mut(place.chapter)?.parts;
        let behind = parts.split_off(place.part);
        let (first, then) = if swapped { (second, own) } else { (own, second) };
        parts.push(Part::Paragraph(first.to_owned()));
        let mut behind = behind.into_iter();
        parts.extend(behind.next());
        parts.push(Part::Paragraph(then.to_owned()));
        parts.push(Part::Table(other));
        parts.extend(behind);
        // Which of the two the body reports as its own, the page leaves open.
        for at in cells {
            draft.ledger.untold(at);
        }
        return Some(format!("the table {kind} of {first} and of {then}"));
    }
    let caption = match random.below(5) {
        0 => format!("（{year}年）"),
        1 => format!("{year}年度情况统计表"),
        2 => format!("附：{year}年数据"),
        3 => format!("统计年度：{year}年"),
        _ => "上年度情况如下：".to_owned(),
    };
    for place in draft.number_rows(Some(kind)) {
        for at in draft.cells(place) {
            draft.ledger.untold(at);
        }
    }
    let parts = &mut draft.chapters.get_mut(place.chapter)?.parts;
    let said = format!("the caption {caption} over the table {kind}");
    parts.insert(place.part, Part::Paragraph(caption));
    Some(said)
}
