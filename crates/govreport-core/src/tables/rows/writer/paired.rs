//! What is kept of several labels in one cell while their rows are read.

/// The labels of several rows in one cell, whose contents stand beside it row by row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stack {
    /// The first of its drafts; the others follow.
    pub(super) first: usize,
    pub(super) labels: usize,
    /// How many of them have their contents.
    pub(super) served: usize,
}
