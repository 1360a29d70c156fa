//! What the contents of a row say about its columns.

use super::parting::Run;

/// How the contents of a row fill its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tables) enum Arrangement {
    /// Nothing is printed in the row.
    Empty,
    /// One content that is no number and stands for all columns: a dash in a cell that spans them.
    Spanning,
    /// A place for every column, in order: slot `first` is the first column's. Some may be empty cells.
    Placed { first: usize },
    /// Figures with nothing between them.
    RunTogether(Run),
    /// Fewer or more contents than columns, or several numbers in a cell: which belongs where is not shown.
    Open,
    /// Contents that nothing can place.
    Unclear,
}
