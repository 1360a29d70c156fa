//! Lays the [`Tree`] out as text and blocks.
//!
//! Cells of a row are parted by tabs and rows by line breaks, so every cell, an empty one too, has an offset of its own.

use govreport_core::Span;
use govreport_core::document::{Block, BlockKind, Cell, Document, DocumentBuilder, PartUnread, Remark};

use super::chunk;
use super::paragraph::PICTURE;
use super::tree::{Item, Paragraph, Table, Tree};

/// Lays flows out, one after the other.
///
/// `chunks` are the files that are put in, as far as they are read.
pub(super) fn lay_out(
    tree: &Tree,
    flows: &[usize],
    chunks: &[Option<Document<'_>>],
) -> DocumentBuilder<'static> {
    let mut layout = Layout {
        tree,
        chunks,
        text: String::with_capacity(tree.text.len() + tree.text.len() / 4),
        builder: Document::builder(""),
        work: Vec::new(),
        cells: Vec::new(),
        behind: Vec::new(),
    };
    for flow in flows {
        layout.builder.gap();
        layout.work.push(Work::Flow(*flow, 0));
        layout.run();
    }
    layout.builder.over(layout.text)
}

/// What is still to be laid out. The last comes first.
enum Work {
    /// A flow, from this item on.
    Flow(usize, usize),
    Table(usize),
    /// A file that is put in.
    Chunk(usize),
}

struct Layout<'t> {
    tree: &'t Tree,
    chunks: &'t [Option<Document<'t>>],
    text: String,
    builder: DocumentBuilder<'static>,
    work: Vec<Work>,
    cells: Vec<Cell>,
    /// What stood in the cells of a table and is no text of theirs.
    behind: Vec<Work>,
}

