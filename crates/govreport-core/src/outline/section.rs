//! What stands in a section: its paragraphs, and the parts of section one.

use super::choice::Chosen;
use super::line::{has_words, line_of};
use super::overview;
use crate::document::{BlockKind, Document};
use crate::form::SectionKey;
use crate::model::Section;
use crate::span::Span;
use crate::tables::Scan;

/// A paragraph of a section.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prose {
    pub(super) span: Span,
    /// Whether the format marks it as a heading.
    pub(super) marked: bool,
}

/// The sections, from the headings chosen, in the order of the source.
pub(super) fn build(document: &Document<'_>, scan: &Scan, chosen: &[Chosen]) -> Vec<Section> {
    let end_of_text = document.text().len();
    chosen
        .iter()
        .enumerate()
        .map(|(index, heading)| {
            let end = chosen.get(index + 1).map_or(end_of_text, |next| next.span.start);
            section(document, scan, *heading, end)
        })
        .collect()
}

fn section(document: &Document<'_>, scan: &Scan, heading: Chosen, end: usize) -> Section {
    let text = document.text();
    let mut whole = heading.span;
    let mut prose = Vec::new();
    for (offset, block) in document.blocks()[heading.block..].iter().enumerate() {
        if block.span.start >= end {
            break;
        }
        if block.kind == BlockKind::PageFurniture || block.span.end <= heading.rest {
            continue;
        }
        let inside = Span::new(block.span.start.max(heading.rest), block.span.end.min(end)).trimmed(text);
        whole = whole.to(inside);
        if scan.table_of(heading.block + offset).is_some() || inside.is_empty() {
            continue;
        }
        let is_prose = match block.kind {
            BlockKind::Row { .. } => line_of(document, block).is_some(),
            _ => true,
        };
        if is_prose && has_words(document.slice(inside)) {
            prose.push(Prose { span: inside, marked: matches!(block.kind, BlockKind::Heading { .. }) });
        }
    }
    let (subsections, paragraphs) = if heading.key == SectionKey::Overview {
        overview::read(text, &prose)
    } else {
        (Vec::new(), prose.iter().filter(|prose| !is_heading(text, prose)).map(|prose| prose.span).collect())
    };
    Section {
        key: heading.key,
        title: document.slice(heading.span).to_owned(),
        heading: heading.span,
        span: whole,
        paragraphs,
        subsections,
    }
}

/// Whether a line that the format marks as a heading is one: whole paragraphs are marked by mistake.
pub(super) fn is_heading(text: &str, prose: &Prose) -> bool {
    prose.marked && !prose.span.of(text).contains(['。', '；'])
}
