//! Paragraphs: the printed characters between two marks.

use std::ops::Range;

use super::fields::{Field, fields};
use super::formatting::{Formatting, ParagraphFormat};
use super::pieces::Character;
use crate::ReadError;
use crate::budget::Budget;

/// A paragraph of the text.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// What is printed of it.
    pub(super) text: String,
    /// Parts of it that link, and where to.
    pub(super) links: Vec<(Range<usize>, String)>,
    /// How many pictures stand in it.
    pub(super) pictures: usize,
    /// A new page or section begins behind it.
    pub(super) ends_page: bool,
    pub(super) ends_cell: bool,
    pub(super) format: ParagraphFormat,
    /// Whether it could not be told from its formatting if it ends a row.
    pub(super) is_guessed: bool,
}

const PICTURE: char = '\u{1}';
const CELL: char = '\u{7}';
const LINE: char = '\u{B}';
const PAGE: char = '\u{C}';
const COLUMN: char = '\u{E}';
const HARD_HYPHEN: char = '\u{1E}';

/// The paragraphs that some characters are.
pub(super) fn paragraphs(
    characters: &[Character],
    formatting: &Formatting<'_>,
    budget: &Budget,
) -> Result<Vec<Paragraph>, ReadError> {
    let mut fields = fields(characters).into_iter().peekable();
    let mut reader = Reader::default();
    // Characters before this are instructions of a field.
    let mut printed_from = 0;
    for (index, character) in characters.iter().enumerate() {
        if index % 65_536 == 0 {
            budget.time()?;
        }
        while let Some(field) = fields.next_if(|field| field.begin == index) {
            // A field in an instruction is part of it.
            if index >= printed_from {
                printed_from = field.result + 1;
                reader.links.extend(reader.link(field));
            }
        }
        if index < printed_from {
            continue;
        }
        while reader.links.last().is_some_and(|link| link.end <= index) {
            reader.end_link();
        }
        reader.character(*character, formatting);
    }
    if !reader.current.text.is_empty() {
        reader.current.format = ParagraphFormat::default();
        reader.done.push(reader.current);
    }
    Ok(reader.done)
}

#[derive(Default)]
struct Reader {
    done: Vec<Paragraph>,
    current: Paragraph,
    /// Links that are open, the innermost last.
    links: Vec<OpenLink>,
    /// Whether the mark before ended a cell.
    after_cell: bool,
}

struct OpenLink {
    /// Number of the character that ends it.
    end: usize,
    start: usize,
    target: String,
}

impl Reader {
    fn link(&self, field: Field) -> Option<OpenLink> {
        Some(OpenLink { end: field.end, start: self.current.text.len(), target: field.target? })
    }

    fn end_link(&mut self) {
        if let Some(link) = self.links.pop() {
            self.current.links.push((link.start..self.current.text.len(), link.target));
        }
    }

    fn character(&mut self, character: Character, formatting: &Formatting<'_>) {
        let format = formatting.character(character);
        match character.char {
            // Cells stay where they are, whatever is hidden in them.
            CELL => self.end(character, formatting),
            _ if format.is_hidden => {}
            '\r' => self.end(character, formatting),
            PAGE => {
                self.current.ends_page = true;
                self.end(character, formatting);
            }
            PICTURE => self.current.pictures += 1,
            LINE | COLUMN | '\n' => self.current.text.push('\n'),
            HARD_HYPHEN => self.current.text.push('-'),
            '\t' => self.current.text.push('\t'),
            // What is left of them are marks of notes and drawings, and hyphens where a line might break.
            char if char.is_control() => {}
            char => self.current.text.push(format.symbol.unwrap_or(char)),
        }
    }

    fn end(&mut self, mark: Character, formatting: &Formatting<'_>) {
        // A link that goes on over paragraphs is cut at their marks; the rest of it is not one.
        while !self.links.is_empty() {
            self.end_link();
        }
        let mut paragraph = std::mem::take(&mut self.current);
        let is_cell = mark.char == CELL;
        match formatting.paragraph(mark) {
            Some(format) => paragraph.format = format,
            None if is_cell => {
                // Without formatting, a row ends where an empty cell seems to be: its last mark follows that of a cell.
                paragraph.format.depth = 1;
                paragraph.format.ends_row = self.after_cell && paragraph.text.is_empty();
                paragraph.is_guessed = true;
            }
            None => {}
        }
        if is_cell {
            paragraph.format.depth = paragraph.format.depth.max(1);
        }
        // The end of a row is none of its cells.
        paragraph.ends_cell = (is_cell || paragraph.format.ends_inner_cell) && !paragraph.format.ends_row;
        self.after_cell = paragraph.ends_cell;
        self.done.push(paragraph);
    }
}
