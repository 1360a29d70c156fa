//! Ordinals (序号) in front of headings: `一、` `（一）` `1.` `（1）` `一是` `①`, with their value and style.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{map, map_opt, not, opt, peek, value};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::figures::{blanks, figure, han_figure, han_number, short_number};
use super::fold::is_blank;

/// How an ordinal is written. One level of headings keeps to one style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Style {
    /// `一、` and what stands for it: `一 、`, `一.`, `一 `, `—、`.
    Han,
    /// `（一）`
    HanBracketed,
    /// `1.` `1、`
    Figure,
    /// `（1）` `1）` `①`
    FigureBracketed,
    /// `一是`
    Running,
}

/// An ordinal at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ordinal {
    pub(crate) value: u8,
    pub(crate) style: Style,
    /// Offset of the first character after it that is not blank.
    pub(crate) end: usize,
}

/// The ordinal at the start of `text`.
pub(crate) fn ordinal(text: &str) -> Option<Ordinal> {
    let start = text.find(|c| !is_blank(c))?;
    let inner = text.get(start..)?;
    // The first character tells which way of writing it can be; most lines begin with none.
    let style = match inner.chars().next()? {
        '（' | '(' | '〔' | '【' | '[' => bracketed,
        '0'..='9' | '０'..='９' => figures,
        '①'..='⑳' | '⑴'..='⒇' | '㈠'..='㈩' => circled,
        '第' => part,
        '—' | '–' | '-' | '－' => dash,
        '十' | '⼗' => han,
        c if han_figure(c).is_some() => han,
        _ => return None,
    };
    let (rest, (value, style)) = terminated(style, blanks).parse(inner).ok()?;
    Some(Ordinal { value, style, end: text.len() - rest.len() })
}

fn bracketed(input: &str) -> IResult<&str, (u8, Style)> {
    let closing = |input| (blanks, one_of("）)〕】]"), opt(preceded(blanks, one_of("、．")))).parse(input);
    delimited(
        (one_of("（(〔【["), blanks),
        alt((
            map(han_number, |number| (number, Style::HanBracketed)),
            map(short_number, |number| (number, Style::FigureBracketed)),
        )),
        (closing, opt(terminated(tag("是"), peek(satisfy(char::is_alphabetic))))),
    )
    .parse(input)
}

/// 一、 一是 一 概 述
fn han(input: &str) -> IResult<&str, (u8, Style)> {
    let (rest, number) = han_number(input)?;
    alt((
        value((number, Style::Running), tag("是")),
        value((number, Style::Han), mark),
        // 一 概 述: nothing but white space behind the numeral.
        value((number, Style::Han), satisfy(is_blank)),
    ))
    .parse(rest)
}

/// 第二部分, 第二章
fn part(input: &str) -> IResult<&str, (u8, Style)> {
    let part = delimited(tag("第"), han_number, alt((tag("部分"), tag("章"))));
    map(terminated(part, opt(mark)), |number| (number, Style::Han)).parse(input)
}

/// A dash in place of 一.
fn dash(input: &str) -> IResult<&str, (u8, Style)> {
    value((1, Style::Han), (one_of("—–-－"), blanks, one_of("、"))).parse(input)
}

/// The mark behind a Chinese number.
fn mark(input: &str) -> IResult<&str, char> {
    preceded(blanks, one_of("、，,.．:：")).parse(input)
}

fn figures(input: &str) -> IResult<&str, (u8, Style)> {
    let (rest, number) = short_number(input)?;
    let dotted = terminated(preceded(blanks, one_of("、.．，,")), not(satisfy(|c| figure(c).is_some())));
    alt((
        value((number, Style::Figure), dotted),
        value((number, Style::FigureBracketed), preceded(blanks, one_of("）)"))),
    ))
    .parse(rest)
}

fn circled(input: &str) -> IResult<&str, (u8, Style)> {
    map_opt(satisfy(|c| matches!(c, '①'..='⑳' | '⑴'..='⒇' | '㈠'..='㈩')), |c| {
        let (first, style) = match c {
            '①'..='⑳' => ('①', Style::FigureBracketed),
            '⑴'..='⒇' => ('⑴', Style::FigureBracketed),
            _ => ('㈠', Style::HanBracketed),
        };
        u8::try_from(c as u32 - first as u32 + 1).ok().map(|number| (number, style))
    })
    .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles() {
        for (printed, value, style, rest) in [
            ("一、总体情况", 1, Style::Han, "总体情况"),
            ("一 、概 述", 1, Style::Han, "概 述"),
            ("一 概 述", 1, Style::Han, "概 述"),
            ("—、总体情况", 1, Style::Han, "总体情况"),
            ("十一、附件", 11, Style::Han, "附件"),
            ("第二部分 主动公开", 2, Style::Han, "主动公开"),
            ("（三）平台", 3, Style::HanBracketed, "平台"),
            ("( 三 ) 平台", 3, Style::HanBracketed, "平台"),
            ("(二)是依申请公开情况", 2, Style::HanBracketed, "依申请公开情况"),
            ("㈡平台", 2, Style::HanBracketed, "平台"),
            ("1.平台", 1, Style::Figure, "平台"),
            ("1、 平台", 1, Style::Figure, "平台"),
            ("１２．平台", 12, Style::Figure, "平台"),
            ("（1）平台", 1, Style::FigureBracketed, "平台"),
            ("2）平台", 2, Style::FigureBracketed, "平台"),
            ("③平台", 3, Style::FigureBracketed, "平台"),
            ("四是平台", 4, Style::Running, "平台"),
        ] {
            let found = ordinal(printed).unwrap_or_else(|| panic!("{printed} has an ordinal"));
            assert_eq!((found.value, found.style, &printed[found.end..]), (value, style, rest), "{printed}");
        }
    }

    #[test]
    fn what_is_no_ordinal() {
        for printed in [
            "",
            "一年来",
            "三安全",
            "2023年",
            "12.5万",
            "2023.1.1",
            "总体情况",
            "—— 附件",
            "（单位：件）",
            "123、",
        ] {
            assert_eq!(ordinal(printed), None, "{printed}");
        }
    }
}
