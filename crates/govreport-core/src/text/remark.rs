//! Words and the remark in brackets behind them: 行政许可（累计）, 本年收费金额（单位：元）.

use super::fold::leading_blank;
use crate::span::Span;

/// Words with the remark in brackets that stands directly behind them.
pub(crate) fn with_remark(words: Span, text: &str) -> &str {
    const LONGEST: usize = 60;
    let behind = &text[words.end..];
    let behind = &behind[leading_blank(behind)..];
    // Behind nearly all words stands none.
    if !behind.starts_with(['（', '(']) {
        return words.of(text);
    }
    let near = behind.char_indices().nth(LONGEST).map_or(behind, |(end, _)| &behind[..end]);
    let remark = near
        .find(['）', ')'])
        .map_or(0, |close| close + near[close..].chars().next().map_or(0, char::len_utf8));
    let end = text.len() - behind.len() + remark;
    if remark == 0 { words.of(text) } else { &text[words.start..end] }
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
