//! Who reports, on which year, and where the source says so: the lines above the tables.

use govreport_core::Span;
use govreport_core::form::{SectionKey, form};
use govreport_core::model::{Located, Origin, Presence, Report, Section, Table, TableEdition};

/// One line of the identity.
pub(super) struct Fact {
    /// The Chinese term.
    pub(super) term: &'static str,
    /// The key, as in every other output.
    pub(super) key: &'static str,
    /// The value; `None` where the source has none.
    pub(super) value: Option<String>,
    /// What kind of place it was found in.
    pub(super) origin: Option<&'static str>,
    /// The place.
    pub(super) span: Option<Span>,
}

impl Fact {
    fn located<T: ToString>(term: &'static str, key: &'static str, found: Option<&Located<T>>) -> Self {
        Self {
            term,
            key,
            value: found.map(|located| located.value.to_string()),
            origin: found.map(|located| match located.property {
                Some(_) => "property of the file",
                None => origin(located.origin),
            }),
            span: found.and_then(|located| located.span),
        }
    }
}

/// Title, issuer, year, period and day of publication, in this order; then publisher and address of the page, where it has them.
pub(super) fn facts(report: &Report) -> Vec<Fact> {
    let mut facts = vec![
        Fact::located("标题", "title", report.title.as_ref()),
        Fact::located("机关", "issuer", report.issuer.as_ref()),
        Fact::located("年度", "year", report.year.as_ref()),
        Fact {
            term: "期限",
            key: "period",
            value: report.period.map(|period| format!("{} to {}", period.start, period.end)),
            origin: report.period.map(|_| origin(Origin::Period)),
            span: report.period.map(|period| period.span),
        },
        Fact::located("发布", "published", report.published.as_ref()),
    ];
    let metadata = &report.metadata;
    for (term, key, found) in [("机构", "publisher", &metadata.publisher), ("网址", "url", &metadata.url)]
    {
        facts.extend(found.as_ref().map(|found| Fact::located(term, key, Some(found))));
    }
    facts
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Title => "title",
        Origin::Period => "reporting period",
        Origin::Introduction => "introduction",
        Origin::Body => "text",
        Origin::PageMetadata => "page information",
        Origin::Dateline => "dateline",
        Origin::Contact => "contact block",
        _ => "elsewhere",
    }
}

/// The six sections of the form, each with the one found.
pub(super) fn sections(report: &Report) -> impl Iterator<Item = (String, Option<&Section>)> {
    SectionKey::ALL.iter().map(|key| (section_title(*key), report.section(*key)))
}

/// The heading of a section with its number: `二、主动公开政府信息情况`.
pub(super) fn section_title(key: SectionKey) -> String {
    format!("{}、{}", key.numeral(), form().section_label(key))
}

/// What is to be said of a table in a few words: its edition and how much of it is there.
pub(super) fn about(table: &Table) -> String {
    let edition = match table.edition {
        TableEdition::E2019 => "form of 2019",
        TableEdition::E2021 => "form of 2021",
        TableEdition::Hybrid => "forms of 2019 and 2021 mixed",
        _ => "another form",
    };
    match table.presence {
        Presence::Partial => format!("{}, {edition}, incomplete", table.kind),
        Presence::Absent => format!("{}, not in the source", table.kind),
        _ => format!("{}, {edition}", table.kind),
    }
}
