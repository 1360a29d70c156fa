//! Where the report ends and the page goes on (正文之后的网页内容).
//!
//! Told by what stands there, never by where: the last lines of the page are gone through from the end up to the last
//! heading, table or number. Behind the first line that is the page's, short lines are the page's too. Prose, tables,
//! numbered lines, attachments and a signed dateline are kept wherever they stand.

use std::ops::Range;

use super::attachments;
use super::chrome::{self, Chrome};
use super::marks::Marks;
use crate::document::{BlockKind, Document};
use crate::outline::lines::dateline::dateline;
use crate::outline::lines::heading::{self, Heading, Reading};
use crate::outline::lines::line::line_of;
use crate::outline::lines::title;
use crate::span::Span;
use crate::text::figures::figure;
use crate::text::fold::is_blank;
use crate::text::ordinal::{Style, ordinal};

/// How many blocks at the end are looked at.
const BLOCKS: usize = 600;
/// The shortest sentence that is prose, in bytes.
const SENTENCE: usize = 30;

/// What a block at the end of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A heading, a table, a number: the report's, and everything before it.
    Report,
    /// Prose, or an item of a list.
    Prose,
    /// A file to fetch.
    Attachment,
    /// Links and nothing else.
    Links,
    Chrome(Chrome),
    /// A short line that can be either's.
    Line,
    /// A picture, or what is marked already.
    Nothing,
}

/// Marks what of these blocks is the page's. `untitled` says that no heading of a section stands before them: then a title
/// is where the report begins.
pub(super) fn mark(document: &Document<'_>, blocks: Range<usize>, untitled: bool, marks: &mut Marks) {
    let mut kinds: Vec<(usize, Kind)> = Vec::new();
    for number in blocks.rev().take(BLOCKS) {
        let kind = if marks.has(number) { Kind::Nothing } else { kind(document, number, untitled) };
        if kind == Kind::Report {
            break;
        }
        kinds.push((number, kind));
    }
    kinds.reverse();
    let Some(first) = first_of_page(&kinds) else { return };
    let mut at = first;
    while let Some((number, kind)) = kinds.get(at) {
        match kind {
            Kind::Line if is_signed(document, &kinds[at..]) => at += 1,
            Kind::Line | Kind::Links | Kind::Chrome(_) => marks.set(*number),
            Kind::Report | Kind::Prose | Kind::Attachment | Kind::Nothing => {}
        }
        at += 1;
    }
    // Buttons before that, in lines of their own.
    for (number, kind) in &kinds[..first] {
        if matches!(kind, Kind::Chrome(Chrome::Buttons)) {
            marks.set(*number);
        }
    }
}

/// The first block that shows that the report is over: a footer, two blocks of links on end, buttons without prose behind.
fn first_of_page(kinds: &[(usize, Kind)]) -> Option<usize> {
    let last_prose = kinds.iter().rposition(|(_, kind)| *kind == Kind::Prose);
    (0..kinds.len()).find(|at| match kinds[*at].1 {
        Kind::Chrome(Chrome::Foot) => true,
        Kind::Chrome(Chrome::Buttons) => last_prose.is_none_or(|last| last < *at),
        Kind::Links => {
            let next = kinds[at + 1..].iter().find(|(_, kind)| *kind != Kind::Nothing);
            next.is_some_and(|(_, kind)| *kind == Kind::Links)
        }
        _ => false,
    })
}

fn kind(document: &Document<'_>, number: usize, untitled: bool) -> Kind {
    let Some(block) = document.blocks().get(number) else { return Kind::Nothing };
    if matches!(block.kind, BlockKind::Picture | BlockKind::PageFurniture) {
        return Kind::Nothing;
    }
    if attachments::in_block(document, block).next().is_some() {
        return Kind::Attachment;
    }
    let Some(line) = line_of(document, block) else {
        return row(document, number);
    };
    let content = line.of(document.text());
    let marked = matches!(block.kind, BlockKind::Heading { .. });
    if let Reading::Heading(Heading { key: Some(_), .. } | Heading { number: Some((_, Style::Han)), .. }) =
        heading::read(content, marked)
        && !chrome::is_links(document, block)
    {
        return Kind::Report;
    }
    if let Some(chrome) = chrome::of_line(content) {
        return Kind::Chrome(chrome);
    }
    if chrome::is_links(document, block) {
        return Kind::Links;
    }
    if content.chars().all(|c| figure(c).is_some() || is_blank(c)) {
        return Kind::Report;
    }
    if untitled && content.contains(['告', '报', '報']) && !title::find(document.text(), &[line]).is_empty()
    {
        return Kind::Report;
    }
    if (content.len() >= SENTENCE && content.contains(['。', '；'])) || ordinal(content).is_some() {
        return Kind::Prose;
    }
    Kind::Line
}

/// A row of several cells: the page's where its first words are.
fn row(document: &Document<'_>, number: usize) -> Kind {
    let cells = document.blocks().get(number).map(|block| document.cells(block)).unwrap_or_default();
    let mut filled = cells.iter().map(|cell| cell.span).filter(|span| !span.is_empty());
    let Some(first) = filled.next() else { return Kind::Nothing };
    let are_links = || document.blocks().get(number).is_some_and(|row| chrome::is_links(document, row));
    match chrome::of_line(first.of(document.text())) {
        Some(chrome) => Kind::Chrome(chrome),
        None if are_links() => Kind::Links,
        None => Kind::Report,
    }
}

/// Whether a dateline with the name of the body in front of it, or on the line above it, begins here.
fn is_signed(document: &Document<'_>, kinds: &[(usize, Kind)]) -> bool {
    let text = document.text();
    let lines: Vec<Span> = kinds
        .iter()
        .take(2)
        .filter(|(_, kind)| *kind == Kind::Line)
        .filter_map(|(number, _)| line_of(document, document.blocks().get(*number)?))
        .collect();
    let Some(first) = lines.first() else { return false };
    let signature = dateline(text, &lines).and_then(|line| line.signature);
    signature.and_then(|signature| signature.span).is_some_and(|span| first.contains(span))
}
