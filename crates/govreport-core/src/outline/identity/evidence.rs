//! The places of the source that name the issuer or the year, and how they are read.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::period::Found;
use crate::form::{BodyWord, frame};
use crate::outline::lines::body_names;
use crate::outline::lines::dateline::Dateline;
use crate::outline::lines::title::Title;
use crate::outline::site::{Site, StatedTitle};
use crate::span::Span;
use crate::text::date;
use crate::text::fold::is_blank;

/// Searchers for words that a name or a year follows.
pub(super) static NAMES: LazyLock<Vec<Finder<'static>>> = LazyLock::new(|| finders(BodyWord::Names));
/// Searchers for words that the name of the author follows.
pub(super) static AUTHOR: LazyLock<Vec<Finder<'static>>> = LazyLock::new(|| finders(BodyWord::Author));

fn finders(part: BodyWord) -> Vec<Finder<'static>> {
    frame().bodies(part).map(|word| Finder::new(word.as_bytes())).collect()
}

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
    /// The paragraphs of the introduction.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = Span> {
        self.introduction.iter().copied().filter(|line| line.len() >= PARAGRAPH).take(6)
    }

    /// What `read` finds right behind the first of these words in a line.
    pub(super) fn behind<T>(
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
    pub(super) fn beginning_year(&self, line: Span) -> Option<(u16, Span)> {
        let (year, behind) = self.beginning(line);
        let text = self.text.get(..line.end)?;
        let opens = text[behind..].trim_start_matches(is_blank).starts_with(['，', ',']);
        year.filter(|_| opens || self.beginning_name(line).is_some())
    }

    /// The name at the beginning of a paragraph, behind the year where one is there.
    pub(super) fn beginning_name(&self, line: Span) -> Option<Span> {
        let (_, behind) = self.beginning(line);
        let text = self.text.get(..line.end)?;
        let name = text[behind..].trim_start_matches(|c: char| is_blank(c) || matches!(c, '，' | ','));
        body_names::name_at(text, text.len() - name.len())
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
