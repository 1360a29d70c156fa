//! Finds the tables: which blocks of the document belong to which.
//!
//! A table is found by its labels. The heading of its section, or a label that is the form's alone, opens it; prose, the
//! heading of another section or a label of another table closes it. A table may be opened again: it may be torn into several.

use super::lexer::{Lexer, MOST_TOKENS, Place};
use super::lexicon::lexicon;
use super::token::{Kind, Token};
use crate::document::{Block, BlockKind, Document};
use crate::form::TableKind;

/// Which blocks of a document belong to which table, and what stands in the tables.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    of_block: Vec<Option<TableKind>>,
    tokens: Vec<Token>,
    /// Pieces of tables: the table, and the end of its tokens.
    pieces: Vec<(TableKind, usize)>,
    /// Tables of which only the beginning was read.
    pub(super) too_long: Vec<TableKind>,
}

impl Scan {
    /// The table that block number `block` of the document belongs to.
    pub(crate) fn table_of(&self, block: usize) -> Option<TableKind> {
        self.of_block.get(block).copied().flatten()
    }

    /// The pieces of a table, in reading order.
    pub(super) fn pieces(&self, table: TableKind) -> impl Iterator<Item = &[Token]> {
        let starts = std::iter::once(0).chain(self.pieces.iter().map(|(_, end)| *end));
        starts
            .zip(&self.pieces)
            .filter(move |(_, (kind, _))| *kind == table)
            .map(|(start, (_, end))| &self.tokens[start..*end])
    }
}

/// Goes through a document once.
pub(crate) fn scan(document: &Document<'_>) -> Scan {
    let mut scanner = Scanner {
        lexer: Lexer::new(document.text()),
        open: None,
        of_block: vec![None; document.blocks().len()],
        pieces: Vec::new(),
        lengths: [0; 3],
    };
    for (number, block) in document.blocks().iter().enumerate() {
        scanner.block(document, number, block);
    }
    let too_long =
        TableKind::ALL.iter().copied().filter(|kind| scanner.lengths[*kind as usize] > MOST_TOKENS).collect();
    Scan { of_block: scanner.of_block, tokens: scanner.lexer.take(), pieces: scanner.pieces, too_long }
}

struct Scanner<'a> {
    lexer: Lexer<'a>,
    open: Option<TableKind>,
    of_block: Vec<Option<TableKind>>,
    pieces: Vec<(TableKind, usize)>,
    lengths: [usize; 3],
}

impl Scanner<'_> {
    fn block(&mut self, document: &Document<'_>, number: usize, block: &Block) {
        let before = self.lexer.tokens().len();
        let Ok(block_number) = u32::try_from(number) else {
            return;
        };
        let mut place = Place { block: block_number, column: 0, bordered: false };
        let is_row = match block.kind {
            BlockKind::PageFurniture | BlockKind::Picture => return,
            BlockKind::Row { .. } => {
                place.bordered = true;
                for cell in document.cells(block).iter().take(MOST_TOKENS + 1) {
                    place.column = cell.column;
                    self.lexer.cell(cell.span, place);
                }
                true
            }
            BlockKind::Heading { .. } | BlockKind::Paragraph => {
                if !self.lexer.line(block.span, place) {
                    self.close();
                    return;
                }
                false
            }
        };
        let tokens = &self.lexer.tokens()[before..];
        let mut words =
            tokens.iter().filter(|token| !matches!(token.kind, Kind::Content(super::token::Content::Blank)));
        if let (Some(Token { kind: Kind::Label(node), .. }), None) = (words.next(), words.next())
            && let Some(section) = lexicon().heads_section(*node)
        {
            self.lexer.truncate(before);
            self.close();
            self.open = section.table();
            return;
        }
        let opened = tokens.iter().find_map(|token| match token.kind {
            Kind::Label(node) => lexicon().opens(node),
            Kind::Fragment(node) => lexicon().opens_below(node, token.span.of(document.text())),
            _ => None,
        });
        let of_the_form = tokens.iter().any(|token| matches!(token.kind, Kind::Label(_) | Kind::Content(_)));
        if !of_the_form && matches!(block.kind, BlockKind::Heading { .. }) {
            self.lexer.truncate(before);
            self.close();
            return;
        }
        if let Some(table) = opened.filter(|table| self.open != Some(*table)) {
            self.open = Some(table);
        }
        let Some(table) = self.open else {
            self.lexer.truncate(before);
            return;
        };
        let length = &mut self.lengths[table as usize];
        *length += self.lexer.tokens().len() - before;
        if *length > MOST_TOKENS {
            self.lexer.truncate(before);
            return;
        }
        let end = self.lexer.tokens().len();
        match self.pieces.last_mut() {
            Some((last, last_end)) if *last == table => *last_end = end,
            _ => self.pieces.push((table, end)),
        }
        if of_the_form || is_row {
            self.of_block[number] = Some(table);
        }
    }

    /// Leaves the table, if one is open.
    fn close(&mut self) {
        let Some(table) = self.open.take() else { return };
        if let Some((last, end)) = self.pieces.last_mut()
            && *last == table
            && let Some(token) = self.lexer.tokens().last().copied()
        {
            let place = Place { block: token.block, column: token.column, bordered: false };
            self.lexer.put(Kind::Break, token.span, place);
            *end = self.lexer.tokens().len();
        }
        let length = self.lexer.tokens().len();
        self.lexer.truncate(length);
    }
}
