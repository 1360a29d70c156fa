//! A table of a Word document: merged cells by `gridSpan` and `vMerge`.

use super::made::{made, of_row};
use super::{Docx, asides, pieces, run};
use crate::paper::Paper;
use crate::random::Random;
use crate::sheet::{Position, Sheet, Slot};

pub(super) fn write(sheet: &Sheet, docx: Docx, paper: &mut Paper, random: &mut Random) {
    paper.line("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>");
    for _ in 0..sheet.width() {
        paper.text("<w:gridCol w:w=\"860\"/>");
    }
    paper.line("</w:tblGrid>");
    for line in sheet.grid() {
        let slots: Vec<&Slot> = line
            .iter()
            .filter_map(|position| match position {
                Position::Start(slot) => Some(*slot),
                _ => None,
            })
            .collect();
        paper.line(&format!("<w:tr>{}", of_row(&slots)));
        let mut positions = line.as_slice();
        while let Some((first, behind)) = positions.split_first() {
            // What stands beside a cell belongs to it.
            let beside = behind.iter().take_while(|position| matches!(position, Position::Beside)).count();
            positions = behind.get(beside..).unwrap_or_default();
            match first {
                Position::Start(slot) => cell(slot, beside + 1, docx, paper, random),
                Position::Below => {
                    paper.line(&format!(
                        "<w:tc><w:tcPr>{}<w:vMerge/></w:tcPr><w:p/></w:tc>",
                        span(beside + 1)
                    ));
                }
                // Places that a row lost: it is shorter than the others.
                Position::Beside => {}
            }
        }
        paper.line("</w:tr>");
    }
    paper.line("</w:tbl>");
}

fn span(columns: usize) -> String {
    if columns > 1 { format!("<w:gridSpan w:val=\"{columns}\"/>") } else { String::new() }
}

fn cell(slot: &Slot, columns: usize, docx: Docx, paper: &mut Paper, random: &mut Random) {
    let below = if slot.rows > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
    paper.text(&format!("<w:tc><w:tcPr>{}{below}</w:tcPr><w:p>", span(columns)));
    let (before, behind) = asides(slot);
    paper.text(&before);
    if !slot.text.is_empty() {
        for text in [slot.padding.0].into_iter().filter(|text| !text.is_empty()) {
            paper.text(&run(text, ""));
        }
        let pieces: Vec<String> =
            pieces(&slot.text, docx, random).iter().map(|piece| run(piece, "")).collect();
        paper.marked_up(slot, &made(slot, pieces.join("<w:proofErr w:type=\"spellStart\"/>")));
        for text in [slot.padding.1].into_iter().filter(|text| !text.is_empty()) {
            paper.text(&run(text, ""));
        }
    }
    paper.text(&behind);
    paper.line("</w:p></w:tc>");
}
