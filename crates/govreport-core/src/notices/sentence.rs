//! What every notice can say of itself.

/// A sentence of each language for the data of a notice.
pub(super) trait Sentence {
    /// What the notice is about, where it is about a row or a column: `（一）予以公开`.
    fn about(&self) -> Option<String> {
        None
    }

    /// What it says, in English; the rest of a sentence that begins with [`Self::about`].
    fn english(&self) -> String;

    /// The same in Chinese.
    fn chinese(&self) -> String;
}
