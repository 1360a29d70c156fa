//! The numerals of headings.

/// The Chinese numeral of a small number: a heading's.
pub(crate) fn numeral(number: usize) -> &'static str {
    ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].get(number).copied().unwrap_or("十")
}
