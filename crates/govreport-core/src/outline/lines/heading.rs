//! A line read as the heading of a section (部分标题): by its words, with its number.

use std::sync::LazyLock;

use super::line::{behind_bookmark, has_words};
use super::part_words;
use crate::form::{SectionKey, form};
use crate::text::date;
use crate::text::fold::is_blank;
use crate::text::lexicon::{Lexicon, Node};
use crate::text::ordinal::{Ordinal, Style, ordinal};

static SECTIONS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(form().sections.iter().map(|(_, wording)| *wording)));

/// The longest line that may be a heading whose words are not known, in bytes.
const SHORT: usize = 90;
/// The longest rest of a line that may be a leader and a page number, or white space, in bytes.
const LEADER: usize = 400;
/// How many commas of a text are looked at in search of a heading inside it.
const COMMAS: usize = 20_000;

/// A line that can be the heading of a section. Offsets count from the start of the line.
#[derive(Debug, Clone, Copy)]
pub(in crate::outline) struct Heading {
    /// The section its words name; `None` for a short numbered line with other words.
    pub(in crate::outline) key: Option<SectionKey>,
    pub(in crate::outline) number: Option<(u8, Style)>,
    /// Where the heading begins: behind marks of the format.
    pub(in crate::outline) start: usize,
    /// Where its words end.
    pub(in crate::outline) end: usize,
    /// Where the text begins that runs on behind it; the length of the line where none does.
    pub(in crate::outline) rest: usize,
    /// Whether the words name a part of section one as well (主动公开情况).
    pub(in crate::outline) shared: bool,
}

/// What the end of a line left open: a heading may go on in the next one.
#[derive(Debug, Clone, Copy)]
pub(in crate::outline) struct Open {
    number: Option<(u8, Style)>,
    start: usize,
    node: Node,
}

/// What a line is.
#[derive(Debug, Clone, Copy)]
pub(in crate::outline) enum Reading {
    Heading(Heading),
    Open(Open),
    Nothing,
}

/// Reads a line. `marked` says that the format itself marks it as a heading.
pub(in crate::outline) fn read(text: &str, marked: bool) -> Reading {
    let start = behind_marks(text);
    let ordinal = ordinal(&text[start..]);
    let words = start + ordinal.map_or(0, |ordinal| ordinal.end);
    let words = behind_year(text, words);
    let walk = SECTIONS.walk(text, words, Lexicon::ROOT);
    let number = ordinal.map(|ordinal| (ordinal.value, ordinal.style));
    if let Some((node, end)) = walk.longest.and_then(|longest| within_sentence(text, words, longest)) {
        let key = form().sections[usize::from(SECTIONS.entries(node)[0])].0;
        let Some(rest) = text_behind(text, end, ordinal, key, marked) else {
            return Reading::Nothing;
        };
        let shared = part_words::named(&text[words..end]).is_some();
        return Reading::Heading(Heading { key: Some(key), number, start, end, rest, shared });
    }
    if let Some(node) = walk.open
        && node != Lexicon::ROOT
        && words < text.len()
    {
        return Reading::Open(Open { number, start, node });
    }
    match number {
        Some((_, Style::Han)) if is_short(&text[words..]) => {
            let end = text.trim_end_matches(is_closing).len();
            Reading::Heading(Heading { key: None, number, start, end, rest: text.len(), shared: false })
        }
        _ => Reading::Nothing,
    }
}

/// Reads on in the next line. The heading's `end` and `rest` count in that line, its `start` in the one before.
pub(in crate::outline) fn read_on(open: Open, next: &str) -> Option<Heading> {
    let (node, end) = SECTIONS.walk(next, 0, open.node).longest?;
    let key = form().sections[usize::from(SECTIONS.entries(node)[0])].0;
    let rest = behind_closing(next, end);
    let closed = rest == next.len() || next[end..].starts_with(['。', '：', ':']);
    closed.then_some(Heading {
        key: Some(key),
        number: open.number,
        start: open.start,
        end,
        rest,
        shared: false,
    })
}

/// Signs that may stand behind a heading and do not belong to it.
pub(in crate::outline) fn is_closing(c: char) -> bool {
    is_blank(c) || matches!(c, '。' | '：' | ':' | '*' | '#' | '】' | '|')
}

fn behind_closing(text: &str, end: usize) -> usize {
    text.len() - text[end..].trim_start_matches(is_closing).len()
}

/// Offset behind marks that readers leave in front of a line: `#`, `**`, `[bookmark: …]`.
fn behind_marks(text: &str) -> usize {
    // Nearly every line begins with a Chinese character or a figure.
    if text.starts_with(|c| matches!(c, '\u{4E00}'..='\u{9FFF}' | '0'..='9')) {
        return 0;
    }
    let rest = text.trim_start_matches(|c: char| is_blank(c) || matches!(c, '*' | '#' | '_'));
    let rest = behind_bookmark(rest);
    text.len() - rest.len()
}

