//! A small torture: reports in every layout, as their authors wrote them and with one damage of every kind, read back. No
//! number may be read that the report neither prints nor means.
//!
//! `make torture` does the same with many more reports; `GOVREPORT_TORTURE=20` tries twenty of each here.

use std::fmt::Write as _;

use govreport::{Options, Reading};
use govreport_synth::{DamageKind, Html, Layout, Markup, Spec, write};

/// All layouts that are texts or web pages.
fn layouts() -> Vec<Layout> {
    let pages = Markup::ALL.map(|markup| Layout::Html(Html { markup, charset: "utf-8" }));
    Layout::ALL.into_iter().chain(pages).collect()
}

/// The reports of each layout and kind.
fn reports() -> u64 {
    std::env::var("GOVREPORT_TORTURE").ok().and_then(|reports| reports.parse().ok()).unwrap_or(2)
}

/// Writes a report, reads it, and says what was read wrong.
fn wrong(layout: Layout, kinds: &[DamageKind], seed: u64) -> Option<String> {
    let written = write(&Spec::damaged(layout, kinds, seed));
    let reading = Reading::of_text(&written.text, &Options::default()).ok()?;
    let mut message = String::new();
    for truth in &written.truth {
        let value = reading.report.cell(truth.at()).and_then(|cell| cell.value);
        if truth.is_wrong(value) {
            let number = |value: Option<govreport_synth::Decimal>| value.map(|value| value.to_string());
            // Writing to a string cannot fail.
            let _ = writeln!(
                message,
                "  {}: read {:?}, printed {:?}, true {:?}",
                truth.at(),
                number(value),
                number(truth.value),
                number(truth.unprinted)
            );
        }
    }
    if message.is_empty() {
        return None;
    }
    let names = kinds.iter().map(|kind| kind.key()).collect::<Vec<_>>().join("+");
    let names = if names.is_empty() { "none" } else { &names };
    Some(format!("torture --write '{layout:?}' {names} {seed}\n  {}\n{message}", written.said.join("; ")))
}

/// Fails with all that was read wrong, and how to write it again.
fn nothing_wrong(damage: &[&[DamageKind]], base: u64) {
    let mut complaints = Vec::new();
    for (number, layout) in (0_u64..).zip(layouts()) {
        for (place, kinds) in (0_u64..).zip(damage) {
            for report in 0..reports() {
                let seed = base + number * 1_000_000 + place * 10_000 + report * 10;
                complaints.extend(wrong(layout, kinds, seed));
            }
        }
    }
    assert!(
        complaints.is_empty(),
        "{} reports with wrong cells. To see one again: cargo run --release -p govreport-benches --bin torture -- --write …\n\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}

#[test]
fn undamaged_reports_are_read_without_a_wrong_number() {
    let undamaged: [&[DamageKind]; 10] = [&[]; 10];
    nothing_wrong(&undamaged, 7_000_000_000);
}

#[test]
fn no_damage_makes_a_wrong_number() {
    let kinds: Vec<&[DamageKind]> = DamageKind::ALL.chunks(1).collect();
    nothing_wrong(&kinds, 3_000_000_000);
}
