//! Drawing a laid-out grid with box characters.

use govreport_core::model::TableCell;

use super::grid::Content;
use super::layout::Layout;
use super::mark::Judged;
use super::paint::Paint;
use super::wrap::width;

/// Writes the grid to `out`, every line with its end.
pub(super) fn draw(layout: &Layout<'_, '_>, judged: &Judged, paint: Paint, out: &mut String) {
    let mut pen = Pen { layout, judged, paint, out, tops: vec![0; layout.slots.len()], y: 0 };
    for row in 0..layout.grid.rows.len() {
        if row == 0 || layout.grid.rows[row].ruled {
            pen.rule(row);
        }
        for placed in (0..layout.slots.len()).filter(|slot| layout.slots[*slot].row == row) {
            pen.tops[placed] = pen.y;
        }
        for _ in 0..layout.heights[row] {
            pen.line(row);
        }
    }
    pen.rule(layout.grid.rows.len());
}

struct Pen<'p, 'g, 'a> {
    layout: &'p Layout<'g, 'a>,
    judged: &'p Judged,
    paint: Paint,
    out: &'p mut String,
    /// The line on which each slot begins.
    tops: Vec<usize>,
    /// Lines written.
    y: usize,
}

impl Pen<'_, '_, '_> {
    fn owner(&self, row: usize, column: usize) -> Option<usize> {
        self.layout.owner.get(row)?.get(column).copied().flatten()
    }

    /// Whether a border stands to the left of `column` in `row`.
    fn wall(&self, row: usize, column: usize) -> bool {
        if row >= self.layout.grid.rows.len() {
            return false;
        }
        column == 0
            || column == self.layout.grid.columns
            || self.owner(row, column - 1).is_none()
            || self.owner(row, column - 1) != self.owner(row, column)
    }

    /// Whether the rule above `row` is drawn over `column`: not where a slot reaches through it.
    fn floor(&self, row: usize, column: usize) -> bool {
        if column >= self.layout.grid.columns {
            return false;
        }
        row == 0
            || row == self.layout.grid.rows.len()
            || self.owner(row - 1, column).is_none()
            || self.owner(row - 1, column) != self.owner(row, column)
    }

    fn rule(&mut self, row: usize) {
        let mut line = String::new();
        let mut column = 0;
        loop {
            line.push(crossing([
                row > 0 && self.wall(row - 1, column),
                self.wall(row, column),
                column > 0 && self.floor(row, column - 1),
                self.floor(row, column),
            ]));
            if column == self.layout.grid.columns {
                break;
            }
            if let Some(slot) = self.owner(row, column).filter(|_| !self.floor(row, column)) {
                self.paint.border(&line, self.out);
                line.clear();
                self.text(slot);
                column += self.layout.slots[slot].slot.across;
            } else {
                line.extend(std::iter::repeat_n('─', self.layout.widths[column] + 2));
                column += 1;
            }
        }
        self.paint.border(&line, self.out);
        self.end_line();
    }

    fn line(&mut self, row: usize) {
        let mut column = 0;
        while column < self.layout.grid.columns {
            self.paint.border("│", self.out);
            if let Some(slot) = self.owner(row, column) {
                self.text(slot);
                column += self.layout.slots[slot].slot.across;
            } else {
                self.pad(self.layout.widths[column] + 2);
                column += 1;
            }
        }
        self.paint.border("│", self.out);
        self.end_line();
    }

    /// One line of a slot's text, with a space on either side.
    fn text(&mut self, slot: usize) {
        let layout = self.layout;
        let lines = &layout.texts[slot];
        let content = layout.slots[slot].slot.content;
        let centred = matches!(content, Content::Head(_));
        let above = if centred { layout.height(slot).saturating_sub(lines.len()) / 2 } else { 0 };
        let text = (self.y - self.tops[slot]).checked_sub(above).and_then(|line| lines.get(line));
        let text = text.map_or("", String::as_str);
        let room = layout.inner_width(slot).saturating_sub(width(text));
        let before = match content {
            Content::Head(_) => room / 2,
            Content::Cell(_) => room,
            Content::Group(_) | Content::Label(_) | Content::Empty => 0,
        };
        self.pad(before + 1);
        match content {
            Content::Cell(cell) => self.cell(cell, text),
            _ => self.out.push_str(text),
        }
        self.pad(room - before + 1);
    }

    fn cell(&mut self, cell: &TableCell, text: &str) {
        match self.judged.marks(cell).next() {
            Some(mark) => self.paint.mark(mark, text, self.out),
            None => self.out.push_str(text),
        }
    }

    fn pad(&mut self, columns: usize) {
        self.out.extend(std::iter::repeat_n(' ', columns));
    }

    fn end_line(&mut self) {
        self.out.push('\n');
        self.y += 1;
    }
}

/// The character where lines leave up, down, to the left and to the right.
const fn crossing([up, down, left, right]: [bool; 4]) -> char {
    match (up, down, left, right) {
        (true, true, true, true) => '┼',
        (true, true, true, false) => '┤',
        (true, true, false, true) => '├',
        (true, false, true, true) => '┴',
        (false, true, true, true) => '┬',
        (true, false, true, false) => '┘',
        (true, false, false, true) => '└',
        (false, true, true, false) => '┐',
        (false, true, false, true) => '┌',
        (_, _, false, false) => '│',
        (false, false, _, _) => '─',
    }
}
