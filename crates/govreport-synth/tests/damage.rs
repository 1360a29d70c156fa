//! What damage must be, of whatever kind and in whatever layout: it strikes, it is the same every time, and it knows the truth.

use govreport_core::form::ColumnKey;
use govreport_core::model::{Status, Unit};
use govreport_synth::{
    Answer, DamageKind, Docx, Html, Layout, Markup, Merged, Print, Spec, Written, determined, write,
};
use rust_decimal::Decimal;

/// The number that a cell's text says, whatever the style and the markup.
fn number(text: &str) -> Option<Decimal> {
    let text: String =
        text.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '，') && !c.is_whitespace())
        .map(|c| match c {
            '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            '−' => '-',
            other => other,
        })
        .collect();
    plain.trim_start_matches('+').replace(',', "").parse().ok()
}

fn layouts() -> Vec<Layout> {
    let pages = Markup::ALL.map(|markup| Layout::Html(Html { markup, charset: "utf-8" }));
    Layout::ALL.into_iter().chain(Layout::CONVERTED).chain(pages).chain([Layout::Xlsx]).collect()
}

/// Every layout with every kind of damage, and with two kinds, in some reports each.
fn all(mut check: impl FnMut(&Spec, &Written, &str)) {
    for layout in layouts() {
        for (place, kind) in DamageKind::ALL.iter().enumerate() {
            let other = DamageKind::ALL[(place * 7 + 3) % DamageKind::ALL.len()];
            for (seed, kinds) in [(11, vec![*kind]), (12, vec![*kind]), (13, vec![*kind, other])] {
                if !kinds.iter().all(|kind| kind.fits(layout)) {
                    continue;
                }
                let spec = Spec::damaged(layout, &kinds, seed);
                check(&spec, &write(&spec), &format!("{layout:?} {kinds:?} {seed}"));
            }
        }
    }
}

#[test]
fn every_number_stands_where_the_truth_says() {
    all(|_, written, name| {
        for cell in &written.truth {
            let Some(place) = cell.place.clone() else { continue };
            let text = written
                .text
                .get(place)
                .unwrap_or_else(|| panic!("{name}: {} ends beyond the text", cell.at()));
            if cell.value.is_some() {
                assert_eq!(number(text), cell.value, "{name}: {}: {text:?}", cell.at());
            }
        }
    });
}

#[test]
fn what_is_not_printed_has_no_value() {
    all(|spec, written, name| {
        for cell in &written.truth {
            let number = spec.figures.get(cell.row, cell.column);
            if cell.value.is_none() {
                let inferred = cell.statuses.contains(&Status::Inferred);
                assert_eq!(cell.unprinted, number.filter(|_| inferred), "{name}: {}", cell.at());
                assert!(!cell.statuses.contains(&Status::Read), "{name}: {}", cell.at());
            }
            let read = Answer { value: cell.value, unit: cell.unit, status: Status::Read };
            assert!(!cell.is_wrong(Answer::NONE) && !cell.is_wrong(read), "{name}: {}", cell.at());
        }
    });
}

#[test]
fn the_oracle_knows_only_what_is_true() {
    all(|spec, written, name| {
        for (at, told) in determined(spec) {
            let truth =
                written.cell(at.row, at.column).unwrap_or_else(|| panic!("{name}: {at} is not in the form"));
            let printed = told == truth.value;
            assert!(printed || told == truth.unprinted, "{name}: {at} is {told:?}, in truth {truth:?}");
        }
    });
}

#[test]
fn the_same_damage_is_the_same_every_time() {
    for kind in DamageKind::ALL {
        let spec = Spec::damaged(Layout::Paragraphs, &[*kind], 5);
        assert_eq!(write(&spec), write(&spec), "{kind:?}");
    }
}

#[test]
fn every_kind_strikes() {
    let page = Layout::Html(Html { markup: Markup::Plain, charset: "utf-8" });
    let files = [Layout::Docx(Docx::PLAIN), Layout::Xlsx, Layout::Pdf(Print::RULED)];
    let layouts = [Layout::Tabs(Merged::Empty), page, Layout::Paragraphs].into_iter().chain(files);
    for kind in DamageKind::ALL {
        let layout = layouts.clone().find(|layout| kind.fits(*layout)).expect("one of them shows it");
        let changed = (0..20)
            .filter(|seed| {
                let spec = Spec::damaged(layout, &[*kind], *seed);
                let undamaged = Spec { damage: Vec::new(), ..spec.clone() };
                write(&spec).text != write(&undamaged).text
            })
            .count();
        // Reports of small bodies have nothing but zeros, in which some kinds find nothing to do.
        assert!(changed >= 8, "{kind:?} changed {changed} of 20 reports");
    }
}

#[test]
fn an_undamaged_page_determines_every_cell() {
    for layout in layouts() {
        for seed in 0..10 {
            let spec = Spec::random(layout, seed);
            let cells = spec.figures.editions().cells().count();
            assert_eq!(determined(&spec).len(), cells, "{layout:?} {seed}");
        }
    }
}

#[test]
fn names_of_kinds_are_found_again() {
    for kind in DamageKind::ALL {
        assert_eq!(DamageKind::of_key(kind.key()), Some(*kind));
    }
}

#[test]
fn a_table_of_another_year_says_nothing_of_this_one() {
    let mut struck = 0;
    for seed in 0..40 {
        let spec = Spec::damaged(Layout::Markdown, &[DamageKind::ForeignCaption], seed);
        let written = write(&spec);
        let Some(table) = written.said.iter().find_map(|said| said.rsplit("the table ").next()) else {
            continue;
        };
        let table = table.split(' ').next().unwrap_or(table);
        struck += 1;
        for cell in written.truth.iter().filter(|cell| cell.table().key() == table) {
            assert!(cell.value.is_none() && cell.unprinted.is_none(), "{seed}: {}", cell.at());
        }
        assert!(written.truth.iter().any(|cell| cell.value.is_some()), "{seed}: other tables stay");
    }
    assert!(struck > 20);
}