impl Layout<'_> {
    fn run(&mut self) {
        let tree = self.tree;
        while let Some(work) = self.work.pop() {
            match work {
                Work::Table(table) => {
                    if let Some(table) = tree.tables.get(table) {
                        self.table(table);
                    }
                }
                Work::Chunk(chunk) => self.chunk(chunk),
                Work::Flow(flow, from) => {
                    let Some(item) = tree.items(flow).get(from) else { continue };
                    self.work.push(Work::Flow(flow, from + 1));
                    match item {
                        Item::Paragraph(paragraph) => self.paragraph(paragraph),
                        Item::Table(table) => self.work.push(Work::Table(*table)),
                        Item::TextBox(flow) => self.work.push(Work::Flow(*flow, 0)),
                        Item::Picture => self.builder.picture(self.here()),
                        Item::Chunk(chunk) => self.chunk(*chunk),
                        Item::Unread(what) => self.unread(what.clone()),
                    }
                }
            }
        }
    }

    /// Each line of a paragraph becomes a block: people break lines where they mean paragraphs.
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let start = self.text.len();
        let words = self.tree.words(paragraph);
        self.text.push_str(words);
        self.text.push('\n');
        let mut line_start = start;
        for line in words.split('\n') {
            let span = Span::new(line_start, line_start + line.len()).trimmed(&self.text);
            line_start += line.len() + 1;
            match paragraph.level {
                _ if span.is_empty() => self.builder.gap(),
                Some(level) => self.builder.heading(level, span),
                None => self.builder.paragraph(span),
            }
        }
        self.links(paragraph, start);
    }

    fn links(&mut self, paragraph: &Paragraph, start: usize) {
        let moved = |at: usize| (at + start).saturating_sub(paragraph.text.start);
        for link in self.tree.links.get(paragraph.links.clone()).unwrap_or_default() {
            let span = Span::new(moved(link.span.start), moved(link.span.end)).trimmed(&self.text);
            if !span.is_empty() {
                self.builder.link(span, link.target.as_str());
            }
        }
    }

    fn table(&mut self, table: &Table) {
        if self.only_lays_out(table) {
            let flows = table.rows.iter().flat_map(|row| &row.cells).map(|cell| Work::Flow(cell.flow, 0));
            let before = self.work.len();
            self.work.extend(flows);
            self.work[before..].reverse();
            return;
        }
        self.builder.end_table();
        for row in &table.rows {
            let start = self.text.len();
            self.cells.clear();
            for (place, cell) in row.cells.iter().enumerate() {
                if place > 0 {
                    self.text.push('\t');
                }
                let span = self.cell(cell.flow);
                let (column, column_span, row_span) = (cell.column, cell.column_span, cell.row_span);
                self.cells.push(Cell { span, column, column_span, row_span });
            }
            self.builder.grid_row(Span::new(start, self.text.len()), self.cells.drain(..));
            self.text.push('\n');
        }
        self.builder.end_table();
        self.work.extend(self.behind.drain(..).rev());
    }

    /// Writes the text of a cell. Tables of several cells inside it, and text boxes, come behind the table.
    fn cell(&mut self, flow: usize) -> Span {
        let tree = self.tree;
        let start = self.text.len();
        let behind = self.behind.len();
        let mut pictured = false;
        let mut work = vec![(flow, 0)];
        while let Some((flow, from)) = work.pop() {
            let Some(item) = tree.items(flow).get(from) else { continue };
            work.push((flow, from + 1));
            match item {
                Item::Paragraph(paragraph) => {
                    let words = tree.words(paragraph);
                    if words.trim().is_empty() {
                        continue;
                    }
                    if self.text.len() > start {
                        self.text.push('\n');
                    }
                    let at = self.text.len();
                    // Tabs part cells here.
                    for (place, words) in words.split('\t').enumerate() {
                        if place > 0 {
                            self.text.push(' ');
                        }
                        self.text.push_str(words);
                    }
                    self.links(paragraph, at);
                }
                Item::Table(number) => match tree.tables.get(*number) {
                    Some(table) if only_cell(table).is_some() => {
                        work.extend(only_cell(table).map(|flow| (flow, 0)));
                    }
                    _ => self.behind.push(Work::Table(*number)),
                },
                Item::TextBox(flow) => self.behind.push(Work::Flow(*flow, 0)),
                Item::Picture => pictured = true,
                Item::Chunk(chunk) => self.chunk_in_cell(*chunk, start),
                Item::Unread(what) => self.unread(what.clone()),
            }
        }
        if self.text.len() == start && (pictured || self.behind.len() > behind) {
            // A cell that shows something, if only a picture, is not blank.
            self.text.push(PICTURE);
        }
        Span::new(start, self.text.len()).trimmed(&self.text)
    }

    fn chunk(&mut self, number: usize) {
        match self.chunks.get(number) {
            Some(Some(document)) => chunk::write(document, &mut self.text, &mut self.builder),
            _ => self.unread(PartUnread::OtherFile),
        }
    }

    /// In a cell that begins at byte `start`, the lines of a file are lines of the cell; its tables come behind the table.
    fn chunk_in_cell(&mut self, number: usize, start: usize) {
        let Some(Some(document)) = self.chunks.get(number) else { return self.unread(PartUnread::OtherFile) };
        let is_row = |block: &Block| matches!(block.kind, BlockKind::Row { .. });
        if document.blocks().iter().any(is_row) {
            self.behind.push(Work::Chunk(number));
            return;
        }
        for block in document.blocks().iter().filter(|block| !block.span.is_empty()) {
            if self.text.len() > start {
                self.text.push('\n');
            }
            self.text.extend(document.slice(block.span).chars().map(|c| if c == '\t' { ' ' } else { c }));
        }
    }

    /// Whether a table is there for its places on the page only: a frame around text, or a table around larger tables.
    fn only_lays_out(&self, table: &Table) -> bool {
        if only_cell(table).is_some() {
            return true;
        }
        let (mut cells, mut inner, mut several) = (0, 0, false);
        for cell in table.rows.iter().flat_map(|row| &row.cells) {
            cells += 1;
            let mut paragraphs = 0;
            for item in self.tree.items(cell.flow) {
                match item {
                    Item::Paragraph(paragraph) => {
                        paragraphs += usize::from(!self.tree.words(paragraph).trim().is_empty());
                    }
                    Item::Table(number) => {
                        let table = self.tree.tables.get(*number);
                        inner += table.filter(|table| only_cell(table).is_none()).map_or(0, count);
                    }
                    _ => {}
                }
            }
            several |= paragraphs > 1;
        }
        let one_column = table.rows.iter().all(|row| row.cells.len() <= 1);
        one_column && (several || inner > 0) || inner > 0 && inner >= cells
    }

    fn unread(&mut self, what: PartUnread) {
        let here = self.here();
        self.builder.remark(Remark::new(what).at(here));
    }

    fn here(&self) -> Span {
        Span::new(self.text.len(), self.text.len())
    }
}

/// How many cells a table has.
fn count(table: &Table) -> usize {
    table.rows.iter().map(|row| row.cells.len()).sum()
}

/// The flow of the only cell of a table.
fn only_cell(table: &Table) -> Option<usize> {
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    let only = cells.next()?;
    cells.next().is_none().then_some(only.flow)
}
