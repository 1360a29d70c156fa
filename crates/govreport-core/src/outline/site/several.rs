//! Several reports in one document (一页多份报告): which is read.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::document::Document;
use crate::form::{SectionKey, TableKind};
use crate::model::Finding;
use crate::notices::{Notice, SeveralReports};
use crate::outline::lines::body_names;
use crate::outline::lines::line::{self, line_of};
use crate::outline::lines::title::{self, Title};
use crate::outline::sections::candidates;
use crate::span::Span;
use crate::tables::Scan;

/// How many lines above the last line of a title belong to it at most.
const LINES: usize = 4;
/// How many titles are looked at.
/// Measured: with 32, no cell changes.
const MOST: usize = 64;
/// How many sections, and all tables, make a report complete.
const SECTIONS: usize = 4;

/// One of the reports of a document.
#[derive(Debug)]
struct Part {
    title: Title,
    blocks: Range<usize>,
    sections: Vec<SectionKey>,
    tables: Vec<TableKind>,
}

impl Part {
    fn is_complete(&self) -> bool {
        self.sections.len() >= SECTIONS && self.tables.len() == TableKind::ALL.len()
    }

    fn named(&self, text: &str) -> String {
        let issuer =
            self.title.issuer.as_ref().map_or_else(|| self.title.value(text), |(name, _)| name.clone());
        self.title.year.as_ref().map_or_else(|| issuer.clone(), |(year, _)| format!("{issuer} {year}"))
    }

    /// Whether two titles are those of two reports: of other bodies, or on other years.
    fn differs(&self, other: &Self) -> bool {
        let years = self.title.year.as_ref().zip(other.title.year.as_ref());
        let issuers = self.title.issuer.as_ref().zip(other.title.issuer.as_ref());
        years.is_some_and(|((a, _), (b, _))| a != b)
            || issuers.is_some_and(|((a, _), (b, _))| body_names::are_two(a, b))
    }
}

/// The blocks of the report to read, where a document holds reports of several bodies or years; says so in a finding. The
/// first section of the document begins at block `first_section`.
pub(super) fn choose(
    document: &Document<'_>,
    first_section: usize,
    findings: &mut Vec<Finding>,
) -> Option<Range<usize>> {
    let later = titles(document, first_section + 1..document.blocks().len());
    if later.is_empty() {
        return None;
    }
    let mut titles = titles(document, first_section.saturating_sub(line::LINES)..first_section + 1);
    titles.extend(later);
    let parts = parts(document, titles);
    let first = parts.first()?;
    parts.iter().find(|part| part.differs(first))?;
    let read = parts
        .iter()
        .find(|part| part.is_complete())
        .or_else(|| parts.iter().rev().max_by_key(|part| part.sections.len() + part.tables.len()))?;
    let from = if std::ptr::eq(read, first) { 0 } else { read.blocks.start };
    // A copy of the same report may follow it.
    let behind = parts.iter().find(|part| part.blocks.start > read.blocks.start && part.differs(read));
    let to = behind.map_or(document.blocks().len(), |part| part.blocks.start);
    report(document, &parts, read, findings);
    Some(from..to)
}

fn report(document: &Document<'_>, parts: &[Part], read: &Part, findings: &mut Vec<Finding>) {
    let text = document.text();
    let mut names: Vec<String> = Vec::new();
    for name in parts.iter().map(|part| part.named(text)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let notice = SeveralReports { reports: names, read: read.named(text), is_complete: read.is_complete() };
    let mut others = parts.iter().filter(|part| part.differs(read)).map(|part| part.title.span);
    let at = others.next();
    findings
        .push(Finding::new(Notice::SeveralReports(notice)).at(at).beside([read.title.span]).beside(others));
}

/// A title with the number of the block it begins in.
struct Placed {
    title: Title,
    block: usize,
}

/// Where 报告 stands in a part of the text.
fn end_words(text: &str, part: Range<usize>) -> impl Iterator<Item = usize> {
    static LAST: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("告"));
    let start = part.start;
    let bytes = &text.as_bytes()[part];
    LAST.find_iter(bytes).filter_map(move |at| {
        let first = ["报", "報"].iter().find(|first| bytes[..at].ends_with(first.as_bytes()))?;
        Some(start + at - first.len())
    })
}

