//! The counts as a page in Markdown.

use std::fmt::Write as _;

use govreport_synth::DamageKind;

use crate::case::names;
use crate::count::Count;
use crate::options::Options;
use crate::run::Outcome;
use crate::target::ALL;

/// The sum over some outcomes.
fn sum<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Count {
    let mut count = Count::default();
    for outcome in outcomes {
        count += outcome.count;
    }
    count
}

/// A share in percent, cut, not rounded: 100 % is all.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let share = (part as f64 / whole as f64 * 10_000.0).floor() / 100.0;
    if part == whole { "100 %".to_owned() } else { format!("{share:.2} %") }
}

fn head(first: &str) -> String {
    format!(
        "| {first} | reports | cells | exact | loose | null | wrong | exact of determined | by position: right, wrong | by counting: right, wrong |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    )
}

fn row(name: &str, count: &Count) -> String {
    let cells = count.cells;
    let wrong = if count.wrong == 0 { "0".to_owned() } else { format!("**{}**", count.wrong) };
    format!(
        "| {name} | {} | {cells} | {} | {} | {} | {wrong} | {} | {}, {} | {}, {} |\n",
        count.reports,
        percent(count.exact, cells),
        percent(count.loose, cells),
        percent(count.null, cells),
        percent(count.determined_exact, count.determined),
        percent(count.by_position.right, cells),
        percent(count.by_position.wrong, cells),
        percent(count.by_counting.right, cells),
        percent(count.by_counting.wrong, cells),
    )
}

/// What the page is about.
const ABOUT: &str = "\
# Torture

Reports written by `govreport-synth` in every layout, as their authors wrote them and with one or two damages of every kind, read
back and compared cell by cell. This page is written by `make torture`; the same seed always gives the same page. The damages are
listed and explained in [`DamageKind`](../crates/govreport-synth/src/damage/kind.rs).

- **exact**: the value, and a status that is right.
- **loose**: nothing that is not so, but under another status (such as `blank` where the place was lost).
- **null**: no value where the page prints one. Honest: not recovered, and not pretended.
- **wrong**: a number that is neither printed at this cell nor the true one. The one thing that must not be.
- **exact of determined**: the share of exact readings among the cells that the damaged page still determines. A judge apart from
  govreport says which these are: cells of rows that print as many contents as the form has columns under a legible label, and
  cells for which trying every place of what was lost leaves one value that satisfies the sums of the form
  ([how](../crates/govreport-synth/src/oracle/mod.rs)).
- **by position**: what a script would get that finds the label of each row and takes the numbers behind it. **By counting**: what a
  script would get that takes all numbers of a section and gives up unless there are as many as cells. Both are given the text
  without markup that govreport extracts, and the edition of the form, which they would have to find out
  ([how](../benches/src/bin/torture/baseline.rs)). Cells they leave out are neither right nor wrong.

A misprint of the author stays as printed, and so does a row of table one that moved but shows as many places as columns: nothing
on the page tells it from one that was meant so. Shares are cut, not rounded.

To see a report again: `torture --write LAYOUT DAMAGE SEED`; to look for some: `torture --layout L --damage D --reports 400 --show 20`.

";

/// The whole page.
pub(crate) fn page(options: &Options, single: &[Outcome], pairs: &[Outcome]) -> String {
    let mut page = ABOUT.to_owned();
    let undamaged: Vec<&Outcome> = single.iter().filter(|outcome| outcome.group.damage.is_empty()).collect();
    let damaged: Vec<&Outcome> = single.iter().filter(|outcome| !outcome.group.damage.is_empty()).collect();
    let kinds: Vec<Vec<DamageKind>> = match &options.damage {
        Some(damage) => vec![damage.clone()],
        None => DamageKind::ALL.iter().map(|kind| vec![*kind]).collect(),
    };
    page.push_str("## All\n\n");
    page.push_str(&head("damage"));
    page.push_str(&row("none", &sum(undamaged.iter().copied())));
    page.push_str(&row("one", &sum(damaged.iter().copied())));
    if !pairs.is_empty() {
        page.push_str(&row("two", &sum(pairs)));
    }
    page.push_str("\n## One damage, by kind\n\n");
    page.push_str(&head("damage"));
    for kind in &kinds {
        let of_kind = damaged.iter().copied().filter(|outcome| outcome.group.damage == *kind);
        page.push_str(&row(&names(kind), &sum(of_kind)));
    }
    page.push_str("\n## One damage, by layout\n\n");
    page.push_str(&head("layout"));
    for target in &ALL {
        let of_target = damaged.iter().copied().filter(|outcome| outcome.group.target.name == target.name);
        let count = sum(of_target);
        if count.reports > 0 {
            page.push_str(&row(target.name, &count));
        }
    }
    matrix(&kinds, &damaged, &mut page);
    page.push_str("\n## Wrong cells\n\n");
    let mut none = true;
    for outcome in single.iter().chain(pairs).filter(|outcome| outcome.count.wrong > 0) {
        none = false;
        // Writing to a string cannot fail.
        let _ = writeln!(page, "- {}: {} of {}", outcome.group, outcome.count.wrong, outcome.count.cells);
    }
    if none {
        page.push_str("None.\n");
    }
    page
}

/// Each layout with each kind of damage.
fn matrix(kinds: &[Vec<DamageKind>], damaged: &[&Outcome], page: &mut String) {
    let shown: Vec<&str> = ALL
        .iter()
        .map(|target| target.name)
        .filter(|name| damaged.iter().any(|outcome| outcome.group.target.name == *name))
        .collect();
    page.push_str("\n## One damage, layout by kind\n\n");
    page.push_str("Exact, honest null, and exact of determined, in percent of the cells; wrong cells, where there are any, behind `!`.\n\n");
    let _ = writeln!(page, "| damage | {} |", shown.join(" | "));
    let _ = writeln!(page, "|---|{}", "--:|".repeat(shown.len()));
    for kind in kinds {
        let _ = write!(page, "| {} |", names(kind));
        for name in &shown {
            let of_both = damaged
                .iter()
                .copied()
                .filter(|outcome| outcome.group.target.name == *name && outcome.group.damage == *kind);
            let count = sum(of_both);
            let short = |part, whole| percent(part, whole).replace(" %", "");
            let wrong = if count.wrong > 0 { format!(" **!{}**", count.wrong) } else { String::new() };
            let _ = write!(
                page,
                " {} {} {}{wrong} |",
                short(count.exact, count.cells),
                short(count.null, count.cells),
                short(count.determined_exact, count.determined)
            );
        }
        page.push('\n');
    }
}
