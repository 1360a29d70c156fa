//! The title (标题): issuer and year, what is reported on, 报告.
//!
//! A grammar over the text itself, so that white space, line breaks and traditional characters in it do not matter: a subject
//! (政府信息公开), words in between (工作, 年度, or the year), an end (报告). What stands before the subject is issuer and year
//! in any order.

use std::sync::LazyLock;

use nom::branch::alt;
use nom::combinator::{map, verify};
use nom::multi::many_till;
use nom::{IResult, Parser};

use super::body_names;
use super::line::{is_letter, offsets_of, squeezed};
use crate::form::{TitleWord, frame};
use crate::span::Span;
use crate::text::date;
use crate::text::figures::{blanks, year_figure};
use crate::text::fold::is_blank;
use crate::text::lexicon::Lexicon;
use crate::text::words::Words;

static SUBJECT: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(frame().title(TitleWord::Subject)));
static SUBJECTS: LazyLock<Words> = LazyLock::new(|| Words::new(frame().title(TitleWord::Subject)));
static BETWEEN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(frame().title(TitleWord::Between)));
static END: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(frame().title(TitleWord::End)));
static OUTER: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(frame().title(TitleWord::Outer)));

/// The longest line that may hold a title, in bytes.
/// Measured: with 210, no cell changes.
pub(in crate::outline) const LONGEST: usize = 420;
/// The longest name of an issuer, in characters.
/// Measured: with 25, no cell changes.
const LONGEST_ISSUER: usize = 50;
/// Over how many lines a title may be broken.
const LINES: usize = 4;

/// A title, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::outline) struct Title {
    pub(in crate::outline) span: Span,
    pub(in crate::outline) issuer: Option<(String, Span)>,
    pub(in crate::outline) year: Option<(u16, Span)>,
    /// Another year that it names: 2022年…2023年.
    pub(in crate::outline) other_year: Option<(u16, Span)>,
    /// Whether it stands behind a label or in a trail of links, as a page repeats it.
    pub(in crate::outline) repeated_by_page: bool,
}

impl Title {
    /// The title with its lines joined.
    pub(in crate::outline) fn value(&self, text: &str) -> String {
        squeezed(self.span.of(text))
    }

    /// The name of the issuer.
    fn name(&self) -> Option<&str> {
        self.issuer.as_ref().map(|(name, _)| name.as_str())
    }
}

/// All titles among these lines, in the order of the source.
pub(in crate::outline) fn find(text: &str, lines: &[Span]) -> Vec<Title> {
    let mut titles = Vec::new();
    // A line belongs to one title only.
    let mut free = 0;
    for (index, line) in lines.iter().enumerate() {
        let content = line.of(text);
        if line.len() > LONGEST || !speaks_of_report(content) {
            continue;
        }
        if let Some(mut title) = ending_at(text, lines, free, index) {
            if title.year.is_none() {
                title.year = lines.get(index + 1).and_then(|next| subtitle_year(text, *next));
            }
            titles.push(title);
            free = index + 1;
        }
    }
    titles
}

/// Whether a line holds a character of 报告.
fn speaks_of_report(line: &str) -> bool {
    offsets_of(line, ['告', '报']).next().is_some() || line.contains('報')
}

/// The title to take: the one that tells most. Of equals the first.
pub(in crate::outline) fn best(titles: &[Title]) -> Option<&Title> {
    titles.iter().rev().max_by_key(|title| {
        let issuer = title.name().map_or(0, str::len);
        (!title.repeated_by_page, issuer > 0, title.year.is_some(), issuer)
    })
}

/// The title whose last line is `index`: as few lines as it needs, one more where its issuer stands above it.
fn ending_at(text: &str, lines: &[Span], free: usize, index: usize) -> Option<Title> {
    let end = lines[index].end;
    let first = (index + 1).saturating_sub(LINES).max(free);
    let mut title: Option<Title> = None;
    for start in (first..=index).rev() {
        let torn = title.as_ref().and_then(Title::name).is_some_and(body_names::is_suffix);
        if start < index && !may_begin_title(text, lines[start], torn) {
            break;
        }
        let joined =
            read(text, Span::new(lines[start].start, end)).filter(|read| read.span.end > lines[index].start);
        match (&title, joined) {
            (_, Some(joined)) if title.as_ref().is_none_or(|title| tells_more(&joined, title)) => {
                title = Some(joined);
            }
            (Some(_), _) => break,
            (None, _) => {}
        }
        if title.as_ref().and_then(Title::name).is_some_and(|name| name.chars().count() > 2) {
            break;
        }
    }
    title
}

