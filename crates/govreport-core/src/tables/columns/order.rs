//! In which order the columns of a row are named.

/// In which order a heading names the columns of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tables) enum Order {
    /// In the form's, or it names none.
    Form,
    /// In the form's but for 总计, as a heading of two levels has it once it is text: for each column of the row, the place of
    /// its heading.
    TotalMoved(Vec<usize>),
    /// In another order, or with others between: for each column of the row the place of its heading, if it has one; and how
    /// many headings there are.
    Other(Vec<Option<usize>>, usize),
    /// It names none of the row's columns, and others.
    Foreign,
    /// Without a line that names them all, in another order than the form's.
    Unordered,
}
