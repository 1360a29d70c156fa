//! Blocks and cells: what stands where in the text.

use crate::span::Span;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BlockKind {
    /// 标题: a line marked as a heading by the format, with its depth (1 is the highest).
    Heading {
        /// Depth of the heading.
        level: u8,
    },
    /// 段落: a line or paragraph.
    Paragraph,
    /// 表行: a row of cells whose borders the format shows, so that an empty cell is known to be there.
    Row {
        /// Number of the table within the document, from 0. Rows of one table follow each other.
        table: u32,
        /// Number of the row within its table, from 0.
        row: u32,
    },
    /// 图片: a picture; its span is that of the words that stand for it, often empty.
    Picture,
    /// 页码、页眉、页脚: printed on the page, not part of the text.
    PageFurniture,
}

/// A piece of the text in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands; without the marks of the format (`##`, `|`).
    pub span: Span,
    /// Page, from 1, where the format knows pages; otherwise 0.
    pub page: u32,
    /// Whether empty lines part it from the block before.
    pub after_gap: bool,
    pub(crate) first_cell: u32,
    pub(crate) end_cell: u32,
}

/// A cell of a table row (单元格).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Where its text stands, white space at both ends left out; empty for an empty cell.
    pub span: Span,
    /// Column in the grid of the source, from 0.
    pub column: u32,
    /// How many columns of the grid it covers.
    pub column_span: u32,
    /// How many rows of the grid it covers.
    pub row_span: u32,
}
