//! A line that belongs to no table can be taken away without a change of any cell.

use govreport_core::Span;
use govreport_core::document::{Block, BlockKind, Document};
use govreport_core::form::{SectionKey, form};
use govreport_core::model::Report;

use super::draft::Draft;
use super::{compared, picked};
use crate::headings::headings;
use crate::{Law, Violation};

/// Takes a line away that belongs to no table, and reads again.
pub fn line_removed(document: &Document<'_>, report: &Report, pick: u64) -> Vec<Violation> {
    let lines = lines_of_no_table(document, report);
    let Some(place) = picked(&lines, pick).copied() else { return Vec::new() };
    let line = document.slice(document.blocks()[place].span);
    let mut draft = Draft::of(document);
    draft.remove(place);
    let change = || format!("without the line {line:?}");
    compared(Law::LineRemoved, report, &draft.finish(), &change, |before, after| before == after)
}

/// The paragraphs in sections of prose: which section they stand in is told by headings that are the form's letter by letter, and by
/// the report.
fn lines_of_no_table(document: &Document<'_>, report: &Report) -> Vec<usize> {
    let headings = headings(document.text());
    let is_prose = |section: SectionKey| section.table().is_none();
    let is_of_prose = |at: Span| {
        headings
            .iter()
            .rfind(|heading| heading.span.end <= at.start)
            .is_some_and(|above| above.section.is_some_and(is_prose))
            && report.sections.iter().any(|section| is_prose(section.key) && section.paragraphs.contains(&at))
            && report
                .tables()
                .iter()
                .filter_map(|table| table.span)
                .all(|table| at.end <= table.start || table.end <= at.start)
    };
    let is_line = |block: &Block| matches!(block.kind, BlockKind::Paragraph) && is_of_prose(block.span);
    // What names a year or a heading of the form says something of the tables.
    let says_nothing = |block: &Block| {
        let words = document.slice(block.span);
        !words.contains('年') && !SectionKey::ALL.iter().any(|key| words.contains(form().section_label(*key)))
    };
    let places =
        document.blocks().iter().enumerate().filter(|(_, block)| is_line(block) && says_nothing(block));
    places.map(|(place, _)| place).collect()
}
