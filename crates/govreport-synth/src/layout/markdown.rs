//! Markdown 表格: a pipe at both ends of a row, with or without a line of dashes under the first row.

use crate::paper::Paper;
use crate::sheet::{Position, Sheet};

pub(super) fn table(sheet: &Sheet, dashes: bool, paper: &mut Paper) {
    for (number, row) in sheet.grid().into_iter().enumerate() {
        for position in &row {
            paper.text("| ");
            if let Position::Start(slot) = position {
                paper.slot(slot, " ");
            }
            paper.text(" ");
        }
        paper.text("|");
        paper.line(if dashes { "" } else { " " });
        if dashes && number == 0 {
            paper.text(&"|---".repeat(row.len()));
            paper.line("|");
        }
    }
}