#[test]
fn an_amount_in_another_unit_is_the_same_money() {
    for seed in 0..40 {
        let spec = Spec::damaged(Layout::Markdown, &[DamageKind::AmountUnit], seed);
        let written = write(&spec);
        if written.said.is_empty() {
            continue;
        }
        let amounts = written.truth.iter().filter(|cell| cell.column == ColumnKey::Amount);
        for cell in amounts {
            let number = spec.figures.get(cell.row, cell.column);
            let meant = Answer { value: number, unit: Some(Unit::TenThousandYuan), status: Status::Read };
            assert!(cell.is_exact(meant), "{seed}: {cell:?}");
        }
    }
}

#[test]
fn a_sign_in_brackets_is_a_sign() {
    let layout = Layout::Html(Html { markup: Markup::Plain, charset: "utf-8" });
    let negative = (0..20)
        .flat_map(|seed| write(&Spec::damaged(layout, &[DamageKind::SignsInBrackets], seed)).truth)
        .filter(|cell| cell.column == ColumnKey::Change && cell.place.is_none())
        .filter(|cell| cell.value.is_some_and(|value| value.is_sign_negative()))
        .count();
    assert!(negative > 5, "{negative} changes fell");
}

/// The reports of forty seeds with one damage, each with its specification and with the cells that print no number.
fn reports(layout: Layout, kind: DamageKind) -> impl Iterator<Item = (Spec, Written, usize)> {
    (0..40).filter_map(move |seed| {
        let spec = Spec::damaged(layout, &[kind], seed);
        let written = write(&spec);
        let untold = written.truth.iter().filter(|cell| cell.value.is_none()).count();
        (!written.said.is_empty()).then_some((spec, written, untold))
    })
}

/// How many cells of a report print no number before it is damaged.
fn untold_before(spec: &Spec) -> usize {
    let undamaged = write(&Spec { damage: Vec::new(), ..spec.clone() });
    undamaged.truth.iter().filter(|cell| cell.value.is_none()).count()
}

#[test]
fn words_that_make_numbers_others_leave_them_untold() {
    let kinds = [
        DamageKind::RemarkBehind,
        DamageKind::GroupWord,
        DamageKind::CornerWord,
        DamageKind::HeadWord,
        DamageKind::ShareInCell,
    ];
    for kind in kinds {
        for layout in [Layout::Markdown, Layout::SplitTables, Layout::Paragraphs] {
            let struck =
                reports(layout, kind).filter(|(spec, _, untold)| *untold > untold_before(spec)).count();
            assert!(struck > 15, "{kind:?} left cells untold in {struck} reports of {layout:?}");
        }
    }
}

#[test]
fn a_remark_says_nothing_new_of_what_is_of_the_year_before() {
    for (spec, written, _) in reports(Layout::Markdown, DamageKind::RemarkBehind) {
        let last = (spec.prose.year - 1).to_string();
        let of_last = |said: &str| said.contains(&last) || said.contains("上年");
        let remark = written.said[0].rsplit_once("结转政府信息公开申请数量").map(|(_, remark)| remark);
        assert!(!remark.is_some_and(of_last), "{:?}", written.said);
    }
}

#[test]
fn a_note_below_a_table_is_said_of_all_its_cells_or_of_none() {
    let (mut harmless, mut others) = (0, 0);
    for (spec, written, untold) in reports(Layout::Markdown, DamageKind::NoteBelow) {
        let table = written.said[0].trim_start_matches("below the table ").split(':').next();
        let of_table = written.truth.iter().filter(|cell| Some(cell.table().key()) == table);
        if untold == untold_before(&spec) {
            harmless += 1;
        } else {
            others += 1;
            assert!(of_table.clone().all(|cell| cell.value.is_none()), "{:?}", written.said);
        }
        assert!(of_table.count() > 0, "{:?}", written.said);
    }
    assert!(harmless > 8 && others > 8, "{harmless} notes say nothing of the numbers, {others} do");
}

#[test]
fn the_table_of_the_year_before_takes_no_number_away() {
    let mut struck = 0;
    for (spec, written, untold) in reports(Layout::Markdown, DamageKind::YearBeforeBelow) {
        struck += 1;
        assert_eq!(untold, untold_before(&spec), "{:?}", written.said);
    }
    assert!(struck > 30);
}

#[test]
fn a_cell_over_two_rows_leaves_the_lower_one_without_a_number() {
    let page = Layout::Html(Html { markup: Markup::Plain, charset: "utf-8" });
    for (spec, written, untold) in reports(page, DamageKind::CellOverRows) {
        assert!(untold <= untold_before(&spec) + 1, "{:?}", written.said);
        assert!(written.text.contains("rowspan=\"2\""), "{:?}", written.said);
    }
    for (_, written, _) in reports(Layout::Paragraphs, DamageKind::CellOverRows) {
        let lost = written.truth.iter().filter(|cell| cell.value.is_none() && cell.unprinted.is_some());
        assert!(lost.count() >= 1, "{:?}", written.said);
    }
}

#[test]
fn a_count_with_its_classifier_is_that_count() {
    let mut counted = 0;
    for (spec, written, untold) in reports(Layout::Markdown, DamageKind::ShareInCell) {
        if written.said[0].contains('起') {
            counted += 1;
            assert_eq!(untold, untold_before(&spec), "{:?}", written.said);
        }
    }
    assert!(counted > 0);
}
