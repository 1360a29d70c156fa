//! Words that say of what time, or of what bodies, numbers are (时间、范围): 上年, 累计, 上半年, 2022年, 全市.
//!
//! The words of the form and of its guidance (上年结转, 历史累计) say nothing of the kind and are passed over.

use std::sync::LazyLock;

use super::figures::{han_figure, is_figure};
use super::fold::{Folded, fold, is_blank, is_ideograph};
use super::measure::measure;
use super::period::{closing_day, period};
use super::reading::behind_readings;
use super::words::{ByFirst, Characters};
use crate::form::lines;
use crate::model::Date;
use crate::span::Span;

const WORDS: &str = include_str!("../../form/time.tsv");

/// A word of time or scope, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TimeWord {
    pub(crate) kind: TimeKind,
    /// Its place in the text that was asked about.
    pub(crate) span: Span,
}

/// What a word of time or scope says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeKind {
    /// 上年, 去年, 同比: of another year, or of the distance to one.
    AnotherYear,
    /// 上半年, 季度, 6月.
    PartOfYear,
    /// 累计, 历年.
    Cumulated,
    /// 示例, 模拟数据: of no year at all, to show how a table is filled in.
    Invented,
    /// 2022年, 二〇二二年.
    Year(u16),
    /// 本年, 全年.
    ThisYear,
    /// 全市, 本级.
    Scope,
}

/// The second character of a wording, if it has one, and what the wording says; `None`: it is one of the form's own.
type Says = (Option<char>, Option<TimeKind>);

/// The wordings of the data.
static ALL: LazyLock<ByFirst<Says>> = LazyLock::new(|| {
    ByFirst::new(lines(WORDS).map(|[kind, wording]| (wording, (wording.chars().nth(1), of_data(kind)))))
});

fn of_data(kind: &str) -> Option<TimeKind> {
    Some(match kind {
        "form" => return None,
        "another_year" => TimeKind::AnotherYear,
        "part_of_year" => TimeKind::PartOfYear,
        "cumulated" => TimeKind::Cumulated,
        "invented" => TimeKind::Invented,
        "this_year" => TimeKind::ThisYear,
        "scope" => TimeKind::Scope,
        kind => panic!("form data: time.tsv has no kind {kind:?}"),
    })
}

/// The words of time and scope in a text, in their order. Of words that begin at one place the longest counts; blanks inside
/// of a word do not.
pub(crate) fn words_of_time(text: &str) -> impl Iterator<Item = TimeWord> {
    all(text).filter_map(|(kind, span)| kind.map(|kind| TimeWord { kind, span }))
}

/// Whether characters, in whatever order, make up a word of another year or of a part of one, or of several years together.
pub(crate) fn is_made_of_other_time(characters: &[char]) -> bool {
    let is_other = |kind: Option<TimeKind>| {
        matches!(kind, Some(TimeKind::AnotherYear | TimeKind::PartOfYear | TimeKind::Cumulated))
    };
    let is_whole = |wording: &str| wording.chars().all(|c| characters.contains(&c));
    characters.len() > 1
        && characters.iter().any(|first| {
            ALL.of_first(*first).any(|(wording, (_, kind))| is_other(*kind) && is_whole(wording))
        })
}

/// Whether a word of time or scope is all that a text says.
pub(crate) fn is_word_of_time(text: &str) -> bool {
    let text = text.trim();
    words_of_time(text).next().is_some_and(|word| word.span == Span::new(0, text.len()))
}

/// Whether a text speaks of any time or scope, be it in words of the form.
pub(super) fn speaks_of_time(text: &str) -> bool {
    all(text).next().is_some()
}

/// All words of the data in a text; those of the form itself say nothing.
fn all(text: &str) -> impl Iterator<Item = (Option<TimeKind>, Span)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some((start, first)) = next_beginning(text, at) {
            let found = match year(text, start) {
                Some((length, value)) => Some((length, Some(TimeKind::Year(value)))),
                None => wording(&text[start..], first),
            };
            let Some((length, kind)) = found else {
                at = start + first.len_utf8();
                continue;
            };
            at = start + length;
            return Some((kind, Span::new(start, at)));
        }
        None
    })
}

