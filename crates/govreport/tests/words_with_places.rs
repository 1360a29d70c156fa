//! Numbers on a page of words with their places: a line of numbers without a label may be the upper part of those of the row below it.

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Report, Status};
use govreport::positioned::{self, PositionedPage};
use govreport::{Limits, Reading};

/// A page of lines, each with words at their columns.
fn read(lines: &[(f64, &[(f64, &str)])]) -> Report {
    let mut page = PositionedPage::new(595.0, 842.0);
    for (top, words) in lines {
        for (left, word) in *words {
            let width = 10.0 * f64::from(u32::try_from(word.chars().count()).unwrap_or(1));
            page.word(word, govreport::document::Area::new(*left, *top, left + width, top + 10.0));
        }
    }
    let document = positioned::document([page], &Limits::default()).expect("it is within the limits");
    Reading::from_document(document).expect("it is a report").report
}

/// Table one of a report, in which the numbers of the first row stand on two lines where `wrapped` says so.
fn table_one(between: &[(f64, &str)]) -> Report {
    read(&[
        (40.0, &[(150.0, "浮玉县2023年政府信息公开工作年度报告")]),
        (70.0, &[(60.0, "二、主动公开政府信息情况")]),
        (90.0, &[(60.0, "第二十条第（一）项")]),
        (
            110.0,
            &[(60.0, "信息内容"), (200.0, "本年制发件数"), (320.0, "本年废止件数"), (440.0, "现行有效件数")],
        ),
        (130.0, &[(60.0, "规章"), (220.0, "5"), (340.0, "6"), (460.0, "7")]),
        (150.0, between),
        (170.0, &[(60.0, "行政规范性文件"), (220.0, "1"), (340.0, "2"), (460.0, "3")]),
        (190.0, &[(60.0, "第二十条第（五）项")]),
        (210.0, &[(60.0, "信息内容"), (200.0, "本年处理决定数量")]),
        (230.0, &[(60.0, "行政许可"), (220.0, "9")]),
    ])
}

fn issued(report: &Report, row: RowKey) -> (Option<String>, Status) {
    let cell = report.cells().find(|cell| cell.row == row && cell.column == ColumnKey::Issued);
    let cell = cell.expect("the edition has the cell");
    (cell.value.map(|value| value.to_string()), cell.status)
}

#[test]
fn rows_of_a_line_each_are_read() {
    let report = table_one(&[]);
    assert_eq!(issued(&report, RowKey::Regulations), (Some("5".to_owned()), Status::Read));
    assert_eq!(issued(&report, RowKey::NormativeDocuments), (Some("1".to_owned()), Status::Read));
}

#[test]
fn numbers_between_two_rows_may_be_pieces_of_either() {
    for between in [&[(220.0, "8"), (340.0, "4"), (460.0, "1")][..], &[(220.0, "8")][..]] {
        let report = table_one(between);
        for row in [RowKey::Regulations, RowKey::NormativeDocuments] {
            assert_eq!(issued(&report, row), (None, Status::Ambiguous), "{row} {between:?}");
        }
    }
}
