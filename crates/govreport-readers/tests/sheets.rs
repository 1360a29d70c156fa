//! Workbooks (.xls, .xlsx), as `LibreOffice` writes them, and damaged.
#![cfg(feature = "sheets")]

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/report.rs"]
mod report;
#[path = "support/seen.rs"]
mod seen;

use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader};
use govreport_core::document::{Document, Format};
use govreport_readers::{Limit, Limits, ReadError, sheets};
use proptest::prelude::*;
use seen::{file, seen};

const NAMES: [(&str, Format); 2] = [("report.xlsx", Format::Xlsx), ("report.xls", Format::Xls)];

fn read(name: &str, format: Format) -> Document<'static> {
    sheets::document(&file(name), format, &Limits::default()).expect("it is a workbook")
}

#[test]
fn values_of_all_kinds() {
    insta::assert_snapshot!(seen(&read("values.xlsx", Format::Xlsx)));
}

#[test]
fn a_report_on_one_sheet() {
    insta::assert_snapshot!(seen(&read("report.xlsx", Format::Xlsx)));
}

#[test]
fn both_kinds_of_workbooks_say_the_same() {
    for name in ["values", "report"] {
        let tables = |text: String| -> Vec<String> {
            text.lines().filter(|line| !line.starts_with("PROPERTY")).map(str::to_owned).collect()
        };
        let new = tables(seen(&read(&format!("{name}.xlsx"), Format::Xlsx)));
        let old = tables(seen(&read(&format!("{name}.xls"), Format::Xls)));
        assert_eq!(old, new, "{name}");
    }
}

#[test]
fn every_cell_of_a_report() {
    for (name, format) in NAMES {
        report::has_every_cell(&read(name, format));
    }
}

#[test]
fn cells_are_those_another_reader_finds() {
    for (name, format) in NAMES {
        let mut workbook =
            calamine::open_workbook_auto_from_rs(Cursor::new(file(name))).expect("it is a workbook");
        let mut expected = Vec::new();
        for (_, range) in workbook.worksheets() {
            expected.extend(range.used_cells().map(|(_, _, value)| match value {
                Data::Float(number) => number.to_string(),
                value => value.to_string(),
            }));
        }
        let document = read(name, format);
        let found: Vec<_> = document.text().split(['\t', '\n']).filter(|text| !text.is_empty()).collect();
        assert_eq!(found, expected, "{name}");
    }
}

/// A workbook of one sheet with these rows and shared texts, in XML.
fn workbook(rows: &str, texts: &str) -> Vec<u8> {
    let space = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' \
                 xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
    let relations = |kinds: &[(&str, &str)]| {
        let all = (1..).zip(kinds).map(|(id, (kind, target))| {
            format!("<Relationship Id='r{id}' Type='http://x/{kind}' Target='{target}'/>")
        });
        let all = all.collect::<Vec<_>>().concat();
        format!("<Relationships>{all}</Relationships>")
    };
    archive(&[
        ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            format!("<workbook {space}><sheets><sheet name='甲' sheetId='1' r:id='r1'/></sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&[("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "/xl/sharedStrings.xml")]),
        ),
        ("xl/sharedStrings.xml", format!("<sst {space} uniqueCount='99999999999999'>{texts}</sst>")),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                "<worksheet {space}><dimension ref='A1:XFD1048576'/><sheetData>{rows}</sheetData></worksheet>"
            ),
        ),
    ])
}

fn archive<T: AsRef<[u8]>>(parts: &[(&str, T)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).expect("memory can be written to");
        archive.write_all(part.as_ref()).expect("as above");
    }
    archive.finish().expect("as above").into_inner()
}

fn over(bytes: &[u8], format: Format, limits: Limits) -> Option<Limit> {
    match sheets::document(bytes, format, &limits) {
        Err(ReadError::OverLimit { limit, .. }) => Some(limit),
        _ => None,
    }
}

#[test]
fn what_a_sheet_says_of_its_size_costs_nothing() {
    let bytes = workbook(
        "<row><c t='s'><v>0</v></c><c><v>5</v></c></row><row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>远</t></is></c></row>",
        "<si><t>近</t></si>",
    );
    let document = sheets::document(&bytes, Format::Xlsx, &Limits::default()).expect("it is a workbook");
    assert_eq!(seen(&document), "~R0.0 近|5\n~P 远\n");
}

