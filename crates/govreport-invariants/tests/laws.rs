//! Every law holds of written reports: as their authors wrote them, and, for the laws of one reading, with damage that puts spans, signs,
//! units and empty cells to the test.
//!
//! A test for each law, of its name: `make mutants-invariants` changes the reader so that one of them fails and no other
//! (`mutants/invariants.tsv`).

use std::fmt::Write as _;

use govreport::document::Document;
use govreport::model::Report;
use govreport::{Options, Source};
use govreport_invariants::relations;
use govreport_invariants::{Law, Violation, judge};
use govreport_synth::{DamageKind, Docx, Html, Layout, Markup, Print, Spec, write_file};

/// Reports of each layout.
const REPORTS: u64 = 3;

/// The damage that the laws of one reading are asked of: figures that run together, numbers in many writings, cells that are empty, hold
/// dashes, words or footnotes, cells that are merged, lines between the rows.
const DAMAGE: [&str; 15] = [
    "run-together",
    "number-forms",
    "cell-lost",
    "contents-lost",
    "fillers",
    "footnote",
    "amount-unit",
    "unit-elsewhere",
    "one-dash",
    "total-dashed",
    "raised",
    "page-break",
    "sections-nested",
    "row-above-label",
    "watermark",
];

fn layouts() -> Vec<Layout> {
    let pages = Markup::ALL.map(|markup| Layout::Html(Html { markup, charset: "utf-8" }));
    let files = [Layout::Docx(Docx::PLAIN), Layout::Pdf(Print::RULED), Layout::Xlsx];
    Layout::ALL.into_iter().chain(pages).chain(files).collect()
}

/// Asks something of the reading of a report.
fn asked(spec: &Spec, ask: impl FnOnce(&Document<'_>, &Report) -> Vec<Violation>) -> Vec<Violation> {
    let options = Options::default();
    let bytes = write_file(spec).bytes;
    let source = Source::from_reader(bytes.as_slice(), &options).expect("memory can be read");
    let document = source.document(&options).expect("a written report is read");
    let report = Report::from_document(&document).expect("a written report is one");
    ask(&document, &report)
}

/// Fails with the violations of a law, and how to write the reports again.
fn holds(
    law: Law,
    specs: impl Iterator<Item = (String, Spec)>,
    ask: impl Fn(&Document<'_>, &Report, u64) -> Vec<Violation>,
) {
    let (mut failures, mut asked_of) = (String::new(), 0);
    for (name, spec) in specs {
        asked_of += 1;
        for violation in asked(&spec, |document, report| ask(document, report, spec.seed)) {
            if violation.law() == law {
                let _ = writeln!(failures, "torture --write {name}\n  {violation}");
            }
        }
    }
    assert!(asked_of > 100, "only {asked_of} reports were written");
    assert!(failures.is_empty(), "{failures}");
}

/// Reports as their authors wrote them, in all layouts.
fn undamaged() -> impl Iterator<Item = (String, Spec)> {
    layouts().into_iter().flat_map(|layout| {
        (0..2 * REPORTS).map(move |seed| (format!("'{layout:?}' none {seed}"), Spec::random(layout, seed)))
    })
}

/// The same, and reports with damage.
fn all() -> impl Iterator<Item = (String, Spec)> {
    let kinds = DAMAGE.iter().filter_map(|name| DamageKind::of_key(name));
    let damaged = kinds.flat_map(|kind| {
        layouts().into_iter().filter(move |layout| kind.fits(*layout)).flat_map(move |layout| {
            (0..REPORTS).map(move |seed| {
                (format!("'{layout:?}' {} {seed}", kind.key()), Spec::damaged(layout, &[kind], seed))
            })
        })
    });
    undamaged().chain(damaged)
}

macro_rules! of_one_reading {
    ($($name:ident = $law:ident)+) => {
        $(#[test] fn $name() {
            holds(Law::$law, all(), |document, report, _| judge(document, report));
        })+
    };
}

of_one_reading! {
    spans_apart = SpansApart
    within_table = WithinTable
    reads_as_value = ReadsAsValue
    status_as_printed = StatusAsPrinted
    blank_is_empty = BlankIsEmpty
}

macro_rules! of_two_readings {
    ($($name:ident = $law:ident by $change:ident)+) => {
        $(#[test] fn $name() {
            holds(Law::$law, undamaged(), |document, report, seed| {
                (0..6).flat_map(|pick| relations::$change(document, report, seed * 100 + pick)).collect()
            });
        })+
    };
}

of_two_readings! {
    line_removed = LineRemoved by line_removed
    line_added = LineAdded by line_added
    columns_exchanged = ColumnsExchanged by columns_exchanged
}

#[test]
fn the_kinds_of_damage_are_known() {
    for name in DAMAGE {
        assert!(DamageKind::of_key(name).is_some(), "{name}");
    }
}

#[test]
fn every_law_has_its_test() {
    let source = include_str!("laws.rs");
    for law in Law::ALL {
        assert!(source.contains(&format!("    {} = ", law.key().replace('-', "_"))), "{law}");
    }
}
