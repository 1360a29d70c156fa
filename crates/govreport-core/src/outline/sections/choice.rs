//! Which candidate is the heading of which section (部分): by words first, by number second, by order third.

use super::candidates::Candidate;
use super::chosen::Chosen;
use crate::document::{Block, BlockKind, Document};
use crate::form::{SectionKey, TableKind};
use crate::model::Finding;
use crate::notices::{Notice, SectionByNumber, SectionMissing, SectionOrder, SectionRepeated};
use crate::span::Span;
use crate::tables::Scan;
use crate::text::ordinal::{Style, way_of_most};

/// Chooses, in the order of the source, and says what a person should know about the choice.
pub(super) fn choose(
    document: &Document<'_>,
    scan: &Scan,
    mut candidates: Vec<Candidate>,
    findings: &mut Vec<Finding>,
) -> Vec<Chosen> {
    drop_contents(document, &mut candidates);
    let style = section_style(&candidates);
    let mut chosen: Vec<(Chosen, Candidate)> = Vec::new();
    for key in SectionKey::ALL {
        if let Some(best) = best(document, scan, &candidates, *key, style, findings) {
            chosen.push((Chosen { key: *key, block: best.block, span: best.span, rest: best.rest }, best));
        }
    }
    by_number(&candidates, &mut chosen, findings);
    chosen.sort_by_key(|(chosen, _)| chosen.span.start);
    let chosen: Vec<Chosen> = chosen.into_iter().map(|(chosen, _)| chosen).collect();
    report_missing(document, scan, &chosen, findings);
    report_order(&chosen, findings);
    chosen
}

/// Drops the lines of a table of contents: three or more headings with nothing between them that all come again.
fn drop_contents(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    let adjacent = |a: &Candidate, b: &Candidate| {
        a.whole
            && b.whole
            && document.blocks().get(a.block + 1..b.block).unwrap_or_default().iter().all(is_furniture)
    };
    let mut from = 0;
    while from < candidates.len() {
        let mut to = from + 1;
        // The list ends where a section comes again: the first real heading may follow it at once.
        let listed = |run: &[Candidate], key: Option<SectionKey>| {
            key.is_some() && run.iter().any(|candidate| candidate.key == key)
        };
        while to < candidates.len()
            && adjacent(&candidates[to - 1], &candidates[to])
            && !listed(&candidates[from..to], candidates[to].key)
        {
            to += 1;
        }
        let (run, after) = candidates[from..].split_at(to - from);
        let again = |key| after.iter().any(|other| other.key == Some(key));
        let known = run.iter().filter_map(|candidate| candidate.key);
        // Where the page prints its text twice, the first copy has text between its headings.
        if known.clone().count() >= 3 && known.clone().filter(|key| again(*key)).count() + 1 >= known.count()
        {
            candidates.drain(from..to);
        } else {
            from = to;
        }
    }
}

fn is_furniture(block: &Block) -> bool {
    block.kind == BlockKind::PageFurniture
}

/// The style in which this document numbers its sections: the one that most sections have.
fn section_style(candidates: &[Candidate]) -> Option<Style> {
    // The most usual first.
    let styles = [
        Some(Style::Han),
        None,
        Some(Style::Figure),
        Some(Style::HanBracketed),
        Some(Style::FigureBracketed),
        Some(Style::Running),
    ];
    let sections = candidates.iter().filter_map(|candidate| {
        let style = candidate.number.map(|(_, style)| style);
        candidate.key.map(|key| (style, usize::from(key.number())))
    });
    way_of_most(styles, sections)
}

/// The candidate for one section. Copies are reported.
fn best(
    document: &Document<'_>,
    scan: &Scan,
    candidates: &[Candidate],
    key: SectionKey,
    style: Option<Style>,
    findings: &mut Vec<Finding>,
) -> Option<Candidate> {
    let mut copies: Vec<(Rank, Candidate)> = Vec::new();
    let mut tables =
        key.table().map(|table| NextTable { scan, table, blocks: document.blocks().len(), at: 0 });
    for (index, candidate) in candidates.iter().enumerate() {
        if candidate.key != Some(key) {
            continue;
        }
        let is_section = is_of_section_level(candidate, style);
        let behind = &candidates[index + 1..];
        // A sub-heading with the words of a section ends at that section's own heading.
        let ends = |other: &&Candidate| match other.key {
            Some(other_key) if other_key == key => !is_section,
            Some(_) => is_of_section_level(other, style),
            None => false,
        };
        let next = behind.iter().find(ends);
        let before_table = tables.as_mut().is_some_and(|tables| tables.stands_before(candidate, next));
        if !before_table && !is_section {
            continue;
        }
        let end = next.map_or(document.text().len(), |next| next.span.start);
        let number = candidate.number.map(|(number, _)| number);
        copies.push((
            Rank {
                before_table,
                numbered_rightly: number == Some(key.number()),
                not_wrongly: number.is_none(),
                length: end.saturating_sub(candidate.rest),
            },
            *candidate,
        ));
    }
    // The first of the best.
    let (_, best) = copies.iter().rev().max_by_key(|(rank, _)| *rank)?;
    let others: Vec<Span> =
        copies.iter().map(|(_, copy)| copy.span).filter(|span| *span != best.span).collect();
    if !others.is_empty() {
        let notice = SectionRepeated { section: key, others: others.len() };
        findings.push(Finding::new(Notice::SectionRepeated(notice)).at(best.span).beside(others));
    }
    Some(*best)
}

