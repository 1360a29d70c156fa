//! What stands at one place of a row.

use super::token::Content;
use crate::span::Span;
use crate::text::measure::Measure;
use crate::text::number::Printed;

/// What stands at one place of a row.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) struct Slot {
    pub(in crate::tables) content: Content,
    pub(in crate::tables) span: Span,
    pub(in crate::tables) block: u32,
    pub(in crate::tables) column: u32,
    /// How many columns of the grid its cell covers.
    pub(in crate::tables) columns: u32,
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

    /// The count that it holds: a whole number, not negative, without a unit of money.
    pub(in crate::tables) fn count(&self) -> Option<i64> {
        self.number().and_then(count)
    }

    /// Whether it is empty, or holds a mark that no number applies.
    pub(in crate::tables) fn is_nothing(&self) -> bool {
        matches!(self.content, Content::Blank | Content::NotApplicable)
    }

    /// The same place with nothing printed in it.
    pub(in crate::tables) fn emptied(&self) -> Self {
        Self { content: Content::Blank, span: Span::new(self.span.start, self.span.start), ..*self }
    }
}

/// The number of a count: whole, not negative, without a unit of money.
pub(in crate::tables) fn count(printed: Printed) -> Option<i64> {
    // Nothing but figures, as nearly all are.
    if printed.figures > 0 {
        return i64::try_from(printed.value.mantissa()).ok();
    }
    // A sign or a word of change makes it none.
    if !matches!(printed.measure, None | Some(Measure::Word)) || printed.sign.is_some() {
        return None;
    }
    let value = if printed.value.scale() == 0 { printed.value } else { printed.value.normalize() };
    if value.scale() > 0 {
        return None;
    }
    i64::try_from(value.mantissa()).ok().filter(|value| *value >= 0)
}

/// Whether anything is printed at one of these places.
pub(in crate::tables) fn is_filled(slots: &[Slot]) -> bool {
    slots.iter().any(|slot| !slot.is_blank())
}
