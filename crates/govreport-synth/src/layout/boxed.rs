//! 画线表格: a table drawn with characters, as converters draw it for a terminal: `+---+` or `┌───┐`. The text of a cell that is
//! wider than its column goes on in the next line of the cell; places that merged cells cover are empty.

use crate::paper::Paper;
use crate::sheet::{Position, Sheet, Slot};

/// How wide a column of labels may be, in characters as wide as a digit.
const WIDEST: usize = 36;

/// The characters that a border is drawn with: across, down, and the corners of three kinds of lines.
struct Border {
    across: &'static str,
    down: &'static str,
    /// Left, middle and right, of the line on top, between rows, and below.
    corners: [[&'static str; 3]; 3],
}

const PLAIN: Border = Border { across: "-", down: "|", corners: [["+"; 3]; 3] };
const DRAWN: Border =
    Border {
        across: "─", down: "│", corners: [["┌", "┬", "┐"], ["├", "┼", "┤"], ["└", "┴", "┘"]]
    };

/// How wide a text is on a terminal.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// The text in lines no wider than the column; its own line breaks stay.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        for c in part.chars() {
            if width(&line) + width(c.encode_utf8(&mut [0; 4])) > most && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
        lines.push(line);
    }
    lines
}

/// The widths of the columns: as wide as what stands in them alone, if that is not too much.
fn widths(grid: &[Vec<Position<'_>>], columns: usize) -> Vec<usize> {
    let mut widths = vec![6; columns];
    for row in grid {
        for (at, position) in row.iter().enumerate() {
            if let Position::Start(slot) = position {
                let longest = slot.text.split('\n').map(width).max().unwrap_or(0);
                let wanted = match (slot.is_figure(), slot.columns) {
                    // Only damage wraps a number.
                    (true, _) => longest,
                    (false, 1) => longest.min(WIDEST),
                    _ => longest.min(12),
                };
                widths[at] = widths[at].max(wanted);
            }
        }
    }
    widths
}

pub(super) fn table(sheet: &Sheet, drawn: bool, paper: &mut Paper) {
    let border = if drawn { DRAWN } else { PLAIN };
    let grid = sheet.grid();
    let columns = grid.iter().map(Vec::len).max().unwrap_or(0);
    let widths = widths(&grid, columns);
    let rule = |paper: &mut Paper, [left, middle, right]: [&str; 3]| {
        let cells: Vec<String> = widths.iter().map(|width| rule_of(border.across, width + 2)).collect();
        paper.line(&format!("{left}{}{right}", cells.join(middle)));
    };
    rule(paper, border.corners[0]);
    for (number, row) in grid.iter().enumerate() {
        if number > 0 {
            rule(paper, border.corners[1]);
        }
        let cells: Vec<(Option<&Slot>, Vec<String>)> = (0..columns)
            .map(|at| match row.get(at) {
                Some(Position::Start(slot)) => (Some(*slot), lines(&slot.text, widths[at])),
                _ => (None, Vec::new()),
            })
            .collect();
        let tallest = cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0).max(1);
        for line in 0..tallest {
            for ((slot, texts), width_of_column) in cells.iter().zip(&widths) {
                paper.text(border.down);
                paper.text(" ");
                let text = texts.get(line).map_or("", String::as_str);
                match slot {
                    Some(slot) if texts.len() == 1 && line == 0 => paper.marked_up(slot, text),
                    _ => paper.text(text),
                }
                paper.text(&" ".repeat(width_of_column.saturating_sub(width(text)) + 1));
            }
            paper.line(border.down);
        }
    }
    rule(paper, border.corners[2]);
}

/// A piece of a rule. A drawn line is as wide as a Chinese character in some fonts and as a digit in others; converters take it for the
/// latter.
fn rule_of(across: &str, width: usize) -> String {
    across.repeat(width)
}
