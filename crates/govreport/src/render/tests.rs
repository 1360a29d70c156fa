//! Snapshots of both views of a report made by hand, with every status in it.

use govreport_core::Span;
use govreport_core::form::{ColumnKey, Edition, RowKey, TableKind, form};
use govreport_core::model::{CellRef, Finding, Presence, Report, Status, Table, TableEdition};
use govreport_core::notices::Notice;
use serde_json::json;

use super::{TerminalOptions, html, terminal};
use crate::{Reading, parse};

const SOURCE: &str = "云溪县松涧镇人民政府2023年政府信息公开工作年度报告\n\
    统计期限自2023年1月1日起至2023年12月31日止。\n\
    一、总体情况\n\
    二、主动公开政府信息情况\n\
    规章\t0\t0\t0\n\
    三、收到和处理政府信息公开申请情况\n\
    （一）予以公开\t9\t0\t0\t0\t0\t9\n";

fn place(words: &str) -> Span {
    let start = SOURCE.find(words).expect("the words stand in SOURCE");
    Span::new(start, start + words.len())
}

/// A table of the edition in which every cell was read as zero.
fn zeros(kind: TableKind, edition: Edition) -> Table {
    let mut table = Table::absent(kind, edition);
    table.presence = Presence::Complete;
    for cell in &mut table.cells {
        cell.value = Some(0.into());
        cell.status = Status::Read;
        cell.raw = Some("0".into());
    }
    table
}

fn set(table: &mut Table, row: RowKey, column: ColumnKey, value: &str, status: Status, raw: &str) {
    let cell = table
        .cells
        .iter_mut()
        .find(|cell| cell.row == row && cell.column == column)
        .expect("the edition has this cell");
    cell.value = value.parse().ok();
    cell.status = status;
    cell.raw = (!raw.is_empty()).then(|| raw.into());
}

/// The report in `SOURCE`, with zeros in every table.
fn report() -> Report {
    let mut report = parse(SOURCE).expect("SOURCE is a report");
    report.proactive = zeros(TableKind::Proactive, Edition::E2021);
    report.requests = zeros(TableKind::Requests, Edition::E2021);
    report.review = zeros(TableKind::Review, Edition::E2021);
    report.findings.clear();
    report
}

fn notice(json: serde_json::Value) -> Notice {
    serde_json::from_value(json).expect("it is the data of a rule")
}

/// Every status, a sum that fails, and words that must not act on a page or a terminal.
fn marked() -> Reading {
    use ColumnKey::{
        Amount, Decisions, InForce, Issued, NaturalPerson, OtherOrganization, Pending, Repealed, Total,
    };
    use RowKey::{
        Fees, Granted, LitigationDirect, NewReceived, NormativeDocuments, OtherHandlingOther, Penalties,
    };
    let mut report = report();
    let table = &mut report.proactive;
    set(table, NormativeDocuments, Issued, "4", Status::Read, "4");
    set(table, NormativeDocuments, Repealed, "", Status::NotApplicable, "无");
    set(table, NormativeDocuments, InForce, "", Status::Blank, "");
    set(table, RowKey::Licensing, Decisions, "", Status::Text, "详见<附件>");
    set(table, Penalties, Decisions, "12034", Status::Read, "12,034");
    set(table, Fees, Amount, "25.1000", Status::Read, "251000元");
    let table = &mut report.requests;
    set(table, NewReceived, NaturalPerson, "12", Status::Read, "12");
    set(table, NewReceived, Total, "15", Status::Read, "15");
    set(table, Granted, NaturalPerson, "9", Status::Realigned, "9");
    set(table, Granted, OtherOrganization, "0", Status::Inferred, "");
    set(table, Granted, Total, "9", Status::Read, "9");
    for column in form().columns(TableKind::Requests) {
        set(table, RowKey::DeniedStateSecret, column.key, "", Status::Ambiguous, "");
        set(table, OtherHandlingOther, column.key, "", Status::Absent, "");
    }
    for cell in &mut table.cells {
        if cell.row == NewReceived && cell.column == Total {
            cell.span = Some(place("9\n"));
        }
    }
    set(&mut report.review, LitigationDirect, Pending, "1", Status::Read, "1");
    set(&mut report.review, LitigationDirect, Total, "1", Status::Read, "1");
    report.findings = vec![
        Finding::new(notice(json!({"section-missing": {"section": "review", "has_table": false}}))),
        Finding::new(notice(
            json!({"text-in-number-cell": {"words": {"words": "<b>详见附件</b> & no number"}}}),
        ))
        .about([CellRef::new(RowKey::Licensing, Decisions)]),
    ];
    Reading { text: SOURCE.to_owned(), report }
}

