//! PDF documents: a sign that is drawn and has no character is never lost, and what viewers draw by themselves is seen.
#![cfg(feature = "pdf")]

#[path = "support/pdf_cell.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod pdf_cell;
#[path = "support/pdf_file.rs"]
mod pdf_file;
#[path = "support/page.rs"]
mod support;

use pdf_cell::cell_of;
use pdf_file::stream;

/// Whether a cell holds no number: something in it is not known.
fn is_withheld(found: &str) -> bool {
    found.contains('\u{FFFD}')
}

/// A cell with codes of a Chinese font that is not in the file, with this encoding.
fn coded(encoding: &str, codes: &str, map: Option<&str>) -> String {
    let map_entry = if map.is_some() { "/ToUnicode 8 0 R" } else { "" };
    let font = format!(
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}/DescendantFonts[7 0 R]{map_entry}>>"
    );
    let descendant = "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)\
        /Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500]>>";
    let mut more = vec![font.into_bytes(), descendant.as_bytes().to_vec()];
    let map = map.map(|ranges| {
        format!(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n\
             1 begincodespacerange <0000> <FFFF> endcodespacerange\n{ranges}\nendcmap end end"
        )
    });
    more.extend(map.map(|map| stream("", map.as_bytes())));
    let page = "/Resources<</Font<</F 5 0 R/W 6 0 R>>>>";
    cell_of(page, &format!("BT /W 10 Tf 130 86 Td <{codes}> Tj ET"), more)
}

#[test]
fn a_code_that_the_encoding_does_not_have_is_a_sign() {
    // U+2212 and U+2011 stand in no Chinese character set before the last.
    for (encoding, codes) in [
        ("UniGB-UCS2-H", "221200310033"),
        ("UniGB-UCS2-H", "201100310033"),
        ("UniGB-UCS2-H", "002D22120033"),
        ("UniGB-UTF16-H", "F8FF00310033"),
        ("GBK-EUC-H", "FEFE3133"),
        ("GBK-EUC-H", "FF3133"),
        ("GB-EUC-H", "A9FE3133"),
        ("UniGB-UCS2-H", "000000310033"),
    ] {
        let found = coded(encoding, codes, None);
        assert!(is_withheld(&found), "{encoding} {codes}: {found}");
    }
    // What it has is read as it was, and so is white space.
    assert_eq!(coded("UniGB-UCS2-H", "002D00310033", None), "-13");
    assert_eq!(coded("UniGB-UCS2-H", "002000310033", None), "13");
    assert_eq!(coded("UniGB-UCS2-H", "300000310033", None), "13");
    assert_eq!(coded("UniGB-UCS2-H", "201300310033", None), "\u{2013}13");
    assert_eq!(coded("GBK-EUC-H", "2D3133", None), "-13");
}

#[test]
fn a_code_mapped_to_what_is_no_character_is_a_sign() {
    let codes = "222200310033";
    let figures = "1 beginbfrange <0020> <007E> <0020> endbfrange 1 beginbfchar <2222>";
    for target in ["0000", "0001", "001F", "007F", "FFFD", "FFFF", "D800"] {
        let found = coded("Identity-H", codes, Some(&format!("{figures} <{target}> endbfchar")));
        assert!(is_withheld(&found), "{target}: {found}");
    }
    // A soft hyphen is drawn as a hyphen, alone and with the figures.
    assert_eq!(coded("Identity-H", codes, Some(&format!("{figures} <00AD> endbfchar"))), "-13");
    assert_eq!(coded("Identity-H", codes, Some(&format!("{figures} <00AD0037> endbfchar"))), "-713");
    assert_eq!(coded("Identity-H", codes, Some(&format!("{figures} <22120037> endbfchar"))), "\u{2212}713");
    let found = coded("Identity-H", codes, Some(&format!("{figures} <E001> endbfchar")));
    assert!(found != "13", "{found}");
}
