//! Lines: what of a block can be read as a line of text.

use std::ops::Range;

use crate::document::{Block, BlockKind, Document};
use crate::span::Span;
use crate::text::fold::is_blank;

/// How many lines before section one and from the last section on are looked at.
pub(in crate::outline) const LINES: usize = 600;
/// How many lines at the end may hold the dateline.
pub(in crate::outline) const LAST_LINES: usize = 8;

/// The line that a block holds: a heading, a paragraph, or the only filled cell of a table row.
pub(in crate::outline) fn line_of(document: &Document<'_>, block: &Block) -> Option<Span> {
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
pub(in crate::outline) fn lines(
    document: &Document<'_>,
    blocks: Range<usize>,
    end: usize,
    limit: usize,
) -> Vec<Span> {
    let blocks = document.blocks().get(blocks).unwrap_or_default();
    let mut lines = Vec::with_capacity(blocks.len().min(limit));
    for block in blocks {
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
pub(in crate::outline) fn squeezed(text: &str) -> String {
    // Most texts have none.
    let Some(first) = text.find(is_blank) else { return text.to_owned() };
    let mut squeezed = String::with_capacity(text.len());
    squeezed.push_str(&text[..first]);
    let mut blank = false;
    for c in text[first..].chars() {
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
pub(in crate::outline) fn behind_bookmark(text: &str) -> &str {
    match text.strip_prefix("[bookmark").and_then(|rest| rest.split_once(']')) {
        Some((_, rest)) => rest,
        None => text,
    }
}

/// Whether a text holds words: a letter or a character of any script.
pub(in crate::outline) fn has_words(text: &str) -> bool {
    text.chars().any(is_letter)
}

/// Whether a character is a letter or a character of any script.
#[inline]
pub(in crate::outline) fn is_letter(c: char) -> bool {
    // The ideographs are known without a look into the tables of Unicode.
    matches!(c, '\u{4E00}'..='\u{9FFF}') || c.is_alphabetic()
}

/// Offsets of two characters in a text, in order.
///
/// They are looked for by their last bytes: the first bytes of ideographs are a dozen, so that every character would be a hit.
pub(in crate::outline) fn offsets_of(text: &str, characters: [char; 2]) -> impl Iterator<Item = usize> {
    let mut encoded = [[0; 4]; 2];
    let lengths = [0, 1].map(|which: usize| characters[which].encode_utf8(&mut encoded[which]).len());
    let lasts = [0, 1].map(|which: usize| encoded[which][lengths[which] - 1]);
    let bytes = text.as_bytes();
    memchr::memchr2_iter(lasts[0], lasts[1], bytes).filter_map(move |last| {
        let before = &bytes[..=last];
        (0..2).find_map(|which| {
            let character = &encoded[which][..lengths[which]];
            before.ends_with(character).then(|| before.len() - character.len())
        })
    })
}

/// The next colon of either width from byte `from` on: its offset and length.
pub(in crate::outline) fn next_colon(content: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = content.as_bytes();
    let colon = "：".as_bytes();
    memchr::memchr2_iter(b':', colon[0], &bytes[from..]).map(|at| from + at).find_map(|at| match bytes[at] {
        b':' => Some((at, 1)),
        _ => bytes[at..].starts_with(colon).then_some((at, colon.len())),
    })
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
    fn two_characters_are_found_where_they_stand() {
        let text = "信息公开，政府信息政。a政\u{3FE1}";
        let found: Vec<_> = offsets_of(text, ['政', '信']).collect();
        let wanted: Vec<_> = text.match_indices(['政', '信']).map(|(at, _)| at).collect();
        assert_eq!(found, wanted);
        assert_eq!(offsets_of("aéba", ['é', 'a']).collect::<Vec<_>>(), [0, 1, 4]);
    }

    #[test]
    fn ideographs_are_letters() {
        assert!(('\u{4E00}'..='\u{9FFF}').all(char::is_alphabetic));
        assert!(has_words("1）é") && !has_words("1、（2）。"));
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
        let document = builder.finish().expect("in order");
        let lines: Vec<_> = lines(&document, 0..2, text.len(), 9)
            .into_iter()
            .map(|line| document.slice(line).to_owned())
            .collect();
        assert_eq!(lines, ["标题", "发布机构", "青禾区"]);
        assert_eq!(line_of(&document, &document.blocks()[1]), None);
    }
}
