//! What there is to say of damage.

use govreport_core::document::Format;

use crate::ReadError;

/// The file is damaged so that nothing of it can be read.
pub(super) fn damaged(what: &str) -> ReadError {
    ReadError::Damaged { format: Format::Doc, what: what.to_owned() }
}
