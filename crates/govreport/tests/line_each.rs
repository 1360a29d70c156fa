//! Tables each cell of which has a line of its own, with a pipe behind it: empty ones are pipes alone, and the end of a row stands on
//! the line of its last content.

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Report, Status};

#[path = "support/small_report.rs"]
mod small_report;
use small_report::{PROACTIVE, REQUESTS, cell, check_row, check_status, read};

const RECEIVED: &str = "一、本年新收政府信息公开申请数量";
const CARRIED: &str = "二、上年结转政府信息公开申请数量";
const GRANTED: &str = "（一）予以公开";
const CONCLUDED: &str = "（七）总计";
const FORWARD: &str = "四、结转下年度继续办理";
const HEADING: &str = "|\n自然人 |\n法人或其他组织 | |||||||\n|\n商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n总计 | |\n";

/// A row of cells of a line each; `behind` are the pipes behind the last. An empty cell is a blank before its pipe.
fn row(label: &str, cells: &str, behind: &str) -> String {
    let cells: Vec<&str> = cells.split(',').collect();
    format!("|\n{label} |\n{} | {behind}\n", cells.join(" |\n"))
}

/// Rows of table two, all complete but for one that is given.
fn requests(label: &str, cells: &str, behind: &str) -> Report {
    let rows = [
        (RECEIVED, "5,1,0,0,0,2,8"),
        (CARRIED, "1,0,0,0,0,0,1"),
        (GRANTED, "6,1,0,0,0,2,9"),
        (CONCLUDED, "6,1,0,0,0,2,9"),
        (FORWARD, "0,0,0,0,0,0,0"),
    ];
    let lines = rows.map(
        |(own, numbers)| {
            if own == label { row(own, cells, behind) } else { row(own, numbers, "||") }
        },
    );
    read(&[REQUESTS, HEADING, &lines.concat()])
}

/// No cell of the row has a number that the page does not print there.
#[track_caller]
fn check_no_other(report: &Report, row: RowKey, truth: [Option<i64>; 7]) {
    let cells: Vec<_> = report.cells().filter(|cell| cell.row == row).collect();
    for (cell, truth) in cells.iter().zip(truth) {
        assert!(cell.value.is_none() || cell.value == truth.map(Into::into), "{cell:?}");
    }
}

#[test]
fn complete_rows_are_read() {
    let report = requests("", "", "");
    for row in [RowKey::NewReceived, RowKey::CarriedIn, RowKey::Granted, RowKey::ConcludedTotal] {
        check_status(&report, row, ColumnKey::NaturalPerson, Status::Read);
        check_status(&report, row, ColumnKey::Total, Status::Read);
    }
}

#[test]
fn a_total_may_be_printed_empty_at_the_end_of_a_row() {
    let report = requests(RECEIVED, "5,1,0,0,0,2", "|||");
    check_no_other(
        &report,
        RowKey::NewReceived,
        [Some(5), Some(1), Some(0), Some(0), Some(0), Some(2), None],
    );
    assert_ne!(cell(&report, RowKey::NewReceived, ColumnKey::Total).status, Status::Inferred);
}

#[test]
fn the_end_of_a_row_is_no_claim_that_a_cell_is_empty() {
    // A zero was lost before: whether the last cell is empty or another was lost is not told.
    let report = requests(FORWARD, "0,0,0,0,0,0", "|||");
    for column in [ColumnKey::NaturalPerson, ColumnKey::Total] {
        assert_ne!(cell(&report, RowKey::CarriedForward, column).status, Status::Blank);
    }
}

#[test]
fn an_empty_line_before_the_others_may_have_been_pushed_there() {
    // 5 stands where 商业企业 has its line; the row's own sum and those of the columns say that it is 自然人's.
    let report = requests(RECEIVED, ",5,0,0,0,2,8", "||");
    check_no_other(
        &report,
        RowKey::NewReceived,
        [Some(5), Some(1), Some(0), Some(0), Some(0), Some(2), Some(8)],
    );
}

#[test]
fn a_word_in_the_first_cell_is_a_content_of_the_row() {
    let report = requests(RECEIVED, "未开展,1,0,0,0,2,8", "||");
    check_no_other(
        &report,
        RowKey::NewReceived,
        [None, Some(1), Some(0), Some(0), Some(0), Some(2), Some(8)],
    );
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::CommercialEnterprise, 1), (ColumnKey::Total, 8)]);
}

#[test]
fn long_words_in_the_last_cells_leave_nothing_to_infer() {
    for (cells, truth) in [
        ("5,1,0,0,0,2,本机关无此项职权", [Some(5), Some(1), Some(0), Some(0), Some(0), Some(2), None]),
        (
            "5,1,0,0,0,本机关无此项职权,本机关无此项职权",
            [Some(5), Some(1), Some(0), Some(0), Some(0), None, None],
        ),
    ] {
        check_no_other(&requests(RECEIVED, cells, "||"), RowKey::NewReceived, truth);
    }
}

#[test]
fn a_row_is_as_wide_as_the_heading_above_it_says() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（八）项 | |||\n|\n信息内容 |\n上一年项目数量 |\n本年增/减 | |\n|\n行政事业性收费 |\n13 |\n+2 | |\n|\n",
        "第二十条第（九）项 | |||\n|\n信息内容 |\n采购项目数量 |\n采购总金额 | |\n|\n政府集中采购 |\n24 |\n3 | |\n",
    ]);
    check_row(&report, RowKey::Fees, &[(ColumnKey::PriorItems, 13), (ColumnKey::Change, 2)]);
    check_row(&report, RowKey::Procurement, &[(ColumnKey::Projects, 24), (ColumnKey::Amount, 3)]);
}

#[test]
fn the_last_heading_may_be_foreign_too() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（九）项 | |||\n|\n信息内容 |\n采购项目数量 |\n收费笔数 | |\n|\n政府集中采购 |\n24 |\n3 | |\n",
    ]);
    assert_eq!(cell(&report, RowKey::Procurement, ColumnKey::Amount).value, None);
}

#[test]
fn numbers_below_a_row_of_empty_cells_are_not_its() {
    // Each row stands above its label.
    let above = |label: &str, cells: &str| {
        format!("|\n |\n{} | ||\n|\n{label} | |||||||||\n", cells.replace(',', " |\n"))
    };
    let rows =
        [above(RECEIVED, "5,1,0,0,0,2,8"), above(CARRIED, "1,0,0,0,0,0,1"), above(GRANTED, "6,1,0,0,0,2,9")];
    let report = read(&[REQUESTS, HEADING, &rows.concat()]);
    check_no_other(
        &report,
        RowKey::NewReceived,
        [Some(5), Some(1), Some(0), Some(0), Some(0), Some(2), Some(8)],
    );
    for row in [RowKey::NewReceived, RowKey::CarriedIn, RowKey::Granted] {
        assert_ne!(cell(&report, row, ColumnKey::NaturalPerson).status, Status::Blank, "{row}");
    }
}

#[test]
fn a_second_row_whose_numbers_stand_under_other_words_differs() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（九）项\n\n信息内容\n\n采购项目数量\n\n采购总金额\n\n政府集中采购\n\n公务用车\n\n15\n\n政府集中采购\n\n办公楼的物业服务项目\n\n35\n",
    ]);
    assert_eq!(cell(&report, RowKey::Procurement, ColumnKey::Amount).value, None);
}
