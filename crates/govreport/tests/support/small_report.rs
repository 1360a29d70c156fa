//! Reports of a title, a sentence and the tables at hand, and what is asked of their cells.
#![allow(dead_code, reason = "no test uses all of it")]

use govreport::check::Rule;
use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Reason, Report, Status, TableCell};
use govreport::parse;

const TITLE: &str = "浮玉县人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n本年工作平稳。\n\n";
pub(crate) const PROACTIVE: &str = "二、主动公开政府信息情况\n";
pub(crate) const REQUESTS: &str = "三、收到和处理政府信息公开申请情况\n";
pub(crate) const REVIEW: &str = "四、政府信息公开行政复议、行政诉讼情况\n";

pub(crate) fn read(table: &[&str]) -> Report {
    parse(&format!("{TITLE}{}", table.concat())).expect("it is a report")
}

pub(crate) fn cell(report: &Report, row: RowKey, column: ColumnKey) -> &TableCell {
    report.cells().find(|cell| cell.row == row && cell.column == column).expect("the edition has the cell")
}

/// The number of a cell as text; `None` where it has none, or the edition has no such cell.
pub(crate) fn value(report: &Report, row: RowKey, column: ColumnKey) -> Option<String> {
    let cell = report.cells().find(|cell| cell.row == row && cell.column == column)?;
    cell.value.map(|value| value.to_string())
}

/// No cell of the row is given, for this reason.
#[track_caller]
pub(crate) fn check_withheld(report: &Report, row: RowKey, reason: Reason) {
    for cell in report.cells().filter(|cell| cell.row == row) {
        assert_eq!((cell.value, cell.status), (None, Status::Ambiguous), "{cell:?}");
        assert_eq!(cell.reason, Some(reason), "{cell:?}");
    }
}

#[track_caller]
pub(crate) fn check_row(report: &Report, row: RowKey, expected: &[(ColumnKey, i64)]) {
    for (column, value) in expected {
        let cell = cell(report, row, *column);
        assert_eq!(cell.value, Some((*value).into()), "{row}/{column}: {cell:?}\n{:#?}", report.findings);
    }
}

#[track_caller]
pub(crate) fn check_status(report: &Report, row: RowKey, column: ColumnKey, status: Status) {
    assert_eq!(cell(report, row, column).status, status, "{row}/{column}\n{:#?}", report.findings);
}

pub(crate) fn has(report: &Report, rule: Rule) -> bool {
    report.findings.iter().any(|finding| finding.rule() == rule)
}