/// What makes one copy of a heading better than another, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    before_table: bool,
    numbered_rightly: bool,
    not_wrongly: bool,
    length: usize,
}

/// Whether a candidate can stand on the level of sections: 主动公开情况 behind `（一）` or without a number is a part of
/// section one where the sections are numbered `一、`.
fn is_of_section_level(candidate: &Candidate, style: Option<Style>) -> bool {
    match candidate.number.map(|(_, style)| style) {
        own if own == style => true,
        Some(Style::Han) => true,
        None => !candidate.shared,
        Some(_) => false,
    }
}

/// Finds the next block of a table, for candidates in the order of the source.
struct NextTable<'a> {
    scan: &'a Scan,
    table: TableKind,
    blocks: usize,
    at: usize,
}

impl NextTable<'_> {
    /// Whether the table stands between this candidate and the next.
    fn stands_before(&mut self, candidate: &Candidate, next: Option<&Candidate>) -> bool {
        self.at = self.at.max(candidate.block);
        while self.at < self.blocks && self.scan.table_of(self.at) != Some(self.table) {
            self.at += 1;
        }
        self.at < next.map_or(self.blocks, |next| next.block)
    }
}

/// Takes short numbered lines with unknown words for the sections still missing, where the number is the section's, it is the
/// only such line in the gap, and the headings around the gap have their own numbers.
fn by_number(candidates: &[Candidate], chosen: &mut Vec<(Chosen, Candidate)>, findings: &mut Vec<Finding>) {
    // Where the sections found by words have other numbers (the free form before 2019), numbers tell nothing.
    let fits = |candidate: &Candidate, key: SectionKey| {
        candidate.number.is_none_or(|(number, _)| number == key.number())
    };
    if chosen.len() < 2 || !chosen.iter().all(|(chosen, candidate)| fits(candidate, chosen.key)) {
        return;
    }
    for key in SectionKey::ALL {
        if chosen.iter().any(|(chosen, _)| chosen.key == *key) {
            continue;
        }
        let start =
            chosen.iter().filter(|(chosen, _)| chosen.key < *key).map(|(chosen, _)| chosen.rest).max();
        let end =
            chosen.iter().filter(|(chosen, _)| chosen.key > *key).map(|(chosen, _)| chosen.span.start).min();
        let mut in_gap = candidates.iter().filter(|candidate| {
            candidate.key.is_none()
                && candidate.number == Some((key.number(), Style::Han))
                && start.is_none_or(|start| candidate.span.start >= start)
                && end.is_none_or(|end| candidate.span.end <= end)
        });
        let (Some(candidate), None) = (in_gap.next(), in_gap.next()) else {
            continue;
        };
        let notice = SectionByNumber { section: *key };
        findings.push(Finding::new(Notice::SectionByNumber(notice)).at(candidate.span));
        let by_number =
            Chosen { key: *key, block: candidate.block, span: candidate.span, rest: candidate.rest };
        chosen.push((by_number, *candidate));
    }
}

fn report_missing(document: &Document<'_>, scan: &Scan, chosen: &[Chosen], findings: &mut Vec<Finding>) {
    for key in SectionKey::ALL {
        if chosen.iter().any(|chosen| chosen.key == *key) {
            continue;
        }
        let table = key.table().and_then(|table| {
            (0..document.blocks().len()).find(|block| scan.table_of(*block) == Some(table))
        });
        let place = if let Some(block) = table {
            Some(document.blocks()[block].span)
        } else {
            let before = chosen.iter().filter(|chosen| chosen.key < *key).max_by_key(|chosen| chosen.key);
            let after = chosen.iter().find(|chosen| chosen.key > *key);
            after.or(before).map(|chosen| chosen.span)
        };
        let notice = SectionMissing { section: *key, has_table: table.is_some() };
        findings.push(Finding::new(Notice::SectionMissing(notice)).at(place));
    }
}

fn report_order(chosen: &[Chosen], findings: &mut Vec<Finding>) {
    let descends = |pair: &&[Chosen]| matches!(pair, [before, after] if before.key > after.key);
    if let Some([before, after]) = chosen.windows(2).find(descends) {
        let notice = SectionOrder { section: after.key, behind: before.key };
        findings.push(Finding::new(Notice::SectionOrder(notice)).at(after.span).beside([before.span]));
    }
}
