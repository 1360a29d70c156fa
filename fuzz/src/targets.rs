//! A function for each target: it takes any bytes and panics where a promise of ARCHITECTURE.md, "What always holds", is broken.
//! An error of the reading is an answer like a report is: it must be the same twice.

#[path = "made.rs"]
pub mod made;
#[path = "promises.rs"]
pub mod promises;

use std::io::{Cursor, Write as _};
use std::time::Duration;

use govreport::document::Document;
use govreport::model::Report;
use govreport::{Error, Limits, Options, ReadError, Reading};
use govreport_invariants::{judge, relations};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts of a Word document that `docx_parts` fills, in this order.
const PARTS: [&str; 4] = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];

/// Small limits, so that what asks for more than its share is refused within the time that a run gives to one input.
fn limits() -> Limits {
    Limits::default()
        .with_max_bytes(1 << 20)
        .with_max_unpacked_bytes(8 << 20)
        .with_max_pages(50)
        .with_max_cells(50_000)
        .with_max_nesting(128)
        .with_max_time(Duration::from_secs(5))
}

/// Any bytes, as a file that was opened: format and encoding are found out.
pub fn text(bytes: &[u8]) {
    twice(|| Reading::from_bytes(bytes, &Options::default().with_limits(limits())));
    // The same, where somebody else has decoded it.
    if let Ok(text) = std::str::from_utf8(bytes) {
        twice(|| Reading::from_text(text, &Options::default().with_limits(limits())));
    }
}

/// Any bytes as a web page, whether they look like one or not.
pub fn html(bytes: &[u8]) {
    twice(|| of_document(govreport_readers::html::document(bytes, None, &limits())));
}

/// Any bytes as a Word document, container and all.
pub fn docx(bytes: &[u8]) {
    twice(|| of_document(govreport_readers::docx::document(bytes, &limits())));
}

/// The XML inside a Word document. Packed here, because no mutation of a packed file would keep its checksums right. The parts
/// are parted by zero bytes, which XML cannot hold.
pub fn docx_parts(bytes: &[u8]) {
    let file = package(bytes);
    twice(|| of_document(govreport_readers::docx::document(&file, &limits())));
}

/// Any bytes as a PDF.
pub fn pdf(bytes: &[u8]) {
    twice(|| of_document(govreport_readers::pdf::document(bytes, &limits())));
}

/// Any text as the JSON of a report: what is taken goes out and comes back, and can be checked and shown.
pub fn json(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(report) = govreport::from_json(text) else { return };
    let written = govreport::to_json(&report);
    let back = govreport::from_json(&written).expect("what was written can be read");
    assert_eq!(govreport::to_json(&back), written, "the JSON changed on its way");
    promises::harmless(&report);
}

/// The bytes as the parts of a Word document.
pub fn package(bytes: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in PARTS.into_iter().zip(bytes.split(|byte| *byte == 0)) {
        writer.start_file(name, stored).expect("memory can be written");
        writer.write_all(content).expect("memory can be written");
    }
    writer.finish().expect("memory can be written").into_inner()
}

/// Any bytes as a document whose pieces are words of the form and numbers, as the readers hand one over: what is found breaks in the
/// tables or the outline, and in no reader.
pub fn middle(bytes: &[u8]) {
    let document = made::document(bytes);
    if let Ok(report) = Report::from_document(&document) {
        promises::lawful(&relations::line_removed(&document, &report, bytes.len() as u64));
        promises::lawful(&relations::columns_exchanged(&document, &report, bytes.len() as u64));
    }
    twice(|| of_document(Ok(made::document(bytes))));
}

fn of_document(document: Result<Document<'_>, ReadError>) -> Result<Reading, Error> {
    let document = document?;
    if let Ok(report) = Report::from_document(&document) {
        promises::lawful(&judge(&document, &report));
    }
    Reading::from_document(document)
}

/// Reads twice: both times the same, and every promise kept.
fn twice(read: impl Fn() -> Result<Reading, Error>) {
    let first = read();
    if let Ok(reading) = &first {
        promises::kept(reading);
    }
    let told = |answer: Result<Reading, Error>| match answer {
        Ok(reading) => (reading.text, govreport::to_json(&reading.report)),
        Err(error) => (String::new(), error.to_string()),
    };
    let (first, second) = (told(first), told(read()));
    // How long something takes is the one thing that may differ.
    if !(first.1.contains("max_time") || second.1.contains("max_time")) {
        assert!(first == second, "two answers:\n{}\n{}", first.1, second.1);
    }
}
