//! PDF documents: only what a person sees on the page is read, and nothing that cannot be read for sure.
#![cfg(feature = "pdf")]

#[path = "support/pdf_cell.rs"]
mod pdf_cell;
#[path = "support/pdf_file.rs"]
mod pdf_file;
#[path = "support/page.rs"]
mod support;

use std::fmt::Write as _;
use std::time::Duration;

use govreport_core::document::Format;
use govreport_readers::{Limits, ReadError, pdf};

use pdf_cell::{PLACE, ROW, annotated, appearance, cell, cell_of, read, text};
use pdf_file::{FONT, file, helvetica, one_page, stream};
use support::{blocks, check_spans};

#[test]
fn figures_set_high_are_marks() {
    assert_eq!(cell("BT /F 10 Tf 130 86 Td (351) Tj /F 6 Tf 4 Ts (1) Tj ET"), "351¹");
    assert_eq!(cell("BT /F 10 Tf 130 86 Td (351) Tj /F 5 Tf 6 Ts (12) Tj ET"), "351¹²");
    assert_eq!(cell("BT /F 10 Tf 130 86 Td (5) Tj /F 6 Tf 4 Ts ([1]) Tj ET"), "5[1]");
    assert_eq!(cell("BT /F 10 Tf 130 86 Td (351) Tj /F 6 Tf -2 Ts (1) Tj ET"), "351₁");
    assert_eq!(cell("BT /F 10 Tf 130 86 Td (351) Tj /F 6 Tf (1) Tj ET"), "351 1");
}

#[test]
fn what_is_struck_out_is_not_read() {
    let line = "130 89.4 m 141 89.4 l S ";
    // With something in its stead, and alone.
    assert_eq!(cell(&format!("{}{line}{}", text("99", 0.0), text("351", 11.2))), "351");
    assert_eq!(cell(&format!("{}{line}{}", text("99", 0.0), text("351", 30.0))), "351");
    assert_eq!(cell(&format!("{}{line}", text("99", 0.0))), "\u{FFFD}\u{FFFD}");
    // A thin rectangle, and two lines.
    assert_eq!(cell(&format!("{}130 89 11 0.8 re f {}", text("99", 0.0), text("7", 20.0))), "7");
    assert_eq!(cell(&format!("{}{line}130 90.4 m 141 90.4 l S {}", text("99", 0.0), text("7", 20.0))), "7");
    // Only part of a number.
    assert_eq!(cell(&format!("{}{line}", text("99351", 0.0))), "\u{FFFD}".repeat(5));
}

#[test]
fn underlines_and_rules_strike_nothing() {
    assert_eq!(cell(&format!("{}130 85 m 147 85 l S", text("351", 0.0))), "351");
    assert_eq!(cell(&format!("{}130 84 17 0.6 re f", text("351", 0.0))), "351");
    assert_eq!(cell(&format!("{}130 94 m 147 94 l S", text("351", 0.0))), "351");
}

#[test]
fn annotations_strike_out_and_mark() {
    let quads = "/Rect[130 84 141 95]/QuadPoints[130 95 141 95 130 84 141 84]";
    let drawing = format!("{}{}", text("99", 0.0), text("351", 20.0));
    assert_eq!(annotated(&format!("/Subtype/StrikeOut{quads}"), &drawing, Vec::new()), "351");
    let drawn = appearance("1 0 0 RG 2 5.4 m 13 5.4 l S");
    assert_eq!(annotated(&format!("/Subtype/StrikeOut{PLACE}"), &drawing, vec![drawn.clone()]), "351");
    // Not shown.
    assert_eq!(annotated(&format!("/Subtype/StrikeOut/F 2{quads}"), &drawing, Vec::new()), "99 351");
    // The same line as part of a frame or an icon, and below the figures.
    assert_eq!(annotated(&format!("/Subtype/Text{PLACE}"), &drawing, vec![drawn]), "99 351");
    let below = appearance("1 0 0 RG 2 1 m 13 1 l S");
    assert_eq!(annotated(&format!("/Subtype/Underline{PLACE}"), &drawing, vec![below]), "99 351");
    // Whatever a highlighter is painted with, the text below it is read.
    let yellow = appearance("1 1 0 rg 0 0 40 12 re f");
    assert_eq!(annotated(&format!("/Subtype/Highlight{PLACE}"), &drawing, vec![yellow]), "99 351");
}

