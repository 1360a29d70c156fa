//! 竖线相连: ` | ` between cells, ` |` at the end. Covered positions are dropped, or printed as pipes without a space.

use crate::paper::Paper;
use crate::sheet::{Position, Sheet};

pub(super) fn table(sheet: &Sheet, padded: bool, paper: &mut Paper) {
    for row in sheet.grid() {
        for position in row {
            match position {
                Position::Start(slot) if !slot.text.is_empty() => {
                    paper.slot(slot, " ");
                    paper.text(" | ");
                }
                Position::Start(_) => paper.text("|"),
                Position::Below | Position::Beside if padded => paper.text("|"),
                Position::Below | Position::Beside => {}
            }
        }
        paper.trim_end();
        paper.line("");
    }
}
