//! govreport: China's annual reports on government-information disclosure (政府信息公开工作年度报告) as typed, checked, traceable
//! data. This is the door for Rust users: it reads files and hands out [`model::Report`]s.

mod error;
mod reading;

pub use error::Error;
pub use govreport_core::{Span, check, document, form, model};
pub use reading::{Options, Reading};

use std::path::Path;

use model::Report;

/// Reads the report in a file, with the default [`Options`].
///
/// # Errors
///
/// See [`Error`].
pub fn read(path: impl AsRef<Path>) -> Result<Report, Error> {
    Reading::of_path(path, &Options::default()).map(|reading| reading.report)
}

/// Reads the report in the bytes of a file, with the default [`Options`].
///
/// # Errors
///
/// See [`Error`].
pub fn read_bytes(bytes: &[u8]) -> Result<Report, Error> {
    Reading::of_bytes(bytes, &Options::default()).map(|reading| reading.report)
}

/// Reads the report in a text, plain or Markdown, with the default [`Options`].
///
/// # Errors
///
/// See [`Error`].
pub fn parse(text: &str) -> Result<Report, Error> {
    Reading::of_text(text, &Options::default()).map(|reading| reading.report)
}