#[test]
fn text_in_the_colour_of_its_ground_is_not_shown() {
    let number = text("351", 0.0);
    assert_eq!(cell(&format!("{number}1 g {}", text("9", 16.7))), "351");
    assert_eq!(cell(&format!("{number}0.97 0.98 1 rg {}", text("9", 16.7))), "351");
    assert_eq!(cell(&format!("0.8 g 121 81 98 18 re f 0 g {number}0.8 g {}", text("9", 16.7))), "351");
    // White on dark is seen, black on black is not.
    assert_eq!(cell(&format!("0 0 0.4 rg 121 81 98 18 re f 1 g {number}")), "351");
    assert_eq!(cell(&format!("0 g 121 81 98 18 re f {} 1 g {number}", text("8", 40.0))), "351");
    // Where the ground is not known, words are kept and figures are not.
    let picture = "q 98 0 0 18 121 81 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{1}\nEI Q ";
    assert_eq!(cell(&format!("{picture}1 g {}", text("No 7", 0.0))), "No \u{FFFD}");
    assert_eq!(cell(&format!("{picture}0 g {number}")), "351");
}

#[test]
fn what_is_clipped_away_or_off_the_page_is_not_shown() {
    let number = text("351", 0.0);
    assert_eq!(cell(&format!("{number}q 0 0 10 10 re W n {} Q", text("9", 16.7))), "351");
    // A number of which a part is cut off is not the part that is left.
    let cut = cell(&format!("q 121 81 20.2 18 re W n {number} Q"));
    assert!(cut.contains('\u{FFFD}') && !cut.contains("35"), "{cut}");
    let document = read(FONT, "BT /F 10 Tf 20 100 Td (12) Tj 290 0 Td (345) Tj ET", Vec::new());
    assert_eq!(document.text(), "12\n");
    assert_eq!(cell(&format!("{number}BT 3 Tr /F 10 Tf 146.7 86 Td (9) Tj ET")), "351");
}

#[test]
fn watermarks_are_not_text() {
    let number = text("351", 0.0);
    for mark in [
        // Turned, large and pale, marked as what it is, or lying over the table.
        "q 0.85 g BT /F 40 Tf 0.7 0.7 -0.7 0.7 130 60 Tm (2023) Tj ET Q ",
        "q 0.7 g BT /F 40 Tf 90 75 Td (2023) Tj ET Q ",
        "q 1 0 0 RG 1 0 0 rg /G gs BT /F 40 Tf 90 75 Td (2023) Tj ET Q ",
        "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC BT /F 10 Tf 150 86 Td (2023) Tj ET EMC ",
        "q 1 0 0 rg BT /F 40 Tf 110 75 Td (2023) Tj ET Q ",
        // Small and pale behind the text, here and in the empty room.
        "q 0.8 g BT /F 9 Tf 128 86 Td (88) Tj ET BT /F 9 Tf 180 86 Td (88) Tj ET Q ",
    ] {
        let page = "/Resources<</Font<</F 5 0 R>>/ExtGState<</G<</ca 0.3/CA 0.3>>>>>>";
        let words = "BT /F 10 Tf 20 150 Td (Report of a district) Tj 0 -14 Td (Requests received) Tj ET ";
        for drawing in [format!("{words}{mark}{number}"), format!("{words}{number}{mark}")] {
            assert_eq!(cell_of(page, &drawing, Vec::new()), "351", "{mark}");
        }
    }
    // A title is large, and is text.
    let document =
        read(FONT, "BT /F 40 Tf 20 150 Td (2023) Tj /F 9 Tf 0 -50 Td (Some words) Tj ET", Vec::new());
    assert_eq!(document.text(), "2023\nSome words\n");
}

