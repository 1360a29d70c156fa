//! Lines: what of a block can be read as a line of text.

use std::ops::Range;

use crate::document::{Block, BlockKind, Document};
use crate::span::Span;
use crate::text::fold::is_blank;

/// The line that a block holds: a heading, a paragraph, or the only filled cell of a table row.
pub(super) fn line_of(document: &Document<'_>, block: &Block) -> Option<Span> {
    match block.kind {
        BlockKind::Heading { .. } | BlockKind::Paragraph => Some(block.span),
        BlockKind::PageFurniture | BlockKind::Picture => None,
        BlockKind::Row { .. } => {
            let mut filled = document.cells(block).iter().filter(|cell| !cell.span.is_empty());
            let only = filled.next()?;
            filled.next().is_none().then_some(only.span)
        }
    }
}

/// The lines of some blocks up to byte `end`, at most `limit` of them; each cell of a row is a line of its own.
pub(super) fn lines(document: &Document<'_>, blocks: Range<usize>, end: usize, limit: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    for block in document.blocks().get(blocks).unwrap_or_default() {
        if block.span.start >= end || lines.len() >= limit {
            break;
        }
        match block.kind {
            BlockKind::PageFurniture | BlockKind::Picture => {}
            BlockKind::Heading { .. } | BlockKind::Paragraph => lines.push(block.span),
            BlockKind::Row { .. } => {
                lines.extend(
                    document.cells(block).iter().map(|cell| cell.span).filter(|span| !span.is_empty()),
                );
            }
        }
    }
    if let Some(last) = lines.last_mut() {
        last.end = last.end.min(end.max(last.start));
    }
    lines
}

/// A text without the white space between its characters, except where it parts two words or numbers in Latin letters.
pub(super) fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if is_blank(c) {
            blank = true;
            continue;
        }
        if blank
            && c.is_ascii_alphanumeric()
            && squeezed.ends_with(|before: char| before.is_ascii_alphanumeric())
        {
            squeezed.push(' ');
        }
        squeezed.push(c);
        blank = false;
    }
    squeezed
}

/// What of a text is left behind a mark that Word leaves at its start: `[bookmark: _GoBack]`.
pub(super) fn behind_bookmark(text: &str) -> &str {
    match text.strip_prefix("[bookmark").and_then(|rest| rest.split_once(']')) {
        Some((_, rest)) => rest,
        None => text,
    }
}

/// Whether a text holds words: a letter or a character of any script.
pub(super) fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_inside_chinese_text_goes() {
        assert_eq!(
            squeezed("青禾区 2023 年政府信息公开工作\n年度报告"),
            "青禾区2023年政府信息公开工作年度报告"
        );
        assert_eq!(squeezed("IPv6 open  data 平台"), "IPv6 open data平台");
    }

    #[test]
    fn the_lines_of_rows_are_their_cells() {
        let text = "标题\n发布机构 | 青禾区";
        let mut builder = Document::builder(text);
        let span = |part: &str| {
            let start = text.find(part).expect("a part of the text");
            Span::new(start, start + part.len())
        };
        builder.heading(1, span("标题"));
        builder.row(span("发布机构 | 青禾区"), [span("发布机构"), span("青禾区")]);
        let document = builder.finish();
        let lines: Vec<_> = lines(&document, 0..2, text.len(), 9)
            .into_iter()
            .map(|line| document.slice(line).to_owned())
            .collect();
        assert_eq!(lines, ["标题", "发布机构", "青禾区"]);
        assert_eq!(line_of(&document, &document.blocks()[1]), None);
    }
}
