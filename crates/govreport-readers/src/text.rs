//! Plain text and Markdown.

use govreport_core::Span;
use govreport_core::document::Document;

/// The document that a decoded text is.
pub fn document(text: &str) -> Document<'_> {
    let mut builder = Document::builder(text);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        if span.is_empty() {
            builder.gap();
        } else {
            builder.paragraph(span);
        }
    }
    builder.finish()
}
