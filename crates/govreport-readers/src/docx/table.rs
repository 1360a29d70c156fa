//! The table that is being read: where its cells stand in its grid.

use super::looks::Ground;
use super::styles::Styles;
use super::tree::{Cell, Row, Table};
use crate::ReadError;
use crate::budget::Budget;
use crate::package::Element;

/// The most columns that Word itself makes. A cell that claims more claims them by mistake.
/// Measured: with 31, no cell changes.
const MOST_COLUMNS: u32 = 63;

/// The table that is being read.
#[derive(Debug)]
pub(super) struct OpenTable {
    /// Its number.
    number: usize,
    /// How many columns its grid declares.
    pub(super) columns: u32,
    /// Cells of the row above that go on into this one.
    merged: Vec<Merged>,
    row: OpenRow,
    /// What the cell that is being read says of itself.
    pub(super) cell: CellProperties,
    ground: Option<Ground>,
}

/// The row that is being read.
#[derive(Debug, Default)]
struct OpenRow {
    cells: Vec<Cell>,
    merged: Vec<Merged>,
    column: u32,
    /// 删除的行, or a hidden one: it is not there.
    gone: bool,
}

/// A cell that may go on into the next row: its columns, its row, and its place there.
#[derive(Debug, Clone, Copy)]
struct Merged {
    column: u32,
    span: u32,
    row: usize,
    place: usize,
}

/// What the properties of a cell say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellProperties {
    /// How many columns it takes, as it is written.
    span: u32,
    down: Merge,
    across: Merge,
    /// 底纹.
    ground: Option<Ground>,
    /// Deleted in a revision: it is not there.
    gone: bool,
}

/// How a cell is merged (合并单元格) with those before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Merge {
    None,
    /// The first of the merged.
    Restart,
    /// Part of the cell before.
    Continue,
}

impl Default for CellProperties {
    fn default() -> Self {
        Self { span: 1, down: Merge::None, across: Merge::None, ground: None, gone: false }
    }
}

impl OpenTable {
    /// The table of this number begins.
    pub(super) fn new(number: usize) -> Self {
        let (row, cell) = (OpenRow::default(), CellProperties::default());
        Self { number, columns: 0, merged: Vec::new(), row, cell, ground: None }
    }

    /// Takes in what the properties of the table say. A style that colours some of its cells leaves the ground of all unknown.
    pub(super) fn table_property(&mut self, element: &Element<'_>, styles: &Styles) {
        match element.name() {
            "shd" => self.ground = Some(Ground::read(element)),
            "tblStyle" if element.value().is_some_and(|style| styles.resolve(&style).shades) => {
                self.ground.get_or_insert(Ground::Unknown);
            }
            _ => {}
        }
    }

    /// What the cell that is being read stands on, the nearest first.
    pub(super) fn grounds(&self) -> impl Iterator<Item = Ground> {
        self.cell.ground.into_iter().chain(self.ground)
    }

    /// Its number.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    /// Which cell of the row is being read, as far as it tells cells apart that stand below each other from others.
    pub(super) fn place(&self) -> usize {
        self.row.column as usize
    }

    /// A row begins.
    pub(super) fn begin_row(&mut self) {
        self.row = OpenRow::default();
    }

    /// Takes in what the properties of the row say.
    pub(super) fn row_property(&mut self, element: &Element<'_>) {
        match element.name() {
            "gridBefore" => self.row.column = self.clamped(element.number().unwrap_or(0)),
            "del" | "moveFrom" => self.row.gone = true,
            "hidden" => self.row.gone = element.is_on(),
            _ => {}
        }
    }

    /// A cell begins.
    pub(super) fn begin_cell(&mut self) {
        self.cell = CellProperties::default();
    }

    /// Takes in what the properties of the cell say.
    pub(super) fn cell_property(&mut self, element: &Element<'_>) {
        let merge = |element: &Element<'_>| match element.value().as_deref() {
            Some("restart") => Merge::Restart,
            // Without a value it goes on.
            _ => Merge::Continue,
        };
        match element.name() {
            "gridSpan" => self.cell.span = element.number().unwrap_or(1),
            "vMerge" => self.cell.down = merge(element),
            "hMerge" => self.cell.across = merge(element),
            "shd" => self.cell.ground = Some(Ground::read(element)),
            "cellDel" => self.cell.gone = true,
            // A revision merges it.
            "cellMerge" => match element.attribute("vMerge").as_deref() {
                Some("rest") => self.cell.down = Merge::Restart,
                Some("cont") => self.cell.down = Merge::Continue,
                _ => {}
            },
            _ => {}
        }
    }

    fn clamped(&self, columns: u32) -> u32 {
        columns.min(self.columns.max(MOST_COLUMNS))
    }

    /// The cell ends; its content is in `flow`.
    pub(super) fn end_cell(
        &mut self,
        table: &mut Table,
        flow: usize,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        let mut cell = std::mem::take(&mut self.cell);
        if cell.gone {
            return Ok(());
        }
        cell.span = self.clamped(cell.span).max(1);
        budget.cells(u64::from(cell.span))?;
        let column = self.row.column;
        self.row.column = column.saturating_add(cell.span);
        if cell.across == Merge::Continue
            && let Some(before) = self.row.cells.last_mut()
        {
            before.column_span = before.column_span.saturating_add(cell.span);
            return Ok(());
        }
        let above =
            self.merged.iter().find(|above| above.column == column && above.span == cell.span).copied();
        if cell.down == Merge::Continue
            && let Some(merged) = above
            && let Some(above) =
                table.rows.get_mut(merged.row).and_then(|row| row.cells.get_mut(merged.place))
        {
            above.row_span = above.row_span.saturating_add(1);
            self.row.merged.push(merged);
            return Ok(());
        }
        if cell.down != Merge::None {
            let (row, place) = (table.rows.len(), self.row.cells.len());
            self.row.merged.push(Merged { column, span: cell.span, row, place });
        }
        self.row.cells.push(Cell { flow, column, column_span: cell.span, row_span: 1 });
        Ok(())
    }

    /// The row ends.
    pub(super) fn end_row(&mut self, table: &mut Table, budget: &mut Budget) -> Result<(), ReadError> {
        let row = std::mem::take(&mut self.row);
        if row.cells.is_empty() {
            // A row without cells takes room too.
            budget.cells(1)?;
        }
        if !row.gone {
            self.merged = row.merged;
            table.rows.push(Row { cells: row.cells });
        }
        Ok(())
    }
}
