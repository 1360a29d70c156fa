//! Texts in records: in two bytes a character or in one, and going on in the next record wherever it pleases.

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

    /// A text with its length in two bytes before it.
    pub(super) fn text(&mut self, writing: Writing) -> Option<String> {
        let length = self.number()?;
        match writing {
            Writing::Wide => self.characters(length),
            Writing::Narrow(code_page) => Some(code_page::decode(&self.bytes(length), code_page)),
        }
    }

    /// A text with its length in one byte before it.
    pub(super) fn short_text(&mut self, writing: Writing) -> Option<String> {
        let length = usize::from(*self.bytes(1).first()?);
        match writing {
            Writing::Wide => self.characters(length),
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

    /// The characters of a text whose flags stand before them, and what is behind them.
    fn characters(&mut self, length: usize) -> Option<String> {
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
        self.walk(runs * 4, |_| {});
        self.walk(phonetic, |_| {});
        Some(utf16(&units))
    }
}
