//! The bytes that part lines and cells, found sixteen at a time.

use std::slice::Iter;

use wide::u8x16;

/// How many bytes are looked at together.
const BLOCK: usize = 16;

/// Gives the offsets of the bytes that may part lines or cells: the control characters of ASCII (line feed, carriage return,
/// form feed, tab) and the pipe. None of them is ever part of a longer character.
///
/// Table cells are short, so a search that is begun anew at each sign costs more than the bytes between two signs. This one
/// goes through the text once and keeps what it found of a block.
#[derive(Debug, Clone)]
pub(super) struct Signs<'a> {
    blocks: Iter<'a, [u8; BLOCK]>,
    /// The last bytes, fewer than a block, filled up with bytes that are no signs.
    rest: Option<[u8; BLOCK]>,
    /// Offset of the block that is looked at next.
    next: usize,
    /// The signs of the block before it that were not given yet: a bit for each place, the lowest for the first.
    found: u32,
}

impl<'a> Signs<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let (blocks, short) = bytes.as_chunks::<BLOCK>();
        let mut rest = [0xFF; BLOCK];
        rest[..short.len()].copy_from_slice(short);
        Self { blocks: blocks.iter(), rest: Some(rest), next: 0, found: 0 }
    }
}

impl Iterator for Signs<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            let block = match self.blocks.next() {
                Some(block) => *block,
                None => self.rest.take()?,
            };
            self.found = signs_of(block);
            self.next += BLOCK;
        }
        let at = self.next - BLOCK + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}

/// The places of the signs in a block.
#[inline]
fn signs_of(block: [u8; BLOCK]) -> u32 {
    let block = u8x16::new(block);
    let last_control = u8x16::splat(0x1F);
    (block.min(last_control).simd_eq(block) | block.simd_eq(u8x16::splat(b'|'))).to_bitmask()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one_by_one(bytes: &[u8]) -> Vec<usize> {
        (0..bytes.len()).filter(|at| bytes[*at] < 0x20 || bytes[*at] == b'|').collect()
    }

    #[test]
    fn every_byte_beside_every_other() {
        for a in 0..=255 {
            for b in 0..=255 {
                let bytes = [a, b, b, a, a, b, a, b, b, a, b, b, a, b, a, a, b, a];
                assert_eq!(Signs::new(&bytes).collect::<Vec<_>>(), one_by_one(&bytes), "{bytes:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn signs_are_found_where_they_are(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
            prop_assert_eq!(Signs::new(&bytes).collect::<Vec<_>>(), one_by_one(&bytes));
        }
    }
}
