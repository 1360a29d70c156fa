//! A little reader of numbers, which shares nothing with that of the engine.
//!
//! It takes a text that is said to be one number and tells which: figures of any width, separators of thousands, a sign in front or
//! behind, a unit behind, remarks in brackets, Chinese figures. What is left over may be a measure word; other words make it none.

use rust_decimal::Decimal;

/// What stands in a text that is one number (数字).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The number with its sign, before its unit.
    pub value: Decimal,
    /// The power of ten by which the unit printed with it counts yuan (元 0, 万元 4), where it is one of money or a multiple (万).
    pub tens: Option<i32>,
}

/// Characters that are printed for less than nothing, or stand in the words for it: 减少, 负, 下降.
const MINUS: &str = "-−﹣‐‑‒–—\u{AD}↓⬇⇩⇓▼减減负負降少";
/// The same for an increase.
const PLUS: &str = "+﹢↑⬆⇧⇑▲增升多长長正新净淨数數加下项項";
/// What counts things and changes no number, and marks that stand beside one.
const MEASURES: &str = "件次人条條項项个個宗起份例封期场篇¥人民币币整。'’‘";
/// What separates thousands.
const SEPARATORS: &str = ",'’，";

/// The number that a text is, or `None` where it is none, or more than one.
pub fn number(text: &str) -> Option<Number> {
    let (outside, inside) = without_brackets(without_raised(text));
    let has_figure = |text: &str| text.chars().any(is_digit);
    // 5（减少）, 5（万元）: what is in brackets is of the number, unless it tells a part of it or something else in figures.
    let remarks: String = inside.iter().filter(|remark| !has_figure(remark)).map(String::as_str).collect();
    let outside = if has_figure(&outside) || inside.is_empty() { outside } else { inside.concat() };
    let Some(first) = outside.find(is_digit) else { return chinese(&outside) };
    // .34
    let first = if outside[..first].ends_with('.') { first - 1 } else { first };
    let last = outside.rfind(is_digit).unwrap_or(first);
    let (front, rest) = outside.split_at(first);
    let (figures, behind) = rest.split_at(last - first + 1);
    let magnitude = magnitude(figures)?;
    let around = || front.chars().chain(behind.chars());
    if around().any(|c| !is_of_number(c)) {
        return None;
    }
    let is_less = around().chain(remarks.chars()).any(|c| MINUS.contains(c));
    let value = if is_less && !magnitude.is_zero() { -magnitude } else { magnitude };
    Some(Number { value, tens: tens(behind).or_else(|| tens(&remarks)) })
}

/// The text before the mark of a note: 5<sup>1</sup>, 5注1.
fn without_raised(text: &str) -> &str {
    let end = ["<sup>", "注"].iter().filter_map(|mark| text.find(mark)).min();
    end.map_or(text, |end| &text[..end])
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// The text without white space, characters that do not show, marks of notes and what stands in brackets, in half width; and what stands
/// in each bracket.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut depth) = (String::new(), Vec::new(), 0_u32);
    for c in text.chars().filter_map(narrow) {
        match c {
            '(' | '[' | '〔' | '【' | '{' | '〈' | '<' | '「' => {
                depth += 1;
                inside.push(String::new());
            }
            ')' | ']' | '〕' | '】' | '}' | '〉' | '>' | '」' => depth = depth.saturating_sub(1),
            c => match inside.last_mut().filter(|_| depth > 0) {
                Some(remark) => remark.push(c),
                None => outside.push(c),
            },
        }
    }
    (outside, inside)
}

/// A character in half width; `None` where it shows nothing or is the mark of a note.
fn narrow(c: char) -> Option<char> {
    let is_unseen = c.is_whitespace()
        || (c.is_control())
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FE0F}' | '\u{34F}' | '\u{180E}');
    let is_note = matches!(c, '①'..='⑳' | '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '₀'..='₉' | '*' | '†' | '‡' | '※' | '＊' | '#' | '＃');
    if is_unseen || is_note {
        return None;
    }
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0),
        '￥' => Some('¥'),
        c => Some(c),
    }
}

/// The number that figures with their separators are.
fn magnitude(figures: &str) -> Option<Decimal> {
    let plain: String = figures.chars().filter(|c| !SEPARATORS.contains(*c)).collect();
    let has_other = plain.chars().any(|c| !is_digit(c) && c != '.');
    if has_other || plain.matches('.').count() > 1 {
        return None;
    }
    format!("0{plain}").parse().ok()
}

/// Whether a character may stand beside the figures of a number.
fn is_of_number(c: char) -> bool {
    let is_unit = multiple(c).is_some() || matches!(c, '元' | '圆' | '圓' | '角' | '分');
    is_unit || MINUS.contains(c) || PLUS.contains(c) || MEASURES.contains(c)
}

fn multiple(c: char) -> Option<i32> {
    match c {
        '十' | '拾' => Some(1),
        '百' | '佰' => Some(2),
        '千' | '仟' => Some(3),
        '万' | '萬' => Some(4),
        '亿' | '億' => Some(8),
        _ => None,
    }
}

