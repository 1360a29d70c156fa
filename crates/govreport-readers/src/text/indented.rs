//! One cell a line with a tab in front, an empty line between rows: how word processors hand over their tables.
//!
//! A line with only the tab is an empty cell, so every cell keeps its place. A cell that holds a line break goes on in a line
//! without tab. The same look is given to indented prose; it is a table where one of its rows holds a number or an empty cell.

use govreport_core::Span;
use govreport_core::document::DocumentBuilder;

use super::line::{Line, Lines, Shape, unmarked};

/// The most lines that are looked at together. The longest table of the form, one cell a line, has some 600.
const MOST_LINES: usize = 20_000;
/// Longest cell, in bytes, of a row; longer ones are prose. The longest label of the form has 33 characters.
const LONGEST_CELL: usize = 240;
/// Longest second line of a broken cell, in bytes.
const LONGEST_REST: usize = 48;

/// Adds the indented line `first`, and those of `lines` that belong to the same table, to the document; gives how many of
/// `lines` they were.
pub(super) fn read(text: &str, first: Line, lines: Lines<'_>, builder: &mut DocumentBuilder<'_>) -> usize {
    let rows = rows(text, first, lines);
    let used = rows.last().map_or(0, |row| row.end);
    let is_table = rows.iter().any(|row| {
        row.cells.len() > 1 && row.cells.iter().any(|cell| cell.is_empty() || is_figures(cell.of(text)))
    });
    for row in &rows {
        if row.after_gap {
            builder.gap();
        }
        if is_table && row.cells.iter().all(|cell| cell.len() <= LONGEST_CELL) {
            let span = row.cells.iter().copied().reduce(Span::to).unwrap_or_default();
            builder.row(span, row.cells.iter().copied());
        } else {
            for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
                builder.paragraph(*cell);
            }
        }
    }
    used
}

struct Row {
    cells: Vec<Span>,
    after_gap: bool,
    /// Number of lines up to the end of this row.
    end: usize,
}

fn rows(text: &str, first: Line, lines: Lines<'_>) -> Vec<Row> {
    let mut rows = vec![Row { cells: vec![unmarked(text, first.span)], after_gap: false, end: 0 }];
    let mut fresh = false;
    let mut lines = lines.enumerate().peekable();
    while let Some((at, line)) = lines.next() {
        if at > MOST_LINES {
            break;
        }
        match line.shape {
            Shape::Empty => fresh = true,
            Shape::Indented => {
                let cell = unmarked(text, line.span);
                match rows.last_mut().filter(|_| !fresh) {
                    Some(row) => {
                        row.cells.push(cell);
                        row.end = at + 1;
                    }
                    None => rows.push(Row { cells: vec![cell], after_gap: true, end: at + 1 }),
                }
                fresh = false;
            }
            Shape::Text if !fresh => {
                let next = lines.peek().map_or(Shape::Empty, |(_, next)| next.shape);
                let Some(row) = rows.last_mut() else { break };
                let Some(cell) = row.cells.last_mut() else { break };
                if !goes_on(text, *cell, line.span, next) {
                    break;
                }
                *cell = cell.to(line.span);
                row.end = at + 1;
            }
            _ => break,
        }
    }
    rows
}

/// Whether a line without tab is the second line of the cell before it.
fn goes_on(text: &str, cell: Span, line: Span, next: Shape) -> bool {
    !cell.is_empty()
        && !is_figures(cell.of(text))
        && line.len() <= LONGEST_REST
        && matches!(next, Shape::Indented | Shape::Empty | Shape::Text)
}

fn is_figures(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '０'..='９' | '.' | ',' | '+' | '-'))
}
