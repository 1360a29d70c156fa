//! Who reports on which year, and when (报告的标识): title, issuer, year, period, day of publication, contact.
//!
//! Each is looked for only where it stands: before section one, and from the last section on.

mod contact;
mod evidence;
mod issuer;
mod period;
mod year;

use self::evidence::Evidence;
use super::lines::dateline::dateline;
use super::lines::line::LAST_LINES;
use super::lines::title;
use super::sections::Sections;
use super::site::Site;
use crate::document::Document;
use crate::form::SectionKey;
use crate::model::{Contact, Date, Finding, Located, Origin, Period};
use crate::notices::{Notice, TitleMissing};
use crate::span::Span;

/// What tells one report from another.
#[derive(Debug, Default)]
pub(crate) struct Identity {
    pub(crate) title: Option<Located<String>>,
    pub(crate) issuer: Option<Located<String>>,
    pub(crate) year: Option<Located<u16>>,
    pub(crate) period: Option<Period>,
    pub(crate) published: Option<Located<Date>>,
    pub(crate) contact: Contact,
}

impl Identity {
    /// Reads it from the lines around the sections, and from what the page states.
    pub(super) fn read(
        document: &Document<'_>,
        sections: &Sections,
        site: &Site,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let text = document.text();
        let Sections { found: sections, before, after } = sections;

        let titles = title::find(text, before);
        let title = title::best(&titles);
        let behind_title = title.map_or(0, |title| title.span.end);
        let introduction: Vec<Span> =
            before.iter().copied().filter(|line| line.start >= behind_title).collect();

        let last = &after[after.len().saturating_sub(LAST_LINES)..];
        let dateline = dateline(text, last)
            .or_else(|| title.and_then(|_| dateline(text, &introduction[..introduction.len().min(3)])));

        let mut contact = Contact::default();
        contact::read(text, &introduction, &mut contact);
        contact::read(text, after, &mut contact);

        let begins = site.begins();
        let found = period::find(text)
            .filter(|found| found.span().start >= begins)
            .or_else(|| period::find_across_pages(document, begins));
        let opening = sections
            .first()
            .filter(|section| section.key == SectionKey::Overview)
            .and_then(|section| section.paragraphs.first().copied());
        let stated = site.title();
        let evidence = Evidence {
            text,
            titles: &titles,
            title,
            introduction: &introduction,
            opening,
            closing: after,
            stated: &stated,
            site,
            dateline: dateline.as_ref(),
            period: found,
        };
        let issuer = evidence.issuer(findings);
        let year = evidence.year(findings);
        if title.is_none() && stated.title.is_none() {
            findings.push(Finding::new(Notice::TitleMissing(TitleMissing {})));
        }
        Self {
            title: title
                .map(|title| Located::new(title.value(text), Origin::Title, title.span))
                .or(stated.title),
            issuer,
            year,
            period: period::stated(found, findings),
            published: site
                .published()
                .or_else(|| dateline.map(|dateline| dateline.day))
                .or_else(|| site.published_by_property()),
            contact,
        }
    }
}