#[test]
fn limits_are_named() {
    for (name, format) in NAMES {
        assert_eq!(over(&file(name), format, Limits::default().with_max_cells(50)), Some(Limit::Cells));
        let few = Limits::default().with_max_unpacked_bytes(2000);
        assert_eq!(over(&file(name), format, few), Some(Limit::UnpackedBytes));
    }
    // A part that unpacks to a thousand times its size.
    let bomb = workbook(&" ".repeat(20 << 20), "");
    assert!(bomb.len() < 100_000);
    assert_eq!(
        over(&bomb, Format::Xlsx, Limits::default().with_max_unpacked_bytes(1 << 20)),
        Some(Limit::UnpackedBytes)
    );
    // One long text that many cells show.
    let cells = "<c t='s'><v>0</v></c>".repeat(2000);
    let shown = workbook(&format!("<row>{cells}</row>"), &format!("<si><t>{}</t></si>", "长".repeat(5000)));
    assert_eq!(
        over(&shown, Format::Xlsx, Limits::default().with_max_unpacked_bytes(1 << 20)),
        Some(Limit::UnpackedBytes)
    );
    // A row from one edge of the sheet to the other, many times.
    let row = |row| format!("<row><c r='A{row}'><v>1</v></c><c r='XFD{row}'><v>1</v></c></row>");
    let wide = (1..100).map(row).collect::<Vec<_>>().concat();
    assert_eq!(over(&workbook(&wide, ""), Format::Xlsx, Limits::default()), Some(Limit::Cells));
}

#[test]
fn an_encrypted_workbook_says_so() {
    let mut old = file("report.xls");
    let begin = old.windows(4).position(|bytes| bytes == [0x09, 0x08, 0x10, 0x00]).expect("it begins");
    // The record that follows the first becomes one that says so.
    old[begin + 20..begin + 22].copy_from_slice(&[0x2F, 0]);
    let error = sheets::document(&old, Format::Xls, &Limits::default()).err();
    assert_eq!(error, Some(ReadError::Encrypted { format: Format::Xls }));
}

#[test]
fn what_stands_before_a_break_is_read() {
    let document = sheets::document(
        &workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row><c><v>4", ""),
        Format::Xlsx,
        &Limits::default(),
    )
    .expect("it is a workbook");
    let seen = seen(&document);
    assert!(seen.starts_with("~R0.0 1|2\nR0.1 3|\nREMARK PartDamaged the sheet \"甲\" is damaged"), "{seen}");
}

#[test]
fn what_is_cut_off_is_damaged_or_read_in_part() {
    for (name, format) in NAMES {
        let whole = file(name);
        for kept in [0, 100, 2_000, 5_000, whole.len() - 30] {
            match sheets::document(&whole[..kept], format, &Limits::default()) {
                Ok(document) => assert!(!document.blocks().is_empty()),
                Err(error) => assert!(matches!(error, ReadError::Damaged { .. }), "{error}"),
            }
        }
    }
}

/// The parts of a workbook.
fn parts(name: &str) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file(name))).expect("it is an archive");
    let read = |number| {
        let mut part = archive.by_index(number).expect("it is there");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("it is whole");
        let name = part.name().expect("its name is text").into_owned();
        (name, bytes)
    };
    let count = zip::ZipArchive::new(Cursor::new(file(name))).expect("as above").len();
    (0..count).map(read).collect()
}

proptest! {
    #[test]
    fn damaged_old_workbooks_are_read_or_refused(changes in hostile::changes(), values in any::<bool>()) {
        let bytes = hostile::changed(file(if values { "values.xls" } else { "report.xls" }), &changes);
        hostile::is_bounded(|limits| sheets::document(&bytes, Format::Xls, limits));
    }

    #[test]
    fn damaged_archives_are_read_or_refused(changes in hostile::changes()) {
        let bytes = hostile::changed(file("values.xlsx"), &changes[..changes.len().min(5)]);
        hostile::is_bounded(|limits| sheets::document(&bytes, Format::Xlsx, limits));
    }

    #[test]
    fn damaged_parts_are_read_or_refused(changes in hostile::changes(), which in any::<proptest::sample::Index>()) {
        let mut parts = parts("values.xlsx");
        let part = which.index(parts.len());
        parts[part].1 = hostile::changed(std::mem::take(&mut parts[part].1), &changes[..changes.len().min(5)]);
        let parts: Vec<_> = parts.iter().map(|(name, part)| (name.as_str(), part)).collect();
        let bytes = archive(&parts);
        hostile::is_bounded(|limits| sheets::document(&bytes, Format::Xlsx, limits));
    }
}
