//! Numbers that fit a cell and are not its own, and empty cells that say nothing: rows that show fewer cells than their heading, numbers
//! outside of the grid, headings torn line by line.

#[path = "support/small_report.rs"]
mod small_report;

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Report, Status};
use small_report::{PROACTIVE, REQUESTS, REVIEW, cell, read};

const HEADING: &str = "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";

fn value(report: &Report, row: RowKey, column: ColumnKey) -> Option<String> {
    cell(report, row, column).value.map(|value| value.to_string())
}

#[test]
fn a_row_that_shows_fewer_cells_than_its_heading_lost_one() {
    let heading = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\t\n";
    let block = |row: &str| read(&[PROACTIVE, "第二十条第（一）项\t\t\t\t\n", heading, row]);
    let whole = block("规章\t3\t1\t\t\n");
    assert_eq!(value(&whole, RowKey::Regulations, ColumnKey::Issued).as_deref(), Some("3"));
    assert_eq!(cell(&whole, RowKey::Regulations, ColumnKey::InForce).status, Status::Blank);
    // Which of its cells was lost is not shown: neither are the numbers its own, nor is the last cell empty.
    let short = block("规章\t3\t1\t\n");
    for column in [ColumnKey::Issued, ColumnKey::Repealed, ColumnKey::InForce] {
        let cell = cell(&short, RowKey::Regulations, column);
        assert_eq!((cell.value, cell.status), (None, Status::Ambiguous), "{column:?}");
    }
}

#[test]
fn a_number_outside_of_the_grid_fills_no_empty_cell() {
    for stray in ["2023\n", "总计 152\n"] {
        let table = ["第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t\n\n", stray].concat();
        let report =
            read(&[PROACTIVE, &table, "\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t7\n"]);
        assert_eq!(value(&report, RowKey::Licensing, ColumnKey::Decisions), None, "{stray}");
        assert_eq!(value(&report, RowKey::Penalties, ColumnKey::Decisions).as_deref(), Some("7"));
    }
}

#[test]
fn figures_that_a_blank_parts_are_no_number_without_a_sum() {
    let heads = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
    let heading = format!(
        "行政复议\t\t\t\t\t行政诉讼\n\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\n{heads}\t{heads}\t{heads}\n"
    );
    let report = read(&[REVIEW, &heading, "12 2 5", &"\t".repeat(14), "\n"]);
    assert_eq!(value(&report, RowKey::Reconsideration, ColumnKey::Upheld), None);
}

#[test]
fn a_heading_torn_line_by_line_is_put_together_column_by_column() {
    let block = |second: [&str; 2]| {
        let lines = format!(
            "信息 本年 {} 现行\n内容 制发 {} 有效\n内容 件数 件数 件数\n规章 4 5 6\n行政规范性文件 1 2 3\n",
            second[0], second[1]
        );
        read(&[PROACTIVE, "第二十条第（一）项\n", &lines])
    };
    let own = block(["本年", "废止"]);
    assert_eq!(value(&own, RowKey::Regulations, ColumnKey::Repealed).as_deref(), Some("5"));
    let other = block(["上年", "制发"]);
    assert_eq!(value(&other, RowKey::Regulations, ColumnKey::Repealed), None);
    assert!(matches!(value(&other, RowKey::Regulations, ColumnKey::Issued).as_deref(), None | Some("4")));
}

#[test]
fn a_year_behind_the_heading_of_the_labels_heads_a_column() {
    let block = |heading: &str| {
        let report = read(&[PROACTIVE, "第二十条第（六）项\n信息内容", heading, "\n行政处罚5\n行政强制4\n"]);
        value(&report, RowKey::Penalties, ColumnKey::Decisions)
    };
    assert_eq!(block("本年处理决定数量").as_deref(), Some("5"));
    assert_eq!(block("2017年处理决定数量"), None);
}

#[test]
fn columns_beside_a_heading_of_another_keep_their_numbers() {
    let rows = "一、本年新收政府信息公开申请数量\t10\t0\t0\t0\t0\t2\t12\n二、上年结转政府信息公开申请数量\t3\t0\t0\t0\t0\t1\t4\n";
    let report = read(&[REQUESTS, &HEADING.replace("自然人", "当面申请"), rows]);
    assert_eq!(value(&report, RowKey::NewReceived, ColumnKey::NaturalPerson), None);
    assert_eq!(value(&report, RowKey::NewReceived, ColumnKey::OtherOrganization).as_deref(), Some("2"));
    assert_eq!(value(&report, RowKey::CarriedIn, ColumnKey::Total).as_deref(), Some("4"));
}

#[test]
fn figures_that_begin_with_a_zero_are_no_number_beside_empty_cells() {
    let heading = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";
    let block = |cells: &str| read(&[PROACTIVE, "第二十条第（一）项\n", heading, "规章\t", cells, "\n"]);
    let issued = |cells: &str| value(&block(cells), RowKey::Regulations, ColumnKey::Issued);
    assert_eq!(issued("21\t\t").as_deref(), Some("21"));
    assert_eq!(issued("021\t\t"), None);
}

#[test]
fn a_percentage_is_set_aside_and_a_multiple_is_not() {
    let rows = |last: &str| {
        format!(
            "一、本年新收政府信息公开申请数量\n5\n1\n0\n0\n0\n0\n6\n{last}\n二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n{last}\n"
        )
    };
    let total = |last: &str| {
        let report = read(&[REQUESTS, &HEADING.trim().replace('\t', "\n"), "\n", &rows(last)]);
        value(&report, RowKey::NewReceived, ColumnKey::Total)
    };
    assert_eq!(total("85.7%").as_deref(), Some("6"));
    // 6百件 is printed in the place of the total: nothing is inferred for it.
    let printed = "一、本年新收政府信息公开申请数量\n5\n1\n0\n0\n0\n0\n6百件\n";
    let report = read(&[REQUESTS, &HEADING.trim().replace('\t', "\n"), "\n", printed]);
    assert_eq!(value(&report, RowKey::NewReceived, ColumnKey::Total), None);
}

#[test]
fn the_opposite_of_a_heading_among_glued_ones_is_none_of_the_forms() {
    let heads = "结果维持结果纠正其他结果尚未审结总计";
    let direct = |name: &str| {
        let heading = format!("行政复议行政诉讼\n{heads}{name}复议后起诉\n{heads}{heads}\n");
        let report = read(&[REVIEW, &heading, "1 0 0 0 1 2 1 0 0 3 0 0 0 0 0\n"]);
        value(&report, RowKey::LitigationDirect, ColumnKey::Upheld)
    };
    assert_eq!(direct("未经复议直接起诉").as_deref(), Some("2"));
    assert_eq!(direct("经复议直接起诉"), None);
}
