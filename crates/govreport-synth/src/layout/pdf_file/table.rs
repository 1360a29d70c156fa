//! A table on one page or several.

use govreport_core::form::TableKind;

use super::page::{MARGIN, Pages, as_f32};
use super::place::{Rect, lines_of, width_of};
use crate::sheet::{Position, Sheet, Slot};

/// Size of the letters.
const SIZE: f32 = 8.5;
/// Height of a line.
const LINE: f32 = SIZE * 1.25;
/// Room between a border and the text.
const PADDING: f32 = 1.2;
/// Height of the lowest row.
const LOWEST: f32 = 17.0;

/// A cell in the grid.
struct Cell<'a> {
    slot: &'a Slot,
    column: usize,
    columns: usize,
    row: usize,
    rows: usize,
    lines: Vec<String>,
    /// Size of its letters: a long number is printed smaller.
    size: f32,
}

impl Cell<'_> {
    fn height(&self) -> f32 {
        (as_f32(self.lines.len()) * LINE + 2.0 * PADDING).max(LOWEST)
    }
}

/// Widths of the columns, in points; together no wider than the text.
fn widths(kind: TableKind, columns: usize) -> Vec<f32> {
    let usual: &[f32] = match kind {
        TableKind::Proactive => &[142.0, 113.0, 113.0, 113.0],
        TableKind::Requests => &[22.0, 54.0, 107.0, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5],
        TableKind::Review => &[32.0; 15],
    };
    if usual.len() == columns {
        return usual.to_vec();
    }
    // A part of a table, or one with a column too many.
    vec![480.0 / as_f32(columns.max(1)); columns]
}

impl Pages<'_> {
    /// Prints a table.
    pub(super) fn table(&mut self, sheet: &Sheet) {
        let grid = sheet.grid();
        let columns = grid.iter().map(Vec::len).max().unwrap_or_default();
        let widths = widths(sheet.kind, columns);
        let cells = cells(&grid, &widths);
        let heights = heights(&cells, grid.len());
        let heads = (0..grid.len()).take_while(|row| !sheet.has_numbers(*row)).count();
        // Table one has a heading in each block; what could be repeated of it would head the wrong block.
        let repeated =
            if self.print.repeated_heads && sheet.kind != TableKind::Proactive { heads } else { 0 };
        let above: f32 = heights.iter().take(repeated).sum();
        // The heading stays with the first row of numbers.
        let beginning: f32 = heights.iter().take(heads + 1).sum();
        if self.room() < beginning.min(self.whole()) {
            self.turn();
        }
        let mut parts: Vec<Part> = Vec::new();
        let mut first = 0;
        let mut room = self.room();
        let mut taken = 0.0;
        for (row, height) in heights.iter().enumerate() {
            if taken + height > room && row > first {
                parts.push(Part { first, end: row });
                (first, room, taken) = (row, self.whole() - above, 0.0);
            }
            taken += height;
        }
        parts.push(Part { first, end: heights.len() });
        for number in 0..parts.len() {
            if number > 0 {
                self.turn();
                if repeated > 0 {
                    self.rows(&cells, &widths, &heights, &[Part { first: 0, end: repeated }], 0);
                }
            }
            self.rows(&cells, &widths, &heights, &parts, number);
        }
        self.gap(8.0);
    }

    /// Prints the rows of one part of a table.
    fn rows(&mut self, cells: &[Cell<'_>], widths: &[f32], heights: &[f32], parts: &[Part], number: usize) {
        let Some(part) = parts.get(number) else { return };
        let top = self.down;
        for cell in cells {
            let Some(rows) = part.of(cell) else { continue };
            let before: f32 = heights.iter().take(rows.first).skip(part.first).sum();
            let place = Rect {
                left: MARGIN + widths.iter().take(cell.column).sum::<f32>(),
                top: top + before,
                width: widths.iter().skip(cell.column).take(cell.columns).sum(),
                height: heights.iter().take(rows.end).skip(rows.first).sum(),
            };
            if self.print.ruled {
                self.border(place);
            }
            if holds_text(cell, heights, parts) == Some(number) && !cell.slot.text.is_empty() {
                self.cell(cell.slot, &cell.lines, cell.size, place);
            }
        }
        self.down += heights.iter().take(part.end).skip(part.first).sum::<f32>();
    }
}

/// Rows that stand on one page.
#[derive(Debug, Clone, Copy)]
struct Part {
    first: usize,
    end: usize,
}

impl Part {
    /// The rows of a cell that stand in this part.
    fn of(self, cell: &Cell<'_>) -> Option<Self> {
        let rows = Self { first: self.first.max(cell.row), end: self.end.min(cell.row + cell.rows) };
        (rows.first < rows.end).then_some(rows)
    }

    fn height(self, heights: &[f32]) -> f32 {
        heights.iter().take(self.end).skip(self.first).sum()
    }
}

/// Which part of a cell that a page break parts holds its text: the first that is high enough, or else the highest.
fn holds_text(cell: &Cell<'_>, heights: &[f32], parts: &[Part]) -> Option<usize> {
    let rooms = || {
        parts.iter().enumerate().filter_map(|(number, part)| Some((number, part.of(cell)?.height(heights))))
    };
    let enough = rooms().find(|(_, room)| *room + 0.01 >= cell.height());
    enough.or_else(|| rooms().max_by(|a, b| a.1.total_cmp(&b.1))).map(|(number, _)| number)
}

/// The cells of a grid, with their text in lines.
fn cells<'a>(grid: &[Vec<Position<'a>>], widths: &[f32]) -> Vec<Cell<'a>> {
    let mut cells = Vec::new();
    for (row, line) in grid.iter().enumerate() {
        for (column, position) in line.iter().enumerate() {
            let Position::Start(slot) = position else { continue };
            let columns = slot.columns.clamp(1, (line.len() - column).max(1));
            let rows = slot.rows.clamp(1, grid.len() - row);
            let width: f32 = widths.iter().skip(column).take(columns).sum::<f32>() - 2.0 * PADDING;
            // A number that filled its column would run into the next one where no line parts them.
            let (whole, most) = (width_of(&slot.text, SIZE), width - 5.0);
            let size = if slot.is_number() && whole > most && !slot.text.contains(is_chinese) {
                SIZE * most / whole
            } else {
                SIZE
            };
            let lines = lines_of(&slot.text, width + 0.01, size);
            cells.push(Cell { slot, column, columns, row, rows, lines, size });
        }
    }
    cells
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// The heights of the rows: enough for each cell.
fn heights(cells: &[Cell<'_>], rows: usize) -> Vec<f32> {
    let mut heights = vec![LOWEST; rows];
    for cell in cells.iter().filter(|cell| cell.rows == 1) {
        if let Some(height) = heights.get_mut(cell.row) {
            *height = height.max(cell.height());
        }
    }
    for cell in cells.iter().filter(|cell| cell.rows > 1) {
        let last = cell.row + cell.rows - 1;
        let room: f32 = heights.iter().take(last + 1).skip(cell.row).sum();
        if let Some(height) = heights.get_mut(last) {
            *height += (cell.height() - room).max(0.0);
        }
    }
    heights
}
