//! What is no report, or hardly one: an error that says so, or an honest partial report; never a panic.

use std::fs;
use std::io;

use govreport::check::Rule;
use govreport::form::TableKind;
use govreport::model::Presence;
use govreport::{Error, Options, ParseError, ReadError, Reading};
use proptest::prelude::*;

#[path = "support/spans.rs"]
mod spans;

const REPORT: &str = include_str!("support/report.txt");

fn read(bytes: &[u8]) -> Result<Reading, Error> {
    Reading::from_bytes(bytes, &Options::default())
}

#[track_caller]
fn read_error(bytes: &[u8]) -> ReadError {
    match read(bytes) {
        Err(Error::Read(error)) => error,
        other => panic!("a ReadError: {other:?}"),
    }
}

#[track_caller]
fn check_no_report(text: &str) {
    for bytes in [text.as_bytes(), &encoding_rs::GBK.encode(text).0] {
        let result = read(bytes);
        assert!(matches!(result, Err(Error::Parse(ParseError::NotAReport))), "{result:?}");
    }
}

/// Whatever the bytes are: no panic, spans that fit, the same answer twice.
fn survives(bytes: &[u8]) {
    let (first, second) = (read(bytes), read(bytes));
    match (first, second) {
        (Ok(first), Ok(second)) => {
            spans::check_spans(&first.report, &first.text);
            assert_eq!(first.text, second.text);
            assert_eq!(govreport::to_json(&first.report), govreport::to_json(&second.report));
        }
        (Err(first), Err(second)) => assert_eq!(first.to_string(), second.to_string()),
        (first, second) => panic!("two answers: {first:?}, {second:?}"),
    }
}

/// A fixed sequence in which every byte is about equally frequent.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    std::iter::repeat_with(next).take(length).collect()
}

#[test]
fn empty() {
    for text in ["", " ", "\r\n\t\n", "\u{FEFF}", "\u{3000}\u{A0}\u{200B}\n\u{C}"] {
        assert_eq!(read_error(text.as_bytes()), ReadError::Empty, "{text:?}");
        let parsed = govreport::parse(text);
        assert!(matches!(parsed, Err(Error::Read(ReadError::Empty))), "{text:?}: {parsed:?}");
    }
}

#[test]
fn binary_says_what_it_looks_like() {
    let cases: [(&[u8], &str); 8] = [
        (b"PK\x03\x04\x0A\0\0\0\0\0a.txtPK\x05\x06", "a ZIP archive"),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "a JPEG picture"),
        (b"GIF89a\x01\0\x01\0", "a GIF picture"),
        (b"\x1F\x8B\x08\0\0\0\0\0", "a gzip archive"),
        (b"\x7FELF\x02\x01\x01\0", "a program (ELF)"),
        (b"SQLite format 3\0\x10\0", "an SQLite database"),
        (b"\x01\x02\x03\x04\0\0\0\0\x05\x06\x07\x08", "binary data"),
    ];
    for (bytes, what) in cases {
        let error = read_error(bytes);
        assert_eq!(error, ReadError::Binary { looks_like: what });
        let message = error.to_string();
        assert!(message.contains(what) && message.contains("govreport reads web pages"), "{message}");
    }
}

#[test]
fn compressed_data_without_signature_is_binary() {
    assert_eq!(read_error(&noise(20_000)), ReadError::Binary { looks_like: "binary data" });
}

#[test]
fn html_is_read_as_html_from_bytes_and_from_text() {
    let page = format!("\r\n<!DOCTYPE HTML>\n<html><body><pre>{REPORT}</pre></body></html>");
    let of_bytes = govreport::read_bytes(page.as_bytes()).expect("it is a web page with a report");
    assert_eq!(of_bytes, govreport::parse(&page).expect("it is the same page"));
    assert_eq!(of_bytes.year.map(|year| year.value), Some(2023));
}

