//! Words that are looked for exactly as they are written.

/// A set of characters.
#[derive(Debug)]
pub(crate) struct Characters {
    /// In their order.
    all: Vec<char>,
    /// Their last bits: nearly every other character fails at this test.
    last_bits: [bool; 256],
}

impl Characters {
    /// The set of these characters.
    pub(crate) fn new(characters: impl Iterator<Item = char>) -> Self {
        let mut all: Vec<char> = characters.collect();
        all.sort_unstable();
        let mut last_bits = [false; 256];
        for c in &all {
            last_bits[self::last_bits(*c)] = true;
        }
        Self { all, last_bits }
    }

    /// Whether a character may be one of them.
    #[inline]
    fn may_have(&self, c: char) -> bool {
        self.last_bits[last_bits(c)]
    }

    /// Whether a character is one of them.
    #[inline]
    pub(crate) fn has(&self, c: char) -> bool {
        self.may_have(c) && self.all.binary_search(&c).is_ok()
    }
}

/// Words, each with what it says, found by their first characters.
#[derive(Debug)]
pub(crate) struct ByFirst<T> {
    /// Those with one first character stand together.
    all: Vec<(char, &'static str, T)>,
    first: Characters,
}

impl<T> ByFirst<T> {
    /// These words; empty ones are left out. Of those with one first character the longest comes first.
    pub(crate) fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut all: Vec<_> =
            words.filter_map(|(word, says)| Some((word.chars().next()?, word, says))).collect();
        all.sort_by_key(|(first, word, _)| (*first, std::cmp::Reverse(word.len())));
        let first = Characters::new(all.iter().map(|(first, ..)| *first));
        Self { all, first }
    }

    /// The first characters of the words.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = char> {
        self.all.iter().map(|(first, ..)| *first)
    }

    /// The words that begin with this character.
    #[inline]
    pub(crate) fn of_first(&self, first: char) -> impl Iterator<Item = (&'static str, &T)> {
        let may_be = self.first.may_have(first);
        let from = if may_be { self.all.partition_point(|(c, ..)| *c < first) } else { self.all.len() };
        self.all[from..].iter().take_while(move |(c, ..)| *c == first).map(|(_, word, says)| (*word, says))
    }
}

/// Words, each with what it says, found by all of their bytes together.
#[derive(Debug)]
pub(crate) struct Exact<T> {
    words: Vec<(&'static str, T)>,
    /// For each place of the table one more than the number of the word there, or 0. A word whose place is taken stands at the next
    /// that is free.
    table: Vec<u16>,
}

impl<T> Exact<T> {
    /// How many places there are for each word: so few are taken that nearly every search ends at its first place.
    const PLACES: usize = 4;

    /// These words. Of several that are the same the first counts.
    pub(crate) fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let words: Vec<(&'static str, T)> = words.collect();
        let places = (words.len() * Self::PLACES).next_power_of_two();
        let mut exact = Self { table: vec![0; places], words };
        for number in 0..exact.words.len() {
            let word = exact.words[number].0;
            let mut place = exact.place(word);
            while exact.table[place] != 0 {
                place = (place + 1) % places;
            }
            exact.table[place] = u16::try_from(number + 1).expect("the form has few words");
        }
        exact
    }

    /// What a word says, if it is one of them.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        let mut place = self.place(word);
        loop {
            let number = usize::from(self.table[place]).checked_sub(1)?;
            let (own, says) = &self.words[number];
            if *own == word {
                return Some(says);
            }
            place = (place + 1) % self.table.len();
        }
    }

    /// Where a word is looked for first, by its first and last bytes: in their middle the words of the form are much alike.
    #[inline]
    fn place(&self, word: &str) -> usize {
        const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
        let bytes = word.as_bytes();
        let (first, last) = if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
        } else {
            let four = |chunk: Option<&[u8; 4]>| chunk.map_or(0, |chunk| u32::from_le_bytes(*chunk).into());
            (four(bytes.first_chunk()), four(bytes.last_chunk()))
        };
        let mixed = (first ^ last.rotate_left(29) ^ bytes.len() as u64).wrapping_mul(FACTOR);
        // The upper bits depend on all of the lower ones.
        (mixed >> 32) as usize & (self.table.len() - 1)
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
        text.char_indices().any(|(at, first)| self.begin_with(first, &text[at..]))
    }
}

fn last_bits(c: char) -> usize {
    c as usize & 0xFF
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
        assert!(words.occur("信息公开") && words.occur("本网"));
        assert!(!words.occur("公告") && !words.occur(""));
    }
}
