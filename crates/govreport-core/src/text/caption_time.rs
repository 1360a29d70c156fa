//! Of what time a caption or a note says that the numbers of its table are (表题、附注所称时间): 2022年度，单位：件, 统计时间：2022.01-2022.12.
//!
//! A day of making (填报日期：2024年1月10日), the year of a law and a comparison (较上年) say nothing of the numbers.

use super::figures::is_figure;
use super::fold::is_blank;
use super::scope::{Time, names_whole_year, time_of, time_of_words, words_of_time};
use crate::form::lines;
use crate::span::Span;

const NOTES: &str = include_str!("../../form/notes.tsv");

/// What is said of a day on which something was made, and not of the numbers.
fn made() -> impl Iterator<Item = &'static str> {
    lines(NOTES).filter(|[kind, _]| *kind == "made").map(|[_, wording]| wording)
}

/// Of what time the numbers are, in a report on `report`. Another time outranks this one.
pub(crate) fn time_of_caption(caption: &str, report: Option<u16>) -> Time {
    // Most captions hold no figure, and compare nothing.
    if !caption.contains(|c| is_figure(c) || COMPARE.contains(&c)) {
        return time_of(caption, report);
    }
    if names_whole_year(caption, report) {
        return Time::This;
    }
    caption.split(CLAUSES).fold(Time::Unsaid, |time, part| match (time, time_of_part(part, report)) {
        (Time::Another, _) | (_, Time::Another) => Time::Another,
        (Time::Unsaid, own) => own,
        (time, _) => time,
    })
}

/// Of what time a note first says that the numbers are: 本表为2023年数据，2022年数据见附件.
pub(crate) fn first_time_of(note: &str, report: Option<u16>) -> Time {
    if names_whole_year(note, report) {
        return Time::This;
    }
    let mut times = note.split(CLAUSES).map(|part| time_of_part(part, report));
    times.find(|time| *time != Time::Unsaid).unwrap_or(Time::Unsaid)
}

/// What a comparison begins with.
const COMPARE: [char; 3] = ['较', '比', '与'];

/// What parts clauses.
const CLAUSES: [char; 5] = ['，', ',', '；', ';', '。'];

/// Whether words are short enough for a caption and hold no figures but those of a time: of 2022年度，单位：件, which has clauses, each may
/// say of what time the numbers are. 2022年，我局收到申请12件 is prose.
pub(crate) fn is_short_caption(words: &str) -> bool {
    /// Measured: with 12, no cell changes.
    const LONGEST: usize = 24;
    if words.chars().nth(LONGEST).is_some() {
        return false;
    }
    !words.contains(is_figure) || {
        let dated: Vec<Day> = days(words);
        let figures = |text: &str| text.chars().filter(|c| is_figure(*c)).count();
        let of_dates: usize = dated.iter().map(|day| day.figures).sum();
        let of_years = words.match_indices('年').map(|(at, _)| {
            let before = words[..at].chars().rev().skip_while(|c| is_blank(*c));
            before.take_while(|c| is_figure(*c)).count()
        });
        figures(words) <= of_dates.max(of_years.sum())
    }
}

fn time_of_part(part: &str, report: Option<u16>) -> Time {
    let part = part.trim_matches(|c: char| {
        is_blank(c) || matches!(c, '（' | '(' | '）' | ')' | '：' | ':' | '【' | '】')
    });
    let dated = days(part);
    if is_made(part) || is_day_after(part, &dated, report) {
        return Time::Unsaid;
    }
    if let Some(year) = year_of_two_figures(part) {
        return of_year(year, report);
    }
    // 2023年1-12月: 1-12月 alone would be a part of a year.
    let beside = || part.chars().filter(|c| !is_of_date(*c)).collect::<String>();
    let words = words_of_time(part).filter(|word| !is_of_something_else(part, word.span));
    match (time_of_words(words, report), of_days(&dated, report)) {
        (Time::Another, Some(Time::This)) if time_of(&beside(), report) == Time::Unsaid => Time::This,
        (Time::Unsaid | Time::This, Some(of_days)) => of_days,
        (own, _) => own,
    }
}

fn of_year(year: u16, report: Option<u16>) -> Time {
    match report {
        Some(report) if report == year => Time::This,
        Some(_) => Time::Another,
        None => Time::Unknown,
    }
}

/// 22年, 22年度: all that is said.
fn year_of_two_figures(part: &str) -> Option<u16> {
    const CENTURY: u16 = 2000;
    let figures = part.trim_end_matches("份").trim_end_matches("度").strip_suffix('年')?;
    let is_short = figures.len() == 2 && figures.bytes().all(|byte| byte.is_ascii_digit());
    figures.parse::<u16>().ok().filter(|_| is_short).map(|year| CENTURY + year)
}

