//! How readers put a document together.

use std::borrow::Cow;

use super::{Block, BlockKind, Cell, Document, DocumentError, Format, Link, Property, Remark, Word, order};
use crate::span::Span;

/// Puts a [`Document`] together, block by block, in reading order. [`finish`](Self::finish) refuses pieces in any other.
#[derive(Debug)]
pub struct DocumentBuilder<'a> {
    document: Document<'a>,
    page: u32,
    gap: bool,
    tables: u32,
    rows: u32,
    in_table: bool,
}

impl<'a> Document<'a> {
    /// Begins a document over this text.
    pub fn builder(text: impl Into<Cow<'a, str>>) -> DocumentBuilder<'a> {
        DocumentBuilder::new(text.into())
    }
}

impl<'a> DocumentBuilder<'a> {
    fn new(text: Cow<'a, str>) -> Self {
        let document = Document { text, blocks: Cow::Owned(Vec::with_capacity(512)), ..Document::default() };
        Self { document, page: 0, gap: false, tables: 0, rows: 0, in_table: false }
    }

    /// Sets the text the spans point into, for readers that have the whole of it last.
    #[must_use]
    pub fn over<'b>(self, text: impl Into<Cow<'b, str>>) -> DocumentBuilder<'b> {
        let Self { document, page, gap, tables, rows, in_table } = self;
        let Document { text: _, blocks, cells, remarks, format, words, properties, links, padded } = document;
        let document = Document {
            text: text.into(),
            blocks: Cow::Owned(blocks.into_owned()),
            cells: Cow::Owned(cells.into_owned()),
            links: Cow::Owned(links.into_owned()),
            words: Cow::Owned(words.into_owned()),
            remarks,
            format,
            properties,
            padded,
        };
        DocumentBuilder { document, page, gap, tables, rows, in_table }
    }

    /// The text the spans point into.
    pub fn text(&self) -> &str {
        &self.document.text
    }

    /// What follows stands on this page (from 1).
    pub fn page(&mut self, page: u32) {
        self.page = page;
    }

    /// Empty lines stand before what follows.
    pub fn gap(&mut self) {
        self.gap = true;
    }

    /// The table ends here; a row that follows begins another.
    pub fn end_table(&mut self) {
        if self.in_table {
            self.tables += 1;
            self.rows = 0;
            self.in_table = false;
        }
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: u8, span: Span) {
        self.end_table();
        self.push(BlockKind::Heading { level }, span, 0);
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, span: Span) {
        self.end_table();
        self.push(BlockKind::Paragraph, span, 0);
    }

    /// Adds a picture, with the words that stand for it (an empty span where there are none). It does not end a table.
    pub fn picture(&mut self, span: Span) {
        self.push(BlockKind::Picture, span, 0);
    }

    /// Adds something printed on the page that is not part of the text. It does not end a table.
    pub fn page_furniture(&mut self, span: Span) {
        self.push(BlockKind::PageFurniture, span, 0);
    }

    /// Adds a row of cells to the table, given as spans; each cell covers one column.
    pub fn row(&mut self, span: Span, cells: impl IntoIterator<Item = Span>) {
        self.grid_row(
            span,
            (0..).zip(cells).map(|(column, span)| Cell { span, column, column_span: 1, row_span: 1 }),
        );
    }

    /// Says that rows which are too short were filled up with empty cells, as in a table that is drawn with characters: an empty cell at
    /// the end of a row may be none of the page's.
    pub fn padded(&mut self) {
        self.document.padded = true;
    }

    /// Adds a row of cells that know their place in the grid.
    pub fn grid_row(&mut self, span: Span, cells: impl IntoIterator<Item = Cell>) {
        let before = self.document.cells.len();
        if before == 0 {
            // A report has some 300 cells; most documents have none or those of a report.
            self.document.cells.to_mut().reserve(512);
        }
        self.document.cells.to_mut().extend(cells);
        let added = self.document.cells.len() - before;
        let kind = BlockKind::Row { table: self.tables, row: self.rows };
        self.push(kind, span, added);
        self.rows += 1;
        self.in_table = true;
    }

    /// The format the document came in; text unless said.
    pub fn format(&mut self, format: Format) {
        self.document.format = format;
    }

    /// Says where on a page a piece of the text stands. Pieces must come in the order of the text.
    pub fn word(&mut self, word: Word) {
        self.document.words.to_mut().push(word);
    }

    /// Adds something the file says beside its text.
    pub fn property(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.document.properties.push(Property { name: name.into(), value: value.into() });
    }

    /// Adds a link. Links must come in the order of the text.
    pub fn link(&mut self, span: Span, target: impl Into<String>) {
        self.document.links.to_mut().push(Link { span, target: target.into() });
    }

    /// Adds a remark about the reading.
    pub fn remark(&mut self, remark: Remark) {
        self.document.remarks.push(remark);
    }

    fn push(&mut self, kind: BlockKind, span: Span, cells: usize) {
        // Offsets past four thousand million cells cannot be reached: a cell takes at least one byte and readers bound bytes.
        let end = u32::try_from(self.document.cells.len()).unwrap_or(u32::MAX);
        let first = end - u32::try_from(cells).unwrap_or(0);
        self.document.blocks.to_mut().push(Block {
            kind,
            span,
            page: self.page,
            after_gap: std::mem::take(&mut self.gap),
            first_cell: first,
            end_cell: end,
        });
    }

    /// How many blocks and cells the document has so far.
    pub fn pieces(&self) -> usize {
        self.document.blocks.len() + self.document.cells.len()
    }

    /// The finished document, if all pieces lie in the text and in its order.
    ///
    /// Blocks follow each other without sharing a character; cells lie in their row (empty ones also in the white space around its
    /// words), one behind the other and each in columns of its own; words and links come in the order in which they begin. Every span lies in the text, on boundaries of characters.
    ///
    /// # Errors
    ///
    /// [`DocumentError`] for the first piece of which this does not hold.
    pub fn finish(self) -> Result<Document<'a>, DocumentError> {
        order::check(&self.document)?;
        Ok(self.document)
    }
}
