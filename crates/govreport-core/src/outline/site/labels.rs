//! Labelled lines and rows of a web page (页面信息): 索引号, 发布机构, 发布时间 …

use std::ops::Range;
use std::sync::LazyLock;

use crate::document::{Block, BlockKind, Document};
use crate::form::{PageLabel, frame};
use crate::model::Date;
use crate::outline::lines::body_names;
use crate::outline::lines::line::line_of;
use crate::span::Span;
use crate::text::date::date;
use crate::text::fold::is_blank;
use crate::text::lexicon::Lexicon;

static LABELS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(frame().page_labels.iter().map(|(_, wording)| *wording)));

/// The longest line that may hold labels, in bytes.
/// Measured: with 400, no cell changes.
const LONGEST: usize = 800;
/// The longest line that may be the value of the label above it, in bytes.
/// Measured: with 120, no cell changes.
const LONGEST_VALUE: usize = 240;
/// The longest label that is not known and yet ends the value before it, in characters.
/// Measured: with 7, no cell changes.
const LONGEST_LABEL: usize = 8;

/// A value with the label that names it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Find {
    pub(super) field: PageLabel,
    /// Place of the label in the list of labels: the best has the least.
    pub(super) rank: usize,
    pub(super) value: Span,
    /// The day that the value is, for fields that are days.
    pub(super) day: Option<(Date, Span)>,
}

/// What the labelled lines and rows of a page tell.
#[derive(Debug, Default)]
pub(super) struct Labels {
    finds: Vec<Find>,
    /// The blocks that hold nothing but labels and values, except those that name the document.
    pub(super) blocks: Vec<usize>,
}

/// A label in a line, and where its value begins.
#[derive(Debug, Clone, Copy)]
struct Label {
    start: usize,
    rank: usize,
    value: usize,
    /// Whether a colon or a bar parts label and value, or at least a space.
    by_sign: bool,
}

impl Label {
    fn field(&self) -> PageLabel {
        frame().page_labels[self.rank].0
    }
}

/// A line of the page with the block it belongs to.
#[derive(Debug, Clone, Copy)]
struct Line {
    span: Span,
    block: usize,
}

impl Labels {
    /// What has this field, by the best of its labels; of equals the first.
    pub(super) fn best(&self, field: PageLabel) -> Option<&Find> {
        self.finds.iter().filter(|find| find.field == field).min_by_key(|find| find.rank)
    }

    /// The day of publication, or the day it was written, by the best label of either.
    pub(super) fn day(&self) -> Option<(Date, Span)> {
        self.finds.iter().filter(|find| find.day.is_some()).min_by_key(|find| find.rank)?.day
    }

    /// The body that publishes, where it has the name of one.
    pub(super) fn issuer(&self, text: &str) -> Option<Span> {
        let of_publisher = self.finds.iter().filter(|find| find.field == PageLabel::Publisher);
        let name = |find: &Find| {
            let printed = find.value.of(text);
            let end = printed.find(is_blank).unwrap_or(printed.len());
            let span = Span::new(find.value.start, find.value.start + end);
            body_names::is_name(span.of(text)).then_some((find.rank, span))
        };
        of_publisher.filter_map(name).min_by_key(|(rank, _)| *rank).map(|(_, span)| span)
    }

    /// Reads some blocks. Above the report every labelled line is the page's; below its first heading only what tells a field
    /// (公开方式：… can be the report's own).
    pub(super) fn read(&mut self, document: &Document<'_>, blocks: Range<usize>, above: bool) {
        let text = document.text();
        let all = document.blocks();
        let lines: Vec<Line> = blocks
            .clone()
            .filter_map(|block| Some(Line { span: line_of(document, all.get(block)?)?, block }))
            .collect();
        for at in 0..lines.len() {
            self.read_line(text, &lines, at, above);
        }
        for block in blocks {
            if let Some(row) = all.get(block).filter(|row| matches!(row.kind, BlockKind::Row { .. })) {
                self.read_row(document, block, row, above);
            }
        }
    }

    fn read_line(&mut self, text: &str, lines: &[Line], at: usize, above: bool) {
        let Line { span: line, block } = lines[at];
        let content = line.of(text);
        let first = label_at_start(content);
        if first.is_some_and(|label| label.field() == PageLabel::Summary && label.by_sign) {
            self.summary(text, lines, at, first);
            return;
        }
        // A sentence is no label.
        if line.len() > LONGEST || content.contains('。') {
            return;
        }
        let labels = labels_of(content);
        let before = self.finds.len();
        let mut below = false;
        for (index, label) in labels.iter().enumerate() {
            let next_label = labels.get(index + 1).map_or(content.len(), |next| next.start);
            let end = label.value + value_length(&content[label.value..next_label.max(label.value)]);
            let value = Span::new(line.start + label.value, line.start + end).trimmed(text);
            if !value.is_empty() {
                let next = lines.get(at + 1).map(|next| next.span);
                self.take(text, label, value, next);
            } else if index + 1 == labels.len()
                && let Some(next) = value_below(text, lines, at, label)
            {
                self.take(text, label, next, None);
                below = true;
            }
        }
        let found = self.finds.len() > before;
        let only_labels = first.is_some_and(|label| label.by_sign || label.value == content.len());
        let names = labels.iter().any(|label| matches!(label.field(), PageLabel::Name | PageLabel::Trail));
        if only_labels && !names && (found || above && labels.iter().all(|label| label.by_sign)) {
            self.blocks.push(block);
            if below && let Some(next) = lines.get(at + 1) {
                self.blocks.push(next.block);
            }
        }
    }

