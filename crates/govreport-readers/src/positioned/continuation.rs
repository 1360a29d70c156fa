//! Tables that go on over pages.
//!
//! A table at the top of a page goes on with the one at the end of the page before where their columns have the same edges.
//! A heading repeated on the new page is furniture; a row cut by the end of the page is put together where it is clear that it
//! was cut.

use super::passage::between_lines;
use super::table::{Row, SAME_EDGE, Table, TableCell};

/// What `next` begins with is joined to `table`; gives the rows of a repeated heading.
pub(super) fn join(table: &mut Table, mut next: Table) -> Vec<Row> {
    share_columns(table, &mut next);
    let repeated = repeated_heading(table, &next);
    let mut heading: Vec<Row> = next.rows;
    let mut rows = heading.split_off(repeated);
    rest_of_merged(table, &mut rows);
    rest_of_cut(table, &mut rows);
    table.rows.extend(rows);
    heading
}

/// Whether a table goes on with the next: left and right edges agree, and the edges of one are among those of the other.
pub(super) fn goes_on(table: &Table, next: &Table) -> bool {
    let ends = |table: &Table| table.columns.first().copied().zip(table.columns.last().copied());
    let (Some((left, right)), Some((next_left, next_right))) = (ends(table), ends(next)) else {
        return false;
    };
    let same = |a: f64, b: f64| (a - b).abs() <= SAME_EDGE;
    let among = |few: &[f64], many: &[f64]| few.iter().all(|a| many.iter().any(|b| same(*a, *b)));
    same(left, next_left)
        && same(right, next_right)
        && (among(&next.columns, &table.columns) || among(&table.columns, &next.columns))
}

/// Numbers the columns of both tables by the edges that either has.
fn share_columns(table: &mut Table, next: &mut Table) {
    let mut columns = table.columns.clone();
    for edge in &next.columns {
        if !columns.iter().any(|known| (known - edge).abs() <= SAME_EDGE) {
            columns.push(*edge);
        }
    }
    columns.sort_by(f64::total_cmp);
    for table in [table, next] {
        let places: Vec<usize> = table
            .columns
            .iter()
            .map(|edge| {
                let near = |at: &usize| columns.get(*at).map_or(f64::INFINITY, |known| (known - edge).abs());
                (0..columns.len()).min_by(|a, b| near(a).total_cmp(&near(b))).unwrap_or_default()
            })
            .collect();
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            let end = places.get(cell.column + cell.column_span).copied();
            if let (Some(&start), Some(end)) = (places.get(cell.column), end) {
                cell.column = start;
                cell.column_span = end.saturating_sub(start).max(1);
            }
        }
        table.columns.clone_from(&columns);
    }
}

/// How many rows at the beginning of `next` say what the table began with.
fn repeated_heading(table: &Table, next: &Table) -> usize {
    let same = |a: &Row, b: &Row| {
        a.cells.len() == b.cells.len()
            && a.cells.iter().zip(&b.cells).all(|(a, b)| {
                a.column == b.column && a.row_span == b.row_span && a.passage.text == b.passage.text
            })
    };
    let rows = table.rows.iter().zip(&next.rows).take_while(|(a, b)| same(a, b)).count();
    let repeated = &next.rows[..rows];
    let has_words =
        |row: &Row| row.cells.iter().any(|cell| cell.passage.text.chars().any(char::is_alphabetic));
    // Cells of a heading that reach into rows that differ are not a repetition.
    let is_whole =
        repeated.iter().enumerate().all(|(at, row)| row.cells.iter().all(|cell| at + cell.row_span <= rows));
    let is_heading = repeated.iter().any(has_words) && rows < next.rows.len() && is_whole;
    if is_heading { rows } else { 0 }
}

/// A merged cell that the end of the page parts in two goes on as an empty one: it is one cell.
fn rest_of_merged(table: &mut Table, rows: &mut [Row]) {
    let Some(first) = rows.first_mut() else { return };
    first.cells.retain(|cell| {
        if !cell.passage.text.is_empty() {
            return true;
        }
        let above = reaching_end(table, cell).filter(|above| above.row_span > 1 || cell.row_span > 1);
        let Some(above) = above else { return true };
        above.row_span += cell.row_span;
        false
    });
}

/// The cell of a table's end that covers the columns of another.
fn reaching_end<'t>(table: &'t mut Table, cell: &TableCell) -> Option<&'t mut TableCell> {
    let height = table.rows.len();
    table
        .rows
        .iter_mut()
        .enumerate()
        .flat_map(|(at, row)| row.cells.iter_mut().map(move |cell| (at, cell)))
        .filter(|(at, above)| at + above.row_span >= height)
        .map(|(_, above)| above)
        .find(|above| above.column == cell.column && above.column_span == cell.column_span)
}

/// The first row of the new page is the rest of the last row where a label breaks off in full width and goes on, and no
/// other cell is filled in both.
fn rest_of_cut(table: &mut Table, rows: &mut Vec<Row>) {
    let (Some(last), Some(first)) = (table.rows.last_mut(), rows.first()) else { return };
    let is_alike = first.cells.iter().all(|cell| {
        cell.row_span == 1
            && last.cells.iter().any(|above| {
                above.row_span == 1 && above.column == cell.column && above.column_span == cell.column_span
            })
    });
    if !is_alike || first.is_blank() {
        return;
    }
    let pairs = || {
        first
            .cells
            .iter()
            .filter_map(|cell| Some((last.cells.iter().find(|above| above.column == cell.column)?, cell)))
    };
    let filled = |(above, cell): &(&TableCell, &TableCell)| {
        !above.passage.text.is_empty() && !cell.passage.text.is_empty()
    };
    let mut both = pairs().filter(filled);
    let (Some((above, below)), None) = (both.next(), both.next()) else { return };
    // Something else must show that the rows are one: contents in only one of them.
    let others = pairs().filter(|pair| !filled(pair));
    let contents = |text: fn(&(&TableCell, &TableCell)) -> bool| others.clone().filter(text).count();
    let of_above = contents(|(above, _)| !above.passage.text.is_empty());
    let of_below = contents(|(_, cell)| !cell.passage.text.is_empty());
    if (of_above == 0) == (of_below == 0) || !breaks_off(above) || begins_anew(&below.passage.text) {
        return;
    }
    let first = rows.remove(0);
    for cell in first.cells {
        if let Some(above) = last.cells.iter_mut().find(|above| above.column == cell.column) {
            let glue = between_lines(&above.passage.text, &cell.passage.text);
            above.passage.append(&cell.passage, glue);
        }
    }
}

/// Whether the last line of a cell has no room for one more character: the words were broken there.
fn breaks_off(cell: &TableCell) -> bool {
    let Some(last) = cell.passage.places.last() else { return false };
    let line = cell.passage.places.iter().filter(|place| {
        let (_, middle) = place.rect.middle();
        last.page == place.page && last.rect.top <= middle && middle <= last.rect.bottom
    });
    let line = line.map(|place| place.rect).reduce(super::rect::Rect::to);
    // The cell keeps some room free at its sides.
    line.is_some_and(|line| line.width() + 1.2 * line.height() + 4.0 > cell.rect.width() - 8.0)
}

/// Whether a text begins as an item of a list does: 1. （一） 二、
fn begins_anew(text: &str) -> bool {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return true };
    first.is_ascii_digit()
        || matches!(first, '（' | '(' | '①'..='⑳')
        || matches!(first, '一'..='十') && characters.next() == Some('、')
        || text.chars().take(3).any(|c| c == '、')
}