/// The power of ten of the first unit in a text.
fn tens(text: &str) -> Option<i32> {
    let mut tens = None;
    for c in text.chars() {
        match (multiple(c), c) {
            (Some(more), _) => tens = Some(tens.unwrap_or(0) + more),
            (None, '元' | '圆' | '圓') => return Some(tens.unwrap_or(0)),
            (None, '角') => return Some(tens.unwrap_or(0) - 1),
            (None, '分') => return Some(tens.unwrap_or(0) - 2),
            (None, _) if tens.is_some() => return tens,
            (None, _) => {}
        }
    }
    tens
}

/// The powers of ten of all units in yuan that a text names: 单位：元, 千元. Yuan of other countries and other words with 元 are none.
pub fn units_named(whole: &str) -> Vec<i32> {
    // A masked unit, ***元, is not known.
    let text: Vec<char> = whole.chars().filter_map(|c| if c == '*' { Some(c) } else { narrow(c) }).collect();
    let is_other = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        let behind = text.get(at + 1);
        before.is_some_and(|c| "*单公多美日欧港状纪".contains(*c))
            || behind.is_some_and(|c| "旦素首件".contains(*c))
    };
    let is_money = |c: &char| matches!(c, '元' | '圆' | '圓');
    let places =
        text.iter().enumerate().filter(|(_, c)| is_money(c)).map(|(at, _)| at).filter(|at| !is_other(*at));
    let mut named: Vec<i32> = places
        .filter_map(|at| {
            let multiples = text[..at].iter().rev().take_while(|c| multiple(**c).is_some()).count();
            tens(&text[at - multiples..=at].iter().collect::<String>())
        })
        .collect();
    // 单位：万 at the end of a line, 元 on the next behind the words of another cell.
    let is_torn = |line: &str| line.contains("单位") && line.trim_end().ends_with('万');
    if whole.lines().any(is_torn) {
        named.push(4);
    }
    named.sort_unstable();
    named.dedup();
    named
}

/// A number in Chinese figures: 十二, 一百零五, 二〇.
fn chinese(text: &str) -> Option<Number> {
    let figure = |c: char| "零一二三四五六七八九".chars().position(|other| other == c);
    let (mut sum, mut section, mut last, mut digits) = (0_i64, 0_i64, None::<i64>, 0_u32);
    let mut any_multiple = false;
    for c in text.chars() {
        let c = match c {
            '〇' => '零',
            '两' | '兩' => '二',
            c => c,
        };
        if let Some(value) = figure(c).and_then(|value| i64::try_from(value).ok()) {
            last = Some(if any_multiple {
                value
            } else {
                last.unwrap_or(0).checked_mul(10)?.checked_add(value)?
            });
            digits += 1;
        } else if let Some(tens) = multiple(c) {
            any_multiple = true;
            let of = last.take().unwrap_or(1);
            if tens >= 4 {
                sum = (sum + section + of * i64::from(digits > 0))
                    .checked_mul(10_i64.pow(tens.unsigned_abs()))?;
                section = 0;
            } else {
                section = section.checked_add(of.checked_mul(10_i64.pow(tens.unsigned_abs()))?)?;
            }
            digits = 0;
        } else if !MEASURES.contains(c) {
            return None;
        }
    }
    if !any_multiple && last.is_none() {
        return None;
    }
    let value = sum.checked_add(section)?.checked_add(last.unwrap_or(0))?;
    Some(Number { value: value.into(), tens: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_a_person_reads_them() {
        for (text, value) in [
            ("12", "12"),
            ("１２", "12"),
            ("1,306", "1306"),
            ("１，３０６", "1306"),
            ("-3", "-3"),
            ("－3", "-3"),
            ("减3", "-3"),
            ("5（下降）", "-5"),
            ("+7", "7"),
            ("↑7", "7"),
            ("3件", "3"),
            ("22（其中修订16件）", "22"),
            ("12 3", "123"),
            ("5①", "5"),
            ("12.34", "12.34"),
            (".34", "0.34"),
            ("十二", "12"),
            ("一百零五", "105"),
            ("（5）", "5"),
            ("'12", "12"),
            ("５<sup>1</sup>", "5"),
            ("0注1", "0"),
            ("-0", "0"),
        ] {
            let read = number(text).map(|number| number.value);
            assert_eq!(read, value.parse().ok(), "{text}");
        }
        for text in ["", "—", "无", "3/4", "3、4", "12页5", "约5", "1.2.3", "abc"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn units_are_powers_of_ten() {
        for (text, tens) in [
            ("12", None),
            ("12元", Some(0)),
            ("12万元", Some(4)),
            ("12.5百万元", Some(6)),
            ("3亿元", Some(8)),
            ("¥12.34万", Some(4)),
            ("12（千元）", Some(3)),
            ("12件", None),
        ] {
            assert_eq!(number(text).map(|number| number.tens), Some(tens), "{text}");
        }
        assert_eq!(units_named("单位：万元，其中千元、元"), [0, 3, 4]);
        assert!(units_named("***元、单元、多元、美元、元旦、部分、角度").is_empty());
    }
}