    /// 内容概述: it repeats the beginning of the report, on its line or on the next.
    fn summary(&mut self, text: &str, lines: &[Line], at: usize, label: Option<Label>) {
        self.blocks.push(lines[at].block);
        let alone = label.is_some_and(|label| label.value == lines[at].span.len());
        let Some(next) = lines.get(at + 1).filter(|_| alone) else { return };
        let words = next.span.of(text);
        let begins = words.char_indices().nth(16).map_or(words, |(end, _)| &words[..end]);
        let behind = text.get(next.span.end..).unwrap_or_default();
        if memchr::memmem::find(behind.as_bytes(), begins.as_bytes()).is_some() {
            self.blocks.push(next.block);
        }
    }

    fn take(&mut self, text: &str, label: &Label, value: Span, next: Option<Span>) {
        let field = label.field();
        let day = match field {
            PageLabel::Published | PageLabel::Created => {
                // A day may be broken: its end stands on the next line.
                let longer = next.map(|next| value.to(next));
                let Some(day) =
                    [Some(value), longer].into_iter().flatten().find_map(|place| day_at(text, place))
                else {
                    return;
                };
                Some(day)
            }
            PageLabel::Publisher => None,
            PageLabel::Trail | PageLabel::Other | PageLabel::Summary => return,
            // White space parts words of prose too.
            _ if !label.by_sign && label.start > 0 => return,
            _ => None,
        };
        let value = day.map_or(value, |(_, span)| span);
        self.finds.push(Find { field, rank: label.rank, value, day });
    }

    /// Reads a row whose cells are labels and values in turn, or labels over a row of values.
    fn read_row(&mut self, document: &Document<'_>, block: usize, row: &Block, above: bool) {
        let text = document.text();
        let cells = document.cells(row);
        if cells.iter().filter(|cell| !cell.span.is_empty()).count() < 2 {
            return;
        }
        let labels: Vec<Option<Label>> = cells.iter().map(|cell| whole_label(cell.span.of(text))).collect();
        let count = labels.iter().flatten().count();
        let finds = self.finds.len();
        let mut named = false;
        let mut read = 0;
        for (at, cell) in cells.iter().enumerate() {
            let Some(label) = labels[at] else {
                // 索引号：K1 in one cell.
                let line = [Line { span: cell.span, block }];
                let before = self.blocks.len();
                self.read_line(text, &line, 0, above);
                read += usize::from(self.blocks.len() > before);
                self.blocks.truncate(before);
                continue;
            };
            named |= matches!(label.field(), PageLabel::Name | PageLabel::Trail);
            read += 1;
            let value = cells.get(at + 1).filter(|_| labels.get(at + 1).is_some_and(Option::is_none));
            match value {
                Some(value) if !value.span.is_empty() => {
                    self.take(text, &Label { start: 0, by_sign: true, ..label }, value.span, None);
                }
                None if count > 1 => self.value_under(document, block, at, label),
                _ => {}
            }
        }
        if read > 0 && !named && (above || self.finds.len() > finds) {
            self.blocks.push(block);
        }
    }

    /// The value of a label in a row of labels: the cell under it.
    fn value_under(&mut self, document: &Document<'_>, block: usize, column: usize, label: Label) {
        let Some(next) = document.blocks().get(block + 1) else { return };
        let (row, cells) = (&document.blocks()[block], document.cells(next));
        let text = document.text();
        let same = cells.len() == document.cells(row).len();
        let all_labels = document.cells(row).iter().all(|cell| whole_label(cell.span.of(text)).is_some());
        if same
            && all_labels
            && let Some(cell) = cells.get(column).filter(|cell| !cell.span.is_empty())
            && whole_label(cell.span.of(text)).is_none()
        {
            self.take(text, &Label { start: 0, by_sign: true, ..label }, cell.span, None);
            self.blocks.push(block + 1);
        }
    }
}

/// The day at the beginning of a text, and where it stands.
fn day_at(text: &str, place: Span) -> Option<(Date, Span)> {
    let printed = place.of(text);
    let (rest, day) = date(printed).ok()?;
    Some((day, Span::new(place.start, place.end - rest.len())))
}