#[test]
fn what_is_covered_is_not_read() {
    let number = text("351", 0.0);
    let unknown = "\u{FFFD}".repeat(3);
    for cover in [
        "0 g 128 82 22 14 re f ",
        "1 g 128 82 22 14 re f ",
        "0 g 120 89 m 120 100 160 100 160 89 c 160 78 120 78 120 89 c f ",
        // What is filled is closed, whether or not the drawing says it.
        "0 g 118 78 m 118 100 l 140 104 l 160 100 l 160 78 l f ",
        "q 22 0 0 14 128 82 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{1}\nEI Q ",
    ] {
        assert_eq!(cell(&format!("{number}{cover}")), unknown, "{cover}");
    }
    // What is written on the cover counts.
    assert_eq!(cell(&format!("{number}1 g 128 82 30 14 re f 0 g {}", text("77", 2.0))), "77");
    // Half a number is none.
    assert!(cell(&format!("{number}0 g 128 82 8 14 re f")).starts_with('\u{FFFD}'));
}

#[test]
fn what_lets_through_covers_nothing() {
    let number = text("351", 0.0);
    let page = "/Resources<</Font<</F 5 0 R>>/ExtGState<</A<</ca 0.4>>/M<</BM/Multiply>>>>>>";
    for cover in [
        "/A gs 1 1 0 rg 128 82 22 14 re f ",
        "/M gs 1 1 0 rg 128 82 22 14 re f ",
        // A ring, and a frame.
        "1 0 0 rg 121 81 60 18 re 123 83 56 14 re f* ",
        "1 0 0 RG 126 84.8 26 10 re S ",
        // Clipped away.
        "q 0 0 5 5 re W n 0 g 128 82 22 14 re f Q ",
        "q 22 0 0 14 128 82 cm BI /W 8 /H 1 /IM true /BPC 1 ID \u{1}\nEI Q ",
    ] {
        assert_eq!(cell_of(page, &format!("{number}{cover}"), Vec::new()), "351", "{cover}");
    }
}

#[test]
fn annotations_lie_over_the_page() {
    let number = text("351", 0.0);
    let black = appearance("0 g 0 0 40 12 re f");
    assert_eq!(
        annotated(&format!("/Subtype/Square{PLACE}"), &number, vec![black.clone()]),
        "\u{FFFD}".repeat(3)
    );
    assert_eq!(annotated(&format!("/Subtype/Square/F 2{PLACE}"), &number, vec![black]), "351");
    let written = appearance("1 g 0 0 40 12 re f 0 g BT /F 9 Tf 4 3 Td (340) Tj ET");
    assert_eq!(annotated(&format!("/Subtype/FreeText{PLACE}"), &number, vec![written]), "340");
    // Fields of a form, drawn and only stated.
    let field = appearance("BT /F 9 Tf 4 3 Td (28) Tj ET");
    assert_eq!(annotated(&format!("/Subtype/Widget/FT/Tx/V(28){PLACE}"), "", vec![field]), "28");
    let stated = "/Rect[128 84 168 96]/DA(/F 9 Tf 0 g)";
    assert_eq!(annotated(&format!("/Subtype/Widget/FT/Tx/V(28){stated}"), "", Vec::new()), "28");
    assert_eq!(annotated(&format!("/Subtype/Widget/FT/Tx/Ff 8192/V(28){stated}"), "", Vec::new()), "");
    assert_eq!(annotated(&format!("/Subtype/FreeText/Contents(30){stated}"), "", Vec::new()), "30");
    assert_eq!(annotated(&format!("/Subtype/FreeText/C[1]/Contents(30){stated}"), &number, Vec::new()), "30");
    // A check mark is no figure, though its code is that of one.
    let check = "<</Type/XObject/Subtype/Form/BBox[0 0 40 12]";
    let check = stream(
        &format!(
            "{}/Resources<</Font<</Z<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>>>>>",
            &check[2..]
        ),
        b"BT /Z 9 Tf 4 3 Td (4) Tj ET",
    );
    let ticked = annotated(&format!("/Subtype/Widget/FT/Btn{PLACE}"), "", vec![check]);
    assert!(!ticked.contains(char::is_numeric), "{ticked}");
}

