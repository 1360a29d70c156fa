//! Notes the elements of the page for the selectors of its style sheets.

use super::build::Builder;
use super::insert::Spot;
use crate::html::style::NO_ELEMENT;
use crate::html::tokens::Name;

impl<'s> Builder<'s> {
    /// Notes the element of the start tag that was met last: its number.
    #[inline]
    pub(super) fn record(&mut self, name: Name<'s>, spot: &Spot) -> u32 {
        if self.records { self.record_as(name, self.tokens.written(), spot) } else { NO_ELEMENT }
    }

    /// Notes an element with these attributes.
    pub(super) fn record_as(&mut self, name: Name<'s>, attributes: &'s str, spot: &Spot) -> u32 {
        if !self.records {
            return NO_ELEMENT;
        }
        self.elements.begin(name.written, attributes, spot.recorded, spot.before)
    }

    /// Notes an element of which nothing else is kept.
    #[inline]
    pub(super) fn record_only(&mut self, name: Name<'s>) {
        if self.records {
            let spot = self.spot();
            self.record(name, &spot);
        }
    }

    /// Notes that words stand somewhere.
    #[inline]
    pub(super) fn note_words(&mut self, spot: &Spot, words: &str) {
        if self.records && !words.is_empty() {
            self.elements.has_words(spot.recorded);
        }
    }
}
