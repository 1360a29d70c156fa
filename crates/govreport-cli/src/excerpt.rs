//! The source lines that a finding is shown under: a few lines of a report, long ones cut to what matters.
//!
//! A paragraph of a report is often a thousand characters on one line. An excerpt keeps the places concerned and some words
//! around them, so that each fits on the page, while lines keep their numbers and columns.

use std::collections::BTreeMap;
use std::ops::Range;

use codespan_reporting::files::{Error, Files, column_index};
use govreport::Span;
use govreport::render::printable;
use unicode_width::UnicodeWidthChar;

/// Columns of the page that are kept before a place when its line is cut.
const BEFORE: usize = 24;
/// Columns that a tab takes.
pub(crate) const TAB: usize = 4;

/// Some lines of a source.
#[derive(Debug)]
pub(crate) struct Excerpt {
    name: String,
    text: String,
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    /// Number of the line in the source, from 1.
    number: usize,
    /// Characters of the line that were left out before the excerpt, less the `…` that stands for them.
    shift: isize,
    /// Where the line stands in the excerpt, its end of line included.
    range: Range<usize>,
    /// For each character kept: where it stands in the source and in the excerpt; at the end, what follows the last.
    offsets: Vec<(usize, usize)>,
}

impl Excerpt {
    /// The lines of `text` in which the spans lie, each at most `width` columns. A span over several lines takes only the
    /// first one.
    pub(crate) fn new(name: &str, text: &str, spans: &[Span], width: usize) -> Self {
        let mut excerpt = Self { name: printable(name).into_owned(), text: String::new(), lines: Vec::new() };
        let mut places: BTreeMap<usize, Range<usize>> = BTreeMap::new();
        for span in spans {
            let line = line_around(text, span.start);
            let end = span.end.clamp(span.start.min(line.end), line.end);
            let place = places.entry(line.start).or_insert(span.start..end);
            *place = place.start.min(span.start)..place.end.max(end);
        }
        let (mut number, mut counted) = (1, 0);
        for (start, place) in places {
            let passed = text.get(counted..start).unwrap_or_default();
            number += passed.bytes().filter(|byte| *byte == b'\n').count();
            counted = start;
            let line = line_around(text, start);
            excerpt.push(text, &line, &place, number, width);
        }
        excerpt
    }

    fn push(&mut self, text: &str, line: &Range<usize>, place: &Range<usize>, number: usize, width: usize) {
        let kept = window(text, line, place, width);
        let start = self.text.len();
        let mut shift = text[line.start..kept.start].chars().count().cast_signed();
        if kept.start > line.start {
            self.text.push('…');
            shift -= 1;
        }
        let mut offsets = Vec::new();
        for (at, c) in text[kept.clone()].char_indices() {
            offsets.push((kept.start + at, self.text.len()));
            if c == '\t' {
                self.text.push(c);
            } else {
                self.text.push_str(&printable(c.encode_utf8(&mut [0; 4])));
            }
        }
        offsets.push((kept.end, self.text.len()));
        if kept.end < line.end {
            self.text.push('…');
        }
        self.text.push('\n');
        self.lines.push(Line { number, shift, range: start..self.text.len(), offsets });
    }

    /// Where a span of the source stands in the excerpt, as far as it is in it.
    pub(crate) fn range(&self, span: Span) -> Option<Range<usize>> {
        let holds = |line: &&Line| {
            line.offsets.first().is_some_and(|first| first.0 <= span.start)
                && line.offsets.last().is_some_and(|last| span.start <= last.0)
        };
        let line = self.lines.iter().find(holds)?;
        let to = |offset: usize| {
            let next = line.offsets.partition_point(|(source, _)| *source < offset);
            line.offsets.get(next).or(line.offsets.last()).map(|(_, excerpt)| *excerpt)
        };
        let start = to(span.start)?;
        Some(start..to(span.end)?.max(start))
    }

    fn line(&self, index: usize) -> Option<&Line> {
        self.lines.iter().find(|line| line.number == index + 1)
    }
}