#[test]
fn a_report_as_text() {
    insta::assert_snapshot!(terminal(&marked(), &TerminalOptions::default()));
}

#[test]
fn a_report_as_html() {
    insta::assert_snapshot!(html(&marked().report));
}

#[test]
fn a_report_of_2019_with_a_table_missing() {
    let mut report = report();
    report.proactive = zeros(TableKind::Proactive, Edition::E2019);
    set(&mut report.proactive, RowKey::Licensing, ColumnKey::Change, "-3", Status::Read, "-3");
    report.requests = zeros(TableKind::Requests, Edition::E2019);
    report.review.presence = Presence::Absent;
    insta::assert_snapshot!(terminal(
        &Reading { text: SOURCE.to_owned(), report },
        &TerminalOptions::default()
    ));
}

#[test]
fn a_table_of_both_editions_has_the_headings_of_both() {
    let mut report = report();
    let other = zeros(TableKind::Proactive, Edition::E2019);
    report.proactive.edition = TableEdition::Hybrid;
    report.proactive.cells.retain(|cell| cell.row < RowKey::Licensing);
    report.proactive.cells.extend(other.cells.into_iter().filter(|cell| cell.row >= RowKey::Licensing));
    let shown = terminal(&Reading { text: SOURCE.to_owned(), report }, &TerminalOptions::default());
    for heading in ["现行有效件数", "上一年项目数量", "采购总金额"] {
        assert!(shown.contains(heading), "{heading} is not in\n{shown}");
    }
    assert!(!shown.contains("对外公开总数量"), "{shown}");
}

#[test]
fn all_lines_of_a_table_are_equally_wide_and_fit() {
    for width in [80, 110, 200] {
        let shown = terminal(&marked(), &TerminalOptions::default().width(width));
        let tables: Vec<Vec<usize>> = shown
            .split("\n\n")
            .filter(|part| part.contains('┌'))
            .map(|part| part.lines().skip(1).map(super::wrap::width).collect())
            .collect();
        assert_eq!(tables.len(), 3, "{shown}");
        for lines in tables {
            let first = lines[0];
            assert!(first <= width, "{first} columns for {width}:\n{shown}");
            assert!(lines.iter().all(|line| *line == first), "{width}: {lines:?}\n{shown}");
        }
    }
}

#[test]
fn table_three_turns_where_its_fifteen_columns_do_not_fit() {
    let wide = terminal(&marked(), &TerminalOptions::default());
    let narrow = terminal(&marked(), &TerminalOptions::default().width(80));
    let one_line = |shown: &str| {
        shown.lines().any(|line| line.contains("未经复议直接起诉") && line.contains("复议后起诉"))
    };
    assert!(one_line(&wide), "{wide}");
    assert!(!one_line(&narrow) && narrow.contains("复议后起诉"), "{narrow}");
}

#[test]
fn colour_adds_nothing_but_escape_sequences() {
    let plain = terminal(&marked(), &TerminalOptions::default());
    let coloured = terminal(&marked(), &TerminalOptions::default().colour(true));
    let mut stripped = String::new();
    for part in coloured.split('\u{1b}') {
        stripped.push_str(
            part.strip_prefix('[').and_then(|rest| rest.split_once('m')).map_or(part, |(_, rest)| rest),
        );
    }
    assert_ne!(plain, coloured);
    assert_eq!(plain, stripped);
}

#[test]
fn html_escapes_what_the_source_says() {
    let shown = html(&marked().report);
    assert!(!shown.contains("<附件>"));
    assert!(!shown.contains("<b>详见"));
    assert!(!shown.contains("<script"));
}

#[test]
fn html_rows_fill_their_grid() {
    let report = report();
    let grids = [
        super::proactive::grid(&report.proactive),
        super::requests::grid(&report.requests),
        super::review::printed(&report.review),
        super::review::turned(&report.review),
    ];
    for grid in grids {
        let (slots, owner) = grid.place();
        assert!(owner.iter().flatten().all(Option::is_some), "a place of the grid is not covered");
        let covered: usize = slots.iter().map(|placed| placed.slot.across * placed.slot.down).sum();
        assert_eq!(covered, grid.columns * grid.rows.len(), "slots overlap or reach out of the grid");
    }
}
