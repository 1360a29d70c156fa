//! A set of words that are looked for exactly as they are written.

/// Words in the order of their characters, so that those with one first character stand together.
#[derive(Debug)]
pub(crate) struct Words(Vec<(char, &'static str)>);

impl Words {
    /// The set of these words; empty ones are left out.
    pub(crate) fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let mut words: Vec<_> = words.filter_map(|word| Some((word.chars().next()?, word))).collect();
        words.sort_unstable();
        Self(words)
    }

    /// Whether a text begins with one of them.
    pub(crate) fn begin(&self, text: &str) -> bool {
        let Some(first) = text.chars().next() else { return false };
        let from = self.0.partition_point(|(c, _)| *c < first);
        self.0[from..].iter().take_while(|(c, _)| *c == first).any(|(_, word)| text.starts_with(word))
    }

    /// Whether one of them stands anywhere in a text.
    pub(crate) fn occur(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| self.begin(&text[at..]))
    }
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
