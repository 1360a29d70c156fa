//! Numbers as they are printed in cells.
//!
//! Thousands separators, full-width digits, signs (`+7`, `－3`, `减3`, `5（下降）`), a unit behind (`251000元`, `3次`), a remark in
//! brackets that is a unit, a sign, the mark of a footnote or tells a part (`22（其中修订16件）`). With any other remark it is no
//! number: `5（约）`. The value is exact; what was printed stays in `raw`.

use std::sync::LazyLock;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{not, opt, recognize};
use nom::multi::{many_m_n, many0_count};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};
use rust_decimal::Decimal;

use super::figures::is_figure;
use super::fold::{hidden_characters, is_blank, is_hidden, leading_blank};
use super::measure;
pub(crate) use super::measure::Measure;
pub(crate) use super::sign::Sign;
use super::words::{Characters, Words};
use super::{han, scope, sign};
use crate::form::form;

/// A number as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Printed {
    /// The number before any unit is applied.
    pub(crate) value: Decimal,
    /// The unit printed with it.
    pub(crate) measure: Option<Measure>,
    /// The sign printed with it. A count has none.
    pub(crate) sign: Option<Sign>,
    /// How many figures are printed, where nothing else is; 0 where a sign, a unit or a remark is printed as well.
    pub(crate) figures: u8,
    /// Whether more than one way of writing digits is possible: it begins with 0 and goes on with digits, as cells run
    /// together do.
    pub(crate) run_together: bool,
}

/// Reads a number at the start of `text` with the signs, the unit and the remark that stand with it; gives what is left.
pub(crate) fn number(text: &str) -> Option<(&str, Printed)> {
    if let Some(found) = plain(text) {
        return Some(found);
    }
    text.chars().next().filter(|first| may_begin(*first))?;
    let (rest, sign) = sign::in_front(text).map_or((text, None), |(rest, sign)| (rest, Some(sign)));
    let (rest, currency) = measure::currency(rest)
        .map_or((rest, None), |rest| (rest.trim_start_matches(is_blank), Some(Measure::Currency)));
    let (behind_digits, digits) = digits(rest).or_else(|_| no_digits(rest)).ok()?;
    // Separators take a character each.
    let separated = digits.len() != rest[..rest.len() - behind_digits.len()].chars().count();
    let (rest, fraction) = opt(preceded(point, wide_figures)).parse(behind_digits).ok()?;
    let magnitude = decimal(&digits, fraction.as_deref().unwrap_or_default())?;
    let (rest, sign) = match sign::behind(rest) {
        // A sign in front and one behind: two say more than one.
        Some(_) if sign.is_some() => return None,
        Some((rest, sign)) => (rest, Some(sign)),
        None => (rest, sign),
    };
    let (rest, unit) = unit(rest).map_or((rest, None), |(rest, unit)| (rest, Some(unit)));
    let (rest, said) = match remark(rest) {
        Some((rest, said)) => (rest, said?),
        None => (rest, Said::Nothing),
    };
    let (unit, sign) = match said {
        Said::Unit(said) if unit.is_some_and(|unit| unit != said) => return None,
        Said::Unit(said) => (Some(said), sign),
        Said::Sign(said) if sign.is_some_and(|sign| sign != said) => return None,
        Said::Sign(said) => (unit, Some(said)),
        Said::Nothing => (unit, sign),
    };
    // Less than nothing by nothing is nothing: a decimal has a negative zero, JSON has none.
    let value = if sign == Some(Sign::Minus) && !magnitude.is_zero() { -magnitude } else { magnitude };
    let run_together = digits.len() > 1 && digits.starts_with('0');
    let bare = sign.is_none() && currency.is_none() && !separated && rest.len() == behind_digits.len();
    let figures = if bare { u8::try_from(digits.len()).unwrap_or(0) } else { 0 };
    Some((rest, Printed { value, measure: unit.or(currency), sign, figures, run_together }))
}

/// Whether a word is figures and a remark in brackets that makes them no number: 1234（上年56）. It is what a cell prints, all the
/// same.
pub(crate) fn is_doubted(word: &str) -> bool {
    /// Measured: with 30, no cell changes.
    const LONGEST: usize = 60;
    let is_short = word.len() <= LONGEST && word.ends_with(['）', ')']);
    let behind = || word.trim_start_matches(|c| is_figure(c) || matches!(c, ',' | '，' | '.' | '．'));
    is_short && word.starts_with(is_figure) && behind().starts_with(['（', '('])
}

/// The number that the whole of a cell is which a person reads without doubt and no other text may be: with the apostrophe that
/// makes it a text in a spreadsheet, with a full stop behind, in Chinese figures.
pub(crate) fn of_cell(cell: &str) -> Option<Printed> {
    let figures = cell.strip_prefix(['\'', '‘', '’', '＇']).unwrap_or(cell);
    let figures = figures.strip_suffix('。').unwrap_or(figures);
    // 一 may be a dash as well as a one.
    if figures == "一" {
        return None;
    }
    // A number in plain figures is read where all of them are; none in Chinese figures is one.
    let is_dressed = figures.len() < cell.len();
    let found = match is_dressed.then(|| number(figures)).flatten() {
        Some(("", printed)) => printed,
        Some(_) => return None,
        None => {
            let value = han::number(figures)?;
            Printed { value: value.into(), measure: None, sign: None, figures: 0, run_together: false }
        }
    };
    Some(Printed { figures: 0, ..found })
}

