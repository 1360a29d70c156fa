//! How much the streams of a file unpack to, found out before the interpreter unpacks them whole.
//!
//! A megabyte of zeros packs to a kilobyte, and a stream may be packed several times over. What the packing could not exceed is
//! let through by its size; what could is unpacked here once, into nothing, and counted.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_interpret::hayro_syntax::object::{Name, Object, Stream};
use hayro_interpret::hayro_syntax::{Filter, Pdf};
use memchr::memmem;

use super::runs;
use crate::ReadError;
use crate::budget::Budget;

/// What a byte may unpack to at most, by the kind of packing.
/// Measured: with 516, no cell changes.
const MOST_OF_FLATE: u64 = 1_032;
/// Measured: with 1,365, no cell changes.
const MOST_OF_LZW: u64 = 2_731;
/// Measured: with 32, no cell changes.
const MOST_OF_RUNS: u64 = 64;
/// Packed more often than this is nothing that a program for documents wrote.
/// Measured: with 3, no cell changes.
const MOST_LAYERS: usize = 4;

/// Looks at the streams of a file as they lie in it, before anything else does: those that hold the other objects are unpacked
/// as soon as it is opened.
pub(super) fn admit_file(bytes: &[u8], budget: &mut Budget) -> Result<(), ReadError> {
    let may_be_large = most(bytes.len(), MOST_OF_FLATE) > budget.unpacked_left();
    let mut at = 0;
    while let Some(found) = memmem::find(&bytes[at..], b"stream") {
        let begin = at + found + b"stream".len();
        at = begin;
        let rest = &bytes[begin..];
        let data = rest.trim_ascii_start();
        if data.len() == rest.len() || !is_packed(data) {
            continue;
        }
        let data = &data[..memmem::find(data, b"endstream").unwrap_or(data.len())];
        at = bytes.len() - rest.len() + (rest.len() - rest.trim_ascii_start().len()) + data.len();
        let mut first = [0; 2];
        let is_layered = ZlibDecoder::new(data).read_exact(&mut first).is_ok() && is_packed(&first);
        if may_be_large || is_layered {
            count(data, MOST_LAYERS, budget)?;
        }
    }
    Ok(())
}

/// Looks at the streams of an opened file by the ways they are packed.
pub(super) fn admit_streams(pdf: &Pdf, is_encrypted: bool, budget: &mut Budget) -> Result<(), ReadError> {
    for (object, number) in pdf.objects().into_iter().zip(1_usize..) {
        if number.is_multiple_of(1_024) {
            budget.time()?;
        }
        if let Object::Stream(stream) = object {
            admit_stream(&stream, is_encrypted, budget)?;
        }
    }
    Ok(())
}

fn admit_stream(stream: &Stream<'_>, is_encrypted: bool, budget: &mut Budget) -> Result<(), ReadError> {
    let filters = stream.filters();
    let ratios: Vec<u64> = filters
        .iter()
        .filter_map(|filter| match filter {
            Filter::FlateDecode => Some(MOST_OF_FLATE),
            Filter::LzwDecode => Some(MOST_OF_LZW),
            Filter::RunLengthDecode => Some(MOST_OF_RUNS),
            _ => None,
        })
        .collect();
    let data = stream.raw_data();
    let bound = ratios.iter().fold(most(data.len(), 1), |bound, ratio| bound.saturating_mul(*ratio));
    // One layer of the usual packing that is not encrypted was counted in the file.
    let is_counted = ratios.is_empty() || ratios == [MOST_OF_FLATE] && !is_encrypted;
    if !is_counted && bound > budget.unpacked_left() {
        let is_flate = filters.iter().all(|filter| matches!(filter, Filter::FlateDecode));
        if !is_flate || filters.len() > MOST_LAYERS {
            return budget.unpacked(bound);
        }
        count(&data, filters.len(), budget)?;
    }
    let is_form = stream.dict().get::<Name<'_>>(b"Subtype".as_slice()).is_some_and(|name| &*name == b"Form");
    if is_form
        && bound > runs::SHORT
        && let Ok(content) = stream.decoded_data()
    {
        runs::admit(&content, budget)?;
    }
    Ok(())
}

fn most(length: usize, ratio: u64) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX).saturating_mul(ratio)
}

/// Whether data begin as packed data do.
fn is_packed(data: &[u8]) -> bool {
    matches!(data, [first, second, ..] if first & 0x0F == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31))
}

/// Unpacks data into nothing, layer by layer, and counts what comes out of each.
fn count(data: &[u8], layers: usize, budget: &mut Budget) -> Result<(), ReadError> {
    let mut depth = 1;
    loop {
        let mut reader: Box<dyn Read + '_> = Box::new(data);
        for _ in 0..depth {
            reader = Box::new(ZlibDecoder::new(reader));
        }
        let mut buffer = vec![0; 1 << 16];
        let mut head = [0; 2];
        let mut filled = 0;
        // Damaged data end where they are damaged.
        while let Ok(length @ 1..) = reader.read(&mut buffer) {
            for (to, from) in head.iter_mut().skip(filled).zip(&buffer[..length]) {
                *to = *from;
            }
            filled = (filled + length).min(head.len());
            budget.unpacked(u64::try_from(length).unwrap_or(u64::MAX))?;
            budget.time()?;
        }
        if !is_packed(&head) {
            return Ok(());
        }
        if depth == layers {
            // Deeper layers are not looked for: what is packed so often is refused.
            return if layers == MOST_LAYERS { budget.unpacked(u64::MAX) } else { Ok(()) };
        }
        depth += 1;
    }
}
