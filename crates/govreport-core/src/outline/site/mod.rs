//! The page of a site that a report stands on (网页): what it states about the report, what of it is not the report.
//!
//! Nothing here knows how a site is built. Labels, buttons and footers are told by their words, lists of other pages by being
//! links and nothing else. What belongs to the page is set aside as if it were printed in the margin, so that no later step
//! takes it for text of the report.

mod attachments;
mod chrome;
mod foot;
mod labels;
mod marks;
mod properties;
mod several;

pub use attachments::Attachment;

use std::borrow::Cow;
use std::ops::Range;

use super::lines::heading::{self, Heading, Reading};
use super::lines::line::{LAST_LINES, line_of};
use crate::document::{Block, BlockKind, Document};
use crate::form::PageLabel;
use crate::model::{Date, Finding, Located, Metadata, Origin};
use crate::span::Span;
use labels::Labels;
use marks::Marks;
use properties::Properties;
pub(super) use properties::StatedTitle;

/// How many blocks after the beginning may hold what the page prints above the report.
const HEAD: usize = 600;

/// What a page is beside the report that stands on it.
#[derive(Debug, Default)]
pub(crate) struct Site {
    labels: Labels,
    properties: Properties,
    marks: Marks,
    /// The blocks of the report to read, where the page holds several.
    part: Option<Range<usize>>,
    /// Where the text of that report begins.
    begins: usize,
}

impl Site {
    /// Looks at a document; several reports on one page are said.
    pub(crate) fn read(document: &Document<'_>, findings: &mut Vec<Finding>) -> Self {
        let mut site = Self { properties: Properties::read(document), ..Self::default() };
        let blocks = document.blocks().len();
        let first_section = first_section(document, 0..blocks);
        site.part =
            first_section.and_then(|first_section| several::choose(document, first_section, findings));
        let part = site.part.clone().unwrap_or(0..blocks);
        let first_block = document.blocks().get(part.start).filter(|_| part.start > 0);
        site.begins = first_block.map_or(0, |block| block.span.start);
        let first_section =
            if part.start > 0 { self::first_section(document, part.clone()) } else { first_section };
        let head_end = first_section.unwrap_or(part.end).min(part.start + HEAD);
        site.read_head(document, part.start..head_end);
        if first_section.is_some() {
            site.read_labels_of_foot(document, head_end..part.end);
        }
        let from = if first_section.is_some() { head_end } else { part.start };
        site.mark_between(document, from..part.end);
        foot::mark(document, from..part.end, first_section.is_none(), &mut site.marks);
        site
    }

    fn read_head(&mut self, document: &Document<'_>, head: Range<usize>) {
        self.labels.read(document, head.clone(), true);
        for block in std::mem::take(&mut self.labels.blocks) {
            self.marks.set(block);
        }
        let mut links = false;
        for number in head {
            let Some(block) = document.blocks().get(number) else { break };
            if matches!(block.kind, BlockKind::Picture | BlockKind::PageFurniture) {
                continue;
            }
            let text = document.slice(block.span);
            // A link may be the title, or the attachment that holds the report.
            let are_links = chrome::is_links(document, block) && !text.contains(['告', '报', '報']);
            let alone = line_of(document, block).map(|line| line.of(document.text()));
            if (are_links && links) || alone.is_some_and(|line| chrome::of_line(line).is_some()) {
                self.marks.set(number);
            }
            if are_links && !links && next_is_links(document, number) {
                self.marks.set(number);
            }
            links = are_links;
        }
    }

    /// Sets lines aside that a page prints between lines of the report: buttons, the page's place on the site.
    fn mark_between(&mut self, document: &Document<'_>, blocks: Range<usize>) {
        for number in blocks {
            let Some(block) = document.blocks().get(number) else { break };
            if block.kind != BlockKind::Paragraph {
                continue;
            }
            let content = document.slice(block.span);
            if chrome::is_between(content) || labels::is_trail(content) {
                self.marks.set(number);
            }
        }
    }

    /// Some pages print 来源 and 责任编辑 below the report.
    fn read_labels_of_foot(&mut self, document: &Document<'_>, blocks: Range<usize>) {
        // A row of three cells or more is a row of figures, or heads some: 信息类别 | 2011年 | 2012年.
        let is_of_table = |block: &crate::document::Block| document.cells(block).len() > 2;
        let behind_tables = document.blocks().iter().rposition(is_of_table).map_or(0, |last| last + 1);
        let from = blocks.start.max(blocks.end.saturating_sub(LAST_LINES)).max(behind_tables);
        let from = from.min(blocks.end);
        self.labels.read(document, from..blocks.end, false);
        for block in std::mem::take(&mut self.labels.blocks) {
            self.marks.set(block);
        }
    }

