//! 行尾竖线: each cell on a line of its own with a pipe behind it, as in [`super::pipe_lines`]; but the end of a row, with the places that
//! merged cells cover and cells that are empty at its end, stands on the line of its last content.

use crate::paper::Paper;
use crate::sheet::{Position, Sheet, Slot};

pub(super) fn table(sheet: &Sheet, paper: &mut Paper) {
    for row in sheet.grid() {
        let with_text =
            |position: &Position<'_>| matches!(position, Position::Start(slot) if !slot.text.is_empty());
        let last = row.iter().rposition(with_text);
        let covered = row.iter().filter(|position| !matches!(position, Position::Start(_))).count();
        paper.line("|");
        for (at, position) in row.iter().enumerate() {
            let Position::Start(slot) = position else { continue };
            cell(slot, paper);
            if Some(at) == last {
                let behind =
                    row[at + 1..].iter().filter(|position| matches!(position, Position::Start(_))).count();
                paper.line(&format!(" | {}", "|".repeat(behind + covered)));
                break;
            }
            paper.text(" |\n");
        }
    }
}

/// A cell before its pipe; an empty one is its pipe alone.
fn cell(slot: &Slot, paper: &mut Paper) {
    if !slot.text.is_empty() {
        paper.slot(slot, " ");
    }
}
