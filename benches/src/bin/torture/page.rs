//! The counts as a page in Markdown. What is counted by layout and kind at once is a table of its own: [`crate::tsv`].

use std::fmt::Write as _;

use govreport_benches::{Count, percent};
use govreport_synth::DamageKind;

use crate::case::names;
use crate::options::Options;
use crate::outcomes::{Outcomes, sum};
use crate::run::Outcome;
use crate::target::ALL;

/// A count that should be 0.
fn fault(count: u64) -> String {
    if count == 0 { "0".to_owned() } else { format!("**{count}**") }
}

fn head(first: &str) -> String {
    format!(
        "| {first} | reports | cells | exact | loose | honest | misstated | wrong | refused | exact of determined |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    )
}

fn row(name: &str, count: &Count) -> String {
    let cells = count.cells;
    format!(
        "| {name} | {} | {cells} | {} | {} | {} | {} | {} | {} | {} |\n",
        count.reports,
        percent(count.exact, cells),
        percent(count.loose, cells),
        percent(count.honest, cells),
        fault(count.misstated),
        fault(count.wrong),
        fault(count.refused),
        percent(count.determined_exact, count.determined),
    )
}

/// What the page is about.
const ABOUT: &str = include_str!("about.md");

/// The whole page.
pub(crate) fn page(options: &Options, outcomes: &Outcomes) -> String {
    let mut page = ABOUT.to_owned();
    page.push_str("## All\n\n");
    page.push_str(&head("damage"));
    let lines: [(&str, &[Outcome]); 5] = [
        ("none", &outcomes.undamaged),
        ("one", &outcomes.single),
        ("two or three small ones", &outcomes.small),
        ("a later kind and a slip of the author", &outcomes.slips),
        ("any two", &outcomes.pairs),
    ];
    for (later, layouts) in [(false, ""), (true, ", in the layouts that came later")] {
        for (name, outcomes) in lines {
            let count = sum(outcomes.iter().filter(|outcome| outcome.group.target.later == later));
            if count.reports > 0 {
                page.push_str(&row(&format!("{name}{layouts}"), &count));
            }
        }
    }
    let broken = sum(outcomes.all()).broken;
    // Writing to a string cannot fail.
    let _ = writeln!(
        page,
        "\nBreaches of [what holds of any reading](proof.md#what-holds-of-any-reading): {}.",
        fault(broken)
    );
    scripts(&lines, &mut page);
    by_kind(options, outcomes, &mut page);
    by_layout(&outcomes.single, "One damage, by layout", &mut page);
    small(outcomes, &mut page);
    page
}

/// What two scripts get, to compare with.
fn scripts(lines: &[(&str, &[Outcome])], page: &mut String) {
    page.push_str("\n| damage | by position: right, wrong | by counting: right, wrong |\n|---|--:|--:|\n");
    for (name, outcomes) in lines.iter().filter(|(_, outcomes)| !outcomes.is_empty()) {
        let count = sum(*outcomes);
        let of = |part| percent(part, count.cells);
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "| {name} | {}, {} | {}, {} |",
            of(count.by_position.right),
            of(count.by_position.wrong),
            of(count.by_counting.right),
            of(count.by_counting.wrong)
        );
    }
}

fn by_kind(options: &Options, outcomes: &Outcomes, page: &mut String) {
    let kinds: Vec<Vec<DamageKind>> = match &options.damage {
        Some(damage) => vec![damage.clone()],
        None => options.kinds.list().iter().map(|kind| vec![*kind]).collect(),
    };
    // Layouts that are not read yet would hide what each kind does to those that are.
    let later = outcomes.single.iter().all(|outcome| outcome.group.target.later);
    let shown = |outcome: &&Outcome| outcome.group.target.later == later;
    page.push_str("\n## One damage, by kind, in the layouts of before fc4ad8f\n\n");
    page.push_str(&head("damage"));
    for kind in &kinds {
        let of_kind = outcomes.single.iter().filter(shown).filter(|outcome| outcome.group.damage == *kind);
        page.push_str(&row(&names(kind), &sum(of_kind)));
    }
    if !outcomes.slips.is_empty() {
        page.push_str("\n## A slip of the author beside it, by kind, in the same layouts\n\n");
        page.push_str(&head("damage"));
        for kind in DamageKind::LATER {
            let of_kind = |outcome: &&Outcome| outcome.group.damage.last() == Some(kind);
            let count = sum(outcomes.slips.iter().filter(shown).filter(of_kind));
            if count.reports > 0 {
                page.push_str(&row(kind.key(), &count));
            }
        }
    }
}

fn by_layout(outcomes: &[Outcome], title: &str, page: &mut String) {
    // Writing to a string cannot fail.
    let _ = writeln!(page, "\n## {title}\n");
    page.push_str(&head("layout"));
    for target in &ALL {
        let count = sum(outcomes.iter().filter(|outcome| outcome.group.target.name == target.name));
        if count.reports > 0 {
            page.push_str(&row(target.name, &count));
        }
    }
}

/// Small damages together, by each kind that took part.
fn small(outcomes: &Outcomes, page: &mut String) {
    if outcomes.small.is_empty() {
        return;
    }
    page.push_str("\n## Two or three small damages, by each that took part, in the same layouts\n\n");
    page.push_str(&head("one of them"));
    for kind in DamageKind::SMALL {
        let with_kind = outcomes
            .small
            .iter()
            .filter(|outcome| !outcome.group.target.later && outcome.group.damage.contains(kind));
        page.push_str(&row(kind.key(), &sum(with_kind)));
    }
    by_layout(&outcomes.small, "Two or three small damages, by layout", page);
}
