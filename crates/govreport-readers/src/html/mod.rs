//! Web pages (网页).

use govreport_core::document::{Document, Format};

use crate::{Limits, ReadError};

/// The document that a web page is.
///
/// # Errors
///
/// See [`ReadError`].
pub fn document(
    _bytes: &[u8],
    _charset: Option<&str>,
    _limits: &Limits,
) -> Result<Document<'static>, ReadError> {
    Err(ReadError::ReaderLeftOut { format: Format::Html, feature: "html" })
}
