//! The sections of a report (部分): their headings are found and chosen, and what stands in each is read.

pub(super) mod candidates;
mod choice;
mod chosen;
mod overview;
mod prose;
mod section;

use self::chosen::Chosen;
use super::lines::line::{LAST_LINES, LINES, lines};
use crate::document::Document;
use crate::model::{Finding, Section};
use crate::span::Span;
use crate::tables::Scan;

/// The sections of a report, and the lines around them.
#[derive(Debug)]
pub(super) struct Sections {
    /// The sections found, in the order of the source.
    pub(super) found: Vec<Section>,
    /// The lines before the first section; without sections, the first lines of the report.
    pub(super) before: Vec<Span>,
    /// The lines from the last section on; without sections, the last lines of the report.
    pub(super) after: Vec<Span>,
}

impl Sections {
    /// Finds them in a document whose tables were found before.
    pub(super) fn read(document: &Document<'_>, scan: &Scan, findings: &mut Vec<Finding>) -> Self {
        let chosen = choice::choose(document, scan, candidates::find(document, scan), findings);
        let (before, after) = around(document, &chosen);
        Self { found: section::build(document, scan, &chosen), before, after }
    }
}

/// The lines before the first section, and those from the last one on. Without sections, the first and the last lines.
fn around(document: &Document<'_>, chosen: &[Chosen]) -> (Vec<Span>, Vec<Span>) {
    let text_end = document.text().len();
    let blocks = document.blocks().len();
    let before = match chosen.first() {
        Some(first) => {
            let from = first.block.saturating_sub(LINES);
            lines(document, from..first.block + 1, first.span.start, LINES)
        }
        None => lines(document, 0..blocks, text_end, LINES),
    };
    let from = chosen.last().map_or(blocks.saturating_sub(LAST_LINES), |last| last.block);
    let from = from.max(blocks.saturating_sub(LINES));
    (before, lines(document, from..blocks, text_end, LINES))
}
