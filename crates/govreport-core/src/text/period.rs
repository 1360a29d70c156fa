//! The reporting period (统计期限): two days, as whole or as broken as extraction leaves them.
//!
//! `2023年1月1日起至12月31日止` is the common form. Where 年 and 月 were lost, their figures stand together
//! (`自202311日起至20231231日止`): these are read only where the form's own days come out, 1 January and 30 or 31 December.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{map, map_opt, opt, recognize};
use nom::multi::many1_count;
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::date::{date, year_value};
use super::figures::{blanks, figure};
use super::fold::is_blank;
use crate::model::Date;

/// The first and the last day at the start of `input`.
pub(crate) fn period(input: &str) -> IResult<&str, (Date, Date)> {
    let (rest, start) = first_day(input)?;
    let (rest, _) = connector(rest)?;
    let (rest, end) = last_day(rest, start.year())?;
    Ok((rest, (start, end)))
}

/// 起至, 到, —: from the first day to the last.
fn connector(input: &str) -> IResult<&str, &str> {
    let sign = recognize(many1_count(preceded(blanks, one_of("至到-－–—―─~～一"))));
    recognize((
        blanks,
        opt(alt((tag("起始"), tag("开始"), tag("起"), tag("始")))),
        opt(one_of("，,")),
        sign,
        blanks,
    ))
    .parse(input)
}

fn first_day(input: &str) -> IResult<&str, Date> {
    alt((date, map_opt(worn_day, |worn| worn.day(None)))).parse(input)
}

/// The last day of a period, or a day that stands alone as its end (截止日期); `year` is that of the first day, where there is
/// one.
fn last_day(input: &str, year: u16) -> IResult<&str, Date> {
    preceded(
        opt(alt((tag("同年"), tag("当年"), tag("本年")))),
        alt((date, map_opt(worn_day, move |worn| worn.day(Some(year))))),
    )
    .parse(input)
}

/// A last day that stands without a first one: `截止日期为20231231日`.
pub(crate) fn closing_day(input: &str) -> IResult<&str, Date> {
    alt((date, map_opt(worn_day, |worn| worn.day(None)))).parse(input)
}

/// The figures of a day and the marks that are left between them.
struct Worn {
    year: Option<u16>,
    rest: [Option<u8>; 4],
    /// How many of the figures stand before 月, where it is printed.
    month: Option<usize>,
}

impl Worn {
    fn day(&self, default_year: Option<u16>) -> Option<Date> {
        let count = self.rest.iter().flatten().count();
        let number = |range: std::ops::Range<usize>| {
            self.rest[range].iter().flatten().fold(0_u8, |sum, figure| sum * 10 + figure)
        };
        let (month, day) = match (self.month, count) {
            (Some(split @ 1..=2), 2..=4) if (1..=2).contains(&(count - split)) => {
                (number(0..split), number(split..count))
            }
            (None, 2) => (number(0..1), number(1..2)),
            (None, 4) => (number(0..2), number(2..4)),
            _ => return None,
        };
        if self.month.is_none() && !matches!((month, day), (1, 1) | (12, 30 | 31)) {
            return None;
        }
        Date::new(self.year.or(default_year)?, month, day)
    }
}

/// Figures with 年, 月 and white space between them, as far as they were kept, and 日.
fn worn_day(input: &str) -> IResult<&str, Worn> {
    let body = take_while_m_n(2, 24, |c| figure(c).is_some() || matches!(c, '年' | '月') || is_blank(c));
    map(map_opt((body, opt(satisfy(|c| matches!(c, '日' | '号')))), |(body, _)| worn(body)), |worn| worn)
        .parse(input)
}

fn worn(body: &str) -> Option<Worn> {
    let mut figures = [None; 12];
    let mut count = 0;
    let mut year_mark = None;
    let mut month_mark = None;
    for c in body.chars() {
        match c {
            '年' if year_mark.is_none() && month_mark.is_none() => year_mark = Some(count),
            '月' if month_mark.is_none() => month_mark = Some(count),
            _ if is_blank(c) => {}
            _ => {
                *figures.get_mut(count)? = Some(figure(c)?);
                count += 1;
            }
        }
    }
    let leading = &body[..body
        .char_indices()
        .filter(|(_, c)| figure(*c).is_some())
        .nth(3)
        .map_or(0, |(at, c)| at + c.len_utf8())];
    let year = (figures[..4].iter().all(Option::is_some)).then(|| year_value(leading)).flatten();
    // 202020年: the last two figures of the year typed twice.
    let twice = year_mark == Some(6) && figures[2..4] == figures[4..6];
    let taken = match year_mark {
        Some(4) => 4,
        Some(6) if twice => 6,
        Some(_) => return None,
        None if year.is_some() && count > 4 => 4,
        None => 0,
    };
    if count < taken || count - taken > 4 {
        return None;
    }
    let mut rest = [None; 4];
    rest[..count - taken].copy_from_slice(&figures[taken..count]);
    let year = if taken == 0 { None } else { Some(year?) };
    Some(Worn { year, rest, month: month_mark.map(|mark| mark.saturating_sub(taken)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        period(text).ok().map(|(_, (start, end))| format!("{start} {end}"))
    }

    #[test]
    fn whole_forms() {
        for printed in [
            "2023年1月1日起至2023年12月31日止",
            "2023年1月1日至12月31日",
            "2023年1月1日—2023年12月31日",
            "2023年1月1日——2023年12月31日",
            "2023年1月1日-2023年12月31日",
            "2023 年 1 月 1 日 至 2023 年 12 月 31 日",
            "2023年1月1日起，至2023年12月31日止",
            "2023年1月1日起到同年12月31日止",
            "2023年01月01日到2023年12月31日",
            "2023.1.1-2023.12.31",
            "2023-01-01至2023-12-31",
            "二〇二三年一月一日至二〇二三年十二月三十一日",
            "２０２３年１月１日至１２月３１日",
        ] {
            assert_eq!(read(printed).as_deref(), Some("2023-01-01 2023-12-31"), "{printed}");
        }
    }

    #[test]
    fn broken_forms() {
        for (printed, days) in [
            ("202111日起至20211231日止", "2021-01-01 2021-12-31"),
            ("201711日起至20171231日止", "2017-01-01 2017-12-31"),
            ("202311日到1231日", "2023-01-01 2023-12-31"),
            ("20211月1日起至202112月31日止", "2021-01-01 2021-12-31"),
            ("20231月1日至202312月31日", "2023-01-01 2023-12-31"),
            ("20241月1日至12月31日", "2024-01-01 2024-12-31"),
            ("20201月1日起至12月31日止", "2020-01-01 2020-12-31"),
            ("202111日起至20211230日止", "2021-01-01 2021-12-30"),
            ("2020年1月1日至202020年12月31日", "2020-01-01 2020-12-31"),
            ("2023年1月1日至2023年12月31止", "2023-01-01 2023-12-31"),
        ] {
            assert_eq!(read(printed).as_deref(), Some(days), "{printed}");
        }
        assert_eq!(closing_day("20251231日").map(|(_, day)| day.to_string()), Ok("2025-12-31".to_owned()));
    }

    #[test]
    fn other_times_are_read_as_printed() {
        assert_eq!(read("2022年12月1日至2023年11月30日").as_deref(), Some("2022-12-01 2023-11-30"));
        for printed in ["202345日至20231231日", "2023年", "12月31日至1月1日", "2023年1月1日", "20231至2"]
        {
            assert_eq!(read(printed), None, "{printed}");
        }
    }
}
