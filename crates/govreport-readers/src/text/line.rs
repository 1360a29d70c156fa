//! Lines and what each of them shows.

use govreport_core::Span;

use super::boxes;
use super::emphasis::unmarked;
use super::pipes;
use super::signs::Signs;

/// The most lines and cells that are read. A report has some hundreds.
/// Measured: with 500,000, no cell changes.
pub(super) const MOST_PIECES: usize = 1_000_000;

/// What a line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing.
    Empty,
    /// A heading of Markdown and its depth.
    Heading(u8),
    /// `\tcell`, or `\t` alone for an empty cell.
    Indented,
    /// Cells parted by tabs.
    Tabs,
    /// Cells parted by pipes.
    Pipes,
    /// `|---|---|`, `------ ----`: drawn between rows, no row itself.
    Ruler,
    /// Anything else.
    Text,
}

/// A line, without its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// The whole line.
    pub(super) whole: Span,
    /// Without white space at both ends and without the marks of Markdown.
    pub(super) span: Span,
    /// What it shows.
    pub(super) shape: Shape,
    /// Whether a form feed ends it: the page ends here.
    pub(super) ends_page: bool,
}

/// The lines of a text.
#[derive(Clone)]
pub(super) struct Lines<'a> {
    text: &'a str,
    at: usize,
    signs: Signs<'a>,
    /// Whether the text holds pipes of East Asian width at all.
    wide: bool,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str, wide: bool) -> Self {
        Self { text, at: 0, signs: Signs::new(text.as_bytes()), wide }
    }

    /// The next line. What parts cells in it is left in `marks`.
    pub(super) fn next(&mut self, marks: &mut Marks) -> Option<Line> {
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return None;
        }
        let start = self.at;
        marks.clear();
        let (end, sign) = loop {
            let Some(at) = self.signs.next() else { break (bytes.len(), None) };
            match bytes.get(at) {
                Some(b'\t') => add(&mut marks.tabs, at),
                Some(b'|') => add(&mut marks.pipes, at),
                sign @ Some(b'\n' | b'\r' | b'\x0C') => break (at, sign),
                _ => {}
            }
        };
        self.at = end + 1;
        if sign == Some(&b'\r') && bytes.get(self.at) == Some(&b'\n') {
            self.signs.next();
            self.at += 1;
        }
        let whole = Span::new(start, end);
        let (shape, span) = shape(self.text, whole, marks, self.wide);
        Some(Line { whole, span, shape, ends_page: sign == Some(&b'\x0C') })
    }
}

/// What parts cells in a line: the offsets of its signs, as many as cells are read.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) tabs: Vec<usize>,
    pub(super) pipes: Vec<usize>,
}

impl Marks {
    fn clear(&mut self) {
        self.tabs.clear();
        self.pipes.clear();
    }
}

fn add(marks: &mut Vec<usize>, at: usize) {
    if marks.len() < MOST_PIECES {
        marks.push(at);
    }
}

fn shape(text: &str, whole: Span, marks: &Marks, wide: bool) -> (Shape, Span) {
    let span = whole.trimmed(text);
    // Its first byte tells of nearly every line what it has no marks of.
    let first = text.as_bytes().get(span.start).filter(|_| !span.is_empty());
    if matches!(first, Some(b'+' | 0xE2)) && boxes::is_border(span.of(text)) {
        return (Shape::Ruler, span);
    }
    let separated = !marks.pipes.is_empty() || !marks.tabs.is_empty();
    if separated && matches!(first, Some(b'-' | b':' | b'|' | b'+' | b'=')) && is_ruler(whole.of(text)) {
        return (Shape::Ruler, span);
    }
    if !marks.pipes.is_empty() || wide && pipes::has_wide(span.of(text)) {
        return (Shape::Pipes, span);
    }
    match first {
        _ if separated => {
            let in_front = matches!(*marks.tabs, [tab] if span.is_empty() || tab < span.start);
            (if in_front { Shape::Indented } else { Shape::Tabs }, span)
        }
        None => (Shape::Empty, span),
        Some(b'#') => match heading(span.of(text)) {
            Some((level, inner)) => {
                (Shape::Heading(level), Span::new(span.start + inner.start, span.start + inner.end))
            }
            None => (Shape::Text, span),
        },
        Some(b'*' | b'_') => (Shape::Text, unmarked(text, span)),
        Some(b'-' | b'=') if is_rule_of_columns(span.of(text)) => (Shape::Ruler, span),
        _ => (Shape::Text, span),
    }
}

