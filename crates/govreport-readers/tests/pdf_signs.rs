//! PDF documents: a sign that is drawn and has no character is never lost, and what viewers draw by themselves is seen.
#![cfg(feature = "pdf")]

#[path = "support/pdf_cell.rs"]
mod pdf_cell;
#[path = "support/pdf_file.rs"]
mod pdf_file;
#[path = "support/page.rs"]
mod support;

use pdf_cell::{PLACE, annotated, appearance, cell, cell_of, read, text};
use pdf_file::{FONT, stream};

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

#[test]
fn a_minus_drawn_as_a_line_is_not_lost() {
    let number = text("13", 0.0);
    for minus in [
        // As wide as a figure and narrower, near and a little off, thin and thick.
        "0.5 w 124.5 89.4 m 129.5 89.4 l S ",
        "0.5 w 126 89.4 m 129 89.4 l S ",
        "1 w 121.5 89.4 m 127 89.4 l S ",
        "124.5 89.1 4.5 0.6 re f ",
        "124.5 88.8 4.5 1.2 re f ",
        "124.5 88.5 4.5 0 re S ",
        "0.5 w 124.5 88.6 m 129.5 88.6 l S ",
        "0.5 w 124.5 90.4 m 129.5 90.4 l S ",
    ] {
        for drawing in [format!("{minus}{number}"), format!("{number}{minus}")] {
            let found = cell(&drawing);
            assert!(is_withheld(&found) && found.ends_with("13"), "{minus}: {found}");
        }
    }
    let line = "/Subtype/Line/L[124.5 89.4 129.5 89.4]/Rect[124 88 130 91]";
    assert!(is_withheld(&annotated(line, &number, Vec::new())));
    // Between two figures, and of text that runs up the page.
    assert!(is_withheld(&cell(&format!("{}0.5 w 142 89.4 m 146 89.4 l S {}", number, text("7", 17.0)))));
    let up = "BT /F 10 Tf 0 1 -1 0 60 40 Tm (13) Tj ET 0.5 w 56.6 34.5 m 56.6 39.5 l S";
    assert!(is_withheld(read(FONT, up, Vec::new()).text()));
}

#[test]
fn lines_that_are_no_minus_change_nothing() {
    let number = text("13", 0.0);
    for line in [
        // Below the figures, above them, through them, far off, long, dotted, part of a frame.
        "0.5 w 124.5 85 m 129.5 85 l S ",
        "0.5 w 124.5 95 m 129.5 95 l S ",
        "0.5 w 121 83.5 m 160 83.5 l S ",
        "0.5 w 160 89.4 m 164.5 89.4 l S ",
        "0.5 w 124.5 86 5 7 re S ",
        "0.5 w 170 89.4 m 174 89.4 l 176 89.4 m 180 89.4 l S ",
        "126 89.4 0.5 0.5 re f ",
    ] {
        assert_eq!(cell(&format!("{line}{number}")), "13", "{line}");
    }
    // A line through another figure strikes that out.
    let struck = format!("{}0.5 w 124.6 89.4 m 130 89.4 l S {number}", text("9", -5.5));
    assert!(!cell(&struck).contains('9'));
    // Leaders run up to a number, and a rule of a table ends beside one.
    let leaders: Vec<String> =
        (0..14).map(|at| format!("{} 89.4 m {} 89.4 l ", 60 + 5 * at, 63 + 5 * at)).collect();
    let leaders = leaders.concat();
    let document = read(FONT, &format!("0.5 w {leaders}S {number}"), Vec::new());
    assert_eq!(document.text(), "13\n");
    let rule = "121 60 6 40 re S 120 60 100 40 re S 20 60 100 40 re S 121 80 m 127 80 l S BT /F 10 Tf 128 76.6 Td (13) Tj ET";
    let document = read(FONT, rule, Vec::new());
    assert!(document.text().contains("13") && !is_withheld(document.text()), "{}", document.text());
}

#[test]
fn diagonals_strike_out() {
    let (decoy, number) = (text("99", 0.0), text("351", 30.0));
    for line in [
        "0.6 w 129.5 86 m 141.5 93.2 l S ",
        "0.6 w 129.5 93.2 m 141.5 86 l S ",
        "0.6 w 129.5 86 m 141.5 93.2 l 129.5 93.2 m 141.5 86 l S ",
        "0.6 w 128 84 m 143 95 l S ",
        // A thin surface, and a stroke of the hand.
        "129.5 86 m 141.5 92.8 l 141.5 93.4 l 129.5 86.6 l f ",
        "0.6 w 129.5 86 m 134 89 l 138 91 l 141.5 93.2 l S ",
        "0.6 w 129.5 86 m 133 88.6 138 90.6 141.5 93.2 c S ",
    ] {
        assert_eq!(cell(&format!("{decoy}{line}{number}")), "351", "{line}");
    }
    // One figure of a number, and a line that goes on across the cell.
    assert!(is_withheld(&cell(&format!("{}0.6 w 130 86 m 135 93.2 l S", text("951", 0.0)))));
    assert!(is_withheld(&cell(&format!("{decoy}0.6 w 121 82 m 160 99 l S"))));
    // Of annotations.
    let drawn = appearance("1 0 0 RG 1.5 2 m 13.5 9.2 l S");
    assert_eq!(annotated(&format!("/Subtype/Ink{PLACE}"), &format!("{decoy}{number}"), vec![drawn]), "351");
}

