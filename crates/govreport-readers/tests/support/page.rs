//! What a document of pages holds, for tests.

use govreport_core::document::{BlockKind, Document};

/// The blocks of a document, one a line: `P …`, `R0 a|b|c`, `- …` for what is on the page but not of the text.
pub(crate) fn blocks(document: &Document<'_>) -> Vec<String> {
    let blocks = document.blocks().iter();
    blocks
        .map(|block| match block.kind {
            BlockKind::Row { table, .. } => {
                let cells: Vec<_> =
                    document.cells(block).iter().map(|cell| document.slice(cell.span)).collect();
                format!("R{table} {}", cells.join("|"))
            }
            BlockKind::PageFurniture => format!("- {}", document.slice(block.span)),
            BlockKind::Picture => "picture".to_owned(),
            _ => format!("P {}", document.slice(block.span)),
        })
        .collect()
}

/// Asserts that all spans lie in the text, in its order, and that every cell has its place.
pub(crate) fn check_spans(document: &Document<'_>) {
    let text = document.text();
    let mut end = 0;
    for block in document.blocks() {
        assert!(block.span.start >= end, "blocks follow each other");
        end = block.span.end;
        assert!(text.get(block.span.range()).is_some(), "a block lies in the text");
        let mut cell_end = block.span.start;
        for cell in document.cells(block) {
            assert!(block.span.contains(cell.span) && cell.span.start >= cell_end, "cells follow each other");
            cell_end = cell.span.end;
            assert!(text.get(cell.span.range()).is_some(), "a cell lies in the text");
            let (page, _) = document.area(cell.span).expect("every cell has a place");
            assert!(page >= 1);
            assert!(cell.column_span >= 1 && cell.row_span >= 1);
        }
    }
    let ends: Vec<usize> = document.words().iter().map(|word| word.span.end).collect();
    assert!(ends.is_sorted(), "words come in the order of the text");
    assert!(document.words().iter().all(|word| text.get(word.span.range()).is_some()));
    assert!(!text.contains("  "), "no doubled spaces");
}
