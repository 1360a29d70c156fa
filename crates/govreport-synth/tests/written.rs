//! What every written report must be, whatever its layout.

use govreport_core::form::{ColumnKey, Edition, RowKey, SectionKey, TableKind};
use govreport_core::model::{CellRef, Status};
use govreport_synth::{
    Answer, Damage, Entry, Html, Layout, Markup, Merged, NumberStyle, Print, Scale, Spec, write,
};
use rust_decimal::Decimal;

/// The number that a cell's text says, whatever the style.
fn number(text: &str) -> Option<Decimal> {
    let plain: String = text
        .chars()
        .filter(|c| *c != ',')
        .map(|c| match c {
            '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            '−' => '-',
            other => other,
        })
        .collect();
    plain.trim_start_matches('+').parse().ok()
}

#[test]
fn every_number_stands_where_the_truth_says() {
    for layout in Layout::ALL.into_iter().chain(Layout::CONVERTED) {
        for seed in 0..60 {
            let written = write(&Spec::random(layout, seed));
            for cell in &written.truth {
                let place = cell
                    .place
                    .clone()
                    .unwrap_or_else(|| panic!("{layout:?} {seed}: {} has no place", cell.at()));
                assert_eq!(number(&written.text[place]), cell.value, "{layout:?} {seed}: {}", cell.at());
            }
            assert!(written.text.replace(['\n', ' ', '#'], "").contains(&written.title), "{layout:?} {seed}");
        }
    }
}

/// The layouts whose text is the source of a page or of a file.
fn marked_up() -> Vec<Layout> {
    let mut layouts = vec![Layout::OpenText(Print::RULED), Layout::OpenSheets, Layout::Xlsx];
    layouts.extend(Markup::ALL.map(|markup| Layout::Html(Html { markup, charset: "utf-8" })));
    layouts
}

/// The text without its tags.
fn without_tags(source: &str) -> String {
    source.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
}

#[test]
fn every_number_stands_in_the_source_where_the_truth_says() {
    for layout in marked_up() {
        for seed in 0..20 {
            let written = write(&Spec::random(layout, seed));
            assert_eq!(written, write(&Spec::random(layout, seed)));
            for cell in &written.truth {
                let place = cell.place.clone().unwrap_or_else(|| panic!("{layout:?} {seed}: {}", cell.at()));
                let text = without_tags(&written.text[place]);
                assert_eq!(number(&text), cell.value, "{layout:?} {seed}: {}: {text}", cell.at());
            }
        }
    }
}

#[test]
fn the_same_spec_gives_the_same_text() {
    for layout in Layout::ALL {
        assert_eq!(write(&Spec::random(layout, 5)), write(&Spec::random(layout, 5)));
        assert_ne!(write(&Spec::random(layout, 5)).text, write(&Spec::random(layout, 6)).text);
    }
}

#[test]
fn numbers_that_run_together_have_one_digit() {
    for seed in 0..40 {
        let spec = Spec::random(Layout::Concatenated, seed);
        assert_eq!(spec.numbers, NumberStyle::PLAIN);
        assert!(spec.figures.iter().all(|(_, value)| value.abs() < Decimal::TEN));
    }
}

#[test]
fn cells_without_number_have_no_value() {
    let cell = |column| CellRef::new(RowKey::Granted, column);
    for layout in Layout::ALL {
        let mut spec = Spec::new(layout, Edition::E2021, Scale::SingleDigit, 4);
        spec.entries.insert(cell(ColumnKey::NaturalPerson), Entry::Blank);
        spec.entries.insert(cell(ColumnKey::Total), Entry::NotApplicable("—".into()));
        let written = write(&spec);
        let blank = written.cell(RowKey::Granted, ColumnKey::NaturalPerson).expect("in the form");
        assert_eq!((blank.value, blank.place.clone()), (None, None));
        assert_eq!(blank.statuses == [Status::Blank], layout.keeps_blanks(), "{layout:?}");
        let dash = written.cell(RowKey::Granted, ColumnKey::Total).expect("in the form");
        assert_eq!(dash.statuses, [Status::NotApplicable]);
        assert_eq!(written.text[dash.place.clone().expect("a dash is printed")], *"—");
        let read = |value| Answer { value: Some(value), unit: None, status: Status::Read };
        assert!(!dash.is_wrong(Answer::NONE));
        assert!(dash.is_wrong(read(Decimal::ZERO)) && dash.is_wrong(read(Decimal::from(77))));
    }
}

#[test]
fn damage_takes_away_what_it_says() {
    let mut spec = Spec::new(Layout::Tabs(Merged::Empty), Edition::E2021, Scale::County, 9);
    spec.damage = vec![
        Damage::CutAfter(RowKey::DeniedStateSecret),
        Damage::WithoutSection(SectionKey::Review),
        Damage::Shifted(RowKey::Granted, ColumnKey::OtherOrganization),
    ];
    let written = write(&spec);
    let absent = written.truth.iter().filter(|cell| cell.statuses == [Status::Absent]).count();
    assert_eq!(absent, 20 * 7 + 2 * 7 - 7 + 15 - 7);
    assert!(written.truth.iter().all(|cell| (cell.statuses == [Status::Absent]) != (cell.value.is_some())));
    let lost = written.cell(RowKey::Granted, ColumnKey::OtherOrganization).expect("in the form");
    assert_eq!(lost.place, None);
    assert!(lost.statuses.contains(&Status::Inferred));
    assert!(!written.sections.contains(&SectionKey::Review));
    assert_eq!(written.truth.iter().filter(|cell| cell.table() == TableKind::Proactive).count(), 10);
}
