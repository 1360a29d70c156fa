//! Words and the remark in brackets behind them: 行政许可（累计）, 本年收费金额（单位：元）.

use super::fold::leading_blank;
use super::measure::{Measure, whole};
use super::qualifier::qualifies_otherwise;
use super::scope::{Time, time_of};
use crate::span::Span;

/// Words with the remark in brackets that stands directly behind them.
pub(crate) fn with_remark(words: Span, text: &str) -> &str {
    const LONGEST: usize = 60;
    let behind = &text[words.end..];
    let behind = &behind[leading_blank(behind)..];
    // Behind nearly all words stands none: a comparison of bytes tells.
    if !behind.starts_with('（') && !behind.starts_with('(') {
        return words.of(text);
    }
    let near = behind.char_indices().nth(LONGEST).map_or(behind, |(end, _)| &behind[..end]);
    let remark = near
        .find(['）', ')'])
        .map_or(0, |close| close + near[close..].chars().next().map_or(0, char::len_utf8));
    let end = text.len() - behind.len() + remark;
    if remark == 0 { words.of(text) } else { &text[words.start..end] }
}

/// Whether a remark in brackets behind a label makes it the label of something else: 行政许可（撤销）, 规章（页数）, 自然人（上年）. A part that
/// is named otherwise (新办) stands for the whole where the whole has no row.
pub(crate) fn is_of_another(label: &str, remarked: &str, year: Option<u16>) -> bool {
    let Some(remark) = remarked.get(label.len()..).filter(|remark| !remark.is_empty()) else { return false };
    // 万 behind the heading of an amount is its unit.
    let is_scaled = || matches!(measure_of(remark), Some(Measure::Scale(_))) && !label.contains(['额', '费']);
    time_of(remark, year) == Time::Another
        || counts_others(remark)
        || is_scaled()
        || qualifies_otherwise(remark, &std::iter::once(label))
}

/// Whether a remark says that the numbers are multiples or shares, or of a unit that is not converted: （万人次）, （单位：%）.
pub(crate) fn counts_others(remark: &str) -> bool {
    matches!(measure_of(remark), Some(Measure::Multiple | Measure::Share | Measure::Unknown))
}

/// The unit that all of a remark names.
fn measure_of(remark: &str) -> Option<Measure> {
    let bare: String = remark.chars().filter(|c| c.is_alphanumeric() || *c == '%').collect();
    whole(bare.strip_prefix("单位").unwrap_or(&bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_directly_behind_belongs_to_the_words() {
        for (text, length, expected) in [
            ("行政许可（累计） 9", 12, "行政许可（累计）"),
            ("行政许可 (新办)", 12, "行政许可 (新办)"),
            ("行政许可 9（累计）", 12, "行政许可"),
            ("行政许可（累计", 12, "行政许可"),
            ("行政许可", 12, "行政许可"),
        ] {
            assert_eq!(with_remark(Span::new(0, length), text), expected, "{text}");
        }
    }
}