/// Whether the line above belongs to the title: it gives the issuer, or the year that was not there.
fn tells_more(joined: &Title, title: &Title) -> bool {
    let named = joined.name().is_some_and(body_names::ends_like_name);
    let longer = joined.name().map_or(0, str::len) > title.name().map_or(0, str::len);
    (named && longer)
        || (title.year.is_none() && joined.year.is_some() && (named || joined.name() == title.name()))
}

/// Whether a line above can be the first part of a title: the name of a body, a year, or the beginning of the subject; or
/// anything short where the name is `torn`.
fn may_begin_title(text: &str, line: Span, torn: bool) -> bool {
    let content = line.of(text).trim();
    if line.len() > LONGEST / 2 || content.contains(['。', '；', '，', '：', ':', '>', '|']) {
        return false;
    }
    let squeezed = squeezed(content);
    if torn || body_names::ends_like_name(&squeezed) || SUBJECTS.occur(&squeezed) {
        return true;
    }
    let begins_year = |c: char| year_figure(c).is_some();
    let mut years = squeezed.char_indices().filter(|(_, c)| begins_year(*c));
    let broken = |word: &str| word.char_indices().skip(1).any(|(at, _)| squeezed.ends_with(&word[..at]));
    years.any(|(at, _)| date::year(&squeezed[at..]).is_ok()) || frame().title(TitleWord::Subject).any(broken)
}

/// Reads the title in some lines, which hold nothing else but what a page puts around it.
fn read(text: &str, span: Span) -> Option<Title> {
    let lines = span.of(text);
    for at in offsets_of(lines, ['政', '信']) {
        let Some((_, subject_end)) = SUBJECT.walk(lines, at, Lexicon::ROOT).longest else {
            continue;
        };
        let Ok((behind, (between, ()))) = words_to_end(&lines[subject_end..]) else {
            continue;
        };
        let end = lines.len() - behind.len();
        if lines[at..end].contains(['。', '，', '；', '《', '》']) {
            continue;
        }
        return around(text, span, at, end, between);
    }
    None
}

/// A word between subject and end.
#[derive(Debug, Clone, Copy)]
enum Between<'a> {
    Word,
    Year(u16, &'a str),
}

/// 工作 2023年 年度 … 报告
fn words_to_end(input: &str) -> IResult<&str, (Vec<Between<'_>>, ())> {
    let year = |input| {
        let (input, _) = blanks(input)?;
        map(date::year, |year| Between::Year(year, input)).parse(input)
    };
    let between = alt((map(|input| word(&BETWEEN, input), |()| Between::Word), year));
    verify(many_till(between, |input| word(&END, input)), |(between, ()): &(Vec<_>, ())| {
        (1..=6).contains(&between.len())
    })
    .parse(input)
}

fn word<'a>(words: &Lexicon, input: &'a str) -> IResult<&'a str, ()> {
    match words.walk(input, 0, Lexicon::ROOT).longest {
        Some((_, end)) => Ok((&input[end..], ())),
        None => Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Tag))),
    }
}

/// Reads what stands before the subject at `at` and behind the end.
fn around(text: &str, span: Span, at: usize, end: usize, between: Vec<Between<'_>>) -> Option<Title> {
    let lines = span.of(text);
    let title_end = end + length_of_suffix(&lines[end..])?;
    let (lead_start, repeated_by_page) = lead_start(&lines[..at]);
    let lead = &lines[lead_start..at];
    if lead.contains(['。', '，', ',', '；', ';', '！', '？', '?', '《', '》', '“', '”']) {
        return None;
    }
    let mut lead = Lead::read(lead, span.start + lead_start);
    // 某县人民政府信息公开: 政府 belongs to both.
    if let Some((name, at_end)) = &mut lead.issuer
        && name.ends_with("人民")
        && lines[at..].starts_with("政府")
    {
        name.push_str("政府");
        at_end.end = span.start + at + "政府".len();
    }
    let year_between = between.into_iter().find_map(|between| match between {
        // What was left of the lines when the year came tells where it stands.
        Between::Year(year, left) => {
            let start = span.start + lines.len() - left.len();
            let figures = left.chars().take(4).map(char::len_utf8).sum::<usize>();
            Some((year, Span::new(start, start + figures)))
        }
        Between::Word => None,
    });
    if lead
        .issuer
        .as_ref()
        .is_some_and(|(name, _)| name.chars().count() > LONGEST_ISSUER || !name.chars().any(is_letter))
    {
        return None;
    }
    let years = [lead.other_year, year_between].into_iter().flatten();
    let other_year = lead.year.and_then(|(taken, _)| years.into_iter().find(|(year, _)| *year != taken));
    Some(Title {
        span: Span::new(span.start + lead_start, span.start + title_end).trimmed(text),
        issuer: lead.issuer,
        year: lead.year.or(year_between),
        other_year,
        repeated_by_page,
    })
}

