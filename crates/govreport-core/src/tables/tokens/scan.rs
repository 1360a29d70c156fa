//! Finds the tables: which blocks of the document belong to which.
//!
//! A table is found by its labels. The heading of its section, or a label that is the form's alone, opens it; prose, the
//! heading of another section or a label of another table closes it. A table may be opened again: it may be torn into several.

use super::lexer::{Lexer, MOST_TOKENS, Place};
use super::token::{Content, Kind, Token};
use crate::document::{Block, BlockKind, Cell, Document};
use crate::form::TableKind;
use crate::span::Span;
use crate::tables::vocabulary::{is_near_to_row, lexicon, numbered_group};
use crate::text::lexicon::enumerator;
use crate::text::page_number::is_between_rules;

/// Which blocks of a document belong to which table, and what stands in the tables.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    of_block: Vec<Option<TableKind>>,
    tokens: Vec<Token>,
    /// Pieces of tables: the table, and the end of its tokens.
    pieces: Vec<(TableKind, usize)>,
    /// Tables of which only the beginning was read.
    pub(in crate::tables) too_long: Vec<TableKind>,
}

impl Scan {
    /// The table that block number `block` of the document belongs to.
    pub(crate) fn table_of(&self, block: usize) -> Option<TableKind> {
        self.of_block.get(block).copied().flatten()
    }

    /// The pieces of a table, in reading order.
    pub(in crate::tables) fn pieces(&self, table: TableKind) -> impl Iterator<Item = &[Token]> {
        let starts = std::iter::once(0).chain(self.pieces.iter().map(|(_, end)| *end));
        starts
            .zip(&self.pieces)
            .filter(move |(_, (kind, _))| *kind == table)
            .map(|(start, (_, end))| &self.tokens[start..*end])
    }
}

/// What the tokens of a line or row show together.
struct Line {
    /// The only token that is no empty cell, if there is just one.
    sole: Option<Kind>,
    /// The table that the first of its labels opens that opens one.
    opened: Option<TableKind>,
    /// A label or a content stands in it.
    of_the_form: bool,
}

impl Line {
    fn of(tokens: &[Token], text: &str) -> Self {
        let mut line = Self { sole: None, opened: None, of_the_form: false };
        let mut words = 0;
        let mut last = None;
        for token in tokens {
            let opens = match token.kind {
                Kind::Content(Content::Blank) => {
                    line.of_the_form = true;
                    continue;
                }
                Kind::Content(_) => {
                    line.of_the_form = true;
                    None
                }
                Kind::Label(node) => {
                    line.of_the_form = true;
                    if line.opened.is_none() { lexicon().opens(node) } else { None }
                }
                Kind::Fragment(node) if line.opened.is_none() => {
                    lexicon().opens_below(node, token.span.of(text))
                }
                Kind::Fragment(_) | Kind::Words | Kind::Break => None,
            };
            line.opened = line.opened.or(opens);
            words += 1;
            last = Some(token);
            // What stands behind the label of a row and its first number shows nothing more.
            if words > 1 && line.of_the_form && line.opened.is_some() {
                break;
            }
        }
        line.sole = last.filter(|_| words == 1).map(|token| token.kind);
        line
    }
}

/// Goes through a document once.
pub(crate) fn scan<'a>(document: &'a Document<'a>) -> Scan {
    let mut scanner = Scanner {
        lexer: Lexer::new(document),
        open: None,
        begins: false,
        of_block: vec![None; document.blocks().len()],
        pieces: Vec::new(),
        lengths: [0; 3],
        merged: Vec::new(),
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
    /// The heading of a section was read last: what follows is no part of the piece before, though of the same table.
    begins: bool,
    of_block: Vec<Option<TableKind>>,
    pieces: Vec<(TableKind, usize)>,
    lengths: [usize; 3],
    /// The numbers of the grid that go on over rows below.
    merged: Vec<Merged>,
}

/// A number whose cell covers several rows.
struct Merged {
    table: u32,
    column: u32,
    columns: u32,
    /// So many rows below it does.
    left: u32,
}

impl Merged {
    /// Its place in a row below.
    fn place(&self, row: Place) -> Place {
        Place { column: self.column, columns: self.columns, ..row }
    }
}

/// Whether a line is a sentence of several clauses, which no row and no heading is: numbers in it are of what it says. One that begins as a
/// label of the form does may be its row.
fn is_sentence(line: &str, table: TableKind) -> bool {
    /// What is longer is prose, which ends a table.
    /// Measured: with 60, no cell changes.
    const LONGEST: usize = 120;
    let line = line.trim_end();
    line.len() <= LONGEST
        && line.ends_with('。')
        && line.contains(['，', '；'])
        && enumerator(line) == 0
        && !lexicon().begins_with_label(line, table)
}

