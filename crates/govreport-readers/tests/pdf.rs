//! PDF documents: hostile, damaged, without characters; and the same report without its ruling lines.
#![cfg(feature = "pdf")]

#[path = "support/pdf_file.rs"]
mod pdf_file;
#[path = "support/page.rs"]
mod support;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use govreport_core::check::Rule;
use govreport_core::document::Document;
use govreport_readers::positioned::{self, PositionedPage};
use govreport_readers::{Limit, Limits, ReadError, pdf};

use pdf_file::{FONT, file, helvetica, one_page, stream};
use support::{blocks, check_spans};

fn read(bytes: &[u8]) -> Result<Document<'static>, ReadError> {
    let document = pdf::document(bytes, &Limits::default())?;
    check_spans(&document);
    Ok(document)
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(data).expect("memory takes all");
    encoder.finish().expect("memory takes all")
}

#[test]
fn places_are_those_of_the_page_as_it_is_shown() {
    let drawing = || stream("", b"BT /F 10 Tf 120 160 Td (2023) Tj ET");
    let upright = read(&file(&one_page(FONT, drawing(), helvetica()), "")).expect("it is sound");
    let area = upright.words()[0].area;
    assert!((area.left.get() - 120.0).abs() < 0.1 && (area.bottom.get() - 41.3).abs() < 0.2, "{area:?}");

    let cropped = format!("{FONT}/CropBox[100 50 250 180]");
    let cropped = read(&file(&one_page(&cropped, drawing(), helvetica()), "")).expect("it is sound");
    let area = cropped.words()[0].area;
    assert!((area.left.get() - 20.0).abs() < 0.1 && (area.bottom.get() - 21.3).abs() < 0.2, "{area:?}");

    // Turned by a quarter, what was drawn from left to right runs down the page and is read all the same.
    let turned = format!("{FONT}/Rotate 90");
    let turned = read(&file(&one_page(&turned, drawing(), helvetica()), "")).expect("it is sound");
    assert_eq!(blocks(&turned), ["P 2023"]);
    let area = turned.words()[0].area;
    assert!((area.top.get() - 120.0).abs() < 0.1 && area.bottom.get() > 140.0, "{area:?}");
}

#[test]
fn hidden_text_is_read_where_there_is_no_other() {
    let hidden = stream("", b"BT 3 Tr /F 10 Tf 20 100 Td (Recognised 12) Tj ET");
    let document = read(&file(&one_page(FONT, hidden, helvetica()), "")).expect("it is sound");
    assert_eq!(blocks(&document), ["P Recognised 12"]);
    let both = stream("", b"BT /F 10 Tf 20 100 Td (Shown) Tj 3 Tr 0 -30 Td (Hidden) Tj ET");
    let document = read(&file(&one_page(FONT, both, helvetica()), "")).expect("it is sound");
    assert_eq!(blocks(&document), ["P Shown"]);
}

#[test]
fn a_character_that_is_not_known_does_not_vanish() {
    let fonts = vec![
        b"<</Type/Font/Subtype/Type0/BaseFont/Unknown/Encoding/Identity-H/DescendantFonts[6 0 R]>>".to_vec(),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Unknown/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>"
            .to_vec(),
    ];
    let drawing = stream("", b"BT /F 10 Tf 20 100 Td <001200340056> Tj ET");
    let document = read(&file(&one_page(FONT, drawing, fonts), "")).expect("it is sound");
    assert_eq!(document.text().trim(), "\u{FFFD}\u{FFFD}\u{FFFD}");
    assert_eq!(document.remarks()[0].notice().rule(), Rule::InvalidBytes);
}

/// The font that every reader of Chinese PDFs has to know and that is not in the file, with a map of these ranges.
fn song_with_map(ranges: &str) -> Vec<Vec<u8>> {
    let map = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Map def /CMapType 2 def\n\
         1 begincodespacerange <0000> <FFFF> endcodespacerange\n{ranges}\nendcmap end end"
    );
    vec![
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"
            .to_vec(),
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>\
          /DW 1000/W[32 126 500]>>"
            .to_vec(),
        stream("", map.as_bytes()),
    ]
}

