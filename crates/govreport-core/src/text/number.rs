//! Numbers as they are printed in cells.
//!
//! Thousands separators, full-width digits, signs in front (`+7`, `－3`, `减3`), a unit behind (`251000元`, `3次`), a remark in
//! brackets (`22（其中修订16件）`). The value is exact; what was printed stays in `raw`.

use std::sync::LazyLock;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{map, not, opt, recognize, value};
use nom::multi::many0_count;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};
use rust_decimal::Decimal;

use super::fold::is_blank;
use super::words::Words;
use crate::form::form;

/// A unit printed behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// 元
    Yuan,
    /// 万元
    TenThousandYuan,
    /// 亿元
    HundredMillionYuan,
    /// 件、条、次 …: a measure word, which changes nothing.
    Word,
}

/// A number as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Printed {
    /// The number before any unit is applied.
    pub(crate) value: Decimal,
    /// The unit printed behind it.
    pub(crate) measure: Option<Measure>,
    /// How many figures are printed, where nothing else is; 0 where a sign, a unit or a remark is printed as well.
    pub(crate) figures: u8,
    /// Whether more than one way of writing digits is possible: it begins with 0 and goes on with digits, as cells run
    /// together do.
    pub(crate) run_together: bool,
}

/// Reads a number at the start of `text` with the unit and the remark behind it; gives what is left.
pub(crate) fn number(text: &str) -> Option<(&str, Printed)> {
    if let Some(found) = plain(text) {
        return Some(found);
    }
    let (rest, sign) = opt(sign).parse(text).ok()?;
    let (rest, _) = blanks(rest).ok()?;
    let (behind_digits, digits) = digits(rest).ok()?;
    // Separators take a character each.
    let separated = digits.len() != rest[..rest.len() - behind_digits.len()].chars().count();
    let (rest, fraction) =
        opt(preceded(alt((tag("."), tag("．"))), wide_figures)).parse(behind_digits).ok()?;
    let magnitude = decimal(&digits, fraction.as_deref().unwrap_or_default())?;
    let (rest, measure) = opt(preceded(blanks, measure)).parse(rest).ok()?;
    let (rest, remark) = opt(preceded(blanks, remark)).parse(rest).ok()?;
    // 70000（元）, 70000（单位：元）: a remark that is only a unit is the unit.
    let measure = measure.or_else(|| {
        let words = remark?.trim_matches(|c: char| is_blank(c) || matches!(c, '（' | '）' | '(' | ')'));
        let unit = words.strip_prefix("单位").unwrap_or(words).trim_start_matches(['：', ':']);
        self::measure(unit).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, measure)| measure)
    });
    // Less than nothing by nothing is nothing: a decimal has a negative zero, JSON has none.
    let value = if sign == Some(Sign::Minus) && !magnitude.is_zero() { -magnitude } else { magnitude };
    let run_together = digits.len() > 1 && digits.starts_with('0');
    let bare = sign.is_none() && !separated && rest.len() == behind_digits.len();
    let figures = if bare { u8::try_from(digits.len()).unwrap_or(0) } else { 0 };
    Some((rest, Printed { value, measure, figures, run_together }))
}

/// The common case, without any combinator: figures of one width, and then white space or the end.
fn plain(text: &str) -> Option<(&str, Printed)> {
    let length = match text.bytes().take_while(u8::is_ascii_digit).count() {
        0 => WIDE_FIGURE * text.as_bytes().chunks(WIDE_FIGURE).map_while(wide_figure).count(),
        length => length,
    };
    let rest = &text[length..];
    rest.chars().next().is_none_or(char::is_whitespace).then_some(())?;
    let run = &text[..length];
    Some((rest, figures(run).or_else(|| wide(run))?))
}

/// Most figures that are read without any combinator.
const MOST_FIGURES: usize = 18;

/// A text of nothing but ASCII digits, at most 18 of them.
pub(crate) fn figures(text: &str) -> Option<Printed> {
    if text.is_empty() || text.len() > MOST_FIGURES {
        return None;
    }
    let value = text
        .bytes()
        .try_fold(0_i64, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))?;
    let run_together = text.len() > 1 && text.starts_with('0');
    let figures = u8::try_from(text.len()).ok()?;
    Some(Printed { value: value.into(), measure: None, figures, run_together })
}

