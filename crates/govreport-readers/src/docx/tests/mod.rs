//! Word documents written here, read back.

mod chunks;
mod hostile;
mod known;
mod lists;
mod shown;
mod tables;
mod words;
mod written;

use govreport_core::document::{BlockKind, Document};
use govreport_core::notices::Language;

use self::written::Written;
use super::document;
use crate::{Limits, ReadError};

/// Reads a document with this body.
fn body(xml: &str) -> Document<'static> {
    read(&Written::with_body(xml))
}

fn read(written: &Written) -> Document<'static> {
    document(&written.bytes(), &Limits::default()).expect("a document that can be read")
}

fn error(written: &Written) -> ReadError {
    document(&written.bytes(), &Limits::default()).expect_err("a document that cannot be read")
}

/// A paragraph of one run.
fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A row of a table: the properties of each cell, and its words.
fn row(cells: &[(&str, &str)]) -> String {
    let cell = |(properties, words): &(&str, &str)| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
    };
    format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
}

/// The blocks, one a line: `H1 …` and `P …`, `R0.2` for row 2 of table 0 with `column+columns×rows` before each cell.
fn blocks(document: &Document<'_>) -> String {
    let mut lines = Vec::new();
    for block in document.blocks() {
        let words = |span| document.slice(span).replace('\n', "⏎");
        let line = match block.kind {
            BlockKind::Heading { level } => format!("H{level} {}", words(block.span)),
            BlockKind::Paragraph => format!("P {}", words(block.span)),
            BlockKind::Row { table, row } => {
                let cells = document.cells(block).iter().map(|cell| {
                    let merged = match (cell.column_span, cell.row_span) {
                        (1, 1) => String::new(),
                        (across, down) => format!("+{across}×{down}"),
                    };
                    format!(" {}{merged}[{}]", cell.column, words(cell.span))
                });
                format!("R{table}.{row}{}", cells.collect::<String>())
            }
            BlockKind::Picture => "picture".to_owned(),
            kind => format!("{kind:?}"),
        };
        lines.push(if block.after_gap { format!("\n{line}") } else { line });
    }
    lines.join("\n").trim_start().to_owned()
}

/// The remarks, one a line.
fn remarks(document: &Document<'_>) -> String {
    let lines = document.remarks().iter().map(|remark| {
        format!("{:?}: {}", remark.notice().rule(), remark.notice().message(Language::English))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_cell_has_an_offset_of_its_own() {
    let table =
        format!("<w:tbl>{}{}</w:tbl>", row(&[("", ""), ("", ""), ("", "")]), row(&[("", ""), ("", "")]));
    let document = body(&(p("表") + &table + &p("后")));
    let mut starts: Vec<_> = document
        .blocks()
        .iter()
        .flat_map(|block| document.cells(block))
        .map(|cell| cell.span.start)
        .collect();
    assert_eq!(starts.len(), 5);
    for start in &starts {
        let place = document.grid_place(govreport_core::Span::new(*start, *start)).expect("it is in a table");
        assert_eq!(starts[(place.row * 3 + place.column) as usize], *start);
    }
    starts.dedup();
    assert_eq!(starts.len(), 5);
}
