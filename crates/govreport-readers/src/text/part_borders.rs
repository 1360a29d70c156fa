//! Rows of a drawn table beside a cell that covers several of them: the border between them is drawn in part of the line only.
//!
//! ```text
//! │ （六 │ 1.申请人 │ 0 │
//! │ ）其 ├──────────┼───┤
//! │ 他   │ 2.其他   │ 3 │
//! ```

use super::pipes::{self, IN_CELL};

/// Whether a character is drawn where lines meet, or where one ends at another.
const fn is_junction(c: char) -> bool {
    matches!(c, '+' | '|' | '│' | '┃' | '║' | '├'..='╋' | '╞'..='╬')
}

const fn is_stroke(c: char) -> bool {
    matches!(c, '-' | '=' | '─' | '━' | '═' | '╌' | '┄')
}

/// Whether a line that begins with an upright is a border in part: words or blanks in front, and from there on drawn to its end.
pub(super) fn is_part(line: &str) -> bool {
    let line = line.trim();
    let begins = |c: char| matches!(c, '|' | '│' | '┃' | '║');
    // The lines of cells end with an upright, and those of borders with a junction: nearly all are told by their last character.
    let ends = |c: char| matches!(c, '┤' | '┫' | '╣' | '+' | '╡' | '┨' | '┥');
    line.starts_with(begins) && line.ends_with(ends) && pieces(line).is_some_and(|pieces| pieces.drawn > 0)
}

/// What stands in a border in part.
struct Pieces<'t> {
    /// The pieces of cells that go on below.
    going_on: Vec<&'t str>,
    /// How many columns are drawn behind them.
    drawn: usize,
}

/// The pieces of such a line; `None` where words stand behind what is drawn.
fn pieces(line: &str) -> Option<Pieces<'_>> {
    const SHORTEST_DRAWN: usize = 2;
    let line = line.trim();
    let inner = line.strip_prefix(is_junction)?.strip_suffix(is_junction)?;
    let mut pieces = Pieces { going_on: Vec::new(), drawn: 0 };
    for piece in inner.split(is_junction) {
        let is_drawn = piece.chars().all(is_stroke) && piece.chars().count() >= SHORTEST_DRAWN;
        match (is_drawn, pieces.drawn) {
            (true, _) => pieces.drawn += 1,
            (false, 0) => pieces.going_on.push(piece.trim()),
            (false, _) => return None,
        }
    }
    Some(pieces)
}

/// The rows of the lines between two borders, cell by cell: the pieces of a cell that goes on beside several rows stand in the first of
/// them. `None` where lines of a row have not the same cells.
pub(super) fn rows(lines: &[&str]) -> Option<Vec<Vec<String>>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    // For each column of the row, the row in which its cell began.
    let mut begun: Vec<usize> = Vec::new();
    let mut is_new = true;
    for line in lines {
        if is_part(line) {
            let Pieces { going_on, .. } = pieces(line)?;
            let row = rows.len().checked_sub(1)?;
            if going_on.len() > rows[row].len() {
                return None;
            }
            add(&mut rows, &begun, &going_on);
            begun.truncate(going_on.len());
            is_new = true;
            continue;
        }
        let cells: Vec<&str> = pipes::between(line).map(str::trim).collect();
        if is_new {
            if cells.len() < begun.len() {
                return None;
            }
            begun.resize(cells.len(), rows.len());
            rows.push(vec![String::new(); cells.len()]);
            is_new = false;
        } else if cells.len() != begun.len() {
            return None;
        }
        add(&mut rows, &begun, &cells);
    }
    Some(rows)
}

/// Adds the pieces of a line to the cells that they belong to.
fn add(rows: &mut [Vec<String>], begun: &[usize], pieces: &[&str]) {
    for (column, piece) in pieces.iter().enumerate().filter(|(_, piece)| !piece.is_empty()) {
        let row = begun.get(column).and_then(|row| rows.get_mut(*row));
        if let Some(cell) = row.and_then(|row| row.get_mut(column)) {
            if !cell.is_empty() {
                cell.push(IN_CELL);
            }
            cell.push_str(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_borders() {
        for part in ["│ （六 ├────┼──┤", "│    │ 一 ├───┤", "| a +----+--+", "║ 一 ╠═══╬══╣"]
        {
            assert!(is_part(part), "{part}");
        }
        for other in ["│ 一 │ 二 │", "├────┼──┤", "│ 一 ├────┤ 二 │", "| - | — |", "| 甲 + 乙 +"]
        {
            assert!(!is_part(other), "{other}");
        }
    }

    #[test]
    fn a_cell_beside_several_rows_stands_in_the_first() {
        let lines = [
            "│三│（六 │ 1.甲 │ 0 │",
            "│  │）其 ├──────┼───┤",
            "│  │他   │ 2.乙 │   │",
            "│  │     │ 丙   │ 3 │",
        ];
        let rows = rows(&lines).expect("the lines of each row have the same cells");
        assert_eq!(
            rows,
            [["三", "（六\u{2028}）其\u{2028}他", "1.甲", "0"], ["", "", "2.乙\u{2028}丙", "3"]]
        );
        let uneven = ["│三│甲│0│", "│  ├──┼─┤", "│  │乙│", "│ │丁│2│"];
        assert_eq!(super::rows(&uneven), None);
    }

    #[test]
    fn rows_below_may_have_fewer_cells() {
        let lines = ["│三│甲│1.乙│0  │", "│  ├──┴────┼───┤", "│  │总计   │5  │"];
        let rows = rows(&lines).expect("each row has its own cells");
        assert_eq!(rows, [vec!["三", "甲", "1.乙", "0"], vec!["", "总计", "5"]]);
    }
}
