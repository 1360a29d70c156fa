//! Sixteen bytes looked at together.

use wide::u8x16;

/// Sixteen bytes of a part, of which is asked where a sign stands in them. Most tags are no longer.
#[derive(Clone, Copy)]
pub(super) struct Block(u8x16);

/// How many bytes a block has.
pub(super) const BLOCK: usize = 16;

impl Block {
    /// The bytes from a place on, if as many are left.
    #[inline]
    pub(super) fn at(bytes: &[u8], at: usize) -> Option<Self> {
        bytes.get(at..)?.first_chunk::<BLOCK>().map(|block| Self(u8x16::new(*block)))
    }

    /// Where such bytes stand: a bit for each place, the lowest for the first.
    #[inline]
    pub(super) fn places_of(self, byte: u8) -> u32 {
        self.0.simd_eq(u8x16::splat(byte)).to_bitmask()
    }

    /// Where blanks and control characters stand.
    #[inline]
    pub(super) fn places_of_blanks(self) -> u32 {
        let blank = u8x16::splat(b' ');
        self.0.min(blank).simd_eq(self.0).to_bitmask()
    }

    /// How many bytes from the first on are those of the other block.
    #[inline]
    pub(super) fn alike(self, other: Self) -> usize {
        self.0.simd_eq(other.0).to_bitmask().trailing_ones() as usize
    }
}

/// The places before the first of those, or all of them where there is none.
#[inline]
pub(super) fn before_first(places: u32) -> u32 {
    !places & places.wrapping_sub(1)
}

/// Whether a byte is white space by the rules of XML.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_found_at_their_places() {
        let text = b"..w:p a='1\t>..>.";
        let block = Block::at(text, 0).expect("sixteen bytes");
        assert_eq!(block.places_of(b'>'), 1 << 11 | 1 << 14);
        assert_eq!(block.places_of_blanks(), 1 << 5 | 1 << 10);
        assert_eq!(before_first(block.places_of(b':')), 0b111);
        assert_eq!(before_first(block.places_of(b'?')), u32::MAX);
        assert!(Block::at(text, 1).is_none() && Block::at(text, 99).is_none());
    }

    #[test]
    fn what_is_alike_is_counted_from_the_first_byte() {
        let block = |text: &str| Block::at(text.as_bytes(), 0).expect("sixteen bytes");
        assert_eq!(block("w:rPr>..........").alike(block("w:rPr></w:rPr>..")), 6);
        assert_eq!(block("0123456789abcdef").alike(block("0123456789abcdef")), 16);
        assert_eq!(block("0123456789abcdef").alike(block("x123456789abcdef")), 0);
    }
}
