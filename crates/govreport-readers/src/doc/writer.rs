//! Writes content as the text and the blocks of a document.

use govreport_core::Span;
use govreport_core::document::{
    Cell, Document, DocumentBuilder, DocumentError, PartDamaged, PartUnread, Remark,
};

use super::grid::{Place, places};
use super::paragraphs::Paragraph;
use super::tables::{Content, Row};
use crate::ReadError;
use crate::budget::Budget;

/// A document as it is written.
pub(super) struct Writer {
    text: String,
    builder: DocumentBuilder<'static>,
    /// Where the first cell stands whose content is not shown, though there is some.
    hidden: Option<usize>,
    is_guessed: bool,
}

impl Writer {
    /// An empty document.
    pub(super) fn new() -> Self {
        Self { text: String::new(), builder: Document::builder(""), hidden: None, is_guessed: false }
    }

    /// What the blocks are put into.
    pub(super) fn builder(&mut self) -> &mut DocumentBuilder<'static> {
        &mut self.builder
    }

    /// Whether nothing is written.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.builder.pieces() == 0
    }

    /// Writes content that stands for itself.
    pub(super) fn contents(&mut self, contents: &[Content], budget: &mut Budget) -> Result<(), ReadError> {
        for content in contents {
            match content {
                Content::Paragraph(paragraph) => self.paragraph(paragraph),
                Content::Table(rows) => self.table(rows, budget)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let start = self.text.len();
        self.text.push_str(&paragraph.text);
        if paragraph.text.trim().is_empty() {
            self.text.truncate(start);
            self.builder.end_table();
            self.builder.gap();
        } else {
            let mut at = start;
            for line in paragraph.text.split('\n') {
                let span = Span::new(at, at + line.len()).trimmed(&self.text);
                at += line.len() + 1;
                match paragraph.format.heading {
                    _ if span.is_empty() => self.builder.gap(),
                    Some(level) => self.builder.heading(level, span),
                    None => self.builder.paragraph(span),
                }
            }
            self.links(paragraph, start);
            self.text.push('\n');
        }
        self.pictures(paragraph);
        if paragraph.ends_page {
            self.builder.gap();
        }
    }

    fn pictures(&mut self, paragraph: &Paragraph) {
        for _ in 0..paragraph.pictures {
            self.builder.picture(Span::new(self.text.len(), self.text.len()));
        }
    }

    /// The links of a paragraph whose text begins at `start`.
    fn links(&mut self, paragraph: &Paragraph, start: usize) {
        for (range, target) in &paragraph.links {
            let span = Span::new(start + range.start, start + range.end).trimmed(&self.text);
            if !span.is_empty() {
                self.builder.link(span, target.clone());
            }
        }
    }

    fn table(&mut self, rows: &[Row], budget: &mut Budget) -> Result<(), ReadError> {
        self.builder.end_table();
        for (row, places) in rows.iter().zip(places(rows)) {
            budget.time()?;
            if row.cells.iter().flatten().any(|content| matches!(content, Content::Table(_))) {
                // A row that holds tables arranges them on the page: what it holds stands for itself.
                for (cell, place) in row.cells.iter().zip(places) {
                    if !self.is_hidden(cell, place) {
                        self.contents(cell, budget)?;
                    }
                }
                self.builder.end_table();
            } else {
                self.row(row, &places, budget)?;
            }
        }
        self.builder.end_table();
        Ok(())
    }

    /// Whether a cell is covered by another; says so where it holds something.
    fn is_hidden(&mut self, cell: &[Content], place: Place) -> bool {
        let holds_text = |content: &Content| match content {
            Content::Paragraph(paragraph) => !paragraph.text.trim().is_empty(),
            Content::Table(_) => true,
        };
        if place.is_covered && cell.iter().any(holds_text) {
            self.hidden.get_or_insert(self.text.len());
        }
        place.is_covered
    }

    fn row(&mut self, row: &Row, places: &[Place], budget: &mut Budget) -> Result<(), ReadError> {
        let start = self.text.len();
        let mut cells = Vec::with_capacity(row.cells.len());
        let mut pictures = Vec::new();
        for (content, place) in row.cells.iter().zip(places) {
            if self.is_hidden(content, *place) {
                continue;
            }
            if !cells.is_empty() {
                self.text.push('\t');
            }
            let span = self.cell(content, &mut pictures);
            let Place { column, column_span, row_span, .. } = *place;
            // The first place of it was counted where the cell was read.
            budget.cells((u64::from(column_span) * u64::from(row_span)).saturating_sub(1))?;
            cells.push(Cell { span, column, column_span, row_span });
        }
        self.builder.grid_row(Span::new(start, self.text.len()), cells);
        self.text.push('\n');
        for paragraph in pictures {
            self.pictures(paragraph);
        }
        Ok(())
    }

    /// Writes the paragraphs of a cell, a line each.
    fn cell<'c>(&mut self, contents: &'c [Content], pictures: &mut Vec<&'c Paragraph>) -> Span {
        let start = self.text.len();
        for content in contents {
            let Content::Paragraph(paragraph) = content else { continue };
            self.is_guessed |= paragraph.is_guessed;
            pictures.push(paragraph);
            if paragraph.text.trim().is_empty() {
                continue;
            }
            if self.text.len() > start {
                self.text.push('\n');
            }
            let at = self.text.len();
            self.text.push_str(&paragraph.text);
            self.links(paragraph, at);
        }
        Span::new(start, self.text.len()).trimmed(&self.text)
    }

    /// The finished document.
    pub(super) fn finish(mut self) -> Result<Document<'static>, DocumentError> {
        if let Some(at) = self.hidden {
            self.builder.remark(Remark::new(PartUnread::CoveredCells).at(Span::new(at, at)));
        }
        if self.is_guessed {
            self.builder.remark(Remark::new(PartDamaged::Formatting));
        }
        self.builder.over(self.text).finish()
    }
}
