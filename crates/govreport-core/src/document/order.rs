//! What must hold of the pieces of a document: they lie in the text, and in its order.

use super::{Block, Cell, Document};
use crate::span::Span;

/// Why pieces are no document (文档不合规): what a reader put together does not lie in the text, or not in its order.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// A span ends before it begins, reaches past the end of the text, or cuts a character in two.
    #[error("the span of a {piece}, {} to {}, is none of the text", span.start, span.end)]
    NotInText {
        /// What it is of.
        piece: Piece,
        /// The span.
        span: Span,
    },
    /// A piece begins before the one in front of it ends (blocks, cells), or before that one begins (words, links).
    #[error("a {piece} at {} comes behind one that ends at {after}", span.start)]
    OutOfOrder {
        /// What it is.
        piece: Piece,
        /// Its span.
        span: Span,
        /// The offset in front of which it must not begin.
        after: usize,
    },
    /// A cell that is not empty lies outside of the span of its row.
    #[error("a cell, {} to {}, lies outside of its row, {} to {}", cell.start, cell.end, row.start, row.end)]
    OutsideRow {
        /// The span of the cell.
        cell: Span,
        /// That of the row.
        row: Span,
    },
    /// A cell stands in a column that the cell in front of it covers, or in front of that one.
    #[error("a cell of column {column} comes behind one that covers the columns before {after}")]
    ColumnTaken {
        /// The column of the cell.
        column: u32,
        /// The first column that is free.
        after: u32,
    },
}

/// A piece of a document (文档成分).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Piece {
    /// A block.
    Block,
    /// A cell of a row.
    Cell,
    /// A piece of the text with a place on a page.
    Word,
    /// A link.
    Link,
}

impl std::fmt::Display for Piece {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Block => "block",
            Self::Cell => "cell",
            Self::Word => "word",
            Self::Link => "link",
        })
    }
}

/// Checks all pieces of a document against its text.
pub(super) fn check(document: &Document<'_>) -> Result<(), DocumentError> {
    let mut after = 0;
    for block in document.blocks() {
        let span = behind(Piece::Block, in_text(document, Piece::Block, block.span)?, after)?;
        after = span.end.max(row(document, block, after)?);
    }
    in_sequence(document, Piece::Word, document.words().iter().map(|word| word.span))?;
    in_sequence(document, Piece::Link, document.links().iter().map(|link| link.span))
}

/// The cells of a block lie behind the block before and in their row, one behind the other, each in columns of its own. An empty one may
/// stand in the white space around the words of the row. Gives where the last ends.
fn row(document: &Document<'_>, block: &Block, after: usize) -> Result<usize, DocumentError> {
    let (mut after, mut free) = (after, 0);
    for Cell { span, column, column_span, .. } in document.cells(block) {
        let span = in_text(document, Piece::Cell, *span)?;
        if !span.is_empty() && (span.start < block.span.start || span.end > block.span.end) {
            return Err(DocumentError::OutsideRow { cell: span, row: block.span });
        }
        after = behind(Piece::Cell, span, after)?.end;
        if *column < free {
            return Err(DocumentError::ColumnTaken { column: *column, after: free });
        }
        free = column.saturating_add((*column_span).max(1));
    }
    Ok(after)
}

/// Words and links may overlap, but come in the order in which they begin.
fn in_sequence(
    document: &Document<'_>,
    piece: Piece,
    spans: impl Iterator<Item = Span>,
) -> Result<(), DocumentError> {
    let mut after = 0;
    for span in spans {
        after = behind(piece, in_text(document, piece, span)?, after)?.start;
    }
    Ok(())
}

fn in_text(document: &Document<'_>, piece: Piece, span: Span) -> Result<Span, DocumentError> {
    let text = document.text();
    let is_in =
        span.start <= span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end);
    if is_in { Ok(span) } else { Err(DocumentError::NotInText { piece, span }) }
}