/// Of what time days are: the year of the report from its first month to its last, its last day, or another time.
fn of_days(days: &[Day], report: Option<u16>) -> Option<Time> {
    const LAST: u8 = 12;
    let (first, last) = (days.first()?, days.last()?);
    let Some(report) = report else { return Some(Time::Unknown) };
    let is_whole = days.iter().all(|day| day.year == report)
        && last.month == LAST
        && last.of_month.is_none_or(|day| day == 31)
        && (days.len() == 1 || first.month == 1 && first.of_month.is_none_or(|day| day == 1));
    Some(if is_whole { Time::This } else { Time::Another })
}

/// Whether all that is said is when something was made: 填报日期：2024年1月10日, 2023年发布.
fn is_made(part: &str) -> bool {
    const NAMES: [&str; 3] = ["日期", "时间", "于"];
    let is_nothing_else = |rest: &str| {
        let rest = NAMES.iter().fold(rest, |rest, name| rest.strip_prefix(name).unwrap_or(rest));
        rest.contains(is_figure) && rest.chars().all(|c| is_of_date(c) || matches!(c, '：' | ':'))
    };
    made().any(|word| {
        part.strip_prefix(word).is_some_and(is_nothing_else)
            || part.strip_suffix(word).is_some_and(is_nothing_else)
    })
}

/// Whether all that is said is a day after the year of the report: the report was made on it.
fn is_day_after(part: &str, days: &[Day], report: Option<u16>) -> bool {
    let [day] = days else { return false };
    day.of_month.is_some() && report.is_some_and(|report| day.year > report) && part.chars().all(is_of_date)
}

/// Whether a word of time is that of a law, 《政府信息公开条例》（2019年修订）, or one that is compared with: 较上年, 比2022年, 与上年.
fn is_of_something_else(part: &str, word: Span) -> bool {
    let (before, behind) = (part[..word.start].trim_end(), &part[word.end..]);
    let in_brackets = before.strip_suffix(['（', '(']).is_some_and(|title| title.ends_with('》'));
    let is_of_law = || ["修订", "修正", "施行"].iter().any(|word| behind.starts_with(word));
    // 较上年 alone heads what was compared.
    let is_compared = || word.of(part).starts_with(COMPARE) && !behind.is_empty();
    before.ends_with(COMPARE) || is_compared() || in_brackets && is_of_law()
}

/// A month, or a day of it, that is printed with its year, or behind one that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Day {
    year: u16,
    month: u8,
    of_month: Option<u8>,
    /// How many figures it is printed with.
    figures: usize,
}

fn is_of_date(c: char) -> bool {
    is_figure(c) || is_blank(c) || matches!(c, '年' | '月' | '日' | '号' | '.' | '．' | '-' | '/' | '－')
}

/// The months and days in a text, with figures of either width: 2022.01.01, 2022-1, 202212, 2023年1—9月, 9月30日.
fn days(text: &str) -> Vec<Day> {
    let characters: Vec<char> = text.chars().filter(|c| !is_blank(*c)).map(half_width).collect();
    let mut found: Vec<Day> = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let run = figures_at(&characters, at);
        if run == 0 {
            at += 1;
            continue;
        }
        let known = found.last().map(|day| day.year);
        match day_at(&characters, at, run, known) {
            Some((day, end)) => {
                found.push(day);
                at = end;
            }
            None => at += run,
        }
    }
    found
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '．' => '.',
        '－' | '—' | '–' | '―' | '~' | '～' | '至' => '-',
        c => c,
    }
}

/// How many figures follow each other.
fn figures_at(characters: &[char], at: usize) -> usize {
    characters.iter().skip(at).take_while(|c| c.is_ascii_digit()).count()
}

fn number(characters: &[char]) -> u16 {
    characters.iter().filter_map(|c| c.to_digit(10)).fold(0_u16, |sum, digit| {
        sum.saturating_mul(10).saturating_add(u16::try_from(digit).unwrap_or_default())
    })
}

