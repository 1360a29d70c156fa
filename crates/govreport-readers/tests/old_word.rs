//! Old Word documents (.doc), as LibreOffice writes them.
#![cfg(feature = "doc")]

mod support;

use govreport_readers::{Limits, doc};
use support::{file, seen};

#[test]
fn the_features_of_word_text() {
    let document = doc::document(&file("features.doc"), &Limits::default()).expect("it is a Word document");
    insta::assert_snapshot!(seen(&document), @"");
}

#[test]
fn a_report_with_its_grids() {
    let document = doc::document(&file("report.doc"), &Limits::default()).expect("it is a Word document");
    insta::assert_snapshot!(seen(&document));
}