/// A text of nothing but figures of full width, at most 18 of them.
fn wide(text: &str) -> Option<Printed> {
    let count = text.len() / WIDE_FIGURE;
    let of_figures = text.len() == count * WIDE_FIGURE;
    if !of_figures || !(1..=MOST_FIGURES).contains(&count) {
        return None;
    }
    let value = text
        .as_bytes()
        .chunks(WIDE_FIGURE)
        .try_fold(0_i64, |sum, character| Some(sum * 10 + wide_figure(character)?))?;
    let run_together = count > 1 && text.starts_with('０');
    let figures = u8::try_from(count).ok()?;
    Some(Printed { value: value.into(), measure: None, figures, run_together })
}

/// How many bytes a figure of full width has.
const WIDE_FIGURE: usize = '０'.len_utf8();

/// The value of the bytes of ０ to ９.
fn wide_figure(character: &[u8]) -> Option<i64> {
    match character {
        [0xEF, 0xBC, last @ 0x90..=0x99] => Some(i64::from(last - 0x90)),
        _ => None,
    }
}

/// Whether a number can begin with `c`.
pub(crate) fn begins_number(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '０'..='９' | '+' | '-' | '＋' | '－' | '−' | '–' | '增' | '减' | '減' | '.' | '．')
}

/// Length of the mark of a footnote (脚注) at the start of `text`, directly behind a number: `①`, `¹`, `*`, `[1]`, `注1`; 0 where
/// there is none. Several asterisks hide figures and are no mark.
pub(crate) fn footnote_mark(text: &str) -> usize {
    fn mark(input: &str) -> IResult<&str, &str> {
        let short_number = || take_while_m_n(1, 2, is_figure);
        alt((
            recognize(satisfy(|c| matches!(c, '①'..='⑳'))),
            take_while_m_n(1, 3, |c| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')),
            terminated(recognize(one_of("*＊")), not(one_of("*＊"))),
            recognize(delimited(one_of("[［【"), (opt(tag("注")), short_number()), one_of("]］】"))),
            recognize((tag("注"), opt(short_number()))),
        ))
        .parse(input)
    }
    mark(text).map_or(0, |(rest, _)| text.len() - rest.len())
}

/// Whether the whole of `text` is a unit without a number: 件, 万元.
pub(crate) fn is_measure(text: &str) -> bool {
    measure(text).is_ok_and(|(rest, _)| rest.is_empty())
}

/// Whether the whole of `text` is one of the words and signs that mean that no number applies.
pub(crate) fn is_not_applicable(text: &str) -> bool {
    static WORDS: LazyLock<Words> =
        LazyLock::new(|| Words::new(form().not_applicable_words().iter().copied()));
    let is_padding = |c: char| is_blank(c) || matches!(c, '。' | '.');
    let text = if text.starts_with(is_padding) { text.trim_start_matches(is_padding) } else { text };
    WORDS.begin(text) && form().not_applicable_words().contains(&text.trim_end_matches(is_padding))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
}

fn sign(input: &str) -> IResult<&str, Sign> {
    alt((
        value(Sign::Plus, alt((tag("增加"), tag("增"), recognize(one_of("+＋"))))),
        value(Sign::Minus, alt((tag("减少"), tag("减"), tag("減少"), tag("減"), recognize(one_of("-－−–"))))),
    ))
    .parse(input)
}

fn blanks(input: &str) -> IResult<&str, &str> {
    nom::bytes::complete::take_while(is_blank).parse(input)
}

/// Figures of either width, as ASCII.
fn wide_figures(input: &str) -> IResult<&str, String> {
    map(take_while1(is_figure), |digits: &str| digits.chars().filter_map(narrow).collect()).parse(input)
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

fn narrow(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0),
        _ => None,
    }
}

/// `12077`, `12,077`, `12，077`: separators only where groups of three follow.
fn digits(input: &str) -> IResult<&str, String> {
    let (after_first, first) = wide_figures(input)?;
    if first.len() <= 3 {
        let group = |input| {
            let (rest, group) = preceded(one_of(",，"), wide_figures).parse(input)?;
            if group.len() == 3 { Ok((rest, group)) } else { Err(nom::Err::Error(nom_error(input))) }
        };
        let (rest, groups) = recognize(many0_count(group)).parse(after_first)?;
        if !groups.is_empty() {
            return Ok((rest, first + &groups.chars().filter_map(narrow).collect::<String>()));
        }
    }
    Ok((after_first, first))
}

