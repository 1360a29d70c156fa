//! 无分隔: the cells of a row run together, one row a line. Only numbers of one digit can be told apart again.

use crate::paper::Paper;
use crate::sheet::Sheet;

pub(super) fn table(sheet: &Sheet, paper: &mut Paper) {
    for row in &sheet.rows {
        for slot in row {
            paper.bare(slot, "");
        }
        paper.line("");
    }
}
