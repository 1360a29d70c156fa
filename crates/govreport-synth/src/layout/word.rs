//! Word 导出: each cell on a line behind a tab, rows parted by empty lines. An empty cell is a line with only a tab, so
//! positions survive; a cell covered from the left is not there.

use crate::paper::Paper;
use crate::sheet::{Position, Sheet};

pub(super) fn table(sheet: &Sheet, paper: &mut Paper) {
    for row in sheet.grid() {
        for position in row {
            match position {
                Position::Start(slot) => {
                    paper.text("\t");
                    paper.slot(slot, "\n");
                    paper.text("\n");
                }
                Position::Below => paper.text("\t\n"),
                Position::Beside => {}
            }
        }
        paper.line("");
    }
}