/// A day at a run of figures, and where it ends.
fn day_at(characters: &[char], at: usize, run: usize, known: Option<u16>) -> Option<(Day, usize)> {
    const YEARS: std::ops::Range<u16> = 1980..2100;
    let part = |from: usize, figures: usize| characters.get(from..from + figures).map(number);
    let month = |value: u16| u8::try_from(value).ok().filter(|month| (1..=12).contains(month));
    let day = |value: u16| u8::try_from(value).ok().filter(|day| (1..=31).contains(day));
    match run {
        // 202212, 20221231
        6 | 8 => {
            let year = part(at, 4).filter(|year| YEARS.contains(year))?;
            let of_month = if run == 8 { Some(day(part(at + 6, 2)?)?) } else { None };
            let day = Day { year, month: month(part(at + 4, 2)?)?, of_month, figures: run };
            Some((day, at + run))
        }
        4 => {
            let year = part(at, 4).filter(|year| YEARS.contains(year))?;
            let sign = characters.get(at + run).filter(|c| matches!(c, '.' | '-' | '/' | '年'))?;
            let start = at + run + 1;
            let figures = figures_at(characters, start);
            let month = part(start, figures).filter(|_| (1..=2).contains(&figures)).and_then(month)?;
            let end = start + figures;
            // 2022-2023: no month is so long. 2023年5件: nor is it counted.
            let next = characters.get(end);
            if *sign == '年' && !next.is_some_and(|c| matches!(c, '月' | '-')) {
                return None;
            }
            let (of_month, more, end) = day_behind(characters, end, *sign, day);
            Some((Day { year, month, of_month, figures: run + figures + more }, end))
        }
        // 9月30日, behind a year: 2023年1—9月
        1 | 2 if characters.get(at + run) == Some(&'月') => {
            let month = part(at, run).and_then(month)?;
            let (of_month, more, end) = day_behind(characters, at + run, '年', day);
            Some((Day { year: known?, month, of_month, figures: run + more }, end))
        }
        _ => None,
    }
}

/// The day of a month that ends at a place: with how many figures it is printed, and where it ends.
fn day_behind(
    characters: &[char],
    end: usize,
    sign: char,
    day: impl Fn(u16) -> Option<u8>,
) -> (Option<u8>, usize, usize) {
    let mark = if sign == '年' { '月' } else { sign };
    if characters.get(end) != Some(&mark) {
        return (None, 0, end);
    }
    let start = end + 1;
    let figures = figures_at(characters, start);
    let own = characters.get(start..start + figures).filter(|_| (1..=2).contains(&figures)).map(number);
    match own.and_then(day) {
        Some(own) => (Some(own), figures, start + figures),
        None => (None, 0, if mark == '月' { start } else { end }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_of_another_time() {
        for caption in [
            "此表为上年数据。",
            "本表为2022年数据。",
            "2022年度，单位：件",
            "2022年度，全县",
            "（上年数据，待更新）",
            "2023年发布，数据为2022年",
            "统计时间：2022.01.01-2022.12.31",
            "（2022.1-2022.12）",
            "202201-202212",
            "2023.01.01-2023.06.30",
            "截止2023.6.30",
            "（22年）",
            "22年度",
            "以上数据统计至2023年9月底。",
            "以上为2023年1-9月数据",
            "（2023年1—9月）",
            "（以上数据截至2023年9月30日）",
            "以上数据为2023年上半年",
            "2023年第3季度",
            "2022年数据（与上年对比）",
            "2022年数据公布",
            "发布2022年数据",
            "《政府信息公开情况表》（2022年）",
            "《条例》（2019年修订）施行后的2022年数据",
            "2022年12月31日",
            "2023年6月30日",
            "较上年",
        ] {
            assert_eq!(time_of_caption(caption, Some(2023)), Time::Another, "{caption}");
        }
    }

    #[test]
    fn captions_of_this_year_and_of_none() {
        for caption in [
            "2023年度，单位：件",
            "统计时间：2023.01.01-2023.12.31",
            "（2023.1-2023.12）",
            "202301-202312",
            "截止2023.12.31",
            "（23年）",
            "统计期限：2023年1月1日至2023年12月31日",
            "（截至2023年12月31日）",
            "2023年1-12月",
        ] {
            assert_eq!(time_of_caption(caption, Some(2023)), Time::This, "{caption}");
        }
        for caption in [
            "单位：件",
            "填报日期：2024年1月10日",
            "制表时间：2024年1月",
            "2024年1月15日",
            "2024-01-15",
            "按照《中华人民共和国政府信息公开条例》（2019年修订）",
            "较上年增加12件，具体情况见下表：",
            "较2022年增长12%，具体情况见下表：",
            "与2022年的51件相比，有所下降",
            "3.12",
            "12件",
        ] {
            assert_eq!(time_of_caption(caption, Some(2023)), Time::Unsaid, "{caption}");
        }
    }

    #[test]
    fn what_is_short_and_holds_no_counts_is_a_caption() {
        for caption in ["2022年度，单位：件", "（上年数据，待更新）", "2022.01.01-2022.12.31，全县"]
        {
            assert!(is_short_caption(caption), "{caption}");
        }
        for prose in [
            "2022年，我局收到申请12件",
            "2022年度我局按照上级关于政务公开的部署，结合自身职能推进各项公开工作",
        ] {
            assert!(!is_short_caption(prose), "{prose}");
        }
    }
}
