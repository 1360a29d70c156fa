//! Headings and labels of groups that are made of the form's words, or nearly so, and say something else. The kinds came of an independent
//! writer of documents.

#[path = "support/small_report.rs"]
mod small_report;

use govreport::form::{ColumnKey, RowKey};
use govreport::model::Report;
use small_report::{REQUESTS, REVIEW, read, value};

/// Table three with a row for each set, under these headings.
fn tall(heads: &str, rows: [&str; 3]) -> Report {
    let [first, second, third] = rows;
    let table = format!(
        "类别\t\t{heads}\n行政复议\t\t{first}\n行政诉讼\t未经复议直接起诉\t{second}\n\t复议后起诉\t{third}\n"
    );
    read(&[REVIEW, &table])
}

#[test]
fn the_heading_of_table_three_stands_over_the_rows_of_litigation_too() {
    let rows = ["1\t2\t3\t4\t10", "2\t3\t4\t5\t14", "3\t4\t5\t6\t18"];
    let upheld = |report: &Report| {
        [RowKey::Reconsideration, RowKey::LitigationDirect, RowKey::LitigationAfterReconsideration]
            .map(|row| value(report, row, ColumnKey::Upheld))
    };
    let own = tall("结果维持\t结果纠正\t其他结果\t尚未审结\t总计", rows);
    assert_eq!(upheld(&own), ["1", "2", "3"].map(|value| Some(value.to_owned())));
    for heads in [
        "2019年\t2020年\t2021年\t2022年\t2023年",
        "甲\t乙\t丙\t丁\t戊",
        "一季度\t二季度\t三季度\t四季度\t合计",
    ] {
        assert_eq!(upheld(&tall(heads, rows)), [const { None }; 3], "{heads}");
    }
    let total_first = ["10\t1\t2\t3\t4", "14\t2\t3\t4\t5", "18\t3\t4\t5\t6"];
    let moved = tall("总计\t结果维持\t结果纠正\t其他结果\t尚未审结", total_first);
    assert_eq!(upheld(&moved), upheld(&own));
}

#[test]
fn a_damaged_label_of_litigation_with_a_remark_is_anothers() {
    let upheld = |label: &str| {
        let heads = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n";
        let table = format!("#### {label}\n\n{heads}| 1 | 0 | 1 | 0 | 2 |\n");
        let report = read(&[REVIEW, "#### 行政复议\n\n", heads, "| 0 | 0 | 0 | 0 | 0 |\n\n", &table]);
        value(&report, RowKey::LitigationAfterReconsideration, ColumnKey::Upheld)
    };
    assert_eq!(upheld("行政诉讼（复议后起诉）").as_deref(), Some("1"));
    assert_eq!(upheld("行政诉讼（复议后诉）").as_deref(), Some("1"));
    for other in ["行政诉讼（复议后起诉）%", "行政诉讼（复议后诉）2019年", "行政诉讼（复议后诉）（上年）"]
    {
        assert_eq!(upheld(other), None, "{other}");
    }
}

const ROWS: &str = "一、本年新收政府信息公开申请数量\t\t\t21\t1\t2\t3\t4\t5\t36\n二、上年结转政府信息公开申请数量\t\t\t7\t1\t0\t2\t0\t3\t13\n";
const ORGANIZATIONS: &str = "法人或其他组织";
const BODIES: &str = "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他";

/// Table two under headings of three lines.
fn requests(over_all: &str, natural: &str, over_bodies: &str, bodies: &str) -> Report {
    let heads = format!("\t\t\t{over_all}\n\t\t\t{natural}\t{over_bodies}\t\t\t\t\t总计\n\t\t\t\t{bodies}\n");
    read(&[REQUESTS, &heads, ROWS])
}

fn of_new(report: &Report, column: ColumnKey) -> Option<String> {
    value(report, RowKey::NewReceived, column)
}

#[test]
fn a_heading_of_pieces_of_other_headings_is_foreign() {
    let own = requests("申请人情况", "自然人", ORGANIZATIONS, BODIES);
    assert_eq!(of_new(&own, ColumnKey::NaturalPerson).as_deref(), Some("21"));
    for other in ["机构", "组织", "企业"] {
        let report = requests("申请人情况", other, ORGANIZATIONS, BODIES);
        assert_eq!(of_new(&report, ColumnKey::NaturalPerson), None, "{other}");
    }
    let services = BODIES.replace("法律服务", "金融服务");
    let report = requests("申请人情况", "自然人", ORGANIZATIONS, &services);
    assert_eq!(of_new(&report, ColumnKey::LegalServiceInstitution), None);
}

#[test]
fn damaged_headings_stand_where_they_stand() {
    let value = |heads: &str, numbers: &str| {
        let row = format!("一、本年新收政府信息公开申请数量\t\t\t{numbers}\n");
        let report = read(&[REQUESTS, &format!("\t\t\t{heads}\n"), &row]);
        [ColumnKey::NaturalPerson, ColumnKey::OtherOrganization, ColumnKey::Total]
            .map(|column| of_new(&report, column))
    };
    let expected = ["21", "5", "36"].map(|value| Some(value.to_owned()));
    let first =
        value("计\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他", "36\t21\t1\t2\t3\t4\t5");
    assert_eq!(first, expected);
    let swapped = value("自然\t商业企\t科研机\t社会公益组\t法律服务机\t总计\t其", "21\t1\t2\t3\t4\t36\t5");
    assert!(swapped == expected || swapped == [const { None }; 3], "{swapped:?}");
}

#[test]
fn a_heading_over_all_columns_is_asked_too() {
    for other in ["境外申请人情况", "申请人占比情况", "非申请人情况"] {
        let report = requests(other, "自然人", ORGANIZATIONS, BODIES);
        assert_eq!(of_new(&report, ColumnKey::NaturalPerson), None, "{other}");
    }
    for other in ["境外法人或其他组织", "非法人组织"] {
        let report = requests("申请人情况", "自然人", other, BODIES);
        assert_eq!(of_new(&report, ColumnKey::CommercialEnterprise), None, "{other}");
    }
    let damaged = requests("申请情况", "自然人", "法人其他组织", BODIES);
    assert_eq!(of_new(&damaged, ColumnKey::NaturalPerson).as_deref(), Some("21"));
}

#[test]
fn the_label_of_a_group_without_its_number_is_one() {
    let heads = "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";
    let granted = |group: &str| {
        let row = format!("{group}\t（一）予以公开\t\t11\t2\t2\t2\t4\t5\t26\n");
        value(&read(&[REQUESTS, heads, ROWS, &row]), RowKey::Granted, ColumnKey::NaturalPerson)
    };
    assert_eq!(granted("本年度办理结果").as_deref(), Some("11"));
    for other in ["上年度办理结果", "2022年度办理结果", "累计办理结果"] {
        assert_eq!(granted(other), None, "{other}");
    }
    let secret = |group: &str| {
        let row = format!("\t{group}\t1.属于国家秘密\t10\t0\t0\t2\t0\t3\t15\n");
        value(&read(&[REQUESTS, heads, ROWS, &row]), RowKey::DeniedStateSecret, ColumnKey::NaturalPerson)
    };
    assert_eq!(secret("不予公开").as_deref(), Some("10"));
    for other in ["上年不予公开", "不予公开占比"] {
        assert_eq!(secret(other), None, "{other}");
    }
}
