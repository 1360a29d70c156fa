//! The five parts of section one (总体情况): 主动公开, 依申请公开, 政府信息管理, 平台建设, 监督保障.

use std::sync::LazyLock;

use super::prose::{Prose, is_heading};
use crate::form::{OverviewPart, frame};
use crate::model::Subsection;
use crate::outline::lines::part_words;
use crate::span::Span;
use crate::text::fold::is_blank;
use crate::text::lexicon::Lexicon;
use crate::text::ordinal::{Style, ordinal, way_of_most};

static TOPICS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(frame().topics.iter().map(|(_, wording)| *wording)));

/// The longest heading of a part, in characters.
/// Measured: with 20, no cell changes.
const LONGEST: usize = 40;
/// How many sentences are looked at in search of headings inside paragraphs.
const SENTENCES: usize = 5000;
/// The longest heading of a part whose wording is not known, in characters.
/// Measured: with 11, no cell changes.
const LONGEST_BY_TOPIC: usize = 22;

/// A line, or a place inside one, that can be the heading of a part.
#[derive(Debug, Clone, Copy)]
struct Head {
    key: Option<OverviewPart>,
    number: Option<(u8, Style)>,
    /// Number of the paragraph it stands in.
    paragraph: usize,
    span: Span,
    rest: usize,
}

/// The parts and the paragraphs of section one.
pub(super) fn read(text: &str, prose: &[Prose]) -> (Vec<Subsection>, Vec<Span>) {
    let heads: Vec<Head> =
        prose.iter().enumerate().filter_map(|(at, prose)| head(text, prose, at, prose.span.start)).collect();
    let parts = chosen(&heads);
    if parts.len() < 2 {
        let inside = heads_inside(text, prose);
        let found = chosen(&inside);
        if found.len() >= 2 && found.len() > parts.len() {
            let whole = prose.iter().filter(|prose| !is_heading(text, prose)).map(|prose| prose.span);
            return (subsections(text, prose, &inside, &found), whole.collect());
        }
    }
    let paragraphs = prose
        .iter()
        .filter_map(|prose| match parts.iter().find(|(_, part)| part.span.start == prose.span.start) {
            Some((_, part)) => Some(Span::new(part.rest, prose.span.end)).filter(|span| !span.is_empty()),
            None => (!is_heading(text, prose)).then_some(prose.span),
        })
        .collect();
    (subsections(text, prose, &heads, &parts), paragraphs)
}

fn subsections(
    text: &str,
    prose: &[Prose],
    heads: &[Head],
    parts: &[(OverviewPart, Head)],
) -> Vec<Subsection> {
    let ends = parts.iter().skip(1).map(|(_, next)| next.span.start).chain([usize::MAX]);
    parts
        .iter()
        .zip(ends)
        .map(|((key, part), next)| subsection(text, prose, *key, part, end_of(heads, part).min(next)))
        .collect()
}

/// Reads the heading at byte `from` of a paragraph: a part's, or any numbered one, which ends the part before it.
fn head(text: &str, prose: &Prose, paragraph: usize, from: usize) -> Option<Head> {
    let line = &text[from..prose.span.end];
    let ordinal = ordinal(line);
    let words = ordinal.map_or(0, |ordinal| ordinal.end);
    let number = ordinal.map(|ordinal| (ordinal.value, ordinal.style));
    let (key, end) = match words_of_part(&line[words..], number.is_some(), prose.marked) {
        Some((key, length)) => (Some(key), words + length),
        None if number.is_some() => (None, words),
        None => return None,
    };
    let rest = line.len() - line[end..].trim_start_matches(is_closing).len();
    Some(Head { key, number, paragraph, span: Span::new(from, from + end), rest: from + rest })
}

/// The part that a line names at its start, and the length of the words.
fn words_of_part(line: &str, numbered: bool, marked: bool) -> Option<(OverviewPart, usize)> {
    // Where neither a number nor a mark shows a heading, the words must begin the line: most lines end the test here.
    if !numbered && !marked && part_words::at_start(line).is_none() {
        return None;
    }
    let (phrase, closed_by) = phrase(line);
    if let Some((key, end)) = part_words::at_start(phrase) {
        let behind = phrase[end..].trim_start();
        let whole = behind.is_empty();
        let closed = matches!(closed_by, None | Some('。' | '：' | ':'));
        if whole && (closed || numbered) {
            return Some((key, end));
        }
        let parted = phrase[end..].starts_with(is_blank) || behind.starts_with(|c: char| c.is_ascii_digit());
        if (numbered || marked) && parted {
            return Some((key, end));
        }
    }
    let closed = matches!(closed_by, None | Some('。' | '：' | ':'));
    if (numbered || marked) && closed && phrase.chars().count() <= LONGEST_BY_TOPIC {
        return topic(phrase).map(|key| (key, phrase.trim_end().len()));
    }
    None
}