/// Offset behind the year of `2023年度总体情况`.
fn behind_year(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    if !rest.starts_with(|c: char| date_begins(c)) {
        return at;
    }
    date::year(rest).map_or(at, |(rest, _)| text.len() - rest.len())
}

fn date_begins(c: char) -> bool {
    matches!(c, '1' | '2' | '１' | '２' | '二')
}

/// The longest wording that does not reach over the end of a sentence: 主动公开。工作人员… is not 主动公开工作.
fn within_sentence(text: &str, from: usize, longest: (Node, usize)) -> Option<(Node, usize)> {
    let read = &text[from..longest.1];
    // Most headings are ideographs alone, which all begin with these bytes; no sign does.
    if read.bytes().all(|byte| matches!(byte, 0x80..=0xBF | 0xE4..=0xE9)) {
        return Some(longest);
    }
    match read.trim_start().find(['。', '：', ':', '；', ';']) {
        None => Some(longest),
        Some(at) => {
            SECTIONS
                .walk(&text[..text.len() - text[from..].trim_start().len() + at], from, Lexicon::ROOT)
                .longest
        }
    }
}

/// Where the text behind a heading begins, or `None` where what stands there shows that the line is no heading: a list of
/// sections, a line of a table of contents, a sentence that begins with the same words.
fn text_behind(
    text: &str,
    end: usize,
    ordinal: Option<Ordinal>,
    key: SectionKey,
    marked: bool,
) -> Option<usize> {
    let behind = text[end..].trim_start_matches(|c: char| is_blank(c) || c == '*');
    let Some(first) = behind.chars().next() else {
        return Some(text.len());
    };
    if is_page_number(behind) {
        return None;
    }
    let rest = behind_closing(text, end);
    if rest == text.len() || is_remark(behind) {
        return Some(text.len());
    }
    let numbered = ordinal.is_some();
    let parted = text[end..].starts_with(is_blank);
    let runs_on = match first {
        '。' | '：' | ':' => numbered || marked,
        '，' | ',' => ordinal.is_some_and(|ordinal| ordinal.style == Style::Han),
        '、' | '；' | ';' | '和' | '及' | '”' | '"' | '》' | '.' | '…' | '·' => false,
        _ => {
            let long = form().section_label(key).chars().count() >= 10;
            ordinal.is_some_and(|ordinal| ordinal.style == Style::Han)
                && (parted
                    || long
                    || first.is_ascii_digit()
                    || crate::text::ordinal::ordinal(behind).is_some())
        }
    };
    let rest = if matches!(first, '，' | ',') { rest + first.len_utf8() } else { rest };
    (runs_on && !begins_another(&text[rest..], key)).then_some(rest)
}

