//! Bytes to text.
//!
//! In this order: a byte order mark decides; strict UTF-8; UTF-16 without a mark, by what its units are; bytes that are
//! mostly UTF-8, however damaged; the declared encoding, if all bytes are characters in it; a guess between the Chinese
//! encodings, by where their common characters are. Nothing here fails: bytes that are no character become U+FFFD and a remark says how many and where.
//!
//! All steps take time in proportion to the bytes, and text that is valid UTF-8 is not copied.

mod control;
mod count;
mod encoding;
mod guess;
mod legacy;
mod repaired;
mod utf16;
mod utf8;

pub use encoding::{Encoding, Evidence};

pub(crate) use control::{control_characters, count_controls};

use std::borrow::Cow;

use govreport_core::Span;
use govreport_core::document::{EncodingGuessed, InvalidBytes, Remark};

/// A decoded text, and how it was decoded (解码结果).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded<'a> {
    /// The text, without byte order mark.
    pub text: Cow<'a, str>,
    /// The encoding of the bytes.
    pub encoding: Encoding,
    /// What the encoding was told from.
    pub evidence: Evidence,
    /// What a person should know: bytes that are no character, a guess, control characters.
    pub remarks: Vec<Remark>,
}

/// Decodes a text. `declared` is the name of the encoding that the format itself declares, if it has a place for that.
pub fn decode<'a>(bytes: &'a [u8], declared: Option<&str>) -> Decoded<'a> {
    let mut decoded = decode_markup(bytes, declared);
    decoded.remarks.extend(control_characters(&decoded.text));
    decoded
}

/// The same for markup, of whose characters not all are text: nothing is said of control characters.
pub(crate) fn decode_markup<'a>(bytes: &'a [u8], declared: Option<&str>) -> Decoded<'a> {
    if let Some((encoding, mark)) = encoding::byte_order_mark(bytes) {
        return decode_as(&bytes[mark..], encoding, Evidence::ByteOrderMark);
    }
    // Latin text in UTF-16 is valid UTF-8 full of NUL, so UTF-16 is looked for first where a NUL stands.
    let head = &bytes[..bytes.len().min(utf16::SAMPLE)];
    let mut wide = memchr::memchr(0, head).and_then(|_| utf16::detect(head));
    if wide.is_none() {
        if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
            return finish(Cow::Borrowed(text), Encoding::Utf8, Evidence::Bytes, None);
        }
        wide = utf16::detect(head);
    }
    if let Some(encoding) = wide {
        return decode_as(bytes, encoding, Evidence::Guessed);
    }
    if utf8::is_mostly(bytes) {
        return decode_as(bytes, Encoding::Utf8, Evidence::Bytes);
    }
    if let Some(encoding) = declared.and_then(Encoding::from_declared) {
        let repaired = legacy::decode(bytes, encoding);
        if repaired.invalid == 0 {
            return finish(Cow::Owned(repaired.text), encoding, Evidence::Declared, None);
        }
    }
    decode_as(bytes, guess::guess(bytes), Evidence::Guessed)
}

/// Markup that was decoded before; `None` where it begins as bytes do that are not.
#[cfg(feature = "html")]
pub(crate) fn decoded_markup(text: &str) -> Option<Decoded<'_>> {
    let head = &text.as_bytes()[..text.len().min(utf16::SAMPLE)];
    let is_raw = encoding::byte_order_mark(head).is_some() || memchr::memchr(0, head).is_some();
    (!is_raw).then(|| finish(Cow::Borrowed(text), Encoding::Utf8, Evidence::Bytes, None))
}

/// Decodes bytes of a known encoding.
fn decode_as(bytes: &[u8], encoding: Encoding, evidence: Evidence) -> Decoded<'_> {
    if encoding == Encoding::Utf8
        && let Ok(text) = simdutf8::basic::from_utf8(bytes)
    {
        return finish(Cow::Borrowed(text), encoding, evidence, None);
    }
    let repaired = match encoding {
        Encoding::Utf8 => utf8::repair(bytes),
        _ => legacy::decode(bytes, encoding),
    };
    let trouble = repaired.first.map(|first| (first, repaired.invalid));
    finish(Cow::Owned(repaired.text), encoding, evidence, trouble)
}

fn finish(
    text: Cow<'_, str>,
    encoding: Encoding,
    evidence: Evidence,
    trouble: Option<(usize, usize)>,
) -> Decoded<'_> {
    let mut remarks = Vec::new();
    if evidence == Evidence::Guessed {
        remarks.push(Remark::new(EncodingGuessed { encoding: encoding.to_string() }));
    }
    if let Some((first, count)) = trouble {
        let end = first + char::REPLACEMENT_CHARACTER.len_utf8();
        let invalid = InvalidBytes::Sequences { encoding: encoding.to_string(), count };
        remarks.push(Remark::new(invalid).at(Span::new(first, end)));
    }
    Decoded { text, encoding, evidence, remarks }
}

/// Whether the bytes are UTF-16, by their mark or their units: there, bytes that look like controls are none.
pub(crate) fn is_wide(bytes: &[u8]) -> bool {
    match encoding::byte_order_mark(bytes) {
        Some((encoding, _)) => encoding.is_utf16(),
        None => utf16::detect(&bytes[..bytes.len().min(utf16::SAMPLE)]).is_some(),
    }
}

#[cfg(test)]
mod tests;
