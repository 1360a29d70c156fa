//! What there is to say of damage.

use govreport_core::document::{Format, Remark, RemarkKind};

use crate::ReadError;

/// The file is damaged so that nothing of it can be read.
pub(super) fn damaged(what: &str) -> ReadError {
    ReadError::Damaged { format: Format::Doc, what: what.to_owned() }
}

/// Part of the file is damaged, and the rest was read.
pub(super) fn damage(message: &str) -> Remark {
    Remark { kind: RemarkKind::PartDamaged, span: None, message: message.to_owned() }
}
