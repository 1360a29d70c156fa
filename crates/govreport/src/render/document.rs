//! What a reader saw: the text with marks of blocks and tables.

use std::fmt::Write;

use govreport_core::document::{Block, BlockKind, Cell, Document};

use super::printable;

/// The document as text for people (读取内容): what did the reader see?
///
/// A line for each block: the offset of its first byte (as `start` in the cells), its page where the format has pages, what it
/// is, and its text. A heading has `#` signs for its depth; a row of a table says which (`T0 R3`, counted from 0) and parts its
/// cells by bars, `→2` and `↓3` after a cell saying how many columns and rows it covers; a line end within a cell is shown as `⏎`.
///
/// ```
/// use govreport::document::Document;
///
/// let text = "一、总体情况\n规章\t3\t";
/// let mut builder = Document::builder(text);
/// builder.heading(2, govreport::Span::new(0, 18));
/// builder.row(govreport::Span::new(19, 28), [(19, 25), (26, 27), (28, 28)].map(|(a, b)| govreport::Span::new(a, b)));
/// let seen = govreport::render::document(&builder.finish()?);
/// let lines: Vec<&str> = seen.lines().collect();
/// assert_eq!(lines, ["       0  ##     一、总体情况", "      19  T0 R0  │ 规章 │ 3 │ │"]);
/// # Ok::<(), govreport::document::DocumentError>(())
/// ```
pub fn document(document: &Document<'_>) -> String {
    // The text, and in front of each line some thirty bytes.
    let mut out = String::with_capacity(document.text().len() + 32 * document.blocks().len());
    let marks: Vec<String> = document.blocks().iter().map(mark).collect();
    let width = marks.iter().map(String::len).max().unwrap_or_default();
    let pages = document.blocks().iter().any(|block| block.page > 0);
    for (block, mark) in document.blocks().iter().zip(marks) {
        let start = block.span.start;
        let page = if pages { format!("p{:<3} ", block.page) } else { String::new() };
        let text = match block.kind {
            BlockKind::Row { .. } => row(document, document.cells(block)),
            _ => shown(document.slice(block.span)),
        };
        // Writing into a String does not fail.
        let _ = writeln!(out, "{}", format!("{start:>8}  {page}{mark:<width$}  {text}").trim_end());
    }
    out
}

fn mark(block: &Block) -> String {
    match block.kind {
        BlockKind::Heading { level } => "#".repeat(usize::from(level.clamp(1, 9))),
        BlockKind::Row { table, row } => format!("T{table} R{row}"),
        BlockKind::PageFurniture => "page".to_owned(),
        BlockKind::Picture => "picture".to_owned(),
        _ => String::new(),
    }
}

fn row(document: &Document<'_>, cells: &[Cell]) -> String {
    let mut line = "│".to_owned();
    let mut column = 0_u32;
    for cell in cells {
        // Places covered by a cell of a row above.
        for _ in column..cell.column.min(column.saturating_add(MOST_COVERED)) {
            line.push_str(" ↑ │");
        }
        column = cell.column.saturating_add(cell.column_span);
        let text = shown(document.slice(cell.span));
        if !text.is_empty() {
            line.push(' ');
            line.push_str(&text);
        }
        for (sign, covered) in [('→', cell.column_span), ('↓', cell.row_span)] {
            if covered > 1 {
                // Writing into a String does not fail.
                let _ = write!(line, " {sign}{covered}");
            }
        }
        line.push_str(" │");
    }
    line
}

/// Places covered from above that are shown before a cell; tables far wider than any form are not drawn out.
const MOST_COVERED: u32 = 32;

fn shown(text: &str) -> String {
    printable(&text.replace("\r\n", "⏎").replace(['\n', '\r'], "⏎")).into_owned()
}
