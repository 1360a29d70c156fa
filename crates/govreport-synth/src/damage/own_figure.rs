//! The figure of a cell is in the file, and the page does not say it: it is struck out, not shown, or covered.

use super::making::{Says, make, said};
use crate::draft::Draft;
use crate::random::Random;
use crate::sheet::Means;

/// The only figure of a cell is struck out.
pub(super) fn struck(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Struck, Says::Nothing)]))
}

/// The only figure of a cell is not shown: hidden, in the colour of its ground, of no size, clipped away, off the page.
pub(super) fn hidden(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Hidden, Says::Nothing)]))
}

/// A surface lies over the figure, with another figure on it or with none.
pub(super) fn covered(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Covered, Says::Nothing), (Means::PastedOver, Says::Number)]))
}