fn nom_error(input: &str) -> nom::error::Error<&str> {
    nom::error::Error::new(input, nom::error::ErrorKind::Verify)
}

fn measure(input: &str) -> IResult<&str, Measure> {
    alt((
        value(Measure::HundredMillionYuan, tag("亿元")),
        value(Measure::TenThousandYuan, alt((tag("万元"), tag("萬元")))),
        value(Measure::Yuan, alt((tag("元整"), tag("元")))),
        value(
            Measure::Word,
            alt((tag("件次"), tag("人次"), recognize(one_of("件条項项次个宗起份例封人条期场篇")))),
        ),
    ))
    .parse(input)
}

/// （其中修订16件）
fn remark(input: &str) -> IResult<&str, &str> {
    // A remark is short; the bound keeps a hostile run of opening brackets from being searched again and again.
    let short = take_while_m_n(0, 100, |c| !matches!(c, '）' | ')'));
    recognize(delimited(one_of("（("), short, one_of("）)"))).parse(input)
}

fn decimal(whole: &str, fraction: &str) -> Option<Decimal> {
    let scale = u32::try_from(fraction.len()).ok()?;
    let mut mantissa: i128 = 0;
    for digit in whole.bytes().chain(fraction.bytes()) {
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        number(text).filter(|(rest, _)| rest.is_empty()).map(|(_, printed)| printed.value.to_string())
    }

    #[test]
    fn numbers_as_they_are_printed() {
        for (printed, value) in [
            ("0", "0"),
            ("34754", "34754"),
            ("12,077", "12077"),
            ("1，234，567", "1234567"),
            ("２３", "23"),
            ("１２３４５６７８９０１２３４５６７８９", "1234567890123456789"),
            ("1２3", "123"),
            ("477.35", "477.35"),
            ("96171.60", "96171.60"),
            ("+7", "7"),
            ("－3", "-3"),
            ("−12", "-12"),
            ("减3", "-3"),
            ("－0", "0"),
            ("- 0.00", "0.00"),
            ("增加 18", "18"),
            ("251000元", "251000"),
            ("25.1 万元", "25.1"),
            ("3次", "3"),
            ("22（其中修订16件）", "22"),
        ] {
            assert_eq!(read(printed).as_deref(), Some(value), "{printed}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for printed in [
            "",
            "-",
            "１２月",
            "1.",
            "12,07",
            "三",
            "100%",
            "1-2",
            "99999999999999999999999999999999999999999",
        ] {
            assert_eq!(read(printed), None, "{printed}");
        }
    }

    #[test]
    fn figures_run_together_are_marked() {
        assert!(number("000").is_some_and(|(_, printed)| printed.run_together));
        assert!(!number("100").is_some_and(|(_, printed)| printed.run_together));
        assert!(!number("0").is_some_and(|(_, printed)| printed.run_together));
        assert!(!number("0.5").is_some_and(|(_, printed)| printed.run_together));
    }

    #[test]
    fn figures_are_counted_where_nothing_else_is_printed() {
        for (text, figures) in [
            ("302", 3),
            ("３０２", 3),
            ("1２3", 3),
            ("+7", 0),
            ("1,302", 0),
            ("3次", 0),
            ("2.5", 0),
            ("22（其中）", 0),
        ] {
            assert_eq!(number(text).map(|(_, printed)| printed.figures), Some(figures), "{text}");
        }
    }

    #[test]
    fn marks_of_footnotes() {
        for mark in ["①", "*", "＊", "[1]", "［12］", "注1", "注", "²", "¹²"] {
            assert_eq!(footnote_mark(mark), mark.len(), "{mark}");
        }
        for text in ["", "**", "2", "余", "[2023]", "件"] {
            assert_eq!(footnote_mark(text), 0, "{text}");
        }
    }

    #[test]
    fn words_for_no_number() {
        for text in ["-", "——", "／", "无", "无。", " 不适用 "] {
            assert!(is_not_applicable(text), "{text}");
        }
        for text in ["", "0", "无申请", "本单位未制作规章"] {
            assert!(!is_not_applicable(text), "{text}");
        }
    }
}
