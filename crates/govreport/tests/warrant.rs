//! What a number must show to be given, rule by rule: the answers of label, heading and figure where borders are drawn or lines are
//! whole, what one doubt needs of the sums, and what is withheld with which reason.
//!
//! What belongs to time, scope, marks and pages stands in `warrant_page.rs`.

use govreport::check::{Check, Rule};
use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Reason, Report, Status};
use govreport::read_bytes;

#[path = "support/small_report.rs"]
mod small_report;
use small_report::{PROACTIVE, REQUESTS, REVIEW, cell, check_row, check_status, read};

const ZEROS: &str = "0 0 0 0 0 0 0";
const DOCUMENTS: &str = "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";

/// The rows of table two that balance each other in every column, with blanks or tabs between their cells.
fn balance(rows: [&str; 4], parted: &str) -> String {
    let labels = [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "（七）总计",
        "四、结转下年度继续办理",
    ];
    let line = |(label, row): (&str, &str)| format!("{label}{parted}{}\n", row.replace(' ', parted));
    labels.into_iter().zip(rows).map(line).collect()
}

/// The three kinds of table three, a heading before each row.
fn review(rows: [&str; 3], parted: &str) -> String {
    let labels = ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"];
    let heading = "结果维持 结果纠正 其他结果 尚未审结 总计";
    let kind = |(label, row): (&str, &str)| format!("{label}\n{heading}\n{row}\n\n").replace(' ', parted);
    labels.into_iter().zip(rows).map(kind).collect()
}

/// A page with one table of these rows of cells.
fn page(heading: &str, rows: &[&[&str]]) -> Report {
    let row = |cells: &&[&str]| format!("<tr>{}</tr>", cells.concat());
    let table: String = rows.iter().map(row).collect();
    let html = format!(
        "<html><head><meta charset=utf-8></head><body><h1>浮玉县人民政府2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2>\
         <p>本年工作平稳。</p><h2>{heading}</h2><table border=1>{table}</table></body></html>"
    );
    read_bytes(html.as_bytes()).expect("it is a report")
}

/// The numbers of a row, all with this status.
#[track_caller]
fn check_all(report: &Report, row: RowKey, numbers: &[i64], status: Status) {
    let cells: Vec<_> = report.cells().filter(|cell| cell.row == row).collect();
    assert_eq!(cells.len(), numbers.len());
    for (cell, number) in cells.into_iter().zip(numbers) {
        assert_eq!((cell.value, cell.status), (Some((*number).into()), status), "{cell:?}");
    }
}

/// No cell of the row is given, for one of these reasons.
#[track_caller]
fn check_withheld(report: &Report, row: RowKey, reasons: &[Reason]) {
    for cell in report.cells().filter(|cell| cell.row == row) {
        assert_eq!((cell.value, cell.status), (None, Status::Ambiguous), "{cell:?}\n{:#?}", report.findings);
        assert!(cell.reason.is_some_and(|reason| reasons.contains(&reason)), "{cell:?}");
    }
}

#[test]
fn what_is_strong_in_all_is_read_right_or_wrong() {
    let wrong = "4 3 2 1 0 0 11";
    for (parted, row) in [("\t", wrong), (" ", wrong)] {
        let report = read(&[REQUESTS, &balance([ZEROS, row, "4 3 2 1 0 0 10", ZEROS], parted)]);
        check_all(&report, RowKey::CarriedIn, &[4, 3, 2, 1, 0, 0, 11], Status::Read);
        let check = report.check(&Check::default());
        assert!(check.findings.iter().any(|finding| finding.rule() == Rule::ApplicantSum));
    }
}

#[test]
fn one_doubt_is_settled_by_sums_that_leave_one_reading() {
    let report = read(&[REQUESTS, &balance([ZEROS, "4 3 2 1 0 10", "4 3 2 1 0 0 10", ZEROS], " ")]);
    check_row(&report, RowKey::CarriedIn, &[(ColumnKey::NaturalPerson, 4), (ColumnKey::Total, 10)]);
    // Which of the two zeros was lost is not known, and both are zero.
    check_row(
        &report,
        RowKey::CarriedIn,
        &[(ColumnKey::LegalServiceInstitution, 0), (ColumnKey::OtherOrganization, 0)],
    );
    let report = read(&[REQUESTS, &balance([ZEROS, "3 2 1 0 0 10", "4 3 2 1 0 0 10", ZEROS], " ")]);
    check_status(&report, RowKey::CarriedIn, ColumnKey::NaturalPerson, Status::Inferred);
    check_status(&report, RowKey::CarriedIn, ColumnKey::CommercialEnterprise, Status::Realigned);
}

