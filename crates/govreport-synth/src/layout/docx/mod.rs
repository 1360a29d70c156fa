//! Word 文件: the main part of a Word document. [`package`] packs it with the parts it refers to.

mod package;
mod table;

pub(crate) use package::package;

use crate::article::Part;
use crate::paper::Paper;
use crate::random::Random;
use crate::sheet::{Aside, Slot};

/// A Word document (Word 文档).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Docx {
    /// How headings are told from paragraphs.
    pub headings: DocxHeadings,
    /// The text is torn into runs of a few characters each, with marks of the spelling checker between them (零碎文字).
    pub torn_runs: bool,
}

/// How the headings of a Word document are told from its paragraphs (标题写法).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DocxHeadings {
    /// By the styles for headings, 标题 1 and so on.
    Styles,
    /// By a level of the outline that each paragraph states itself.
    Levels,
    /// By bold letters only.
    Bold,
    /// By the styles, and the numbers of the sections (一、 二、) are those of a list: they stand in no text.
    Numbered,
}

impl DocxHeadings {
    /// All members.
    pub const ALL: [Self; 4] = [Self::Styles, Self::Levels, Self::Bold, Self::Numbered];
}

impl Docx {
    /// Headings by style, whole runs.
    pub const PLAIN: Self = Self { headings: DocxHeadings::Styles, torn_runs: false };
}

/// Writes the main part, `word/document.xml`.
pub(super) fn write(parts: &[Part], docx: Docx, paper: &mut Paper, random: &mut Random) {
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

/// The text in the pieces that its runs hold; what is not torn is one piece.
fn pieces(text: &str, docx: Docx, random: &mut Random) -> Vec<String> {
    if !docx.torn_runs {
        return vec![text.to_owned()];
    }
    let characters: Vec<char> = text.chars().collect();
    let mut rest = characters.as_slice();
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let (piece, behind) = rest.split_at(random.size(1, 6).min(rest.len()));
        pieces.push(piece.iter().collect());
        rest = behind;
    }
    pieces
}

/// The runs that stand before and behind the text of a cell and are no part of it. As on web pages, there are several ways.
fn asides(slot: &Slot) -> (String, String) {
    let way = slot.text.len() + slot.columns;
    match &slot.aside {
        None => (String::new(), String::new()),
        Some(Aside::Struck(figure)) => {
            let properties = ["<w:strike/>", "<w:dstrike/>"][way % 2];
            (run(figure, &format!("<w:rPr>{properties}</w:rPr>")), String::new())
        }
        Some(Aside::Raised(mark)) => {
            let properties =
                ["<w:vertAlign w:val=\"superscript\"/>", "<w:position w:val=\"8\"/><w:sz w:val=\"12\"/>"]
                    [way % 2];
            (String::new(), run(mark, &format!("<w:rPr>{properties}</w:rPr>")))
        }
        Some(Aside::Hidden(figure)) => {
            let properties = ["<w:vanish/>", "<w:color w:val=\"FFFFFF\"/>"][way % 2];
            (run(figure, &format!("<w:rPr>{properties}</w:rPr>")), String::new())
        }
    }
}

/// A run with this text, its line breaks as elements.
fn run(text: &str, properties: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let lines: Vec<String> =
        text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{line}</w:t>")).collect();
    format!("<w:r>{properties}{}</w:r>", lines.join("<w:br/>"))
}
