//! Where something stands in the text that a reader extracted.

use serde::{Deserialize, Serialize};

/// The first byte of the characters from U+3000 on: Chinese characters, Chinese and full-width signs.
const FIRST_OF_WIDE: u8 = 0xE3;
/// The only white space among them.
const CHINESE_SPACE: [u8; 3] = [0xE3, 0x80, 0x80];

/// Whether a character that begins with this byte prints, whatever bytes follow: of nearly all texts the first and the last
/// byte alone tell that there is nothing to trim.
static BEGINS_PRINTING: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        // The first bytes of white space beyond ASCII.
        let may_be_blank = matches!(byte, 0xC2 | 0xE1..=0xE3);
        table[byte] = matches!(byte, 0x21..=0x7E | 0xC0..) && !may_be_blank;
        byte += 1;
    }
    table
};

/// Whether a character that ends with this byte prints, whatever bytes stand before it.
static ENDS_PRINTING: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        // The last bytes of white space beyond ASCII.
        let may_be_blank = matches!(byte, 0x80..=0x8A | 0x9F | 0xA0 | 0xA8 | 0xA9 | 0xAF);
        table[byte] = matches!(byte, 0x21..=0x7E | 0x80..) && !may_be_blank;
        byte += 1;
    }
    table
};

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

/// Whether all but the first and the last byte begin and end with what prints.
fn is_between_spaces(bytes: &[u8]) -> bool {
    let [_, inner @ .., _] = bytes else { return false };
    inner.first().is_some_and(|first| BEGINS_PRINTING[usize::from(*first)])
        && inner.last().is_some_and(|last| ENDS_PRINTING[usize::from(*last)] || ends_printing(inner))
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
    #[inline]
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let bytes = text.as_bytes().get(self.range()).unwrap_or_default();
        match (bytes.first(), bytes.last()) {
            (Some(first), Some(last))
                if BEGINS_PRINTING[usize::from(*first)]
                    && (ENDS_PRINTING[usize::from(*last)] || ends_printing(bytes)) =>
            {
                self
            }
            // `| 0 |`: one space on both sides.
            (Some(b' '), Some(b' ')) if is_between_spaces(bytes) => {
                Self { start: self.start + 1, end: self.end - 1 }
            }
            (Some(_), _) => self.trimmed_at_ends(text, bytes),
            (None, _) => Self { start: self.start, end: self.start },
        }
    }

    /// The same, where white space may stand at the ends.
    fn trimmed_at_ends(self, text: &str, bytes: &[u8]) -> Self {
        self.trimmed_by_bytes(bytes).unwrap_or_else(|| self.trimmed_by_characters(text))
    }

    /// The same, where all white space at the ends is ASCII.
    fn trimmed_by_bytes(self, bytes: &[u8]) -> Option<Self> {
        let without_front = bytes.trim_ascii_start();
        let start = self.start + (bytes.len() - without_front.len());
        let inner = without_front.trim_ascii_end();
        let whole = match (inner.first(), inner.last()) {
            (Some(first), Some(last)) => {
                (BEGINS_PRINTING[usize::from(*first)] || begins_printing(inner))
                    && (ENDS_PRINTING[usize::from(*last)] || ends_printing(inner))
            }
            _ => true,
        };
        whole.then_some(Self { start, end: start + inner.len() })
    }

    fn trimmed_by_characters(self, text: &str) -> Self {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Self { start, end: start + inner.trim().len() }
    }
}

/// Whether the first character prints, where its bytes alone tell it.
#[inline]
fn begins_printing(bytes: &[u8]) -> bool {
    match bytes {
        [first, ..] if first.is_ascii() => first.is_ascii_graphic(),
        [first, second, third, ..] => is_wide_and_prints([*first, *second, *third]),
        _ => false,
    }
}

/// Whether the last character prints, where its bytes alone tell it.
#[inline]
fn ends_printing(bytes: &[u8]) -> bool {
    match bytes {
        [.., last] if last.is_ascii() => last.is_ascii_graphic(),
        [.., first, second, third] => is_wide_and_prints([*first, *second, *third]),
        _ => false,
    }
}

/// Whether three bytes are a character from U+3000 on, where the only white space is the Chinese space U+3000 itself.
#[inline]
fn is_wide_and_prints(bytes: [u8; 3]) -> bool {
    bytes[0] >= FIRST_OF_WIDE && bytes != CHINESE_SPACE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_all_kinds_is_left_out() {
        for text in [
            "",
            " ",
            "\u{3000}",
            "\t\u{A0}\u{2003}",
            "\u{1}",
            "é",
            "0",
            "。",
            "无。",
            "𠀀",
            "\u{3000}一\u{3000}",
        ] {
            for (before, after) in [
                ("", ""),
                (" \t", "\x0B\r\n "),
                ("\u{3000}", "\u{85}"),
                ("\u{2028}", "\u{2009} "),
                ("。", "é"),
            ] {
                let text = format!("{before}{text}{after}");
                let span = Span::new(0, text.len()).trimmed(&text);
                assert_eq!(span.of(&text), text.trim(), "{text:?}");
            }
        }
    }

    #[test]
    fn every_character_is_white_space_or_not() {
        for c in '\0'..=char::MAX {
            let text = format!("{c}一{c}");
            let span = Span::new(0, text.len()).trimmed(&text);
            assert_eq!(span.len() == text.len(), !c.is_whitespace(), "{c:?}");
        }
    }
}