/// The next character from byte `at` on with which a wording or a year may begin, and where it stands: nearly all characters are
/// passed over.
fn next_beginning(text: &str, at: usize) -> Option<(usize, char)> {
    static BEGINNINGS: LazyLock<Characters> =
        LazyLock::new(|| Characters::new(ALL.firsts().chain(FIGURES.chars())));
    let beginnings: &Characters = &BEGINNINGS;
    let mut rest = text.get(at..)?.char_indices();
    rest.find(|(_, c)| beginnings.has(*c)).map(|(passed, c)| (at + passed, c))
}

/// The length of the year that a text begins with, if it does. It may be broken over the lines of a cell: 20 18年.
pub(crate) fn leading_year(text: &str) -> usize {
    year(text, 0).map(|(length, _)| length).or_else(|| broken_year(text)).unwrap_or(0)
}

/// The length of four figures with blanks among them and 年 behind.
fn broken_year(text: &str) -> Option<usize> {
    const FIGURES: usize = 4;
    let mut characters = text.char_indices().filter(|(_, c)| !is_blank(*c));
    let is_year = characters.by_ref().take(FIGURES).all(|(_, c)| figure(c).is_some());
    characters.next().filter(|(_, c)| is_year && *c == '年').map(|(at, c)| at + c.len_utf8())
}

/// Of what time a text says that its numbers are, in a report on a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Time {
    /// It says nothing, or no more than the form itself.
    Unsaid,
    /// Of the year of the report.
    This,
    /// Of another year, of a part of the year, of several years together, or of none.
    Another,
    /// Of a year, where that of the report is not known.
    Unknown,
}

/// Of what time a text says that its numbers are, in a report on `year`. Another time outranks this one.
pub(crate) fn time_of(text: &str, report: Option<u16>) -> Time {
    match time_of_words(words_of_time(text), report) {
        Time::Another if names_whole_year(text, report) => Time::This,
        time => time,
    }
}

/// Whether a text names the first and the last day of the report's year, or its last day, and no other time:
/// 统计期限：2023年1月1日至2023年12月31日, 截至2023年12月31日.
pub(crate) fn names_whole_year(text: &str, report: Option<u16>) -> bool {
    /// Nearly no text has it.
    const LAST_DAY: &str = "31";
    let Some(at) = text.find(is_figure).filter(|_| text.contains(LAST_DAY)) else { return false };
    let (before, dates) = text.split_at(at);
    let is = |day: Date, month: u8, of_month: u8| {
        Some(day.year()) == report && (day.month(), day.day()) == (month, of_month)
    };
    let rest = match period(dates) {
        Ok((rest, (first, last))) if is(first, 1, 1) && is(last, 12, 31) => rest,
        Ok(_) => return false,
        Err(_) => match closing_day(dates) {
            Ok((rest, last)) if before.trim_end().ends_with("截至") && is(last, 12, 31) => rest,
            _ => return false,
        },
    };
    let says_nothing = |text: &str| time_of_words(words_of_time(text), report) == Time::Unsaid;
    says_nothing(before) && says_nothing(rest)
}

/// The same of the words of time of a text.
pub(crate) fn time_of_words(words: impl IntoIterator<Item = TimeWord>, report: Option<u16>) -> Time {
    words.into_iter().fold(Time::Unsaid, |time, word| match (time, word.kind) {
        (Time::Another, _)
        | (_, TimeKind::AnotherYear | TimeKind::PartOfYear | TimeKind::Cumulated | TimeKind::Invented) => {
            Time::Another
        }
        (_, TimeKind::Year(year)) => match report {
            Some(report) if report == year => Time::This,
            Some(_) => Time::Another,
            None => Time::Unknown,
        },
        (Time::Unsaid, TimeKind::ThisYear) => Time::This,
        (time, TimeKind::ThisYear | TimeKind::Scope) => time,
    })
}

/// Whether a text names a year by its number.
pub(crate) fn names_year(text: &str) -> bool {
    words_of_time(text).any(|word| matches!(word.kind, TimeKind::Year(_)))
}

