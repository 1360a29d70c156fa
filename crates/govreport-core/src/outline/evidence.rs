//! Who reports on which year (报告机关、报告年度): what each place of the source says, which of them is taken, and where they
//! disagree.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::body;
use super::page::Dateline;
use super::period::Found;
use super::site::{Site, StatedTitle};
use super::title::Title;
use crate::check::Rule;
use crate::form::{BodyWord, frame};
use crate::model::{Finding, Located, Origin};
use crate::span::Span;
use crate::text::date;
use crate::text::figures::year_figure;
use crate::text::fold::is_blank;

static NAMES: LazyLock<Vec<Finder<'static>>> = LazyLock::new(|| finders(BodyWord::Names));
static AUTHOR: LazyLock<Vec<Finder<'static>>> = LazyLock::new(|| finders(BodyWord::Author));

fn finders(part: BodyWord) -> Vec<Finder<'static>> {
    frame().bodies(part).map(|word| Finder::new(word.as_bytes())).collect()
}

/// How far behind 现将 the year stands, in characters.
const REACH: usize = 44;
/// The shortest paragraph of an introduction, in bytes: shorter lines are what a page puts around it.
const PARAGRAPH: usize = 40;

/// The places that name the issuer or the year.
pub(super) struct Evidence<'a> {
    pub(super) text: &'a str,
    pub(super) titles: &'a [Title],
    /// The one of them that was taken.
    pub(super) title: Option<&'a Title>,
    /// The lines between title and section one.
    pub(super) introduction: &'a [Span],
    /// The first paragraph of section one.
    pub(super) opening: Option<Span>,
    /// The lines of the last section and what follows it.
    pub(super) closing: &'a [Span],
    pub(super) site: &'a Site,
    /// The title that the file states beside its text.
    pub(super) stated: &'a StatedTitle,
    pub(super) dateline: Option<&'a Dateline>,
    pub(super) period: Option<Found>,
}

