//! Parts of a page or of a Word document that show less than they hold, or show it otherwise.

use super::making::{Says, make, said};
use crate::draft::Draft;
use crate::random::Random;
use crate::sheet::Means;

/// Numbers stand in form fields: lists of which one entry is chosen, lines to write on.
pub(super) fn fields(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Control, Says::Number)]))
}

/// Numbers stand over a part that is folded away, or in it.
pub(super) fn folded(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Folded, Says::Number), (Means::FoldedAway, Says::Untold)]))
}

/// Numbers stand beside a bar, a film or a frame with a text for programs that cannot show it, or are that text.
pub(super) fn fallback(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Fallback, Says::Number), (Means::FallbackAlone, Says::Untold)]))
}

/// Numbers are stored from their end to their beginning, and shown from right to left.
pub(super) fn reversed(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Reversed, Says::Number)]))
}

/// The file has several contents for several programs, or a box of text in the cell, which old programs find twice.
pub(super) fn alternatives(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Alternative, Says::Number), (Means::TextBox, Says::Number)]))
}

/// Numbers are formulas of themselves, or a part of a fraction, a root or a sum.
pub(super) fn formulas(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Formula, Says::Number), (Means::Fraction, Says::Untold)]))
}
