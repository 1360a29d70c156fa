//! The printed form as a grid of slots: what the text and the HTML views have in common.

use govreport_core::form::{Edition, Form, FormRow, form};
use govreport_core::model::{Table, TableCell};

/// A table as it is printed.
pub(super) struct Grid<'a> {
    /// Columns of the grid.
    pub(super) columns: usize,
    /// Rows, in order.
    pub(super) rows: Vec<GridRow<'a>>,
    /// How many rows at the top hold headings only.
    pub(super) head_rows: usize,
    /// The column of labels: it takes what width is left.
    pub(super) label_column: Option<usize>,
    /// Whether headings over a single column of numbers are broken, so that the column stays narrow.
    pub(super) narrow: bool,
}

/// A row of the grid. As in HTML, the slots fill the columns that no slot from above reaches into.
pub(super) struct GridRow<'a> {
    pub(super) slots: Vec<Slot<'a>>,
    /// Whether a line is drawn above it.
    pub(super) ruled: bool,
}

/// A rectangle of the grid.
#[derive(Clone, Copy)]
pub(super) struct Slot<'a> {
    pub(super) content: Content<'a>,
    /// Columns it covers.
    pub(super) across: usize,
    /// Rows it covers.
    pub(super) down: usize,
}

/// What stands in a slot.
#[derive(Clone, Copy)]
pub(super) enum Content<'a> {
    /// The heading of columns.
    Head(&'static str),
    /// The heading of several rows.
    Group(&'static str),
    /// The label of a row.
    Label(&'static str),
    /// A cell of the table.
    Cell(&'a TableCell),
    /// Nothing: a corner of the heading.
    Empty,
}

impl<'a> Slot<'a> {
    pub(super) const fn new(content: Content<'a>) -> Self {
        Self { content, across: 1, down: 1 }
    }

    pub(super) const fn across(self, across: usize) -> Self {
        Self { across, ..self }
    }

    pub(super) const fn down(self, down: usize) -> Self {
        Self { down, ..self }
    }
}

/// A slot with its place in the grid.
pub(super) struct Placed<'g, 'a> {
    pub(super) slot: &'g Slot<'a>,
    pub(super) row: usize,
    pub(super) column: usize,
}

impl<'a> Grid<'a> {
    /// Every slot with its place, and for each row and column the number of the slot that covers it.
    pub(super) fn place(&self) -> (Vec<Placed<'_, 'a>>, Vec<Vec<Option<usize>>>) {
        let mut placed = Vec::new();
        let mut owner = vec![vec![None; self.columns]; self.rows.len()];
        for (row, grid_row) in self.rows.iter().enumerate() {
            let mut column = 0;
            for slot in &grid_row.slots {
                while column < self.columns && owner[row][column].is_some() {
                    column += 1;
                }
                for covered in owner.iter_mut().skip(row).take(slot.down) {
                    for place in covered.iter_mut().skip(column).take(slot.across) {
                        *place = Some(placed.len());
                    }
                }
                placed.push(Placed { slot, row, column });
                column += slot.across;
            }
        }
        (placed, owner)
    }
}

/// A row of a table with its line of the form.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) form: &'static FormRow,
    pub(super) edition: Edition,
    pub(super) cells: &'a [TableCell],
}

/// The rows of a table, each with the line of the form that has its columns.
pub(super) fn lines(table: &Table) -> Vec<Line<'_>> {
    let form: &'static Form = form();
    table
        .rows()
        .filter_map(|(key, cells)| {
            let edition = cells.first()?.edition;
            Some(Line { form: form.row(key, edition)?, edition, cells })
        })
        .collect()
}
