//! From a document to a report.

use crate::check::Rule;
use crate::document::{Document, RemarkKind};
use crate::model::{Finding, Report, SCHEMA_VERSION};
use crate::outline::Outline;
use crate::tables::Tables;

/// Why a document is no report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseError {
    /// The document has no text.
    #[error("the document holds no text")]
    Empty,
    /// Nothing in the text belongs to such a report: no title, no section, no table.
    #[error(
        "no annual report on government-information disclosure (政府信息公开工作年度报告) in this text: neither its title nor a \
         section nor a table of the form was found"
    )]
    NotAReport,
}

/// Reads the report that a document holds.
///
/// What is printed is taken, also where it is wrong; what cannot be read is left empty and said in the findings. One bad
/// element does not harm the others.
///
/// # Errors
///
/// [`ParseError::Empty`] for a document without text, [`ParseError::NotAReport`] where nothing of such a report is found.
pub fn parse(document: &Document<'_>) -> Result<Report, ParseError> {
    // Of a scan there is no text, and yet something to say.
    let scanned = document.remarks().iter().any(|remark| remark.kind == RemarkKind::ScannedPages);
    if document.text().trim().is_empty() && !scanned {
        return Err(ParseError::Empty);
    }
    let mut findings = Vec::new();
    for remark in document.remarks() {
        let rule = match remark.kind {
            RemarkKind::InvalidBytes => Rule::InvalidBytes,
            RemarkKind::EncodingGuessed => Rule::EncodingGuessed,
            RemarkKind::Truncated => Rule::DocumentTruncated,
            RemarkKind::ControlCharacters => Rule::ControlCharacters,
            RemarkKind::ExtensionMisleads => Rule::ExtensionMisleads,
            RemarkKind::ScannedPages => Rule::ScannedPages,
            RemarkKind::PartDamaged => Rule::PartDamaged,
            RemarkKind::PartUnread => Rule::PartUnread,
        };
        findings.push(Finding::new(rule, remark.message.clone()).at(remark.span));
    }
    let scan = crate::tables::scan(document);
    let outline = Outline::read(document, &scan, &mut findings);
    let mut tables =
        Tables::read(document, &scan, outline.year.as_ref().map(|year| year.value), &mut findings);
    if outline.is_empty() && tables.is_empty() && !scanned {
        return Err(ParseError::NotAReport);
    }
    tables.locate(document);
    findings.sort_by_key(|finding| (finding.span.map_or(usize::MAX, |span| span.start), finding.rule));
    Ok(Report {
        schema_version: SCHEMA_VERSION,
        title: outline.title,
        issuer: outline.issuer,
        year: outline.year,
        period: outline.period,
        published: outline.published,
        contact: outline.contact,
        sections: outline.sections,
        proactive: tables.proactive,
        requests: tables.requests,
        review: tables.review,
        findings,
    })
}
