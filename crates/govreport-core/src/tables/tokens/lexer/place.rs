//! Where a token is put.

/// A place to put tokens: block, column, borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) struct Place {
    pub(in crate::tables) block: u32,
    /// Number of the table of the source, where there are borders.
    pub(in crate::tables) table: u32,
    pub(in crate::tables) column: u32,
    /// How many columns of the grid the cell covers.
    pub(in crate::tables) columns: u32,
    pub(in crate::tables) bordered: bool,
}