impl Scanner<'_> {
    fn block(&mut self, document: &Document<'_>, number: usize, block: &Block) {
        let before = self.lexer.tokens().len();
        let Ok(block_number) = u32::try_from(number) else {
            return;
        };
        let mut place = Place { block: block_number, table: 0, column: 0, columns: 1, bordered: false };
        let is_row = match block.kind {
            BlockKind::PageFurniture | BlockKind::Picture => return,
            BlockKind::Row { table, .. } => {
                place.bordered = true;
                place.table = table;
                self.row(document.cells(block), place);
                true
            }
            // Readers of formats without pages do not tell it from other lines.
            BlockKind::Paragraph if is_between_rules(document.slice(block.span)) => return,
            BlockKind::Heading { .. } | BlockKind::Paragraph => {
                // Between the heading of a section and its table: 其中自然人60件，商业企业3件。
                if self.begins
                    && self.open.is_some_and(|table| is_sentence(document.slice(block.span), table))
                {
                    return;
                }
                if !self.lexer.line(block.span, place) {
                    self.close();
                    return;
                }
                false
            }
        };
        let Line { sole, opened, of_the_form } = Line::of(&self.lexer.tokens()[before..], document.text());
        if let Some(Kind::Label(node)) = sole
            && let Some(section) = lexicon().heads_section(node)
        {
            self.lexer.truncate(before);
            self.close();
            self.open = section.table();
            self.begins = true;
            return;
        }
        // （四）无法提供占比（%） and 第二十条第（六）项占比（%） head the rows below, which are none of the form's then.
        let is_damaged_label = |table| {
            let words = document.slice(block.span);
            sole.is_some()
                && (is_near_to_row(words, table)
                    || numbered_group(words, table).is_some()
                    || lexicon().begins_with_label(words, table))
        };
        if !of_the_form
            && matches!(block.kind, BlockKind::Heading { .. })
            && !self.open.is_some_and(is_damaged_label)
        {
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
            Some((last, last_end)) if *last == table && !self.begins => *last_end = end,
            _ => self.pieces.push((table, end)),
        }
        self.begins = false;
        if of_the_form || is_row {
            self.of_block[number] = Some(table);
        }
    }

    /// Reads a row with borders. A number or a dash in a cell that covers several rows is none's: in each of them stands that it is not told.
    fn row(&mut self, cells: &[Cell], mut place: Place) {
        let height = cells.iter().map(|cell| cell.row_span).min().unwrap_or(1);
        // In nearly all rows no cell goes on below the others.
        if self.merged.is_empty() && cells.iter().all(|cell| cell.row_span == height) {
            for cell in cells.iter().take(MOST_TOKENS + 1) {
                place.column = cell.column;
                place.columns = cell.column_span;
                self.lexer.cell(cell.span, place);
            }
            return;
        }
        let above: Vec<Merged> =
            self.merged.drain(..).filter(|merged| merged.table == place.table && merged.left > 0).collect();
        let mut waiting = above.iter().peekable();
        let mut end = cells.first().map_or(0, |cell| cell.span.start);
        for cell in cells.iter().take(MOST_TOKENS + 1) {
            while let Some(merged) = waiting.next_if(|merged| merged.column <= cell.column) {
                if merged.column < cell.column {
                    self.lexer.put(Kind::Content(Content::Untold), Span::new(end, end), merged.place(place));
                }
            }
            place.column = cell.column;
            place.columns = cell.column_span;
            let before = self.lexer.tokens().len();
            self.lexer.cell(cell.span, place);
            end = cell.span.end;
            if cell.row_span > height && self.lexer.leave_untold(before) {
                let Place { table, column, columns, .. } = place;
                self.merged.push(Merged { table, column, columns, left: cell.row_span - 1 });
            }
        }
        for merged in waiting {
            self.lexer.put(Kind::Content(Content::Untold), Span::new(end, end), merged.place(place));
        }
        self.merged.extend(above.into_iter().map(|merged| Merged { left: merged.left - 1, ..merged }));
        self.merged.sort_unstable_by_key(|merged| merged.column);
    }

    /// Leaves the table, if one is open.
    fn close(&mut self) {
        let Some(table) = self.open.take() else { return };
        if let Some((last, end)) = self.pieces.last_mut()
            && *last == table
            && let Some(token) = self.lexer.tokens().last().copied()
        {
            let place =
                Place { block: token.block, table: 0, column: token.column, columns: 1, bordered: false };
            self.lexer.put(Kind::Break, token.span, place);
            *end = self.lexer.tokens().len();
        }
        let length = self.lexer.tokens().len();
        self.lexer.truncate(length);
    }
}