/// The common case, without any combinator: figures of one width, or groups of three with commas between, and then white space or
/// the end.
fn plain(text: &str) -> Option<(&str, Printed)> {
    let length = match text.bytes().take_while(u8::is_ascii_digit).count() {
        0 => WIDE_FIGURE * text.as_bytes().chunks(WIDE_FIGURE).map_while(wide_figure).count(),
        length if text.as_bytes().get(length) == Some(&b',') => {
            text.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b',').count()
        }
        length => length,
    };
    let rest = &text[length..];
    rest.chars().next().is_none_or(char::is_whitespace).then_some(())?;
    // A unit or a remark may stand apart: 120000 元.
    let next = rest[leading_blank(rest)..].chars().next();
    next.is_none_or(|c| c.is_ascii() && c != '(').then_some(())?;
    let run = &text[..length];
    Some((rest, figures(run).or_else(|| wide(run)).or_else(|| in_groups(run))?))
}

/// Most figures that are read without any combinator.
/// Measured: with 9, no cell changes.
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
    Some(Printed { value: value.into(), measure: None, sign: None, figures, run_together })
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
    Some(Printed { value: value.into(), measure: None, sign: None, figures, run_together })
}

/// `12,077`: groups of three ASCII digits behind the first, at most 18 digits.
fn in_groups(text: &str) -> Option<Printed> {
    const GROUP: usize = 3;
    let (first, groups) = text.split_once(',')?;
    let is_whole = groups.split(',').all(|group| group.len() == GROUP);
    let of_digits = (1..=GROUP).contains(&first.len()) && text.len() <= MOST_FIGURES;
    if !is_whole || !of_digits {
        return None;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit);
    let value = digits.fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    let run_together = text.starts_with('0');
    Some(Printed { value: value.into(), measure: None, sign: None, figures: 0, run_together })
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
#[inline]
pub(crate) fn begins_number(c: char) -> bool {
    static OTHERS: LazyLock<Characters> =
        LazyLock::new(|| Characters::new(('０'..='９').chain(['.', '．', '¥', '￥']).chain(sign::firsts())));
    c.is_ascii_digit() || OTHERS.has(c)
}

/// Whether what [`number`] reads can begin with `c`: of nearly all words this is the end of the reading.
fn may_begin(c: char) -> bool {
    static BEGINNINGS: LazyLock<Characters> = LazyLock::new(|| {
        let figures = ('0'..='9').chain('０'..='９').chain(['.', '．']);
        Characters::new(
            figures.chain(hidden_characters()).chain(sign::firsts()).chain(measure::firsts_of_currencies()),
        )
    });
    BEGINNINGS.has(c)
}

/// Length of the mark of a footnote (脚注) at the start of `text`, directly behind a number: `①`, `¹`, `*`, `[1]`, `注1`; 0 where
/// there is none. Several asterisks hide figures and are no mark.
pub(crate) fn footnote_mark(text: &str) -> usize {
    /// ¹²: at most so many.
    /// Measured: with 3, no cell changes.
    const MOST_MARKS: usize = 4;
    const RAISED: fn(char) -> bool = |c| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '₀'..='₉');
    fn mark(input: &str) -> IResult<&str, &str> {
        let short_number = || take_while_m_n(1, 2, |c| is_figure(c) || RAISED(c));
        // Several marks are parted by commas or by nothing: `¹²`, `¹,²`, `⁽¹⁾`.
        let raised = || recognize((opt(one_of("⁽₍")), take_while_m_n(1, 2, RAISED), opt(one_of("⁾₎"))));
        alt((
            recognize(many_m_n(1, MOST_MARKS, satisfy(|c| matches!(c, '①'..='⑳')))),
            recognize((raised(), many0_count((opt(one_of(",，、")), raised())))),
            terminated(recognize(one_of("*＊")), not(one_of("*＊"))),
            recognize(delimited(one_of("[［【"), (opt(tag("注")), short_number()), one_of("]］】"))),
            recognize((tag("注"), opt(short_number()))),
        ))
        .parse(input)
    }
    mark(text).map_or(0, |(rest, _)| text.len() - rest.len())
}

/// The words and signs that mean that no number applies.
static NOT_APPLICABLE: LazyLock<Words> =
    LazyLock::new(|| Words::new(form().not_applicable_words().iter().copied()));

/// What may stand around them.
fn is_padding(c: char) -> bool {
    is_blank(c) || matches!(c, '。' | '.')
}

#[inline]
fn begins_with_padding(text: &str) -> bool {
    text.chars().next().is_some_and(is_padding)
}

