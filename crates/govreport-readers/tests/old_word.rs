//! Old Word documents (.doc), as `LibreOffice` writes them, and damaged.
#![cfg(feature = "doc")]

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/report.rs"]
mod report;
#[path = "support/seen.rs"]
mod seen;

use std::io::{Cursor, Read, Seek, SeekFrom, Write};

use govreport_core::check::Rule;
use govreport_core::document::{Document, Format};
use govreport_readers::{Limit, Limits, ReadError, doc};
use proptest::prelude::*;
use seen::{file, seen};

fn read(bytes: &[u8]) -> Document<'static> {
    doc::document(bytes, &Limits::default()).expect("it is a Word document")
}

/// A file with its stream of text changed.
fn with(name: &str, change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut container = cfb::CompoundFile::open(Cursor::new(file(name))).expect("it is a container");
    let mut stream = container.open_stream("WordDocument").expect("it has text");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("it is whole");
    change(&mut bytes);
    stream.seek(SeekFrom::Start(0)).and_then(|_| stream.write_all(&bytes)).expect("memory can be written to");
    drop(stream);
    container.into_inner().into_inner()
}

/// Takes one of the structures away that the information block points to.
fn without(name: &str, structure: usize) -> Vec<u8> {
    with(name, |bytes| bytes[0x9A + structure * 8 + 4..][..4].fill(0))
}

#[test]
fn the_features_of_word_text() {
    insta::assert_snapshot!(seen(&read(&file("features.doc"))));
}

#[test]
fn a_report_with_its_grids() {
    insta::assert_snapshot!(seen(&read(&file("report.doc"))));
}

#[test]
fn every_cell_of_a_report() {
    report::has_every_cell(&read(&file("report.doc")));
}

#[test]
fn without_formatting_the_text_is_still_read() {
    let document = read(&without("report.doc", 13));
    assert_eq!(document.remarks().first().map(|remark| remark.notice().rule()), Some(Rule::PartDamaged));
    let seen = seen(&document);
    assert!(seen.contains(" 信息内容|本年制发件数|本年废止件数|现行有效件数\n"), "{seen}");
    assert!(seen.contains("P 栏目更新有快有慢，将每月自查一次。\n"), "{seen}");
}

#[test]
fn without_the_order_of_pieces_the_text_is_read_from_its_beginning() {
    let document = read(&without("report.doc", 33));
    assert_eq!(document.remarks().first().map(|remark| remark.notice().rule()), Some(Rule::PartDamaged));
    assert_eq!(document.text(), read(&file("report.doc")).text());
}

#[test]
fn an_encrypted_document_says_so() {
    let encrypted = with("report.doc", |bytes| bytes[11] |= 1);
    assert_eq!(
        doc::document(&encrypted, &Limits::default()).err(),
        Some(ReadError::Encrypted { format: Format::Doc })
    );
}

/// A document as Word 95 writes it: a block, and bytes.
fn word_95(text: &[u8]) -> Vec<u8> {
    let mut stream = vec![0; 0x300];
    stream[..4].copy_from_slice(&[0xDC, 0xA5, 104, 0]);
    stream[6..8].copy_from_slice(&[0x04, 0x08]);
    stream[0x18..0x1C].copy_from_slice(&0x300_u32.to_le_bytes());
    let length = u32::try_from(text.len()).expect("a short text");
    stream[0x34..0x38].copy_from_slice(&length.to_le_bytes());
    stream.extend_from_slice(text);
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("memory can be written to");
    container.create_stream("WordDocument").and_then(|mut it| it.write_all(&stream)).expect("as above");
    container.into_inner().into_inner()
}

#[test]
fn the_text_of_word_95_is_read() {
    // 年报, then a row of two cells.
    let document = read(&word_95(b"\xC4\xEA\xB1\xA8\r\xCF\xEE\x073\x07\x07\xCD\xEA\r"));
    assert_eq!(
        seen(&document),
        "P 年报\nR0.0 项|3\nP 完\nREMARK PartDamaged the formatting of paragraphs cannot be read; the ends of table rows were guessed\n"
    );
}

#[test]
fn limits_are_named() {
    let over = |limits: Limits| match doc::document(&file("report.doc"), &limits) {
        Err(ReadError::OverLimit { limit, .. }) => Some(limit),
        _ => None,
    };
    assert_eq!(over(Limits::default().with_max_cells(100)), Some(Limit::Cells));
    assert_eq!(over(Limits::default().with_max_unpacked_bytes(1000)), Some(Limit::UnpackedBytes));
    assert_eq!(over(Limits::default().with_max_nesting(0)), Some(Limit::Nesting));
}

#[test]
fn what_is_cut_off_is_damaged_or_read_in_part() {
    let whole = file("report.doc");
    for kept in [0, 100, 512, 5_000, 20_000, 40_000, whole.len() - 1] {
        match doc::document(&whole[..kept], &Limits::default()) {
            Ok(document) => assert!(!document.blocks().is_empty()),
            Err(error) => assert!(matches!(error, ReadError::Damaged { .. }), "{error}"),
        }
    }
}

proptest! {
    #[test]
    fn damaged_files_are_read_or_refused(changes in hostile::changes(), big in any::<bool>()) {
        let bytes = file(if big { "report.doc" } else { "features.doc" });
        let bytes = hostile::changed(bytes, &changes);
        hostile::is_bounded(|limits| doc::document(&bytes, limits));
    }

    #[test]
    fn damaged_text_streams_are_read_or_refused(changes in hostile::changes()) {
        // Of the block and the runs of formatting, which come first and last, more than chance would hit.
        let bytes = with("features.doc", |bytes| {
            let block = bytes[..0x400].to_vec();
            bytes[..0x400].copy_from_slice(&hostile::changed(block, &changes[..changes.len().min(4)]));
            let start = bytes.len() / 2;
            let rest = hostile::changed(bytes[start..].to_vec(), &changes);
            bytes[start..].copy_from_slice(&rest);
        });
        hostile::is_bounded(|limits| doc::document(&bytes, limits));
    }
}
