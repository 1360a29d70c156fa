//! UTF-8 with damage.

use super::count::{count, count_threes};
use super::repaired::Repaired;

/// Whether bytes that are not valid UTF-8 are UTF-8 all the same, with some damage.
///
/// A Chinese character has three bytes in UTF-8: a first one from 0xE0 and two from 0x80 to 0xBF. In UTF-8 nearly all bytes
/// beyond ASCII stand in such threes; in GBK and Big5 one in twenty does, by chance. So half of them is enough, also where a part
/// of the file is garbage.
pub(super) fn is_mostly(bytes: &[u8]) -> bool {
    let continues = |byte: u8| byte & 0xC0 == 0x80;
    let threes = count_threes(bytes, |[a, b, c]| (a & 0xF0 == 0xE0) & continues(b) & continues(c));
    let beyond_ascii = count(bytes, |byte| byte >= 0x80);
    threes * 6 > beyond_ascii
}

/// Decodes all bytes; what is no character becomes U+FFFD and is counted.
pub(super) fn repair(bytes: &[u8]) -> Repaired {
    let mut repaired = Repaired { text: String::with_capacity(bytes.len() + 64), ..Repaired::default() };
    for chunk in bytes.utf8_chunks() {
        repaired.text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            repaired.replace();
        }
    }
    repaired
}