/// The length of what belongs to the title behind 报告, such as （图解）; `None` where the line is no title: 报告的通知, or a
/// sentence goes on.
fn length_of_suffix(behind: &str) -> Option<usize> {
    let trimmed = behind.trim_start_matches(is_blank);
    let indent = behind.len() - trimmed.len();
    let Some(first) = trimmed.chars().next() else {
        return Some(0);
    };
    if indent == 0 && OUTER.walk(trimmed, 0, Lexicon::ROOT).longest.is_some() {
        return None;
    }
    if matches!(first, '（' | '(' | '【')
        && let Some((close, c)) = trimmed.char_indices().find(|(_, c)| matches!(c, '）' | ')' | '】'))
        && close <= 60
    {
        return Some(indent + close + c.len_utf8());
    }
    // Behind the title of a page: its site, a date, a button.
    (indent > 0 || matches!(first, '-' | '_' | '|' | '—' | '–' | '－' | '*' | '<' | '[')).then_some(0)
}

/// Where the title begins in what stands before its subject: behind `{{ title }}`, a label, a trail of links. Whether one of
/// the latter two was there comes with it.
fn lead_start(lead: &str) -> (usize, bool) {
    // A search for one sign is cheap, and nearly always enough.
    let template = if lead.contains('}') { lead.rfind("}}") } else { None };
    let mut start = template.map_or(0, |at| at + 2);
    let up_to_sign =
        lead[start..].trim_end_matches(|c| !matches!(c, '>' | '»' | '›' | '：' | ':' | '|' | '/'));
    let by_page = !up_to_sign.is_empty();
    start += up_to_sign.len();
    let rest = &lead[start..];
    (
        start + rest.len() - rest.trim_start_matches(|c: char| is_blank(c) || matches!(c, '*' | '#')).len(),
        by_page,
    )
}

/// What stands before the subject: issuer and year.
struct Lead {
    issuer: Option<(String, Span)>,
    year: Option<(u16, Span)>,
    /// The year before that one.
    other_year: Option<(u16, Span)>,
}

impl Lead {
    fn read(lead: &str, offset: usize) -> Self {
        let mut pieces: Vec<(usize, usize)> = Vec::new();
        let mut year = None;
        let mut other_year = None;
        let mut at = 0;
        let mut piece = 0;
        let mut before = ' ';
        while let Some(c) = lead[at..].chars().next() {
            if year_figure(c).is_some()
                && year_figure(before).is_none()
                && let Ok((rest, found)) = date::year(&lead[at..])
            {
                pieces.push((piece, at));
                let end = lead.len() - rest.len();
                // The year nearest to the subject counts: 【2019】某县某局2019年.
                other_year = year.replace((found, Span::new(offset + at, offset + end)));
                (at, piece) = (end, end);
            } else {
                at += c.len_utf8();
            }
            before = c;
        }
        pieces.push((piece, lead.len()));
        Self { issuer: issuer(lead, &pieces, offset), year, other_year }
    }
}

/// The name that the pieces around the year make up, without tags and joining words.
fn issuer(lead: &str, pieces: &[(usize, usize)], offset: usize) -> Option<(String, Span)> {
    let mut name = String::new();
    let mut span: Option<Span> = None;
    for (start, end) in pieces {
        let piece = &lead[*start..*end];
        let inner = piece.trim_start_matches(is_edge);
        let from = start + piece.len() - inner.len();
        let mut inner = inner.trim_end_matches(is_edge);
        for word in frame().title(TitleWord::Before) {
            inner = inner.strip_suffix(word).unwrap_or(inner).trim_end_matches(is_edge);
        }
        let mut inner_from = from;
        for word in frame().title(TitleWord::Before) {
            if let Some(rest) = inner.strip_prefix(word) {
                inner_from += inner.len() - rest.len();
                inner = rest;
            }
        }
        if !inner.is_empty() {
            name.push_str(&squeezed(inner));
            let here = Span::new(offset + inner_from, offset + inner_from + inner.len());
            span = Some(span.map_or(here, |span| span.to(here)));
        }
    }
    span.map(|span| (name, span))
}

/// Signs at the ends of a piece of a title that do not belong to a name; a closing bracket does: 某总署（本级机关）.
fn is_edge(c: char) -> bool {
    is_blank(c) || matches!(c, '【' | '】' | '[' | ']' | '-' | '—' | '_' | '*' | '的' | '、' | '.' | '#')
}

/// The year of a line that holds nothing else: `（2023年度）` below the title.
fn subtitle_year(text: &str, line: Span) -> Option<(u16, Span)> {
    let content = line.of(text).trim_matches(|c: char| is_blank(c) || matches!(c, '（' | '）' | '(' | ')'));
    match date::year(content) {
        Ok(("", year)) => Some((year, line)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
