//! The headings of the sections.

use crate::form::SectionKey;
use crate::span::Span;

/// The heading chosen for a section.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chosen {
    pub(super) key: SectionKey,
    pub(super) block: usize,
    pub(super) span: Span,
    pub(super) rest: usize,
}
