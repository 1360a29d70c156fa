//! Where something stands in the text that a reader extracted.

use serde::{Deserialize, Serialize};

/// UTF-8 characters that begin with this byte or a greater one are no white space: ideographs (from U+4000) and what follows.
const FIRST_OF_IDEOGRAPHS: u8 = 0xE4;

/// A half-open range of byte offsets into [`Document::text`](crate::document::Document::text).
///
/// Both ends lie on character boundaries, so `&text[span.range()]` never fails for a span that came with that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The span as a range, for slicing.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// Number of bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The text at this span, or `""` where the span does not belong to `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The span of `text[self]` without white space at either end.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let inner = self.of(text);
        // Nearly all texts begin and end with a printing ASCII or a Chinese character; bytes tell that without decoding.
        if let [first, .., last] = inner.as_bytes()
            && (first.is_ascii_graphic() || *first >= FIRST_OF_IDEOGRAPHS)
            && (last.is_ascii_graphic()
                || inner.len() >= 3 && inner.as_bytes()[inner.len() - 3] >= FIRST_OF_IDEOGRAPHS)
        {
            return self;
        }
        let start = self.start + (inner.len() - inner.trim_start().len());
        Self { start, end: start + inner.trim().len() }
    }
}
