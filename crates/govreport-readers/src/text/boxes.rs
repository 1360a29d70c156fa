//! Tables drawn with lines: `+---+` or `┌───┐`.
//!
//! Lines between two borders are one row, whose cells go on from line to line. Where a table has a border below every row, each
//! such row is put on one line, with a line separator (U+2028) in a cell for every line that it goes on in. Tables that have a
//! border below their heading alone, as databases print them, have a row on every line and stay as they are.

use super::part_borders;
use super::pipes;

/// The fewest rows with borders around each that show that every row has them: a heading and one block of rows look like two.
/// Measured: with 4, no cell changes.
const FEWEST_ROWS: usize = 3;

/// The first byte of the characters that draw.
const LEAD_OF_DRAWN: u8 = 0xE2;

/// Whether a line is a border, or a rule between rows: nothing but characters that draw, three strokes across in a run at least.
pub(super) fn is_border(line: &str) -> bool {
    let line = line.trim();
    if !matches!(line.as_bytes().first(), Some(&(b'+' | LEAD_OF_DRAWN))) {
        return false;
    }
    let mut run = 0;
    let mut longest = 0;
    for c in line.chars() {
        match c {
            '-' | '=' | '─' | '━' | '═' | '╌' | '┄' => {
                run += 1;
                longest = longest.max(run);
            }
            '+' | '\u{2500}'..='\u{257F}' => run = 0,
            ' ' => {}
            _ => return false,
        }
    }
    longest >= 3
}

/// What borders between rows begin with.
const MARKS: [&str; 7] = ["+--", "+==", "├", "╠", "┣", "┝", "┠"];

/// Whether a text may hold a drawn table. All marks are looked for at once, by their first bytes: few texts have any.
pub(super) fn are_drawn(text: &str) -> bool {
    let text = text.as_bytes();
    let is_mark = |at: usize| MARKS.iter().any(|mark| text[at..].starts_with(mark.as_bytes()));
    memchr::memchr2_iter(b'+', LEAD_OF_DRAWN, text).any(is_mark)
}

/// A line, with its end.
#[derive(Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    /// It is asked for again and again, and half of the lines of a drawn table are borders.
    is_border: bool,
    /// It is a border beside a cell that covers several rows.
    is_part: bool,
}

impl<'t> Line<'t> {
    fn of(text: &'t str) -> Self {
        let is_border = is_border(text);
        Self { text, is_border, is_part: !is_border && part_borders::is_part(text) }
    }
}

/// The text with every row of a drawn table on one line; `None` where no row goes on in a second line.
pub(super) fn unwrapped(text: &str) -> Option<String> {
    let lines: Vec<Line<'_>> = text.split_inclusive('\n').map(Line::of).collect();
    let mut out = String::with_capacity(text.len());
    let mut changed = false;
    let mut at = 0;
    while at < lines.len() {
        let end = if lines[at].is_border { end_of_box(&lines, at) } else { at };
        if end == at {
            out.push_str(lines[at].text);
            at += 1;
            continue;
        }
        let between = |is_border: fn(&Line<'_>) -> bool| -> Vec<&[Line<'_>]> {
            lines[at..end].split(is_border).filter(|row| !row.is_empty()).collect()
        };
        let rows = between(|line| line.is_border || line.is_part);
        if rows.len() < FEWEST_ROWS || rows.iter().all(|row| row.len() == 1) || !has_borders_below_rows(&rows)
        {
            out.extend(lines[at..end].iter().map(|line| line.text));
        } else {
            for block in between(|line| line.is_border) {
                changed |= put(block, &mut out);
            }
        }
        at = end;
    }
    changed.then_some(out)
}

/// Behind the last border of the drawn table that begins with the border at `at`; `at` itself where none follows.
fn end_of_box(lines: &[Line<'_>], at: usize) -> usize {
    let is_row = |line: &Line<'_>| line.text.trim_start().starts_with(['|', '│', '┃', '║']);
    let inside = lines[at..].iter().take_while(|line| line.is_border || is_row(line)).count();
    let last = lines[at..at + inside].iter().rposition(|line| line.is_border).unwrap_or(0);
    if last == 0 { at } else { at + last + 1 }
}

/// Whether a border stands below every row, and not below a block of them: what stands between two borders is one line with numbers
/// more often than several.
fn has_borders_below_rows(rows: &[&[Line<'_>]]) -> bool {
    let (mut single, mut several) = (0, 0);
    for row in rows {
        match row.iter().filter(|line| is_row(line.text)).take(2).count() {
            0 => {}
            1 => single += 1,
            _ => several += 1,
        }
    }
    single > several && single > 1 || several == 0
}

/// Whether a line has numbers in half of its cells, and a label.
fn is_row(line: &str) -> bool {
    let is_number = |cell: &str| cell.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let (mut cells, mut numbers, mut has_label) = (0, 0, false);
    for cell in pipes::between(line).map(str::trim_ascii) {
        let is_number = is_number(cell);
        cells += 1;
        numbers += usize::from(is_number);
        has_label |= !is_number && !cell.trim().is_empty();
    }
    has_label && numbers * 2 >= cells
}

/// Puts each row between two borders on one line, if its lines have the same cells. Gives whether it did.
fn put(block: &[Line<'_>], out: &mut String) -> bool {
    if let [line] = block {
        out.push_str(line.text);
        return false;
    }
    let lines: Vec<&str> = block.iter().map(|line| line.text).collect();
    let Some(rows) = part_borders::rows(&lines) else {
        out.extend(lines);
        return false;
    };
    for row in rows {
        for cell in row {
            out.push_str("| ");
            out.push_str(&cell);
            out.push(' ');
        }
        out.push_str("|\n");
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders() {
        for border in ["+---+--+", "┌───┬──┐", "├───┼──┤", "╚═══╩══╝", "+===+==+"]
        {
            assert!(is_border(border), "{border}");
        }
        for other in ["", "+", "+5", "| a |", "---", "├ 规章 ┤", "—— 3 ——"] {
            assert!(!is_border(other), "{other}");
        }
    }

    #[test]
    fn a_row_between_borders_is_one_row() {
        let text = "正文\n+----+--+\n| 项 | 数 |\n+----+--+\n| 规 | 1 |\n| 章 |  |\n+----+--+\n| 许可 | 2 |\n+----+--+\n正文\n";
        let own = unwrapped(text).expect("a row goes on in a second line");
        assert_eq!(own, "正文\n| 项 | 数 |\n| 规\u{2028}章 | 1 |\n| 许可 | 2 |\n正文\n");
    }

    #[test]
    fn numbers_go_on_in_the_next_line_as_labels_do() {
        let text = "+---+--+--+\n| 项 | 甲 | 乙 |\n+---+--+--+\n| 规章 | 12 | 3 |\n| | 4 | 5 |\n+---+--+--+\n| 许可 | 2 | 6 |\n+---+--+--+\n";
        let own = unwrapped(text).expect("a row goes on in a second line");
        assert_eq!(own, "| 项 | 甲 | 乙 |\n| 规章 | 12\u{2028}4 | 3\u{2028}5 |\n| 许可 | 2 | 6 |\n");
    }

    #[test]
    fn a_border_below_the_heading_alone_shows_no_row() {
        let text = "+----+--+\n| 项 | 数 |\n+----+--+\n| 规章 | 1 |\n| 许可 | 2 |\n+----+--+\n";
        assert_eq!(unwrapped(text), None);
        // With a border before the total too: every line has its number.
        let text = text.to_owned() + "| 共 | 3 |\n+----+--+\n";
        assert_eq!(unwrapped(&text), None);
    }
}
