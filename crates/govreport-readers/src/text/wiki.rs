//! Tables of Wikipedia and its kin: `{|` to `|}`, `|-` between rows, a cell behind each `|`, `!`, `||` or `!!`.
//!
//! A cell may have attributes in front, parted from it by a pipe of its own, and goes on in lines that begin with neither. Cells that
//! cover several rows keep their places below.

use govreport_core::Span;
use govreport_core::document::{Cell, DocumentBuilder};

use super::line::{Lines, Marks};

/// The most lines of a table.
const MOST_LINES: usize = 20_000;
/// The most rows and columns that a cell covers.
const MOST_COVERED: u32 = 100;

/// Whether a line begins a table.
pub(super) fn begins(line: &str) -> bool {
    line.starts_with("{|")
}

/// Adds the rows of a table to the document; `lines` goes on behind it. Gives false, and reads nothing, where it does not end.
pub(super) fn read(text: &str, lines: &mut Lines<'_>, builder: &mut DocumentBuilder<'_>) -> bool {
    let mut ahead = lines.clone();
    let mut marks = Marks::default();
    let mut rows: Vec<Vec<Written>> = vec![Vec::new()];
    for _ in 0..MOST_LINES {
        let Some(line) = ahead.next(&mut marks) else { return false };
        let span = line.whole.trimmed(text);
        let words = span.of(text);
        if words.starts_with("|}") {
            put(&rows, builder);
            builder.end_table();
            *lines = ahead;
            return true;
        }
        if words.starts_with("|-") {
            rows.push(Vec::new());
        } else if words.starts_with("|+") {
            builder.paragraph(Span::new(span.start + 2, span.end).trimmed(text));
        } else if let (Some(row), true) = (rows.last_mut(), words.starts_with(['|', '!'])) {
            row.extend(cells(text, Span::new(span.start + 1, span.end)));
        } else if let Some(cell) =
            rows.last_mut().and_then(|row| row.last_mut()).filter(|_| !words.is_empty())
        {
            cell.span = if cell.span.is_empty() { span } else { cell.span.to(span) };
        }
    }
    false
}

/// A cell as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Written {
    span: Span,
    rows: u32,
    columns: u32,
}

/// The cells of a line without its first mark.
fn cells(text: &str, line: Span) -> impl Iterator<Item = Written> {
    let mut start = line.start;
    let words = line.of(text);
    let marks = words.match_indices("||").chain(words.match_indices("!!"));
    let mut ends: Vec<(usize, usize)> = marks.map(|(at, mark)| (line.start + at, mark.len())).collect();
    ends.sort_unstable();
    ends.push((line.end, 0));
    ends.into_iter().map(move |(end, mark)| {
        let whole = Span::new(start, end);
        start = end + mark;
        cell(text, whole)
    })
}

/// A cell, with the attributes in front of it.
fn cell(text: &str, whole: Span) -> Written {
    let words = whole.of(text);
    let attributes = words.split_once('|').map(|(before, _)| before).filter(|before| before.contains('='));
    let start = whole.start + attributes.map_or(0, |before| before.len() + 1);
    let covered = |name: &str| {
        let behind = attributes?.split_once(name)?.1.trim_start_matches(['=', '"', '\'', ' ']);
        let digits = behind.split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse().ok().map(|count: u32| count.clamp(1, MOST_COVERED))
    };
    Written {
        span: Span::new(start, whole.end).trimmed(text),
        rows: covered("rowspan").unwrap_or(1),
        columns: covered("colspan").unwrap_or(1),
    }
}

/// Adds the rows, each cell in its place of the grid.
fn put(rows: &[Vec<Written>], builder: &mut DocumentBuilder<'_>) {
    // For each column, how many of the next rows a cell above covers.
    let mut covered: Vec<u32> = Vec::new();
    for row in rows.iter().filter(|row| !row.is_empty()) {
        let mut column = 0;
        let mut placed = Vec::with_capacity(row.len());
        let mut next: Vec<u32> = covered.iter().map(|left| left.saturating_sub(1)).collect();
        for cell in row {
            while covered.get(column).is_some_and(|left| *left > 0) {
                column += 1;
            }
            let end = column + cell.columns as usize;
            next.resize(next.len().max(end), 0);
            next[column..end].fill(cell.rows - 1);
            placed.push(Cell {
                span: cell.span,
                column: u32::try_from(column).unwrap_or(u32::MAX),
                column_span: cell.columns,
                row_span: cell.rows,
            });
            column = end;
        }
        covered = next;
        let span = placed.iter().map(|cell| cell.span).reduce(Span::to).unwrap_or_default();
        builder.grid_row(span, placed);
    }
}

#[cfg(test)]
mod tests {
    use govreport_core::document::{BlockKind, Document};

    fn rows(text: &str) -> Vec<Vec<(u32, String)>> {
        let document = super::super::document(text.into(), Vec::new());
        rows_of(&document.expect("in order"))
    }

    fn rows_of(document: &Document<'_>) -> Vec<Vec<(u32, String)>> {
        let is_row = |kind: BlockKind| matches!(kind, BlockKind::Row { .. });
        let blocks = document.blocks().iter().filter(|block| is_row(block.kind));
        let cells = |block| {
            let cells = document.cells(block).iter();
            cells.map(|cell| (cell.column, document.slice(cell.span).to_owned())).collect()
        };
        blocks.map(cells).collect()
    }

    #[test]
    fn cells_keep_their_places() {
        let text =
            "{| class=\"wikitable\"\n! 项 !! 数\n|-\n| rowspan=\"2\" | 甲\n| 1\n|-\n| 2\n|-\n| 乙 ||\n|}\n后";
        let cell = |column, words: &str| (column, words.to_owned());
        assert_eq!(
            rows(text),
            [
                vec![cell(0, "项"), cell(1, "数")],
                vec![cell(0, "甲"), cell(1, "1")],
                vec![cell(1, "2")],
                vec![cell(0, "乙"), cell(1, "")]
            ]
        );
    }

    #[test]
    fn empty_cells_before_the_end_of_a_row_are_no_dash() {
        let cell = |column, words: &str| (column, words.to_owned());
        assert_eq!(
            rows("{|\n|width=\"25%\"| 规章\n|\n|-\n| 许可\n续\n| -\n|}"),
            [vec![cell(0, "规章"), cell(1, "")], vec![cell(0, "许可\n续"), cell(1, "-")]]
        );
        // One that does not end is none.
        assert!(rows("{|\n| 规章\n").is_empty());
    }
}