/// The labels of a line, in order.
fn labels_of(content: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut parted = true;
    let mut from = 0;
    for (at, c) in content.char_indices() {
        let begins = parted && !is_blank(c) && at >= from;
        // Nearly all characters are ideographs, which part nothing.
        parted = !matches!(c, '\u{4E00}'..='\u{9FFF}')
            && (is_blank(c) || matches!(c, '|' | '】' | ']' | '；' | '(' | '（' | '【' | '['));
        if begins && let Some(label) = label_at(content, at) {
            from = label.value;
            labels.push(label);
        }
    }
    labels
}

/// Whether a line says where on the site the page stands: 您的位置：首页 > 政务公开 > 正文.
pub(super) fn is_trail(content: &str) -> bool {
    // Nearly no line has the sign.
    content.len() <= LONGEST_VALUE
        && memchr::memchr(b'>', content.as_bytes()).is_some()
        && label_at_start(content).is_some_and(|label| label.by_sign && label.field() == PageLabel::Trail)
}

fn label_at_start(content: &str) -> Option<Label> {
    let inner =
        content.trim_start_matches(|c: char| is_blank(c) || matches!(c, '|' | '【' | '[' | '(' | '（' | '*'));
    label_at(content, content.len() - inner.len())
}

/// The label at byte `at`, where a colon, a bar or white space parts it from its value.
fn label_at(content: &str, at: usize) -> Option<Label> {
    let (node, end) = LABELS.walk(content, at, Lexicon::ROOT).longest?;
    let rank = usize::from(LABELS.entries(node)[0]);
    let behind = &content[end..];
    let value = behind.trim_start_matches(|c: char| is_blank(c) || is_sign(c));
    let parted =
        value.len() < behind.len() || value.is_empty() || value.starts_with(|c: char| c.is_ascii_digit());
    let by_sign = behind[..behind.len() - value.len()].contains(is_sign);
    parted.then_some(Label { start: at, rank, value: content.len() - value.len(), by_sign })
}

fn is_sign(c: char) -> bool {
    matches!(c, ':' | '：' | '|' | '】' | ']')
}

/// The label that the whole of a cell is.
fn whole_label(cell: &str) -> Option<Label> {
    label_at_start(cell).filter(|label| label.value == cell.len())
}

/// How much of a text is the value: up to a bar or a bracket that closes, or a label that is not known.
fn value_length(value: &str) -> usize {
    let mut blank = false;
    for (at, c) in value.char_indices() {
        if matches!(c, '|' | '】') {
            return at;
        }
        if blank && !is_blank(c) && begins_with_label(&value[at..]) {
            return at;
        }
        blank = is_blank(c);
    }
    value.trim_end_matches(['[', '【', '（', '(', '；', ';', '，', ',']).len()
}

/// Whether a few characters and a colon come: 点赞：12. Not where the characters are figures: 16 : 26.
fn begins_with_label(rest: &str) -> bool {
    let mut characters = 0;
    for c in rest.chars() {
        match c {
            ':' | '：' => return characters > 1,
            c if is_blank(c) => {}
            c if c.is_alphabetic() && !c.is_ascii() => characters += 1,
            _ => return false,
        }
        if characters > LONGEST_LABEL {
            return false;
        }
    }
    false
}

/// The value of a label that ends its line: the next line, where that is no label itself. Without a colon, other labels must
/// stand around: one cell a line.
fn value_below(text: &str, lines: &[Line], at: usize, label: &Label) -> Option<Span> {
    let next = lines.get(at + 1)?.span;
    let words = next.of(text);
    let is_label = |at: Option<usize>| {
        at.and_then(|at| lines.get(at)).is_some_and(|line| label_at_start(line.span.of(text)).is_some())
    };
    if next.len() > LONGEST_VALUE || words.contains('。') || is_label(Some(at + 1)) {
        return None;
    }
    let of_a_day = matches!(label.field(), PageLabel::Published | PageLabel::Created);
    let of_a_body = label.field() == PageLabel::Publisher && body_names::is_name(words);
    (label.by_sign || of_a_day || of_a_body || is_label(Some(at + 2)) || is_label(at.checked_sub(2)))
        .then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> (Option<String>, Option<String>) {
        let mut builder = Document::builder(text);
        let mut at = 0;
        for line in text.split('\n') {
            builder.paragraph(Span::new(at, at + line.len()).trimmed(text));
            at += line.len() + 1;
        }
        let document = builder.finish().expect("in order");
        let mut labels = Labels::default();
        labels.read(&document, 0..document.blocks().len(), true);
        (
            labels.day().map(|(day, _)| day.to_string()),
            labels.issuer(text).map(|span| span.of(text).to_owned()),
        )
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
}
