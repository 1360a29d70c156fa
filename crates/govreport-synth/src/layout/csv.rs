//! 逗号分隔: cells parted by commas; one that holds a comma, a quotation mark or a line break stands in quotation marks.

use crate::paper::Paper;
use crate::sheet::{Position, Sheet};

pub(super) fn table(sheet: &Sheet, paper: &mut Paper) {
    for row in sheet.grid() {
        for (at, position) in row.iter().enumerate() {
            if at > 0 {
                paper.text(",");
            }
            let Position::Start(slot) = position else { continue };
            if slot.text.contains([',', '"', '\n']) {
                paper.text("\"");
                paper.marked_up(slot, &slot.text.replace('"', "\"\""));
                paper.text("\"");
            } else {
                paper.marked_up(slot, &slot.text);
            }
        }
        paper.line("");
    }
}
