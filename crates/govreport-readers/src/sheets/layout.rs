//! Writes sheets as the text and the blocks of a document.

use govreport_core::Span;
use govreport_core::document::{Cell, Document, DocumentBuilder, DocumentError, Format, PartUnread, Remark};

use super::cover::Cover;
use super::segment::{SheetRow, segments};
use super::sheet::{MOST_COLUMNS, MOST_ROWS, Region, Sheet};
use crate::ReadError;
use crate::budget::Budget;

/// A document as it is written.
pub(super) struct Writer {
    text: String,
    builder: DocumentBuilder<'static>,
    /// Whether something stands in hidden rows and columns.
    is_hidden: bool,
    /// Whether something stands in cells that a merged one covers.
    is_covered: bool,
}

impl Writer {
    /// An empty document.
    pub(super) fn new(format: Format) -> Self {
        let mut builder = Document::builder("");
        builder.format(format);
        Self { text: String::new(), builder, is_hidden: false, is_covered: false }
    }

    /// What the blocks are put into.
    pub(super) fn builder(&mut self) -> &mut DocumentBuilder<'static> {
        &mut self.builder
    }

    /// Whether nothing is written.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Writes a sheet, with its name as a heading if it is given.
    pub(super) fn sheet(
        &mut self,
        name: Option<&str>,
        mut sheet: Sheet,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        self.builder.end_table();
        self.builder.gap();
        if let Some(name) = name.map(str::trim).filter(|name| is_heading(name)) {
            let start = self.text.len();
            self.text.push_str(name);
            self.builder.heading(1, Span::new(start, self.text.len()));
            self.text.push('\n');
        }
        self.show(&mut sheet);
        for rows in segments(&sheet.cells, &sheet.regions) {
            self.builder.gap();
            let mut cover = Cover::new(&sheet.regions);
            // Rows that a region reaches below what is written add nothing to it.
            let last_row = rows.last().map_or(0, |row| row.row);
            for row in &rows {
                budget.time()?;
                if row.is_paragraph {
                    budget.cells(1)?;
                    for cell in sheet.cells.get(row.cells.clone()).unwrap_or_default() {
                        self.paragraph(&cell.text);
                    }
                } else {
                    self.row(row, last_row, &sheet, &mut cover, budget)?;
                }
            }
            self.builder.end_table();
        }
        Ok(())
    }

    /// Leaves what is not shown out of a sheet, and brings the rest into order.
    fn show(&mut self, sheet: &mut Sheet) {
        let Sheet { cells, regions, hidden_rows, hidden_columns, .. } = sheet;
        hidden_rows.settle();
        hidden_columns.settle();
        cells.sort_by_key(|cell| (cell.row, cell.column));
        regions.retain_mut(|region| {
            region.last_row = region.last_row.min(MOST_ROWS - 1);
            region.last_column = region.last_column.min(MOST_COLUMNS - 1);
            let Region { first_row, last_row, first_column, last_column } = *region;
            let is_one = (first_row, first_column) == (last_row, last_column);
            first_row <= last_row && first_column <= last_column && !is_one
        });
        regions.sort_by_key(|region| (region.first_row, region.first_column));
        let mut cover = Cover::new(regions);
        cells.retain_mut(|cell| {
            let mut shown = (cell.row, cell.column);
            if let Some(region) = cover.at(cell.row, cell.column) {
                if shown != (region.first_row, region.first_column) {
                    self.is_covered = true;
                    return false;
                }
                // What a region holds shows in the part of it that is not hidden.
                shown = (
                    hidden_rows.first_outside(cell.row).min(region.last_row),
                    hidden_columns.first_outside(cell.column).min(region.last_column),
                );
            }
            (cell.row, cell.column) = shown;
            let is_hidden = hidden_rows.contains(cell.row) || hidden_columns.contains(cell.column);
            self.is_hidden |= is_hidden;
            !is_hidden
        });
        for region in regions.iter_mut() {
            region.first_row = hidden_rows.first_outside(region.first_row).min(region.last_row);
            region.first_column = hidden_columns.first_outside(region.first_column).min(region.last_column);
        }
        cells.sort_by_key(|cell| (cell.row, cell.column));
        // Of two cells at one place the first is kept.
        cells.dedup_by_key(|cell| (cell.row, cell.column));
        regions.sort_by_key(|region| (region.first_row, region.first_column));
    }

    fn paragraph(&mut self, text: &str) {
        for line in text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
            let start = self.text.len();
            self.text.push_str(line);
            self.builder.paragraph(Span::new(start, self.text.len()));
            self.text.push('\n');
        }
    }

    fn row(
        &mut self,
        row: &SheetRow,
        last_row: u32,
        sheet: &Sheet,
        cover: &mut Cover<'_>,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        if sheet.hidden_rows.contains(row.row) {
            return Ok(());
        }
        let start = self.text.len();
        let mut filled = sheet.cells.get(row.cells.clone()).unwrap_or_default().iter().peekable();
        let mut cells = Vec::new();
        let (mut column, last_column) = row.columns;
        while column <= last_column {
            let shown = sheet.hidden_columns.first_outside(column);
            if shown > column {
                column = shown;
                continue;
            }
            let region = cover.at(row.row, column);
            let right = region.map_or(column, |region| region.last_column);
            let last = right.min(last_column);
            let is_first = region.is_none_or(|region| region.first_row == row.row);
            while filled.next_if(|cell| cell.column < column).is_some() {}
            let text = filled.next_if(|cell| cell.column == column).map(|cell| cell.text.as_str());
            if is_first {
                let below = region.map_or(row.row, |region| region.last_row).min(last_row);
                let cell = Cell {
                    span: self.cell(text, cells.is_empty()),
                    column,
                    column_span: last - column + 1,
                    row_span: below.max(row.row) - row.row + 1,
                };
                budget.cells(u64::from(cell.column_span) * u64::from(cell.row_span))?;
                cells.push(cell);
            }
            column = right + 1;
        }
        if !cells.is_empty() {
            self.builder.grid_row(Span::new(start, self.text.len()), cells);
            self.text.push('\n');
        }
        Ok(())
    }

    /// Writes a cell behind those before it in its row.
    fn cell(&mut self, text: Option<&str>, is_first: bool) -> Span {
        if !is_first {
            self.text.push('\t');
        }
        let start = self.text.len();
        self.text.push_str(text.unwrap_or_default());
        Span::new(start, self.text.len()).trimmed(&self.text)
    }

    /// The finished document.
    pub(super) fn finish(mut self) -> Result<Document<'static>, DocumentError> {
        if self.is_hidden {
            self.builder.remark(Remark::new(PartUnread::HiddenCells));
        }
        if self.is_covered {
            self.builder.remark(Remark::new(PartUnread::CoveredCells));
        }
        self.builder.over(self.text).finish()
    }
}

/// Names that programs give sheets, with a number behind them.
const GIVEN_NAMES: &[&str] = &["sheet", "工作表"];

/// Whether the name of a sheet says what is on it. A number does not, and under a table it would look as if it belonged to it.
fn is_heading(name: &str) -> bool {
    let words = name.trim_end_matches(|char: char| char.is_numeric() || char.is_whitespace());
    let words = words.to_lowercase();
    words.chars().any(char::is_alphabetic) && !GIVEN_NAMES.contains(&words.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_heading;

    #[test]
    fn names_that_say_nothing_are_no_headings() {
        for name in ["", "5", "2023", "Sheet1", "sheet 12", "工作表3", "(1)"] {
            assert!(!is_heading(name), "{name}");
        }
        for name in ["表一", "依申请公开", "2023年", "Sheet1 副本", "三"] {
            assert!(is_heading(name), "{name}");
        }
    }
}
