//! Archives whose headers say other things than their directory, and parts that the quick way of unpacking leaves to another.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::*;
use crate::Limits;

/// A part of an archive, as its header and its entry in the directory describe it.
#[derive(Clone)]
struct Part {
    name: &'static str,
    /// The name in the header before the data.
    header_name: &'static str,
    packed: Vec<u8>,
    /// How it is packed: 0 for not at all, 8 for deflated.
    method: u16,
    checksum: u32,
    size: u32,
    packed_size: u32,
    /// Where the directory says that the header is; by itself where it is.
    offset: Option<u32>,
}

impl Part {
    fn deflated(name: &'static str, content: &[u8]) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content).expect("memory takes all");
        let packed = encoder.finish().expect("memory takes all");
        Self::new(name, content, packed, 8)
    }

    fn stored(name: &'static str, content: &[u8]) -> Self {
        Self::new(name, content, content.to_vec(), 0)
    }

    fn new(name: &'static str, content: &[u8], packed: Vec<u8>, method: u16) -> Self {
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).expect("it is small");
        Self {
            name,
            header_name: name,
            method,
            checksum: crc32fast::hash(content),
            size: length(content),
            packed_size: length(&packed),
            packed,
            offset: None,
        }
    }

    /// What header and entry have in common, from the flags to the length of the name.
    fn described(&self, name: &str) -> Vec<u8> {
        let mut bytes = vec![0, 0];
        bytes.extend(self.method.to_le_bytes());
        bytes.extend([0; 4]);
        bytes.extend([self.checksum, self.packed_size, self.size].into_iter().flat_map(u32::to_le_bytes));
        bytes.extend(u16::try_from(name.len()).expect("it is short").to_le_bytes());
        bytes.extend([0, 0]);
        bytes
    }
}

/// An archive of these parts; `change` is done to each as its header describes it.
fn archive(parts: &[Part], change: impl Fn(&mut Part)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let here = u32::try_from(bytes.len()).expect("it is small");
        let mut as_header = part.clone();
        change(&mut as_header);
        bytes.extend(b"PK\x03\x04\x14\0");
        bytes.extend(as_header.described(as_header.header_name));
        bytes.extend(as_header.header_name.bytes());
        bytes.extend(&part.packed);
        directory.extend(b"PK\x01\x02\x14\0\x14\0");
        directory.extend(part.described(part.name));
        directory.extend([0; 10]);
        directory.extend(part.offset.unwrap_or(here).to_le_bytes());
        directory.extend(part.name.bytes());
    }
    let (count, start) = (parts.len(), bytes.len());
    let number = |number: usize| u32::try_from(number).expect("it is small").to_le_bytes();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([&number(count)[..2], &number(count)[..2]].concat());
    bytes.extend(number(directory.len()));
    bytes.extend(number(start));
    bytes.extend([0, 0]);
    bytes
}

fn budget() -> Budget {
    Budget::new(&Limits::default().with_max_unpacked_bytes(1 << 20))
}

fn part(bytes: &[u8], name: &str) -> Result<Option<Vec<u8>>, ReadError> {
    Package::open(bytes, Format::Docx)?.part(name, &mut budget())
}

/// What the quick way of unpacking makes of the first part.
fn quickly(bytes: &[u8], most: u64) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    Inflate::new().whole_part(bytes, &mut archive, 0, most)
}

const CONTENT: &[u8] = b"<a>2023, 2023, 2023, 2023</a>";

#[test]
fn a_sound_part_is_unpacked_quickly() {
    let bytes = archive(&[Part::deflated("a", CONTENT)], |_| ());
    assert_eq!(quickly(&bytes, 100).as_deref(), Some(CONTENT));
    assert_eq!(part(&bytes, "a"), Ok(Some(CONTENT.to_vec())));
}

