//! Workbooks (.xls, .xlsx), as LibreOffice writes them.
#![cfg(feature = "sheets")]

mod support;

use govreport_core::document::Format;
use govreport_readers::{Limits, sheets};
use support::{file, seen};

fn seen_in(name: &str, format: Format) -> String {
    seen(&sheets::document(&file(name), format, &Limits::default()).expect("it is a workbook"))
}

#[test]
fn values_of_all_kinds() {
    insta::assert_snapshot!(seen_in("values.xlsx", Format::Xlsx));
}

#[test]
fn a_report_on_one_sheet() {
    insta::assert_snapshot!(seen_in("report.xlsx", Format::Xlsx));
}

#[test]
fn both_kinds_of_workbooks_say_the_same() {
    for name in ["values", "report"] {
        let tables = |text: String| -> Vec<String> {
            text.lines().filter(|line| !line.starts_with("PROPERTY")).map(str::to_owned).collect()
        };
        let new = tables(seen_in(&format!("{name}.xlsx"), Format::Xlsx));
        let old = tables(seen_in(&format!("{name}.xls"), Format::Xls));
        assert_eq!(old, new, "{name}");
    }
}
