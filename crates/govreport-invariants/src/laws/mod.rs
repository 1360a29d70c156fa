//! The laws of one reading, a file each.

pub(crate) mod blank;
pub(crate) mod place;
pub(crate) mod spans;
pub(crate) mod status;
pub(crate) mod value;

use govreport_core::Span;
use govreport_core::model::{Report, TableCell};

/// The cells that have a number from the source, with its place.
fn printed_numbers(report: &Report) -> impl Iterator<Item = (&TableCell, Span)> {
    report.cells().filter(|cell| cell.value.is_some()).filter_map(|cell| Some((cell, cell.span?)))
}
