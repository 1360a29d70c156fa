//! Web pages (网页).
//!
//! ```text
//! bytes ── charset, decode ──▶ page ── tokens ──▶ tree ── flow ──▶ Document
//! ```
//!
//! A page is read as the HTML standard says, by a tokenizer and a builder of our own that keep only what can be seen: the cells
//! of its tables are those that a browser shows, whatever is left unclosed or stands at the wrong place. Then the tree becomes
//! lines and rows: tables of data keep their grid, tables that only lay the page out become the lines in them.

mod charset;
mod entities;
mod flow;
mod look;
mod style;
mod tag;
mod tokens;
mod tree;

use govreport_core::Span;
use govreport_core::document::{Document, Remark};

use crate::budget::Budget;
use crate::decode::{self, Decoded, Evidence};
use crate::{Limits, ReadError};

/// The longest page that is read, whatever the limits say: places in it are counted in 32 bits.
const LONGEST: u32 = u32::MAX / 2;

/// The document that a web page is. `charset` is the encoding that came with it, such as that of an HTTP header.
///
/// # Errors
///
/// See [`ReadError`].
pub fn document(
    bytes: &[u8],
    charset: Option<&str>,
    limits: &Limits,
) -> Result<Document<'static>, ReadError> {
    of_decoded(|| decode(bytes, charset), limits)
}

/// The same of a page that is decoded already: its bytes are not tested again.
pub(crate) fn document_of_text(text: &str, limits: &Limits) -> Result<Document<'static>, ReadError> {
    let decoded = || decode::decoded_markup(text).unwrap_or_else(|| decode(text.as_bytes(), Some("utf-8")));
    of_decoded(decoded, limits)
}

fn of_decoded<'a>(
    decoded: impl FnOnce() -> Decoded<'a>,
    limits: &Limits,
) -> Result<Document<'static>, ReadError> {
    let mut budget = Budget::new(limits);
    let decoded = decoded();
    let page = &*decoded.text;
    if u32::try_from(page.len()).map_or(true, |length| length > LONGEST) {
        let size = u64::try_from(page.len()).ok();
        return Err(ReadError::TooLarge { size, limit: u64::from(LONGEST) });
    }
    let tree = tree::build(page, &budget)?;
    let mut builder = flow::document(&tree, page.len(), &mut budget)?;
    for remark in remarks(decoded.remarks, builder.text()) {
        builder.remark(remark);
    }
    let document = builder.finish()?;
    let says_nothing = document.text().trim().is_empty()
        && document.blocks().is_empty()
        && document.properties().is_empty()
        && document.links().is_empty();
    if says_nothing { Err(ReadError::Empty) } else { Ok(document) }
}

/// Decodes a page. What the bytes themselves show is believed first, then the names given, as far as they fit the bytes.
fn decode<'a>(bytes: &'a [u8], charset: Option<&str>) -> Decoded<'a> {
    let first = decode::decode_markup(bytes, charset);
    if first.evidence != Evidence::Guessed {
        return first;
    }
    let named = charset::named(bytes);
    named
        .iter()
        .map(|name| decode::decode_markup(bytes, Some(name)))
        .find(|decoded| decoded.evidence == Evidence::Declared)
        .unwrap_or(first)
}

/// The remarks of decoding, with their places in the text that was extracted instead of in the page.
fn remarks(remarks: Vec<Remark>, text: &str) -> Vec<Remark> {
    let mut found: Vec<_> = remarks
        .into_iter()
        .map(|remark| {
            let place = remark.span.and_then(|_| text.find(char::REPLACEMENT_CHARACTER));
            let span = place.map(|at| Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8()));
            remark.at(span)
        })
        .collect();
    found.extend(decode::control_characters(text));
    found
}

#[cfg(test)]
mod tests;
