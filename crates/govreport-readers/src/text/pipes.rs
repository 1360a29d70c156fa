//! Cells parted by pipes.
//!
//! Four ways are met: Markdown (`| a | b |` with rulers), pipes between and behind (`a | b |`), a row of which only one cell is
//! left (`a |`), and one cell a line with its pipe (`a |` or `|` alone). A line with a single filled cell shows no row: it may
//! be a cell of any row, so it is a paragraph.

use std::sync::LazyLock;

use govreport_core::Span;
use memchr::memmem::Finder;

use super::emphasis::unmarked;
use super::line_feeds::lines;

/// A line break within a cell.
pub(super) const IN_CELL: char = '\u{2028}';

/// What parts cells besides the pipe: pipes of East Asian width and the lines of a drawn box.
const WIDE: [char; 3] = ['｜', '│', '┃'];

/// The bytes that `│` and `┃` begin with, and how each ends.
const BOX: &[u8] = b"\xE2\x94";
const UPRIGHT: [u8; 2] = [0x82, 0x83];

static FINDERS: LazyLock<[Finder<'static>; 2]> =
    LazyLock::new(|| [Finder::new(BOX), Finder::new("｜".as_bytes())]);

/// Whether pipes of East Asian width or lines of a drawn box part the cells.
pub(super) fn has_wide(line: &str) -> bool {
    let line = line.as_bytes();
    let [drawn, wide] = &*FINDERS;
    let upright = |at: usize| line.get(at + BOX.len()).is_some_and(|last| UPRIGHT.contains(last));
    drawn.find_iter(line).any(upright) || wide.find(line).is_some()
}

/// The cells of a line, at most `most` and the rest, without white space and emphasis. `pipes` are the offsets of its plain
/// pipes; `wide` says whether the text holds wide pipes at all.
pub(super) fn cells(text: &str, line: Span, pipes: &[usize], wide: bool, most: usize, cells: &mut Vec<Span>) {
    cells.clear();
    let words = line.of(text);
    if wide {
        let marks = words.match_indices(['|', WIDE[0], WIDE[1], WIDE[2]]);
        split(text, line, marks.take(most).map(|(at, mark)| (line.start + at, mark.len())), cells);
    } else {
        split(text, line, pipes.iter().take(most).map(|at| (*at, 1)), cells);
    }
    // The pipes at both ends of a row stand around cells, not between them.
    if cells.len() > 1 && cells[0].is_empty() && words.starts_with(['|', WIDE[0], WIDE[1], WIDE[2]]) {
        cells.remove(0);
    }
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.is_empty()) {
        cells.pop();
    }
}

/// Whether words are a number and nothing else.
pub(super) fn is_lone_number(words: &str) -> bool {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let words = words.trim();
    !words.is_empty() && words.chars().all(is_figure)
}

/// Whether rows of the table that `text` begins with begin with a cell, and not with a pipe that stands around the row: where cells
/// are joined by pipes, a pipe in front ends an empty cell.
pub(super) fn begins_with_cells(text: &str) -> bool {
    /// A line with fewer pipes may be a cell of a row.
    /// Measured: with 3, no cell changes.
    const FEWEST_PIPES: usize = 2;
    lines(text).take_while(|line| line.contains('|')).any(|line| {
        let line = line.trim_start();
        !line.starts_with('|') && line.matches('|').count() >= FEWEST_PIPES
    })
}

/// Whether of the numbers that stand alone on their lines nearly all have a pipe. Where pipes only part cells, the last number of
/// each row has none.
pub(super) fn all_numbers_have_pipes(text: &str) -> bool {
    /// Of the widest rows of the form one number in seven is the last.
    /// Measured: with 13, no cell changes.
    const LEAST_EACH: usize = 12;
    let (mut with, mut without) = (0, 0);
    for line in lines(text) {
        // Nearly all lines are words and begin with an ideograph.
        if matches!(line.as_bytes().first(), None | Some(0xE4..=0xE9)) {
            continue;
        }
        let line = line.trim();
        let cell = line.trim_matches('|');
        if is_lone_number(cell) {
            let has = cell.len() < line.len();
            with += usize::from(has);
            without += usize::from(!has);
        }
    }
    with > without * LEAST_EACH
}

/// What stands between the lines of a line of a drawn table, with the white space around it.
pub(super) fn between(line: &str) -> impl Iterator<Item = &str> {
    let inner = line.trim();
    let inner = inner.strip_prefix(is_upright).unwrap_or(inner);
    let inner = inner.strip_suffix(is_upright).unwrap_or(inner);
    // Cells are filled up with spaces: what stands between is passed over many bytes at once.
    let marks = memchr::memchr2_iter(b'|', BOX[0], inner.as_bytes()).filter_map(|at| {
        let mark = inner[at..].chars().next().filter(|c| is_upright(*c))?;
        Some((at, mark.len_utf8()))
    });
    let mut start = 0;
    marks.chain([(inner.len(), 0)]).map(move |(at, length)| {
        let cell = &inner[start..at];
        start = at + length;
        cell
    })
}

fn is_upright(c: char) -> bool {
    matches!(c, '|' | '│' | '┃' | '║')
}

/// The cells between marks, given as offsets into the text and lengths.
fn split(text: &str, line: Span, marks: impl Iterator<Item = (usize, usize)>, cells: &mut Vec<Span>) {
    let cell = |start, end| unmarked(text, Span::new(start, end).trimmed(text));
    let mut start = line.start;
    for (at, length) in marks {
        // An escaped pipe is part of the cell.
        if at > line.start && text.as_bytes().get(at - 1) == Some(&b'\\') {
            continue;
        }
        cells.push(cell(start, at));
        start = at + length;
    }
    cells.push(cell(start, line.end));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> Vec<&str> {
        let mut spans = Vec::new();
        let pipes: Vec<usize> = line.match_indices('|').map(|(at, _)| at).collect();
        cells(line, Span::new(0, line.len()), &pipes, has_wide(line), 100, &mut spans);
        spans.into_iter().map(|span| span.of(line)).collect()
    }

    #[test]
    fn wide_pipes_are_seen() {
        for mark in WIDE {
            assert!(has_wide(&format!("规章──{mark}0")), "{mark}");
        }
        assert!(!has_wide("┌──┬─ 规章，0 | 0"));
    }

    #[test]
    fn cells_between_pipes() {
        assert_eq!(split("| 规章 | 0 | **1** |"), ["规章", "0", "1"]);
        assert_eq!(split("规章 | 0 | 0 |"), ["规章", "0", "0"]);
        assert_eq!(split("规范性文件 | 11 | ||"), ["规范性文件", "11", "", ""]);
        assert_eq!(split("│规章│0│"), ["规章", "0"]);
        assert_eq!(split("规章｜0 | 1┃"), ["规章", "0", "1"]);
        assert_eq!(split(r"规章\|许可 | 0 |"), [r"规章\|许可", "0"]);
        assert_eq!(split("规章 |"), ["规章"]);
        assert_eq!(split("|"), [""]);
    }

    #[test]
    fn a_pipe_in_front_is_a_border_or_ends_an_empty_cell() {
        assert!(!begins_with_cells("| 规章 | 0 |\n| 许可 | 0 |\n\n规章 | 0 |"));
        assert!(begins_with_cells("三、办理结果 | (一)予以公开 | 0 |\n|(二)部分公开 | 0 |"));
        assert!(!begins_with_cells("规章 |\n| 0 |"));
    }
}
