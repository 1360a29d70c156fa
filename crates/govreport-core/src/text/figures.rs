//! Figures (数字) as they are written in dates and enumerators: `7`, `７`, 七, 二十一, 二〇二三.

use nom::branch::alt;
use nom::bytes::complete::take_while;
use nom::character::complete::satisfy;
use nom::combinator::{map, map_opt, opt};
use nom::{IResult, Parser};

use super::fold::is_blank;

/// The value of an ASCII or full-width figure.
pub(crate) fn figure(c: char) -> Option<u8> {
    match c {
        '0'..='9' => u8::try_from(c as u32 - '0' as u32).ok(),
        '０'..='９' => u8::try_from(c as u32 - '０' as u32).ok(),
        _ => None,
    }
}

/// The value of a Chinese figure from 一 to 九.
pub(crate) fn han_figure(c: char) -> Option<u8> {
    Some(match c {
        '一' | '⼀' => 1,
        '二' | '⼆' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' | '⼋' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of a figure of a year: of any kind, and all the signs that stand for nought (〇, ○, 零, O).
#[inline]
pub(crate) fn year_figure(c: char) -> Option<u8> {
    match c {
        '0'..='9' | '０'..='９' => figure(c),
        '〇' | '○' | '零' | '◯' | 'Ｏ' | 'O' | 'o' => Some(0),
        _ => han_figure(c),
    }
}

/// White space of any kind, none included.
pub(crate) fn blanks(input: &str) -> IResult<&str, &str> {
    take_while(is_blank).parse(input)
}

/// A number of one or two figures: 1 to 99.
pub(crate) fn short_number(input: &str) -> IResult<&str, u8> {
    let one = |input| map_opt(satisfy(|c| figure(c).is_some()), figure).parse(input);
    map((one, opt(one)), |(first, second)| second.map_or(first, |second| first * 10 + second)).parse(input)
}

/// A Chinese number: 一 to 九十九.
pub(crate) fn han_number(input: &str) -> IResult<&str, u8> {
    let one = |input| map_opt(satisfy(|c| han_figure(c).is_some()), han_figure).parse(input);
    let ten = |input| satisfy(|c| matches!(c, '十' | '⼗')).parse(input);
    alt((map((opt(one), ten, opt(one)), |(tens, _, ones)| tens.unwrap_or(1) * 10 + ones.unwrap_or(0)), one))
        .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numbers() {
        for (printed, value) in
            [("一", 1), ("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("⼀", 1)]
        {
            assert_eq!(han_number(printed), Ok(("", value)), "{printed}");
        }
        assert!(han_number("百").is_err());
    }

    #[test]
    fn short_numbers() {
        assert_eq!(short_number("7月"), Ok(("月", 7)));
        assert_eq!(short_number("１２月"), Ok(("月", 12)));
        assert_eq!(short_number("123"), Ok(("3", 12)));
        assert!(short_number("月").is_err());
    }
}
