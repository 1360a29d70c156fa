//! Writes the main part, `word/document.xml`.

use super::{Docx, DocxHeadings, pieces, run, table};
use crate::article::Part;
use crate::paper::Paper;
use crate::random::Random;

/// Writes the main part, `word/document.xml`.
pub(in crate::layout) fn write(parts: &[Part], docx: Docx, paper: &mut Paper, random: &mut Random) {
    paper.line("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
    paper.line(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>",
    );
    for part in parts {
        match part {
            Part::Title(lines) => {
                let text = lines.join("\n");
                paragraph("<w:pStyle w:val=\"Title\"/><w:jc w:val=\"center\"/>", &text, docx, paper, random);
            }
            Part::Heading { depth, text } => heading(*depth, text, docx, paper, random),
            Part::PageLine(text) | Part::Paragraph(text) => {
                paragraph("<w:ind w:firstLine=\"420\"/>", text, docx, paper, random);
            }
            Part::Table(sheet) => table::write(sheet, docx, paper, random),
        }
    }
    paper.line("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
}

fn heading(depth: usize, text: &str, docx: Docx, paper: &mut Paper, random: &mut Random) {
    let style = format!("<w:pStyle w:val=\"{depth}\"/>");
    match docx.headings {
        DocxHeadings::Styles => paragraph(&style, text, docx, paper, random),
        DocxHeadings::Levels => {
            let level = format!("<w:outlineLvl w:val=\"{}\"/>", depth.saturating_sub(1));
            paragraph(&level, text, docx, paper, random);
        }
        DocxHeadings::Bold => {
            paper.text("<w:p>");
            runs(text, "<w:rPr><w:b/></w:rPr>", docx, paper, random);
            paper.line("</w:p>");
        }
        DocxHeadings::Numbered => {
            let (number, name) = text.split_once('、').unwrap_or(("", text));
            let is_section = depth == 1 && !number.is_empty();
            let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
            let properties = if is_section { style + list } else { style };
            paragraph(&properties, if is_section { name } else { text }, docx, paper, random);
        }
    }
}

fn paragraph(properties: &str, text: &str, docx: Docx, paper: &mut Paper, random: &mut Random) {
    paper.text(&format!("<w:p><w:pPr>{properties}</w:pPr>"));
    runs(text, "", docx, paper, random);
    paper.line("</w:p>");
}

/// The runs of a text.
fn runs(text: &str, properties: &str, docx: Docx, paper: &mut Paper, random: &mut Random) {
    for piece in pieces(text, docx, random) {
        paper.text(&run(&piece, properties));
    }
}
