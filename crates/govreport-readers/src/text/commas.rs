//! Cells parted by commas, as RFC 4180 has them: a cell that holds a comma, a quotation mark or a line break stands in quotation
//! marks.
//!
//! Prose has commas too, and so have numbers (12,345). Lines are rows where at least two follow each other with the same number of
//! cells, three or more, and at least half of them so far have a comma that groups no figures. A line between such rows that has
//! fewer cells or more is one too: a row that was broken, as a label that lost its numbers to the next line. So is one behind them that ends
//! with a number.

use govreport_core::Span;
use govreport_core::document::DocumentBuilder;

use super::line::{Line, Lines, Marks};

/// A row has three cells at least: two look like a clause, or like a number alone on its line.
/// Measured: with 4, no cell changes.
pub(super) const FEWEST_CELLS: usize = 3;
/// The most lines that one row goes on over.
/// Measured: with 8, no cell changes.
const MOST_LINES: usize = 16;
/// The most rows of other lengths that stand together between rows of one length.
/// Measured: with 7, no cell changes.
const MOST_RAGGED: usize = 8;
/// The most rows of a table that are looked at.
/// Measured: with 1,000, no cell changes.
const MOST_ROWS: usize = 2_000;

/// A row of cells.
struct Row {
    /// Without the quotation marks around them.
    cells: Vec<Span>,
    /// From its first cell to its last.
    span: Span,
    /// It has a comma that does not group the figures of a number.
    parts: bool,
}

/// Adds the rows that begin with the line `first` to the document; `lines` goes on behind them. Gives whether there are any.
pub(super) fn read(
    text: &str,
    first: &Line,
    lines: &mut Lines<'_>,
    builder: &mut DocumentBuilder<'_>,
) -> bool {
    if !is_followed_alike(text, first) {
        return false;
    }
    let Some(row) = row(text, first.span.start) else { return false };
    let columns = row.cells.len();
    if columns < FEWEST_CELLS {
        return false;
    }
    let mut parting = usize::from(row.parts);
    let mut rows = vec![row];
    // How many of them there are up to the last that has as many cells as the first, or ends with a number.
    let mut whole = 1;
    while rows.len() < MOST_ROWS {
        let next = start_of_next(text, rows[rows.len() - 1].span.end).and_then(|next| self::row(text, next));
        let Some(next) = next else { break };
        let is_ragged = next.cells.len() != columns;
        // Behind the first row alone nothing shows yet that there is a table.
        if is_ragged && (whole < 2 || !next.parts || rows.len() - whole == MOST_RAGGED) {
            break;
        }
        parting += usize::from(next.parts);
        // The rows end here, so that no line is looked at again and again.
        if parting * 2 < rows.len() + 1 {
            break;
        }
        // 行政许可,17: a row of a narrower block of the same table.
        let ends_with_number = next.cells.last().is_some_and(|last| is_number(last.of(text)));
        rows.push(next);
        if !is_ragged || ends_with_number {
            whole = rows.len();
        }
    }
    rows.truncate(whole);
    if rows.len() < 2 {
        return false;
    }
    let end = rows[rows.len() - 1].span.end;
    for row in rows {
        builder.row(row.span, row.cells);
    }
    // The first line has been read, and the others are.
    let mut marks = Marks::default();
    let mut ahead = lines.clone();
    while ahead.next(&mut marks).is_some_and(|line| line.whole.start < end) {
        lines.next(&mut marks);
        ahead = lines.clone();
    }
    true
}

/// Whether the next line can be a row as the line `first` may be one: as many commas stand in it, or one of the two has quotation marks.
/// Prose with commas fails here, and at little cost.
fn is_followed_alike(text: &str, first: &Line) -> bool {
    let line = &text[first.span.start..first.whole.end];
    let Some(next) = start_of_next(text, first.whole.end) else { return line.contains('"') };
    let next = &text[next..];
    let end = memchr::memchr3(b'\n', b'\r', b'\x0C', next.as_bytes()).unwrap_or(next.len());
    let next = &next[..end];
    let commas = |line: &str| memchr::memchr_iter(b',', line.as_bytes()).count();
    commas(line) == commas(next) || line.contains('"') || next.contains('"')
}

/// Where the line behind the one that ends at `end` begins, if it is not empty.
fn start_of_next(text: &str, end: usize) -> Option<usize> {
    let behind = text[end..].trim_start_matches([' ', '\t']);
    let next = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix(['\n', '\r']))?;
    let next = next.trim_start_matches([' ', '\t']);
    (!next.is_empty() && !next.starts_with(['\n', '\r', '\x0C'])).then(|| text.len() - next.len())
}

/// The row that begins at `start`; `None` where a quotation mark is left open, or stands within a cell without them, or figures stand
/// apart within a cell.
fn row(text: &str, start: usize) -> Option<Row> {
    let bytes = text.as_bytes();
    let mut cells = Vec::new();
    let mut parts = false;
    let mut at = start;
    loop {
        let (cell, end) = if bytes.get(at) == Some(&b'"') { quoted(text, at)? } else { plain(text, at)? };
        cells.push(cell);
        if bytes.get(end) != Some(&b',') {
            return Some(Row { cells, span: Span::new(start, end), parts });
        }
        parts |= !groups_figures(bytes, end);
        at = end + 1;
    }
}

/// A cell in quotation marks, and where it ends.
fn quoted(text: &str, at: usize) -> Option<(Span, usize)> {
    let bytes = text.as_bytes();
    let mut end = at + 1;
    let mut lines = 0;
    loop {
        match bytes.get(end)? {
            b'"' if bytes.get(end + 1) == Some(&b'"') => end += 2,
            b'"' => break,
            b'\n' if lines + 1 < MOST_LINES => {
                lines += 1;
                end += 1;
            }
            b'\n' => return None,
            _ => end += 1,
        }
    }
    let behind = bytes.get(end + 1);
    matches!(behind, None | Some(b',' | b'\n' | b'\r'))
        .then(|| (Span::new(at + 1, end).trimmed(text), end + 1))
}

/// A cell without quotation marks, and where it ends.
fn plain(text: &str, at: usize) -> Option<(Span, usize)> {
    let mut rest = text.as_bytes()[at..].iter();
    let ends = |byte: &u8| matches!(byte, b',' | b'\n' | b'\r' | b'\x0C');
    let end = rest.position(ends).map_or(text.len(), |length| at + length);
    let cell = Span::new(at, end).trimmed(text);
    let words = cell.of(text);
    if words.bytes().any(|byte| matches!(byte, b'"' | b'\t' | b'|')) {
        return None;
    }
    (!has_two_numbers(words)).then_some((cell, end))
}

/// Whether a cell holds a number and nothing else.
fn is_number(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit())
        && cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'))
}

/// Whether figures stand apart within a cell.
fn has_two_numbers(words: &str) -> bool {
    // Nearly no cell has a blank inside.
    if !words.contains(' ') && !words.contains('\u{3000}') {
        return false;
    }
    let pieces = words.split([' ', '\u{3000}']).filter(|piece| !piece.is_empty());
    let is_number = |piece: &str| piece.bytes().all(|byte| byte.is_ascii_digit());
    pieces.filter(|piece| is_number(piece)).count() > 1
}

/// Whether a comma groups the figures of a number: figures before it, and three behind it.
fn groups_figures(bytes: &[u8], comma: usize) -> bool {
    let is_figure = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    comma > 0
        && is_figure(comma - 1)
        && (1..=3).all(|behind| is_figure(comma + behind))
        && !is_figure(comma + 4)
}