#[test]
fn diagonals_elsewhere_strike_nothing() {
    let number = text("351", 0.0);
    for line in [
        // Beside the number, above it, across the empty part of the cell, and in its corner.
        "0.6 w 150 86 m 162 93.2 l S ",
        "0.6 w 129.5 94 m 147 99 l S ",
        "0.6 w 150 80 m 220 100 l S ",
        "0.6 w 120 80 m 126 84 l S ",
        "0.6 w 126 80 m 130 86 l S ",
    ] {
        assert_eq!(cell(&format!("{number}{line}")), "351", "{line}");
    }
    // A heading cell that is parted by a diagonal keeps its words.
    let document = read(
        FONT,
        "20 80 100 40 re S 120 80 60 40 re S 20 120 m 120 80 l S BT /F 10 Tf 75 106 Td (Kind) Tj -50 -20 Td (Body) Tj \
         105 10 Td (12) Tj ET",
        Vec::new(),
    );
    assert!(["Kind", "Body", "12"].iter().all(|word| document.text().contains(word)), "{}", document.text());
}

#[test]
fn what_viewers_paint_for_annotations_hides() {
    let number = text("351", 0.0);
    let rect = "/Rect[128 84 168 96]";
    let quads = "/Rect[128 84 168 96]/QuadPoints[128 96 168 96 128 84 168 84]";
    for annotation in [
        format!("/Subtype/Square/C[1 1 1]/IC[1 1 1]{rect}"),
        format!("/Subtype/Square/IC[0]{rect}"),
        format!("/Subtype/Circle/IC[0 0 0 1]{rect}"),
        format!("/Subtype/Polygon/IC[1 1 1]/Vertices[126 82 170 82 170 98 126 98]{rect}"),
        format!("/Subtype/Redact/IC[0 0 0]{quads}"),
        format!("/Subtype/Redact{quads}"),
        format!("/Subtype/Redact{rect}"),
        format!("/Subtype/FreeText/C[1 1 1]/DA(/Helv 9 Tf 0 g)/Contents( ){rect}"),
        format!("/Subtype/FreeText/C[1 1 1]/DA(/Helv 9 Tf 0 g){rect}"),
        format!("/Subtype/FreeText/C[0 0 0 0]/DA(/Helv 9 Tf 0 g)/Contents(){rect}"),
        format!("/Subtype/Widget/FT/Tx/MK<</BG[1 1 1]>>{rect}"),
    ] {
        let found = annotated(&annotation, &number, Vec::new());
        assert!(!found.contains(char::is_numeric), "{annotation}: {found}");
    }
    // The new number stands on the cover, whatever was below it.
    let stated = format!("/Subtype/FreeText/C[0 0 0 0]/Contents(30)/DA(/F 9 Tf 0 g){rect}");
    assert_eq!(annotated(&stated, &number, Vec::new()), "30");
}

#[test]
fn what_viewers_paint_for_annotations_lets_through() {
    let number = text("351", 0.0);
    let rect = "/Rect[128 84 168 96]";
    let quads = "/Rect[128 84 168 96]/QuadPoints[128 96 168 96 128 84 168 84]";
    for annotation in [
        format!("/Subtype/Square/C[1 0 0]{rect}"),
        format!("/Subtype/Square/C[1 0 0]/IC[]{rect}"),
        format!("/Subtype/Square/C[1 0 0]/IC[1 1 0]/CA 0.4{rect}"),
        format!("/Subtype/Square/IC[1 1 1]/F 2{rect}"),
        format!("/Subtype/Highlight/C[1 1 0]{quads}"),
        format!("/Subtype/Underline/C[1 0 0]{quads}"),
        format!("/Subtype/Link/C[1 0 0]{rect}"),
        format!("/Subtype/Line/L[128 84 168 84]{rect}"),
    ] {
        assert_eq!(annotated(&annotation, &number, Vec::new()), "351", "{annotation}");
    }
}

#[test]
fn what_viewers_draw_for_annotations_strikes_out() {
    let drawing = format!("{}{}", text("99", 0.0), text("351", 20.0));
    let rect = "/Rect[128 84 145 96]";
    for annotation in [
        "/Subtype/Line/L[129.5 89.4 141.5 89.4]",
        "/Subtype/Line/L[129.5 86 141.5 93.2]",
        "/Subtype/PolyLine/Vertices[129.5 86 136 90 141.5 93.2]",
        "/Subtype/Ink/InkList[[129.5 86 136 90 141.5 93.2][129.5 93.2 141.5 86]]",
    ] {
        assert_eq!(annotated(&format!("{annotation}{rect}"), &drawing, Vec::new()), "351", "{annotation}");
    }
    // A line without width is not drawn.
    let none = format!("/Subtype/Line/BS<</W 0>>/L[129.5 89.4 141.5 89.4]{rect}");
    assert_eq!(annotated(&none, &drawing, Vec::new()), "99 351");
}
