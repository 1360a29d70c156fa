//! What is in a container of parts: a ZIP archive, or the compound file of old Office documents.

use govreport_core::document::Format;
use memchr::memmem;

/// The first bytes of a compound file: old Office documents, and encrypted new ones.
pub(super) const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The format of the Office document that a ZIP archive is.
pub(super) fn zipped(bytes: &[u8]) -> Option<Format> {
    // A document may hold another one as a part; only the directory names the parts of the outer one. Where it is lost, as
    // in a truncated file, names are looked for anywhere.
    let names = directory(bytes).unwrap_or(bytes);
    // Some programs part the names of folders and files by `\`.
    let has = |folder: &[u8], file: &[u8]| {
        [b"/", b"\\"].iter().any(|stroke| memmem::find(names, &[folder, *stroke, file].concat()).is_some())
    };
    // Workbooks have `xl/…`, Word documents `word/…`; the first part of either may lie elsewhere.
    match (has(b"word", b""), has(b"xl", b"")) {
        (true, _) if has(b"word", b"document") || !has(b"xl", b"workbook") => Some(Format::Docx),
        (_, true) => Some(Format::Xlsx),
        _ => None,
    }
}

/// The directory at the end of a ZIP archive.
fn directory(bytes: &[u8]) -> Option<&[u8]> {
    /// The longest comment that may stand behind the directory, and the record that closes it.
    const TAIL: usize = 65_535 + 22;
    let tail = bytes.len().saturating_sub(TAIL);
    let end = tail + memmem::rfind(bytes.get(tail..)?, b"PK\x05\x06")?;
    let number = |at: usize| -> Option<usize> {
        let field = bytes.get(end + at..end + at + 4)?;
        usize::try_from(u32::from_le_bytes(field.try_into().ok()?)).ok()
    };
    let (size, start) = (number(12)?, number(16)?);
    let directory = bytes.get(start..start.checked_add(size)?)?;
    directory.starts_with(b"PK\x01\x02").then_some(directory)
}

/// Whether the end of a container is missing.
pub(crate) fn is_cut(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"PK\x03\x04") {
        // The record that closes an archive stands before a comment of at most 64 kB.
        let tail = bytes.get(bytes.len().saturating_sub(65_535 + 22)..).unwrap_or_default();
        return memmem::find(tail, b"PK\x05\x06").is_none();
    }
    bytes.starts_with(COMPOUND) && is_compound_cut(bytes)
}

/// Whether a compound file ends before a sector that it has in use, by its tables of sectors (FAT), or before one of those.
fn is_compound_cut(bytes: &[u8]) -> bool {
    /// How many places of tables the header itself has.
    const IN_HEADER: usize = 109;
    /// Numbers from here on stand for no sector, or for one that is not in use.
    const NONE: u32 = 0xFFFF_FFFA;
    const FREE: [u8; 4] = [0xFF; 4];
    let number = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    // Sectors of 512 bytes, or of 4096. The header takes the place of one.
    let size = if bytes.get(30) == Some(&12) { 4096 } else { 512 };
    let Some(directory) = number(48).filter(|_| bytes.len() >= 512) else { return true };
    let sector = |number: usize| {
        let start = number.checked_add(1)?.checked_mul(size)?;
        bytes.get(start..start.checked_add(size)?)
    };
    let is_missing = |number: usize| sector(number).is_none();
    let known = |number: u32| usize::try_from(number).ok().filter(|_| number < NONE);
    if known(directory).is_some_and(is_missing) {
        return true;
    }
    let tables = number(44).and_then(known).unwrap_or(IN_HEADER).min(IN_HEADER);
    let tables = (0..tables).filter_map(|table| number(76 + table * 4).and_then(known));
    let per_table = size / 4;
    tables.enumerate().any(|(place, table)| {
        let Some(entries) = sector(table) else { return true };
        let last = entries.chunks_exact(4).rposition(|entry| entry != FREE);
        last.is_some_and(|last| is_missing(place * per_table + last))
    })
}

/// What a compound file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    Document(Format),
    /// A new Office document behind a password.
    Encrypted,
}

/// What a compound file holds, told by the names of its streams.
pub(super) fn compound(bytes: &[u8]) -> Option<Held> {
    let has = |name: &str| memmem::find(bytes, &wide(name)).is_some();
    let workbook = has("Workbook") || has("Book");
    match (has("WordDocument"), workbook) {
        (true, true) => Some(Held::Document(outer(bytes))),
        (true, false) => Some(Held::Document(Format::Doc)),
        (false, true) => Some(Held::Document(Format::Xls)),
        (false, false) => has("EncryptedPackage").then_some(Held::Encrypted),
    }
}

/// Of a document that holds another one, the outer: its stream stands at the root of the container.
#[cfg(any(feature = "doc", feature = "sheets"))]
fn outer(bytes: &[u8]) -> Format {
    let root = crate::compound::Compound::open(bytes, Format::Doc);
    let is_workbook =
        root.is_ok_and(|root| !root.has("WordDocument") && (root.has("Workbook") || root.has("Book")));
    if is_workbook { Format::Xls } else { Format::Doc }
}

/// Without a reader for either, which it is makes no difference.
#[cfg(not(any(feature = "doc", feature = "sheets")))]
fn outer(_: &[u8]) -> Format {
    Format::Doc
}

/// A name as the directory of a compound file has it.
pub(super) fn wide(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
