//! PDF 文件: a PDF written by hand, all of it in ASCII, so that the file is a text like any other.
//!
//! The font is one of those that every reader of Chinese PDFs has to know and that is not in the file, as office programs in China
//! long wrote it. Characters are its codes in hexadecimal digits.

mod annotation;
mod file;
mod line;
mod made;
mod page;
mod place;
mod table;

use crate::article::Part;
use crate::layout::Print;
use crate::paper::Paper;
use crate::sheet::{Making, Means};
use file::File;
use page::Pages;

/// Writes a report, page by page.
pub(super) fn write(parts: &[Part], print: Print, paper: &mut Paper) {
    let is_annotated = makings(parts).any(|making| matches!(making.means, Means::Annotation(_)));
    let watermark = makings(parts).find(|making| making.means == Means::Watermark).cloned();
    let mut pages = Pages::new(File::begin(is_annotated, paper), print, watermark, paper);
    for part in parts {
        match part {
            Part::Title(lines) => {
                for line in lines {
                    pages.title(line);
                }
                pages.gap(6.0);
            }
            Part::PageLine(text) => pages.centred(text, 10.5),
            Part::Heading { text, .. } => pages.heading(text),
            Part::Paragraph(text) => pages.paragraph(text),
            Part::Table(sheet) => pages.table(sheet),
        }
    }
    pages.finish();
}

/// How cells are made, where they are made by other means than to print their text.
fn makings(parts: &[Part]) -> impl Iterator<Item = &Making> {
    let slots = parts.iter().flat_map(|part| match part {
        Part::Table(sheet) => sheet.rows.as_slice(),
        _ => &[],
    });
    slots.flatten().filter_map(|slot| slot.making.as_ref())
}
