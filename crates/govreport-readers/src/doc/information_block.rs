//! The file information block (FIB): where in the file everything is.

use super::damage::damaged;
use crate::ReadError;
use crate::compound::bytes::{offset_at, u16_at};

/// What of the information block is used.
#[derive(Debug)]
pub(super) struct InformationBlock {
    /// Whether the file is of Word 6 or 95, whose text is one run of bytes.
    pub(super) before_97: bool,
    pub(super) is_encrypted: bool,
    /// Whether the text was saved in pieces ("fast save"), which for Word 6 and 95 is not read.
    pub(super) is_complex: bool,
    /// Name of the stream that holds the tables of the file.
    pub(super) table_stream: &'static str,
    /// Where the text begins in a file of Word 6 or 95.
    pub(super) text_start: usize,
    /// How many characters each part of the text has.
    pub(super) lengths: PartLengths,
    pairs: Vec<(usize, usize)>,
}

/// How many characters the parts of the text have, which stand one after the other.
#[derive(Debug, Default)]
pub(super) struct PartLengths {
    pub(super) main: usize,
    pub(super) footnotes: usize,
    pub(super) headers: usize,
    pub(super) macros: usize,
    pub(super) annotations: usize,
    pub(super) endnotes: usize,
    pub(super) text_boxes: usize,
}

/// What the information block says the place of, by the number of the pair (offset, length) there.
#[derive(Debug, Clone, Copy)]
pub(super) enum Structure {
    StyleSheet = 1,
    CharacterRuns = 12,
    ParagraphRuns = 13,
    Pieces = 33,
}

/// The two numbers that a Word file begins with: of Word 97 and later, and of Word 6 and 95.
const SIGNATURES: [u16; 2] = [0xA5EC, 0xA5DC];
/// The first version of the block that has the shape of that of Word 97; Word 6 has 101, Word 95 has 104.
const WORD_97: u16 = 106;

impl InformationBlock {
    /// Reads the block at the beginning of the stream `WordDocument`.
    pub(super) fn read(stream: &[u8]) -> Result<Self, ReadError> {
        let too_short = || damaged("its file information block is cut off");
        let number = |at: usize| u16_at(stream, at).ok_or_else(too_short);
        let offset = |at: usize| offset_at(stream, at).ok_or_else(too_short);
        if !SIGNATURES.contains(&number(0)?) {
            return Err(damaged("its text does not begin as that of a Word document"));
        }
        let flags = number(10)?;
        let before_97 = number(2)? < WORD_97;
        let mut block = Self {
            before_97,
            is_encrypted: flags & 0x0100 != 0,
            is_complex: flags & 0x0004 != 0,
            table_stream: if flags & 0x0200 != 0 { "1Table" } else { "0Table" },
            text_start: offset(0x18)?,
            lengths: PartLengths::default(),
            pairs: Vec::new(),
        };
        if before_97 {
            // The lengths are only there to bound the text.
            block.lengths.main = offset(0x34)?;
            return Ok(block);
        }
        // Three arrays follow, each with its length before it.
        let words = usize::from(number(0x20)?);
        let longs_at = 0x22 + words * 2;
        let longs = usize::from(number(longs_at)?);
        let length = |index: usize| offset(longs_at + 2 + index * 4);
        block.lengths = PartLengths {
            main: length(3)?,
            footnotes: length(4)?,
            headers: length(5)?,
            macros: length(6)?,
            annotations: length(7)?,
            endnotes: length(8)?,
            text_boxes: length(9)?,
        };
        let pairs_at = longs_at + 2 + longs * 4;
        let pairs = usize::from(number(pairs_at)?);
        block.pairs = (0..pairs)
            .map_while(|index| {
                let at = pairs_at + 2 + index * 8;
                Some((offset_at(stream, at)?, offset_at(stream, at + 4)?))
            })
            .collect();
        Ok(block)
    }

    /// The bytes of a structure in the table stream; empty where there are none.
    pub(super) fn structure<'t>(&self, which: Structure, table: &'t [u8]) -> &'t [u8] {
        let place = self.pairs.get(which as usize);
        place.and_then(|(at, length)| crate::compound::bytes::slice(table, *at, *length)).unwrap_or_default()
    }
}
