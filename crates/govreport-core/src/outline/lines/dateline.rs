//! The dateline (落款日期): day and signature at the end of a report, or under its title.

use super::body_names;
use crate::model::{Date, Located, Origin};
use crate::span::Span;
use crate::text::date::{ends_day, find_date};
use crate::text::fold::is_blank;

/// The longest dateline, with the name of the body in front of it, in characters.
/// Measured: with 30, no cell changes.
const LONGEST_DATELINE: usize = 60;

/// What a line of date and signature tells.
#[derive(Debug)]
pub(in crate::outline) struct Dateline {
    pub(in crate::outline) day: Located<Date>,
    /// The name in front of the day, or on the line above it.
    pub(in crate::outline) signature: Option<Located<String>>,
}

/// The last dateline among these lines: a line that holds a day and nothing else but the name of a body.
pub(in crate::outline) fn dateline(text: &str, lines: &[Span]) -> Option<Dateline> {
    (0..lines.len()).rev().find_map(|index| {
        let line = lines[index];
        let content = line.of(text);
        // Paragraphs are the most of the lines: their bytes alone show that they are too long.
        if content.len() > LONGEST_DATELINE * char::MAX.len_utf8() {
            return None;
        }
        // Most others end in no day.
        if !content.trim_end_matches(is_edge).ends_with(ends_day) {
            return None;
        }
        let characters = content.chars().count();
        if characters > LONGEST_DATELINE {
            return None;
        }
        let (start, end, value) = find_date(content, 0, characters)?;
        if !content[end..].chars().all(is_edge) {
            return None;
        }
        let before = content[..start].trim_matches(is_edge);
        if !before.is_empty() && !body_names::is_name(before) {
            return None;
        }
        let signed = if before.is_empty() {
            let above = lines.get(index.checked_sub(1)?).copied();
            above.map(|above| above.trimmed(text)).filter(|above| body_names::is_name(above.of(text)))
        } else {
            let from = line.start + content.find(before)?;
            Some(Span::new(from, from + before.len()))
        };
        let signature = signed.map(|span| Located::new(span.of(text).to_owned(), Origin::Dateline, span));
        let span = Span::new(line.start + start, line.start + end);
        Some(Dateline { day: Located::new(value, Origin::Dateline, span), signature })
    })
}

fn is_edge(c: char) -> bool {
    is_blank(c) || matches!(c, '（' | '）' | '(' | ')' | '*' | '。')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Span> {
        let mut at = 0;
        let lines = text.split('\n').map(|line| {
            let span = Span::new(at, at + line.len()).trimmed(text);
            at += line.len() + 1;
            span
        });
        lines.filter(|span| !span.is_empty()).collect()
    }

    #[test]
    fn datelines() {
        let read = |text: &str| {
            dateline(text, &lines(text))
                .map(|line| (line.day.value.to_string(), line.signature.map(|signature| signature.value)))
        };
        let signed = Some("青禾县人民政府".to_owned());
        assert_eq!(read("青禾县人民政府\n2024年1月30日"), Some(("2024-01-30".to_owned(), signed.clone())));
        assert_eq!(read("青禾县人民政府 二〇二四年一月三十日"), Some(("2024-01-30".to_owned(), signed)));
        assert_eq!(read("无。\n（二○二四年一月三十日）"), Some(("2024-01-30".to_owned(), None)));
        assert_eq!(read("2024年1月30日，我镇召开会议。"), None);
        assert_eq!(read("截至2024年1月30日"), None);
        assert_eq!(read("二0二四年"), None);
    }
}
