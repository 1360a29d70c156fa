//! Words and the remark in brackets behind them: 行政许可（累计）, 本年收费金额（单位：元）.

use std::ops::RangeInclusive;

use super::figures::is_figure;
use super::fold::{is_blank, is_ideograph, is_letter, leading_blank, leading_word};
use super::measure::{Measure, whole};
use super::number::begins_number;
use super::ordinal::{Style, ordinal};
use super::qualifier::{changes_nothing, qualifies_otherwise};
use super::reading::behind_readings;
use super::scope::{Time, leading_year, time_of};
use crate::span::Span;

/// Words with what makes a remark on them directly behind: the brackets, or the rest of a word that begins with a figure or a sign, as in
/// 商业企业2022年, 自然人%.
#[inline]
pub(crate) fn with_rest(words: Span, text: &str) -> &str {
    // Behind nearly all words a cell or the line ends, and figures or other words follow.
    if let [b' ' | b'\t' | b'\n' | b'|', next, ..] = text.as_bytes().get(words.end..).unwrap_or_default()
        && (next.is_ascii_alphanumeric() || *next == b'|' || BEGINS_IDEOGRAPH.contains(next))
        && !ends_with_bracket(words, text)
    {
        return words.of(text);
    }
    let ends = matches!(text.as_bytes().get(words.end), None | Some(b' ' | b'\t' | b'\n' | b'|'));
    if ends && !may_have_remark(words, text) { words.of(text) } else { read_rest(words, text) }
}

fn read_rest(words: Span, text: &str) -> &str {
    let remarked = with_remark(words, text);
    let behind = &text[words.end..];
    if matches!(behind.as_bytes().first(), None | Some(b' ' | b'\t' | b'\n' | b'|')) {
        return remarked;
    }
    let rest = match behind.chars().next() {
        _ if remarked.len() > words.len() => return remarked,
        // Where all words run together the next follow.
        Some(share) if is_share(share) => share.len_utf8(),
        Some(figure) if is_figure(figure) => leading_year(behind),
        Some(sign) if begins_remark(sign) => {
            let word = leading_word(behind);
            // Where all words run together others follow the bracket.
            let close = behind[..word].find(CLOSE);
            close.map_or(word, |close| close + behind[close..].chars().next().map_or(0, char::len_utf8))
        }
        _ => 0,
    };
    &text[words.start..words.end + rest]
}

/// The same of the label of a row, where figures directly behind are a number of it, unless they are a year: 规章2022年.
pub(crate) fn with_rest_of_label(words: Span, text: &str) -> &str {
    let rest = with_rest(words, text);
    // Behind nearly all labels stands none.
    if rest.len() == words.len() {
        return rest;
    }
    let behind = &rest[words.len()..];
    if behind.starts_with(begins_number) && !behind.contains('年') { words.of(text) } else { rest }
}

/// The brackets that a remark may stand in.
pub(crate) const OPEN: [char; 6] = ['（', '(', '[', '［', '【', '〔'];
/// Those that end it.
pub(crate) const CLOSE: [char; 6] = ['）', ')', ']', '］', '】', '〕'];

/// The bytes with which ideographs begin, and neither blanks nor brackets.
const BEGINS_IDEOGRAPH: RangeInclusive<u8> = 0xE4..=0xE9;

/// Whether words end with a bracket, or one may be the next sign behind them: the first byte behind that is no space tells.
#[inline]
fn may_have_remark(words: Span, text: &str) -> bool {
    let first = text.as_bytes()[words.end..].iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\n'));
    let is_other =
        |first: &u8| *first != b'(' && (first.is_ascii_graphic() || BEGINS_IDEOGRAPH.contains(first));
    !first.is_none_or(is_other) || ends_with_bracket(words, text)
}

/// A line may break behind the bracket, which then ends the words.
#[inline]
fn ends_with_bracket(words: Span, text: &str) -> bool {
    let words = &text.as_bytes()[words.start..words.end];
    // The last byte tells of nearly all.
    matches!(words.last(), Some(b'(' | 0x88)) && (words.ends_with(b"(") || words.ends_with("（".as_bytes()))
}

/// Words with the remark in brackets that stands directly behind them.
#[inline]
pub(crate) fn with_remark(words: Span, text: &str) -> &str {
    // Behind nearly all words stands none.
    if may_have_remark(words, text) { read_remark(words, text) } else { words.of(text) }
}