/// Whether the first word of `text` may be one that means that no number applies: nearly all words begin with another character.
pub(crate) fn may_be_not_applicable(text: &str) -> bool {
    begins_with_padding(text) || NOT_APPLICABLE.begin(text)
}

/// Whether the whole of `text` is one of the words and signs that mean that no number applies.
pub(crate) fn is_not_applicable(text: &str) -> bool {
    let text = if begins_with_padding(text) { text.trim_start_matches(is_padding) } else { text };
    NOT_APPLICABLE.begin(text) && NOT_APPLICABLE.has(text.trim_end_matches(is_padding))
}

/// Figures of either width, as ASCII. Characters without width between them do not show.
fn wide_figures(input: &str) -> IResult<&str, String> {
    let mut figures = String::new();
    let mut end = 0;
    for (at, c) in input.char_indices() {
        match narrow(c) {
            Some(figure) => {
                figures.push(figure);
                end = at + c.len_utf8();
            }
            None if is_hidden(c) && end > 0 => {}
            None => break,
        }
    }
    if figures.is_empty() { Err(nom::Err::Error(nom_error(input))) } else { Ok((&input[end..], figures)) }
}

/// The point before a fraction.
fn point(input: &str) -> IResult<&str, &str> {
    recognize((hidden, one_of(".．"), hidden)).parse(input)
}

/// `.34`: nothing before the point.
fn no_digits(input: &str) -> IResult<&str, String> {
    (point, wide_figures).parse(input)?;
    Ok((input, String::new()))
}

fn hidden(input: &str) -> IResult<&str, &str> {
    nom::bytes::complete::take_while(is_hidden).parse(input)
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
            let (rest, group) = preceded((hidden, one_of(",，"), hidden), wide_figures).parse(input)?;
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

/// The unit behind a number, and what is left. What stands apart from the number is one only where it stands alone: `3 项目`.
fn unit(text: &str) -> Option<(&str, Measure)> {
    let near = &text[leading_blank(text)..];
    let (rest, unit) = measure::measure(near)?;
    let is_alone = !rest.starts_with(|c: char| c.is_alphanumeric());
    (is_alone || near.len() == text.len()).then_some((rest, unit))
}

/// What a remark in brackets behind a number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// 70000（单位：元）
    Unit(Measure),
    /// 5（下降）
    Sign(Sign),
    /// A mark of a footnote, or a part that leaves the number as it is: （其中修订16件）.
    Nothing,
}

/// The remark in brackets behind a number: what is left, and what it says, which is `None` where it says what is not known.
fn remark(text: &str) -> Option<(&str, Option<Said>)> {
    // A remark is short; the bound keeps a hostile run of opening brackets from being searched again and again.
    /// Measured: with 50, no cell changes.
    const LONGEST: usize = 100;
    let bracket = &text[leading_blank(text)..];
    let inside = bracket.strip_prefix(['（', '('])?;
    let (end, closing) = inside.char_indices().take(LONGEST).find(|(_, c)| matches!(c, '）' | ')'))?;
    let rest = &inside[end + closing.len_utf8()..];
    let said = said(inside[..end].trim_matches(is_blank));
    // `5 （二）部分公开`: what stands apart and has more behind it belongs to what follows.
    let is_apart = bracket.len() < text.len();
    if said.is_none() && is_apart && !rest.trim_matches(is_blank).is_empty() {
        return None;
    }
    // `17114 （+）188`: so does a sign that stands apart and touches the figures behind it.
    if is_apart && matches!(said, Some(Said::Sign(_))) && rest.starts_with(is_figure) {
        return None;
    }
    Some((rest, said))
}

fn said(remark: &str) -> Option<Said> {
    let unit = remark.strip_prefix("单位").unwrap_or(remark);
    let unit = unit.trim_start_matches(|c| is_blank(c) || matches!(c, '：' | ':'));
    if let Some(unit) = measure::whole(unit) {
        return Some(Said::Unit(unit));
    }
    if let Some(sign) = sign::in_brackets(remark) {
        return Some(Said::Sign(sign));
    }
    let is_mark = footnote_mark(remark) == remark.len() && !remark.is_empty();
    // 含上年结转, 其中累计: of another time.
    let is_part = || sign::tells_part(remark) && !scope::speaks_of_time(remark);
    (is_mark || is_part()).then_some(Said::Nothing)
}

fn decimal(whole: &str, fraction: &str) -> Option<Decimal> {
    let scale = u32::try_from(fraction.len()).ok()?;
    let mut mantissa: i128 = 0;
    for digit in whole.bytes().chain(fraction.bytes()) {
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// Whether words are figures with a comma between them where no number has one: `11,5` is a piece of a number that was wrapped.
pub(crate) fn is_piece_of_number(words: &str) -> bool {
    let is_comma = |c: char| matches!(c, ',' | '，');
    words.contains(is_comma)
        && words.starts_with(is_figure)
        && words.ends_with(is_figure)
        && words.chars().all(|c| is_figure(c) || is_comma(c))
}

#[cfg(test)]
mod tests;
