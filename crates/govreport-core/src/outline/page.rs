//! Labelled lines of a web page (页面信息): 发布时间, 发布机构 …; and the dateline (落款日期).

use std::sync::LazyLock;

use super::body;
use crate::form::{PageLabel, frame};
use crate::model::{Date, Located, Origin};
use crate::span::Span;
use crate::text::date::{date, find_date};
use crate::text::fold::is_blank;
use crate::text::lexicon::Lexicon;

static LABELS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(frame().page_labels.iter().map(|(_, wording)| *wording)));

/// The longest line that may hold labels, in bytes.
const LONGEST: usize = 800;
/// The longest dateline, with the name of the body in front of it, in characters.
const LONGEST_DATELINE: usize = 60;

/// What the labelled lines tell.
#[derive(Debug, Default)]
pub(super) struct Page {
    published: Option<(usize, Located<Date>)>,
    issuer: Option<(usize, Located<String>)>,
}

impl Page {
    /// The day of publication, by the best of its labels.
    pub(super) fn published(&self) -> Option<Located<Date>> {
        self.published.as_ref().map(|(_, found)| found.clone())
    }

    /// The body that issues, by the best of its labels.
    pub(super) fn issuer(&self) -> Option<Located<String>> {
        self.issuer.as_ref().map(|(_, found)| found.clone())
    }

    /// Reads lines; what they tell is kept where its label is better than the one met before.
    pub(super) fn read(&mut self, text: &str, lines: &[Span]) {
        for (index, line) in lines.iter().enumerate() {
            // A sentence is no label.
            if line.len() <= LONGEST && !line.of(text).contains('。') {
                self.read_line(text, *line, lines.get(index + 1).copied());
            }
        }
    }

    fn read_line(&mut self, text: &str, line: Span, next: Option<Span>) {
        let content = line.of(text);
        let mut parted = true;
        for (at, c) in content.char_indices() {
            let begins = parted && !is_blank(c);
            parted = is_blank(c) || matches!(c, '|' | '】' | ']' | '；' | '(' | '（' | '【' | '[');
            if !begins {
                continue;
            }
            let Some((node, end)) = LABELS.walk(content, at, Lexicon::ROOT).longest else {
                continue;
            };
            let rank = usize::from(LABELS.entries(node)[0]);
            let Some(value) = value_at(content, end) else {
                continue;
            };
            let value = Span::new(line.start + value, line.end);
            match frame().page_labels[rank].0 {
                PageLabel::Published => self.read_published(rank, text, value, next),
                PageLabel::Issuer => self.read_issuer(rank, text, value, next),
                PageLabel::Title | PageLabel::Trail | PageLabel::Other => {}
            }
        }
    }

    fn read_published(&mut self, rank: usize, text: &str, value: Span, next: Option<Span>) {
        if self.published.as_ref().is_some_and(|(before, _)| *before <= rank) {
            return;
        }
        // 发布日期: with its day on the next line.
        let place = if value.is_empty() { next } else { Some(value) };
        let Some(place) = place else { return };
        let printed = place.of(text);
        if let Ok((rest, day)) = date(printed) {
            let span = Span::new(place.start, place.end - rest.len());
            self.published = Some((rank, Located { value: day, origin: Origin::PageMetadata, span }));
        }
    }

    fn read_issuer(&mut self, rank: usize, text: &str, value: Span, next: Option<Span>) {
        if self.issuer.as_ref().is_some_and(|(before, _)| *before <= rank) {
            return;
        }
        let place = if value.is_empty() { next } else { Some(value) };
        let Some(place) = place else { return };
        let printed = place.of(text);
        let end =
            printed.find(|c: char| is_blank(c) || matches!(c, '|' | '】' | ']')).unwrap_or(printed.len());
        let name = &printed[..end];
        if body::is_name(name) {
            let span = Span::new(place.start, place.start + end);
            self.issuer =
                Some((rank, Located { value: name.to_owned(), origin: Origin::PageMetadata, span }));
        }
    }
}

/// Where the value behind a label begins: a colon, a bar or white space parts the two. `None` where the words go on.
fn value_at(content: &str, end: usize) -> Option<usize> {
    let behind = &content[end..];
    let value =
        behind.trim_start_matches(|c: char| is_blank(c) || matches!(c, ':' | '：' | '|' | '】' | ']'));
    (value.len() < behind.len() || value.is_empty() || value.starts_with(|c: char| c.is_ascii_digit()))
        .then_some(content.len() - value.len())
}

/// What a line of date and signature tells.
#[derive(Debug)]
pub(super) struct Dateline {
    pub(super) day: Located<Date>,
    /// The name in front of the day, or on the line above it.
    pub(super) signature: Option<Located<String>>,
}

/// The last dateline among these lines: a line that holds a day and nothing else but the name of a body.
pub(super) fn dateline(text: &str, lines: &[Span]) -> Option<Dateline> {
    (0..lines.len()).rev().find_map(|index| {
        let line = lines[index];
        let content = line.of(text);
        // Paragraphs are the most of the lines: their bytes alone show that they are too long.
        if content.len() > LONGEST_DATELINE * char::MAX.len_utf8() {
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
        if !before.is_empty() && !body::is_name(before) {
            return None;
        }
        let signed = if before.is_empty() {
            let above = lines.get(index.checked_sub(1)?).copied();
            above.map(|above| above.trimmed(text)).filter(|above| body::is_name(above.of(text)))
        } else {
            let from = line.start + content.find(before)?;
            Some(Span::new(from, from + before.len()))
        };
        let signature =
            signed.map(|span| Located { value: span.of(text).to_owned(), origin: Origin::Dateline, span });
        let span = Span::new(line.start + start, line.start + end);
        Some(Dateline { day: Located { value, origin: Origin::Dateline, span }, signature })
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

    fn page(text: &str) -> (Option<String>, Option<String>) {
        let mut page = Page::default();
        page.read(text, &lines(text));
        (page.published().map(|found| found.value.to_string()), page.issuer().map(|found| found.value))
    }

    #[test]
    fn days_of_publication() {
        for (text, day) in [
            ("发布时间: 2024-01-30 22:06 字体:[]", "2024-01-30"),
            ("来源：青禾县门户网站 发布日期：2024年1月30日 浏览次数：12", "2024-01-30"),
            ("发布日期:\n2024-01-30\n09:53", "2024-01-30"),
            ("日期：2024- 01- 30 16 : 26", "2024-01-30"),
            ("发 布 日 期：2024.01.30", "2024-01-30"),
            ("發布時間：2024/1/30", "2024-01-30"),
            ("更新时间：2024-05-01 成文日期：2024-01-30", "2024-01-30"),
            ("生成日期 | 2024-01-30 | 文号 |", "2024-01-30"),
        ] {
            assert_eq!(page(text).0.as_deref(), Some(day), "{text}");
        }
        for text in
            ["发布日期：", "时间紧，任务重，2024-01-30", "2024-01-30", "发布日期：\n无", "统计时间2024年"]
        {
            assert_eq!(page(text).0, None, "{text}");
        }
    }

    #[test]
    fn issuing_bodies() {
        assert_eq!(
            page("发布机构：青禾县应急管理局 发布日期：2024-01-30").1.as_deref(),
            Some("青禾县应急管理局")
        );
        assert_eq!(page("索 引 号 | K1 | 发文机关 | 青禾县教育局 |").1.as_deref(), Some("青禾县教育局"));
        assert_eq!(page("来源：本站原创 作者：佚名").1, None);
        assert_eq!(page("发布机构：admin").1, None);
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
