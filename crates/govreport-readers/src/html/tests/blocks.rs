use govreport_core::document::{BlockKind, Document};

use crate::Limits;
use crate::html;

/// The document that a page is.
pub(super) fn read(page: &str) -> Document<'static> {
    html::document(page.as_bytes(), None, &Limits::default()).expect("the page can be read")
}

/// The blocks of a document, one a line: `H1 …`, `P …`, `R0 0:a|1:b` with the columns of the cells and `+2x3` for the columns and
/// rows they cover, `I …` for pictures; `~` before a block behind a gap.
pub(super) fn blocks(document: &Document<'_>) -> Vec<String> {
    let show = |text: &str| text.replace('\n', "⏎");
    document
        .blocks()
        .iter()
        .map(|block| {
            let words = show(document.slice(block.span));
            let line = match block.kind {
                BlockKind::Heading { level } => format!("H{level} {words}"),
                BlockKind::Row { table, .. } => {
                    let cells = document.cells(block).iter().map(|cell| {
                        let words = show(document.slice(cell.span));
                        match (cell.column_span, cell.row_span) {
                            (1, 1) => format!("{}:{words}", cell.column),
                            (columns, rows) => format!("{}+{columns}x{rows}:{words}", cell.column),
                        }
                    });
                    format!("R{table} {}", cells.collect::<Vec<_>>().join("|"))
                }
                BlockKind::Picture => format!("I {words}"),
                _ => format!("P {words}"),
            };
            if block.after_gap { format!("~{line}") } else { line }
        })
        .collect()
}

#[test]
fn a_small_page() {
    let page = "<title>题</title><h1>甲镇报告</h1><p>一、<span>总</span>体\n<b>情况</b><p>&nbsp;<p>文<br>行<table><tr><td rowspan=2>项\
                <td>a<p>b<tr><td>&nbsp;<tr><td colspan=2></table>尾";
    assert_eq!(
        blocks(&read(page)),
        [
            "H1 甲镇报告",
            "P 一、总体 情况",
            "~P 文",
            "P 行",
            "R0 0+1x2:项|1:a⏎b",
            "R0 1:",
            "R0 0+2x1:",
            "P 尾"
        ]
    );
}
