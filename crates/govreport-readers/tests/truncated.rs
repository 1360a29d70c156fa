//! Files that are cut off, at many places: what is read of them is true, and an error names what happened.
#![cfg(feature = "all-formats")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use govreport_readers::{Hints, Limits, ReadError, read};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/formats")
}

fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(folder().join(file)).expect("an example")
}

/// The values of the report, by row and column.
fn truth() -> HashMap<(String, String), Option<String>> {
    let text = std::fs::read_to_string(folder().join("cells.json")).expect("the values of the examples");
    let all: Value = serde_json::from_str(&text).expect("JSON");
    let cells = all["cells"].as_array().expect("a list").iter();
    let word = |cell: &Value, name: &str| cell[name].as_str().expect("a word").to_owned();
    cells
        .map(|cell| {
            let value = cell["value"].as_number().map(ToString::to_string);
            ((word(cell, "row"), word(cell, "column")), value)
        })
        .collect()
}

/// What came of a file that is cut off.
#[derive(Debug, Default)]
struct Outcomes {
    /// How many lengths gave a document, and how many values were read of all.
    documents: usize,
    values: usize,
    /// The messages of the errors, with the first length of each.
    errors: HashMap<String, usize>,
}

/// Cuts a file off after every `step` bytes. Whatever value is read must be the true one.
fn cut(file: &str, step: usize) -> Outcomes {
    let (bytes, truth) = (bytes(file), truth());
    let mut outcomes = Outcomes::default();
    for length in (8..bytes.len()).step_by(step) {
        match read(&bytes[..length], &Hints::default(), &Limits::default()) {
            Ok(document) => {
                outcomes.documents += 1;
                let Ok(report) = govreport_core::model::Report::from_document(&document) else { continue };
                for cell in report.cells() {
                    let Some(value) = cell.value else { continue };
                    let key = (cell.row.key().to_owned(), cell.column.key().to_owned());
                    let expected = truth.get(&key).cloned().flatten();
                    assert_eq!(Some(value.to_string()), expected, "{file} of {length} bytes: {key:?}");
                    outcomes.values += 1;
                }
            }
            Err(error) => {
                let is_named = matches!(error, ReadError::Damaged { .. } | ReadError::Truncated { .. });
                assert!(is_named, "{file} of {length} bytes: {error}");
                outcomes.errors.entry(error.to_string()).or_insert(length);
            }
        }
    }
    outcomes
}

/// Each error says that the file is cut off.
#[track_caller]
fn told(outcomes: &Outcomes) {
    for (error, length) in &outcomes.errors {
        assert!(error.contains("end is missing") || error.contains("is cut off"), "{length} bytes: {error}");
    }
    assert!(!outcomes.errors.is_empty());
}

#[test]
fn word_documents() {
    let outcomes = cut("word.docx", 23);
    told(&outcomes);
    assert!(outcomes.documents > 50 && outcomes.values > 1000, "{outcomes:?}");
}

#[test]
fn old_word_documents() {
    told(&cut("word.doc", 211));
}

#[test]
fn workbooks() {
    told(&cut("sheets.xlsx", 29));
}

#[test]
fn old_workbooks() {
    told(&cut("sheets.xls", 61));
}

#[test]
fn pdf_documents() {
    for (file, step) in
        [("ruled.pdf", 1009), ("unruled.pdf", 1511), ("pages.pdf", 1511), ("pages_heads.pdf", 1511)]
    {
        told(&cut(file, step));
    }
}
