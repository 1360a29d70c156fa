//! Words as they are compared, and how many characters of two of them differ.

use crate::text::fold::{Folded, significant};
use crate::text::lexicon::enumerator;

/// Longest text, in characters, that can be a damaged label.
/// Measured: with 30, 14 more cells of the written reports are read (`label-characters`).
const LONGEST_LABEL: usize = 60;

/// Words as they are compared: at most [`LONGEST_LABEL`] characters.
#[derive(Debug)]
pub(super) struct Wording {
    pub(super) characters: Vec<Folded>,
    /// The bits of all its characters.
    bits: u64,
    /// How many characters set a bit that another one of them sets too.
    same_bit: usize,
}

impl Wording {
    pub(super) fn of(words: &str) -> Self {
        let words = &words[enumerator(words)..];
        // Nearly all are ideographs of three bytes: the list need not grow.
        let mut characters = Vec::with_capacity(words.len().div_ceil(3).min(LONGEST_LABEL));
        characters.extend(significant(words).take(LONGEST_LABEL));
        Self::new(characters)
    }

    fn new(characters: Vec<Folded>) -> Self {
        let bits = characters.iter().fold(0, |bits, character| bits | character.bit());
        let same_bit = characters.len() - count(bits);
        Self { characters, bits, same_bit }
    }

    /// The bits of all its characters.
    pub(super) fn bits(&self) -> u64 {
        self.bits
    }

    /// The same without characters that stand twice on end. Of those of no label nothing shows that they are the same.
    pub(super) fn without_doubles(&self) -> Self {
        let mut characters = self.characters.clone();
        characters.dedup_by(|next, before| next == before && *next != Folded::FOREIGN);
        Self::new(characters)
    }

    /// Whether the characters of a wording stand in this one on end.
    pub(super) fn holds(&self, piece: &Self) -> bool {
        let Some(first) = piece.characters.first() else { return false };
        // Nearly all places fail at their first character.
        piece.bits & !self.bits == 0
            && self
                .characters
                .windows(piece.characters.len())
                .any(|window| window.first() == Some(first) && window == piece.characters)
    }

    /// Whether two wordings have enough characters in common that they can be alike.
    pub(super) fn may_be_like(&self, other: &Self) -> bool {
        let (own, others) = (self.characters.len(), other.characters.len());
        // Of ten characters of the longer one, five at least: no likeness asked for is less.
        let least = own.max(others).div_ceil(2);
        let shared = || self.characters.iter().filter(|character| other.bits & character.bit() != 0).count();
        own.min(others) >= least
            && count(self.bits & other.bits) + self.same_bit >= least
            && shared() >= least
    }
}

/// How many bits are set.
fn count(bits: u64) -> usize {
    bits.count_ones() as usize
}

/// Where each character of a wording stands in it: what it is compared with needs no look at the others.
pub(super) struct Places<'w> {
    pub(super) wording: &'w Wording,
    /// For each bit, the places of the characters that have it.
    by_bit: [u64; u64::BITS as usize],
}

impl<'w> Places<'w> {
    pub(super) fn of(wording: &'w Wording) -> Self {
        let mut by_bit = [0; u64::BITS as usize];
        for (place, character) in wording.characters.iter().enumerate() {
            by_bit[character.bit().trailing_zeros() as usize] |= 1 << place;
        }
        Self { wording, by_bit }
    }

    /// The places of a character; a foreign one is like none, not even like itself.
    fn of_character(&self, character: Folded) -> u64 {
        let mut near = self.by_bit[character.bit().trailing_zeros() as usize];
        let mut places = 0;
        while near != 0 && character != Folded::FOREIGN {
            let place = near.trailing_zeros();
            if self.wording.characters[place as usize] == character {
                places |= 1 << place;
            }
            near &= near - 1;
        }
        places
    }

    /// 1 for the same characters, 0 for none in common: one less the edit distance over the longer length.
    pub(super) fn likeness(&self, other: &[Folded]) -> f64 {
        let longer = self.wording.characters.len().max(other.len());
        if longer == 0 {
            return 0.0;
        }
        // Lengths of labels are far below the limit of exact conversion.
        #[expect(clippy::cast_precision_loss, reason = "labels have fewer than 100 characters")]
        let share = self.distance(other) as f64 / longer as f64;
        1.0 - share
    }

    /// The edit distance. Of the table that it is read from, a row follows from the one before in a few steps for all columns
    /// together (Myers 1999, Hyyrö 2003): neighbours differ by one at most, so two bits for each column hold the row.
    fn distance(&self, other: &[Folded]) -> usize {
        let length = self.wording.characters.len();
        let Some(last) = length.checked_sub(1).map(|last| 1_u64 << last) else { return other.len() };
        // Where the row goes up by one from a column to the next, and where it goes down.
        let (mut up, mut down) = (u64::MAX, 0_u64);
        let mut distance = length;
        for character in other {
            let same = self.of_character(*character);
            let diagonal = (same & up).wrapping_add(up) ^ up | same | down;
            // The same from the row before to this one.
            let grows = down | !(diagonal | up);
            let shrinks = up & diagonal;
            distance = distance + usize::from(grows & last != 0) - usize::from(shrinks & last != 0);
            let (grows, shrinks) = (grows << 1 | 1, shrinks << 1);
            up = shrinks | !(same | down | grows);
            down = grows & (same | down);
        }
        distance
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::form;

    #[test]
    fn likeness_is_the_share_of_characters_that_need_no_change() {
        let likeness = |a, b| Places::of(&Wording::of(a)).likeness(&Wording::of(b).characters);
        for (a, b, changes, longer) in [
            ("行政许可", "行政许可", 0.0, 4.0),
            ("行政许可", "行政处罚", 2.0, 4.0),
            ("行政许可", "行许可", 1.0, 4.0),
            ("行许可", "行政许可", 1.0, 4.0),
            ("许可行政", "行政", 2.0, 4.0),
            ("规范性文件", "行政规范性文件", 2.0, 7.0),
            ("政许可", "行政许", 2.0, 3.0),
            ("规章", "许可", 2.0, 2.0),
            // Characters of no label are like none, not even like themselves.
            ("龘章", "龘章", 1.0, 2.0),
            ("", "规章", 2.0, 2.0),
        ] {
            assert!((likeness(a, b) - (1.0 - changes / longer)).abs() < 1e-9, "{a} {b}: {}", likeness(a, b));
        }
        assert!(likeness("", "").abs() < 1e-9);
        // A character that is there twice is there.
        assert_eq!(Wording::of("章章").bits, Wording::of("章").bits);
    }

    /// The edit distance by the whole table of it.
    fn by_table(a: &[Folded], b: &[Folded]) -> usize {
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, x) in a.iter().enumerate() {
            let mut corner = row[0];
            row[0] = i + 1;
            for (j, y) in b.iter().enumerate() {
                let same = x == y && *x != Folded::FOREIGN;
                let next = (corner + usize::from(!same)).min(row[j] + 1).min(row[j + 1] + 1);
                corner = std::mem::replace(&mut row[j + 1], next);
            }
        }
        row[b.len()]
    }

    #[test]
    fn the_distance_is_that_of_the_whole_table() {
        let long = "行政许可龘".repeat(20);
        let labels = form().labels.iter().map(|label| label.wording);
        let wordings: Vec<Wording> = labels.chain([long.as_str(), "龘", ""]).map(Wording::of).collect();
        for a in &wordings {
            let places = Places::of(a);
            for b in &wordings {
                let distance = by_table(&a.characters, &b.characters);
                assert_eq!(places.distance(&b.characters), distance, "{a:?} {b:?}");
            }
        }
    }
}
