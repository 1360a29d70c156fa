//! What a reader saw, in lines that can be compared.

use govreport_core::notices::Language;
use std::fmt::Write;

use govreport_core::document::{BlockKind, Document};

/// The bytes of a file in `tests/files`.
pub(crate) fn file(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A line for each block: `H1 …`, `P …`, `R0.2 …`, with `~` in front where a gap is before it. The cells of a row are parted by
/// `|`; before the text of one that covers more than a place stands how many columns and rows it covers, and before one that
/// does not follow the cell to its left, its column.
pub(crate) fn seen(document: &Document<'_>) -> String {
    let mut lines = String::new();
    for block in document.blocks() {
        if block.after_gap {
            lines.push('~');
        }
        let text = document.slice(block.span).replace('\n', "⏎");
        let written = match block.kind {
            BlockKind::Heading { level } => writeln!(lines, "H{level} {text}"),
            BlockKind::Paragraph => writeln!(lines, "P {text}"),
            BlockKind::Picture => writeln!(lines, "PICTURE {text}"),
            BlockKind::PageFurniture => writeln!(lines, "- {text}"),
            BlockKind::Row { table, row } => writeln!(lines, "R{table}.{row} {}", cells(document, block)),
            _ => writeln!(lines, "?"),
        };
        written.expect("a String can always be written to");
    }
    for link in document.links() {
        writeln!(lines, "LINK {} -> {}", document.slice(link.span), link.target).expect("as above");
    }
    for property in document.properties() {
        writeln!(lines, "PROPERTY {} = {}", property.name, property.value).expect("as above");
    }
    for remark in document.remarks() {
        writeln!(lines, "REMARK {:?} {}", remark.notice().rule(), remark.notice().message(Language::English))
            .expect("as above");
    }
    lines
}

fn cells(document: &Document<'_>, block: &govreport_core::document::Block) -> String {
    let mut next = 0;
    let cells = document.cells(block).iter().map(|cell| {
        let mut text = String::new();
        if cell.column != next {
            write!(text, "@{} ", cell.column).expect("a String can always be written to");
        }
        next = cell.column + cell.column_span;
        if (cell.column_span, cell.row_span) != (1, 1) {
            write!(text, "{}x{} ", cell.column_span, cell.row_span).expect("as above");
        }
        text + &document.slice(cell.span).replace('\n', "⏎")
    });
    cells.collect::<Vec<_>>().join("|")
}