impl Evidence<'_> {
    /// The issuer, and a finding where places disagree or none names it.
    pub(super) fn issuer(&self, findings: &mut Vec<Finding>) -> Option<Located<String>> {
        let located = |span: Span, origin| Located::new(span.of(self.text).to_owned(), origin, span);
        let titles = self.title.into_iter().chain(self.titles);
        let mut named = titles.clone().filter_map(|title| title.issuer.clone());
        let of_title = named.find(|(name, _)| body::is_believable(name));
        let paragraphs = || self.paragraphs();
        let announced = paragraphs().find_map(|line| self.behind(&NAMES, line, body::name_at));
        let signature = self.dateline.and_then(|dateline| dateline.signature.clone());
        let issuer = of_title
            .map(|(value, span)| Located::new(value, Origin::Title, span))
            .or_else(|| announced.map(|span| located(span, Origin::Introduction)))
            .or_else(|| {
                let author = paragraphs().find_map(|line| self.behind(&AUTHOR, line, body::author_at));
                author.map(|span| located(span, Origin::Introduction))
            })
            .or_else(|| self.stated.issuer.clone().filter(|issuer| body::is_believable(&issuer.value)))
            .or_else(|| self.site.issuer(self.text))
            .or_else(|| {
                let name = paragraphs().find_map(|line| self.beginning_name(line));
                name.map(|span| located(span, Origin::Introduction))
            })
            .or_else(|| Some(located(self.beginning_name(self.opening?)?, Origin::Body)))
            .or_else(|| signature.clone())
            .or_else(|| {
                let name = self.closing.iter().find_map(|line| self.behind(&NAMES, *line, body::name_at));
                name.map(|span| located(span, Origin::Contact))
            });
        // The name that was believed above needs no second look.
        let believed = |name: &String| {
            issuer.as_ref().is_some_and(|issuer| issuer.origin == Origin::Title && issuer.value == *name)
        };
        let mut named = titles.filter_map(|title| title.issuer.as_ref());
        if let Some((name, span)) = named.find(|(name, _)| !believed(name) && !body::is_believable(name)) {
            let message =
                format!("the title names {name}, which is not the name of a public body; it was not taken");
            findings.push(Finding::new(Rule::IssuerInDoubt, message).at(*span));
        }
        match &issuer {
            None => findings.push(Finding::new(
                Rule::IssuerMissing,
                "no place of the source names the body that reports",
            )),
            Some(issuer) => {
                let others =
                    self.titles.iter().filter_map(|title| title.issuer.as_ref().map(|(_, span)| *span));
                let others = others.chain(announced).chain(signature.and_then(|signature| signature.span));
                self.doubt_issuer(issuer, others, findings);
            }
        }
        issuer
    }

    fn doubt_issuer(
        &self,
        issuer: &Located<String>,
        others: impl Iterator<Item = Span>,
        findings: &mut Vec<Finding>,
    ) {
        let mut others = others.filter(|span| body::differ(&issuer.value, span.of(self.text)));
        let Some(other) = others.next().or_else(|| body::near_miss(self.text, &issuer.value)) else {
            return;
        };
        let message = format!(
            "the source names its issuer {} and, at another place, {}; the first was taken",
            issuer.value,
            other.of(self.text).trim()
        );
        findings.push(Finding::new(Rule::IssuerInDoubt, message).at(other).beside(issuer.span));
    }

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
            let message = "no place of the source tells which year is reported on";
            findings.push(Finding::new(Rule::YearMissing, message));
            return None;
        };
        if let Some(other) = seen.iter().find(|other| other.value != year.value) {
            let message = format!(
                "{} says {}, {} says {}; {} was taken",
                place(year.origin),
                year.value,
                place(other.origin),
                other.value,
                year.value
            );
            findings.push(Finding::new(Rule::YearInDoubt, message).at(other.span).beside(year.span));
        }
        Some(year)
    }

    /// The paragraphs of the introduction.
    fn paragraphs(&self) -> impl Iterator<Item = Span> {
        self.introduction.iter().copied().filter(|line| line.len() >= PARAGRAPH).take(6)
    }

    /// What `read` finds right behind the first of these words in a line.
    fn behind<T>(
        &self,
        words: &[Finder<'_>],
        line: Span,
        read: impl Fn(&str, usize) -> Option<T>,
    ) -> Option<T> {
        let text = self.text.get(..line.end)?;
        words.iter().find_map(|word| {
            word.find_iter(line.of(text).as_bytes())
                .take(20)
                .find_map(|at| read(text, line.start + at + word.needle().len()))
        })
    }

    /// The year at the beginning of a paragraph: 2023年，某县人民政府认真贯彻….
    fn beginning_year(&self, line: Span) -> Option<(u16, Span)> {
        let (year, behind) = self.beginning(line);
        let text = self.text.get(..line.end)?;
        let opens = text[behind..].trim_start_matches(is_blank).starts_with(['，', ',']);
        year.filter(|_| opens || self.beginning_name(line).is_some())
    }

    /// The name at the beginning of a paragraph, behind the year where one is there.
    fn beginning_name(&self, line: Span) -> Option<Span> {
        let (_, behind) = self.beginning(line);
        let text = self.text.get(..line.end)?;
        let name = text[behind..].trim_start_matches(|c: char| is_blank(c) || matches!(c, '，' | ','));
        body::name_at(text, text.len() - name.len())
    }

    /// The year at the beginning of a paragraph, and where the text behind it begins.
    fn beginning(&self, line: Span) -> (Option<(u16, Span)>, usize) {
        let rest = line.of(self.text);
        let (behind, year) = match date::year(rest) {
            Ok((behind, year)) => (behind, Some((year, Span::new(line.start, line.end - behind.len())))),
            Err(_) => (rest, None),
        };
        let behind = ["以来", "来"].iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
        (year, line.end - behind.len())
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

fn place(origin: Origin) -> &'static str {
    match origin {
        Origin::Title => "the title",
        Origin::Period => "the reporting period",
        Origin::Introduction => "the introduction",
        Origin::Body => "the beginning of section one",
        Origin::PageMetadata => "the page",
        Origin::Dateline => "the dateline",
        Origin::Contact => "the contact block",
    }
}