/// The line that an offset lies in, without its end.
fn line_around(text: &str, offset: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let offset = offset.min(bytes.len());
    let start = bytes[..offset].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let end = bytes[offset..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| offset + at);
    start..start + text[start..end].trim_end().len()
}

/// The part of a line that is shown: all of it if it fits, or else from a little before the place on.
fn window(text: &str, line: &Range<usize>, place: &Range<usize>, width: usize) -> Range<usize> {
    let columns = |c: char| if c == '\t' { TAB } else { c.width().unwrap_or(1) };
    let whole: usize = text[line.clone()].chars().map(columns).sum();
    if whole <= width {
        return line.clone();
    }
    let mut start = place.start.clamp(line.start, line.end);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut before = 0;
    for (at, c) in text[line.start..start].char_indices().rev() {
        before += columns(c);
        if before > BEFORE {
            break;
        }
        start = line.start + at;
    }
    let mut used = 2;
    for (at, c) in text[start..line.end].char_indices() {
        used += columns(c);
        if used > width {
            return start..start + at;
        }
    }
    start..line.end
}

impl<'a> Files<'a> for Excerpt {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.name)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.text)
    }

    fn line_index(&'a self, (): (), byte_index: usize) -> Result<usize, Error> {
        let after = self.lines.partition_point(|line| line.range.start <= byte_index);
        after
            .checked_sub(1)
            .and_then(|line| self.lines.get(line))
            .map(|line| line.number - 1)
            .ok_or(Error::IndexTooLarge { given: byte_index, max: self.text.len() })
    }

    fn column_number(&'a self, (): (), line_index: usize, byte_index: usize) -> Result<usize, Error> {
        let range = self.line_range((), line_index)?;
        let shift = self.line(line_index).map_or(0, |line| line.shift);
        Ok(column_index(&self.text, range, byte_index).saturating_add_signed(shift) + 1)
    }

    fn line_range(&'a self, (): (), line_index: usize) -> Result<Range<usize>, Error> {
        // Between two lines of the excerpt the renderer may ask for the line that is left out.
        Ok(self.line(line_index).map_or(0..0, |line| line.range.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, words: &str) -> Span {
        let start = text.find(words).expect("the words stand in the text");
        Span::new(start, start + words.len())
    }

    #[test]
    fn long_lines_are_cut_around_the_place_and_keep_its_column() {
        let text = format!("首行\n{}共收到申请12件{}\n", "甲".repeat(300), "乙".repeat(300));
        let span = place(&text, "12");
        let excerpt = Excerpt::new("a.txt", &text, &[span], 60);
        let range = excerpt.range(span).expect("the place is in the excerpt");
        assert_eq!(&excerpt.text[range.clone()], "12");
        assert!(excerpt.text.starts_with("…甲") && excerpt.text.ends_with("乙…\n"), "{}", excerpt.text);
        let location = excerpt.location((), range.start).expect("the place is in the excerpt");
        assert_eq!((location.line_number, location.column_number), (2, 306));
    }

    #[test]
    fn lines_keep_their_numbers_and_show_no_control_characters() {
        let text = "一\n二\u{1b}[2J\t3\n四\n五 6\r\n";
        let spans = [place(text, "3"), place(text, "6")];
        let excerpt = Excerpt::new("a.txt", text, &spans, 60);
        assert_eq!(excerpt.text, "二\u{fffd}[2J\t3\n五 6\n");
        let numbers: Vec<usize> = excerpt.lines.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [2, 4]);
        for (span, words) in spans.into_iter().zip(["3", "6"]) {
            assert_eq!(excerpt.range(span).map(|range| &excerpt.text[range]), Some(words));
        }
    }

    #[test]
    fn places_outside_the_text_or_over_many_lines_do_no_harm() {
        let text = "甲乙\n丙丁";
        for span in
            [Span::new(0, text.len()), Span::new(90, 99), Span::new(text.len(), text.len()), Span::new(5, 2)]
        {
            let excerpt = Excerpt::new("a.txt", text, &[span], 60);
            if let Some(range) = excerpt.range(span) {
                assert!(excerpt.text.get(range).is_some(), "{span:?}");
            }
        }
    }
}
