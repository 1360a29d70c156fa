//! From a document to a report.

use crate::document::{BlockKind, Document, RemarkKind};
use crate::model::{Finding, Presence, Report, SCHEMA_VERSION};
use crate::outline::{Attachment, Outline, Site, Untold, report_missing_tables};
use crate::rules::Rule;
use crate::tables::{Scan, Tables, brand};

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
    /// The page holds no report, and links what may hold one: attachments, or the pages of reports.
    #[error(
        "no annual report on government-information disclosure (政府信息公开工作年度报告) in this text; it links what may hold \
         one: {}",
        listed(links)
    )]
    OnlyLinks {
        /// The links, in the order of the page.
        links: Vec<Attachment>,
    },
}

fn listed(links: &[Attachment]) -> String {
    let links: Vec<String> = links.iter().map(Attachment::to_string).collect();
    links.join(", ")
}

impl Report {
    /// Reads the report that a document holds.
    ///
    /// What is printed is taken, also where it is wrong; what cannot be read is left empty and said in the findings. One bad
    /// element does not harm the others.
    ///
    /// # Errors
    ///
    /// [`ParseError::Empty`] for a document without text, [`ParseError::OnlyLinks`] for a page that holds no report and links what
    /// may hold one, [`ParseError::NotAReport`] where nothing of such a report is found.
    pub fn from_document(document: &Document<'_>) -> Result<Self, ParseError> {
        // Of a scan there is no text, and yet something to say.
        let scanned =
            document.remarks().iter().any(|remark| matches!(remark.kind, RemarkKind::ScannedPages(_)));
        let pictures = document.blocks().iter().any(|block| block.kind == BlockKind::Picture);
        if document.text().trim().is_empty() && !scanned && !pictures {
            return Err(ParseError::Empty);
        }
        let mut findings = Vec::new();
        for remark in document.remarks() {
            findings.push(Finding::new(remark.notice()).at(remark.span));
        }
        let site = Site::read(document, &mut findings);
        let without_page = site.report_of(document);
        let of_report = without_page.as_ref().unwrap_or(document);
        let scan = crate::tables::scan(of_report);
        let outline = Outline::read(of_report, &scan, &site, &mut findings);
        let year = outline.identity.year.as_ref().map(|year| year.value);
        let mut tables = read_tables(of_report, &scan, document.may_be_padded(), year, &mut findings);
        let absent: Vec<Untold> = tables
            .all()
            .filter(|table| table.presence == Presence::Absent)
            .map(|table| Untold { kind: table.kind, span: table.span })
            .collect();
        if !absent.is_empty() {
            let attachments = Site::attachments(document);
            let nothing = outline.sections.is_empty() && tables.is_empty() && !scanned;
            if nothing && !stands_for_report(document, &outline, &attachments) {
                let links = if attachments.is_empty() { Site::titled_links(document) } else { attachments };
                return Err(if links.is_empty() {
                    ParseError::NotAReport
                } else {
                    ParseError::OnlyLinks { links }
                });
            }
            let passed_over = findings.iter().any(|finding| leaves_out(finding.rule()));
            report_missing_tables(of_report, &outline, &absent, passed_over, &attachments, &mut findings);
        }
        tables.locate(document);
        for finding in &mut findings {
            let Some(place) = finding.span else { continue };
            finding.page = document.page(place);
            finding.grid = document.grid_place(place);
        }
        findings.sort_by_key(|finding| (finding.span.map_or(usize::MAX, |span| span.start), finding.rule()));
        Ok(Self {
            schema_version: SCHEMA_VERSION,
            format: document.format(),
            title: outline.identity.title,
            issuer: outline.identity.issuer,
            year: outline.identity.year,
            period: outline.identity.period,
            published: outline.identity.published,
            metadata: site.metadata(document),
            contact: outline.identity.contact,
            sections: outline.sections,
            proactive: tables.proactive,
            requests: tables.requests,
            review: tables.review,
            findings,
        })
    }
}

/// Whether a finding says that a part of the source was not read, in which tables may stand.
fn leaves_out(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::DocumentTruncated
            | Rule::ScannedPages
            | Rule::PartDamaged
            | Rule::PartUnread
            | Rule::SeveralReports
    )
}

/// Reads the tables. Where labels hold the name of a site, they are read as if it were not there; who issued the report, and what
/// its sections say, is taken as it is printed, for such names stand in the place of others there.
fn read_tables(
    document: &Document<'_>,
    scan: &Scan,
    may_be_padded: bool,
    year: Option<u16>,
    findings: &mut Vec<Finding>,
) -> Tables {
    let before = findings.len();
    let tables = Tables::read(document, scan, may_be_padded, year, findings);
    // Nearly all reports have no row that is none of the form's, or no name of a site in its label.
    let has_other_rows = findings[before..].iter().any(|finding| finding.rule() == Rule::RowUnknown);
    let Some(brand) = has_other_rows.then(|| brand(document)).flatten() else { return tables };
    findings.truncate(before);
    let covered = document.covering(brand);
    Tables::read(&covered, &crate::tables::scan(&covered), may_be_padded, year, findings)
}

/// Whether a page with neither section nor table is nevertheless the page of a report: it has the title of one as its own, or
/// the title and the one file or the pictures that hold it.
fn stands_for_report(document: &Document<'_>, outline: &Outline, attachments: &[Attachment]) -> bool {
    let Some(title) = &outline.identity.title else { return false };
    let shows_pictures = document.blocks().iter().any(|block| block.kind == BlockKind::Picture);
    match title.span {
        // Words of a link name another page: one file is the report's own, several are a list of reports.
        Some(span)
            if document
                .links()
                .iter()
                .any(|link| link.span.start < span.end && span.start < link.span.end) =>
        {
            attachments.len() == 1
        }
        Some(_) => true,
        None => shows_pictures || !attachments.is_empty(),
    }
}
