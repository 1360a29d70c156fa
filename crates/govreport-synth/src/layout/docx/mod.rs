//! Word 文件: the main part of a Word document. [`package`] packs it with the parts it refers to.

mod document;
mod made;
mod package;
mod table;

pub(super) use document::write;
pub(crate) use package::package;

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
