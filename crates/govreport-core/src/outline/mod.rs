//! Title, issuer, year, period, date, contact and sections: what frames the tables.
//!
//! The headings of the sections come first: they part the page and the introduction from the text. A line is looked at in
//! full only where its first characters can begin a heading; title, labels and contact block are looked for only where they
//! stand, before section one and from the last section on.

mod body;
mod candidates;
mod choice;
mod contact;
mod evidence;
mod heading;
mod line;
mod overview;
mod page;
mod period;
mod section;
mod site;
mod title;

use crate::check::Rule;
use crate::document::Document;
use crate::model::{Contact, Date, Finding, Located, Origin, Period, Section};
use crate::span::Span;
use crate::tables::Scan;

use choice::Chosen;
use evidence::Evidence;
use period::Found;

pub use site::Attachment;
pub(crate) use site::{Site, report_missing_tables};

/// How many lines before section one and from the last section on are looked at.
const LINES: usize = 600;
/// How many lines at the end may hold the dateline.
const LAST_LINES: usize = 8;

/// What frames the tables: who reports on which year, and the sections.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) title: Option<Located<String>>,
    pub(crate) issuer: Option<Located<String>>,
    pub(crate) year: Option<Located<u16>>,
    pub(crate) period: Option<Period>,
    pub(crate) published: Option<Located<Date>>,
    pub(crate) contact: Contact,
    pub(crate) sections: Vec<Section>,
}

impl Outline {
    /// Reads it from a document whose tables were found before.
    pub(crate) fn read(
        document: &Document<'_>,
        scan: &Scan,
        site: &Site,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let text = document.text();
        let chosen = choice::choose(document, scan, candidates::find(document, scan), findings);
        let sections = section::build(document, scan, &chosen);
        let (before, after) = around(document, &chosen);

        let titles = title::find(text, &before);
        let title = title::best(&titles);
        let behind_title = title.map_or(0, |title| title.span.end);
        let introduction: Vec<Span> =
            before.iter().copied().filter(|line| line.start >= behind_title).collect();

        let last = &after[after.len().saturating_sub(LAST_LINES)..];
        let dateline = page::dateline(text, last)
            .or_else(|| title.and_then(|_| page::dateline(text, &introduction[..introduction.len().min(3)])));

        let mut contact = Contact::default();
        contact::read(text, &introduction, &mut contact);
        contact::read(text, &after, &mut contact);

        let begins = site.begins(document);
        let found = period::find(text)
            .filter(|found| found.span().start >= begins)
            .or_else(|| period::find_across_pages(document));
        let opening = sections
            .first()
            .filter(|section| section.key == crate::form::SectionKey::Overview)
            .and_then(|section| section.paragraphs.first().copied());
        let stated = site.title();
        let evidence = Evidence {
            text,
            titles: &titles,
            title,
            introduction: &introduction,
            opening,
            closing: &after,
            stated: &stated,
            site,
            dateline: dateline.as_ref(),
            period: found,
        };
        let issuer = evidence.issuer(findings);
        let year = evidence.year(findings);
        if title.is_none() && stated.title.is_none() {
            findings.push(Finding::new(Rule::TitleMissing, "no title of such a report was found"));
        }
        Self {
            title: title
                .map(|title| Located::new(title.value(text), Origin::Title, title.span))
                .or(stated.title),
            issuer,
            year,
            period: period(found, findings),
            published: site
                .published()
                .or_else(|| dateline.map(|dateline| dateline.day))
                .or_else(|| site.published_by_property()),
            contact,
            sections,
        }
    }
}

/// The lines before the first section, and those from the last one on. Without sections, the first and the last lines.
fn around(document: &Document<'_>, chosen: &[Chosen]) -> (Vec<Span>, Vec<Span>) {
    let text_end = document.text().len();
    let blocks = document.blocks().len();
    let before = match chosen.first() {
        Some(first) => {
            let from = first.block.saturating_sub(LINES);
            line::lines(document, from..first.block + 1, first.span.start, LINES)
        }
        None => line::lines(document, 0..blocks, text_end, LINES),
    };
    let from = chosen.last().map_or(blocks.saturating_sub(LAST_LINES), |last| last.block);
    let from = from.max(blocks.saturating_sub(LINES));
    (before, line::lines(document, from..blocks, text_end, LINES))
}

/// The period, and a finding where it is not the calendar year.
fn period(found: Option<Found>, findings: &mut Vec<Finding>) -> Option<Period> {
    let Some(Found::Period(period)) = found else {
        return None;
    };
    if period::is_irregular(&period) {
        let message = format!(
            "the reporting period is {} to {}; the form counts from 1 January to 31 December",
            period.start, period.end
        );
        findings.push(Finding::new(Rule::PeriodIrregular, message).at(period.span));
    }
    Some(period)
}

#[cfg(test)]
mod tests;
