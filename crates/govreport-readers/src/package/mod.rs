//! Packages: ZIP archives of parts, which is what new Office files are.
//!
//! Parts are unpacked one by one and counted while they are unpacked, so that a few bytes that unpack to gigabytes stop at the
//! limit. The names of parts are compared without regard to case, and `\` is `/`: both are met.

mod inflate;
mod relations;
mod space;
#[cfg(test)]
mod tests;
mod xml;

pub(crate) use relations::{Relations, content_type_of, resolve};
pub(crate) use space::Space;
#[cfg(feature = "docx")]
pub(crate) use xml::{Begun, Content};
pub(crate) use xml::{Element, Step, Stop, Xml, xml_text};

use std::collections::HashMap;
use std::io::{Cursor, Read};

use govreport_core::document::Format;
use memchr::memmem;
use zip::ZipArchive;
use zip::read::{ZipReadOptions, read_zipfile_from_stream_with_options};
use zip::result::ZipError;

use self::inflate::Inflate;
use crate::ReadError;
use crate::budget::Budget;

/// How many bytes are set aside at once for what a part says it unpacks to.
/// Measured: with 8,388,608, no cell changes.
const MOST_AT_ONCE: u64 = 16 << 20;

/// The first bytes of a part in the archive.
const LOCAL_HEADER: &[u8] = b"PK\x03\x04";

/// An entry of the directory of an archive.
const ENTRY: &[u8] = b"PK\x01\x02";

/// The most parts that are looked at, and the longest name of one. Office files have some dozens of parts; what a hostile
/// archive claims of millions would take more room than its bytes.
/// Measured: with 32,767, no cell changes.
const MOST_PARTS: usize = 65_535;
/// Measured: with 512, no cell changes.
const LONGEST_NAME: usize = 1_024;

/// A ZIP archive of parts.
pub(crate) struct Package<'a> {
    bytes: &'a [u8],
    format: Format,
    archive: Option<ZipArchive<Cursor<&'a [u8]>>>,
    parts: HashMap<String, usize>,
    inflate: Inflate,
}

impl<'a> Package<'a> {
    /// Opens an archive. One whose directory is lost, as when its end was cut off, is searched for parts.
    pub(crate) fn open(bytes: &'a [u8], format: Format) -> Result<Self, ReadError> {
        if memmem::find_iter(bytes, ENTRY).take(MOST_PARTS + 1).count() > MOST_PARTS {
            let what = format!("it is a ZIP archive of more than {MOST_PARTS} parts");
            return Err(ReadError::Damaged { format, what });
        }
        let mut parts = HashMap::new();
        let archive = ZipArchive::new(Cursor::new(bytes)).ok();
        if let Some(archive) = &archive {
            for number in 0..archive.len() {
                if let Some(Ok(name)) = archive.name_for_index(number) {
                    parts.entry(folded(&name)).or_insert(number);
                }
            }
        } else {
            for offset in memmem::find_iter(bytes, LOCAL_HEADER).take(MOST_PARTS) {
                if let Some(name) = bytes.get(offset..).and_then(local_name) {
                    parts.entry(folded(&name)).or_insert(offset);
                }
            }
        }
        if parts.is_empty() {
            return Err(ReadError::Damaged { format, what: "it is a ZIP archive without parts".to_owned() });
        }
        Ok(Self { bytes, format, archive, parts, inflate: Inflate::new() })
    }

    /// Whether the directory of the archive was lost, so that parts may be cut off or missing.
    pub(crate) fn is_cut(&self) -> bool {
        self.archive.is_none()
    }

