//! A table on one page, or put together from several.

use super::cell;
use super::grid::Grid;
use super::page::{Piece, PositionedPage};
use super::passage::Passage;
use super::rect::{Direction, Rect};

/// Edges of columns this near to each other, in points, are the same edge.
pub(super) const SAME_EDGE: f64 = 6.0;

/// Figures of one number are no farther from each other than this part of their height.
const TOUCHING: f64 = 0.05;

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    /// The edges of its columns, from left to right.
    pub(super) columns: Vec<f64>,
    pub(super) rows: Vec<Row>,
    /// Where it stands on the page it begins on, as seen when the page is turned upright.
    pub(super) area: Rect,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row {
    /// Page, from 1.
    pub(super) page: u32,
    /// The cells that begin in it, from left to right.
    pub(super) cells: Vec<TableCell>,
}

/// A cell of a table.
#[derive(Debug)]
pub(super) struct TableCell {
    pub(super) column: usize,
    pub(super) column_span: usize,
    pub(super) row_span: usize,
    /// Its rectangle on the page as it is shown.
    pub(super) rect: Rect,
    pub(super) passage: Passage,
}

impl Row {
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.passage.text.is_empty())
    }
}

/// Takes the pieces that stand in grids out of a page and makes tables of them.
pub(super) fn tables(
    page: &PositionedPage,
    number: u32,
    grids: &[Grid],
    pieces: &[Piece],
    shown: Direction,
) -> (Vec<Table>, Vec<Piece>) {
    let mut of_cells: Vec<Vec<Vec<Piece>>> =
        grids.iter().map(|grid| vec![Vec::new(); grid.cells.len()]).collect();
    let mut rest = Vec::new();
    // A number that reaches over the edge of its cell stands where its middle is.
    for number in pieces.chunk_by(|a, b| is_one_number(page, a, b)) {
        let Some(around) = number.iter().map(|piece| piece.rect).reduce(Rect::to) else { continue };
        let middle = around.middle();
        // The smallest grid comes first: a table in a cell of another has what stands in it.
        let found = grids
            .iter()
            .enumerate()
            .filter(|(_, grid)| grid.area().contains(middle))
            .find_map(|(at, grid)| Some((at, grid.cell_at(middle)?)));
        match found.and_then(|(grid, cell)| of_cells.get_mut(grid)?.get_mut(cell)) {
            Some(cell) => cell.extend(number),
            None => rest.extend(number),
        }
    }
    let mut tables = Vec::new();
    for (grid, mut of_cells) in grids.iter().zip(of_cells) {
        let filled = of_cells.iter().filter(|pieces| !pieces.is_empty()).count();
        let closed = grid.cells.iter().filter(|cell| !cell.outside).count();
        // Lines without words are a drawing; one cell is a frame around text.
        if filled == 0 || closed < 2 && filled < 2 {
            rest.extend(of_cells.into_iter().flatten());
            continue;
        }
        let mut rows: Vec<Row> =
            (1..grid.rows.len()).map(|_| Row { page: number, cells: Vec::new() }).collect();
        for (cell, pieces) in grid.cells.iter().zip(of_cells.iter_mut()) {
            if cell.outside && pieces.is_empty() {
                continue;
            }
            let Some(row) = rows.get_mut(cell.row) else { continue };
            let upright = grid.rect(cell);
            row.cells.push(TableCell {
                column: cell.column,
                column_span: cell.column_span,
                row_span: cell.row_span,
                rect: shown.turned_back(upright),
                passage: cell::passage(page, number, std::mem::take(pieces), shown),
            });
        }
        tables.push(Table { columns: grid.columns.clone(), rows, area: grid.area() });
    }
    (tables, rest)
}

/// Whether two pieces are figures drawn together that touch as those of one number do.
fn is_one_number(page: &PositionedPage, a: &Piece, b: &Piece) -> bool {
    let is_figure = |piece: &Piece| {
        page.text(piece)
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '０'..='９' | ',' | '.' | '\u{FFFD}'))
    };
    if a.drawn == 0 || a.drawn != b.drawn || a.direction != b.direction {
        return false;
    }
    let (left, right) = (a.direction.upright(a.rect), a.direction.upright(b.rect));
    (right.left - left.right).abs() <= TOUCHING * left.height()
        && (right.bottom - left.bottom).abs() <= TOUCHING * left.height()
        && is_figure(a)
        && is_figure(b)
}