#[test]
fn a_news_article_is_no_report() {
    check_no_report(
        "桐岭镇新桥通车\n\n本报讯 昨天上午九点，青榆县桐岭镇的望溪桥正式通车。大桥全长186米，双向两车道，总投资2300万元，工期14个月。\n\n\
         家住河东的陈阿婆说，从前送孙子上学要绕行5公里，现在走路只要10分钟。镇里介绍，明年还要修3条村路。\n",
    );
}

#[test]
fn a_recipe_is_no_report() {
    check_no_report(
        "番茄牛腩\n\n用料：牛腩800克，番茄5个，洋葱1个，姜3片，冰糖10克。\n\n一、牛腩切块，冷水下锅焯3分钟。\n二、番茄去皮，一半切碎，一半切块。\n\
         三、炒香洋葱和碎番茄，放牛腩，加热水没过。\n四、小火炖90分钟，放番茄块，再炖20分钟。\n\n份量\t4人\n时间\t2小时\n",
    );
}

#[test]
fn garbage_in_one_part_leaves_the_others() {
    let from = REPORT.find("一、本年新收").expect("the report has table two");
    let to = REPORT.find("四、政府信息公开行政复议").expect("the report has section four");
    let garbage = noise(2500);
    let encoded = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let whole = read(REPORT.as_bytes()).expect("it is a report").report;
    for (before, after) in [
        (REPORT.as_bytes()[..from].to_vec(), REPORT.as_bytes()[to..].to_vec()),
        (encoded(&REPORT[..from]), encoded(&REPORT[to..])),
    ] {
        let bytes = [&before[..], &garbage, b"\n", &after].concat();
        let reading = read(&bytes).expect("most of it is a report");
        spans::check_spans(&reading.report, &reading.text);
        let report = reading.report;
        assert_eq!(
            report.title.map(|title| title.value),
            whole.title.as_ref().map(|title| title.value.clone())
        );
        for kind in [TableKind::Proactive, TableKind::Review] {
            let table = if kind == TableKind::Proactive { &report.proactive } else { &report.review };
            assert_eq!(table.presence, Presence::Complete);
            let values = |cells: &[govreport::model::TableCell]| -> Vec<_> {
                cells.iter().map(|cell| cell.value).collect()
            };
            assert_eq!(values(&table.cells), values(&whole.table(kind).cells));
        }
        assert_ne!(report.requests.presence, Presence::Complete);
        assert!(report.requests.cells.iter().all(|cell| cell.value.is_none()), "numbers out of garbage");
        assert!(report.findings.iter().any(|finding| finding.rule() == Rule::InvalidBytes));
    }
}

#[test]
fn strange_characters_do_no_harm() {
    let strange = [
        "\0",
        "\u{1B}[31m",
        "\u{85}",
        "\u{AD}",
        "\u{301}\u{302}\u{303}",
        "\u{200B}",
        "\u{200D}",
        "\u{202E}",
        "\u{2028}",
        "\u{FEFF}",
        "\u{FFFD}",
        "\u{FFFE}",
        "\u{E000}",
        "\u{10FFFF}",
        "👩‍👩‍👧‍👦",
        "𠮷",
        "𝟙𝟚",
        "①",
        "⼀",
        "﷽",
        "א",
        "\r",
        "\u{B}",
        "\u{1C}",
    ];
    for mark in strange {
        for every in [1, 7, 50] {
            let put = |(number, c): (usize, char)| {
                if number % every == 0 { format!("{c}{mark}") } else { c.to_string() }
            };
            survives(REPORT.chars().enumerate().map(put).collect::<String>().as_bytes());
        }
        survives(mark.repeat(5000).as_bytes());
    }
}

