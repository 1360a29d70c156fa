//! The document: the one meeting point of all formats.
//!
//! A reader turns bytes into a [`Document`]: the extracted text in reading order, and over it [`Block`]s (headings, paragraphs,
//! table rows) whose spans point into that text. Readers know nothing of the form; everything after them knows nothing of
//! formats.

mod block;
mod builder;
mod cover;
mod format;
mod note;
mod order;
mod place;
mod remark;

pub use block::{Block, BlockKind, Cell};
pub use builder::DocumentBuilder;
pub use format::Format;
pub use note::{Link, Property};
pub use order::{DocumentError, Piece};
pub use place::{Area, GridPlace, Points, Word};
pub use remark::{
    ControlCharacters, DocumentTruncated, EncodingGuessed, ExtensionMisleads, InvalidBytes, PartDamaged,
    PartUnread, Pieces, Remark, RemarkKind, ScannedPages,
};

use std::borrow::Cow;

use crate::span::Span;

/// What a reader made of a file (读取结果).
#[derive(Debug, Clone, Default)]
pub struct Document<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) blocks: Cow<'a, [Block]>,
    pub(crate) cells: Cow<'a, [Cell]>,
    pub(crate) remarks: Vec<Remark>,
    pub(crate) format: Format,
    pub(crate) words: Cow<'a, [Word]>,
    pub(crate) properties: Vec<Property>,
    pub(crate) links: Cow<'a, [Link]>,
    /// Rows that are too short were filled up with empty cells.
    pub(crate) padded: bool,
}

impl<'a> Document<'a> {
    /// The extracted text, in reading order. All spans point into it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The extracted text, taken out.
    pub fn into_text(self) -> Cow<'a, str> {
        self.text
    }

    /// The blocks, in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Whether rows that are too short were filled up with empty cells ([`DocumentBuilder::padded`]).
    pub fn is_padded(&self) -> bool {
        self.padded
    }

    /// Whether an empty cell at the end of a row may be none of the page's: cells were made out of words with places, or the tables are
    /// drawn with characters, all rows as wide as the widest.
    pub(crate) fn may_be_padded(&self) -> bool {
        self.padded || !self.words.is_empty()
    }

    /// The cells of a table row; empty for every other block.
    pub fn cells(&self, block: &Block) -> &[Cell] {
        &self.cells[block.first_cell as usize..block.end_cell as usize]
    }

    /// How many blocks and cells there are.
    pub(crate) fn pieces(&self) -> usize {
        self.blocks.len() + self.cells.len()
    }

    /// What the reader has to say about the reading: encoding trouble, things left out.
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// Adds a remark about the reading.
    pub fn add_remark(&mut self, remark: Remark) {
        self.remarks.push(remark);
    }

    /// The format the document came in.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The pieces of the text whose place on a page is known, in the order of the text; empty where the format has no pages.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// What the file says beside its text, in its order.
    pub fn properties(&self) -> &[Property] {
        &self.properties
    }

    /// The links in the text, in its order.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The page of a span and the rectangle around it, where the format knows them.
    ///
    /// A span that runs over several pages has the rectangle of its part on the first. An empty span has the rectangle of the
    /// empty cell it stands for.
    pub fn area(&self, span: Span) -> Option<(u32, Area)> {
        let first = self.words.partition_point(|word| word.span.end < span.start);
        let touched =
            self.words[first..].iter().take_while(|word| word.span.start <= span.end).filter(|word| {
                if span.is_empty() {
                    word.span == span
                } else {
                    word.span.start < span.end && span.start < word.span.end
                }
            });
        touched.fold(None, |found, word| match found {
            None => Some((word.page, word.area)),
            Some((page, area)) if page == word.page => Some((page, area.to(word.area))),
            found => found,
        })
    }

    /// The place that a span has in a table of the source: that of the cell it begins in; `None` where it begins in no bordered
    /// table.
    pub fn grid_place(&self, span: Span) -> Option<GridPlace> {
        let block = self.block_at(span.start)?;
        let BlockKind::Row { table, row } = block.kind else { return None };
        let first = Span::new(span.start, span.start);
        let cells = self.cells(block);
        let cell = cells.iter().find(|cell| cell.span.contains(span));
        let cell = cell.or_else(|| cells.iter().find(|cell| cell.span.contains(first)))?;
        Some(GridPlace { table, row, column: cell.column })
    }

    /// The page that a span begins on, from 1; `None` where the format knows no pages.
    pub fn page(&self, span: Span) -> Option<u32> {
        let of_words = self.area(span).map(|(page, _)| page);
        of_words.or_else(|| Some(self.block_at(span.start)?.page).filter(|page| *page > 0))
    }

    /// The last block that begins at this byte or before.
    fn block_at(&self, at: usize) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.span.start <= at);
        self.blocks[..after].last()
    }

    /// The text at a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}
