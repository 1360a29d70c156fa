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

/// The whole page.
pub(crate) fn page(options: &Options, single: &[Outcome], pairs: &[Outcome]) -> String {
    let mut page = String::new();
    let undamaged: Vec<&Outcome> = single.iter().filter(|outcome| outcome.group.damage.is_empty()).collect();
    let damaged: Vec<&Outcome> = single.iter().filter(|outcome| !outcome.group.damage.is_empty()).collect();
    page.push_str("## All\n\n");
    page.push_str(&head("damage"));
    page.push_str(&row("none", &sum(undamaged.iter().copied())));
    page.push_str(&row("one", &sum(damaged.iter().copied())));
    if !pairs.is_empty() {
        page.push_str(&row("two", &sum(pairs)));
    }
    page.push_str("\n## By damage\n\n");
    page.push_str(&head("damage"));
    let kinds: Vec<Vec<DamageKind>> = match &options.damage {
        Some(damage) => vec![damage.clone()],
        None => DamageKind::ALL.iter().map(|kind| vec![*kind]).collect(),
    };
    for kind in &kinds {
        let of_kind = damaged.iter().copied().filter(|outcome| outcome.group.damage == *kind);
        page.push_str(&row(&names(kind), &sum(of_kind)));
    }
    page.push_str("\n## By layout, with one damage\n\n");
    page.push_str(&head("layout"));
    for target in &ALL {
        let of_target = damaged.iter().copied().filter(|outcome| outcome.group.target.name == target.name);
        let count = sum(of_target);
        if count.reports > 0 {
            page.push_str(&row(target.name, &count));
        }
    }
    page.push_str("\n## Wrong cells, layout by damage\n\n");
    let mut none = true;
    for outcome in damaged.iter().copied().chain(pairs).filter(|outcome| outcome.count.wrong > 0) {
        none = false;
        // Writing to a string cannot fail.
        let _ = writeln!(page, "- {}: {} of {}", outcome.group, outcome.count.wrong, outcome.count.cells);
    }
    if none {
        page.push_str("None.\n");
    }
    page
}