/// `........ 10`, `…… 3`, `12`: where a table of contents says on which page a section stands.
fn is_page_number(behind: &str) -> bool {
    if behind.len() > LEADER {
        return false;
    }
    let number = behind
        .trim_start_matches(|c: char| is_blank(c) || matches!(c, '.' | '…' | '·' | '．' | '-' | '—' | '_'));
    let leader = number.len() < behind.len();
    let digits = number.trim_matches(|c: char| is_blank(c) || matches!(c, '(' | ')' | '（' | '）' | '-'));
    (leader && digits.is_empty())
        || (!digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// A remark in brackets that ends the line: （单位：件）.
fn is_remark(behind: &str) -> bool {
    behind.len() <= SHORT
        && behind.starts_with(['（', '('])
        && behind.trim_end_matches(is_closing).ends_with(['）', ')'])
}

/// Whether a text begins with the heading of another section: the line lists them.
fn begins_another(text: &str, key: SectionKey) -> bool {
    let at = ordinal(text).map_or(0, |ordinal| ordinal.end);
    let walk = SECTIONS.walk(text, at, Lexicon::ROOT);
    walk.longest.is_some_and(|(node, _)| form().sections[usize::from(SECTIONS.entries(node)[0])].0 != key)
}

/// Whether a numbered line is short enough for a heading, and no sentence.
fn is_short(words: &str) -> bool {
    if words.len() > LEADER {
        return false;
    }
    let words = words.trim_end_matches(is_closing);
    !words.is_empty()
        && words.len() <= SHORT
        && !words.contains(['。', '；', ';', '！', '？', '\t', '|'])
        && has_words(words)
}

/// Where a heading stands inside a text, from byte `from` on: an ordinal like `三、` and the words of its section behind it.
pub(in crate::outline) fn find_inside(text: &str, from: usize) -> Option<(usize, Heading)> {
    for at in memchr::memmem::find_iter(&text.as_bytes()[from..], "、".as_bytes()).take(COMMAS) {
        let comma = from + at;
        let Some((start, numeral)) = text[..comma].char_indices().next_back() else {
            continue;
        };
        if start < from || !matches!(numeral, '一'..='鿿') {
            continue;
        }
        let Some(Ordinal { style: Style::Han, value, .. }) = ordinal(&text[start..]) else {
            continue;
        };
        if let Reading::Heading(heading @ Heading { key: Some(key), .. }) = read(&text[start..], false)
            && value == key.number()
        {
            return Some((start, heading));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(text: &str) -> Option<(SectionKey, &str, &str)> {
        match read(text, false) {
            Reading::Heading(Heading { key: Some(key), start, end, rest, .. }) => {
                Some((key, &text[start..end], &text[rest..]))
            }
            _ => None,
        }
    }

    #[test]
    fn headings_by_their_words() {
        use SectionKey::{OtherMatters, Overview, Proactive, Problems, Requests, Review};
        for (line, key, title, rest) in [
            ("一、总体情况", Overview, "一、总体情况", ""),
            ("总体情况", Overview, "总体情况", ""),
            ("一 、概 述", Overview, "一 、概 述", ""),
            ("一 概 述", Overview, "一 概 述", ""),
            ("—、总体情况", Overview, "—、总体情况", ""),
            ("**一、总体情况**", Overview, "一、总体情况", ""),
            ("一、2023年度总体情况", Overview, "一、2023年度总体情况", ""),
            (
                "一、总体情况。2023年，我镇公开信息9条。",
                Overview,
                "一、总体情况",
                "2023年，我镇公开信息9条。",
            ),
            ("一、总体情况 2023年，我镇公开信息9条。", Overview, "一、总体情况", "2023年，我镇公开信息9条。"),
            ("1、 总体情况", Overview, "1、 总体情况", ""),
            ("二、主动公开政府信息情况：", Proactive, "二、主动公开政府信息情况", ""),
            ("二、行政机关主动公开政府信息的情况", Proactive, "二、行政机关主动公开政府信息的情况", ""),
            (
                "三、收到和处理政府信息公开申请情况（单位：件）",
                Requests,
                "三、收到和处理政府信息公开申请情况",
                "",
            ),
            ("四、政府信息公开行政复议行政诉讼情况", Review, "四、政府信息公开行政复议行政诉讼情况", ""),
            (
                "四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
                Review,
                "四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
                "",
            ),
            (
                "五、存在的主要问题及改进情况一是人手少。",
                Problems,
                "五、存在的主要问题及改进情况",
                "一是人手少。",
            ),
            ("六、其它需要报告的事项 无。", OtherMatters, "六、其它需要报告的事项", "无。"),
            ("六、其他需要報告的事項", OtherMatters, "六、其他需要報告的事項", ""),
        ] {
            assert_eq!(heading(line), Some((key, title, rest)), "{line}");
        }
    }

    #[test]
    fn what_is_no_heading() {
        for line in [
            "",
            "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分。",
            "（一）总体情况；（二）主动公开政府信息情况；",
            "1.总体情况；2.主动公开政府信息情况；",
            "一、总体情况。二、主动公开政府信息情况。",
            "二、主动公开政府信息情况 ........ 10",
            "二、主动公开政府信息情况……3",
            "一、总体情况 1",
            "总体情况良好，工作有序推进。",
            "一、总体情况良好",
            "主动公开情况：全年公开信息9条。",
            "四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0",
        ] {
            assert_eq!(heading(line), None, "{line}");
        }
    }

    #[test]
    fn a_heading_torn_over_two_lines() {
        let Reading::Open(open) = read("四、政府信息公开行政复议、", false) else {
            panic!("the line ends inside a wording")
        };
        let heading = read_on(open, "行政诉讼情况").expect("the rest of the wording");
        assert_eq!((heading.key, heading.number), (Some(SectionKey::Review), Some((4, Style::Han))));
        assert!(read_on(open, "行政诉讼情况良好").is_none());
    }

    #[test]
    fn a_heading_inside_a_long_line() {
        let text = "三清镇报告 一、总体情况 我镇做好一、二项工作。二、主动公开政府信息情况 规章000";
        let (first, _) = find_inside(text, 0).expect("section one");
        let (second, heading) = find_inside(text, first + 6).expect("section two");
        assert!(text[second..].starts_with("二、主动公开"));
        assert_eq!(heading.key, Some(SectionKey::Proactive));
    }
}
