//! Texts in records: in two bytes a character or in one, and going on in the next record wherever it pleases.

use super::super::look::{Font, Run};
use super::super::style::Text;
use super::records::Record;
use crate::compound::bytes::{u16_at, u32_at, utf16};
use crate::compound::code_page;

/// Reads the bytes of a record and of those that continue it.
pub(super) struct Texts<'s> {
    part: &'s [u8],
    parts: std::vec::IntoIter<&'s [u8]>,
}

/// How the texts of a workbook are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// From Excel 97 on: each text says if it has two bytes a character.
    Wide,
    /// Before: bytes in this code page.
    Narrow(u16),
}

impl<'s> Texts<'s> {
    /// Begins behind the first bytes of a record.
    pub(super) fn new(record: Record<'s>, skipped: usize) -> Self {
        Self { part: record.bytes.get(skipped..).unwrap_or_default(), parts: record.continued.into_iter() }
    }

    /// A text with its length in two bytes before it, in one font or in several of these.
    pub(super) fn rich(&mut self, fonts: &[Font]) -> Option<Text> {
        let length = self.number()?;
        self.characters(length).map(|(units, runs)| of_runs(&units, &runs, fonts))
    }

    /// A text with its length in two bytes before it.
    pub(super) fn text(&mut self, writing: Writing) -> Option<String> {
        let length = self.number()?;
        match writing {
            Writing::Wide => self.characters(length).map(|(units, _)| utf16(&units)),
            Writing::Narrow(code_page) => Some(code_page::decode(&self.bytes(length), code_page)),
        }
    }

    /// A text with its length in one byte before it.
    pub(super) fn short_text(&mut self, writing: Writing) -> Option<String> {
        let length = usize::from(*self.bytes(1).first()?);
        match writing {
            Writing::Wide => self.characters(length).map(|(units, _)| utf16(&units)),
            Writing::Narrow(code_page) => Some(code_page::decode(&self.bytes(length), code_page)),
        }
    }

    fn number(&mut self) -> Option<usize> {
        u16_at(&self.bytes(2), 0).map(usize::from)
    }

    /// So many bytes, or as many as there are.
    fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.walk(count, |part| bytes.extend_from_slice(part));
        bytes
    }

    /// Goes over so many bytes, part by part.
    fn walk(&mut self, mut count: usize, mut visit: impl FnMut(&[u8])) {
        loop {
            let (here, rest) = self.part.split_at(count.min(self.part.len()));
            visit(here);
            self.part = rest;
            count -= here.len();
            if count == 0 {
                return;
            }
            match self.parts.next() {
                Some(part) => self.part = part,
                None => return,
            }
        }
    }

    /// The characters of a text whose flags stand before them, in two bytes each, and the bytes of its runs, which stand behind.
    fn characters(&mut self, length: usize) -> Option<(Vec<u8>, Vec<u8>)> {
        let flags = *self.bytes(1).first()?;
        let runs = if flags & 8 != 0 { self.number()? } else { 0 };
        let phonetic = if flags & 4 != 0 { usize::try_from(u32_at(&self.bytes(4), 0)?).ok()? } else { 0 };
        let mut wide = flags & 1 != 0;
        let mut units: Vec<u8> = Vec::new();
        let mut left = length;
        loop {
            let width = if wide { 2 } else { 1 };
            let here = left.min(self.part.len() / width);
            let (bytes, rest) = self.part.split_at(here * width);
            self.part = rest;
            if wide {
                units.extend_from_slice(bytes);
            } else {
                units.extend(bytes.iter().flat_map(|byte| [*byte, 0]));
            }
            left -= here;
            if left == 0 {
                break;
            }
            // A text that goes on in the next record says there anew how it is written.
            self.part = self.parts.next()?;
            wide = self.part.split_off_first()? & 1 != 0;
        }
        let runs = if runs > 0 { self.bytes(runs * 4) } else { Vec::new() };
        self.walk(phonetic, |_| {});
        Some((units, runs))
    }
}

/// A text of characters in two bytes each, and of runs: where each begins, and the number of its font.
fn of_runs(units: &[u8], runs: &[u8], fonts: &[Font]) -> Text {
    let starts = runs.chunks_exact(4).filter_map(|run| Some((u16_at(run, 0)?, u16_at(run, 2)?)));
    let starts: Vec<(usize, Font)> =
        starts.filter_map(|(at, font)| Some((usize::from(at) * 2, font_at(fonts, font)?))).collect();
    // Most runs are those of the two scripts of a text, and all plain.
    if starts.iter().all(|(_, font)| *font == Font::default()) {
        return Text::Plain(utf16(units));
    }
    let mut texts = Vec::new();
    let mut from = 0;
    let mut font = None;
    for (at, next) in starts.into_iter().map(|(at, font)| (at, Some(font))).chain([(units.len(), None)]) {
        let at = at.clamp(from, units.len());
        let text = utf16(units.get(from..at).unwrap_or_default());
        if !text.is_empty() {
            texts.push(Run { text, font });
        }
        (from, font) = (at, next);
    }
    Text::Rich(texts)
}

/// The font with this number: none has the number four.
pub(super) fn font_at(fonts: &[Font], number: u16) -> Option<Font> {
    const NONE: u16 = 4;
    let place = if number < NONE { number } else { number.checked_sub(1)? };
    fonts.get(usize::from(place)).copied()
}