fn read_remark(words: Span, text: &str) -> &str {
    /// Measured: with 30, no cell changes.
    const LONGEST: usize = 60;
    let behind = &text[words.end..];
    let behind = &behind[leading_blank(behind)..];
    if !ends_with_bracket(words, text) && !behind.starts_with(['（', '(']) {
        return words.of(text);
    }
    let near = behind.char_indices().nth(LONGEST).map_or(behind, |(end, _)| &behind[..end]);
    // A second may stand behind the first: （单位：万元）（上年度）.
    let mut remark = 0;
    loop {
        let rest = &near[remark..];
        let begins =
            remark == 0 && !begins_item(rest) || rest.starts_with(['（', '(']) && ordinal(rest).is_none();
        let close = rest.char_indices().find(|(_, c)| matches!(c, '）' | ')'));
        let Some((close, bracket)) = close.filter(|_| begins) else { break };
        remark += close + bracket.len_utf8();
    }
    let end = text.len() - behind.len() + remark;
    if remark == 0 { words.of(text) } else { &text[words.start..end] }
}

/// Whether the number of the next item stands there, with its words directly behind: （七）总计. Lines may break inside of it: （, below it
/// 七）总 and 计.
pub(crate) fn begins_item(text: &str) -> bool {
    let names = |text: &str| ordinal(text).filter(|item| text[item.end..].starts_with(is_ideograph));
    names(text).is_some() || names(&begin_of_torn(text)).is_some_and(|item| item.style == Style::HanBracketed)
}

/// The first characters of a text over the ends of its lines, if it begins with a bracket that is not closed on its line.
fn begin_of_torn(text: &str) -> String {
    /// Measured: with 5, no cell changes.
    const LONGEST: usize = 6;
    let first = text.lines().next().unwrap_or_default();
    if !first.starts_with(OPEN) || first.contains(CLOSE) {
        return String::new();
    }
    text.chars().filter(|c| !is_blank(*c)).take(LONGEST).collect()
}

/// Whether a remark in brackets behind a label makes it the label of something else: 行政许可（撤销）, 规章（页数）, 自然人（上年）.
#[inline]
pub(crate) fn is_of_another(label: &str, remarked: &str, year: Option<u16>) -> bool {
    // Nearly no label has one.
    remarked.len() > label.len() && makes_another(label, remarked, year)
}

fn makes_another(label: &str, remarked: &str, year: Option<u16>) -> bool {
    let Some(remark) = remarked.get(label.len()..) else { return false };
    // （2022, and behind another word 年） on the next line.
    let broken = Some(remark).filter(|remark| remark.contains('\n'));
    // A year may be broken over the lines of a cell: [2 023年].
    let joined: String;
    let remark = if remark.trim().contains(is_blank) {
        joined = remark.chars().filter(|c| !is_blank(*c)).collect();
        &joined
    } else {
        remark
    };
    // 结果(guǒ)（上年）
    let remark = behind_readings(remark);
    if remark.is_empty() {
        return false;
    }
    // 万 behind the heading of an amount is its unit.
    let is_scaled = || matches!(measure_of(remark), Some(Measure::Scale(_))) && !label.contains(['额', '费']);
    let is_of_time = |words: &str| matches!(time_of(words, year), Time::Another | Time::Unknown);
    is_of_time(remark)
        || broken.is_some_and(|broken| broken.lines().any(is_of_time))
        || counts_others(remark)
        || remark.trim_end().ends_with(is_share)
        || is_scaled()
        || qualifies_otherwise(remark, &std::iter::once(label))
}

/// Whether a remark in brackets behind a label has words of which nothing shows that they change nothing: 行政处罚（涉企） may be a part of all.
/// A unit, the mark of a note and a word of this year change nothing; `is_of_form` says whether the form has words in its own labels.
#[inline]
pub(crate) fn is_open(
    label: &str,
    remarked: &str,
    year: Option<u16>,
    is_of_form: impl Fn(&str) -> bool,
) -> bool {
    // Nearly no label has a remark.
    remarked.len() > label.len() && may_be_of_part(&remarked[label.len()..], year, is_of_form)
}

fn may_be_of_part(remark: &str, year: Option<u16>, is_of_form: impl Fn(&str) -> bool) -> bool {
    /// What is longer is guidance: （区分处理的，只计这一情形）.
    const WORDS: RangeInclusive<usize> = 2..=10;
    let remark = remark.trim();
    let inner = remark.trim_start_matches(OPEN).trim_end_matches(CLOSE).trim();
    remark.starts_with(OPEN)
        && WORDS.contains(&inner.chars().filter(|c| is_ideograph(*c)).take(WORDS.end() + 1).count())
        && !changes_nothing(inner)
        && measure_of(remark).is_none()
        && ordinal(remark).is_none()
        && time_of(inner, year) == Time::Unsaid
        && !inner.split(|c| !is_ideograph(c)).filter(|piece| !piece.is_empty()).all(is_of_form)
}

