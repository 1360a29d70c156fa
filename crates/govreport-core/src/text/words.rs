//! A set of words that are looked for exactly as they are written.

/// A set of words.
#[derive(Debug)]
pub(crate) struct Words {
    /// In the order of their characters, so that those with one first character stand together.
    words: Vec<(char, &'static str)>,
    /// The last bits of the first characters: nearly every text fails at this test.
    beginnings: [bool; 256],
}

impl Words {
    /// The set of these words; empty ones are left out.
    pub(crate) fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let mut words: Vec<_> = words.filter_map(|word| Some((word.chars().next()?, word))).collect();
        words.sort_unstable();
        let mut beginnings = [false; 256];
        for (first, _) in &words {
            beginnings[last_bits(*first)] = true;
        }
        Self { words, beginnings }
    }

    /// Whether a text begins with one of them.
    pub(crate) fn begin(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|first| self.begin_with(first, text))
    }

    /// Whether a text that begins with the character `first` begins with one of them.
    #[inline]
    fn begin_with(&self, first: char, text: &str) -> bool {
        if !self.beginnings[last_bits(first)] {
            return false;
        }
        let from = self.words.partition_point(|(c, _)| *c < first);
        self.words[from..].iter().take_while(|(c, _)| *c == first).any(|(_, word)| text.starts_with(word))
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
    fn words_at_the_beginning_and_anywhere() {
        let words = Words::new(["公开", "公告栏", "网", ""].into_iter());
        assert!(words.begin("公告栏里") && words.begin("公开") && words.begin("网站"));
        assert!(!words.begin("公告") && !words.begin("") && !words.begin("信息公开"));
        assert!(words.occur("信息公开") && words.occur("本网"));
        assert!(!words.occur("公告") && !words.occur(""));
    }
}
