//! The same report in every encoding Chinese text comes in.

use govreport::check::Rule;
use govreport::model::{Finding, Report, Status};
use govreport::{Options, Reading};

#[path = "support/spans.rs"]
mod spans;

/// A report in simplified characters, tables parted by tabs.
const REPORT: &str = include_str!("support/report.txt");

/// The same report in traditional characters.
const TRADITIONAL: &str = include_str!("support/report_traditional.txt");

fn reading(bytes: &[u8]) -> Reading {
    let reading = Reading::from_bytes(bytes, &Options::default()).expect("it is a report");
    spans::check_spans(&reading.report, &reading.text);
    reading
}

/// Every number of the three tables, in order.
fn numbers(report: &Report) -> Vec<String> {
    let number = |cell: &govreport::model::TableCell| {
        let value = cell.value?;
        Some(format!("{} {} {value}", cell.row, cell.column))
    };
    report.cells().filter_map(number).collect()
}

fn title(report: &Report) -> &str {
    &report.title.as_ref().expect("the report has a title").value
}

/// Reads as the text itself does, with just these remarks on the bytes.
#[track_caller]
fn check(bytes: &[u8], text: &str, remarks: &[Rule]) {
    let (expected, found) = (reading(text.as_bytes()), reading(bytes));
    assert_eq!(found.text, text);
    assert_eq!(title(&found.report), title(&expected.report));
    assert_eq!(numbers(&found.report), numbers(&expected.report));
    let rules: Vec<Rule> = found.report.findings.iter().map(Finding::rule).collect();
    let on_bytes = [Rule::EncodingGuessed, Rule::InvalidBytes, Rule::ControlCharacters];
    let on_bytes: Vec<Rule> = rules.into_iter().filter(|rule| on_bytes.contains(rule)).collect();
    assert_eq!(on_bytes, remarks);
}

fn encoded(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let (bytes, _, lossy) = encoding.encode(text);
    assert!(!lossy, "the report has characters that {} lacks", encoding.name());
    bytes.into_owned()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn the_report_itself_is_read_whole() {
    let reading = reading(REPORT.as_bytes());
    assert_eq!(title(&reading.report), "青榆县桐岭镇人民政府2023年政府信息公开工作年度报告");
    assert_eq!(numbers(&reading.report).len(), 200);
    assert!(reading.report.cells().all(|cell| cell.status == Status::Read));
    let fees = numbers(&reading.report).into_iter().find(|number| number.starts_with("fees"));
    assert_eq!(fees.as_deref(), Some("fees amount 7.280"));
}

#[test]
fn traditional_characters_give_the_same_numbers() {
    let (simplified, traditional) = (reading(REPORT.as_bytes()), reading(TRADITIONAL.as_bytes()));
    assert_eq!(numbers(&traditional.report), numbers(&simplified.report));
    assert_eq!(title(&traditional.report), "青榆縣桐嶺鎮人民政府2023年政府信息公開工作年度報告");
}

#[test]
fn chinese_encodings() {
    let guessed = &[Rule::EncodingGuessed];
    check(&encoded(REPORT, encoding_rs::GBK), REPORT, guessed);
    check(&encoded(REPORT, encoding_rs::GB18030), REPORT, guessed);
    check(&encoded(TRADITIONAL, encoding_rs::BIG5), TRADITIONAL, guessed);
}

#[test]
fn utf_16_with_and_without_mark() {
    let with_mark = format!("\u{FEFF}{REPORT}");
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        check(&utf16(&with_mark, bytes), REPORT, &[]);
        check(&utf16(REPORT, bytes), REPORT, &[Rule::EncodingGuessed]);
    }
}

#[test]
fn utf_8_with_mark() {
    check(format!("\u{FEFF}{REPORT}").as_bytes(), REPORT, &[]);
}

#[test]
fn line_ends_of_windows() {
    let windows = REPORT.replace('\n', "\r\n");
    check(windows.as_bytes(), &windows, &[]);
    check(&encoded(&windows, encoding_rs::GBK), &windows, &[Rule::EncodingGuessed]);
    assert_eq!(numbers(&reading(windows.as_bytes()).report), numbers(&reading(REPORT.as_bytes()).report));
}

#[test]
fn bad_bytes_harm_only_where_they_stand() {
    let at = REPORT.find("人次").expect("the report counts people");
    for (text, bad) in [(REPORT.to_owned(), at), (format!("\u{FEFF}{REPORT}"), at + 3)] {
        let mut bytes = text.into_bytes();
        bytes[bad] = 0xFF;
        let found = reading(&bytes);
        assert_eq!(numbers(&found.report), numbers(&reading(REPORT.as_bytes()).report));
        let finding = found.report.findings.iter().find(|finding| finding.rule() == Rule::InvalidBytes);
        let span = finding.and_then(|finding| finding.span).expect("the finding has a place");
        assert_eq!((span.start, found.slice(span)), (at, "\u{FFFD}"));
    }
}
