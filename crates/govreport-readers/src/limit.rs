//! The limits by their names.

/// A limit by its name (上限名称).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// [`Limits::max_unpacked_bytes`](crate::Limits::max_unpacked_bytes).
    UnpackedBytes,
    /// [`Limits::max_pages`](crate::Limits::max_pages).
    Pages,
    /// [`Limits::max_cells`](crate::Limits::max_cells).
    Cells,
    /// [`Limits::max_nesting`](crate::Limits::max_nesting).
    Nesting,
    /// [`Limits::max_time`](crate::Limits::max_time).
    Time,
}

impl Limit {
    /// The name of the option that raises it, in Rust, Python and on the command line.
    pub const fn option(self) -> &'static str {
        match self {
            Self::UnpackedBytes => "max_unpacked_bytes",
            Self::Pages => "max_pages",
            Self::Cells => "max_cells",
            Self::Nesting => "max_nesting",
            Self::Time => "max_time",
        }
    }

    /// What it counts, in the plural, as a message says it.
    pub const fn counted(self) -> &'static str {
        match self {
            Self::UnpackedBytes => "bytes when unpacked",
            Self::Pages => "pages",
            Self::Cells => "table cells",
            Self::Nesting => "levels of nesting",
            Self::Time => "seconds of reading",
        }
    }
}
