//! The typed report: what the source says, cell by cell, each with where it stands.

mod cell;
mod date;
mod finding;
mod identity;
mod metadata;
mod report;
mod section;
mod table;
mod warrant;

pub use crate::rules::Severity;
pub use cell::{CellRef, Status, TableCell, Unit};
pub use date::{Date, NotADate, Period};
pub use finding::{Finding, NotTheRule};
pub use identity::{Contact, Located, Origin};
pub use metadata::Metadata;
pub use report::{Report, SCHEMA_VERSION};
pub use section::{Section, Subsection};
pub use table::{Presence, Table, TableEdition};
pub use warrant::{Figure, Heading, Label, Reason, Strength, SumsAnswer, Tie, Warrant};