/// `## Heading ##`: its depth and where its words stand.
fn heading(line: &str) -> Option<(u8, Span)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    if level == 0 || level > 6 {
        return None;
    }
    let words = line[level..].trim_end_matches('#');
    let inner = Span::new(level, level + words.len());
    let inner = unmarked(line, inner.trimmed(line));
    (!inner.is_empty()).then_some((u8::try_from(level).unwrap_or(6), inner))
}

/// Whether the line only draws: at least one run of three dashes, and nothing but dashes, colons and separators.
fn is_ruler(line: &str) -> bool {
    // Rows of cells fail at their first word.
    line.bytes().all(|byte| matches!(byte, b'-' | b':' | b'|' | b'\t' | b' ' | b'+' | b'='))
        && line.contains("---")
}

/// Whether the line underlines columns, as pandoc prints its tables and reStructuredText has them: several runs of dashes, one of them
/// longer than a dash in a cell is.
fn is_rule_of_columns(line: &str) -> bool {
    const SHORTEST_OF_LABELS: usize = 4;
    let mut runs = line.split_ascii_whitespace().peekable();
    let Some(first) = runs.peek().and_then(|run| run.chars().next()) else { return false };
    let (mut count, mut longest) = (0, 0);
    runs.all(|run| {
        count += 1;
        longest = longest.max(run.len());
        run.chars().all(|c| c == first)
    }) && count > 1
        && longest >= SHORTEST_OF_LABELS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> impl Iterator<Item = Line> {
        let mut lines = Lines::new(text, false);
        std::iter::from_fn(move || lines.next(&mut Marks::default()))
    }

    fn shapes(text: &str) -> Vec<(Shape, &str)> {
        lines(text).map(|line| (line.shape, line.span.of(text))).collect()
    }

    #[test]
    fn what_lines_show() {
        assert_eq!(
            shapes("# 标题 #\r\n\r\n\t规章\n\t\n规章\t0\t\n\t\t0\n|---|:-:|\n| 规章 | 0 |\n正文"),
            [
                (Shape::Heading(1), "标题"),
                (Shape::Empty, ""),
                (Shape::Indented, "规章"),
                (Shape::Indented, ""),
                (Shape::Tabs, "规章\t0"),
                (Shape::Tabs, "0"),
                (Shape::Ruler, "|---|:-:|"),
                (Shape::Pipes, "| 规章 | 0 |"),
                (Shape::Text, "正文"),
            ]
        );
    }

    #[test]
    fn runs_of_dashes_underline_columns() {
        assert_eq!(
            shapes("  ---------- ---- --\n==== ==\n- - -\n--- --- ---\n----"),
            [
                (Shape::Ruler, "---------- ---- --"),
                (Shape::Ruler, "==== =="),
                (Shape::Text, "- - -"),
                (Shape::Text, "--- --- ---"),
                (Shape::Text, "----"),
            ]
        );
    }

    #[test]
    fn emphasis_of_markdown_is_left_out() {
        assert_eq!(
            shapes("**一、总体情况**\n## **二**"),
            [(Shape::Text, "一、总体情况"), (Shape::Heading(2), "二")]
        );
        assert_eq!(shapes("****\n"), [(Shape::Text, "****")]);
    }

    #[test]
    fn a_form_feed_ends_page_and_line() {
        let text = "一\x0C二\n";
        let lines: Vec<_> = lines(text).map(|line| (line.span.of(text), line.ends_page)).collect();
        assert_eq!(lines, [("一", true), ("二", false)]);
    }
}
