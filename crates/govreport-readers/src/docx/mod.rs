//! Word documents (.docx).

use govreport_core::document::{Document, Format};

use crate::{Limits, ReadError};

/// The document that a Word document is.
///
/// # Errors
///
/// See [`ReadError`].
pub fn document(_bytes: &[u8], _limits: &Limits) -> Result<Document<'static>, ReadError> {
    Err(ReadError::ReaderLeftOut { format: Format::Docx, feature: "docx" })
}
