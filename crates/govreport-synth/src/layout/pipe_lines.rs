//! 每行一竖线: each cell on its own line with a pipe behind it; a line of pipes ends the row, one for each position that a
//! merged cell covers.

use crate::paper::Paper;
use crate::sheet::{Position, Sheet};

pub(super) fn table(sheet: &Sheet, paper: &mut Paper) {
    for row in sheet.grid() {
        let mut covered = 0;
        for position in row {
            match position {
                Position::Start(slot) if !slot.text.is_empty() => {
                    paper.slot(slot, " ");
                    paper.text(" |\n");
                }
                _ => covered += 1,
            }
        }
        paper.line(&"|".repeat(covered.clamp(1, 3)));
    }
}
