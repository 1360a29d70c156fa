//! Whether the end of a container of parts is missing: of a ZIP archive, or of a compound file.

use memchr::memmem;

/// The first bytes of a compound file: old Office documents, and encrypted new ones.
pub(super) const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

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