#[test]
fn input_over_the_limit_is_not_read() {
    let mut options = Options::default();
    options.limits.max_bytes = REPORT.len() as u64;
    assert!(Reading::from_bytes(REPORT.as_bytes(), &options).is_ok());
    assert!(Reading::from_reader(REPORT.as_bytes(), &options).is_ok());
    options.limits.max_bytes -= 1;
    let error = Reading::from_bytes(REPORT.as_bytes(), &options).expect_err("one byte too many");
    assert!(error.to_string().contains("max_bytes"), "{error}");
    assert!(matches!(
        Reading::from_text(REPORT, &options),
        Err(Error::Read(ReadError::TooLarge { size: Some(_), .. }))
    ));
    // A reader without end is left alone at the limit.
    let endless = Reading::from_reader(io::repeat(b'1'), &options);
    assert!(matches!(endless, Err(Error::Read(ReadError::TooLarge { size: None, .. }))), "{endless:?}");
}

#[test]
fn a_file_over_the_limit_is_not_opened_further() {
    let path = std::env::temp_dir().join(format!("govreport-sparse-{}", std::process::id()));
    // Four terabytes that take no room: reading them would never end.
    let made = fs::File::create(&path).and_then(|file| file.set_len(4 << 40));
    let result = Reading::from_path(&path, &Options::default());
    fs::remove_file(&path).expect("the file was made here");
    if made.is_ok() {
        assert!(
            matches!(result, Err(Error::Read(ReadError::TooLarge { size: Some(size), .. })) if size == 4 << 40)
        );
    }
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let missing = std::env::temp_dir().join("govreport-no-such-file");
    for path in [missing, std::env::temp_dir()] {
        let error = govreport::read(&path).expect_err("there is no file");
        assert!(matches!(error, Error::Io { .. }));
        assert!(error.to_string().contains(&path.display().to_string()), "{error}");
    }
}

#[test]
fn a_reader_that_fails_is_an_error() {
    struct Broken;
    impl io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the line is down"))
        }
    }
    let error = Reading::from_reader(Broken, &Options::default()).expect_err("it fails");
    assert_eq!(error.to_string(), "cannot read the input: the line is down");
}

#[test]
fn places_in_the_text_are_counted_as_people_do() {
    let reading = read(REPORT.as_bytes()).expect("it is a report");
    let at = |offset: usize| reading.line_column(offset).to_string();
    assert_eq!(at(0), "1:1");
    assert_eq!(at("青榆县".len()), "1:4");
    // Inside a character: its start.
    assert_eq!(at("青榆县".len() + 1), "1:4");
    assert_eq!(at(REPORT.find("\n\n发布").expect("a date follows") + 2), "3:1");
    let lines = REPORT.lines().count();
    assert_eq!(at(REPORT.len()), format!("{}:1", lines + 1));
    assert_eq!(at(usize::MAX), at(REPORT.len()));
}

/// The report with some of its pieces removed, doubled or exchanged.
fn shuffled() -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = REPORT.split_inclusive(['\n', '\t', '、', '。']).collect();
    let count = pieces.len();
    prop::collection::vec((0..count, 0..count, 0..4_u8), 0..30).prop_map(move |changes| {
        let mut pieces = pieces.clone();
        for (a, b, change) in changes {
            match change {
                0 => pieces[a] = "",
                1 => pieces[a] = pieces[b],
                2 => pieces.swap(a, b),
                _ => pieces[a] = pieces[a].trim_end(),
            }
        }
        pieces.concat()
    })
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        survives(&bytes);
    }

    #[test]
    fn any_text(text in "\\PC{0,300}") {
        survives(text.as_bytes());
    }

    #[test]
    fn words_of_the_form_in_any_order(text in "(一、|二、|（一）|总体情况|行政许可|规章|总计|其他|自然人|行政复议|2023年|年度报告|[0-9]{1,3}|\t|\n|\\|| ){0,200}") {
        survives(text.as_bytes());
    }

    #[test]
    fn a_report_with_any_bytes_in_it(at in 0..REPORT.len(), length in 0..400_usize, bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let end = (at + length).min(REPORT.len());
        survives(&[&REPORT.as_bytes()[..at], &bytes, &REPORT.as_bytes()[end..]].concat());
    }

    #[test]
    fn a_report_out_of_order(text in shuffled()) {
        survives(text.as_bytes());
    }
}
