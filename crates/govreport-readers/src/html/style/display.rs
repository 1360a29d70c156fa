//! How elements are laid out.

/// How an element is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::html) enum Display {
    /// Not at all.
    None,
    /// On lines of its own.
    Block,
    /// In the line.
    Inline,
    /// In the line, as a box of its own.
    Apart,
}
