//! Fonts that stand in for those that are not in the file.
//!
//! What a glyph of such a font looks like says nothing of what the page shows: where the interpreter knows no character, it takes
//! any glyph that happens to have the number, and that may be an empty one.

use std::ptr::addr_eq;
use std::sync::{Arc, Mutex, PoisonError};

use hayro_interpret::FontResolverFn;
use hayro_interpret::font::FontData;

/// The fonts that were handed out to stand in for others.
#[derive(Clone, Default)]
pub(super) struct Substitutes {
    handed_out: Arc<Mutex<Vec<FontData>>>,
}

impl Substitutes {
    /// Hands out the fonts that `source` has, and remembers them.
    pub(super) fn remembered(&self, source: FontResolverFn) -> FontResolverFn {
        let handed_out = Arc::clone(&self.handed_out);
        Arc::new(move |query| {
            let (font, number) = source(query)?;
            handed_out.lock().unwrap_or_else(PoisonError::into_inner).push(Arc::clone(&font));
            Some((font, number))
        })
    }

    /// Whether a font is one of those.
    pub(super) fn has(&self, font: &FontData) -> bool {
        let handed_out = self.handed_out.lock().unwrap_or_else(PoisonError::into_inner);
        handed_out.iter().any(|substitute| addr_eq(Arc::as_ptr(substitute), Arc::as_ptr(font)))
    }
}

impl std::fmt::Debug for Substitutes {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Substitutes").finish_non_exhaustive()
    }
}
