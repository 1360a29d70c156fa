//! A sum of the form over the cells of a puzzle.

/// The cells on the left and a constant add up to those on the right and another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::tables::settle) struct Sum {
    pub(in crate::tables::settle) left: Vec<usize>,
    pub(in crate::tables::settle) right: Vec<usize>,
    /// What is known of the left.
    pub(in crate::tables::settle) left_known: i64,
    /// What is known of the right.
    pub(in crate::tables::settle) right_known: i64,
}
