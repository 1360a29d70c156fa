//! What damage must be, of whatever kind and in whatever layout: it strikes, it is the same every time, and it knows the truth.

use govreport_core::model::Status;
use govreport_synth::{DamageKind, Html, Layout, Markup, Merged, Spec, Written, determined, write};
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
    Layout::ALL.into_iter().chain(pages).collect()
}

/// Every layout with every kind of damage, and with two kinds, in some reports each.
fn all(mut check: impl FnMut(&Spec, &Written, &str)) {
    for layout in layouts() {
        for (place, kind) in DamageKind::ALL.iter().enumerate() {
            let other = DamageKind::ALL[(place * 7 + 3) % DamageKind::ALL.len()];
            for (seed, kinds) in [(11, vec![*kind]), (12, vec![*kind]), (13, vec![*kind, other])] {
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
                assert_eq!(cell.unprinted, number, "{name}: {}", cell.at());
                assert!(!cell.statuses.contains(&Status::Read), "{name}: {}", cell.at());
            }
            assert!(!cell.is_wrong(None) && !cell.is_wrong(cell.value), "{name}: {}", cell.at());
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
    let layout = Layout::Tabs(Merged::Empty);
    for kind in DamageKind::ALL {
        let changed = (0..20)
            .filter(|seed| {
                write(&Spec::damaged(layout, &[*kind], *seed)).text
                    != write(&Spec::random(layout, *seed)).text
            })
            .count();
        assert!(changed >= 12, "{kind:?} changed {changed} of 20 reports");
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
