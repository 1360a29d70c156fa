//! 制表符: a table row a line, cells parted by tabs.

use crate::paper::Paper;
use crate::random::Random;
use crate::sheet::{Position, Sheet};

/// What becomes of the positions that merged cells cover (合并单元格的处理).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Merged {
    /// Each is an empty cell: all rows have the same number of cells.
    Empty,
    /// Those covered from the left vanish, and tabs at the end of the row make up for them.
    Trailing,
    /// All vanish: the number of cells differs from row to row.
    Vanished,
    /// Each row does as it likes.
    Ragged,
}

pub(super) fn table(sheet: &Sheet, merged: Merged, paper: &mut Paper, random: &mut Random) {
    let width = sheet.width();
    for row in sheet.grid() {
        let (keeps_below, keeps_beside, pads) = match merged {
            Merged::Empty => (true, true, false),
            Merged::Trailing => (true, false, true),
            Merged::Vanished => (false, false, false),
            Merged::Ragged => (!random.one_in(4), random.one_in(2), random.one_in(2)),
        };
        let mut printed = 0;
        for position in &row {
            let slot = match position {
                Position::Start(slot) => Some(*slot),
                Position::Below if keeps_below => None,
                Position::Beside if keeps_beside => None,
                Position::Below | Position::Beside => continue,
            };
            if printed > 0 {
                paper.text("\t");
            }
            if let Some(slot) = slot {
                paper.slot(slot, " ");
            }
            printed += 1;
        }
        if pads {
            paper.text(&"\t".repeat(width.saturating_sub(printed)));
        }
        paper.line("");
    }
}
