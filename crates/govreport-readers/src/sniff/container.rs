//! What is in a container of parts: a ZIP archive, or the compound file of old Office documents.

use govreport_core::document::Format;
use memchr::memmem;

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