fn behind(piece: Piece, span: Span, after: usize) -> Result<Span, DocumentError> {
    if span.start < after { Err(DocumentError::OutOfOrder { piece, span, after }) } else { Ok(span) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Area, Word};

    const TEXT: &str = "规章 3 5\n行政许可 7";

    fn span(of: &str) -> Span {
        let start = TEXT.find(of).expect("it is in the text");
        Span::new(start, start + of.len())
    }

    fn cell(of: &str, column: u32) -> Cell {
        Cell { span: span(of), column, column_span: 1, row_span: 1 }
    }

    #[test]
    fn pieces_in_the_order_of_the_text_are_a_document() {
        let mut builder = Document::builder(TEXT);
        builder.grid_row(span("规章 3 5"), [cell("规章", 0), cell("3", 1), cell("5", 4)]);
        builder.paragraph(span("行政许可 7"));
        builder.link(span("行政许可"), "a");
        builder.link(span("行政"), "b");
        assert_eq!(builder.finish().expect("all in order").blocks().len(), 2);
    }

    #[test]
    fn blocks_come_one_behind_the_other() {
        let mut builder = Document::builder(TEXT);
        builder.paragraph(span("行政许可 7"));
        builder.paragraph(span("规章 3 5"));
        let error = builder.finish().expect_err("out of order");
        let after = TEXT.len();
        assert_eq!(error, DocumentError::OutOfOrder { piece: Piece::Block, span: span("规章 3 5"), after });
        assert_eq!(error.to_string(), format!("a block at 0 comes behind one that ends at {after}"));
        let mut builder = Document::builder(TEXT);
        builder.paragraph(span("规章 3 5"));
        builder.row(span("5\n行政许可 7"), []);
        assert!(matches!(builder.finish(), Err(DocumentError::OutOfOrder { .. })), "they share characters");
    }

    #[test]
    fn cells_lie_in_their_row_in_the_order_of_text_and_columns() {
        let row = |cells: &[Cell]| {
            let mut builder = Document::builder(TEXT);
            builder.grid_row(span("规章 3 5"), cells.iter().copied());
            builder.finish().map(drop)
        };
        let swapped = row(&[cell("3", 0), cell("规章", 1)]);
        assert!(matches!(swapped, Err(DocumentError::OutOfOrder { piece: Piece::Cell, .. })), "{swapped:?}");
        let across = row(&[cell("规章 3", 0), cell("3", 1)]);
        assert!(matches!(across, Err(DocumentError::OutOfOrder { piece: Piece::Cell, .. })), "{across:?}");
        let outside = DocumentError::OutsideRow { cell: span("7"), row: span("规章 3 5") };
        assert_eq!(row(&[cell("规章", 0), cell("7", 1)]), Err(outside));
        assert_eq!(
            row(&[cell("规章", 2), cell("3", 1)]),
            Err(DocumentError::ColumnTaken { column: 1, after: 3 })
        );
        let blank = |start: usize, column| Cell { span: Span::new(start, start), ..cell("3", column) };
        let end = span("规章 3 5").end;
        assert_eq!(row(&[cell("规章", 0), blank(end + 1, 1)]), Ok(()), "empty, behind the last tab");
        assert!(matches!(row(&[cell("规章", 0), blank(0, 1)]), Err(DocumentError::OutOfOrder { .. })));
        let wide = Cell { column_span: 3, ..cell("规章", 0) };
        assert_eq!(row(&[wide, cell("3", 2)]), Err(DocumentError::ColumnTaken { column: 2, after: 3 }));
        assert_eq!(row(&[wide, cell("3", 3)]), Ok(()));
    }

    #[test]
    fn spans_are_of_the_text_that_is_there_last() {
        for wrong in [Span::new(0, TEXT.len() + 1), Span::new(1, 3), Span { start: 3, end: 0 }] {
            let mut builder = Document::builder(TEXT);
            builder.paragraph(wrong);
            let error = DocumentError::NotInText { piece: Piece::Block, span: wrong };
            assert_eq!(builder.finish().map(drop), Err(error));
        }
        let mut builder = Document::builder(TEXT);
        builder.paragraph(span("行政许可 7"));
        assert!(builder.over("规章").finish().is_err(), "the text put under it is shorter");
    }

    #[test]
    fn words_and_links_come_in_the_order_in_which_they_begin() {
        let word = |of| Word { span: span(of), page: 1, area: Area::new(0.0, 0.0, 1.0, 1.0) };
        let mut builder = Document::builder(TEXT);
        builder.word(word("行政许可"));
        builder.word(word("规章"));
        assert!(matches!(builder.finish(), Err(DocumentError::OutOfOrder { piece: Piece::Word, .. })));
        let mut builder = Document::builder(TEXT);
        builder.link(span("行政许可"), "a");
        builder.link(span("规章"), "b");
        assert!(matches!(builder.finish(), Err(DocumentError::OutOfOrder { piece: Piece::Link, .. })));
    }
}