#[test]
fn one_sum_alone_settles_nothing() {
    // Of its own row only: whatever six numbers stand there, a seventh makes them add up.
    let report = read(&[REQUESTS, "二、上年结转政府信息公开申请数量 4 3 2 1 0 10\n"]);
    check_withheld(&report, RowKey::CarriedIn, &[Reason::SeveralReadings]);
    // Two rows with a doubt each, and the columns hold for both together only.
    let report = read(&[REQUESTS, &balance(["4 3 1 0 0 8", "4 3 1 0 0 8", "8 6 2 0 0 0 16", ZEROS], " ")]);
    for row in [RowKey::NewReceived, RowKey::CarriedIn] {
        let lost = cell(&report, row, ColumnKey::NaturalPerson);
        assert!(lost.value.is_none_or(|value| value == 4.into()), "{lost:?}");
    }
    // Sums that nothing satisfies.
    let report = read(&[REQUESTS, &balance([ZEROS, "9 9 9 9 9 9", "4 3 2 1 0 0 10", ZEROS], " ")]);
    check_withheld(&report, RowKey::CarriedIn, &[Reason::NoReading, Reason::SeveralReadings]);
}

#[test]
fn table_one_has_no_sum_to_ask() {
    for row in ["规章 3 5\n", "规章 3 5 8 9\n"] {
        let report = read(&[PROACTIVE, &DOCUMENTS.replace('\t', " "), row, "行政规范性文件 1 2 3\n"]);
        check_withheld(&report, RowKey::Regulations, &[Reason::NoSum]);
        check_all(&report, RowKey::NormativeDocuments, &[1, 2, 3], Status::Read);
    }
}

#[test]
fn a_printed_figure_gives_one_cell_at_most() {
    let head = ["<td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"];
    let article: &[&str] = &["<td colspan=4>第二十条第（一）项"];
    let report = page(
        "二、主动公开政府信息情况",
        &[article, &head, &["<td>规章<td colspan=3>6"], &["<td>行政规范性文件<td>1<td>2<td>3"]],
    );
    let given = report.cells().filter(|cell| cell.row == RowKey::Regulations && cell.value.is_some());
    assert!(given.count() <= 1);
    check_all(&report, RowKey::NormativeDocuments, &[1, 2, 3], Status::Read);
    // Digits that are parted have places of their own.
    let report = read(&[PROACTIVE, &DOCUMENTS.replace('\t', ""), "规章000\n行政规范性文件0011\n"]);
    check_all(&report, RowKey::Regulations, &[0, 0, 0], Status::Read);
    check_all(&report, RowKey::NormativeDocuments, &[0, 0, 11], Status::Read);
    let mut spans: Vec<_> = report.cells().filter_map(|cell| cell.span).collect();
    let printed = spans.len();
    spans.dedup();
    assert_eq!(spans.len(), printed);
}

#[test]
fn as_many_digits_as_columns_prove_nothing() {
    let report = read(&[PROACTIVE, &DOCUMENTS.replace('\t', ""), "规章644\n行政规范性文件000\n"]);
    for cell in report.cells().filter(|cell| cell.row == RowKey::Regulations) {
        assert_eq!((cell.value, cell.status), (None, Status::Ambiguous), "{cell:?}");
    }
    check_all(&report, RowKey::NormativeDocuments, &[0, 0, 0], Status::Read);
    let report = read(&[REQUESTS, "一、本年新收政府信息公开申请数量2581211\n"]);
    assert_eq!(report.cells().filter(|cell| cell.value.is_some()).count(), 0);
}

