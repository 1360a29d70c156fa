//! The laws by name.

/// What holds of any reading (不变式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Law {
    /// No two cells share a piece of the text, but copies of one merged cell in one row.
    SpansApart,
    /// A number stands between the first label of its table and the next heading of another section.
    WithinTable,
    /// What stands at the span of a number reads as that number, in its unit.
    ReadsAsValue,
    /// The status agrees with what stands at the span.
    StatusAsPrinted,
    /// Where a cell is `blank`, the source has an empty cell.
    BlankIsEmpty,
    /// A line that belongs to no table can be taken away without a change of any cell.
    LineRemoved,
    /// A page number, a footer or a watermark more gives no cell another number.
    LineAdded,
    /// Two columns that change places with their headings keep their numbers.
    ColumnsExchanged,
}

impl Law {
    /// All members.
    pub const ALL: [Self; 8] = [
        Self::SpansApart,
        Self::WithinTable,
        Self::ReadsAsValue,
        Self::StatusAsPrinted,
        Self::BlankIsEmpty,
        Self::LineRemoved,
        Self::LineAdded,
        Self::ColumnsExchanged,
    ];

    /// The name, as commands and reports of tests print it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SpansApart => "spans-apart",
            Self::WithinTable => "within-table",
            Self::ReadsAsValue => "reads-as-value",
            Self::StatusAsPrinted => "status-as-printed",
            Self::BlankIsEmpty => "blank-is-empty",
            Self::LineRemoved => "line-removed",
            Self::LineAdded => "line-added",
            Self::ColumnsExchanged => "columns-exchanged",
        }
    }
}

impl std::fmt::Display for Law {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.key())
    }
}
