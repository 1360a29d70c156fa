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
    // Most lines begin with none; this keeps the grammar off them.
    let first = text.chars().find(|c| !is_blank(*c))?;
    let begins = first.is_ascii_digit()
        || han_figure(first).is_some()
        || matches!(first, '十' | '⼗' | '第' | '（' | '(' | '０'..='９' | '①'..='⑳' | '⑴'..='⒇' | '㈠'..='㈩')
        || matches!(first, '—' | '–' | '-' | '－' | '【' | '〔' | '[');
    if !begins {
        return None;
    }
    let (rest, (value, style)) = delimited(blanks, any_style, blanks).parse(text).ok()?;
    Some(Ordinal { value, style, end: text.len() - rest.len() })
}

fn any_style(input: &str) -> IResult<&str, (u8, Style)> {
    alt((bracketed, han, figures, circled)).parse(input)
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

fn han(input: &str) -> IResult<&str, (u8, Style)> {
    let dash = value(1, one_of("—–-－"));
    let mark = |input| preceded(blanks, one_of("、，,.．:：")).parse(input);
    let part = delimited(tag("第"), han_number, alt((tag("部分"), tag("章"))));
    alt((
        map(terminated(han_number, tag("是")), |number| (number, Style::Running)),
        map(terminated(part, opt(mark)), |number| (number, Style::Han)),
        map(terminated(han_number, mark), |number| (number, Style::Han)),
        map(terminated(dash, preceded(blanks, one_of("、"))), |number| (number, Style::Han)),
        // 一 概 述: nothing but white space behind the numeral.
        map(terminated(han_number, satisfy(is_blank)), |number| (number, Style::Han)),
    ))
    .parse(input)
}

fn figures(input: &str) -> IResult<&str, (u8, Style)> {
    let dotted = terminated(preceded(blanks, one_of("、.．，,")), not(satisfy(|c| figure(c).is_some())));
    alt((
        map(terminated(short_number, dotted), |number| (number, Style::Figure)),
        map(terminated(short_number, preceded(blanks, one_of("）)"))), |number| {
            (number, Style::FigureBracketed)
        }),
    ))
    .parse(input)
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
