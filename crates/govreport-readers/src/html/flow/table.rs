//! Tables of data: rows of cells in their grid.

use govreport_core::Span;
use govreport_core::document::Cell;

use super::Flow;
use super::grid::Grid;
use super::walk::{Step, Walk};
use crate::ReadError;
use crate::html::tree::{Kind, NodeId};

impl Flow<'_, '_> {
    /// Writes a table: its captions, then its rows, those of `tfoot` last, as they are printed.
    pub(super) fn table(&mut self, table: NodeId) -> Result<(), ReadError> {
        let parts: Vec<_> = self.tree.children(table).collect();
        for (caption, _) in parts.iter().filter(|(_, kind)| *kind == Kind::Caption) {
            self.walk(*caption)?;
        }
        self.end_line(false);
        self.builder.end_table();
        let mut grid = Grid::default();
        for foot in [false, true] {
            for (section, _) in parts.iter().filter(|(_, kind)| *kind == Kind::Section { foot }) {
                self.section(*section, &mut grid)?;
            }
        }
        self.builder.end_table();
        if !self.pictures.is_empty() {
            self.show_pictures();
        }
        Ok(())
    }

    fn section(&mut self, section: NodeId, grid: &mut Grid) -> Result<(), ReadError> {
        let rows = self.tree.children(section).filter_map(|(row, kind)| match kind {
            Kind::Row { flat } => (!flat || self.shows_words(row)).then_some(row),
            _ => None,
        });
        let rows: Vec<NodeId> = rows.collect();
        // There are fewer rows than bytes in the page.
        grid.section(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        let mut cells = Vec::with_capacity(16);
        for row in rows {
            self.row(row, grid, &mut cells)?;
            grid.next_row();
        }
        Ok(())
    }

    fn shows_words(&self, row: NodeId) -> bool {
        Walk::new(self.tree, row).any(|step| match step {
            Step::Enter(_, Kind::Text(text)) => !self.tree.text(text).trim().is_empty(),
            _ => false,
        })
    }

    /// Writes a row; `cells` is room for its cells.
    fn row(&mut self, row: NodeId, grid: &mut Grid, cells: &mut Vec<Cell>) -> Result<(), ReadError> {
        let start = self.writer.len();
        cells.clear();
        let mut children = self.tree.children(row).peekable();
        while let Some((cell, kind)) = children.next() {
            let Kind::Cell { columns, rows } = kind else { continue };
            let placed = grid.fit(columns, rows);
            self.budget.cells(placed.places())?;
            grid.take(placed);
            self.cell(cell)?;
            let mark = if children.peek().is_some() { '\t' } else { '\n' };
            let span = self.writer.end(mark, true);
            cells.push(Cell {
                span,
                column: placed.column,
                column_span: placed.columns,
                row_span: placed.rows,
            });
        }
        if cells.is_empty() {
            let span = self.writer.end('\n', true);
            self.builder.grid_row(span, []);
        } else {
            let end = cells.last().map_or(start, |cell| cell.span.end);
            self.builder.grid_row(Span::new(start, end), cells.drain(..));
        }
        self.lines += 1;
        Ok(())
    }

    /// Writes what a cell holds; its lines stay lines of the cell.
    fn cell(&mut self, cell: NodeId) -> Result<(), ReadError> {
        self.moves = false;
        if self.tree.has_moved {
            // Where all of a cell is moved, nothing of it is a mark.
            self.moves = Walk::new(self.tree, cell).any(|step| match step {
                Step::Enter(_, Kind::Text(text)) => {
                    text.moved.is_none() && !self.tree.text(text).trim().is_empty()
                }
                _ => false,
            });
        }
        for step in Walk::new(self.tree, cell) {
            match step {
                Step::Enter(_, Kind::Text(text)) if text.lines => {
                    for (number, line) in self.tree.text(text).split('\n').enumerate() {
                        if number > 0 {
                            self.writer.new_line();
                        }
                        self.words(line, text);
                    }
                }
                Step::Enter(_, Kind::Text(text)) => self.words(self.tree.text(text), text),
                Step::Enter(_, Kind::Picture(words)) => self.pictures.push(words),
                Step::Enter(_, Kind::LinkStart(target)) => self.writer.open_link(target),
                Step::Enter(_, Kind::LinkEnd) => self.writer.close_link(),
                Step::Enter(_, Kind::Break | Kind::Block | Kind::Paragraph | Kind::Heading(_))
                | Step::Leave(Kind::Block | Kind::Paragraph | Kind::Heading(_)) => self.writer.new_line(),
                _ => {}
            }
            self.count()?;
        }
        Ok(())
    }
}
