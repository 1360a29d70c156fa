//! Figures (数字) as they are written in dates and enumerators: `7`, `７`, 七, 二十一, 二〇二三.

use nom::bytes::complete::take_while;
use nom::error::{Error, ErrorKind};
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

/// Whether a character is an ASCII or full-width figure.
#[inline]
pub(crate) fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
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
    let Some((first, rest)) = value_of_first(input, figure) else { return Err(no_number(input)) };
    Ok(match value_of_first(rest, figure) {
        Some((second, rest)) => (rest, first * 10 + second),
        None => (rest, first),
    })
}

/// A Chinese number: 一 to 九十九.
pub(crate) fn han_number(input: &str) -> IResult<&str, u8> {
    let ten = |c| matches!(c, '十' | '⼗').then_some(10);
    let (tens, rest) = match value_of_first(input, han_figure) {
        Some((first, rest)) => match value_of_first(rest, ten) {
            Some((ten, rest)) => (first * ten, rest),
            None => return Ok((rest, first)),
        },
        None => value_of_first(input, ten).ok_or_else(|| no_number(input))?,
    };
    Ok(match value_of_first(rest, han_figure) {
        Some((ones, rest)) => (rest, tens + ones),
        None => (rest, tens),
    })
}

/// The value of the first character of a text, if it has one, and what is left.
#[inline]
fn value_of_first(input: &str, value: impl Fn(char) -> Option<u8>) -> Option<(u8, &str)> {
    let mut characters = input.chars();
    let value = value(characters.next()?)?;
    Some((value, characters.as_str()))
}

fn no_number(input: &str) -> nom::Err<Error<&str>> {
    nom::Err::Error(Error::new(input, ErrorKind::Digit))
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