/// Whether a remark in brackets begins behind words and goes on in another line, or behind the cells of its row, and may say something
/// else than the form: （上, and 年度） below. `is_of_form` says whether the form has words in its own labels.
pub(crate) fn cuts_off_another(words: Span, text: &str, is_of_form: impl Fn(&str) -> bool) -> bool {
    let behind = &text.as_bytes()[words.end..];
    let spaces = behind.iter().take_while(|byte| **byte == b' ').count();
    let behind = &behind[spaces..];
    if !behind.starts_with(b"(") && !behind.starts_with("（".as_bytes()) {
        return false;
    }
    let behind = &text[words.end + spaces..];
    let remark = &behind[..leading_word(behind)];
    let inner = remark.trim_start_matches(['（', '(']);
    let changes_nothing = || matches!(measure_of(remark), Some(Measure::Money(_) | Measure::Word));
    !inner.is_empty()
        && !remark.contains(['）', ')'])
        && !changes_nothing()
        && !is_of_form(&format!("（{inner}"))
}

/// Where the name in words ends and a remark on it begins: at a bracket, a sign of another clause, a share or a year.
pub(crate) fn end_of_name(words: &str) -> usize {
    ends_of_name(words).next().unwrap_or(words.len())
}

/// Wherever it may end: 第二十条第（六）项（2021年） has a bracket of its own.
pub(crate) fn ends_of_name(words: &str) -> impl Iterator<Item = usize> {
    // In most words no sign stands that can end a name: their bytes tell.
    let words = if may_have_end_of_name(words) { words } else { "" };
    words.char_indices().skip(1).filter(|(_, c)| begins_remark(*c)).map(|(at, _)| at)
}

/// Whether a character that begins a remark may stand in words. Nearly all characters are ideographs of three bytes.
fn may_have_end_of_name(words: &str) -> bool {
    let bytes = words.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            byte if BEGINS_IDEOGRAPH.contains(byte) => 3,
            byte if may_begin_remark(*byte) => return true,
            _ => 1,
        };
    }
    false
}

/// Whether a character that begins a remark can begin with this byte: an ASCII sign or figure, or one of other characters than ideographs.
#[inline]
fn may_begin_remark(byte: u8) -> bool {
    byte.is_ascii_punctuation() || byte.is_ascii_digit() || matches!(byte, 0xE2 | 0xE3 | 0xEF)
}

#[inline]
fn begins_remark(c: char) -> bool {
    matches!(
        c,
        '（' | '('
            | '['
            | '［'
            | '【'
            | '〔'
            | '：'
            | ':'
            | '/'
            | '／'
            | '-'
            | '－'
            | '—'
            | '_'
            | '%'
            | '％'
            | '‰'
    ) || is_figure(c)
}

/// Whether a remark says that the numbers are multiples or shares, or of a unit that is not converted: （万人次）, （单位：%）.
pub(crate) fn counts_others(remark: &str) -> bool {
    matches!(measure_of(remark), Some(Measure::Multiple | Measure::Share | Measure::Unknown))
}

/// Whether the remark that words end with says so: 1.属于国家秘密（%）, 行政许可%.
pub(crate) fn ends_with_others(words: &str) -> bool {
    let words = words.trim_end();
    words.ends_with(is_share) || last_remark(words).is_some_and(counts_others)
}

/// The same of the label of a row, which has no 万 either: 保护第三方合法权益/万, of which 件 stands on the next line.
pub(crate) fn label_ends_with_others(words: &str) -> bool {
    let is_scaled = |remark: &str| matches!(measure_of(remark), Some(Measure::Scale(_)));
    ends_with_others(words) || last_remark(words.trim_end()).is_some_and(is_scaled)
}

fn last_remark(words: &str) -> Option<&str> {
    // Whatever begins a remark here ends a name too: in most words no such sign stands.
    if !may_have_end_of_name(words) {
        return None;
    }
    words.rfind(['（', '(', '[', '［', '【', '：', ':', '/', '／']).map(|begins| &words[begins..])
}

/// Whether a character is the sign of a share: %, ‰.
pub(crate) fn is_share(c: char) -> bool {
    matches!(c, '%' | '％' | '‰')
}

/// The unit that all of a remark names.
fn measure_of(remark: &str) -> Option<Measure> {
    let is_said = |c: &char| is_letter(*c) || c.is_numeric() || is_share(*c);
    let bare: String = remark.chars().filter(is_said).collect();
    whole(bare.strip_prefix("单位").unwrap_or(&bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_remark_is_told_by_its_first_byte() {
        for c in ('\0'..=char::MAX).filter(|c| begins_remark(*c)) {
            assert!(may_begin_remark(c.to_string().as_bytes()[0]), "{c}");
        }
    }

    #[test]
    fn a_remark_directly_behind_belongs_to_the_words() {
        for (text, length, expected) in [
            ("行政许可（累计） 9", 12, "行政许可（累计）"),
            ("行政许可 (新办)", 12, "行政许可 (新办)"),
            ("行政许可 9（累计）", 12, "行政许可"),
            ("行政许可（累计", 12, "行政许可"),
            ("行政许可", 12, "行政许可"),
            ("行政许可(\n 累计) 9", 13, "行政许可(\n 累计)"),
        ] {
            assert_eq!(with_remark(Span::new(0, length), text), expected, "{text}");
        }
    }
}