/// A label in the words of the form: 本年 for the year of the report, 上年 for the one before. `None` where it names neither.
pub(crate) fn in_words_of_the_form(text: &str, report: u16) -> Option<String> {
    let mut words = String::new();
    let mut at = 0;
    for word in words_of_time(text) {
        let TimeKind::Year(year) = word.kind else { continue };
        let name = match report.checked_sub(year)? {
            0 => THIS_YEAR,
            1 => LAST_YEAR,
            _ => return None,
        };
        words.push_str(&text[at..word.span.start]);
        words.push_str(name);
        at = word.span.end;
    }
    (at > 0).then(|| words + &text[at..])
}

/// What stands behind the year of the report where a label begins with it: 2023年2.重复申请.
pub(crate) fn behind_own_year(text: &str, report: u16) -> Option<&str> {
    let word = words_of_time(text).next().filter(|word| word.span.start == 0)?;
    (word.kind == TimeKind::Year(report)).then(|| text[word.span.end..].trim_start_matches('度'))
}

/// How the form names the year of the report, and the one before.
const THIS_YEAR: &str = "本年";
const LAST_YEAR: &str = "上年";

/// The words of time in a text, those of the form too.
pub(crate) fn phrases_of_time(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some((start, first)) = next_beginning(text, at) {
            match wording(&text[start..], first) {
                Some((length, _)) => {
                    at = start + length;
                    return text.get(start..at);
                }
                None => at = start + first.len_utf8(),
            }
        }
        None
    })
}

/// The length of the longest wording at the start of a text, and what it says.
fn wording(text: &str, first: char) -> Option<(usize, Option<TimeKind>)> {
    // Of the many words that begin alike nearly all differ in their second character.
    let next = behind_insertions(&text[first.len_utf8()..]).chars().next();
    let mut here = ALL.of_first(first).filter(|(_, (second, _))| match (second, next) {
        (None, _) => true,
        (Some(second), next) => next.is_some_and(|next| is_same(next, *second)),
    });
    here.find_map(|(wording, (_, kind))| Some((stands(text, wording)?, *kind)))
}

/// The length of a wording at the start of a text, blanks inside of it included.
fn stands(text: &str, wording: &str) -> Option<usize> {
    let mut rest = text;
    for c in wording.chars() {
        let near = if rest.len() == text.len() { rest } else { behind_insertions(rest) };
        rest = near.strip_prefix(|printed| is_same(printed, c))?;
    }
    Some(text.len() - rest.len())
}

/// Whether two characters are the same in a word, be one of them traditional.
fn is_same(printed: char, own: char) -> bool {
    printed == own || fold(printed) != Folded::FOREIGN && fold(printed) == fold(own)
}

/// What stands behind blanks inside of a word, and behind the readings of characters: 上年结(jié)转.
fn behind_insertions(text: &str) -> &str {
    // Nearly always the next ideograph follows: its first byte begins no blank and no bracket.
    if matches!(text.as_bytes().first(), Some(0xE4..=0xE9)) {
        return text;
    }
    behind_readings(text.trim_start_matches(is_blank)).trim_start_matches(is_blank)
}

/// A year at a place: four figures that stand alone, in figures of either width or in Chinese, with 年 or 年度 or without. Not in
/// the number of a document (〔2023〕5号). Gives its length.
fn year(text: &str, start: usize) -> Option<(usize, u16)> {
    const FIGURES: usize = 4;
    const YEARS: std::ops::RangeInclusive<u16> = 1949..=2099;
    let rest = text.get(start..)?;
    figure(rest.chars().next()?)?;
    let before = text.get(..start)?.chars().next_back();
    if before.is_some_and(|c| figure(c).is_some() || matches!(c, '.' | '．' | ',' | '，' | '-')) {
        return None;
    }
    let mut value = 0;
    let mut behind = rest;
    for _ in 0..FIGURES {
        let mut chars = behind.chars();
        value = value * 10 + figure(chars.next()?)?;
        behind = chars.as_str();
    }
    let near = behind.trim_start_matches(is_blank);
    let named = near.strip_prefix('年').map(|rest| rest.strip_prefix('度').unwrap_or(rest));
    let is_alone = !behind
        .starts_with(|c: char| figure(c).is_some() || c.is_alphanumeric() || matches!(c, '.' | '．' | ','));
    let may_be_of_number = before.is_some_and(|c| matches!(c, '〔' | '［' | '['));
    let is_bare = || is_alone && !may_be_of_number || begins_words(before, behind);
    (YEARS.contains(&value) && (named.is_some() || is_bare()))
        .then(|| (rest.len() - named.unwrap_or(behind).len(), value))
}

