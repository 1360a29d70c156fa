//! The page of the documentation.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use govreport_benches::{Count, percent};

use crate::outputs::Work;
use crate::read::Result;

/// What the page is about.
const ABOUT: &str = include_str!("about.md");

/// What a user has, by the extension of it.
const HAS: [(&str, &str); 8] = [
    ("html", "a web page"),
    ("docx", "a Word document (DOCX)"),
    ("doc", "an old Word document (DOC)"),
    ("xlsx", "a workbook (XLSX)"),
    ("xls", "an old workbook (XLS)"),
    ("pdf", "a PDF"),
    ("odt", "an OpenDocument text (ODT, FODT)"),
    ("rtf", "Rich Text (RTF)"),
];

/// Under what a way is listed.
fn has(result: &Result) -> &str {
    match result.way.takes.as_str() {
        "fodt" => "odt",
        takes => takes,
    }
}

/// The whole page.
pub(crate) fn page(work: &Work, results: &[Result]) -> String {
    let mut page = ABOUT.to_owned();
    all(results, &mut page);
    for (extension, name) in HAS.into_iter().chain([("md", "Markdown")]) {
        let mut ways: Vec<&Result> =
            results.iter().filter(|result| has(result) == extension && result.count.reports > 0).collect();
        if ways.is_empty() {
            continue;
        }
        ways.sort_by(|a, b| {
            let share = |of: &Count| of.given * 1_000_000 / of.numbers.max(1);
            share(&b.count).cmp(&share(&a.count)).then_with(|| a.way.name.cmp(&b.way.name))
        });
        // Writing to a string cannot fail.
        let _ = writeln!(page, "\n## From {name}\n");
        page.push_str("| tool | call | of | gives | outputs | numbers | empty, dashes | title, issuer, year | remarks |\n");
        page.push_str("|---|---|---|---|--:|--:|--:|--:|---|\n");
        for result in ways {
            row(work, result, &mut page);
        }
    }
    skipped(results, &mut page);
    versions(results, &mut page);
    page
}

/// A count that should be 0.
fn fault(count: u64) -> String {
    if count == 0 { "0".to_owned() } else { format!("**{count}**") }
}

fn all(results: &[Result], page: &mut String) {
    let mut count = Count::default();
    for result in results {
        count += result.count;
    }
    let ways = results.iter().filter(|result| result.count.reports > 0).count();
    page.push_str(
        "\n## All\n\n| ways | outputs | cells | numbers | numbers read | wrong | misstated | not read |\n",
    );
    page.push_str("|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    // Writing to a string cannot fail.
    let _ = writeln!(
        page,
        "| {ways} | {} | {} | {} | {} | {} | {} | {} |",
        count.reports,
        count.cells,
        count.numbers,
        percent(count.given, count.numbers),
        fault(count.wrong),
        fault(count.misstated),
        count.refused
    );
}

fn row(work: &Work, result: &Result, page: &mut String) {
    let Result { way, count, identity, .. } = result;
    let reports = count.reports;
    let nothing = count.cells - count.numbers;
    // Writing to a string cannot fail.
    let _ = writeln!(
        page,
        "| {} | {} | {} | {} | {reports} | {} | {} | {}, {}, {} | {} |",
        way.tool,
        way.call.replace('|', "\\|"),
        way.from,
        way.gives.to_uppercase(),
        percent(count.given, count.numbers),
        percent(count.nothing, nothing),
        identity.title,
        identity.issuer,
        identity.year,
        remarks(work, result)
    );
}

fn remarks(work: &Work, result: &Result) -> String {
    let Count { wrong, misstated, refused, reports, .. } = result.count;
    let mut remarks = Vec::new();
    if wrong + misstated > 0 {
        remarks.push(format!("**{wrong} wrong, {misstated} misstated**"));
    }
    if refused > 0 {
        let why = result.outputs.iter().find_map(|one| one.refused.as_deref()).unwrap_or_default();
        let how_many = if refused == reports { String::new() } else { format!("{refused} ") };
        remarks.push(format!("{how_many}not read: {why}"));
    }
    let failures: Vec<_> = work.failures.iter().filter(|failure| failure.way == result.way.name).collect();
    if let Some(first) = failures.first() {
        let reason: String = first.reason.chars().take(90).collect();
        let reports: Vec<&str> = failures.iter().take(3).map(|failure| failure.report.as_str()).collect();
        let others = if failures.len() > reports.len() { " …" } else { "" };
        remarks.push(format!(
            "the tool failed on {} (report {}{others}): {reason}",
            failures.len(),
            reports.join(", ")
        ));
    }
    if result.identity.wrong > 0 {
        remarks.push(format!("{} facts of identity are others", result.identity.wrong));
    }
    remarks.join("; ").replace('|', "\\|")
}

fn skipped(results: &[Result], page: &mut String) {
    let skipped: Vec<_> = results.iter().filter(|result| !result.way.skipped.is_empty()).collect();
    if skipped.is_empty() {
        return;
    }
    page.push_str("\n## Skipped\n\n");
    for Result { way, .. } in skipped {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "- {}: {}", way.name, way.skipped);
    }
}

fn versions(results: &[Result], page: &mut String) {
    let versions: BTreeMap<_, _> = results
        .iter()
        .filter(|result| !result.way.version.is_empty())
        .map(|result| (result.way.tool.as_str(), result.way.version.as_str()))
        .collect();
    page.push_str("\n## Versions\n\n| tool | version |\n|---|---|\n");
    for (tool, version) in versions {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "| {tool} | {version} |");
    }
}
