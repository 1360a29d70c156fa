//! UTF-16 without a byte order mark.

use super::Encoding;

/// How many bytes of the beginning are looked at.
pub(super) const SAMPLE: usize = 4096;

/// The byte order, if the bytes are UTF-16.
///
/// Text in UTF-16 consists of units that are nearly all Chinese characters, Chinese punctuation or ASCII; in the other byte
/// order, and in other encodings, most are something else. Two ASCII letters make a unit that is a Chinese character, so bytes
/// that could be ASCII on both sides are held against it.
pub(super) fn detect(head: &[u8]) -> Option<Encoding> {
    let units = head.len() / 2;
    if units < 4 {
        return None;
    }
    let pairs = || head.chunks_exact(2);
    let plausible =
        |unit: fn([u8; 2]) -> u16| pairs().filter(|pair| is_text(unit([pair[0], pair[1]]))).count();
    let (low_first, high_first) = (plausible(u16::from_le_bytes), plausible(u16::from_be_bytes));
    let (encoding, most) = if low_first >= high_first {
        (Encoding::Utf16Le, low_first)
    } else {
        (Encoding::Utf16Be, high_first)
    };
    let ascii = pairs().filter(|pair| pair.iter().all(|byte| (0x20..0x7F).contains(byte))).count();
    (most * 10 >= units * 9 && ascii * 2 < units).then_some(encoding)
}

/// Whether a unit is a character that reports are made of.
fn is_text(unit: u16) -> bool {
    // A low byte of zero is ASCII in the other byte order, but for 一 and the Chinese space.
    let [_, low] = unit.to_be_bytes();
    if low == 0 {
        return matches!(unit, 0x4E00 | 0x3000);
    }
    matches!(unit,
        0x09 | 0x0A | 0x0C | 0x0D | 0x20..=0x7E | 0xA0..=0xFF
        | 0x2010..=0x206F // punctuation
        | 0x2160..=0x217F // Roman numerals
        | 0x2460..=0x24FF // circled numbers
        | 0x2500..=0x25FF // lines and shapes
        | 0x2F00..=0x2FDF // radicals
        | 0x3000..=0x303F // Chinese punctuation
        | 0x3200..=0x32FF // bracketed Chinese numbers
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF // Chinese characters
        | 0xFEFF
        | 0xFF01..=0xFF5E // full-width ASCII
    )
}
