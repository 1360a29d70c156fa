//! The names most programs need: `use govreport::prelude::*;`.

pub use crate::check::{Check, CheckReport, Rule};
pub use crate::form::{ColumnKey, Edition, RowKey, SectionKey, TableKind};
pub use crate::model::{CellRef, Finding, Presence, Report, Severity, Status, Table, TableCell};
pub use crate::{Decimal, Error, Options, Reading, Span};