/// The words up to the first sign that ends a heading, and that sign.
fn phrase(line: &str) -> (&str, Option<char>) {
    for (at, c) in line.char_indices().take(LONGEST) {
        if matches!(c, '。' | '：' | ':' | '，' | ',' | '；' | ';' | '\n') {
            return (&line[..at], Some(c));
        }
    }
    let end = line.char_indices().nth(LONGEST).map_or(line.len(), |(at, _)| at);
    (&line[..end], (end < line.len()).then_some(' '))
}

/// The part that a heading with unknown words is about, by the first word that tells.
fn topic(phrase: &str) -> Option<OverviewPart> {
    phrase.char_indices().find_map(|(at, _)| {
        let (node, _) = TOPICS.walk(phrase, at, Lexicon::ROOT).longest?;
        Some(frame().topics[usize::from(TOPICS.entries(node)[0])].0)
    })
}

fn is_closing(c: char) -> bool {
    is_blank(c) || matches!(c, '。' | '：' | ':' | '，' | ',' | '*' | '#' | '．' | '.')
}

/// The style in which the parts are numbered: the one that most parts have.
fn style(heads: &[Head]) -> Option<Style> {
    let styles = [
        Some(Style::HanBracketed),
        Some(Style::Figure),
        Some(Style::Running),
        Some(Style::FigureBracketed),
        Some(Style::Han),
        None,
    ];
    let parts = heads.iter().filter_map(|head| {
        let part = OverviewPart::ALL.iter().position(|part| Some(*part) == head.key)?;
        Some((head.number.map(|(_, style)| style), part))
    });
    way_of_most(styles, parts)
}

/// The first heading of each part in the style that most have; one without a number is taken where the style does not have its part.
fn chosen(heads: &[Head]) -> Vec<(OverviewPart, Head)> {
    let style = style(heads);
    let mut parts: Vec<(OverviewPart, Head)> = Vec::with_capacity(OverviewPart::ALL.len());
    let numbered = heads.iter().filter(|head| head.number.map(|(_, style)| style) == style);
    let unnumbered = heads.iter().filter(|head| head.number.is_none());
    for head in numbered.chain(unnumbered) {
        if let Some(key) = head.key
            && parts.iter().all(|(other, _)| *other != key)
        {
            parts.push((key, *head));
        }
    }
    parts.sort_by_key(|(_, part)| part.span.start);
    parts
}

/// Where a part ends: at the next heading of its style whose number goes on.
fn end_of(heads: &[Head], part: &Head) -> usize {
    let Some((number, style)) = part.number else {
        return usize::MAX;
    };
    heads
        .iter()
        .find(|head| {
            head.span.start > part.span.start
                && head.number.is_some_and(|(other, of)| of == style && other == number + 1)
        })
        .map_or(usize::MAX, |head| head.span.start)
}

fn subsection(text: &str, prose: &[Prose], key: OverviewPart, part: &Head, end: usize) -> Subsection {
    let mut span = part.span;
    let mut paragraphs = Vec::new();
    for prose_of in &prose[part.paragraph..] {
        if prose_of.span.start >= end {
            break;
        }
        let inside = Span::new(prose_of.span.start.max(part.rest), prose_of.span.end.min(end).max(part.rest))
            .trimmed(text);
        span = span.to(inside);
        if !inside.is_empty() && !is_heading(text, prose_of) {
            paragraphs.push(inside);
        }
    }
    Subsection { key, title: part.span.of(text).trim().to_owned(), heading: part.span, span, paragraphs }
}

/// Headings inside paragraphs: 一是主动公开情况，…二是依申请公开情况，… behind the end of a sentence.
fn heads_inside(text: &str, prose: &[Prose]) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut sentences = 0;
    for (paragraph, line) in prose.iter().enumerate() {
        let mut sentence_begins = true;
        for (at, c) in line.span.of(text).char_indices() {
            if sentence_begins && !is_blank(c) {
                sentences += 1;
                if sentences > SENTENCES {
                    return heads;
                }
                let found = head(text, line, paragraph, line.span.start + at);
                heads.extend(found.filter(|head| head.number.is_some()));
            }
            sentence_begins = matches!(c, '。' | '；' | ';' | '：' | ':') || (sentence_begins && is_blank(c));
        }
    }
    heads
}

#[cfg(test)]
mod tests;
