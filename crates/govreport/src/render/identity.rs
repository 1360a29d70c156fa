//! Who reports, on which year, and where the source says so: the lines above the tables.

use govreport_core::Span;
use govreport_core::form::{Edition, SectionKey, form};
use govreport_core::model::{Origin, Presence, Report, Section, Table};

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

/// Title, issuer, year, period and day of publication, in this order.
pub(super) fn facts(report: &Report) -> [Fact; 5] {
    macro_rules! located {
        ($term:literal, $key:ident) => {
            Fact {
                term: $term,
                key: stringify!($key),
                value: report.$key.as_ref().map(|located| located.value.to_string()),
                origin: report.$key.as_ref().map(|located| origin(located.origin)),
                span: report.$key.as_ref().map(|located| located.span),
            }
        };
    }
    [
        located!("标题", title),
        located!("机关", issuer),
        located!("年度", year),
        Fact {
            term: "期限",
            key: "period",
            value: report.period.map(|period| format!("{} to {}", period.start, period.end)),
            origin: report.period.map(|_| origin(Origin::Period)),
            span: report.period.map(|period| period.span),
        },
        located!("发布", published),
    ]
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
    let number = match key {
        SectionKey::Overview => "一",
        SectionKey::Proactive => "二",
        SectionKey::Requests => "三",
        SectionKey::Review => "四",
        SectionKey::Problems => "五",
        SectionKey::OtherMatters => "六",
    };
    format!("{number}、{}", form().section_label(key))
}

/// What is to be said of a table in a few words: its edition and how much of it is there.
pub(super) fn about(table: &Table) -> String {
    let edition = match table.edition {
        Edition::E2019 => "form of 2019",
        Edition::E2021 => "form of 2021",
        Edition::Hybrid => "forms of 2019 and 2021 mixed",
    };
    match table.presence {
        Presence::Complete => format!("{}, {edition}", table.kind),
        Presence::Partial => format!("{}, {edition}, incomplete", table.kind),
        Presence::Absent => format!("{}, not in the source", table.kind),
    }
}
