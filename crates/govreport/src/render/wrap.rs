//! Breaking text into lines of a width counted in terminal columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Width of a text in terminal columns; a Chinese character takes two.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Lines of at most `limit` columns. Chinese text may break anywhere except before closing punctuation; a character wider
/// than the limit stands alone.
pub(super) fn wrap(text: &str, limit: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut used, mut last) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        let wide = c.width().unwrap_or(0);
        if used > 0 && used + wide > limit {
            // A closing mark takes the character before it along, unless nothing would be left.
            let cut = if closes(c) && last > start { last } else { at };
            lines.push(&text[start..cut]);
            start = cut;
            used = width(&text[cut..at]);
        }
        used += wide;
        last = at;
    }
    lines.push(&text[start..]);
    lines
}

/// The lines of a group's heading: its enumerator alone (`（三）`) where that helps, then the rest.
pub(super) fn wrap_group(text: &str, limit: usize) -> Vec<&str> {
    match text.find('）').map(|at| at + '）'.len_utf8()) {
        Some(end) if width(text) > limit && end < text.len() => {
            let mut lines = wrap(&text[..end], limit);
            lines.extend(wrap(&text[end..], limit));
            lines
        }
        _ => wrap(text, limit),
    }
}

const fn closes(c: char) -> bool {
    matches!(c, '）' | '，' | '、' | '。' | '；' | '：' | '”' | '》' | '〕' | ')' | ',' | '.')
}

/// The text, cut to `limit` columns with `…` at the end where it is longer.
pub(super) fn clip(text: &str, limit: usize) -> std::borrow::Cow<'_, str> {
    if width(text) <= limit {
        return text.into();
    }
    let first = wrap(text, limit.saturating_sub(1)).into_iter().next().unwrap_or_default();
    format!("{first}…").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_by_columns() {
        assert_eq!(wrap("社会公益组织", 4), ["社会", "公益", "组织"]);
        assert_eq!(wrap("自然人", 6), ["自然人"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("总计", 1), ["总", "计"]);
    }

    #[test]
    fn closing_marks_do_not_begin_a_line() {
        assert_eq!(wrap("甲乙丙，丁", 6), ["甲乙", "丙，丁"]);
    }

    #[test]
    fn enumerators_stand_alone_in_narrow_groups() {
        assert_eq!(wrap_group("（三）不予公开", 8), ["（三）", "不予公开"]);
        assert_eq!(wrap_group("（三）不予公开", 20), ["（三）不予公开"]);
    }

    #[test]
    fn clipping_counts_columns() {
        assert_eq!(clip("云溪镇人民政府", 8), "云溪镇…");
        assert_eq!(clip("云溪镇", 8), "云溪镇");
    }
}
