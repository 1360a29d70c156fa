//! What stands in a section: its paragraphs, and the parts of section one.

use super::chosen::Chosen;
use super::overview;
use super::prose::{Prose, is_heading};
use crate::document::{Block, BlockKind, Document};
use crate::form::SectionKey;
use crate::model::Section;
use crate::outline::lines::line::{behind_bookmark, has_words, line_of};
use crate::span::Span;
use crate::tables::Scan;

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
    let blocks = &document.blocks()[heading.block..];
    let blocks = &blocks[..blocks.partition_point(|block| block.span.start < end)];
    let is_table = |offset: &usize| scan.table_of(heading.block + offset).is_some();
    // What stands inside a table and belongs to no row of it is a torn label, not prose.
    let table = (0..blocks.len()).find(is_table).zip((0..blocks.len()).rfind(is_table));
    let mut whole = heading.span;
    let mut prose = Vec::with_capacity(if table.is_some() { 0 } else { blocks.len() });
    // The last block of a table reaches further than those before it, which add nothing else to the section.
    let is_in_table = |offset: usize, block: &Block| {
        table.is_some_and(|(_, last)| offset < last && block.span.end <= blocks[last].span.start)
            && is_table(&offset)
    };
    for (offset, block) in blocks.iter().enumerate() {
        if is_in_table(offset, block) {
            continue;
        }
        if matches!(block.kind, BlockKind::PageFurniture | BlockKind::Picture)
            || block.span.end <= heading.rest
        {
            continue;
        }
        let inside = Span::new(block.span.start.max(heading.rest), block.span.end.min(end)).trimmed(text);
        whole = whole.to(inside);
        if inside.is_empty() || is_table(&offset) {
            continue;
        }
        let words = behind_bookmark(document.slice(inside));
        let between_rows = table.is_some_and(|(first, last)| first < offset && offset < last);
        let is_line = match block.kind {
            BlockKind::Row { .. } => line_of(document, block).is_some(),
            _ => true,
        };
        if is_line && has_words(words) && (!between_rows || words.contains('。')) {
            let paragraph = Span::new(inside.end - words.len(), inside.end);
            prose.push(Prose { span: paragraph, marked: matches!(block.kind, BlockKind::Heading { .. }) });
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