    /// The document without what is the page's and without other reports; `None` where all of it is the report's. Text, cells
    /// and links are borrowed, and so is the list of blocks where none of them is to be set aside.
    pub(crate) fn report_of<'d>(&self, document: &'d Document<'_>) -> Option<Document<'d>> {
        if !self.marks.any && self.part.is_none() {
            return None;
        }
        let all = document.blocks();
        let part = self.part.clone().unwrap_or(0..all.len());
        let end = all.get(part.end).map_or(document.text.len(), |next| next.span.start);
        let numbers = part.clone();
        let mut blocks = Cow::Borrowed(all.get(part).unwrap_or_default());
        if self.marks.any {
            for (block, number) in blocks.to_mut().iter_mut().zip(numbers) {
                if self.marks.has(number) {
                    block.kind = BlockKind::PageFurniture;
                }
            }
        }
        Some(Document {
            text: Cow::Borrowed(document.text.get(..end).unwrap_or(&document.text)),
            blocks,
            cells: Cow::Borrowed(&document.cells),
            links: Cow::Borrowed(&document.links),
            // What stands where on a page tells the order of headings.
            words: Cow::Borrowed(&document.words),
            format: document.format,
            ..Document::default()
        })
    }

    /// Where the text of the report to read begins.
    pub(super) fn begins(&self) -> usize {
        self.begins
    }

    /// The day that a labelled line gives.
    pub(super) fn published(&self) -> Option<Located<Date>> {
        self.labels.day().map(|(day, span)| Located::new(day, Origin::PageMetadata, span))
    }

    /// The day of publication that a property of the file gives.
    pub(super) fn published_by_property(&self) -> Option<Located<Date>> {
        self.properties.day(PageLabel::Published)
    }

    /// The body that a labelled line names.
    pub(super) fn issuer(&self, text: &str) -> Option<Located<String>> {
        let span = self.labels.issuer(text)?;
        Some(Located::new(span.of(text).to_owned(), Origin::PageMetadata, span))
    }

    /// What the title says that the file states beside its text.
    pub(super) fn title(&self) -> StatedTitle {
        self.properties.title()
    }

    /// What page and file state about the report.
    pub(crate) fn metadata(&self, document: &Document<'_>) -> Metadata {
        let words = |field| {
            let of_page = self.labels.best(field).map(|find| {
                let value = document.slice(find.value).to_owned();
                Located::new(value, Origin::PageMetadata, find.value)
            });
            of_page.or_else(|| self.properties.words(field))
        };
        let day = |field| {
            let of_page = self.labels.best(field).and_then(|find| find.day);
            of_page
                .map(|(day, span)| Located::new(day, Origin::PageMetadata, span))
                .or_else(|| self.properties.day(field))
        };
        Metadata {
            name: words(PageLabel::Name),
            index_number: words(PageLabel::IndexNumber),
            publisher: words(PageLabel::Publisher),
            source: words(PageLabel::Source),
            document_number: words(PageLabel::DocumentNumber),
            category: words(PageLabel::Category),
            created: day(PageLabel::Created),
            published: day(PageLabel::Published),
            url: words(PageLabel::Url),
        }
    }

    /// The files that the page links and that may hold the report or its tables.
    pub(crate) fn attachments(document: &Document<'_>) -> Vec<Attachment> {
        attachments::all(document)
    }

    /// The links whose words are titles of such reports.
    pub(crate) fn titled_links(document: &Document<'_>) -> Vec<Attachment> {
        attachments::titled(document)
    }
}

fn next_is_links(document: &Document<'_>, number: usize) -> bool {
    let behind = document.blocks().get(number + 1..).unwrap_or_default().iter();
    let mut behind =
        behind.filter(|block| !matches!(block.kind, BlockKind::Picture | BlockKind::PageFurniture));
    behind.next().is_some_and(|next| chrome::is_links(document, next))
}

/// The block of the first heading of a section, or of what looks like one. Links to other pages are none.
fn first_section(document: &Document<'_>, blocks: Range<usize>) -> Option<usize> {
    let is_heading = |block: &Block| {
        line_of(document, block).is_some_and(|line: Span| {
            let marked = matches!(block.kind, BlockKind::Heading { .. });
            matches!(
                heading::read(document.slice(line), marked),
                Reading::Heading(Heading { key: Some(_), .. })
            ) && !chrome::is_links(document, block)
        })
    };
    let of_part = document.blocks().get(blocks.clone())?;
    of_part.iter().position(is_heading).map(|at| blocks.start + at)
}

#[cfg(test)]
mod tests;
