//! The checks of sums: none fires where all sums hold, exactly the right ones fire where a number is broken, and what could not
//! be compared is said.

use govreport::check::{Check, CheckReport, Rule, SkipReason};
use govreport::form::{ColumnKey, Edition, RowKey, SectionKey, TableKind};
use govreport::model::{CellRef, Report};
use govreport_synth::{Damage, Decimal, Entry, Layout, Merged, Scale, Spec, write};

#[path = "support/sums.rs"]
mod sums;

use sums::{broken_sums, sums_with};

fn ran(result: &CheckReport) -> Vec<(Rule, usize)> {
    result.ran.iter().map(|ran| (ran.rule, ran.comparisons)).collect()
}

fn spec(edition: Edition) -> Spec {
    Spec::new(Layout::Tabs(Merged::Empty), edition, Scale::County, 21)
}

fn report(spec: &Spec) -> Report {
    govreport::parse(&write(spec).text).expect("a written report is one")
}

fn check(spec: &Spec) -> CheckReport {
    report(spec).check(&Check::default())
}

#[test]
fn sums_that_hold_are_counted_and_give_no_finding() {
    for (edition, rows) in [(Edition::E2021, 25), (Edition::E2019, 23)] {
        let result = check(&spec(edition));
        assert_eq!(result.findings, []);
        assert_eq!(
            ran(&result),
            [(Rule::ApplicantSum, rows), (Rule::OutcomeSum, 7), (Rule::CaseBalance, 7), (Rule::ResultSum, 3)]
        );
        assert_eq!(result.skipped, []);
    }
}

#[test]
fn a_broken_number_breaks_exactly_the_sums_it_is_part_of() {
    for edition in [Edition::E2021, Edition::E2019] {
        let whole = spec(edition);
        for ((row, column), value) in whole.figures.iter() {
            let at = CellRef::new(row, column);
            let mut broken = whole.clone();
            broken.figures.set(row, column, value + Decimal::from(1000));
            let report = report(&broken);
            let before = report.clone();
            let result = report.check(&Check::default());
            assert_eq!(report, before, "checking changes nothing");
            for finding in &result.findings {
                assert!(finding.span.is_some(), "{at}: {} has no place", finding.rule());
                let difference = finding.observed().zip(finding.expected()).map(|(is, due)| (is - due).abs());
                assert_eq!(difference, Some(Decimal::from(1000)), "{at}: {}", finding.message());
            }
            let fired = broken_sums(&result);
            assert_eq!(fired.len(), result.findings.len(), "{at}: a finding stands twice");
            assert_eq!(fired, sums_with(at, broken.figures.editions().of(at.table)), "{at}");
        }
    }
}

#[test]
fn sums_of_cells_without_number_are_not_compared() {
    let mut spec = spec(Edition::E2021);
    let at = CellRef::new(RowKey::Granted, ColumnKey::NaturalPerson);
    spec.entries.insert(at, Entry::Blank);
    let result = check(&spec);
    assert_eq!(result.findings, []);
    assert_eq!(
        ran(&result),
        [(Rule::ApplicantSum, 24), (Rule::OutcomeSum, 6), (Rule::CaseBalance, 7), (Rule::ResultSum, 3)]
    );
}

#[test]
fn a_table_that_is_missing_is_not_checked_and_that_is_said() {
    let mut spec = spec(Edition::E2021);
    spec.damage.push(Damage::WithoutSection(SectionKey::Review));
    let result = check(&spec);
    assert_eq!(result.findings, []);
    let skipped: Vec<_> = result.skipped.iter().map(|skipped| skipped.rule).collect();
    assert_eq!(skipped, [Rule::ResultSum]);
    assert_eq!(result.skipped[0].reason, SkipReason::TableAbsent(TableKind::Review));
}
