//! Markdown 表格: a pipe at both ends of a row, with or without a line of dashes under the first row.

use crate::paper::Paper;
use crate::sheet::{Aside, Means, Position, Sheet, Slot};

/// What stands before and behind the text of a cell and is no part of it. Markdown cannot hide anything.
fn asides(slot: &Slot) -> (String, String) {
    if slot.means() == Some(Means::Struck) {
        return ("~~".to_owned(), "~~".to_owned());
    }
    match &slot.aside {
        Some(Aside::Struck(figure)) => (format!("~~{figure}~~ "), String::new()),
        Some(Aside::Raised(mark)) => (String::new(), format!("<sup>{mark}</sup>")),
        Some(Aside::Hidden(_)) | None => (String::new(), String::new()),
    }
}

pub(super) fn table(sheet: &Sheet, dashes: bool, paper: &mut Paper) {
    for (number, row) in sheet.grid().into_iter().enumerate() {
        for position in &row {
            paper.text("| ");
            if let Position::Start(slot) = position {
                let (before, behind) = asides(slot);
                paper.text(&before);
                paper.slot(slot, " ");
                paper.text(&behind);
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
