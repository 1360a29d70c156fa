//! A small torture: reports in every layout, as their authors wrote them and with one damage of every kind, read back. Nothing may
//! be said that is not so: no number that the report does not print, no `blank` where it prints something, and no report may be
//! refused.
//!
//! `make torture` does the same with many more reports; `GOVREPORT_TORTURE=20` tries twenty of each here.

use std::fmt::Write as _;

use govreport::{Options, Reading};
use govreport_synth::{Answer, DamageKind, Html, Layout, Markup, Spec, Verdict, write};

/// Cells that may be wrong or misstated in the reports of a kind of damage that this test reads: how far the engine is from keeping
/// the promise. Each should be 0, and none may grow.
const ALLOWED: &[(DamageKind, usize)] = &[];

/// All layouts that are texts or web pages.
fn layouts() -> Vec<Layout> {
    let pages = Markup::ALL.map(|markup| Layout::Html(Html { markup, charset: "utf-8" }));
    Layout::ALL.into_iter().chain(pages).collect()
}

/// How many reports of each layout and kind are read instead of the usual two.
fn asked() -> Option<u64> {
    std::env::var("GOVREPORT_TORTURE").ok().and_then(|reports| reports.parse().ok())
}

/// Reports in which something was said that is not so.
#[derive(Default)]
struct Complaints {
    /// Cells that are wrong or misstated; a report that was refused counts as one.
    count: usize,
    text: String,
}

impl Complaints {
    /// Writes a report, reads it, and notes what was said of it that is not so.
    fn try_one(&mut self, layout: Layout, kinds: &[DamageKind], seed: u64) {
        let written = write(&Spec::damaged(layout, kinds, seed));
        let mut message = String::new();
        // Writing to a string cannot fail.
        match Reading::from_text(&written.text, &Options::default()) {
            Err(error) => {
                self.count += 1;
                let _ = writeln!(message, "  refused: {error}");
            }
            Ok(reading) => {
                for truth in &written.truth {
                    let answer = reading.report.cell(truth.at()).map_or(Answer::NONE, Answer::from);
                    let verdict = truth.verdict(answer);
                    if matches!(verdict, Verdict::Wrong | Verdict::Misstated) {
                        self.count += 1;
                        let _ = writeln!(
                            message,
                            "  {verdict:?} {}: read {answer:?}, in truth {truth:?}",
                            truth.at()
                        );
                    }
                }
            }
        }
        if !message.is_empty() {
            let names = kinds.iter().map(|kind| kind.key()).collect::<Vec<_>>().join("+");
            let names = if names.is_empty() { "none" } else { &names };
            let said = written.said.join("; ");
            let _ = writeln!(self.text, "torture --write '{layout:?}' {names} {seed}\n  {said}\n{message}");
        }
    }
}

/// Fails with all that was said that is not so, and how to write the reports again.
fn nothing_untrue(kinds: &[DamageKind], reports: u64, base: u64) {
    let mut failures = String::new();
    let damages: Vec<&[DamageKind]> = if kinds.is_empty() { vec![&[]] } else { kinds.chunks(1).collect() };
    for (place, damage) in (0_u64..).zip(damages) {
        let mut complaints = Complaints::default();
        for (number, layout) in (0_u64..).zip(layouts()) {
            if damage.iter().all(|kind| kind.fits(layout)) {
                for report in 0..asked().unwrap_or(reports) {
                    let seed = base + number * 1_000_000 + place * 10_000 + report * 10;
                    complaints.try_one(layout, damage, seed);
                }
            }
        }
        let of_kind = ALLOWED.iter().find(|(kind, _)| damage.first() == Some(kind));
        // The allowance holds for the usual number of reports.
        let allowed = of_kind.map_or(0, |(_, allowed)| *allowed);
        let tolerated = if asked().is_some() { usize::MAX * usize::from(allowed > 0) } else { allowed };
        if complaints.count > tolerated {
            let _ = writeln!(
                failures,
                "{damage:?}: {} cells, {allowed} allowed\n{}",
                complaints.count, complaints.text
            );
        }
    }
    assert!(
        failures.is_empty(),
        "To see a report again: cargo run --release -p govreport-benches --bin torture -- --write …\n\n{failures}"
    );
}

#[test]
fn undamaged_reports_are_read_as_they_are() {
    nothing_untrue(&[], 20, 7_000_000_000);
}

#[test]
fn no_damage_is_read_as_what_it_is_not() {
    nothing_untrue(DamageKind::EARLIER, 2, 3_000_000_000);
}

#[test]
fn no_later_kind_of_damage_is_read_as_what_it_is_not() {
    nothing_untrue(DamageKind::LATER, 2, 5_000_000_000);
}