#[test]
fn a_sign_without_a_character_in_a_font_that_is_not_in_the_file_is_no_white_space() {
    let drawing = || stream("", b"BT /F 10 Tf 20 100 Td <22120033003300390038> Tj ET");
    let known = song_with_map("2 beginbfrange <0020> <007E> <0020> <2200> <22FF> <2200> endbfrange");
    let document = read(&file(&one_page(FONT, drawing(), known), "")).expect("it is sound");
    assert_eq!(document.text().trim(), "−3398");
    for ranges in ["1 beginbfrange <0020> <007E> <0020> endbfrange", "1 beginbfchar <0041> <0041> endbfchar"]
    {
        let document =
            read(&file(&one_page(FONT, drawing(), song_with_map(ranges)), "")).expect("it is sound");
        assert!(document.text().trim().starts_with('\u{FFFD}'), "{:?}", document.text());
        assert!(document.remarks().iter().any(|remark| remark.notice().rule() == Rule::InvalidBytes));
    }
    // Each code that is not in the map is a sign, whichever glyph of the substitute has its number.
    let codes: Vec<u16> = (1..=0x200).collect();
    for codes in codes.chunks(16) {
        let mut shown = String::new();
        for code in codes {
            let _ = write!(shown, "{code:04X}");
        }
        let drawing = stream("", format!("BT /F 10 Tf 20 100 Td <{shown}> Tj ET").as_bytes());
        let fonts = song_with_map("1 beginbfchar <4E00> <4E00> endbfchar");
        let document = read(&file(&one_page(FONT, drawing, fonts), "")).expect("it is sound");
        assert_eq!(document.text().trim(), "\u{FFFD}".repeat(codes.len()), "{shown}");
    }
}

#[test]
fn a_file_with_a_password_says_so() {
    let key = "00".repeat(32);
    let trailer =
        format!("/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{key}>/U<{key}>>>");
    let error = read(&file(&one_page(FONT, stream("", b"BT ET"), helvetica()), &trailer)).map(|_| ());
    assert_eq!(error, Err(ReadError::Encrypted { format: govreport_core::document::Format::Pdf }));
}

#[test]
fn drawings_that_draw_each_other_end_in_time() {
    let form = |next: u32| {
        let resources =
            format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {next} 0 R>>>>");
        stream(&resources, &b"/X Do ".repeat(10))
    };
    let forms = (6..40).map(form).collect();
    let drawing = stream("", b"/X Do");
    let bytes = file(&one_page("/Resources<</XObject<</X 5 0 R>>>>", drawing, forms), "");
    let limits = Limits::default().with_max_time(Duration::from_secs(1));
    let error = pdf::document(&bytes, &limits).map(|_| ());
    assert_eq!(error, Err(ReadError::OverLimit { limit: Limit::Time, most: 1 }));
}

#[test]
fn what_is_packed_is_counted_before_it_is_unpacked() {
    let limits = Limits::default().with_max_unpacked_bytes(1 << 20);
    let over = Err(ReadError::OverLimit { limit: Limit::UnpackedBytes, most: 1 << 20 });
    let data = b"q Q ".repeat(1 << 19);
    let once = stream("/Filter/FlateDecode", &packed(&data));
    let twice = stream("/Filter[/FlateDecode/FlateDecode]", &packed(&packed(&data)));
    let text = [b"BT /F 9 Tf (".as_slice(), &b"1".repeat(1 << 16), b") Tj ET"].concat();
    let long_run = stream("/Filter/FlateDecode", &packed(&text));
    for drawing in [once, twice, long_run] {
        let bytes = file(&one_page(FONT, drawing, helvetica()), "");
        assert_eq!(pdf::document(&bytes, &limits).map(|_| ()), over);
    }
}

fn example(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/formats").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A generator of numbers that is always the same.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap_or_default()
}

