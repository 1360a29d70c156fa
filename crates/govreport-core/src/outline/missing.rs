//! Tables that are not in the text: shown as pictures, kept in an attachment, or nowhere (表格缺失).

use super::Outline;
use super::site::Attachment;
use crate::document::{BlockKind, Document};
use crate::form::TableKind;
use crate::model::{Finding, Section};
use crate::notices::{Notice, ReportInAttachment, TableAsPicture, TableMissing};
use crate::rules::Rule;
use crate::span::Span;

/// A table of which no row was told.
pub(crate) struct Untold {
    pub(crate) kind: TableKind,
    /// Where words or numbers of it stand all the same: its headings without a row, rows whose labels are none of the form's.
    pub(crate) span: Option<Span>,
}

/// Says of each of these tables what stands in its place. `document` has the blocks of the report only; `passed_over` says that
/// the source has more than what was read.
pub(crate) fn report(
    document: &Document<'_>,
    outline: &Outline,
    tables: &[Untold],
    passed_over: bool,
    attachments: &[Attachment],
    findings: &mut Vec<Finding>,
) {
    let nothing = outline.sections.is_empty() && tables.len() == TableKind::ALL.len();
    if nothing && !attachments.is_empty() {
        // The attachment stands for all that is missing; listing nine parts of it would hide the one thing to do.
        findings.retain(|finding| finding.rule() != Rule::SectionMissing);
        findings.push(in_attachment(attachments, true));
        return;
    }
    let begins = outline.identity.title.as_ref().and_then(|title| title.span).map_or(0, |title| title.end);
    let pictures: Vec<Span> = document
        .blocks()
        .iter()
        .filter(|block| block.kind == BlockKind::Picture)
        .map(|block| block.span)
        .collect();
    for Untold { kind, span } in tables {
        let picture = match outline.sections.iter().position(|section| section.key == kind.section()) {
            Some(at) => picture_in(&pictures, &outline.sections, at, document.text().len()),
            None if outline.sections.is_empty() => pictures.iter().copied().find(|span| span.start >= begins),
            None => None,
        };
        let Some(picture) = picture else {
            let table = *kind;
            let notice = match span {
                Some(_) => TableMissing::Rows { table },
                None if passed_over => TableMissing::PartRead { table },
                None => TableMissing::Source { table },
            };
            findings.push(Finding::new(Notice::TableMissing(notice)).at(*span));
            continue;
        };
        let heading = outline.sections.iter().find(|section| section.key == kind.section());
        let heading = heading.map_or(picture, |section| section.heading);
        // A picture without words has no text to show.
        let (at, beside) = if picture.is_empty() { (heading, picture) } else { (picture, heading) };
        let finding = Finding::new(Notice::TableAsPicture(TableAsPicture { table: *kind })).at(at);
        findings.push(finding.beside((beside != at).then_some(beside)));
    }
    if !tables.is_empty() && !attachments.is_empty() {
        findings.push(in_attachment(attachments, false));
    }
}

/// The first picture between a heading and the next.
fn picture_in(pictures: &[Span], sections: &[Section], at: usize, end: usize) -> Option<Span> {
    let from = sections.get(at)?.heading.end;
    let to = sections.get(at + 1).map_or(end, |next| next.heading.start);
    pictures.iter().copied().find(|picture| from <= picture.start && picture.end <= to)
}

/// The report, whole or but for its tables, may be in these files.
fn in_attachment(attachments: &[Attachment], whole: bool) -> Finding {
    let notice =
        ReportInAttachment { attachments: attachments.iter().map(Attachment::to_string).collect(), whole };
    let mut spans = attachments.iter().map(|attachment| attachment.span);
    Finding::new(Notice::ReportInAttachment(notice)).at(spans.next()).beside(spans)
}