#[test]
fn what_is_not_unpacked_quickly_is_unpacked_all_the_same() {
    // Not packed at all.
    let bytes = archive(&[Part::stored("a", CONTENT)], |_| ());
    assert_eq!(quickly(&bytes, 100), None);
    assert_eq!(part(&bytes, "a"), Ok(Some(CONTENT.to_vec())));

    // Longer than what is set aside at once.
    let bytes = archive(&[Part::deflated("a", CONTENT)], |_| ());
    assert_eq!(quickly(&bytes, CONTENT.len() as u64 - 1), None);
    let long = vec![b'a'; usize::try_from(MOST_AT_ONCE).expect("it fits") + 1];
    let bytes = archive(&[Part::deflated("a", &long)], |_| ());
    let mut budget = Budget::new(&Limits::default());
    let unpacked = Package::open(&bytes, Format::Docx).expect("an archive").part("a", &mut budget);
    assert!(unpacked == Ok(Some(long)));
}

#[test]
fn a_part_that_is_not_what_the_directory_says_is_damaged_or_whole() {
    let sound = Part::deflated("a", CONTENT);
    let false_checksum = Part { checksum: 1, ..sound.clone() };
    let longer = Part { size: sound.size + 1, ..sound.clone() };
    let shorter = Part { size: sound.size - 1, ..sound.clone() };
    let cut = Part { packed_size: sound.packed_size - 3, ..sound.clone() };
    let beyond = Part { packed_size: 1 << 30, ..sound.clone() };
    let elsewhere = Part { offset: Some(7), ..sound.clone() };
    let nowhere = Part { offset: Some(1 << 30), ..sound.clone() };
    let noise = Part { packed: vec![0xFF; 30], packed_size: 30, ..sound.clone() };
    let cases = [false_checksum, longer, shorter, cut, beyond, elsewhere, nowhere, noise];
    for (case, number) in cases.into_iter().zip(1..) {
        let bytes = archive(&[case], |_| ());
        assert_eq!(quickly(&bytes, 100), None, "case {number}");
        match part(&bytes, "a") {
            // The checksum is right, and so the content is, whatever is said of its length.
            Ok(Some(content)) => assert_eq!(content, CONTENT, "case {number}"),
            Ok(None) => panic!("case {number}: the part is lost without a word"),
            Err(error) => assert!(matches!(error, ReadError::Damaged { .. }), "case {number}: {error}"),
        }
    }
}

#[test]
fn headers_that_contradict_the_directory_are_not_believed() {
    let parts = [Part::deflated("a", CONTENT), Part::deflated("b", b"<b/>")];
    let changes: [fn(&mut Part); 4] = [
        |part| part.header_name = "c",
        |part| part.size = 1,
        |part| part.packed_size = u32::MAX - 1,
        |part| (part.checksum, part.method) = (0, 99),
    ];
    for (change, number) in changes.into_iter().zip(1..) {
        let bytes = archive(&parts, change);
        let mut package = Package::open(&bytes, Format::Docx).expect("an archive");
        assert!(package.has("a") && package.has("b") && !package.has("c"), "change {number}");
        for (name, content) in [("a", CONTENT), ("b", b"<b/>".as_slice())] {
            let found = package.part(name, &mut budget());
            assert_eq!(found, Ok(Some(content.to_vec())), "change {number}");
        }
    }
}

const NAMES: [&str; 20] =
    ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t"];

#[test]
fn parts_that_lie_over_each_other_count_as_often_as_they_are_read() {
    let large = vec![b' '; 1 << 16];
    let mut parts = vec![Part::deflated("0", &large)];
    for name in NAMES {
        parts.push(Part { name, offset: Some(0), ..Part::deflated("0", &large) });
    }
    let bytes = archive(&parts, |_| ());
    let mut package = Package::open(&bytes, Format::Docx).expect("an archive");
    let mut budget = budget();
    let read: Vec<_> = NAMES.into_iter().map(|name| package.part(name, &mut budget)).collect();
    // Where the same data stand under many names, each reading of them is counted, or refused at once.
    let whole = read.iter().filter(|part| part.is_ok()).count();
    assert!(whole <= 16, "{whole} parts");
    assert!(
        read.iter().any(|part| matches!(part, Err(ReadError::OverLimit { .. } | ReadError::Damaged { .. })))
    );
}