#[test]
fn damaged_files_are_read_or_refused() {
    let sound = example("ruled.pdf");
    let mut state = 7;
    let mut read_anyway = 0;
    for case in 0..150 {
        let mut bytes = sound.clone();
        if case % 3 == 0 {
            bytes.truncate(next(&mut state) % bytes.len());
        }
        for _ in 0..next(&mut state) % 20 {
            if bytes.is_empty() {
                break;
            }
            let at = next(&mut state) % bytes.len();
            match next(&mut state) % 3 {
                0 => bytes[at] = u8::try_from(next(&mut state) % 256).unwrap_or_default(),
                1 => drop(bytes.drain(at..(at + 40).min(sound.len()).min(bytes.len()))),
                _ => bytes[at] = bytes[at].wrapping_add(1),
            }
        }
        let limits = Limits::default().with_max_time(Duration::from_secs(20));
        if let Ok(document) = pdf::document(&bytes, &limits) {
            check_spans(&document);
            read_anyway += usize::from(!document.text().is_empty());
        }
    }
    assert!(read_anyway > 50, "{read_anyway} of 150 damaged files gave text");
}

#[test]
fn a_file_cut_short_says_so() {
    let sound = example("pages.pdf");
    let document = read(&sound[..sound.len() * 9 / 10]);
    if let Ok(document) = document {
        assert!(document.remarks().iter().any(|remark| remark.notice().rule() == Rule::PartDamaged));
    }
}

type Values = HashMap<(String, String, String), Option<String>>;

fn values(document: &Document<'_>) -> Values {
    let report = govreport_core::model::Report::from_document(document).expect("it is a report");
    let key = |cell: &govreport_core::model::TableCell| {
        (cell.table().to_string(), cell.row.to_string(), cell.column.to_string())
    };
    report.cells().map(|cell| (key(cell), cell.value.map(|value| value.normalize().to_string()))).collect()
}

/// The words of a document as text recognition would give them: at their places, without any line.
fn words_of(document: &Document<'_>) -> Vec<PositionedPage> {
    let mut pages = Vec::new();
    for word in document.words().iter().filter(|word| !word.span.is_empty()) {
        let number = usize::try_from(word.page).expect("pages are few");
        pages.resize_with(number.max(pages.len()), || PositionedPage::new(595.0, 842.0));
        pages[number - 1].word(document.slice(word.span), word.area);
    }
    pages
}

/// Without ruling lines the same numbers are found, or none: never others.
fn check_words_alone(bytes: &[u8], least: usize) {
    let ruled = read(bytes).expect("it is sound");
    let words = positioned::document(words_of(&ruled), &Limits::default()).expect("it is within the limits");
    check_spans(&words);
    let (expected, found) = (values(&ruled), values(&words));
    let mut same = 0;
    for (cell, value) in &expected {
        match found.get(cell).and_then(Option::as_ref) {
            None => {}
            found if found == value.as_ref() => same += 1,
            found => panic!("{cell:?} is {found:?} and should be {value:?}"),
        }
    }
    assert!(same >= least, "{same} of {} cells", expected.len());
}

#[test]
fn words_without_ruling_lines_give_the_same_numbers() {
    check_words_alone(&example("unruled.pdf"), 180);
    check_words_alone(&example("ruled.pdf"), 170);
    check_words_alone(&example("pages.pdf"), 170);
}

#[test]
fn the_sample_is_read_exactly() {
    let shared = PathBuf::from("/work/shared");
    let (Ok(bytes), Ok(gold)) = (
        std::fs::read(shared.join("samples/hongze_2023.pdf")),
        std::fs::read(shared.join("gold/hongze_2023.json")),
    ) else {
        eprintln!("skipped: the sample documents are not on this machine");
        return;
    };
    let document = read(&bytes).expect("it is sound");
    let found = values(&document);
    let gold: serde_json::Value = serde_json::from_slice(&gold).expect("it is JSON");
    for cell in gold["cells"].as_array().expect("a list of cells") {
        let text = |at: usize| cell[at].as_str().unwrap_or_default().to_owned();
        let key = (text(0), text(1), text(2));
        let number = |value: &str| value.parse::<f64>().expect("a number");
        let value = found.get(&key).and_then(Option::as_ref).map(|value| number(value));
        assert_eq!(value, cell[3].as_f64(), "{key:?}");
    }
    let report = govreport_core::model::Report::from_document(&document).expect("it is a report");
    assert!(report.cells().all(|cell| cell.value.is_none() || cell.page.is_some() && cell.area.is_some()));
    let sums = report.check(&govreport_core::check::Check::default());
    assert_eq!(sums.findings.iter().filter(|finding| finding.rule().code() == "GR304").count(), 2);
    check_words_alone(&bytes, 186);
}
