//! The document: the one meeting point of all formats.
//!
//! A reader turns bytes into a [`Document`]: the extracted text in reading order, and over it [`Block`]s (headings, paragraphs,
//! table rows) whose spans point into that text. Readers know nothing of the form; everything after them knows nothing of
//! formats.

mod block;
mod builder;
mod remark;

pub use block::{Block, BlockKind, Cell};
pub use builder::DocumentBuilder;
pub use remark::{Remark, RemarkKind};

use std::borrow::Cow;

use crate::span::Span;

/// What a reader made of a file (读取结果).
#[derive(Debug, Clone, Default)]
pub struct Document<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) cells: Vec<Cell>,
    pub(crate) remarks: Vec<Remark>,
}

impl<'a> Document<'a> {
    /// Begins a document over this text.
    pub fn builder(text: impl Into<Cow<'a, str>>) -> DocumentBuilder<'a> {
        DocumentBuilder::new(text.into())
    }

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

    /// The text at a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}
