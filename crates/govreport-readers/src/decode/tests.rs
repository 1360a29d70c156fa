use govreport_core::check::Rule;
use govreport_core::notices::Language;
use proptest::prelude::*;

use super::*;

const REPORT: &str = "青榆县桐岭镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。\
    全年主动公开政府信息128条，受理申请6件，均在期限内答复。\n规章\t0\t0\t0\n行政许可\t15\n";

const TRADITIONAL: &str = "青榆縣桐嶺鎮人民政府2023年政府信息公開工作年度報告\n\n一、總體情況\n\n本報告所列數據的統計期限自2023年1月1日起至2023年12月31日止。\
    全年主動公開政府信息128條，受理申請6件，均在期限內答復。\n規章\t0\t0\t0\n行政許可\t15\n";

fn gbk(text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding_rs::GBK.encode(text);
    assert!(!lossy, "the fixture has characters that GBK lacks");
    bytes.into_owned()
}

fn big5(text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding_rs::BIG5.encode(text);
    assert!(!lossy, "the fixture has characters that Big5 lacks");
    bytes.into_owned()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn kinds(decoded: &Decoded<'_>) -> Vec<Rule> {
    decoded.remarks.iter().map(|remark| remark.notice().rule()).collect()
}

/// Decodes to `text` by this encoding and evidence, with these remarks.
#[track_caller]
fn check(bytes: &[u8], text: &str, encoding: Encoding, evidence: Evidence, remarks: &[Rule]) {
    let decoded = decode(bytes, None);
    assert_eq!((decoded.encoding, decoded.evidence), (encoding, evidence));
    assert_eq!(decoded.text, text);
    assert_eq!(kinds(&decoded), remarks);
}

#[test]
fn utf_8_is_not_copied() {
    let decoded = decode(REPORT.as_bytes(), None);
    assert!(matches!(decoded.text, Cow::Borrowed(text) if text.as_ptr() == REPORT.as_ptr()));
    assert_eq!((decoded.encoding, decoded.evidence), (Encoding::Utf8, Evidence::Bytes));
    assert_eq!(decoded.remarks, []);
}

#[test]
fn a_byte_order_mark_decides_and_is_not_in_the_text() {
    let mark = Evidence::ByteOrderMark;
    let with_mark = format!("\u{FEFF}{REPORT}");
    let decoded = decode(with_mark.as_bytes(), None);
    assert!(matches!(decoded.text, Cow::Borrowed(_)));
    check(with_mark.as_bytes(), REPORT, Encoding::Utf8, mark, &[]);
    check(&utf16(&with_mark, u16::to_le_bytes), REPORT, Encoding::Utf16Le, mark, &[]);
    check(&utf16(&with_mark, u16::to_be_bytes), REPORT, Encoding::Utf16Be, mark, &[]);
    let (bytes, _, _) = encoding_rs::GB18030.encode(&with_mark);
    check(&bytes, REPORT, Encoding::Gb18030, mark, &[]);
}

#[test]
fn encodings_without_a_mark_are_guessed_and_said_to_be() {
    let guessed = &[Rule::EncodingGuessed];
    check(&gbk(REPORT), REPORT, Encoding::Gb18030, Evidence::Guessed, guessed);
    check(&big5(TRADITIONAL), TRADITIONAL, Encoding::Big5, Evidence::Guessed, guessed);
    check(&gbk(TRADITIONAL), TRADITIONAL, Encoding::Gb18030, Evidence::Guessed, guessed);
    check(&utf16(REPORT, u16::to_le_bytes), REPORT, Encoding::Utf16Le, Evidence::Guessed, guessed);
    check(&utf16(REPORT, u16::to_be_bytes), REPORT, Encoding::Utf16Be, Evidence::Guessed, guessed);
}

#[test]
fn gb18030_has_characters_of_four_bytes() {
    // 㑇 and 𠮷 stand in no table of GBK.
    let text = format!("{REPORT}㑇村、𠮷村\n");
    let (bytes, _, _) = encoding_rs::GB18030.encode(&text);
    check(&bytes, &text, Encoding::Gb18030, Evidence::Guessed, &[Rule::EncodingGuessed]);
}

#[test]
fn utf_16_of_nothing_but_ascii_is_not_utf_8_full_of_nul() {
    let text = "1 2 3\r\nN 100 0\r\nannual report\r\n";
    let guessed = &[Rule::EncodingGuessed];
    check(&utf16(text, u16::to_le_bytes), text, Encoding::Utf16Le, Evidence::Guessed, guessed);
    check(&utf16(text, u16::to_be_bytes), text, Encoding::Utf16Be, Evidence::Guessed, guessed);
}

#[test]
fn ascii_is_not_utf_16_of_rare_characters() {
    check(b"this app can break", "this app can break", Encoding::Utf8, Evidence::Bytes, &[]);
    // With a bad byte it is no valid UTF-8 either, and still no UTF-16.
    let decoded = decode(b"this app can break \xFF or not at all", None);
    assert!(decoded.text.starts_with("this app can break "), "{}", decoded.text);
}

#[test]
fn a_short_text_is_taken_for_gbk() {
    for text in ["规章", "政府信息公开", "2023年度报告", "无"] {
        assert_eq!(decode(&gbk(text), None).text, text);
    }
}

#[test]
fn utf_8_with_bad_bytes_stays_utf_8() {
    let mut bytes = REPORT.as_bytes().to_vec();
    let at = REPORT.find("桐岭").expect("the fixture names the town");
    bytes[at] = 0xFF;
    bytes.truncate(bytes.len() - "\t15\n".len() - 1);
    let decoded = decode(&bytes, None);
    assert_eq!((decoded.encoding, decoded.evidence), (Encoding::Utf8, Evidence::Bytes));
    assert_eq!(decoded.text, String::from_utf8_lossy(&bytes));
    let [remark] = &decoded.remarks[..] else { panic!("one remark: {:?}", decoded.remarks) };
    assert_eq!(remark.notice().rule(), Rule::InvalidBytes);
    // 0xFF, the two bytes that it left behind, and the character cut off at the end.
    assert!(
        remark.notice().message(Language::English).starts_with("4 sequences"),
        "{}",
        remark.notice().message(Language::English)
    );
    assert_eq!(remark.span, Some(Span::new(at, at + 3)));
    assert_eq!(&decoded.text[at..at + 3], "\u{FFFD}");
}

#[test]
fn replacement_characters_of_the_source_are_no_bad_bytes() {
    let text = format!("{REPORT}\u{FFFD}\u{FFFD}");
    assert_eq!(decode(text.as_bytes(), None).remarks, []);
    let mut bytes = text.into_bytes();
    bytes.push(0xFF);
    let decoded = decode(&bytes, None);
    assert_eq!(
        decoded.remarks[0].notice().message(Language::English),
        "1 sequence of bytes is no character in UTF-8; it became U+FFFD (�)"
    );
    assert_eq!(decoded.remarks[0].span, Some(Span::new(bytes.len() - 1, bytes.len() + 2)));
}

#[test]
fn bad_bytes_do_not_turn_one_chinese_encoding_into_another() {
    let long = |text: &str| text.repeat(20);
    let cases = [
        (gbk(&long(REPORT)), Encoding::Gb18030),
        (big5(&long(TRADITIONAL)), Encoding::Big5),
        (long(REPORT).into_bytes(), Encoding::Utf8),
    ];
    for (clean, encoding) in cases {
        // One bad byte anywhere, and one in every two thousand.
        for at in (0..clean.len()).step_by(97) {
            let mut bytes = clean.clone();
            bytes[at] = 0xFF;
            assert_eq!(decode(&bytes, None).encoding, encoding, "bad byte at {at}");
        }
        let mut bytes = clean;
        bytes.iter_mut().skip(500).step_by(2000).for_each(|byte| *byte = 0xFF);
        let decoded = decode(&bytes, None);
        assert_eq!(decoded.encoding, encoding);
        assert!(kinds(&decoded).contains(&Rule::InvalidBytes));
    }
}

#[test]
fn a_part_of_garbage_does_not_change_the_encoding_of_the_rest() {
    // A fixed sequence that looks random.
    let garbage: Vec<u8> = (0..4000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
    let cases = [
        (REPORT.repeat(12).into_bytes(), Encoding::Utf8),
        (gbk(&REPORT.repeat(18)), Encoding::Gb18030),
        (big5(&TRADITIONAL.repeat(18)), Encoding::Big5),
    ];
    for (text, encoding) in cases {
        let line = text.iter().position(|byte| *byte == b'\n').expect("the fixture has lines") + 1;
        for at in [0, line, text.len()] {
            let bytes = [&text[..at], &garbage, b"\n", &text[at..]].concat();
            assert_eq!(decode(&bytes, None).encoding, encoding, "garbage at {at}");
        }
    }
}

#[test]
fn a_declaration_is_believed_where_all_bytes_fit() {
    let declared = |bytes: &[u8], label| {
        let decoded = decode(bytes, Some(label));
        (decoded.text.into_owned(), decoded.encoding, decoded.evidence)
    };
    let bytes = gbk("规章");
    for label in ["gb2312", "GBK", "gb18030", " GB_2312-80 "] {
        assert_eq!(declared(&bytes, label), ("规章".into(), Encoding::Gb18030, Evidence::Declared));
    }
    assert_eq!(
        declared(&big5(TRADITIONAL), "big5"),
        (TRADITIONAL.into(), Encoding::Big5, Evidence::Declared)
    );
    // Wrong, or saying nothing.
    for label in ["utf-8", "iso-8859-1", "no such encoding", ""] {
        assert_eq!(declared(&gbk(REPORT), label), (REPORT.into(), Encoding::Gb18030, Evidence::Guessed));
    }
    assert_eq!(declared(REPORT.as_bytes(), "gbk"), (REPORT.into(), Encoding::Utf8, Evidence::Bytes));
}

#[test]
fn control_characters_are_reported_and_kept() {
    let text = "一、总体\u{1}情况\r\n\u{0}\t\u{C}二\u{85}\u{A0}·";
    let decoded = decode(text.as_bytes(), None);
    assert_eq!(decoded.text, text);
    let [remark] = &decoded.remarks[..] else { panic!("one remark: {:?}", decoded.remarks) };
    assert_eq!(remark.notice().rule(), Rule::ControlCharacters);
    assert_eq!(
        remark.notice().message(Language::English),
        "3 control characters stand in the text (U+0001, U+0000, U+0085), this is the first"
    );
    assert_eq!(remark.span.map(|span| span.of(text)), Some("\u{1}"));
}

#[test]
fn a_control_character_far_into_the_text_has_its_place() {
    let text = format!("{}\u{7F}{}\u{80}", REPORT.repeat(50), REPORT.repeat(50));
    let remark = control_characters(&text).expect("there are two");
    assert_eq!(remark.span.map(|span| span.of(&text)), Some("\u{7F}"));
}

#[test]
fn odd_utf_16_loses_its_last_byte_only() {
    let mut bytes = utf16(REPORT, u16::to_le_bytes);
    bytes.push(0x41);
    let decoded = decode(&bytes, None);
    assert_eq!(decoded.text, format!("{REPORT}\u{FFFD}"));
    assert_eq!(kinds(&decoded), [Rule::EncodingGuessed, Rule::InvalidBytes]);
}

proptest! {
    #[test]
    fn any_bytes_become_text(bytes in prop::collection::vec(any::<u8>(), 0..2000), declared in "(gbk|big5|utf-16|x)?") {
        let decoded = decode(&bytes, Some(&declared));
        prop_assert!(decoded.text.len() <= bytes.len() * 3 + 3);
        for span in decoded.remarks.iter().filter_map(|remark| remark.span) {
            prop_assert!(!span.of(&decoded.text).is_empty());
        }
    }

    #[test]
    fn any_text_in_utf_8_is_itself(text in any::<String>()) {
        prop_assume!(!text.starts_with('\u{FEFF}') && !text.contains('\0'));
        let decoded = decode(text.as_bytes(), None);
        prop_assert_eq!(decoded.text.as_ref(), text.as_str());
    }

    #[test]
    fn text_of_some_length_survives_gbk(noise in "[一二三四五六七八九十年月日的政府信息公开，。0-9\n]{60,200}") {
        let text = format!("{REPORT}{noise}");
        let bytes = gbk(&text);
        let decoded = decode(&bytes, None);
        prop_assert_eq!(decoded.text.as_ref(), text.as_str());
    }
}
