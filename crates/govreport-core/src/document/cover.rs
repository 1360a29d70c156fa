//! Words of a document that are none of the report's, covered.

use std::borrow::Cow;

use super::Document;
use crate::text::fold::is_ideograph;

impl Document<'_> {
    /// The same document, in which characters without width stand where these words stood: every offset remains what it was. Signs and
    /// letters among the words stay.
    pub(crate) fn covering(&self, words: &str) -> Document<'_> {
        /// As long in UTF-8 as an ideograph.
        const WITHOUT_WIDTH: &str = "\u{200B}";
        let cover: String = words
            .chars()
            .map(|c| if is_ideograph(c) { WITHOUT_WIDTH.to_owned() } else { c.to_string() })
            .collect();
        Document {
            text: Cow::Owned(self.text.replace(words, &cover)),
            blocks: Cow::Borrowed(&self.blocks),
            cells: Cow::Borrowed(&self.cells),
            remarks: self.remarks.clone(),
            format: self.format,
            words: Cow::Borrowed(&self.words),
            properties: self.properties.clone(),
            links: Cow::Borrowed(&self.links),
            padded: self.padded,
        }
    }
}
