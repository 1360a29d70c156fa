//! Decoding of everything that is not UTF-8.

use encoding_rs::DecoderResult;

use super::encoding::Encoding;
use super::repaired::Repaired;

/// Decodes all bytes; what is no character becomes U+FFFD and is counted.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> Repaired {
    let mut decoder = encoding.decoder();
    // Two bytes of a Chinese character become three.
    let room = |bytes: usize| bytes + bytes / 2 + 16;
    let mut repaired = Repaired { text: String::with_capacity(room(bytes.len())), ..Repaired::default() };
    let mut rest = bytes;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut repaired.text, true);
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => return repaired,
            DecoderResult::OutputFull => repaired.text.reserve(room(rest.len())),
            DecoderResult::Malformed(..) => repaired.replace(),
        }
    }
}
