//! The prose of a section.

use crate::span::Span;

/// A paragraph of a section.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prose {
    pub(super) span: Span,
    /// Whether the format marks it as a heading.
    pub(super) marked: bool,
}

/// Whether a line that the format marks as a heading is one: whole paragraphs are marked by mistake.
pub(super) fn is_heading(text: &str, prose: &Prose) -> bool {
    prose.marked && !prose.span.of(text).contains(['。', '；'])
}
