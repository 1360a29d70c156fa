//! The comparison with the counts of another engine over the same reports: what was exact and is so no more.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::case::names;
use crate::outcomes::Outcomes;

/// The exact cells of each report, by damage and layout.
type Exact<'a> = BTreeMap<(&'a str, &'a str), Vec<u64>>;

fn parsed(table: &str) -> Exact<'_> {
    let mut exact = Exact::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let (Some(damage), Some(layout), Some(counts)) = (fields.first(), fields.get(1), fields.last())
        else {
            continue;
        };
        let counts = counts.split(' ').filter_map(|count| count.parse().ok()).collect();
        exact.insert((damage, layout), counts);
    }
    exact
}

/// What one kind of damage lost and won.
#[derive(Debug, Default)]
struct Change {
    cells: u64,
    before: u64,
    now: u64,
    /// Counted report by report: what one lost no other makes up for.
    lost: u64,
    won: u64,
}

/// The comparison as a table, by kind of damage, the greatest losses first.
pub(crate) fn compared(earlier: &str, outcomes: &Outcomes) -> String {
    let earlier = parsed(earlier);
    let mut changes: BTreeMap<String, Change> = BTreeMap::new();
    let mut without = 0;
    for outcome in outcomes.all() {
        let kind = names(&outcome.group.damage);
        let before = earlier.get(&(kind.as_str(), outcome.group.target.name));
        // The first reports of a group are the same however many there are.
        let both = before.map_or(0, Vec::len).min(outcome.exact.len()) as u64;
        let Some(before) = before.filter(|_| both > 0) else {
            without += 1;
            continue;
        };
        let change = changes.entry(kind.clone()).or_default();
        change.cells += outcome.count.cells * both / outcome.count.reports.max(1);
        for (before, now) in before.iter().zip(&outcome.exact) {
            change.before += before;
            change.now += now;
            change.lost += before.saturating_sub(*now);
            change.won += now.saturating_sub(*before);
        }
    }
    let mut text = "\n## Exact before, and not now\n\n| damage | cells | exact before | exact now | lost | won | lost of the cells |\n|---|--:|--:|--:|--:|--:|--:|\n".to_owned();
    let mut all = Change::default();
    let mut rows: Vec<(&String, &Change)> = changes.iter().collect();
    rows.sort_by(|a, b| (b.1.lost * a.1.cells.max(1)).cmp(&(a.1.lost * b.1.cells.max(1))));
    for (kind, change) in rows {
        all.cells += change.cells;
        all.before += change.before;
        all.now += change.now;
        all.lost += change.lost;
        all.won += change.won;
        row(kind, change, &mut text);
    }
    row("all", &all, &mut text);
    if without > 0 {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n{without} groups of layout and damage have no counts there.");
    }
    text
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn row(kind: &str, change: &Change, text: &mut String) {
    let Change { cells, before, now, lost, won } = change;
    let share = *lost as f64 / (*cells).max(1) as f64 * 100.0;
    // Writing to a string cannot fail.
    let _ = writeln!(text, "| {kind} | {cells} | {before} | {now} | {lost} | {won} | {share:.2} % |");
}