/// The titles whose last line is among these blocks.
fn titles(document: &Document<'_>, blocks: Range<usize>) -> Vec<Placed> {
    let text = document.text();
    let all = document.blocks();
    let Some(from) = all.get(blocks.start).map(|block| block.span.start) else {
        return Vec::new();
    };
    let to = all.get(blocks.end).map_or(text.len(), |block| block.span.start).max(from);
    let mut found: Vec<Placed> = Vec::new();
    let mut done = blocks.start;
    for at in end_words(text, from..to) {
        let block = all.partition_point(|block| block.span.start <= at).saturating_sub(1);
        if block < done || found.len() >= MOST {
            continue;
        }
        done = block + 1;
        let is_title = |line: &str| line.len() <= title::LONGEST && !line.contains(['。', '；']);
        if !line_of(document, &all[block]).is_some_and(|line| is_title(line.of(text))) {
            continue;
        }
        let lines: Vec<(usize, Span)> = (block.saturating_sub(LINES - 1)..=(block + 1).min(all.len() - 1))
            .filter_map(|number| Some((number, line_of(document, &all[number])?)))
            .collect();
        let spans: Vec<Span> = lines.iter().map(|(_, span)| *span).collect();
        let here = all[block].span;
        for title in title::find(text, &spans) {
            let known = title.issuer.is_some() || title.year.is_some();
            if known && here.start < title.span.end && title.span.end <= here.end {
                let begins = lines.iter().rev().find(|(_, span)| span.start <= title.span.start);
                found.push(Placed { block: begins.map_or(block, |(number, _)| *number), title });
            }
        }
    }
    found
}

/// The reports: titles with sections or tables behind them. Of titles with nothing between them the one that tells most counts.
fn parts(document: &Document<'_>, titles: Vec<Placed>) -> Vec<Part> {
    let scan = crate::tables::scan(document);
    let headings = candidates::find(document, &scan);
    let sections_in = |blocks: &Range<usize>| -> Vec<SectionKey> {
        let inside = |key: &SectionKey| {
            headings.iter().any(|heading| heading.key == Some(*key) && blocks.contains(&heading.block))
        };
        SectionKey::ALL.iter().copied().filter(inside).collect()
    };
    let ends: Vec<usize> =
        titles.iter().skip(1).map(|title| title.block).chain([document.blocks().len()]).collect();
    let mut parts: Vec<Part> = Vec::new();
    let mut waiting: Vec<Placed> = Vec::new();
    for (title, end) in titles.into_iter().zip(ends) {
        let blocks = title.block..end;
        waiting.push(title);
        let (sections, tables) = (sections_in(&blocks), tables_in(&scan, &blocks));
        if sections.len() + tables.len() < 2 {
            continue;
        }
        // A title in the middle of a report begins no other one: what follows goes on with other sections.
        if let Some(before) = parts.last_mut()
            && !sections.iter().any(|key| before.sections.contains(key))
            && !tables.iter().any(|table| before.tables.contains(table))
        {
            waiting.clear();
            before.blocks.end = end;
            before.sections.extend(sections);
            before.tables.extend(tables);
            continue;
        }
        let start = waiting.first().map_or(blocks.start, |first| first.block);
        let group: Vec<Title> = waiting.drain(..).map(|placed| placed.title).collect();
        let Some(title) = title::best(&group).cloned() else { continue };
        parts.push(Part { title, blocks: start..end, sections, tables });
    }
    parts
}

fn tables_in(scan: &Scan, blocks: &Range<usize>) -> Vec<TableKind> {
    let has = |table: &TableKind| blocks.clone().any(|block| scan.table_of(block) == Some(*table));
    TableKind::ALL.iter().copied().filter(has).collect()
}
