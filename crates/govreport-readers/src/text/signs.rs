//! The bytes that part lines and cells, found eight at a time.

use std::slice::Iter;

/// Gives the offsets of the bytes that may part lines or cells: the control characters of ASCII (line feed, carriage return,
/// form feed, tab) and the pipe. None of them is ever part of a longer character.
///
/// Table cells are short, so a search that is begun anew at each sign costs more than the bytes between two signs. This one
/// goes through the text once and keeps what it found of eight bytes.
#[derive(Debug, Clone)]
pub(super) struct Signs<'a> {
    words: Iter<'a, [u8; 8]>,
    /// The last bytes, fewer than eight, filled up with bytes that are no signs.
    rest: Option<[u8; 8]>,
    /// Offset after the eight bytes that are looked at.
    after: usize,
    /// The signs among them that were not given yet: the highest bit of each of their bytes.
    found: u64,
}

impl<'a> Signs<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let (words, short) = bytes.as_chunks::<8>();
        let mut rest = [0xFF; 8];
        rest[..short.len()].copy_from_slice(short);
        Self { words: words.iter(), rest: Some(rest), after: 0, found: 0 }
    }
}

impl Iterator for Signs<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            let word = match self.words.next() {
                Some(word) => *word,
                None => self.rest.take()?,
            };
            self.found = signs_of(word);
            self.after += 8;
        }
        let at = self.after - 8 + self.found.trailing_zeros() as usize / 8;
        self.found &= self.found - 1;
        Some(at)
    }
}

/// The highest bit of each byte that is a sign. No byte carries into the next, so all eight are told apart.
#[inline]
fn signs_of(word: [u8; 8]) -> u64 {
    const fn each(byte: u8) -> u64 {
        u64::from_ne_bytes([byte; 8])
    }
    let word = u64::from_le_bytes(word);
    let ascii = word & each(0x7F);
    // Both sums reach 0x80 in the bytes that are not looked for: from 0x20 on, and other than the pipe.
    let printing = ascii + each(0x80 - 0x20);
    let no_pipe = (ascii ^ each(b'|')) + each(0x7F);
    !((printing & no_pipe) | word) & each(0x80)
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
                let bytes = [a, b, b, a, a, b, a, b, b, a, b];
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
