//! From lines to the grid of a table: where lines cross are the corners of its cells.
//!
//! A merged cell is one whose inner edges are missing. Sides that a table leaves open are closed where its lines end.

use super::rect::Rect;
use super::ruling::{BRIDGED, Segment, Segments};

/// Lines this near to each other, in points, touch.
const TOUCH: f64 = 4.0;
/// Parallel lines up to this far apart, in points, are one edge: no character fits between them.
const ONE_EDGE: f64 = 5.0;
/// The part of an edge that must be drawn.
const DRAWN: f64 = 0.6;
/// More places than this between the lines of one drawing make no table.
/// Measured: with 25,000, no cell changes.
const MOST_PLACES: usize = 50_000;

/// A table as it is drawn on one page.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// The places of its vertical edges, from left to right.
    pub(super) columns: Vec<f64>,
    /// The places of its horizontal edges, from top to bottom.
    pub(super) rows: Vec<f64>,
    /// In the order of their upper left corners.
    pub(super) cells: Vec<GridCell>,
    /// For each place between the lines, row by row: the cell that covers it.
    owners: Vec<usize>,
}

/// A cell as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct GridCell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) row_span: usize,
    pub(super) column_span: usize,
    /// Whether no line parts it from what is around the table.
    pub(super) outside: bool,
}

/// The grids that the lines of a page draw, the smallest first.
pub(super) fn grids(segments: &Segments) -> Vec<Grid> {
    let mut grids: Vec<Grid> = components(segments).iter().filter_map(Grid::of).collect();
    grids.sort_by(|a, b| {
        let area = |grid: &Grid| grid.area().width() * grid.area().height();
        area(a).total_cmp(&area(b))
    });
    grids
}

/// Lines that touch each other, directly or through others.
fn components(segments: &Segments) -> Vec<Segments> {
    let (across, down) = (&segments.horizontal, &segments.vertical);
    let mut sets = Sets::new(across.len() + down.len());
    for (at, line) in across.iter().enumerate() {
        for (other, wall) in down.iter().enumerate() {
            if within(wall.at, *line) && within(line.at, *wall) {
                sets.join(at, across.len() + other);
            }
        }
    }
    // The two lines of a double border belong to one table.
    for (lines, base) in [(across, 0), (down, across.len())] {
        for (at, line) in lines.iter().enumerate() {
            for (other, next) in lines.iter().enumerate().skip(at + 1) {
                if next.at - line.at > TOUCH {
                    break;
                }
                if line.from < next.to && next.from < line.to {
                    sets.join(base + at, base + other);
                }
            }
        }
    }
    let mut found: std::collections::BTreeMap<usize, Segments> = std::collections::BTreeMap::new();
    for (at, line) in across.iter().enumerate() {
        found.entry(sets.root(at)).or_default().horizontal.push(*line);
    }
    for (at, line) in down.iter().enumerate() {
        found.entry(sets.root(across.len() + at)).or_default().vertical.push(*line);
    }
    found.into_values().collect()
}

fn within(at: f64, line: Segment) -> bool {
    line.from - TOUCH <= at && at <= line.to + TOUCH
}

/// Sets that can be joined.
struct Sets(Vec<usize>);

