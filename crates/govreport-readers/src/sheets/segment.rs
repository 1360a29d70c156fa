//! Which rows of a sheet belong together, and which columns they use.

use std::ops::Range;

use super::sheet::{Region, SheetCell};

/// A row of a sheet: of a table, or a line of text.
#[derive(Debug)]
pub(super) struct SheetRow {
    pub(super) row: u32,
    /// Its cells that hold something, by their numbers among all.
    pub(super) cells: Range<usize>,
    /// The first and the last column that it shows.
    pub(super) columns: (u32, u32),
    pub(super) is_paragraph: bool,
}

/// The rows from one empty row to the next, for all of a sheet. Cells and regions are in the order of rows.
///
/// Rows with one filled cell that stand before all others are paragraphs: titles and headings over a table, lines of text on a
/// sheet without tables. So is a last one that is merged over the width of the rows before it. Any other stays a row of the
/// table, because the cells beside it are known to be there, and empty.
pub(super) fn segments(cells: &[SheetCell], regions: &[Region]) -> Vec<Vec<SheetRow>> {
    let mut segments: Vec<Vec<SheetRow>> = Vec::new();
    // The last row that a cell of the segment covers.
    let mut covered = 0;
    let mut start = 0;
    while let Some(SheetCell { row, .. }) = cells.get(start) {
        let rest = cells.get(start..).unwrap_or_default();
        let filled = rest.iter().take_while(|cell| cell.row == *row);
        let (mut columns, mut bottom, mut count) = ((u32::MAX, 0), *row, 0);
        for cell in filled {
            let (right, below) = reach(cell, regions);
            columns = (columns.0.min(cell.column), columns.1.max(right));
            bottom = bottom.max(below);
            count += 1;
        }
        let cells = start..start + count;
        start = cells.end;
        let next = |row, cells| SheetRow { row, cells, columns, is_paragraph: false };
        match segments.last_mut() {
            Some(segment) if *row <= covered + 1 => {
                // Rows between hold nothing, but stand beside a cell that covers several.
                let last = segment.last().map_or(*row, |last| last.row + 1);
                segment.extend((last..*row).map(|between| next(between, cells.start..cells.start)));
                segment.push(next(*row, cells));
                covered = covered.max(bottom);
            }
            _ => {
                segments.push(vec![next(*row, cells)]);
                covered = bottom;
            }
        }
    }
    for segment in &mut segments {
        settle(segment);
    }
    segments
}

/// The last column and the last row that a cell covers.
fn reach(cell: &SheetCell, regions: &[Region]) -> (u32, u32) {
    let place = (cell.row, cell.column);
    regions
        .binary_search_by_key(&place, |region| (region.first_row, region.first_column))
        .ok()
        .and_then(|index| regions.get(index))
        .map_or((cell.column, cell.row), |region| (region.last_column, region.last_row))
}

/// Says which rows are paragraphs, and gives the rows of a table the columns of the table.
fn settle(rows: &mut [SheetRow]) {
    let first = rows.iter().position(|row| row.cells.len() > 1).unwrap_or(rows.len());
    let (before, table) = rows.split_at_mut(first);
    for row in before {
        row.is_paragraph = true;
    }
    let Some(left) = table.iter().map(|row| row.columns.0).min() else { return };
    // A lone cell at the left edge may head another table that follows without an empty row: columns are counted anew behind
    // it. It may be the label of an empty row as well, so it has itself the columns of both.
    let is_lone = |row: &SheetRow| row.cells.len() == 1 && row.columns.0 == left;
    let mut above = None;
    let mut start = 0;
    let all = table.len();
    while start < all {
        let rest = table.get_mut(start..).unwrap_or_default();
        let lone = rest.iter().take_while(|row| is_lone(row)).count();
        let (lone_rows, rest) = rest.split_at_mut(lone);
        let run = rest.iter().take_while(|row| !is_lone(row)).count();
        let run = rest.get_mut(..run).unwrap_or_default();
        let several = run.iter().filter(|row| row.cells.len() > 1).map(|row| row.columns);
        let below = several.reduce(both);
        let count = lone_rows.len() + run.len();
        let is_last = start + count == all && run.is_empty();
        if let Some(columns) = above.into_iter().chain(below).reduce(both) {
            if is_last
                && let Some(last) = lone_rows.last_mut()
                && columns.0 < columns.1
                && last.columns.0 <= columns.0
                && columns.1 <= last.columns.1
            {
                last.is_paragraph = true;
            }
            for row in lone_rows {
                row.columns = columns;
            }
        }
        if let Some(columns) = below.or(above) {
            for row in run {
                row.columns = columns;
            }
        }
        above = below.or(above);
        start += count;
    }
}

fn both(one: (u32, u32), other: (u32, u32)) -> (u32, u32) {
    (one.0.min(other.0), one.1.max(other.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as `row: column column …`, each cell merged to the right as far as the number behind `-` says.
    fn segmented(rows: &str) -> Vec<String> {
        let (mut cells, mut regions) = (Vec::new(), Vec::new());
        for line in rows.lines() {
            let (row, columns) = line.split_once(':').expect("a row begins with its number");
            let row = row.trim().parse().expect("a number");
            for column in columns.split_whitespace() {
                let (first, last) = column.split_once('-').unwrap_or((column, column));
                let (column, last_column) =
                    (first.parse().expect("a number"), last.parse().expect("a number"));
                cells.push(SheetCell { row, column, text: "x".to_owned() });
                if last_column > column {
                    regions.push(Region { first_row: row, last_row: row, first_column: column, last_column });
                }
            }
        }
        let shown = |row: &SheetRow| {
            let columns = if row.is_paragraph {
                "P".to_owned()
            } else {
                format!("{}-{}", row.columns.0, row.columns.1)
            };
            format!("{} {columns}", row.row)
        };
        segments(&cells, &regions)
            .iter()
            .map(|rows| rows.iter().map(shown).collect::<Vec<_>>().join(", "))
            .collect()
    }

    #[test]
    fn lines_over_a_table_are_paragraphs() {
        assert_eq!(segmented("0: 0-9\n2: 0\n3: 0-3\n4: 0 1 2 3\n5: 0"), ["0 P", "2 P, 3 P, 4 0-3, 5 0-3"]);
        assert_eq!(segmented("0: 0 1 2\n1: 0 1\n2: 0-2"), ["0 0-2, 1 0-2, 2 P"]);
    }

    #[test]
    fn tables_without_an_empty_row_between_have_their_own_columns() {
        // A narrow table with an empty row, a heading, a wide one with an empty row.
        let rows = "0: 0 1\n1: 0\n2: 0 1\n3: 0\n4: 0 1 2 3 4\n5: 1\n6: 1 4";
        assert_eq!(segmented(rows), ["0 0-1, 1 0-1, 2 0-1, 3 0-4, 4 0-4, 5 0-4, 6 0-4"]);
    }
}
