//! Ordinals (序号) in front of headings: `一、` `（一）` `1.` `（1）` `一是` `①`, with their value and style.

use super::figures::{figure, han_figure, han_number, short_number};
use super::fold::{is_blank, is_ideograph, leading_blank, misread_numeral};

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

/// The way of numbering, or of not numbering, that most different parts of a whole have; of equals the first of `ways`. Each part that
/// was met is given by its way and its number, which is below 64.
pub(crate) fn way_of_most(
    ways: [Option<Style>; 6],
    parts: impl Iterator<Item = (Option<Style>, usize)>,
) -> Option<Style> {
    let mut met = [0_u64; 6];
    for (way, part) in parts {
        let found = ways.iter().zip(&mut met).find(|(of, _)| **of == way);
        if let Some((_, met)) = found {
            *met |= 1 << part;
        }
    }
    // `max_by_key` takes the last of equals.
    let counted = ways.into_iter().zip(met).rev();
    counted.max_by_key(|(_, met)| met.count_ones()).and_then(|(way, _)| way)
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
#[inline]
pub(crate) fn ordinal(text: &str) -> Option<Ordinal> {
    // Nearly all words and lines begin with an ideograph that no ordinal begins with.
    if begins_word(text) { None } else { read(text) }
}

/// Whether a text begins with an ideograph of three bytes that is neither a numeral nor 第.
fn begins_word(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(0xE6 | 0xE8 | 0xE9) => true,
        Some(0xE7) => !text.starts_with('第'),
        Some(0xE4 | 0xE5) => text.chars().next().is_some_and(|c| c != '十' && han_figure(c).is_none()),
        _ => false,
    }
}

fn read(text: &str) -> Option<Ordinal> {
    let start = text.find(|c| !is_blank(c))?;
    let inner = text.get(start..)?;
    // The first character tells which way of writing it can be; most lines begin with none.
    let style = match inner.chars().next()? {
        c if is_opening(c) => bracketed,
        '0'..='9' | '０'..='９' => figures,
        '①'..='⑳' | '⑴'..='⒇' | '㈠'..='㈩' => circled,
        '第' => part,
        '—' | '–' | '-' | '－' => dash,
        '十' | '⼗' => han,
        c if han_figure(c).is_some() => han,
        _ => return None,
    };
    let (rest, value, style) = style(inner)?;
    Some(Ordinal { value, style, end: text.len() - without_blanks(rest).len() })
}

/// What is left behind an ordinal, its value and its style.
type Read<'a> = Option<(&'a str, u8, Style)>;

fn is_opening(c: char) -> bool {
    matches!(c, '（' | '(' | '〔' | '【' | '[')
}

fn bracketed(input: &str) -> Read<'_> {
    let opened = behind(input, is_opening)?;
    // ((一)
    let opened = opened.strip_prefix(&input[..input.len() - opened.len()]).unwrap_or(opened);
    let number = without_blanks(opened);
    let (rest, value, style) = match han_number(number) {
        Ok((rest, value)) => (rest, value, Style::HanBracketed),
        Err(_) if let Some((rest, value)) = misread(number) => (rest, value, Style::HanBracketed),
        Err(_) => short_number(number).ok().map(|(rest, value)| (rest, value, Style::FigureBracketed))?,
    };
    let closes = |c| matches!(c, '）' | ')' | '〕' | '】' | ']');
    let rest = behind(without_blanks(rest), closes)?;
    let rest = behind(without_blanks(rest), |c| matches!(c, '、' | '．')).unwrap_or(rest);
    // （二）是依申请公开情况
    let words = rest.strip_prefix('是').filter(|words| words.starts_with(char::is_alphabetic));
    Some((words.unwrap_or(rest), value, style))
}

/// 匹）: a number alone in its brackets, misread.
fn misread(number: &str) -> Option<(&str, u8)> {
    let mut rest = number.chars();
    let c = rest.next().filter(|c| is_ideograph(*c))?;
    let rest = rest.as_str();
    if !rest.starts_with(['）', ')']) {
        return None;
    }
    han_figure(misread_numeral(c)?).map(|value| (rest, value))
}

/// 一、 一是 一 概 述
fn han(input: &str) -> Read<'_> {
    let (rest, value) = han_number(input).ok()?;
    if let Some(rest) = rest.strip_prefix('是') {
        return Some((rest, value, Style::Running));
    }
    // 一 概 述: nothing but white space behind the numeral.
    let rest = behind_mark(rest).or_else(|| behind(rest, is_blank))?;
    Some((rest, value, Style::Han))
}

/// 第二部分, 第二章
fn part(input: &str) -> Read<'_> {
    let (rest, value) = han_number(input.strip_prefix('第')?).ok()?;
    let rest = rest.strip_prefix("部分").or_else(|| rest.strip_prefix('章'))?;
    Some((behind_mark(rest).unwrap_or(rest), value, Style::Han))
}

/// A dash in place of 一.
fn dash(input: &str) -> Read<'_> {
    let rest = behind(input, |c| matches!(c, '—' | '–' | '-' | '－'))?;
    Some((without_blanks(rest).strip_prefix('、')?, 1, Style::Han))
}

fn figures(input: &str) -> Read<'_> {
    let (rest, value) = short_number(input).ok()?;
    let rest = without_blanks(rest);
    // 2023.1.1 and 12.5万 are no ordinals.
    let dotted =
        behind(rest, |c| matches!(c, '、' | '.' | '．' | '，' | ',' | '。' | '·' | '•' | '・' | '‧'))
            .filter(|rest| !rest.starts_with(|c| figure(c).is_some()));
    match dotted {
        Some(rest) => Some((rest, value, Style::Figure)),
        None => Some((behind(rest, |c| matches!(c, '）' | ')'))?, value, Style::FigureBracketed)),
    }
}

fn circled(input: &str) -> Read<'_> {
    let c = input.chars().next()?;
    let (first, style) = match c {
        '①'..='⑳' => ('①', Style::FigureBracketed),
        '⑴'..='⒇' => ('⑴', Style::FigureBracketed),
        '㈠'..='㈩' => ('㈠', Style::HanBracketed),
        _ => return None,
    };
    let value = u8::try_from(c as u32 - first as u32 + 1).ok()?;
    Some((&input[c.len_utf8()..], value, style))
}

/// What is left behind the mark behind a Chinese number.
fn behind_mark(input: &str) -> Option<&str> {
    behind(without_blanks(input), |c| matches!(c, '、' | '，' | ',' | '.' | '．' | ':' | '：'))
}

/// What is left behind the first character, where it is a certain one.
fn behind(input: &str, is_wanted: impl Fn(char) -> bool) -> Option<&str> {
    let mut characters = input.chars();
    characters.next().filter(|c| is_wanted(*c)).map(|_| characters.as_str())
}

fn without_blanks(input: &str) -> &str {
    &input[leading_blank(input)..]
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
    fn what_begins_a_word_begins_no_ordinal() {
        for c in '\0'..='\u{FFFF}' {
            for behind in ["", "、总体", "）总体", "部分", "一章", " 总体", "是总体"] {
                let text = format!("{c}{behind}");
                assert_eq!(ordinal(&text), read(&text), "{text}");
            }
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
