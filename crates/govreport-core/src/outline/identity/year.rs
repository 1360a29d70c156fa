//! Which year is reported on (报告年度): what each place of the source says, which of them is taken, and where they disagree.

use super::evidence::{Evidence, NAMES};
use super::period::Found;
use crate::model::{Finding, Located, Origin};
use crate::notices::{Notice, YearInDoubt, YearMissing};
use crate::span::Span;
use crate::text::date;
use crate::text::figures::year_figure;

/// How far behind 现将 the year stands, in characters.
const REACH: usize = 44;

impl Evidence<'_> {
    /// The year, and a finding where places disagree or none names it.
    pub(super) fn year(&self, findings: &mut Vec<Finding>) -> Option<Located<u16>> {
        let mut seen: Vec<Located<u16>> = Vec::new();
        let mut see = |found: Option<(u16, Span)>, origin| {
            seen.extend(found.map(|(value, span)| Located::new(value, origin, span)));
        };
        see(self.title.and_then(|title| title.year), Origin::Title);
        for title in self.titles {
            see(title.year, Origin::Title);
            see(title.other_year, Origin::Title);
        }
        let of_title = self.title.and_then(|title| title.year).map(|(year, _)| year);
        see(self.period.map(|found| year_of(found, of_title)), Origin::Period);
        for line in self.paragraphs() {
            see(self.behind(&NAMES, line, year_at), Origin::Introduction);
        }
        see(self.paragraphs().next().and_then(|line| self.beginning_year(line)), Origin::Introduction);
        see(self.opening.and_then(|line| self.beginning_year(line)), Origin::Body);
        seen.extend(self.stated.year.clone());
        let Some(year) = seen.first().cloned() else {
            findings.push(Finding::new(Notice::YearMissing(YearMissing {})));
            return None;
        };
        if let Some(other) = seen.iter().find(|other| other.value != year.value) {
            let notice = YearInDoubt {
                taken: year.value,
                origin: year.origin,
                other: other.value,
                other_origin: other.origin,
            };
            findings.push(Finding::new(Notice::YearInDoubt(notice)).at(other.span).beside(year.span));
        }
        Some(year)
    }
}

/// The first year within reach behind byte `at`, in the same sentence.
fn year_at(text: &str, at: usize) -> Option<(u16, Span)> {
    let rest = text.get(at..)?;
    let mut before = ' ';
    for (offset, c) in rest.char_indices().take(REACH) {
        if matches!(c, '。' | '；') {
            return None;
        }
        if year_figure(c).is_some()
            && year_figure(before).is_none()
            && let Ok((left, year)) = date::year(&rest[offset..])
        {
            return Some((year, Span::new(at + offset, text.len() - left.len())));
        }
        before = c;
    }
    None
}

/// The year of a period: that of the title where one of the two days lies in it.
fn year_of(found: Found, of_title: Option<u16>) -> (u16, Span) {
    match found {
        Found::Period(period) if Some(period.start.year()) == of_title => (period.start.year(), period.span),
        Found::Period(period) => (period.end.year(), period.span),
        Found::End(day, span) => (day.year(), span),
    }
}
