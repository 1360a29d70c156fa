//! Words that are looked for exactly as they are written.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

/// By so many values of their last bits characters are told apart.
const LAST_BITS: usize = 4096;
const WORD: usize = u64::BITS as usize;

/// A set of characters.
#[derive(Debug)]
pub(crate) struct Characters {
    all: FxHashSet<char>,
    /// Their last bits, a bit each: nearly every other character fails at this test.
    last_bits: [u64; LAST_BITS / WORD],
}

impl Characters {
    /// The set of these characters.
    pub(crate) fn new(characters: impl Iterator<Item = char>) -> Self {
        let all: FxHashSet<char> = characters.collect();
        let mut last_bits = [0; LAST_BITS / WORD];
        for c in &all {
            let bits = self::last_bits(*c);
            last_bits[bits / WORD] |= 1 << (bits % WORD);
        }
        Self { all, last_bits }
    }

    /// Whether a character may be one of them.
    #[inline]
    fn may_have(&self, c: char) -> bool {
        let bits = last_bits(c);
        self.last_bits[bits / WORD] >> (bits % WORD) & 1 != 0
    }

    /// Whether a character is one of them.
    #[inline]
    pub(crate) fn has(&self, c: char) -> bool {
        self.may_have(c) && self.all.contains(&c)
    }
}

/// Words, each with what it says, found by their first characters.
#[derive(Debug)]
pub(crate) struct ByFirst<T> {
    /// Those with one first character stand together.
    all: Vec<(&'static str, T)>,
    /// Where those with each first character stand.
    places: FxHashMap<char, Range<usize>>,
    first: Characters,
}

impl<T> ByFirst<T> {
    /// These words; empty ones are left out. Of those with one first character the longest comes first.
    pub(crate) fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut all: Vec<_> = words.filter(|(word, _)| !word.is_empty()).collect();
        all.sort_by_key(|(word, _)| (word.chars().next(), std::cmp::Reverse(word.len())));
        let mut places: FxHashMap<char, Range<usize>> = FxHashMap::default();
        for (at, (word, _)) in all.iter().enumerate() {
            let first = word.chars().next().unwrap_or_default();
            places.entry(first).or_insert(at..at).end = at + 1;
        }
        let first = Characters::new(places.keys().copied());
        Self { all, places, first }
    }

    /// The first characters of the words.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = char> {
        self.places.keys().copied()
    }

    /// The words that begin with this character.
    #[inline]
    pub(crate) fn of_first(&self, first: char) -> impl Iterator<Item = (&'static str, &T)> {
        let place = if self.first.may_have(first) { self.places.get(&first) } else { None };
        let here = place.map_or(&[][..], |place| &self.all[place.clone()]);
        here.iter().map(|(word, says)| (*word, says))
    }
}

/// Words, each with what it says, found by all of their bytes together.
#[derive(Debug)]
pub(crate) struct Exact<T> {
    words: FxHashMap<&'static str, T>,
    /// Their lengths, a bit each: what has another is none of them, and need not be hashed. The last bit is that of all that are longer.
    lengths: u128,
}

/// The bit of a length.
#[inline]
fn length_bit(length: usize) -> u128 {
    1 << length.min(u128::BITS as usize - 1)
}

impl<T> Exact<T> {
    /// These words. Of several that are the same the first counts.
    pub(crate) fn new(all: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut words = FxHashMap::default();
        for (word, says) in all {
            words.entry(word).or_insert(says);
        }
        let lengths = words.keys().fold(0, |lengths, word| lengths | length_bit(word.len()));
        Self { words, lengths }
    }

    /// What a word says, if it is one of them.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        if self.lengths & length_bit(word.len()) == 0 { None } else { self.words.get(word) }
    }
}

/// A set of words.
#[derive(Debug)]
pub(crate) struct Words(ByFirst<()>);

impl Words {
    /// The set of these words; empty ones are left out.
    pub(crate) fn new(words: impl Iterator<Item = &'static str>) -> Self {
        Self(ByFirst::new(words.map(|word| (word, ()))))
    }

    /// Whether a text is one of them.
    pub(crate) fn has(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|first| self.0.of_first(first).any(|(word, ())| text == word))
    }

    /// Whether a text begins with one of them.
    pub(crate) fn begin(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|first| self.begin_with(first, text))
    }

    /// Whether a text that begins with the character `first` begins with one of them.
    #[inline]
    fn begin_with(&self, first: char, text: &str) -> bool {
        self.0.of_first(first).any(|(word, ())| text.starts_with(word))
    }

    /// Whether one of them stands anywhere in a text.
    pub(crate) fn occur(&self, text: &str) -> bool {
        let may_begin = |first: char| self.0.first.may_have(first);
        text.char_indices().any(|(at, first)| may_begin(first) && self.begin_with(first, &text[at..]))
    }
}

fn last_bits(c: char) -> usize {
    c as usize % LAST_BITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_all_their_bytes() {
        let all = [
            "规章",
            "其他",
            "本年制发件数",
            "本年废止件数",
            "现行有效件数",
            "1.属于国家秘密",
            "",
            "甲",
            "规章",
        ];
        let words = Exact::new(all.into_iter().zip(0..));
        for (number, word) in all.iter().enumerate().take(8) {
            assert_eq!(words.get(word), Some(&number), "{word}");
        }
        for other in ["规", "规章 ", "本年制发", "本年制废件数", "2.属于国家秘密"] {
            assert_eq!(words.get(other), None, "{other}");
        }
    }

    #[test]
    fn words_at_the_beginning_and_anywhere() {
        let words = Words::new(["公开", "公告栏", "网", ""].into_iter());
        assert!(words.begin("公告栏里") && words.begin("公开") && words.begin("网站"));
        assert!(!words.begin("公告") && !words.begin("") && !words.begin("信息公开"));
        assert!(words.has("公告栏") && !words.has("公告栏里") && !words.has("公告") && !words.has(""));
        assert!(words.occur("信息公开") && words.occur("本网"));
        assert!(!words.occur("公告") && !words.occur(""));
    }
}
