//! The marks of emphasis of Markdown.

use govreport_core::Span;

/// Leaves out the marks of emphasis around a whole line or cell: `**0**`.
#[inline]
pub(super) fn unmarked(text: &str, span: Span) -> Span {
    match text.as_bytes().get(span.start) {
        Some(b'*' | b'_') => without_emphasis(text, span),
        _ => span,
    }
}

fn without_emphasis(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    for mark in ["**", "__"] {
        if let Some(words) = inner.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark))
            && !words.trim().is_empty()
        {
            let start = span.start + mark.len();
            return Span::new(start, start + words.len()).trimmed(text);
        }
    }
    span
}
