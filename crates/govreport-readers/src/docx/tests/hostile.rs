//! Damaged and hostile files.

use govreport_core::notices::Language;
use std::time::Duration;

use proptest::prelude::*;

use super::super::document;
use super::written::{SPACES, Written};
use super::{blocks, error, p, read, remarks, row};
use crate::{Limit, Limits, ReadError};

fn main_part(xml: &str) -> Written {
    Written::default().part("word/document.xml", xml)
}

fn over(written: &Written, limits: Limits) -> Limit {
    match document(&written.bytes(), &limits) {
        Err(ReadError::OverLimit { limit, .. }) => limit,
        other => panic!("{:?}", other.map(|document| document.text().len())),
    }
}

#[test]
fn what_stands_before_a_break_is_kept() {
    let rows = row(&[("", "甲"), ("", "12")]);
    let broken = main_part(&format!(
        "<w:document {SPACES}><w:body>{}<w:tbl>{rows}<w:tr><w:tc>{}</w:tc><w:tc><w:p><w:r><w:t>3",
        p("前"),
        p("乙")
    ));
    let document = read(&broken);
    insta::assert_snapshot!(blocks(&document) + "\n" + &remarks(&document), @"
    P 前
    R0.0 0[甲] 1[12]
    PartDamaged: the main part of the document breaks off (its end is missing); what follows here was not read
    ");
    insta::assert_snapshot!(error(&main_part("<w:document><w:body></w:p>")), @"the input is a Word document (.docx) that is damaged: of its main part nothing can be read (at byte 20: `</w:p>` stands where `</w:body>` is expected); get it from its source again");
    insta::assert_snapshot!(error(&Written::default().part("word/other.xml", "")), @"the input is a Word document (.docx) that is damaged: it has no main part, such as word/document.xml; get it from its source again");
    assert_eq!(error(&Written::with_body("<w:p/>")), ReadError::Empty);
}

#[test]
fn an_archive_that_is_cut_off_is_read_up_to_there() {
    // Words that do not compress well, so that the end of the archive is far behind its beginning.
    let words: String =
        (0..3000_u32).map(|n| p(&format!("第{n}段{:x}", n.wrapping_mul(2_654_435_761)))).collect();
    let bytes = Written::with_body(&words).bytes();
    let document = document(&bytes[..bytes.len() / 2], &Limits::default()).expect("half of it is there");
    assert!(document.text().starts_with("第0段0\n第1段9e3779b1\n") && document.text().len() > 10_000);
    insta::assert_snapshot!(remarks(&document), @"
    PartDamaged: the document is damaged: the directory of the archive is missing, as when its end was cut off; the parts that were found were read
    PartDamaged: the main part of the document breaks off (its end is missing); what follows here was not read
    ");
    for line in document.text().lines() {
        let (number, rest) = line.trim_start_matches('第').split_once('段').expect("a whole paragraph");
        let number: u32 = number.parse().expect("a number");
        assert_eq!(rest, format!("{:x}", number.wrapping_mul(2_654_435_761)));
    }
}

#[test]
fn bytes_that_do_not_have_their_checksum_are_not_believed() {
    let mut bytes = Written::with_body(&p("12")).bytes();
    // The checksum stands 16 bytes behind the beginning of an entry of the directory, and that follows the part.
    let entry = memchr::memmem::find(&bytes, b"PK\x01\x02").expect("the directory");
    bytes[entry + 16] ^= 1;
    insta::assert_snapshot!(document(&bytes, &Limits::default()).expect_err("damaged"), @"the input is a Word document (.docx) that is damaged: its part word/document.xml cannot be unpacked (i/o error: Invalid checksum); get it from its source again");
}

#[test]
fn an_encrypted_part_is_told() {
    let mut bytes = Written::with_body(&p("12")).bytes();
    let entry = memchr::memmem::find(&bytes, b"PK\x01\x02").expect("the directory");
    bytes[6] |= 1;
    bytes[entry + 8] |= 1;
    insta::assert_snapshot!(document(&bytes, &Limits::default()).expect_err("encrypted"), @"the input is a Word document (.docx) that is encrypted; remove its password to read it");
}

#[test]
fn bombs_stop_at_the_limit() {
    let spaces = " ".repeat(3 << 20);
    let bomb = main_part(&format!("<w:document {SPACES}><w:body>{}{spaces}</w:body></w:document>", p("大")));
    assert_eq!(over(&bomb, Limits::default().with_max_unpacked_bytes(1 << 20)), Limit::UnpackedBytes);

    let entities = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    let laughs =
        main_part(&format!("{entities}<w:document {SPACES}><w:body>{}</w:body></w:document>", p("&b;笑&b;")));
    assert_eq!(read(&laughs).text(), "笑\n");
}

#[test]
fn nesting_has_a_limit() {
    for (open, close) in [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ] {
        let deep = |depth: usize| Written::with_body(&(open.repeat(depth) + &p("底") + &close.repeat(depth)));
        assert_eq!(over(&deep(10_000), Limits::default()), Limit::Nesting);
        assert_eq!(read(&deep(100)).text(), "底\n");
        // Nothing recurses, so a limit that somebody raises is no trap.
        let raised = Limits::default().with_max_nesting(1_000_000);
        assert_eq!(document(&deep(10_000).bytes(), &raised).expect("it is deep").text(), "底\n");
    }
}

#[test]
fn cells_and_time_have_limits() {
    let rows = row(&[("<w:gridSpan w:val='4000000000'/>", "宽")]).repeat(100);
    let wide = Written::with_body(&format!("<w:tbl>{rows}</w:tbl>"));
    assert_eq!(over(&wide, Limits::default().with_max_cells(6000)), Limit::Cells);
    assert_eq!(read(&wide).blocks().len(), 100);
    assert_eq!(over(&wide, Limits::default().with_max_time(Duration::ZERO)), Limit::Time);
}

#[test]
fn absurd_names_of_parts() {
    let names = [
        "",
        "/",
        "../../etc/passwd",
        "word/../word/document.xml",
        "WORD\\DOCUMENT.XML",
        "word/document.xml/",
        "\u{202E}x",
    ];
    let mut written = Written::default();
    for name in names {
        written = written.part(name, "<");
    }
    assert!(matches!(error(&written), ReadError::Damaged { .. }));
}

#[test]
fn what_is_written_once_and_shown_often_does_not_grow() {
    let long = "长".repeat(100_000);
    let shown = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>";
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:lvlText w:val='{long}'/></w:lvl></w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    );
    let numbered =
        Written::with_body(&shown.repeat(1000)).words("word/numbering.xml", "numbering", &numbering);
    assert!(read(&numbered).text().len() < 300_000);

    let link = "<w:p><w:hyperlink r:id='a'><w:r><w:t>甲</w:t></w:r></w:hyperlink></w:p>";
    let linked = Written::with_body(&link.repeat(1000))
        .relations("word/_rels/document.xml.rels", &[("a", "hyperlink", &long)]);
    let document = read(&linked);
    assert!((1..100).contains(&document.links().len()), "{}", document.links().len());
    assert_eq!(document.text().lines().count(), 1000);
}

#[test]
fn archives_of_very_many_parts() {
    // Each sign begins a part with a long name of its own, which ends in those of the next thousands.
    let headers: Vec<u8> =
        (0..200_000_u32).flat_map(|n| [&b"PK\x03\x04"[..], &n.to_be_bytes()].concat()).collect();
    let error = document(&headers, &Limits::default()).expect_err("nothing is in it");
    assert!(matches!(error, ReadError::Damaged { .. }), "{error}");
    let entries = b"PK\x01\x02".repeat(70_000);
    insta::assert_snapshot!(document(&entries, &Limits::default()).expect_err("too many"), @"the input is a Word document (.docx) that is damaged: it is a ZIP archive of more than 65535 parts; get it from its source again");
}

#[test]
fn of_parts_with_the_same_name_one_is_read() {
    let mut bytes = Written::with_body(&p("12")).part("word/documenu.xml", "<x/>").bytes();
    while let Some(at) = memchr::memmem::find(&bytes, b"documenu") {
        bytes[at + 7] = b't';
    }
    match document(&bytes, &Limits::default()) {
        Ok(document) => assert_eq!(document.text(), "12\n"),
        Err(error) => assert!(matches!(error, ReadError::Empty | ReadError::Damaged { .. }), "{error}"),
    }
}

#[test]
fn messages_are_short_whatever_the_file_says() {
    let name = "x".repeat(100_000);
    for body in [format!("{}</{name}>", p("前")), format!("{}<{name}></a>", p("前"))] {
        let document = read(&Written::with_body(&body));
        assert_eq!(document.text(), "前\n");
        assert!(
            document.remarks().iter().all(|remark| remark.notice().message(Language::English).len() < 400)
        );
    }
}

/// A document with some of everything.
fn sample() -> Vec<u8> {
    let table = format!(
        "<w:tbl>{}{}</w:tbl>",
        row(&[("<w:vMerge w:val='restart'/>", "甲"), ("", "1")]),
        row(&[("<w:vMerge/>", ""), ("", "2")])
    );
    Written::with_body(
        &(p("一、总体情况") + &table + "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"),
    )
    .words("word/styles.xml", "styles", "<w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>")
    .words("word/footnotes.xml", "footnotes", &format!("<w:footnote w:id='1'>{}</w:footnote>", p("注")))
    .bytes()
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), end in any::<prop::sample::Index>(), cut in any::<bool>()) {
        let mut bytes = sample();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        let _ = document(&bytes, &Limits::default());
    }

    #[test]
    fn no_xml_makes_it_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let written = Written::with_body(&pieces.concat());
        if let Ok(document) = document(&written.bytes(), &Limits::default()) {
            let text = document.text();
            for block in document.blocks() {
                prop_assert!(text.get(block.span.range()).is_some());
                for cell in document.cells(block) {
                    prop_assert!(text.get(cell.span.range()).is_some() && block.span.contains(cell.span));
                }
            }
            prop_assert!(document.blocks().is_sorted_by_key(|block| block.span.start));
            prop_assert!(document.links().is_sorted_by_key(|link| link.span.start));
        }
    }
}

const PIECES: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>字</w:t>",
    "<w:t>1</w:t>",
    "<w:br/>",
    "<w:tab/>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:tcPr><w:vMerge/></w:tcPr>",
    "<w:tcPr><w:gridSpan w:val='3'/><w:vMerge w:val='restart'/></w:tcPr>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:hyperlink>",
    "</w:hyperlink>",
    "<w:sdt>",
    "</w:sdt>",
    "<w:fldChar w:fldCharType='begin'/>",
    "<w:fldChar w:fldCharType='end'/>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<mc:AlternateContent>",
    "<mc:Choice>",
    "</mc:Choice>",
    "</mc:AlternateContent>",
    "<a:blip/>",
    "<w:altChunk/>",
    "<w:p><w:r><w:t>段</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>9</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
];
