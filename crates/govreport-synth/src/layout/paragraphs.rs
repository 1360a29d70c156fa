//! 每格一段: a cell a paragraph, empty lines between, as web pages lose their tables. Empty cells vanish.

use crate::paper::Paper;
use crate::sheet::Sheet;

pub(super) fn table(sheet: &Sheet, paper: &mut Paper) {
    for slot in sheet.rows.iter().flatten().filter(|slot| !slot.text.is_empty()) {
        // A line break inside a cell parts paragraphs as well; only words of headings have one.
        paper.slot(slot, "\n\n");
        paper.text("\n\n");
    }
}
