//! What stands in a cell that holds no number.

/// Words that say that no number applies.
const WORDS: [&str; 12] = [
    "不适用",
    "不涉及",
    "未涉及",
    "无",
    "暂无",
    "空",
    "无此项",
    "无数据",
    "不存在",
    "無",
    "N/A",
    "无此项数据",
];

/// What programs write for an empty cell.
const FILLERS: [&str; 8] = ["NaN", "nan", "None", "null", "NULL", "NaT", "<NA>", "undefined"];

/// The characters of a text that show.
fn shown(text: &str) -> String {
    let is_unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}' | '\u{FE0F}' | '\u{34F}' | '\u{180E}')
    };
    text.chars().filter(|c| !is_unseen(*c)).collect()
}

/// Whether a text shows nothing, or what a program writes for nothing.
pub(crate) fn is_empty(text: &str) -> bool {
    let shown = shown(text);
    shown.is_empty() || FILLERS.contains(&shown.as_str()) || shown.starts_with("Unnamed:")
}

/// Whether a text is a dash, a slash, or words such as 不适用.
pub(crate) fn is_not_applicable(text: &str) -> bool {
    let shown = shown(text);
    let is_mark = |c: char| "-－−–—―─‐‑﹣/／\\＼*＊|".contains(c);
    let words = shown.trim_matches(|c| "()（）。.".contains(c));
    !shown.is_empty() && (shown.chars().all(is_mark) || WORDS.contains(&words))
}

/// Whether a text is nothing but figures that a count can be: words they are not.
pub(crate) fn is_plain_count(text: &str) -> bool {
    const MOST: usize = 18;
    let figures: Vec<char> = text.chars().collect();
    let is_figure = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c);
    let leads_with_zero = figures.len() > 1 && matches!(figures.first(), Some('0' | '０'));
    (1..=MOST).contains(&figures.len()) && figures.iter().all(is_figure) && !leads_with_zero
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_a_dash_and_words_are_told_apart() {
        for text in ["", " ", "\u{3000}", "\u{200B}", "NaN", "Unnamed: 3"] {
            assert!(is_empty(text) && !is_not_applicable(text), "{text:?}");
        }
        for text in ["-", "——", "/", "无", "不 适用", "（不适用）"] {
            assert!(is_not_applicable(text) && !is_empty(text), "{text:?}");
        }
        for text in ["0", "无法提供", "约5", "-3"] {
            assert!(!is_empty(text) && !is_not_applicable(text), "{text:?}");
        }
        assert!(
            is_plain_count("12") && is_plain_count("１２") && !is_plain_count("012") && !is_plain_count("-1")
        );
    }
}
