//! A document that can be changed: its pieces, taken out and put together again.

use govreport_core::Span;
use govreport_core::document::{Block, BlockKind, Cell, Document, Format, Link, Property, Remark, Word};

/// A block with its cells.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    kind: BlockKind,
    span: Span,
    page: u32,
    after_gap: bool,
    cells: Vec<Cell>,
}

/// The pieces of a document.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    text: String,
    pieces: Vec<Piece>,
    words: Vec<Word>,
    links: Vec<Link>,
    properties: Vec<Property>,
    remarks: Vec<Remark>,
    format: Format,
    padded: bool,
}

impl Draft {
    pub(super) fn of(document: &Document<'_>) -> Self {
        let piece = |block: &Block| {
            let Block { kind, span, page, after_gap, .. } = *block;
            Piece { kind, span, page, after_gap, cells: document.cells(block).to_vec() }
        };
        Self {
            text: document.text().to_owned(),
            pieces: document.blocks().iter().map(piece).collect(),
            words: document.words().to_vec(),
            links: document.links().to_vec(),
            properties: document.properties().to_vec(),
            remarks: document.remarks().to_vec(),
            format: document.format(),
            padded: document.is_padded(),
        }
    }

    /// Puts other words in the place of a range of the text. What stands behind moves along; what stands inside keeps what is left of it.
    pub(super) fn splice(&mut self, range: Span, words: &str) {
        self.text.replace_range(range.range(), words);
        let moved = |at: usize| at - range.end + range.start + words.len();
        let start = |at: usize| if at >= range.end { moved(at) } else { at.min(range.start) };
        let end = |at: usize| {
            if at > range.end || at == range.end && !range.is_empty() {
                moved(at)
            } else {
                at.min(range.start)
            }
        };
        let shift = |span: &mut Span| {
            // An empty place at the end moves as a whole.
            let new_start = start(span.start);
            *span =
                Span::new(new_start, if span.is_empty() { new_start } else { end(span.end).max(new_start) });
        };
        for piece in &mut self.pieces {
            shift(&mut piece.span);
            piece.cells.iter_mut().for_each(|cell| shift(&mut cell.span));
        }
        self.words.iter_mut().for_each(|word| shift(&mut word.span));
        self.links.iter_mut().for_each(|link| shift(&mut link.span));
        for span in self.remarks.iter_mut().filter_map(|remark| remark.span.as_mut()) {
            shift(span);
        }
    }

    /// Takes a block out, with its text.
    pub(super) fn remove(&mut self, place: usize) {
        let removed = self.pieces.remove(place).span;
        let is_of = |span: Span| removed.contains(span);
        self.words.retain(|word| !is_of(word.span));
        self.links.retain(|link| !is_of(link.span));
        self.splice(removed, "");
    }

    /// Puts a line before a block, as a paragraph.
    pub(super) fn insert(&mut self, place: usize, line: &str) {
        let Some(next) = self.pieces.get(place) else { return };
        let (page, start) = (next.page, next.span.start);
        let before = place.checked_sub(1).and_then(|before| self.pieces.get(before));
        // The beginning of the line, where nothing else stands on it.
        let line_start = self.text[..start].rfind('\n').map_or(0, |end| end + 1);
        let at = line_start.max(before.map_or(0, |piece| piece.span.end));
        self.splice(Span::new(at, at), &format!("{line}\n"));
        let span = Span::new(at, at + line.len());
        let piece = Piece { kind: BlockKind::Paragraph, span, page, after_gap: false, cells: Vec::new() };
        self.pieces.insert(place, piece);
    }

    /// Lets two cells of a row change places, with what stands in them.
    pub(super) fn exchange(&mut self, place: usize, a: usize, b: usize) {
        let (left, right) = (a.min(b), a.max(b));
        let cells = &self.pieces[place].cells;
        let (one, other) = (cells[left].span, cells[right].span);
        let words = |span: Span| span.of(&self.text).to_owned();
        let (of_one, of_other) = (words(one), words(other));
        self.splice(other, &of_one);
        self.pieces[place].cells[right].span = Span::new(other.start, other.start + of_one.len());
        self.splice(one, &of_other);
        self.pieces[place].cells[left].span = Span::new(one.start, one.start + of_other.len());
        // An empty cell at the end of its row got words: the row has them too.
        let Piece { span, cells, .. } = &mut self.pieces[place];
        *span = cells.iter().fold(*span, |row, cell| row.to(cell.span));
    }

    /// The document of these pieces.
    pub(super) fn finish(self) -> Document<'static> {
        let mut builder = Document::builder(self.text);
        builder.format(self.format);
        if self.padded {
            builder.padded();
        }
        let mut table = None;
        for Piece { kind, span, page, after_gap, cells } in self.pieces {
            builder.page(page);
            if after_gap {
                builder.gap();
            }
            match kind {
                BlockKind::Heading { level } => builder.heading(level, span),
                BlockKind::Picture => builder.picture(span),
                BlockKind::PageFurniture => builder.page_furniture(span),
                BlockKind::Row { table: of_row, .. } => {
                    if table.is_some_and(|table| table != of_row) {
                        builder.end_table();
                    }
                    table = Some(of_row);
                    builder.grid_row(span, cells);
                }
                _ => builder.paragraph(span),
            }
        }
        self.words.into_iter().for_each(|word| builder.word(word));
        for Link { span, target } in self.links {
            builder.link(span, target);
        }
        for Property { name, value } in self.properties {
            builder.property(name, value);
        }
        self.remarks.into_iter().for_each(|remark| builder.remark(remark));
        builder.finish().expect("the pieces of a document stay in order")
    }
}
