//! What stands at one place of a row.

use super::token::Content;
use crate::span::Span;
use crate::text::number::Printed;

/// What stands at one place of a row.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) struct Slot {
    pub(in crate::tables) content: Content,
    pub(in crate::tables) span: Span,
    pub(in crate::tables) block: u32,
    pub(in crate::tables) column: u32,
    pub(in crate::tables) bordered: bool,
}

impl Slot {
    pub(in crate::tables) fn is_blank(&self) -> bool {
        matches!(self.content, Content::Blank)
    }

    pub(in crate::tables) fn number(&self) -> Option<Printed> {
        match self.content {
            Content::Number { printed, .. } => Some(printed),
            _ => None,
        }
    }
}

/// Whether anything is printed at one of these places.
pub(in crate::tables) fn is_filled(slots: &[Slot]) -> bool {
    slots.iter().any(|slot| !slot.is_blank())
}
