//! Years and days as they are printed: `2023年度`, 二○二三年, `2024-01-30`, `2024 年 1 月 30 日`, 二〇二四年一月三十日.

use std::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{map_opt, not, opt, value};
use nom::error::{Error, ErrorKind};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use super::figures::{blanks, figure, han_figure, han_number, short_number, year_figure};
use crate::model::Date;

/// A year of four figures: no figure follows.
fn year_figures(input: &str) -> IResult<&str, u16> {
    // Nearly every text fails at its first or second character.
    let mut rest = input.chars();
    let figures =
        (0..4).try_fold(0, |year, _| Some(year * 10 + u16::from(rest.next().and_then(year_figure)?)));
    let rest = rest.as_str();
    match figures.filter(|year| YEARS.contains(year)) {
        Some(year) if !rest.starts_with(|c| year_figure(c).is_some()) => Ok((rest, year)),
        _ => Err(nom::Err::Error(Error::new(input, ErrorKind::Digit))),
    }
}

/// These reports exist since 2008, and no text reaches far back.
const YEARS: Range<u16> = 1980..2100;

/// The year that four figures of any kind write.
pub(crate) fn year_value(figures: &str) -> Option<u16> {
    let value =
        figures.chars().filter_map(year_figure).fold(0_u16, |year, figure| year * 10 + u16::from(figure));
    YEARS.contains(&value).then_some(value)
}

/// A year with the words behind it: `2023`, `2023年`, `2023 年度`, 二〇二三年. Without 年 only ASCII or full-width figures count.
pub(crate) fn year(input: &str) -> IResult<&str, u16> {
    let (rest, year) = year_figures(input)?;
    let marked = (blanks, tag("年"), opt(preceded(blanks, tag("度"))), opt(preceded(blanks, tag("份"))));
    let (rest, ()) = match value((), marked).parse(rest) {
        Err(_) if input.chars().take(4).all(|c| figure(c).is_some()) => {
            value((), opt(preceded(blanks, tag("度")))).parse(rest)?
        }
        marked => marked?,
    };
    Ok((rest, year))
}

/// A day, in any of the ways to print one.
pub(crate) fn date(input: &str) -> IResult<&str, Date> {
    let (rest, year) = year_figures(input)?;
    alt((|rest| marked(year, rest), |rest| separated(year, rest))).parse(rest)
}

/// What stands behind the year in `2024年1月30日`, 二〇二四年一月三十日, with white space anywhere.
fn marked(year: u16, rest: &str) -> IResult<&str, Date> {
    let number = |input| alt((short_number, han_number)).parse(input);
    map_opt(
        (
            preceded(blanks, tag("年")),
            preceded(blanks, number),
            preceded(blanks, tag("月")),
            preceded(blanks, number),
            opt(preceded(blanks, one_of("日号號"))),
        ),
        |(_, month, _, day, _)| Date::new(year, month, day),
    )
    .parse(rest)
}

/// What stands behind the year in `2024-01-30`, `2024.1.30`, `2024/1/30`, `2023- 01- 13`: twice the same sign.
fn separated(year: u16, rest: &str) -> IResult<&str, Date> {
    let (rest, sign) = preceded(blanks, one_of("-－–—./．／")).parse(rest)?;
    map_opt(
        (
            preceded(blanks, short_number),
            preceded(blanks, satisfy(move |c| c == sign)),
            preceded(blanks, terminated(short_number, not(satisfy(|c| figure(c).is_some())))),
        ),
        move |(month, _, day)| Date::new(year, month, day),
    )
    .parse(rest)
}

/// Whether the last character of a day can be `c`.
pub(crate) fn ends_day(c: char) -> bool {
    matches!(c, '日' | '号' | '號' | '十' | '⼗') || figure(c).is_some() || han_figure(c).is_some()
}

/// Where the first day stands in `text` from byte `from` on, at most `reach` characters away: its start, its end, and the day.
pub(crate) fn find_date(text: &str, from: usize, reach: usize) -> Option<(usize, usize, Date)> {
    let rest = text.get(from..)?;
    let mut before = ' ';
    for (at, c) in rest.char_indices().take(reach) {
        if year_figure(c).is_some()
            && figure(before).is_none()
            && let Ok((left, day)) = date(&rest[at..])
        {
            return Some((from + at, text.len() - left.len(), day));
        }
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years() {
        for (printed, left) in [
            ("2023年度政府", "政府"),
            ("2023年政府", "政府"),
            ("2023 年 度", ""),
            ("2023政府", "政府"),
            ("２０２３年", ""),
            ("二〇二三年", ""),
            ("二○二三年度", ""),
            ("二0二三年", ""),
            ("二零二三年", ""),
            ("2023年份", ""),
        ] {
            assert_eq!(year(printed), Ok((left, 2023)), "{printed}");
        }
        for printed in ["20231", "1066年", "二三年", "二〇二三", "202年", "年"] {
            assert!(year(printed).is_err(), "{printed}");
        }
    }

    #[test]
    fn days() {
        let day = Date::new(2024, 1, 30).expect("a day");
        for printed in [
            "2024-01-30",
            "2024- 01- 30 16 : 26",
            "2024.1.30",
            "2024/01/30",
            "2024年1月30日",
            "2024 年 1 月 30 日",
            "２０２４年１月３０日",
            "二〇二四年一月三十日",
            "二○二四年一月三十日",
            "2024年1月30",
        ] {
            assert_eq!(date(printed).map(|(_, day)| day), Ok(day), "{printed}");
        }
        assert_eq!(
            date("二0一七年十二月三十一日").map(|(_, day)| day.to_string()),
            Ok("2017-12-31".to_owned())
        );
    }

    #[test]
    fn what_is_no_day() {
        for printed in
            ["2024-13-01", "2024-02-30", "2024-01.30", "2024-01-300", "12024-01-30", "2024年1月", "5.15"]
        {
            assert!(date(printed).is_err(), "{printed}");
        }
    }

    #[test]
    fn a_day_is_found_within_reach() {
        let text = "发布时间： 2024-01-30 22:06";
        let (start, end, day) = find_date(text, "发布时间".len(), 8).expect("within reach");
        assert_eq!((&text[start..end], day.to_string()), ("2024-01-30", "2024-01-30".to_owned()));
        assert!(find_date(text, 0, 3).is_none());
    }
}
