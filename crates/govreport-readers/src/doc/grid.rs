//! The grid of a table: which columns and rows its cells cover.

use super::row_definition::{Down, RowDefinition};
use super::tables::Row;

/// A cell in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) column: u32,
    pub(super) column_span: u32,
    pub(super) row_span: u32,
    /// Another cell covers it; its content is not shown.
    pub(super) is_covered: bool,
}

/// Edges that are nearer to each other than this are one, in twentieths of a point: rows drawn by hand do not meet exactly,
/// and no column is narrower than a character.
/// Measured: with 30, no cell changes.
const NEAR: i32 = 60;

/// The places of all cells of a table, row by row.
pub(super) fn places(rows: &[Row]) -> Vec<Vec<Place>> {
    let edges = edges(rows);
    let mut places: Vec<Vec<Place>> = rows.iter().map(|row| across(row, &edges)).collect();
    let mut downs: Vec<Vec<(u32, Down)>> = Vec::with_capacity(rows.len());
    for (row, places) in rows.iter().zip(&places) {
        let definition = row.definition.as_ref();
        downs.push(
            places
                .iter()
                .zip(definition.map_or(&[][..], |definition| &definition.cells))
                .filter(|(place, _)| !place.is_covered)
                .map(|(place, cell)| (place.column, cell.down))
                .collect(),
        );
    }
    // From below, each cell that is covered adds to that above it.
    let mut below: Vec<(u32, u32)> = Vec::new();
    for (row, downs) in places.iter_mut().zip(&downs).rev() {
        let mut here = Vec::new();
        for (column, down) in downs {
            let Some(place) = row.iter_mut().find(|place| !place.is_covered && place.column == *column)
            else {
                continue;
            };
            let hanging = below.iter().find(|(below, _)| below == column).map_or(0, |(_, rows)| *rows);
            match down {
                Down::Alone => {}
                Down::First => place.row_span = 1 + hanging,
                Down::Covered => here.push((*column, 1 + hanging)),
            }
        }
        below = here;
    }
    // From above, what nothing covers is a cell of its own.
    let mut above: Vec<(u32, u32)> = Vec::new();
    for (row, downs) in places.iter_mut().zip(&downs) {
        let mut here = Vec::new();
        for (column, down) in downs {
            let left = above.iter().find(|(above, _)| above == column).map_or(0, |(_, left)| *left);
            let Some(place) = row.iter_mut().find(|place| !place.is_covered && place.column == *column)
            else {
                continue;
            };
            match down {
                Down::Covered if left > 0 => {
                    place.is_covered = true;
                    here.push((*column, left - 1));
                }
                Down::First if place.row_span > 1 => here.push((*column, place.row_span - 1)),
                _ => {}
            }
        }
        above = here;
    }
    places
}

/// The edges of all rows, those that are one taken together.
fn edges(rows: &[Row]) -> Vec<i32> {
    let mut edges: Vec<i32> = rows
        .iter()
        .filter_map(|row| row.definition.as_ref())
        .flat_map(|row| &row.edges)
        .copied()
        .map(i32::from)
        .collect();
    edges.sort_unstable();
    // Each is compared with the first of its group, so that a chain of near ones does not become one.
    let mut groups: Vec<i32> = Vec::new();
    for edge in edges {
        if groups.last().is_none_or(|first| edge - first > NEAR) {
            groups.push(edge);
        }
    }
    groups
}

/// The places of the cells of a row, each of one row.
fn across(row: &Row, edges: &[i32]) -> Vec<Place> {
    let definition = row.definition.as_ref();
    let mut next = 0;
    let mut places: Vec<Place> = Vec::with_capacity(row.cells.len());
    for index in 0..row.cells.len() {
        let cell = definition.and_then(|definition| definition.cells.get(index)).copied().unwrap_or_default();
        let (column, end) = definition
            .and_then(|definition| {
                Some((group(edges, definition, index)?, group(edges, definition, index + 1)?))
            })
            .unwrap_or((next, next + 1));
        // Edges that go backwards or meet leave a cell a column all the same.
        let column = column.max(next);
        let end = end.max(column + 1);
        next = end;
        let mut place = Place { column, column_span: end - column, row_span: 1, is_covered: false };
        if cell.joins_left && !places.is_empty() {
            place.is_covered = true;
            if let Some(first) = places.iter_mut().rev().find(|place| !place.is_covered) {
                first.column_span = end - first.column;
            }
        }
        places.push(place);
    }
    places
}

/// Number of the group that an edge of a row belongs to.
fn group(edges: &[i32], row: &RowDefinition, edge: usize) -> Option<u32> {
    let edge = i32::from(*row.edges.get(edge)?);
    let after = edges.partition_point(|first| *first <= edge);
    u32::try_from(after.checked_sub(1)?).ok()
}
