//! A text put together from bytes some of which are no character.

/// Characters put together from bytes, and where that failed.
#[derive(Debug, Default)]
pub(super) struct Repaired {
    pub(super) text: String,
    /// How many sequences of bytes were no character.
    pub(super) invalid: usize,
    /// Offset in `text` of the first U+FFFD that stands for such a sequence.
    pub(super) first: Option<usize>,
}

impl Repaired {
    /// Takes bytes that are no character.
    pub(super) fn replace(&mut self) {
        self.first.get_or_insert(self.text.len());
        self.invalid += 1;
        self.text.push(char::REPLACEMENT_CHARACTER);
    }
}
