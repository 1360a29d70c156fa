//! The columns of a table: the standard's table model.
//!
//! <https://html.spec.whatwg.org/multipage/tables.html#forming-a-table>

/// Where the cells of a table stand, found row by row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// For each column, the row in the section from which it is free again.
    free_from: Vec<u32>,
    /// Rows of the section that are left, this one included.
    rows: u32,
    row: u32,
    column: u32,
}

/// A cell in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) column: u32,
    pub(super) columns: u32,
    pub(super) rows: u32,
}

impl Placed {
    /// How many places of the grid it covers.
    pub(super) fn places(self) -> u64 {
        u64::from(self.columns) * u64::from(self.rows)
    }
}

impl Grid {
    /// A section begins: cells of the one before reach no further.
    pub(super) fn section(&mut self, rows: u32) {
        self.free_from.clear();
        (self.rows, self.row, self.column) = (rows, 0, 0);
    }

    /// The next row begins.
    pub(super) fn next_row(&mut self) {
        self.row += 1;
        self.column = 0;
    }

    /// How much room a cell takes that asks for so many columns and rows; 0 rows are all that are left.
    pub(super) fn fit(&mut self, columns: u16, rows: u16) -> Placed {
        let free = |from: &u32| *from <= self.row;
        let skip = self.free_from.iter().skip(self.column as usize).take_while(|from| !free(from)).count();
        // The grid is no wider than the limit of cells.
        let column = self.column + u32::try_from(skip).unwrap_or(u32::MAX);
        let left = self.rows.saturating_sub(self.row).max(1);
        let rows = if rows == 0 { left } else { u32::from(rows).min(left) };
        Placed { column, columns: u32::from(columns), rows }
    }

    /// Takes the room.
    pub(super) fn take(&mut self, cell: Placed) {
        let end = cell.column.saturating_add(cell.columns);
        if self.free_from.len() < end as usize {
            self.free_from.resize(end as usize, 0);
        }
        for from in self.free_from.iter_mut().take(end as usize).skip(cell.column as usize) {
            *from = (*from).max(self.row + cell.rows);
        }
        self.column = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The columns of the cells of each row, given as columns and rows of each cell.
    fn columns(section: &[&[(u16, u16)]]) -> Vec<Vec<u32>> {
        let mut grid = Grid::default();
        grid.section(u32::try_from(section.len()).expect("few rows"));
        let mut found = Vec::new();
        for row in section {
            let place = |(columns, rows): &(u16, u16)| {
                let cell = grid.fit(*columns, *rows);
                grid.take(cell);
                cell.column
            };
            found.push(row.iter().map(place).collect());
            grid.next_row();
        }
        found
    }

    #[test]
    fn cells_start_after_the_places_covered() {
        assert_eq!(
            columns(&[&[(3, 3), (7, 1)], &[(1, 2), (5, 1), (1, 2)], &[(1, 1), (1, 1)], &[(1, 1)]]),
            [vec![0, 3], vec![3, 4, 9], vec![4, 5], vec![0]]
        );
    }

    #[test]
    fn rows_reach_no_further_than_their_section() {
        let mut grid = Grid::default();
        grid.section(2);
        assert_eq!(grid.fit(1, 65534).rows, 2);
        assert_eq!(grid.fit(1, 0).rows, 2);
        grid.take(Placed { column: 0, columns: 1, rows: 2 });
        grid.section(1);
        assert_eq!(grid.fit(1, 1).column, 0);
    }
}
