//! The three tables as they are printed: cells with text, rows with merged cells. Every layout, as text, web page, Word
//! document, workbook or PDF, prints these.

mod alone;
mod build;
mod edit;
mod making;
mod proactive;
mod requests;
mod review;
mod wording;

pub(crate) use build::{Forms, word};
pub(crate) use edit::Continuation;
pub(crate) use making::{Annotation, Making, Means};
pub use wording::{HeaderOrder, Punctuation, Wording};

use std::collections::BTreeSet;

use govreport_core::form::TableKind;
use govreport_core::model::CellRef;

/// A cell as printed: its text and how many columns and rows it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slot {
    /// The text; a line feed is a line break inside the cell.
    pub(crate) text: String,
    /// White space printed before and behind the text.
    pub(crate) padding: (&'static str, &'static str),
    /// The cell of the form whose number this is; none for labels.
    pub(crate) cell: Option<CellRef>,
    /// Columns covered.
    pub(crate) columns: usize,
    /// Rows covered.
    pub(crate) rows: usize,
    /// It prints a number that is none of the form's: of another row, column or year, or nobody knows of what.
    pub(crate) foreign: bool,
    /// What stands in the cell beside its text and is no part of it; only layouts with markup can show it.
    pub(crate) aside: Option<Aside>,
    /// How a file makes the cell, where it does more than to hold its text; only layouts of files can show it.
    pub(crate) making: Option<Making>,
}

/// What stands beside the text of a cell (附带文字).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Aside {
    /// 删除线: struck out, before the text: the figure of a draft.
    Struck(String),
    /// 上标: raised, behind the text: the mark of a footnote.
    Raised(String),
    /// 隐藏: not shown at all, before the text.
    Hidden(String),
}

impl Slot {
    /// A label that covers this many columns and rows.
    pub(crate) fn label(text: impl Into<String>, columns: usize, rows: usize) -> Self {
        Self {
            text: text.into(),
            padding: ("", ""),
            cell: None,
            columns,
            rows,
            foreign: false,
            aside: None,
            making: None,
        }
    }

    /// A cell without text.
    pub(crate) fn empty() -> Self {
        Self::label("", 1, 1)
    }

    /// A number that is none of the form's.
    pub(crate) fn foreign(text: impl Into<String>, columns: usize) -> Self {
        Self { foreign: true, ..Self::label(text, columns, 1) }
    }

    /// Whether it prints a number, of the form or not, or is the place of one.
    pub(crate) const fn is_figure(&self) -> bool {
        self.cell.is_some() || self.foreign
    }

    /// By what means a file makes the cell, if by any.
    pub(crate) fn means(&self) -> Option<Means> {
        self.making.as_ref().map(|making| making.means)
    }

    /// Whether a number of the form belongs here.
    pub(crate) const fn is_number(&self) -> bool {
        self.cell.is_some()
    }
}

/// One printed table, or a part of one that is printed as a table of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// The table of the form it belongs to.
    pub(crate) kind: TableKind,
    /// The rows; each holds the cells that begin in it, as in an HTML table.
    pub(crate) rows: Vec<Vec<Slot>>,
    /// Rows that lost the empty places under a merged cell and so begin at the left border, as after a page break.
    pub(crate) flush_left: BTreeSet<usize>,
}

/// A position of the grid that a sheet covers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Position<'a> {
    /// A cell begins here.
    Start(&'a Slot),
    /// Covered by the cell to the left.
    Beside,
    /// Covered by a cell that began in a row above, in its first column.
    Below,
}

impl Sheet {
    pub(crate) fn new(kind: TableKind, rows: Vec<Vec<Slot>>) -> Self {
        Self { kind, rows, flush_left: BTreeSet::new() }
    }

    /// Number of columns of the grid.
    pub(crate) fn width(&self) -> usize {
        self.rows.first().map_or(0, |row| row.iter().map(|slot| slot.columns).sum())
    }

    /// The whole grid, row by row, covered positions included.
    pub(crate) fn grid(&self) -> Vec<Vec<Position<'_>>> {
        let width = self.width();
        // For each column: how many rows below are still covered, and whether a covering cell begins in it.
        let mut covered = vec![(0_usize, false); width];
        self.rows
            .iter()
            .enumerate()
            .map(|(number, row)| {
                let mut slots = row.iter();
                let mut line = Vec::with_capacity(width);
                while line.len() < width {
                    let (rows_left, begins) = covered[line.len()];
                    if rows_left > 0 {
                        covered[line.len()].0 -= 1;
                        let moved = self.flush_left.contains(&number);
                        line.push(if begins && !moved { Position::Below } else { Position::Beside });
                        continue;
                    }
                    let Some(slot) = slots.next() else { break };
                    for offset in 0..slot.columns.min(width - line.len()) {
                        covered[line.len()] = (slot.rows - 1, offset == 0);
                        line.push(if offset == 0 { Position::Start(slot) } else { Position::Beside });
                    }
                }
                // A row with a cell too many (damage) sticks out on the right.
                line.extend(slots.map(Position::Start));
                if self.flush_left.contains(&number) {
                    let first =
                        line.iter().position(|position| matches!(position, Position::Start(_))).unwrap_or(0);
                    line.rotate_left(first);
                }
                line
            })
            .collect()
    }

    /// The columns of the grid in which the cells of a row begin.
    pub(crate) fn starts(&self, row: usize) -> Vec<usize> {
        let grid = self.grid();
        let positions = grid.get(row).into_iter().flatten().enumerate();
        positions
            .filter(|(_, position)| matches!(position, Position::Start(_)))
            .map(|(column, _)| column)
            .collect()
    }

    /// How many columns of the grid stand before the numbers.
    pub(crate) fn label_columns(&self) -> usize {
        let is_number =
            |position: &Position<'_>| matches!(position, Position::Start(slot) if slot.is_number());
        self.grid().iter().filter_map(|row| row.iter().position(is_number)).min().unwrap_or(0)
    }

    /// Whether the row is one of figures, not of labels alone.
    pub(crate) fn has_figures(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.iter().any(Slot::is_figure))
    }

    /// Whether the row holds numbers of the form.
    pub(crate) fn has_numbers(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.iter().any(Slot::is_number))
    }
}

#[cfg(test)]
mod tests;
