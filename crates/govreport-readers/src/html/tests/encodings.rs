//! Pages in the encodings of the sites, named rightly or wrongly.

use encoding_rs::{BIG5, GBK, UTF_16LE};
use govreport_core::check::Rule;

use crate::{Limits, html};

const WORDS: &str = "政府信息公开工作年度报告";

fn read(bytes: &[u8], charset: Option<&str>) -> (String, Vec<Rule>) {
    let document = html::document(bytes, charset, &Limits::default()).expect("the page can be read");
    let remarks = document.remarks().iter().map(|remark| remark.notice().rule()).collect();
    (document.text().trim_end().to_owned(), remarks)
}

fn page(charset: &str) -> String {
    format!(
        "<html><head><meta http-equiv=Content-Type content=\"text/html; charset={charset}\"></head><body><p>{WORDS}</p>"
    )
}

#[test]
fn gbk_and_utf_8_in_pages_that_say_gb2312() {
    let page = page("gb2312");
    assert_eq!(read(&GBK.encode(&page).0, None), (WORDS.to_owned(), vec![]));
    assert_eq!(read(page.as_bytes(), None), (WORDS.to_owned(), vec![]));
}

#[test]
fn the_header_is_believed_as_far_as_the_bytes_allow() {
    let page = page("gbk");
    assert_eq!(read(&GBK.encode(&page).0, Some("iso-8859-1")), (WORDS.to_owned(), vec![]));
    assert_eq!(read(&GBK.encode(&page).0, Some("utf-8")), (WORDS.to_owned(), vec![]));
    assert_eq!(read(page.as_bytes(), Some("gbk")).0, WORDS);
    let bare = format!("<p>{WORDS}");
    assert_eq!(read(&GBK.encode(&bare).0, Some("GB2312")), (WORDS.to_owned(), vec![]));
    assert_eq!(read(&GBK.encode(&bare).0, None), (WORDS.to_owned(), vec![Rule::EncodingGuessed]));
}

#[test]
fn big5_by_its_meta() {
    let words = "政府資訊公開工作年度報告";
    let page = format!("<meta charset=big5><p>{words}");
    assert_eq!(read(&BIG5.encode(&page).0, None), (words.to_owned(), vec![]));
}

#[test]
fn byte_order_marks_and_xml_declarations() {
    let page = page("gb2312");
    assert_eq!(read(format!("\u{FEFF}{page}").as_bytes(), Some("gbk")).0, WORDS);
    let wide: Vec<u8> = format!("\u{FEFF}{page}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide, Some(UTF_16LE.name())).0, WORDS);
    let xml = format!("<?xml version='1.0' encoding='GBK'?><html><body>{WORDS}</body></html>");
    assert_eq!(read(&GBK.encode(&xml).0, None), (WORDS.to_owned(), vec![]));
}

#[test]
fn places_of_remarks_are_places_of_the_text() {
    let mut bytes = format!("<html><head><title>题</title></head><p>{WORDS}</p><p>坏").into_bytes();
    bytes.extend(b"\xFF\x01");
    let document = html::document(&bytes, None, &Limits::default()).expect("the page can be read");
    let found: Vec<_> =
        document.remarks().iter().map(|remark| remark.span.map(|span| document.slice(span))).collect();
    assert_eq!(found, [Some("\u{FFFD}"), Some("\u{1}")]);
}
