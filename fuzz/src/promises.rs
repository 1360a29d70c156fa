//! What always holds of a reading (ARCHITECTURE.md), whatever was read.

use govreport::Reading;
use govreport::check::Check;
use govreport::form::form;
use govreport::model::{Finding, Report, Status, Table, TableCell};
use govreport::render::{self, TerminalOptions};

// The ordinary tests ask the same of every reading.
#[path = "../../crates/govreport/tests/support/spans.rs"]
mod spans;
use spans::check_spans;

/// Panics where a reading breaks a promise.
pub fn kept(reading: &Reading) {
    let Reading { text, report, .. } = reading;
    check_spans(report, text);
    for table in report.tables() {
        every_cell(table);
    }
    for cell in report.cells() {
        value_and_status(cell);
        as_printed(cell, text);
    }
    lawful(&govreport_invariants::judge_text(text, report));
    let json = govreport::to_json(report);
    let back = govreport::from_json(&json).expect("what was written can be read");
    assert!(back == *report, "the report changed on its way through JSON");
    assert!(govreport::to_json(&back) == json, "the JSON changed on its way");
    // Showing must not fail, in whatever width.
    render::terminal(reading, &TerminalOptions::default());
    harmless(report);
}

/// Panics where a law that holds of any reading is broken. Fuzzing shuffles documents: rows that stand in the section of another table are
/// let through.
pub fn lawful(broken: &[govreport_invariants::Violation]) {
    let broken: Vec<_> = broken.iter().filter(|violation| !violation.is_of_shuffled()).collect();
    let said: Vec<String> = broken.iter().take(8).map(ToString::to_string).collect();
    assert!(broken.is_empty(), "{} breaches of laws:\n{}", broken.len(), said.join("\n"));
}

/// Panics where checking or showing a report fails or changes it. Reports that nobody read, only wrote as JSON, are welcome.
pub fn harmless(report: &Report) {
    let before = report.clone();
    let check = Check::default();
    let found = report.check(&check);
    assert!(found.findings == report.check(&check).findings, "checking twice finds two things");
    assert!(found.findings.iter().all(is_about_cells), "a finding of a check without a cell");
    render::html(report);
    assert!(*report == before, "checking or showing changed the report");
}

fn is_about_cells(finding: &Finding) -> bool {
    !finding.cells.is_empty()
}

/// A table has every cell of its edition, absent ones too, in the form's order.
fn every_cell(table: &Table) {
    let is: Vec<_> = table.cells.iter().map(|cell| (cell.row, cell.column)).collect();
    if let Some(edition) = table.edition.one() {
        let rows = form().rows(table.kind, edition);
        let due = rows.flat_map(|row| row.columns.iter().map(|column| (row.key, *column)));
        assert!(due.eq(is), "{}: not the cells of the edition", table.kind);
        assert!(
            table.cells.iter().all(|cell| cell.edition == edition),
            "{}: cells of another edition",
            table.kind
        );
    } else {
        // Which rows of the two editions a mixed table has is decided block by block; in order and once each they stand, each with
        // the columns of its edition.
        assert!(is.is_sorted(), "{}: cells out of order", table.kind);
        for (row, cells) in table.rows() {
            let columns = form().row(row, cells[0].edition).map(|row| row.columns.clone());
            let is = cells.iter().map(|cell| cell.column).collect();
            assert_eq!(columns, Some(is), "{row}: not the columns of its edition");
        }
    }
}

/// A value is there exactly when its status is one that has a value.
fn value_and_status(cell: &TableCell) {
    let has_value = matches!(cell.status, Status::Read | Status::Realigned | Status::Inferred);
    assert_eq!(cell.value.is_some(), has_value, "{}: {:?} {:?}", cell.at(), cell.status, cell.value);
}

/// What was taken from the source stands there, and a cell says exactly what stands at its span.
fn as_printed(cell: &TableCell, text: &str) {
    if matches!(cell.status, Status::Read | Status::Realigned) {
        assert!(cell.span.is_some() && cell.raw.is_some(), "{}: a number without a place", cell.at());
    }
    if let (Some(raw), Some(span)) = (&cell.raw, cell.span) {
        assert_eq!(text.get(span.range()), Some(raw.as_str()), "{}: not what stands there", cell.at());
    }
    assert!(cell.raw.is_none() || cell.span.is_some(), "{}: a text without a place", cell.at());
}
