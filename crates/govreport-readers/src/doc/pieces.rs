//! The piece table: in which order the pieces of the text stand, and how each is written.

use std::ops::Range;

use encoding_rs::WINDOWS_1252;

use crate::ReadError;
use crate::budget::Budget;
use crate::compound::bytes::{offset_at, slice, u16_at, utf16};

/// A character of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Character {
    pub(super) char: char,
    /// Where it stands in the stream, by which its formatting is found.
    pub(super) at: u32,
    /// The piece it is of.
    piece: u32,
}

impl Character {
    /// A character whose formatting is not known.
    pub(super) const fn plain(char: char) -> Self {
        Self { char, at: u32::MAX, piece: u32::MAX }
    }
}

/// The pieces of the text.
#[derive(Debug, Default)]
pub(super) struct Pieces<'t> {
    pieces: Vec<Piece<'t>>,
}

#[derive(Debug)]
struct Piece<'t> {
    /// Positions of its characters in the text.
    positions: Range<usize>,
    /// Where its first character stands in the stream.
    at: usize,
    is_wide: bool,
    /// Changes that a fast save has put on top of the formatting of its characters.
    changes: Changes<'t>,
}

/// Changes to the formatting of all characters of a piece.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Changes<'t> {
    #[default]
    None,
    /// One property, by its short number, with its value.
    One(u8, u8),
    /// A list of properties.
    List(&'t [u8]),
}

impl<'t> Pieces<'t> {
    /// The pieces as the structure at the end of the text table (`Clx`) tells them.
    pub(super) fn read(structure: &'t [u8]) -> Option<Self> {
        let mut lists = Vec::new();
        let mut rest = structure;
        // Lists of changes come first, each behind a 1; then the table, behind a 2.
        while *rest.first()? == 1 {
            let length = usize::from(u16_at(rest, 1)?);
            lists.push(slice(rest, 3, length)?);
            rest = rest.get(3 + length..)?;
        }
        let table = (*rest.first()? == 2).then(|| rest.get(5..))??;
        let table = table.get(..offset_at(rest, 1)?.min(table.len()))?;
        let count = table.len().checked_sub(4)? / 12;
        let pieces = (0..count).map_while(|index| {
            let positions = offset_at(table, index * 4)?..offset_at(table, index * 4 + 4)?;
            let entry = slice(table, (count + 1) * 4 + index * 8, 8)?;
            let place = offset_at(entry, 2)?;
            let is_wide = place & 0x4000_0000 == 0;
            let at = place & 0x3FFF_FFFF;
            let change = u16_at(entry, 6)?;
            let [low, high] = change.to_le_bytes();
            let changes = match change {
                0 => Changes::None,
                _ if change & 1 == 0 => Changes::One(low >> 1, high),
                _ => lists.get(usize::from(change >> 1)).map_or(Changes::None, |list| Changes::List(list)),
            };
            Some(Piece { positions, at: if is_wide { at } else { at / 2 }, is_wide, changes })
        });
        let pieces: Vec<_> = pieces.collect();
        (!pieces.is_empty()).then_some(Self { pieces })
    }

    /// One piece with so many characters, each of two bytes as those of Chinese text are.
    pub(super) fn one(at: usize, length: usize) -> Self {
        Self { pieces: vec![Piece { positions: 0..length, at, is_wide: true, changes: Changes::None }] }
    }

    /// The characters at these positions of the text, as far as the stream has them, and whether it has them all.
    pub(super) fn characters(
        &self,
        stream: &[u8],
        positions: Range<usize>,
        budget: &Budget,
    ) -> Result<(Vec<Character>, bool), ReadError> {
        let mut characters = Vec::new();
        let mut expected = positions.start;
        let mut whole = true;
        for (number, piece) in (0..).zip(&self.pieces) {
            let start = piece.positions.start.max(positions.start);
            let end = piece.positions.end.min(positions.end);
            if start >= end {
                continue;
            }
            budget.time()?;
            whole &= start == expected;
            // Pieces that overlap, in the text or in the stream, would let a small file hold a text without end.
            let start = start.max(expected);
            let end = end.min(start.saturating_add(stream.len().saturating_sub(characters.len())));
            let before = characters.len();
            piece.read(stream, start..end.max(start), number, &mut characters);
            whole &= characters.len() - before == end.saturating_sub(start);
            expected = expected.max(end);
        }
        whole &= expected >= positions.end;
        Ok((characters, whole))
    }

    /// The changes to all characters of the piece that a character is of.
    pub(super) fn changes(&self, character: Character) -> Changes<'t> {
        usize::try_from(character.piece)
            .ok()
            .and_then(|piece| self.pieces.get(piece))
            .map_or(Changes::None, |piece| piece.changes)
    }
}

impl Piece<'_> {
    fn read(&self, stream: &[u8], positions: Range<usize>, number: u32, characters: &mut Vec<Character>) {
        let width = if self.is_wide { 2 } else { 1 };
        let skipped = (positions.start - self.positions.start).checked_mul(width);
        let Some(start) = skipped.and_then(|skipped| self.at.checked_add(skipped)) else { return };
        let rest = stream.get(start..).unwrap_or_default();
        let bytes = &rest[..rest.len().min(positions.len().saturating_mul(width))];
        let mut at = u32::try_from(start).unwrap_or(u32::MAX);
        let mut push = |char: char, bytes: usize| {
            characters.push(Character { char, at, piece: number });
            at = at.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
        };
        if self.is_wide {
            for char in utf16(bytes).chars() {
                push(char, char.len_utf16() * 2);
                // Positions count units: one for each of a pair.
                if char.len_utf16() == 2 {
                    push(SECOND_OF_PAIR, 0);
                }
            }
        } else {
            for byte in bytes {
                let one = [*byte];
                push(WINDOWS_1252.decode_without_bom_handling(&one).0.chars().next().unwrap_or(' '), 1);
            }
        }
    }
}

/// Stands for the second unit of a character that takes two, so that positions stay true. It is not printed.
pub(super) const SECOND_OF_PAIR: char = '\0';
