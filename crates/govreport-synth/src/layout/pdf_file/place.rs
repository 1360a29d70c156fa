//! Places on the page, and how wide text is.

/// A rectangle on a page, in points from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

/// The width of a character of this size.
fn width_of_one(c: char, size: f32) -> f32 {
    if matches!(c, ' '..='~') { size / 2.0 } else { size }
}

/// The width of a line in letters of this size.
pub(super) fn width_of(line: &str, size: f32) -> f32 {
    line.chars().map(|c| width_of_one(c, size)).sum()
}

/// The text in lines that are at most this wide. A line does not begin with a mark that belongs to the one before, nor inside a
/// number or a Latin word, unless that alone is wider.
pub(super) fn lines_of(text: &str, width: f32, size: f32) -> Vec<String> {
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        let mut taken = 0.0;
        for piece in pieces(part) {
            let wide = width_of(piece, size);
            if taken + wide > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                taken = 0.0;
            }
            line.push_str(piece);
            taken += wide;
        }
        lines.push(line);
    }
    lines
}

/// What stays together at the end of a line: a word or number, or a character with the marks behind it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let clings = matches!(c, '，' | '。' | '、' | '；' | '：' | '）' | '”' | ',' | ';' | ':' | ')' | '%');
        let opened = before.is_some_and(|before| matches!(before, '（' | '“' | '('));
        let inside = before.is_some_and(|before| is_latin(before) && is_latin(c));
        if before.is_some() && !clings && !opened && !inside {
            pieces.push(text.get(start..at).unwrap_or_default());
            start = at;
        }
        before = Some(c);
    }
    pieces.push(text.get(start..).unwrap_or_default());
    pieces
}

/// Letters and digits that stay together at the end of a line.
const fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '@' | '-' | '−' | '０'..='９' | '，' | '．')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_asked() {
        let lines = lines_of("截至2023年底，（县级）共1,306件。", 50.0, 10.0);
        assert_eq!(lines, ["截至2023年", "底，（县", "级）共", "1,306件。"]);
        assert!(lines.iter().all(|line| width_of(line, 10.0) <= 50.0));
    }

    #[test]
    fn a_number_is_never_parted() {
        assert_eq!(lines_of("123456789", 10.0, 10.0), ["123456789"]);
        assert_eq!(lines_of("其他\n结果", 100.0, 10.0), ["其他", "结果"]);
    }
}
