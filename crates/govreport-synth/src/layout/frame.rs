//! What stands around the tables: title, headings, paragraphs.

use crate::article::Part;
use crate::paper::Paper;
use crate::sheet::Sheet;

/// How headings are marked (标题标记).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HeadingMarks {
    /// Not at all.
    None,
    /// `#` for the title, `##` for sections.
    Markdown,
    /// The same, but sections sink deeper as the report goes on.
    Drifting,
}

/// The look of everything but tables.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// How headings are marked.
    pub(super) marks: HeadingMarks,
    /// Whether empty lines part paragraphs.
    pub(super) gap: bool,
}

impl Frame {
    /// Writes a report; `table` writes its tables.
    pub(super) fn write(self, parts: &[Part], paper: &mut Paper, table: &mut dyn FnMut(&Sheet, &mut Paper)) {
        let mut sections = 0;
        for part in parts {
            match part {
                Part::Title(lines) => {
                    if self.marks != HeadingMarks::None {
                        paper.text("# ");
                    }
                    for line in lines {
                        paper.line(line);
                    }
                }
                Part::PageLine(text) | Part::Paragraph(text) => paper.line(text),
                Part::Heading { depth, text } => {
                    if *depth == 1 {
                        sections += 1;
                    }
                    let drift = if self.marks == HeadingMarks::Drifting { sections / 3 } else { 0 };
                    if self.marks != HeadingMarks::None {
                        paper.text(&"#".repeat((1 + depth + drift).min(6)));
                        paper.text(" ");
                    }
                    paper.line(text);
                }
                Part::Table(sheet) => {
                    if !self.gap {
                        paper.line("");
                    }
                    table(sheet, paper);
                    if !self.gap {
                        paper.line("");
                    }
                }
            }
            if self.gap {
                paper.line("");
            }
        }
    }
}