#[test]
fn what_is_printed_twice_is_one_text() {
    for (right, up) in [(0.0, 0.0), (0.4, 0.0), (1.0, 0.5), (2.0, -1.0), (3.0, 0.0)] {
        let again = format!("BT /F 10 Tf {} {} Td (340) Tj ET ", 130.0 + right, 86.0 + up);
        assert_eq!(cell(&format!("{}{again}", text("340", 0.0))), "340", "{right} {up}");
        // The shadow is painted first, and paler.
        assert_eq!(cell(&format!("0.6 g {again}0 g {}", text("340", 0.0))), "340", "{right} {up}");
    }
    assert_eq!(cell(&text("1111", 0.0)), "1111");
    assert_eq!(cell("BT /F 10 Tf -1 Tc 130 86 Td (1111) Tj ET"), "1111");
}

#[test]
fn two_numbers_on_one_place_cannot_be_read() {
    for right in [0.0, 1.0, 2.5, 4.0] {
        let found = cell(&format!("{}{}", text("340", 0.0), text("77", right)));
        assert!(!found.contains(|c: char| c.is_ascii_digit()), "{found}");
    }
    // A figure of full width is twice as wide as one that lies in its right half.
    for right in [0.0, 2.0, 4.5, 6.5] {
        let page = "/Resources<</Font<</F 5 0 R/W 6 0 R>>>>";
        let font =
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>";
        let descendant = "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)\
            /Ordering(GB1)/Supplement 4>>/DW 1000>>";
        let drawing = format!("BT /W 10 Tf 130 86 Td <FF13> Tj ET {}", text("7", right));
        let more = [font, descendant].map(|object| object.as_bytes().to_vec());
        let found = cell_of(page, &drawing, more.to_vec());
        assert!(!found.contains(|c: char| c.is_ascii_digit() || c == '３'), "{right}: {found}");
    }
    // Where two tables lie on each other, what happens to be equal is no bold type.
    let document = read(
        FONT,
        "BT /F 10 Tf 20 100 Td (34) Tj 0 -30 Td (5) Tj 0 60 Td (Words) Tj ET \
         BT /F 10 Tf 20 100 Td (77) Tj 0 -30 Td (5) Tj 0 60 Td (Words) Tj ET",
        Vec::new(),
    );
    assert_eq!(document.text().lines().next(), Some("Words"));
    assert!(!document.text().contains(char::is_numeric), "{}", document.text());
}

#[test]
fn a_hyphen_in_front_of_a_figure_is_a_minus() {
    for name in ["hyphen", "sfthyphen", "uni00AD", "uni2010", "uni2011", "uniFE63"] {
        let font =
            format!("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[97/{name}]>>>>");
        let page = "/Resources<</Font<</F 5 0 R/S 6 0 R>>>>";
        let drawing = "BT /S 10 Tf 130 86 Td (a) Tj /F 10 Tf (5) Tj ET";
        assert_eq!(cell_of(page, drawing, vec![font.into_bytes()]), "-5", "{name}");
    }
    for (name, sign) in [("minus", "−5"), ("uniFF0D", "－5"), ("endash", "–5")] {
        let font =
            format!("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[97/{name}]>>>>");
        let page = "/Resources<</Font<</F 5 0 R/S 6 0 R>>>>";
        let drawing = "BT /S 10 Tf 130 86 Td (a) Tj /F 10 Tf (5) Tj ET";
        assert_eq!(cell_of(page, drawing, vec![font.into_bytes()]), sign, "{name}");
    }
}

#[test]
fn a_number_that_reaches_over_its_cell_stays_whole() {
    let document = read(
        FONT,
        &format!("{ROW}220 80 60 20 re S {}{}", text("12345", 70.0), text("8", 120.0)),
        Vec::new(),
    );
    assert_eq!(blocks(&document), ["R0 Granted|12345|8"]);
}

