//! One cell a line with a tab in front, an empty line between rows: how word processors hand over their tables.
//!
//! A line with only the tab is an empty cell, so every cell keeps its place. A cell that holds a line break goes on in a line
//! without tab. The same look is given to indented prose; it is a table where one of its rows holds a number or an empty cell.

use std::ops::Range;

use govreport_core::Span;
use govreport_core::document::DocumentBuilder;

use super::emphasis::unmarked;
use super::line::{Line, Lines, Marks, Shape};

/// The most lines that are looked at together. The longest table of the form, one cell a line, has some 600.
/// Measured: with 10,000, no cell changes.
const MOST_LINES: usize = 20_000;
/// Longest cell, in bytes, of a row; longer ones are prose. The longest label of the form has 33 characters.
/// Measured: with 120, no cell changes.
const LONGEST_CELL: usize = 240;
/// Longest second line of a broken cell, in bytes.
/// Measured: with 24, no cell changes.
const LONGEST_REST: usize = 48;

/// Adds the indented line `first`, and those of `lines` that belong to the same table, to the document. `lines` goes on behind
/// them; how many pages they end is given.
pub(super) fn read(text: &str, first: Line, lines: &mut Lines<'_>, builder: &mut DocumentBuilder<'_>) -> u32 {
    let table = Table::read(text, first, lines);
    let rows = || table.rows.iter().map(|row| (row, table.cells.get(row.cells.clone()).unwrap_or_default()));
    let is_table = rows().any(|(_, cells)| {
        cells.len() > 1 && cells.iter().any(|cell| cell.is_empty() || is_figures(cell.of(text)))
    });
    for (row, cells) in rows() {
        if row.after_gap {
            builder.gap();
        }
        if is_table && cells.iter().all(|cell| cell.len() <= LONGEST_CELL) {
            let span = cells.iter().copied().reduce(Span::to).unwrap_or_default();
            builder.row(span, cells.iter().copied());
        } else {
            for cell in cells.iter().filter(|cell| !cell.is_empty()) {
                builder.paragraph(*cell);
            }
        }
    }
    table.pages
}

/// Indented lines that belong together.
struct Table {
    rows: Vec<Row>,
    /// The cells of all rows.
    cells: Vec<Span>,
    /// How many pages end within it.
    pages: u32,
}

struct Row {
    /// Which of the cells are its own.
    cells: Range<usize>,
    after_gap: bool,
}

impl Table {
    /// Reads on behind `first`. `lines` is left behind the last line that belongs to the table.
    fn read(text: &str, first: Line, lines: &mut Lines<'_>) -> Self {
        // A table of the form has some 30 rows of up to eight cells.
        let (rows, cells) = (Vec::with_capacity(32), Vec::with_capacity(128));
        let mut table = Self { rows, cells, pages: u32::from(first.ends_page) };
        table.begin_row(unmarked(text, first.span), false);
        let mut ahead = lines.clone();
        let mut marks = Marks::default();
        // Pages that end at empty lines, which belong to the table where a row follows them.
        let mut pages = 0;
        let mut fresh = false;
        for _ in 0..=MOST_LINES {
            let Some(line) = ahead.next(&mut marks) else { break };
            pages += u32::from(line.ends_page);
            match line.shape {
                Shape::Empty => {
                    fresh = true;
                    continue;
                }
                Shape::Indented if fresh => table.begin_row(unmarked(text, line.span), true),
                Shape::Indented => table.add(unmarked(text, line.span)),
                Shape::Text if !fresh && table.goes_on(text, &line, &ahead) => table.lengthen(line.span),
                _ => break,
            }
            fresh = false;
            *lines = ahead.clone();
            table.pages += std::mem::take(&mut pages);
        }
        table
    }

    fn begin_row(&mut self, cell: Span, after_gap: bool) {
        let start = self.cells.len();
        self.cells.push(cell);
        self.rows.push(Row { cells: start..start + 1, after_gap });
    }

    fn add(&mut self, cell: Span) {
        self.cells.push(cell);
        if let Some(row) = self.rows.last_mut() {
            row.cells.end = self.cells.len();
        }
    }

    /// Whether a line without tab belongs to the last cell; `ahead` is what follows it.
    fn goes_on(&self, text: &str, line: &Line, ahead: &Lines<'_>) -> bool {
        let next = || ahead.clone().next(&mut Marks::default()).map_or(Shape::Empty, |next| next.shape);
        self.cells.last().is_some_and(|cell| goes_on(text, *cell, line.span, next))
    }

    fn lengthen(&mut self, rest: Span) {
        if let Some(cell) = self.cells.last_mut() {
            *cell = cell.to(rest);
        }
    }
}

/// Whether a line without tab is the second line of the cell before it.
fn goes_on(text: &str, cell: Span, line: Span, next: impl FnOnce() -> Shape) -> bool {
    !cell.is_empty()
        && !is_figures(cell.of(text))
        && line.len() <= LONGEST_REST
        && matches!(next(), Shape::Indented | Shape::Empty | Shape::Text)
}

fn is_figures(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '０'..='９' | '.' | ',' | '+' | '-'))
}