/// Whether figures of a year, its 年 left out, begin the words behind them: 三、2022办理结果. Behind words they may be the number of what
/// is said before, and before a measure word they are a number: 2022件.
fn begins_words(before: Option<char>, behind: &str) -> bool {
    let begins = before.is_none_or(|c| is_blank(c) || matches!(c, '、' | '（' | '(' | '）' | ')'));
    begins && behind.starts_with(is_ideograph) && measure(behind).is_none()
}

/// All characters that are figures of a year.
const FIGURES: &str = "0123456789０１２３４５６７８９〇○零一二三四五六七八九⼀⼆⼋";

/// Whether a character is a figure that a year may be printed with.
pub(crate) fn is_figure_of_year(c: char) -> bool {
    figure(c).is_some()
}

fn figure(c: char) -> Option<u16> {
    match c {
        '0'..='9' => u16::try_from(u32::from(c) - u32::from('0')).ok(),
        '０'..='９' => u16::try_from(u32::from(c) - u32::from('０')).ok(),
        '〇' | '○' | '零' => Some(0),
        c => han_figure(c).map(u16::from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::form;

    fn kinds(text: &str) -> Vec<TimeKind> {
        let words: Vec<TimeWord> = words_of_time(text).collect();
        assert!(words.iter().all(|word| !word.span.of(text).is_empty()), "{text}");
        words.into_iter().map(|word| word.kind).collect()
    }

    #[test]
    fn the_figures_of_a_year_are_known() {
        for c in '\0'..=char::MAX {
            assert_eq!(FIGURES.contains(c), figure(c).is_some(), "{c}");
        }
    }

    #[test]
    fn words_of_time_and_scope() {
        use TimeKind::{AnotherYear, Cumulated, PartOfYear, Scope, ThisYear, Year};
        for (text, expected) in [
            ("上年处理决定数量", vec![AnotherYear]),
            ("上一年处理决定数量", vec![AnotherYear]),
            ("去年同期", vec![AnotherYear]),
            ("同比", vec![AnotherYear]),
            ("上 年", vec![AnotherYear]),
            ("规章（上年）", vec![AnotherYear]),
            ("规章（累计）", vec![Cumulated]),
            ("历年总数", vec![Cumulated]),
            ("本年累计", vec![ThisYear, Cumulated]),
            ("上半年", vec![PartOfYear]),
            ("第三季度", vec![PartOfYear]),
            ("1—6月", vec![PartOfYear]),
            ("2022年", vec![Year(2022)]),
            ("2022年度处理决定数量", vec![Year(2022)]),
            ("2022", vec![Year(2022)]),
            ("二〇二二年", vec![Year(2022)]),
            ("２０２２ 年", vec![Year(2022)]),
            ("2022年、2023年", vec![Year(2022), Year(2023)]),
            ("全市", vec![Scope]),
            ("规章（市本级）", vec![Scope]),
            ("本年制发件数", vec![ThisYear]),
            ("2023年上半年", vec![Year(2023), PartOfYear]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_word_of_time() {
        for text in [
            "",
            "上年结转",
            "二、上年结转政府信息公开申请数量",
            "上一年项目数量",
            "上一年度项目数量",
            "现行有效件数（历史累计）",
            "历史累计",
            "四、结转下年度继续办理",
            "1.本机关不掌握相关政府信息",
            "国办发〔2023〕5号",
            "12022",
            "2022.5",
            "20221",
            "3022",
            "1234",
            "市场",
            "\u{FFFD}",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }

    #[test]
    fn wordings_of_the_form_speak_of_this_year_only() {
        let form = form();
        let labels =
            form.labels.iter().map(|label| label.wording).chain(form.rows.iter().map(|row| row.label));
        for wording in labels.chain(form.columns.iter().map(|column| column.label)) {
            let others = words_of_time(wording).filter(|word| word.kind != TimeKind::ThisYear);
            assert_eq!(others.count(), 0, "{wording}");
        }
    }
}