#[test]
fn a_scan_keeps_its_text_beside_a_printed_page_number() {
    let scan = "q 300 0 0 200 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7F}\nEI Q ";
    let recognised = "BT 3 Tr /F 10 Tf 20 100 Td (Granted 12) Tj ET ";
    let printed = "BT 0 Tr /F 10 Tf 150 10 Td (1) Tj ET ";
    for drawing in [format!("{scan}{recognised}{printed}"), format!("{recognised}{scan}{printed}")] {
        let document = read(FONT, &drawing, Vec::new());
        assert!(document.text().contains("Granted 12"), "{}", document.text());
    }
    // Text below the picture of a scan is what was recognised in it.
    let below = "BT /F 10 Tf 20 100 Td (Granted 12) Tj ET ";
    assert_eq!(read(FONT, &format!("{below}{scan}"), Vec::new()).text(), "Granted 12\n");
}

#[test]
fn hostile_drawings_give_a_document_or_an_error() {
    let limits = Limits::default().with_max_time(Duration::from_secs(20));
    let try_read = |page: &str, drawing: &str, more: Vec<Vec<u8>>| {
        let mut objects = helvetica();
        objects.extend(more);
        match pdf::document(&file(&one_page(page, stream("", drawing.as_bytes()), objects), ""), &limits) {
            Ok(document) => check_spans(&document),
            Err(ReadError::OverLimit { .. } | ReadError::Damaged { format: Format::Pdf, .. }) => {}
            Err(error) => panic!("{error}"),
        }
    };
    let mut many = String::new();
    for at in 0..3_000 {
        let _ = write!(many, "0.{at} g 0 0 300 {} re f BT /F 9 Tf {} 50 Td (17) Tj ET ", at % 200, at % 7);
    }
    try_read(FONT, &many, Vec::new());
    try_read(FONT, &"BT /F 9 Tf 10 10 Td (1) Tj ET ".repeat(20_000), Vec::new());
    try_read(FONT, &"/A<</Subtype/Watermark>>BDC q 0 0 9 9 re W n ".repeat(5_000), Vec::new());
    try_read(FONT, &"EMC Q ".repeat(5_000), Vec::new());
    for numbers in ["0 0 0 0 0 0", "1e30 0 0 1e30 0 0", "1e-30 0 0 1e-30 5 5", "1 1 1 1 1 1", "-1 0 0 0 9 9"]
    {
        let drawing = format!(
            "{numbers} cm 0 g 5 5 50 50 re f BT /F 10 Tf 10 10 Td (351) Tj ET 5 5 m 50 50 l S 10 13 m 30 13 l S 0 0 m f"
        );
        try_read(FONT, &drawing, Vec::new());
    }
    let parent = "<</Type/Annot/Subtype/Widget/Rect[0 0 50 50]/Parent 6 0 R/FT/Tx>>";
    for annotation in [
        parent,
        "<</Subtype/StrikeOut/Rect[1 2 3]/QuadPoints[1 2 3]>>",
        "<</Subtype/FreeText/Rect[5 5 5 5]/Contents(1\n2\n3)/DA(Tf)/C[(x)]>>",
        "<</Subtype/FreeText/Rect[1e30 -1e30 1 1]/Contents(1)/DA(/F 1e30 Tf)/Q 9>>",
        "<</Subtype/Square/Rect[0 0 0 0]/AP<</N 4 0 R>>>>",
        "<</Subtype/Polygon/Rect[0 0 50 50]/IC[1]>>",
        "<</Subtype/Polygon/Rect[0 0 50 50]/IC[1]/Vertices[1e30 5 -1e30 9 (x) 1]/CA -3>>",
        "<</Subtype/Redact/Rect[1e30 -1e30 1 1]/QuadPoints[1 2 3 4]/IC[(x)]>>",
        "<</Subtype/Ink/Rect[0 0 50 50]/InkList[[1] (x) [1e30 -1e30 5 5 1e30 1e30] 6 0 R]>>",
        "<</Subtype/Line/Rect[0 0 50 50]/L[-1e30 -1e30 1e30 1e30]/Border[0 0]>>",
        "[6 0 R]",
        "6 0 R",
    ] {
        let page = format!("{FONT}/Annots[6 0 R null 7 0 R (x) 6 0 R]");
        try_read(&page, "BT /F 10 Tf 10 10 Td (351) Tj ET", vec![annotation.as_bytes().to_vec()]);
    }
}
