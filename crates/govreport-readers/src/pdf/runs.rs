//! How long the longest run of text in a drawing is.
//!
//! The interpreter builds all glyphs of a run before it hands them over. A string of twenty million characters packs to twenty
//! kilobytes, and its glyphs would take gigabytes.

use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object;
use hayro_interpret::hayro_syntax::page::Page;

use crate::ReadError;
use crate::budget::Budget;

/// What a glyph of a run takes in memory while it is built.
const GLYPH: usize = 128;
/// A drawing no longer than this, in bytes, holds no run too long.
pub(super) const SHORT: u64 = 1 << 20;

/// Looks at the drawing of a page.
pub(super) fn admit_page(page: &Page<'_>, budget: &mut Budget) -> Result<(), ReadError> {
    page.page_stream().map_or(Ok(()), |content| admit(content, budget))
}

/// Looks at a drawing.
pub(super) fn admit(content: &[u8], budget: &mut Budget) -> Result<(), ReadError> {
    if u64::try_from(content.len()).is_ok_and(|length| length <= SHORT) {
        return Ok(());
    }
    let mut operations = TypedIter::new(content);
    let mut number = 0_usize;
    while let Some(operation) = operations.next() {
        number += 1;
        if number.is_multiple_of(1 << 16) {
            budget.time()?;
        }
        let length = match operation {
            TypedInstruction::ShowText(shown) => shown.0.as_bytes().len(),
            TypedInstruction::NextLineAndShowText(shown) => shown.0.as_bytes().len(),
            TypedInstruction::ShowTexts(shown) => {
                shown.0.iter::<object::String<'_>>().map(|part| part.as_bytes().len()).sum()
            }
            _ => continue,
        };
        let taken = u64::try_from(length.saturating_mul(GLYPH)).unwrap_or(u64::MAX);
        if taken > budget.unpacked_left() {
            return budget.unpacked(taken);
        }
    }
    Ok(())
}
