//! What holds of any reading, asked of the files that are here: the examples, the fixtures of the readers, and real documents beside the
//! checkout where it is worked on. Their truth is not needed.

use std::fs;
use std::path::{Path, PathBuf};

use govreport::{Options, Source};
use govreport_invariants::{Violation, judge, relations};

/// Changes of each kind that are tried with each file.
const CHANGES: u64 = 12;

/// All files below a folder of the checkout, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut pending = vec![folder.to_path_buf()];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() { pending.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

/// The laws that the reading of a file breaks; `None` where it is no report.
fn broken(file: &Path) -> Option<Vec<Violation>> {
    let options = Options::default();
    let source = Source::open(file, &options).ok()?;
    let document = source.document(&options).ok()?;
    let report = govreport_core::model::Report::from_document(&document).ok()?;
    let mut broken = judge(&document, &report);
    for pick in 0..CHANGES {
        broken.extend(relations::relations(&document, &report, pick));
    }
    Some(broken)
}

/// Asks all files below a folder; gives how many of them are reports.
fn lawful(folder: &Path) -> usize {
    let (mut reports, mut failures) = (0, Vec::new());
    for file in files(folder) {
        let Some(broken) = broken(&file) else { continue };
        reports += 1;
        failures.extend(broken.iter().map(|violation| format!("{}\n  {violation}", file.display())));
    }
    assert!(failures.is_empty(), "{} breaches\n{}", failures.len(), failures.join("\n"));
    reports
}

fn of_checkout(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder)
}

#[test]
fn the_examples_are_read_lawfully() {
    assert!(lawful(&of_checkout("examples/reports")) >= 12);
    assert!(lawful(&of_checkout("examples/formats")) >= 12);
}

#[test]
fn the_fixtures_of_the_readers_are_read_lawfully() {
    assert!(lawful(&of_checkout("crates/govreport-readers/tests/files")) >= 3);
    assert!(lawful(&of_checkout("crates/govreport/tests/support")) >= 2);
}

#[test]
fn real_documents_are_read_lawfully() {
    for folder in ["../shared/samples", "../shared/cases"] {
        let folder = of_checkout(folder);
        if folder.is_dir() {
            assert!(lawful(&folder) >= 5, "{}", folder.display());
        } else {
            eprintln!("skipped: {} is not here", folder.display());
        }
    }
}
