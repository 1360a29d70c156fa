//! Excel workbooks (.xlsx, .xls).

use govreport_core::document::{Document, Format};

use crate::{Limits, ReadError};

/// The document that a workbook is.
///
/// # Errors
///
/// See [`ReadError`].
pub fn document(_bytes: &[u8], _format: Format, _limits: &Limits) -> Result<Document<'static>, ReadError> {
    Err(ReadError::ReaderLeftOut { format: Format::Xlsx, feature: "sheets" })
}