#[test]
fn labels_and_rows_that_came_apart_pair_in_order_or_not_at_all() {
    let labels = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"];
    let behind = ["（七）总计 4 3 2 1 0 0 10", "四、结转下年度继续办理 3 0 0 0 0 0 3"];
    let stacked = |rows: &[&str]| {
        let lines: Vec<&str> = labels.iter().chain(rows).chain(&behind).copied().collect();
        read(&[REQUESTS, &lines.join("\n"), "\n"])
    };
    let report = stacked(&["4 3 2 1 0 0 10", "3 0 0 0 0 0 3"]);
    for (row, first) in [(RowKey::NewReceived, 4), (RowKey::CarriedIn, 3)] {
        let value = cell(&report, row, ColumnKey::NaturalPerson).value;
        assert!(value.is_none_or(|value| value == first.into()), "{row} {value:?}");
    }
    // One row for two labels, or three: whose it is is not shown. Rows behind that stand on the lines of their labels may keep theirs, and nothing else.
    for rows in [&["4 3 2 1 0 0 10"][..], &["4 3 2 1 0 0 10", "3 0 0 0 0 0 3", "1 0 0 0 0 0 1"]] {
        let report = stacked(rows);
        for row in [RowKey::NewReceived, RowKey::CarriedIn] {
            assert_eq!(cell(&report, row, ColumnKey::Total).value, None, "{rows:?}\n{:#?}", report.findings);
            let status = cell(&report, row, ColumnKey::Total).status;
            assert!(matches!(status, Status::Ambiguous | Status::Absent), "{rows:?} {row}: {status}");
        }
        let forward = cell(&report, RowKey::CarriedForward, ColumnKey::NaturalPerson).value;
        assert!(forward.is_none_or(|value| value == 3.into()), "{forward:?}");
    }
}

#[test]
fn two_numbers_in_a_cell_count_as_two_only_where_all_sums_hold() {
    let rows = |first: &str| {
        let row = |label: &str, cells: &str| format!("| {label} | {cells} |\n");
        let names = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计";
        let kind = |label: &str, cells: &str| {
            row(label, "| | | |") + "|---|---|---|---|---|---|\n" + &row("", names) + &row("", cells) + "\n"
        };
        read(&[
            &format!("## {REVIEW}\n"),
            &kind("行政复议", first),
            &kind("行政诉讼（未经复议直接起诉）", "0 | 0 | 0 | 0 | 0"),
        ])
    };
    let value = |report: &Report| cell(report, RowKey::Reconsideration, ColumnKey::Corrected).value;
    assert!(value(&rows("3 4 | 0 | 0 | 7 | ")).is_none_or(|value| value == 4.into()));
    // 0 = 0 says nothing, and 34 is no number of the page.
    for first in ["0 0 | 0 | 0 | 0 | ", "3 4 | 0 | 0 | 9 | ", "3 4 | 0 | 0 | 1 | 8"] {
        let report = rows(first);
        for column in [ColumnKey::Upheld, ColumnKey::Corrected] {
            let cell = cell(&report, RowKey::Reconsideration, column);
            assert!(cell.value.is_none_or(|value| value == 0.into() && first.ends_with('8')), "{cell:?}");
        }
    }
}

#[test]
fn columns_of_fillers_are_none() {
    let row = |label: &str, cells: &str| format!("{label}\tNaN\t{cells}\n");
    let heading = row("信息内容", "本年制发件数\t本年废止件数\t现行有效件数");
    let report = |filler: &str| {
        let table =
            ["第二十条第（一）项\n", &heading, &row("规章", "1\t2\t3"), &row("行政规范性文件", "4\t5\t6")];
        read(&[PROACTIVE, &table.concat().replace("NaN", filler)])
    };
    for filler in ["NaN", "None", ""] {
        let report = report(filler);
        check_all(&report, RowKey::Regulations, &[1, 2, 3], Status::Read);
        check_all(&report, RowKey::NormativeDocuments, &[4, 5, 6], Status::Read);
    }
}

#[test]
fn a_dash_for_the_total_contradicts_numbers_only_where_no_grid_shows_it() {
    let rows = ["3 4 0 1 —", "0 0 0 0 0", "1 0 0 0 1"];
    let report = read(&[REVIEW, &review(rows, " ")]);
    for cell in report.cells().filter(|cell| cell.row == RowKey::Reconsideration) {
        assert!(cell.status != Status::Inferred, "{cell:?}");
    }
    let report = read(&[REVIEW, &review(rows, "\t")]);
    check_row(&report, RowKey::Reconsideration, &[(ColumnKey::Upheld, 3), (ColumnKey::Pending, 1)]);
    check_status(&report, RowKey::Reconsideration, ColumnKey::Total, Status::NotApplicable);
}

#[test]
fn a_torn_heading_goes_on_in_its_own_column() {
    // 本年 twice, and the rest of the first was lost: 废止件数 stands under the second.
    let heading = "第二十条第（一）项\t\t\t\n信息内容\t本年\t本年\t现行\n\t\t废止件数\t有效件数\n";
    let report = read(&[PROACTIVE, heading, "规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n"]);
    for (row, own) in [(RowKey::Regulations, 2), (RowKey::NormativeDocuments, 5)] {
        let value = cell(&report, row, ColumnKey::Repealed).value;
        assert!(value.is_none_or(|value| value == own.into()), "{row}: {value:?}");
    }
}
