//! Control characters: they print nothing and have no place in a text.

use govreport_core::Span;
use govreport_core::document::{ControlCharacters, Remark};

use super::count::count;

/// Whether a byte is a control character of ASCII other than tab, line feed, form feed and carriage return.
const fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=0x08 | 0x0B | 0x0E..=0x1F | 0x7F)
}

/// How many control characters of ASCII stand in the bytes.
pub(crate) fn count_controls(bytes: &[u8]) -> usize {
    count(bytes, is_control)
}

/// A remark on the control characters of a text, if it has any.
pub(crate) fn control_characters(text: &str) -> Option<Remark> {
    let mut seen = Seen::default();
    let bytes = text.as_bytes();
    // Nearly no text has any: test long pieces, look closer only where one has.
    for (number, piece) in bytes.chunks(PIECE).enumerate() {
        if count_controls(piece) > 0 {
            let controls = piece.iter().enumerate().filter(|(_, byte)| is_control(**byte));
            controls.for_each(|(at, byte)| seen.add(u32::from(*byte), number * PIECE + at, 1));
        }
    }
    // U+0080 to U+009F: 0xC2 begins them and little else, and never stands inside a character.
    for at in memchr::memchr_iter(0xC2, bytes) {
        if let Some(second @ 0x80..=0x9F) = bytes.get(at + 1) {
            seen.add(u32::from(*second), at, 2);
        }
    }
    seen.remark()
}

const PIECE: usize = 4096;

#[derive(Default)]
struct Seen {
    count: usize,
    first: Option<Span>,
    /// A few of the characters, for the message.
    kinds: Vec<u32>,
}

impl Seen {
    fn add(&mut self, character: u32, at: usize, length: usize) {
        const SHOWN: usize = 5;
        self.count += 1;
        let span = Span::new(at, at + length);
        self.first = Some(self.first.map_or(span, |first| if at < first.start { span } else { first }));
        if self.kinds.len() < SHOWN && !self.kinds.contains(&character) {
            self.kinds.push(character);
        }
    }

    fn remark(self) -> Option<Remark> {
        let first = self.first?;
        let seen = ControlCharacters { count: self.count, characters: self.kinds };
        Some(Remark::new(seen).at(first))
    }
}
