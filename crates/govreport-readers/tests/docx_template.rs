//! The blank form as the State Council's office hands it out: every cell is found, and blank.
#![cfg(feature = "docx")]

use std::path::Path;

use govreport_core::model::Status;
use govreport_readers::{Hints, Limits, read};

#[test]
fn every_cell_of_the_blank_form_is_found_and_blank() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/form_template_2021.docx");
    let Ok(bytes) = std::fs::read(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    let document = read(&bytes, &Hints::default(), &Limits::default()).expect("it can be read");
    let report = govreport_core::model::Report::from_document(&document).expect("it is the form");
    let blank = report.tables().map(|table| {
        table.cells.iter().filter(|cell| cell.status == Status::Blank && cell.value.is_none()).count()
    });
    assert_eq!(blank, [10, 175, 15]);
    assert_eq!(report.cells().count(), 200);
}
