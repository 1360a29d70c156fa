//! What is kept of a field (域) while it is read: an instruction, and perhaps its result.

/// A field that is open.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// Whether it is still in its instruction.
    pub(super) instructs: bool,
    /// Of an old list to choose from (下拉型窗体域), the choice that it shows: that is no result, but a property.
    pub(super) choice: Option<String>,
    /// Whether words were read since its instruction ended.
    pub(super) has_result: bool,
}

/// The choices of an old list, of which a number says which is shown.
#[derive(Debug, Default)]
pub(super) struct Choices {
    /// The number that was chosen, or is shown where none was.
    pub(super) shown: Option<usize>,
    /// The number of the next choice.
    pub(super) next: usize,
}
