//! The words of a heading on a page, and which word of the form each may be the rest of.

use super::order::Place;
use crate::document::{Block, BlockKind, Document};
use crate::form::{Meaning, TableKind};
use crate::span::Span;
use crate::tables::vocabulary::{Remains, lexicon};
use crate::text::fold::words_of;
use crate::text::page_number::is_page_number;

/// More words than this on one line are no heading.
/// Measured: with 50, no cell changes.
const MOST_WORDS: usize = 100;

/// A word of a heading on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) grid: Option<u32>,
    pub(super) line: u32,
    /// It is the last of its line.
    pub(super) ends_line: bool,
    /// It is the only one.
    is_alone: bool,
    /// What it stands for, if all of it is a wording of the form.
    pub(super) meaning: Option<Meaning>,
    /// The bits that every wording has which it can be left of; `None` if it is too long.
    bits: Option<u64>,
}

/// What is left of a word of the form's heading.
pub(super) struct Found {
    /// How many words of the page it is.
    pub(super) words: usize,
    /// What is printed may be another word of the form as well.
    pub(super) is_unclear: bool,
}

/// The most words on a line that together are what is left of one of the form's.
pub(super) fn find(words: &[Word], place: Place, order: &[Place], text: &str) -> Option<Found> {
    let first = words.first()?;
    // Nearly all words are whole.
    if first.meaning == Some(place.meaning) {
        return Some(Found { words: 1, is_unclear: false });
    }
    // What the first word is not left of, it is not with others behind it either.
    if !place.wordings.may_have(first.bits?) {
        return None;
    }
    let mut remains = Remains::default();
    let mut found = None;
    // Of cells that were broken each piece may have a line of its own.
    let goes_on = |pair: &[Word]| pair[0].line == pair[1].line || pair[0].is_alone && pair[1].is_alone;
    let count = 1 + words.windows(2).take_while(|pair| goes_on(pair)).count();
    for (count, word) in (1..).zip(&words[..count]) {
        // In a grid each cell has its own.
        if count > 1 && word.grid.is_some() {
            break;
        }
        remains = remains.and(word.span.of(text))?;
        if remains.may_be_one_of(place.wordings) {
            let is_another =
                |other: &Place| other.meaning != place.meaning && remains.may_be_one_of(other.wordings);
            found = Some(Found { words: count, is_unclear: order.iter().any(is_another) });
        } else if found.is_some() || remains.rules_out(place.wordings) {
            break;
        }
    }
    found
}

/// Whether a block may stand among the lines of a heading; of a page's own lines nothing is read.
pub(super) fn is_shown(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Row { .. } | BlockKind::PageFurniture)
}

/// The words of lines: the cells of a grid, or what blanks part. Rules and other signs are none.
pub(super) fn words(blocks: &[Block], first: usize, table: TableKind, document: &Document<'_>) -> Vec<Word> {
    let text = document.text();
    let mut words: Vec<Word> = Vec::with_capacity(32);
    let lines = (first..).zip(blocks).take_while(|(_, block)| is_shown(block));
    let is_of_page =
        |block: &Block| block.kind == BlockKind::PageFurniture || is_page_number(document.slice(block.span));
    for (line, block) in lines.filter(|(_, block)| !is_of_page(block)) {
        let Ok(line) = u32::try_from(line) else { break };
        let begin = words.len();
        let mut add = |span: Span, grid| {
            let word = span.of(text);
            // Nearly all words begin with an ideograph.
            let is_word = |c: char| matches!(c, '\u{4E00}'..='\u{9FA5}') || c.is_alphanumeric();
            if word.contains(is_word) {
                let (meaning, bits) = lexicon().whole_with_bits(word, table);
                words.push(Word { span, grid, line, ends_line: false, is_alone: false, meaning, bits });
            }
        };
        let cells = document.cells(block);
        for cell in cells.iter().take(MOST_WORDS) {
            add(cell.span, Some(cell.column));
        }
        if cells.is_empty() {
            words_of(block.span, text).take(MOST_WORDS).for_each(|word| add(word, None));
        }
        let count = words.len() - begin;
        if let Some(last) = words[begin..].last_mut() {
            last.ends_line = true;
            last.is_alone = count == 1 && cells.is_empty();
        }
    }
    words
}