impl Sets {
    fn new(length: usize) -> Self {
        Self((0..length).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// Lines of one direction that make one edge: where it is, and where it is drawn.
#[derive(Debug)]
struct Edge {
    at: f64,
    drawn: Vec<(f64, f64)>,
}

impl Edge {
    fn all(mut segments: Vec<Segment>) -> Vec<Self> {
        segments.sort_by(|a, b| a.at.total_cmp(&b.at));
        let mut edges: Vec<(f64, Vec<Segment>)> = Vec::new();
        for segment in segments {
            match edges.last_mut() {
                Some((first, together)) if segment.at - *first <= ONE_EDGE => together.push(segment),
                _ => edges.push((segment.at, vec![segment])),
            }
        }
        edges.into_iter().map(|(_, together)| Self::of(together)).collect()
    }

    fn of(mut segments: Vec<Segment>) -> Self {
        segments.sort_by(|a, b| a.from.total_cmp(&b.from));
        let total: f64 = segments.iter().map(|segment| segment.to - segment.from).sum();
        let at = if total > 0.0 {
            segments.iter().map(|segment| segment.at * (segment.to - segment.from)).sum::<f64>() / total
        } else {
            segments.first().map_or(0.0, |segment| segment.at)
        };
        let mut drawn: Vec<(f64, f64)> = Vec::new();
        for segment in segments {
            match drawn.last_mut() {
                Some((_, to)) if segment.from - *to <= BRIDGED => *to = to.max(segment.to),
                _ => drawn.push((segment.from, segment.to)),
            }
        }
        Self { at, drawn }
    }

    /// Whether most of it is drawn between two places.
    fn is_drawn(&self, from: f64, to: f64) -> bool {
        let drawn: f64 = self.drawn.iter().map(|(start, end)| (end.min(to) - start.max(from)).max(0.0)).sum();
        drawn >= DRAWN * (to - from)
    }

    /// Closes the sides on which the lines of the other direction end together without one of this.
    fn close(edges: &mut Vec<Self>, others: &[Self]) {
        for first in [true, false] {
            let ends = || {
                others.iter().filter_map(|other| {
                    let end = if first { other.drawn.first()?.0 } else { other.drawn.last()?.1 };
                    Some((end, other.at))
                })
            };
            let Some(outermost) =
                ends().map(|(end, _)| end).reduce(|a, b| if first { a.min(b) } else { a.max(b) })
            else {
                continue;
            };
            let known = if first { edges.first() } else { edges.last() };
            if known.is_none_or(|edge| (edge.at - outermost).abs() <= ONE_EDGE) {
                continue;
            }
            let together: Vec<f64> =
                ends().filter(|(end, _)| (end - outermost).abs() <= ONE_EDGE).map(|(_, at)| at).collect();
            let (Some(from), Some(to)) = (together.first(), together.last()) else { continue };
            if together.len() < 2 || 2 * together.len() < others.len() {
                continue;
            }
            let edge = Self { at: outermost, drawn: vec![(*from, *to)] };
            edges.insert(if first { 0 } else { edges.len() }, edge);
        }
    }
}

impl Grid {
    fn of(segments: &Segments) -> Option<Self> {
        let mut down = Edge::all(segments.vertical.clone());
        let mut across = Edge::all(segments.horizontal.clone());
        if down.is_empty() || across.is_empty() {
            return None;
        }
        Edge::close(&mut down, &across);
        Edge::close(&mut across, &down);
        let (width, height) = (down.len() - 1, across.len() - 1);
        let places = width.checked_mul(height).filter(|places| (2..=MOST_PLACES).contains(places))?;
        let mut grid = Self {
            columns: down.iter().map(|edge| edge.at).collect(),
            rows: across.iter().map(|edge| edge.at).collect(),
            cells: Vec::new(),
            owners: vec![usize::MAX; places],
        };
        let walls = Walls { down: &down, across: &across };
        grid.find_cells(&walls);
        grid.find_outside(&walls);
        (grid.cells.len() > 1).then_some(grid)
    }

    pub(super) fn area(&self) -> Rect {
        let ends = |places: &[f64]| {
            [places.first().copied().unwrap_or_default(), places.last().copied().unwrap_or_default()]
        };
        Rect::around(ends(&self.columns), ends(&self.rows))
    }

    /// The rectangle of a cell.
    pub(super) fn rect(&self, cell: &GridCell) -> Rect {
        let ends = |places: &[f64], at: usize, span: usize| {
            let end = places.get(at + span).or(places.last()).copied().unwrap_or_default();
            [places.get(at).copied().unwrap_or(end), end]
        };
        Rect::around(
            ends(&self.columns, cell.column, cell.column_span),
            ends(&self.rows, cell.row, cell.row_span),
        )
    }

    /// The cell that covers a point.
    pub(super) fn cell_at(&self, (x, y): (f64, f64)) -> Option<usize> {
        let column = self.columns.partition_point(|edge| *edge <= x).checked_sub(1)?;
        let row = self.rows.partition_point(|edge| *edge <= y).checked_sub(1)?;
        let width = self.columns.len() - 1;
        (column < width).then(|| self.owners.get(row * width + column).copied()).flatten()
    }

    /// Makes the places between the lines into cells: as far to the right and then down as no line is drawn.
    fn find_cells(&mut self, walls: &Walls<'_>) {
        let (width, height) = (self.columns.len() - 1, self.rows.len() - 1);
        for row in 0..height {
            for column in 0..width {
                if self.owners[row * width + column] != usize::MAX {
                    continue;
                }
                let mut end = column + 1;
                while end < width && self.owners[row * width + end] == usize::MAX && !walls.left_of(end, row)
                {
                    end += 1;
                }
                let mut bottom = row + 1;
                while bottom < height
                    && (column..end).all(|column| {
                        self.owners[bottom * width + column] == usize::MAX && !walls.above(column, bottom)
                    })
                    && (column + 1..end).all(|column| !walls.left_of(column, bottom))
                {
                    bottom += 1;
                }
                for row in row..bottom {
                    for column in column..end {
                        self.owners[row * width + column] = self.cells.len();
                    }
                }
                self.cells.push(GridCell {
                    row,
                    column,
                    row_span: bottom - row,
                    column_span: end - column,
                    outside: false,
                });
            }
        }
    }

    /// Finds the cells that are open towards the outside.
    ///
    /// A cell at the edge of the table between two lines that lead to the edge is none of them: where a page ends, the line
    /// across is often missing.
    fn find_outside(&mut self, walls: &Walls<'_>) {
        let (width, height) = (self.columns.len() - 1, self.rows.len() - 1);
        let mut open: Vec<(usize, usize)> = Vec::new();
        for cell in &self.cells {
            let GridCell { row, column, row_span, column_span, .. } = *cell;
            let (bottom, right) = (row + row_span, column + column_span);
            let beside = |row| walls.left_of(column, row) && walls.left_of(right, row);
            let over = |column| walls.above(column, row) && walls.above(column, bottom);
            let across = (column..right).filter(|column| {
                row == 0 && !walls.above(*column, 0) && !beside(0)
                    || bottom == height && !walls.above(*column, height) && !beside(height - 1)
            });
            let down = (row..bottom).filter(|row| {
                column == 0 && !walls.left_of(0, *row) && !over(0)
                    || right == width && !walls.left_of(width, *row) && !over(width - 1)
            });
            open.extend(across.map(|column| (if row == 0 { 0 } else { height - 1 }, column)));
            open.extend(down.map(|row| (row, if column == 0 { 0 } else { width - 1 })));
        }
        let mut seen = vec![false; width * height];
        while let Some((row, column)) = open.pop() {
            let at = row * width + column;
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            self.cells[self.owners[at]].outside = true;
            if column > 0 && !walls.left_of(column, row) {
                open.push((row, column - 1));
            }
            if column + 1 < width && !walls.left_of(column + 1, row) {
                open.push((row, column + 1));
            }
            if row > 0 && !walls.above(column, row) {
                open.push((row - 1, column));
            }
            if row + 1 < height && !walls.above(column, row + 1) {
                open.push((row + 1, column));
            }
        }
    }
}

/// The edges of a grid, and where they are drawn.
struct Walls<'a> {
    down: &'a [Edge],
    across: &'a [Edge],
}

impl Walls<'_> {
    /// Whether a line is drawn on the left of a place. Places are those of the grid these edges made.
    fn left_of(&self, column: usize, row: usize) -> bool {
        self.down[column].is_drawn(self.across[row].at, self.across[row + 1].at)
    }

    /// Whether a line is drawn above a place.
    fn above(&self, column: usize, row: usize) -> bool {
        self.across[row].is_drawn(self.down[column].at, self.down[column + 1].at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::positioned::ruling::segments;

    fn across(y: f64, from: f64, to: f64) -> Rect {
        Rect::around([from, to], [y, y + 0.5])
    }

    fn down(x: f64, from: f64, to: f64) -> Rect {
        Rect::around([x, x + 0.5], [from, to])
    }

    fn cells(rulings: &[Rect]) -> Vec<Vec<(usize, usize, usize, usize)>> {
        grids(&segments(rulings))
            .iter()
            .map(|grid| {
                let inside = grid.cells.iter().filter(|cell| !cell.outside);
                inside.map(|cell| (cell.row, cell.column, cell.row_span, cell.column_span)).collect()
            })
            .collect()
    }

    #[test]
    fn missing_edges_make_merged_cells() {
        let rulings = [
            across(0.0, 0.0, 90.0),
            across(20.0, 30.0, 90.0),
            across(40.0, 0.0, 90.0),
            down(0.0, 0.0, 40.0),
            down(30.0, 0.0, 40.0),
            down(60.0, 20.0, 40.0),
            down(90.0, 0.0, 40.0),
        ];
        assert_eq!(cells(&rulings), [[(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]]);
    }

    #[test]
    fn open_sides_are_closed_where_the_lines_end() {
        let rulings =
            [across(0.0, 0.0, 90.0), across(20.0, 0.0, 90.0), across(40.0, 0.0, 90.0), down(45.0, 0.0, 40.0)];
        assert_eq!(cells(&rulings), [[(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]]);
    }

    #[test]
    fn what_hangs_outside_is_no_cell() {
        // A narrow table on a wide one.
        let rulings = [
            across(0.0, 0.0, 40.0),
            across(20.0, 0.0, 90.0),
            across(40.0, 0.0, 90.0),
            down(0.0, 0.0, 40.0),
            down(40.0, 0.0, 20.0),
            down(60.0, 20.0, 40.0),
            down(90.0, 20.0, 40.0),
        ];
        assert_eq!(cells(&rulings), [[(0, 0, 1, 1), (1, 0, 1, 2), (1, 2, 1, 1)]]);
    }

    #[test]
    fn a_double_border_is_one_edge() {
        let mut rulings = vec![across(20.0, 2.0, 88.0), down(45.0, 2.0, 38.0)];
        for inset in [0.0, 2.0] {
            rulings.extend([across(inset, inset, 90.0 - inset), across(40.0 - inset, inset, 90.0 - inset)]);
            rulings.extend([down(inset, inset, 40.0 - inset), down(90.0 - inset, inset, 40.0 - inset)]);
        }
        assert_eq!(cells(&rulings), [[(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]]);
    }

    #[test]
    fn a_frame_and_a_stroke_are_no_table() {
        let frame =
            [across(0.0, 0.0, 90.0), across(40.0, 0.0, 90.0), down(0.0, 0.0, 40.0), down(90.0, 0.0, 40.0)];
        assert!(cells(&frame).is_empty());
        assert!(cells(&[across(5.0, 0.0, 90.0)]).is_empty());
    }
}
