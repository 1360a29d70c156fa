//! Paragraphs: the printed characters between two marks.

use std::ops::Range;

use super::fields::{Field, fields};
use super::formatting::{Formatting, ParagraphFormat};
use super::looks::Seen;
use super::pieces::Character;
use crate::ReadError;
use crate::budget::Budget;
use crate::raised::{Moved, is_figure, raised, withheld};

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
        let mut last = std::mem::take(&mut reader.current);
        reader.settle(&mut last);
        reader.current = last;
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
    /// Characters moved above or below the line.
    moved: Moved,
    /// Where in the paragraph there are characters of which it is not known whether they are seen.
    doubtful: Vec<usize>,
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
            char if !char.is_control()
                && format.looks.seen(|| formatting.page_is_plain()) == Seen::Nothing => {}
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
            char => {
                let (looks, start) = (format.looks, self.current.text.len());
                if looks.seen(|| formatting.page_is_plain()) == Seen::Doubtful {
                    self.doubtful.push(start);
                }
                let char = format.symbol.unwrap_or(char);
                self.current.text.push(looks.mark().map_or(char, |mark| raised(char, mark)));
                self.moved.wrote(&self.current.text, start, looks.moved());
            }
        }
    }

    /// Makes marks of what is moved, and withholds numbers that may not be seen.
    fn settle(&mut self, paragraph: &mut Paragraph) {
        let mut places = self.moved.mark(&mut paragraph.text);
        self.moved.clear();
        if !self.doubtful.is_empty() && is_figure(&paragraph.text) {
            let at = |place: usize| {
                places.as_ref().map_or(place, |places| places.get(place).copied().unwrap_or_default())
            };
            let doubtful: Vec<_> = self.doubtful.iter().map(|place| at(*place)).collect();
            let mut text = String::with_capacity(paragraph.text.len());
            let mut moved = vec![0; paragraph.text.len() + 1];
            for (at, c) in paragraph.text.char_indices() {
                if let Some(place) = moved.get_mut(at) {
                    *place = text.len();
                }
                text.push(if doubtful.binary_search(&at).is_ok() { withheld(c) } else { c });
            }
            if let Some(place) = moved.last_mut() {
                *place = text.len();
            }
            paragraph.text = text;
            let through = |place: &usize| moved.get(*place).copied().unwrap_or_default();
            places =
                Some(places.map_or_else(|| moved.clone(), |places| places.iter().map(through).collect()));
        }
        self.doubtful.clear();
        if let Some(places) = places {
            let place = |at: usize| places.get(at).copied().unwrap_or_default();
            for (range, _) in &mut paragraph.links {
                *range = place(range.start)..place(range.end);
            }
        }
    }

    fn end(&mut self, mark: Character, formatting: &Formatting<'_>) {
        // A link that goes on over paragraphs is cut at their marks; the rest of it is not one.
        while !self.links.is_empty() {
            self.end_link();
        }
        let mut paragraph = std::mem::take(&mut self.current);
        self.settle(&mut paragraph);
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

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;

    use super::super::pieces::Pieces;
    use super::super::runs::{Of, Runs};
    use super::super::styles::Styles;
    use super::*;
    use crate::Limits;

    /// The text of a paragraph of runs: their words, with lists of properties. `grounds` are properties of a paragraph.
    fn shown(runs: &[(&str, &[u8])], grounds: &[u8]) -> String {
        const PAGE: usize = 512;
        let text: String = runs.iter().map(|(words, _)| *words).collect::<String>() + "\r";
        let mut stream: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let end = stream.len();
        assert!(end <= PAGE);
        stream.resize(3 * PAGE, 0);
        let (mut at, mut place) = (0_u32, PAGE - 1);
        let mut ends = vec![0];
        let page = &mut stream[PAGE..2 * PAGE];
        for (number, (words, list)) in runs.iter().enumerate() {
            at += u32::try_from(words.encode_utf16().count() * 2).expect("few words");
            ends.push(at);
            place = (place - list.len() - 1) & !1;
            page[place] = u8::try_from(list.len()).expect("few properties");
            page[place + 1..=place + list.len()].copy_from_slice(list);
            page[(runs.len() + 1) * 4 + number] = u8::try_from(place / 2).expect("it is on the page");
        }
        for (number, end) in ends.iter().enumerate() {
            page[number * 4..][..4].copy_from_slice(&end.to_le_bytes());
        }
        page[PAGE - 1] = u8::try_from(runs.len()).expect("few runs");
        // One paragraph, of style 0.
        let page = &mut stream[2 * PAGE..];
        page[4..8].copy_from_slice(&u32::try_from(end).expect("it is short").to_le_bytes());
        page[8] = 128;
        page[256] = u8::try_from(grounds.len().div_ceil(2) + 1).expect("few properties");
        page[259..][..grounds.len()].copy_from_slice(grounds);
        page[PAGE - 1] = 1;
        let budget = Budget::new(&Limits::default());
        let index = |page: u32| [0, u32::try_from(end).expect("short"), page].map(u32::to_le_bytes).concat();
        let read = |page, of| Runs::read(&index(page), &stream, of, &budget).expect("within limits");
        let formatting = Formatting {
            characters: read(1, Of::Characters),
            paragraphs: read(2, Of::Paragraphs),
            styles: Styles::default(),
            pieces: Pieces::one(0, end / 2),
            data: &[],
            grounds: OnceCell::new(),
        };
        let (characters, _) =
            formatting.pieces.characters(&stream, 0..end / 2, &budget).expect("within limits");
        let read = paragraphs(&characters, &formatting, &budget).expect("within limits");
        read.into_iter().map(|paragraph| paragraph.text).collect()
    }

    const STRUCK: &[u8] = &[0x37, 0x08, 1];
    const RAISED: &[u8] = &[0x48, 0x2A, 1];
    const MOVED: &[u8] = &[0x45, 0x48, 12, 0];
    const WHITE: &[u8] = &[0x70, 0x68, 255, 255, 255, 0];
    const GROUND: &[u8] = &[0x4D, 0xC6, 10, 0, 0, 0, 0xFF, 0, 0, 99, 0, 0, 0];

    #[test]
    fn struck_out_raised_and_white_characters() {
        assert_eq!(shown(&[("9", STRUCK), ("354", &[])], &[]), "354");
        assert_eq!(shown(&[("354", &[]), ("1", RAISED)], &[]), "354¹");
        assert_eq!(shown(&[("354", &[]), ("12", MOVED)], &[]), "354¹²");
        assert_eq!(shown(&[("35", MOVED), ("4", MOVED)], &[]), "354");
        assert_eq!(shown(&[("9", WHITE), ("354", &[])], &[]), "354");
        assert_eq!(shown(&[("354", WHITE)], GROUND), "\u{FFFD}\u{FFFD}\u{FFFD}");
        assert_eq!(shown(&[("甲县2023年度报告", WHITE)], GROUND), "甲县2023年度报告");
    }
}