    /// Whether a part is not cut off: the archive has its directory, or the part ends before the archive does.
    ///
    /// Of a part that says its size only behind its data this is not known, and so it is not whole.
    #[cfg(feature = "sheets")]
    pub(crate) fn is_whole(&self, name: &str) -> bool {
        if !self.is_cut() {
            return true;
        }
        let Some(rest) = self.parts.get(&folded(name)).and_then(|place| self.bytes.get(*place..)) else {
            return false;
        };
        packed_size(rest).zip(header_size(rest)).is_some_and(|(data, header)| {
            let end = data.saturating_add(header);
            end <= u64::try_from(rest.len()).unwrap_or(u64::MAX)
        })
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&folded(name))
    }

    /// Unpacks a part; `None` where there is none of this name.
    ///
    /// Of a part whose end is cut off there is what stands before. A part whose bytes do not have the checksum that the archive
    /// gives is an error: which of them are wrong cannot be known.
    pub(crate) fn part(&mut self, name: &str, budget: &mut Budget) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(&place) = self.parts.get(&folded(name)) else { return Ok(None) };
        budget.time()?;
        let most = budget.unpacked_left().min(MOST_AT_ONCE);
        if let Some(archive) = &mut self.archive
            && let Some(out) = self.inflate.whole_part(self.bytes, archive, place, most)
        {
            budget.unpacked(out.len() as u64)?;
            return Ok(Some(out));
        }
        let format = self.format;
        let failed = |error: ZipError| failed(&error, name, format);
        let mut out = Vec::new();
        let most = budget.unpacked_left().saturating_add(1);
        let result = if let Some(archive) = &mut self.archive {
            let file = archive.by_index(place).map_err(failed)?;
            reserve(&mut out, file.size(), budget);
            file.take(most).read_to_end(&mut out)
        } else {
            let mut rest = self.bytes.get(place..).unwrap_or_default();
            // Without the size in front of it, a part ends where its packed data say so.
            let here = rest.len() as u64;
            let size = packed_size(rest).unwrap_or(u64::MAX);
            let options =
                ZipReadOptions::new().override_compressed_size(size.min(here)).ignore_crc32(size > here);
            let file = read_zipfile_from_stream_with_options(&mut rest, options).map_err(failed)?;
            let Some(file) = file else { return Ok(None) };
            let result = file.take(most).read_to_end(&mut out);
            if size > here { Ok(out.len()) } else { result }
        };
        budget.unpacked(out.len() as u64)?;
        match result {
            Ok(_) => Ok(Some(out)),
            Err(error) => Err(failed(ZipError::Io(error))),
        }
    }
}

/// Sets memory aside for what a part says it unpacks to. What it says may be wrong.
fn reserve(out: &mut Vec<u8>, size: u64, budget: &Budget) {
    let size = size.min(budget.unpacked_left()).min(MOST_AT_ONCE);
    out.reserve(usize::try_from(size).unwrap_or(0));
}

fn failed(error: &ZipError, name: &str, format: Format) -> ReadError {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ReadError::Encrypted { format }
        }
        error => ReadError::Damaged { format, what: format!("its part {name} cannot be unpacked ({error})") },
    }
}

/// The name as it is compared.
fn folded(name: &str) -> String {
    let mut name = name.replace('\\', "/");
    name.make_ascii_lowercase();
    name.trim_start_matches('/').to_owned()
}

/// The size of a local header with its name and what is added to it.
#[cfg(feature = "sheets")]
fn header_size(header: &[u8]) -> Option<u64> {
    let number = |at: usize| Some(u64::from(u16::from_le_bytes(header.get(at..at + 2)?.try_into().ok()?)));
    Some(30 + number(26)? + number(28)?)
}

/// The name in a local header.
fn local_name(header: &[u8]) -> Option<String> {
    let length = u16::from_le_bytes(header.get(26..28)?.try_into().ok()?);
    let length = Some(usize::from(length)).filter(|length| *length <= LONGEST_NAME)?;
    let name = header.get(30..30 + length)?;
    Some(String::from_utf8_lossy(name).into_owned())
}

/// The size of the packed data by a local header; `None` where it stands behind the data.
fn packed_size(header: &[u8]) -> Option<u64> {
    let streamed = header.get(6).is_some_and(|flags| flags & 0b1000 != 0);
    let size = u32::from_le_bytes(header.get(18..22)?.try_into().ok()?);
    (!streamed && size != u32::MAX).then_some(u64::from(size))
}
