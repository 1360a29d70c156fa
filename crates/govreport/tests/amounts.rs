//! An amount in 亿元 is one like any other: converted into 万元, exactly, and what is said of it is so.

#[path = "support/small_report.rs"]
mod small_report;

use govreport::check::Rule;
use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Finding, Report, Status, Unit};
use small_report::{PROACTIVE, cell, read};

fn fees(amount: &str) -> Report {
    let row = format!("行政事业性收费\t{amount}\n");
    read(&[PROACTIVE, "第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n", &row])
}

fn procurement(amount: &str) -> Report {
    let row = format!("政府集中采购\t12\t{amount}\n");
    read(&[PROACTIVE, "第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额\n", &row])
}

/// What findings about a number's unit or kind say of the cell.
fn said(report: &Report) -> Vec<String> {
    let of_cell = |rule| matches!(rule, Rule::UnitConverted | Rule::TextInNumberCell);
    report.findings.iter().filter(|f| of_cell(f.rule())).map(Finding::message).collect()
}

#[test]
fn fees_in_hundred_millions_are_converted_exactly() {
    for (printed, unit, value) in [
        ("1.2亿元", "亿元", "12000"),
        ("1.2亿圆", "亿元", "12000"),
        ("1.2億元", "亿元", "12000"),
        ("１．２亿元", "亿元", "12000"),
        ("¥1.2亿元", "亿元", "12000"),
        ("0.00012亿元", "亿元", "1.2"),
        ("1.23456789亿元", "亿元", "12345.6789"),
        ("1.2亿", "亿", "12000"),
    ] {
        let report = fees(printed);
        let cell = cell(&report, RowKey::Fees, ColumnKey::Amount);
        assert_eq!(cell.value.map(|value| value.to_string()).as_deref(), Some(value), "{printed}");
        assert_eq!((cell.status, cell.unit), (Status::Read, Some(Unit::TenThousandYuan)), "{printed}");
        assert_eq!(cell.raw.as_deref(), Some(printed));
        let sentence = format!(
            "{printed} is printed in {unit} and was converted into the unit of the form, 万元: {value}"
        );
        assert_eq!(said(&report), [sentence], "{printed}");
    }
}

#[test]
fn nothing_of_nothing_needs_no_word() {
    assert!(said(&fees("0亿元")).is_empty());
    assert!(said(&fees("1.2万元")).is_empty());
}

#[test]
fn the_form_names_no_unit_for_procurement() {
    let report = procurement("1.2亿元");
    let cell = cell(&report, RowKey::Procurement, ColumnKey::Amount);
    assert_eq!(cell.value, Some(12000.into()));
    assert_eq!((cell.status, cell.unit), (Status::Read, Some(Unit::TenThousandYuan)));
    assert_eq!(said(&report), ["1.2亿元 is printed in 亿元 and was converted into 万元: 12000"]);
    assert!(said(&procurement("300元")).is_empty());
}

#[test]
fn an_amount_in_a_column_of_counts_is_no_word() {
    let rows = "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t";
    let report = read(&[PROACTIVE, rows, "1.2亿元\n"]);
    let cell = cell(&report, RowKey::Licensing, ColumnKey::Decisions);
    assert_eq!((cell.value, cell.status), (None, Status::Text));
    assert_eq!(said(&report), ["a number that the column cannot have: 1.2亿元"]);
    let report = read(&[PROACTIVE, rows, "详见附件\n"]);
    assert_eq!(said(&report), ["words where the form wants a number: 详见附件"]);
}
