//! Tables that are not in the text: shown as pictures, kept in an attachment, or nowhere (表格缺失).

use super::Outline;
use super::site::Attachment;
use crate::document::{BlockKind, Document};
use crate::form::{TableKind, form};
use crate::model::{Finding, Section};
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
        findings.retain(|finding| finding.rule != Rule::SectionMissing);
        findings
            .push(in_attachment(attachments, "the page holds neither a section nor a table of the report"));
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
        let label = form().section_label(kind.section());
        let picture = match outline.sections.iter().position(|section| section.key == kind.section()) {
            Some(at) => picture_in(&pictures, &outline.sections, at, document.text().len()),
            None if outline.sections.is_empty() => pictures.iter().copied().find(|span| span.start >= begins),
            None => None,
        };
        let Some(picture) = picture else {
            let message = match span {
                Some(_) => format!("of the table of section {label} no row of the form was found"),
                None if passed_over => {
                    format!("the table of section {label} is not in the part of the source that was read")
                }
                None => format!("the table of section {label} is not in the source"),
            };
            findings.push(Finding::new(Rule::TableMissing, message).at(*span));
            continue;
        };
        let heading = outline.sections.iter().find(|section| section.key == kind.section());
        let heading = heading.map_or(picture, |section| section.heading);
        // A picture without words has no text to show.
        let (at, beside) = if picture.is_empty() { (heading, picture) } else { (picture, heading) };
        let message = format!("the table of section {label} is a picture: its numbers are not in the text");
        let finding = Finding::new(Rule::TableAsPicture, message).at(at);
        findings.push(finding.beside((beside != at).then_some(beside)));
    }
    if !tables.is_empty() && !attachments.is_empty() {
        findings.push(in_attachment(attachments, "tables of the report are not on the page"));
    }
}

/// The first picture between a heading and the next.
fn picture_in(pictures: &[Span], sections: &[Section], at: usize, end: usize) -> Option<Span> {
    let from = sections.get(at)?.heading.end;
    let to = sections.get(at + 1).map_or(end, |next| next.heading.start);
    pictures.iter().copied().find(|picture| from <= picture.start && picture.end <= to)
}

fn in_attachment(attachments: &[Attachment], what: &str) -> Finding {
    let names: Vec<String> = attachments.iter().map(Attachment::to_string).collect();
    let message = format!("{what}; it links what may hold it: {}", names.join(", "));
    let mut spans = attachments.iter().map(|attachment| attachment.span);
    Finding::new(Rule::ReportInAttachment, message).at(spans.next()).beside(spans)
}
