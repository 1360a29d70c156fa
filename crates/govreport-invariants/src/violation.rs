//! What breaks a law.

use std::fmt;

use govreport_core::Span;
use govreport_core::form::{SectionKey, TableKind};
use govreport_core::model::{CellRef, Status};
use rust_decimal::Decimal;

use crate::Law;

/// A cell as a reading has it, for the comparison of two readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The number.
    pub value: Option<Decimal>,
    /// How it came to be.
    pub status: Status,
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Some(value) => write!(f, "{value} ({})", self.status),
            None => write!(f, "none ({})", self.status),
        }
    }
}

/// A law that a reading breaks, with what was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Violation {
    /// Two cells share a piece of the text.
    SpansOverlap {
        /// The one cell.
        a: CellRef,
        /// Its span.
        at: Span,
        /// The other cell.
        b: CellRef,
        /// The span of that.
        other: Span,
    },
    /// A number stands outside the table that it is said to be of.
    OutsideTable {
        /// The cell.
        cell: CellRef,
        /// Its span.
        at: Span,
        /// What the table spans.
        table: Option<Span>,
    },
    /// The heading of another section stands between the first label of a table and a number of it.
    BehindHeading {
        /// The cell.
        cell: CellRef,
        /// Its span.
        at: Span,
        /// The section that begins in between.
        section: SectionKey,
        /// Where its heading stands.
        heading: Span,
    },
    /// A number stands under the heading of another table's section, though its own section has a heading.
    OfOtherSection {
        /// The cell.
        cell: CellRef,
        /// Its span.
        at: Span,
        /// The table whose section it stands in.
        table: TableKind,
        /// Where the heading of that stands.
        heading: Span,
    },
    /// What stands at the span of a number is another number, or none.
    ReadsOtherwise {
        /// The cell.
        cell: CellRef,
        /// Its number.
        value: Decimal,
        /// What is printed there.
        printed: String,
        /// The number that reads as.
        reads: Option<Decimal>,
    },
    /// The status says something else than what stands at the span.
    StatusDisagrees {
        /// The cell.
        cell: CellRef,
        /// Its status.
        status: Status,
        /// What is printed at its span; nothing where it has none.
        printed: Option<String>,
    },
    /// A cell is `blank`, and the source has no empty cell for it.
    NoEmptyCell {
        /// The cell.
        cell: CellRef,
        /// Its span.
        at: Option<Span>,
        /// What the source has there.
        printed: Option<String>,
    },
    /// A change of the document that should change nothing of a cell changed it.
    Changed {
        /// The relation that is broken.
        law: Law,
        /// The cell.
        cell: CellRef,
        /// What it was.
        before: Seen,
        /// What it became.
        after: Seen,
        /// What was done to the document.
        change: String,
    },
    /// A change of the document that should change nothing left no report.
    Lost {
        /// The relation that is broken.
        law: Law,
        /// What was done to the document.
        change: String,
    },
}

impl Violation {
    /// Whether it is only that rows with the form's own labels stand in the section of another table. So they do in a document that was
    /// shuffled, where no section is whole.
    pub const fn is_of_shuffled(&self) -> bool {
        matches!(self, Self::BehindHeading { .. } | Self::OfOtherSection { .. })
    }

    /// The law that is broken.
    pub const fn law(&self) -> Law {
        match self {
            Self::SpansOverlap { .. } => Law::SpansApart,
            Self::OutsideTable { .. } | Self::BehindHeading { .. } | Self::OfOtherSection { .. } => {
                Law::WithinTable
            }
            Self::ReadsOtherwise { .. } => Law::ReadsAsValue,
            Self::StatusDisagrees { .. } => Law::StatusAsPrinted,
            Self::NoEmptyCell { .. } => Law::BlankIsEmpty,
            Self::Changed { law, .. } | Self::Lost { law, .. } => *law,
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.law())?;
        match self {
            Self::SpansOverlap { a, at, b, other } => {
                write!(f, "{a} at {}..{} and {b} at {}..{}", at.start, at.end, other.start, other.end)
            }
            Self::OutsideTable { cell, at, table } => {
                write!(f, "{cell} at {}..{}, its table at {table:?}", at.start, at.end)
            }
            Self::BehindHeading { cell, at, section, heading } => {
                write!(
                    f,
                    "{cell} at {}..{} behind the heading of {section} at {}",
                    at.start, at.end, heading.start
                )
            }
            Self::OfOtherSection { cell, at, table, heading } => {
                write!(
                    f,
                    "{cell} at {}..{} in the section of {table}, headed at {}",
                    at.start, at.end, heading.start
                )
            }
            Self::ReadsOtherwise { cell, value, printed, reads } => {
                write!(f, "{cell} is {value}, and {printed:?} reads as {reads:?}")
            }
            Self::StatusDisagrees { cell, status, printed } => {
                write!(f, "{cell} is {status}, and shows {printed:?}")
            }
            Self::NoEmptyCell { cell, at, printed } => {
                write!(f, "{cell} is blank; at {at:?} the source has {printed:?}")
            }
            Self::Changed { cell, before, after, change, .. } => {
                write!(f, "{cell} was {before}, is {after}: {change}")
            }
            Self::Lost { change, .. } => write!(f, "no report is left: {change}"),
        }
    }
}
