//! The sentence on the reporting period (统计期限).

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::document::{BlockKind, Document};
use crate::form::frame;
use crate::model::{Date, Finding, Period};
use crate::notices::{Notice, PeriodIrregular};
use crate::span::Span;
use crate::text::figures::year_figure;
use crate::text::period;

/// The words that announce a period, and a searcher for the first character of each: the rest may stand on the next line.
static WORDS: LazyLock<Vec<(&'static str, Finder<'static>)>> = LazyLock::new(|| {
    let first = |wording: &'static str| &wording[..wording.chars().next().map_or(0, char::len_utf8)];
    frame().period.iter().map(|wording| (*wording, Finder::new(first(wording).as_bytes()))).collect()
});

/// How many times words are looked behind.
const TIMES: usize = 1000;
/// The most white space within the words, the indent of a second line included, in characters.
/// Measured: with 20, no cell changes.
const MOST_SPACE: usize = 40;
/// How far behind its words the period begins, in characters.
const REACH: usize = 26;

/// What a text says about its period.
#[derive(Debug, Clone, Copy)]
pub(super) enum Found {
    /// Both days.
    Period(Period),
    /// Only the last day (截止日期).
    End(Date, Span),
}

impl Found {
    /// Where it stands.
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Period(period) => period.span,
            Self::End(_, span) => *span,
        }
    }
}

/// The first reporting period in a text; where there is none, the first last day that stands alone.
pub(super) fn find(text: &str) -> Option<Found> {
    let mut end = None;
    for (words, first) in WORDS.iter() {
        let places = first.find_iter(text.as_bytes()).filter_map(|at| after(text, at, words));
        for behind_words in places.take(TIMES) {
            match behind(text, behind_words) {
                Some(Found::Period(period)) => return Some(Found::Period(period)),
                Some(found) if end.is_none() && ends(words) => end = Some(found),
                _ => {}
            }
        }
    }
    end
}

/// The first reporting period from byte `begins` on, in the text without what is printed on its pages beside it: the number of
/// a page may stand in the middle of the sentence.
pub(super) fn find_across_pages(document: &Document<'_>, begins: usize) -> Option<Found> {
    let text = document.text();
    let furniture = document.blocks().iter().filter(|block| block.kind == BlockKind::PageFurniture);
    let mut joined = String::new();
    let mut pieces = Vec::new();
    let mut at = begins;
    for span in furniture.map(|block| block.span) {
        pieces.push((joined.len(), at));
        joined.push_str(text.get(at..span.start)?);
        at = span.end;
    }
    if pieces.is_empty() && begins == 0 {
        // The text as it stands was looked through before.
        return None;
    }
    pieces.push((joined.len(), at));
    joined.push_str(text.get(at..)?);
    // Where a place of the joined text stands in the source.
    let source = |offset: usize| {
        let piece = pieces.partition_point(|(start, _)| *start <= offset).saturating_sub(1);
        pieces[piece].1 + (offset - pieces[piece].0)
    };
    let place = |span: Span| Span::new(source(span.start), source(span.end.saturating_sub(1)) + 1);
    Some(match find(&joined)? {
        Found::Period(period) => Found::Period(Period { span: place(period.span), ..period }),
        Found::End(day, span) => Found::End(day, place(span)),
    })
}

/// Whether these words announce a last day: 截止日期.
fn ends(words: &str) -> bool {
    words.contains("截止")
}

/// The offset after `words` at `at`, white space between their characters passed over.
fn after(text: &str, at: usize, words: &str) -> Option<usize> {
    let mut rest = text[at..].chars();
    for word in words.chars() {
        if rest.by_ref().take(MOST_SPACE).find(|c| !c.is_whitespace()) != Some(word) {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}

fn behind(text: &str, from: usize) -> Option<Found> {
    let rest = &text[from..];
    let mut before = ' ';
    for (at, c) in rest.char_indices().take(REACH) {
        if c == '。' {
            return None;
        }
        if year_figure(c).is_some() && year_figure(before).is_none() {
            let start = from + at;
            if let Ok((left, (first, last))) = period::period(&rest[at..]) {
                let span = Span::new(start, text.len() - left.len());
                return Some(Found::Period(Period { start: first, end: last, span }));
            }
            if let Ok((left, day)) = period::closing_day(&rest[at..]) {
                return Some(Found::End(day, Span::new(start, text.len() - left.len())));
            }
        }
        before = c;
    }
    None
}

/// Whether a period is not the calendar year that the form wants.
fn is_irregular(period: &Period) -> bool {
    let day = |date: Date| (date.month(), date.day());
    day(period.start) != (1, 1) || day(period.end) != (12, 31) || period.start.year() != period.end.year()
}

/// The period, and a finding where it is not the calendar year.
pub(super) fn stated(found: Option<Found>, findings: &mut Vec<Finding>) -> Option<Period> {
    let Some(Found::Period(period)) = found else {
        return None;
    };
    if is_irregular(&period) {
        let notice = PeriodIrregular { start: period.start, end: period.end };
        findings.push(Finding::new(Notice::PeriodIrregular(notice)).at(period.span));
    }
    Some(period)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        match find(text)? {
            Found::Period(period) => Some(format!("{} {}", period.start, period.end)),
            Found::End(day, _) => Some(day.to_string()),
        }
    }

    #[test]
    fn sentences() {
        for text in [
            "本年度报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
            "本报告所列数据统计时限从2023年1月1日到12月31日。",
            "统计期为2023年1月1日—2023年12月31日",
            "数据统计起止时间：2023年1月1日至2023年12月31日。",
            "本报告所列数据为2023年1月1日至2023年12月31日",
            "使用数据统计期限自 2023 年 1 月 1 日起至 2023 年 12 月 31 日止,",
            "统计书记时间段为2023年1月1日起\n至2023年12月31日止",
            "本年度报告中所列数据的统\n    计时限从2023年1月1日\n到2023年12月31日。",
            "统计工作已经完成。统计限自202311日起至20231231日止。",
        ] {
            assert_eq!(read(text).as_deref(), Some("2023-01-01 2023-12-31"), "{text}");
        }
    }

    #[test]
    fn the_number_of_a_page_in_the_sentence() {
        let text = "统计期限自2023年1月1日起至2023\n- 6 -\n年12月31日止。";
        let at = text.find("- 6 -").expect("it is there");
        let mut builder = Document::builder(text);
        builder.paragraph(Span::new(0, at - 1));
        builder.page_furniture(Span::new(at, at + 5));
        builder.paragraph(Span::new(at + 6, text.len()));
        match find_across_pages(&builder.finish().expect("in order"), 0) {
            Some(Found::Period(period)) => {
                assert_eq!(period.span.of(text), "2023年1月1日起至2023\n- 6 -\n年12月31日");
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_last_day_alone_is_no_period() {
        assert!(matches!(find("数据截止日期为20251231日"), Some(Found::End(..))));
        assert_eq!(read("截止2023年12月31日，公开信息9条。"), None);
        assert_eq!(read("统计局于2023年1月1日发文。"), None);
    }
}
