//! Puts paragraphs together to tables, and tables in their cells.

use super::paragraphs::Paragraph;
use super::row_definition::RowDefinition;
use crate::ReadError;
use crate::budget::Budget;

/// What stands in the text or in a cell, in its order.
#[derive(Debug)]
pub(super) enum Content {
    Paragraph(Paragraph),
    Table(Vec<Row>),
}

/// A row of a table.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The content of each cell.
    pub(super) cells: Vec<Vec<Content>>,
    /// Its definition, where there is one for these cells.
    pub(super) definition: Option<RowDefinition>,
}

/// Tables nested deeper than this are taken as one, whatever the limit: what is nested is gone through by recursion.
/// Measured: with 256, no cell changes.
const DEEPEST: usize = 512;

/// The content that paragraphs are.
pub(super) fn contents(paragraphs: Vec<Paragraph>, budget: &mut Budget) -> Result<Vec<Content>, ReadError> {
    let mut collector = Collector::default();
    for paragraph in paragraphs {
        collector.paragraph(paragraph, budget)?;
    }
    while !collector.open.is_empty() {
        collector.close();
    }
    Ok(collector.text)
}

#[derive(Default)]
struct Collector {
    text: Vec<Content>,
    /// Tables that are open, the innermost last.
    open: Vec<OpenTable>,
}

#[derive(Default)]
struct OpenTable {
    rows: Vec<Row>,
    row: Row,
    cell: Vec<Content>,
}

impl Collector {
    fn paragraph(&mut self, mut paragraph: Paragraph, budget: &mut Budget) -> Result<(), ReadError> {
        budget.nesting(u64::from(paragraph.format.depth))?;
        let depth = usize::try_from(paragraph.format.depth).map_or(DEEPEST, |depth| depth.min(DEEPEST));
        while self.open.len() > depth {
            self.close();
        }
        while self.open.len() < depth {
            // A table costs more than the mark that opens it.
            budget.cells(1)?;
            self.open.push(OpenTable::default());
        }
        let Some(table) = self.open.last_mut() else {
            self.text.push(Content::Paragraph(paragraph));
            return Ok(());
        };
        if paragraph.format.ends_row {
            table.end_row(Some(std::mem::take(&mut paragraph.format.row)));
            return Ok(());
        }
        let ends_cell = paragraph.ends_cell;
        table.cell.push(Content::Paragraph(paragraph));
        if ends_cell {
            budget.cells(1)?;
            table.end_cell();
        }
        Ok(())
    }

    /// Ends the innermost table.
    fn close(&mut self) {
        let Some(mut table) = self.open.pop() else { return };
        table.end_row(None);
        let around = self.open.last_mut().map_or(&mut self.text, |table| &mut table.cell);
        if !table.rows.is_empty() {
            around.push(Content::Table(table.rows));
        }
    }
}

impl OpenTable {
    fn end_cell(&mut self) {
        self.row.cells.push(std::mem::take(&mut self.cell));
    }

    fn end_row(&mut self, definition: Option<RowDefinition>) {
        if !self.cell.is_empty() {
            self.end_cell();
        }
        let mut row = std::mem::take(&mut self.row);
        if row.cells.is_empty() {
            return;
        }
        row.definition = definition.filter(|definition| definition.cells.len() == row.cells.len());
        self.rows.push(row);
    }
}
