//! Files that ask for too much, are damaged or encrypted: an error that names it, or an honest partial report, in bounded time and
//! memory; never a panic.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::str::FromStr as _;
use std::time::{Duration, Instant};

use govreport::document::Format;
use govreport::{Decimal, Error, Limit, Limits, Options, ReadError, Reading};

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/spans.rs"]
mod spans;

use hostile::{compound, docx, one_page, packed_stream, pdf, stream, with_false_sizes, word_document, xlsx};

const MEGABYTE: usize = 1 << 20;
/// What a bomb may unpack to in these tests; the default would make them slow.
const UNPACKED: u64 = 16 << 20;

/// A file of examples/formats.
fn sample(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/formats").join(name);
    fs::read(path).expect("the files of examples/formats are committed")
}

/// The most memory this process ever held, where the system tells.
fn peak_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// The time that this thread has worked, where the system tells.
fn work() -> Option<Duration> {
    let statistics = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = statistics.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

/// What comes of a file; in time, and with spans that fit.
#[track_caller]
fn read_within(bytes: &[u8], limits: Limits) -> Result<Reading, Error> {
    let (start, worked) = (Instant::now(), work());
    let mut options = Options::default();
    options.limits = limits;
    let result = Reading::from_bytes(bytes, &options);
    // On a shared machine the clock also counts the work of others.
    let time = work().zip(worked).map_or_else(|| start.elapsed(), |(now, before)| now.saturating_sub(before));
    assert!(time < Duration::from_secs(10), "it took {time:?}");
    if let Some(peak) = peak_memory() {
        assert!(peak < 1024 * MEGABYTE, "{} MB of memory", peak / MEGABYTE);
    }
    if let Ok(reading) = &result {
        spans::check_spans(&reading.report, &reading.text);
    }
    result
}

#[track_caller]
fn read(bytes: &[u8]) -> Result<Reading, Error> {
    read_within(bytes, Limits::default())
}

/// The error says that this limit is passed, and which option raises it.
#[track_caller]
fn check_over(result: Result<Reading, Error>, expected: Limit) {
    match result {
        Err(Error::Read(error @ ReadError::OverLimit { limit, .. })) => {
            assert_eq!(limit, expected, "{error}");
            assert!(error.to_string().contains(expected.option()), "{error}");
        }
        other => panic!("over {}: {other:?}", expected.option()),
    }
}

#[track_caller]
fn check_encrypted(bytes: &[u8], expected: Format) {
    match read(bytes) {
        Err(Error::Read(ReadError::Encrypted { format })) => assert_eq!(format, expected),
        other => panic!("an encrypted {expected}: {other:?}"),
    }
}

/// Nothing that was read is a number that the undamaged file does not have there.
#[track_caller]
fn check_honest(reading: &Reading, what: &str) {
    let truth: serde_json::Value = serde_json::from_slice(&sample("cells.json")).expect("it is JSON");
    let values: BTreeMap<_, _> = truth["cells"]
        .as_array()
        .expect("cells are a list")
        .iter()
        .map(|cell| {
            let value =
                cell["value"].as_number().and_then(|number| Decimal::from_str(&number.to_string()).ok());
            ((cell["row"].as_str(), cell["column"].as_str()), value)
        })
        .collect();
    for cell in reading.report.cells().filter(|cell| cell.value.is_some()) {
        let true_value = values.get(&(Some(cell.row.key()), Some(cell.column.key()))).copied().flatten();
        assert_eq!(cell.value, true_value, "{what}: {} is {:?}", cell.at(), cell.raw);
    }
}

/// The beginnings of a file: an error that says what is wrong, or a report that is honest about the rest.
#[track_caller]
fn check_cut(name: &str) {
    let whole = sample(name);
    for tenths in 1..10 {
        let bytes = &whole[..whole.len() * tenths / 10];
        let what = format!("{tenths} tenths of {name}");
        match read(bytes) {
            Ok(reading) => check_honest(&reading, &what),
            Err(error) => assert!(!error.to_string().is_empty(), "{what}"),
        }
    }
}

/// A fixed sequence in which every byte is about equally frequent.
fn noise(seed: u32) -> impl Iterator<Item = u8> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    })
}

#[test]
fn a_zip_bomb_is_over_a_limit() {
    let limits = Limits::default().with_max_unpacked_bytes(UNPACKED);
    let document = word_document(&"<w:p/>".repeat(4 * MEGABYTE));
    let bomb = docx(&document);
    assert!(bomb.len() * 100 < document.len(), "it packs well: {} bytes", bomb.len());
    check_over(read_within(&bomb, limits), Limit::UnpackedBytes);
    let row = "<row><c><v>1</v></c></row>".repeat(MEGABYTE);
    check_over(
        read_within(&xlsx(&format!("<sheetData>{row}</sheetData>"), ""), limits),
        Limit::UnpackedBytes,
    );
    check_over(
        read_within(&xlsx("<sheetData/>", &"<si><t>年</t></si>".repeat(MEGABYTE)), limits),
        Limit::UnpackedBytes,
    );
}

#[test]
fn a_zip_bomb_that_states_a_false_size_is_over_a_limit_or_damaged() {
    let limits = Limits::default().with_max_unpacked_bytes(UNPACKED);
    let bomb = with_false_sizes(docx(&word_document(&"<w:p/>".repeat(4 * MEGABYTE))));
    let result = read_within(&bomb, limits);
    assert!(
        matches!(result, Err(Error::Read(ReadError::OverLimit { .. } | ReadError::Damaged { .. }))),
        "{result:?}"
    );
}

#[test]
fn entities_of_xml_do_not_multiply() {
    let mut text = String::from("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a0 \"政府信息公开\">");
    for level in 1..30 {
        let below = level - 1;
        let _ = write!(text, "<!ENTITY a{level} \"&a{below};&a{below};\">");
    }
    text.push_str("]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a29;</w:t></w:r></w:p></w:body></w:document>");
    assert!(read(&docx(text.as_bytes())).is_err());
}

#[test]
fn tables_nested_in_a_word_document_are_over_a_limit() {
    let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    let body = format!("{}<w:p/>{}", open.repeat(10_000), close.repeat(10_000));
    check_over(read(&docx(&word_document(&body))), Limit::Nesting);
}

#[test]
fn a_word_table_that_covers_too_much_is_over_a_limit() {
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"1000000\"/></w:tcPr><w:p/></w:tc>";
    let body = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(100));
    let result = read(&docx(&word_document(&body)));
    assert!(result.is_err(), "{result:?}");
}

#[test]
fn a_sheet_that_states_a_giant_size_is_read_as_small_as_it_is() {
    let sheet = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
                 <row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row></sheetData>";
    assert!(read(&xlsx(sheet, "")).is_err(), "it is no report");
    let merged = format!("{sheet}<mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>");
    assert!(read(&xlsx(&merged, "")).is_err(), "it is no report");
}

/// A page with the sample report, and this behind it.
fn page_with(more: &str) -> Vec<u8> {
    let page = String::from_utf8(sample("plain.html")).expect("it is UTF-8");
    page.replace("</body>", &format!("{more}</body>")).into_bytes()
}

#[test]
fn a_cell_that_covers_a_million_columns_is_over_a_limit_or_cut_as_browsers_do() {
    let cells = [
        "<td colspan=1000000>1</td>".to_owned(),
        "<td rowspan=1000000>1</td>".to_owned(),
        "<td colspan=1000000 rowspan=1000000>1</td>".repeat(1_000),
        format!(
            "{}</tr>{}",
            "<td colspan=1000 rowspan=65534>1</td>".repeat(1_000),
            "<tr><td>1</td></tr>".repeat(70_000)
        ),
    ];
    for cell in cells {
        let what = &cell[..40.min(cell.len())];
        match read(&page_with(&format!("<table><tr>{cell}</tr></table>"))) {
            Ok(reading) => check_honest(&reading, what),
            Err(Error::Read(ReadError::OverLimit { limit, .. })) => assert_eq!(limit, Limit::Cells, "{what}"),
            Err(error) => panic!("{what}: {error}"),
        }
    }
}

#[test]
fn elements_nested_ten_thousand_deep_are_over_a_limit() {
    let nested =
        |open: &str, close: &str| page_with(&format!("{}1{}", open.repeat(10_000), close.repeat(10_000)));
    check_over(read(&nested("<div>", "</div>")), Limit::Nesting);
    check_over(read(&nested("<table><tr><td>", "</td></tr></table>")), Limit::Nesting);
    // Elements inside a line may be left open for a whole page; they do not count.
    let reading = read(&nested("<span>", "</span>")).expect("the report is read");
    check_honest(&reading, "spans");
}

#[test]
fn formatting_that_is_never_closed_takes_bounded_time() {
    let fonts: String = (0..3_000).fold(String::new(), |mut fonts, number| {
        let _ = write!(fonts, "<p><font color={number}>1");
        fonts
    });
    match read(&page_with(&fonts)) {
        Ok(reading) => check_honest(&reading, "fonts"),
        Err(Error::Read(ReadError::OverLimit { .. })) => {}
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_page_of_random_bytes_is_no_report() {
    for seed in 1..20 {
        let mut bytes = b"<!DOCTYPE html><html><body><table>".to_vec();
        bytes.extend(noise(seed).take(100_000));
        assert!(read(&bytes).is_err(), "seed {seed}");
    }
}

#[test]
fn a_pdf_with_a_million_objects_is_read_in_bounded_time() {
    let objects = one_page()
        .into_iter()
        .chain([b"<</Length 0>>\nstream\n\nendstream".to_vec()])
        .chain((0..1_000_000).map(|_| b"null".to_vec()));
    assert!(read(&pdf(objects)).is_err(), "it has no text");
}

#[test]
fn a_pdf_with_too_many_pages_is_over_a_limit() {
    const PAGES: usize = 100_000;
    let mut objects = one_page();
    let pages: String = (0..PAGES).map(|number| (number + 5).to_string() + " 0 R ").collect();
    objects[1] = format!("<</Type/Pages/Kids[{pages}]/Count {PAGES}>>").into_bytes();
    objects.push(b"<</Length 0>>\nstream\n\nendstream".to_vec());
    let page = objects[2].clone();
    objects.extend(std::iter::repeat_n(page, PAGES));
    check_over(read(&pdf(objects)), Limit::Pages);
}

#[test]
fn a_pdf_that_counts_one_page_a_million_times_ends() {
    let mut objects = one_page();
    objects[1] = format!("<</Type/Pages/Kids[{}]/Count 1000000>>", "3 0 R ".repeat(1_000_000)).into_bytes();
    objects.push(b"<</Length 0>>\nstream\n\nendstream".to_vec());
    assert!(read(&pdf(objects)).is_err(), "it has no text");
}

#[test]
fn a_pdf_whose_pages_hold_themselves_ends() {
    let mut objects = one_page();
    objects[1] = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>".to_vec();
    objects.push(b"<</Length 0>>\nstream\n\nendstream".to_vec());
    assert!(read(&pdf(objects)).is_err());
}

#[test]
fn a_pdf_whose_pages_lead_back_to_their_parents_ends() {
    let content = b"<</Length 21>>\nstream\nBT /F 9 Tf (2023) Tj ET\nendstream".to_vec();
    let mut back = one_page();
    back[1] = b"<</Type/Pages/Kids[5 0 R 3 0 R]/Count 2>>".to_vec();
    back.extend([content.clone(), b"<</Type/Pages/Parent 2 0 R/Kids[6 0 R 3 0 R]/Count 1>>".to_vec()]);
    back.push(b"<</Type/Pages/Parent 5 0 R/Kids[3 0 R 2 0 R 5 0 R]/Count 1>>".to_vec());
    assert!(read(&pdf(back)).is_err(), "it is no report");

    // Each list has the next one twice: 2^60 pages, in a few lines.
    let mut doubled = one_page();
    doubled[1] = b"<</Type/Pages/Kids[5 0 R 5 0 R]/Count 2>>".to_vec();
    doubled.push(content);
    for next in 6..66 {
        doubled.push(format!("<</Type/Pages/Kids[{next} 0 R {next} 0 R]/Count 2>>").into_bytes());
    }
    doubled.push(b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec());
    assert!(read(&pdf(doubled)).is_err(), "it is no report");
}

#[test]
fn a_pdf_with_objects_nested_in_each_other_ends() {
    let mut objects = one_page();
    objects.push([b"[".repeat(200_000), b"]".repeat(200_000)].concat());
    assert!(read(&pdf(objects)).is_err());
}

#[test]
fn a_pdf_whose_content_unpacks_to_too_much_is_bounded() {
    for content in [b"q ".repeat(32 * MEGABYTE), b"BT /F 9 Tf (1) Tj ET ".repeat(MEGABYTE)] {
        let mut objects = one_page();
        objects.push(packed_stream(&content));
        let limits = Limits::default().with_max_unpacked_bytes(UNPACKED);
        assert!(read_within(&pdf(objects), limits).is_err());
    }
}

#[test]
fn encrypted_files_are_named() {
    check_encrypted(include_bytes!("support/encrypted.pdf"), Format::Pdf);
    // Word and Excel put an encrypted package into a compound file; which of the two it was cannot be seen.
    let package = compound(&[("EncryptionInfo", &[4, 0, 4, 0]), ("EncryptedPackage", &[7; 5_000])]);
    check_encrypted(&package, Format::Docx);
    // The bit of the header of an old Word document that says it is encrypted.
    let mut main = stream(&sample("word.doc"), "WordDocument");
    main[11] |= 1;
    let table = stream(&sample("word.doc"), "1Table");
    check_encrypted(&compound(&[("WordDocument", &main), ("1Table", &table)]), Format::Doc);
    // The record behind the first of an old workbook, which says how it is encrypted (FILEPASS).
    let mut book = stream(&sample("sheets.xls"), "Workbook");
    let first = 4 + usize::from(u16::from_le_bytes([book[2], book[3]]));
    book[first..first + 2].copy_from_slice(&0x2F_u16.to_le_bytes());
    check_encrypted(&compound(&[("Workbook", &book)]), Format::Xls);
}

#[test]
fn files_cut_off_are_honest() {
    for name in ["word.docx", "word.doc", "sheets.xlsx", "sheets.xls"] {
        check_cut(name);
    }
}

#[test]
fn pdfs_cut_off_are_honest() {
    for name in ["ruled.pdf", "unruled.pdf", "pages.pdf"] {
        check_cut(name);
    }
}

#[test]
fn pages_cut_off_are_honest() {
    for name in ["plain.html", "word.html", "unclosed.html", "site.html", "gbk.html"] {
        let whole = sample(name);
        for tenths in 1..10 {
            // A page may end inside a number, which is then another one: cut where a row ends.
            let end = whole.len() * tenths / 10;
            let row = whole[..end].windows(4).rposition(|four| four.eq_ignore_ascii_case(b"\n<tr"));
            if let Ok(reading) = read(&whole[..row.unwrap_or(end)]) {
                check_honest(&reading, &format!("{tenths} tenths of {name}"));
            }
        }
    }
}

#[test]
fn files_with_changed_bytes_never_panic() {
    for name in ["word.docx", "word.doc", "sheets.xlsx", "sheets.xls", "unruled.pdf", "unclosed.html"] {
        let whole = sample(name);
        for seed in 1..12 {
            let mut bytes = whole.clone();
            let mut random = noise(seed);
            let mut next = || usize::from(random.next().unwrap_or(0));
            for _ in 0..20 {
                let at = ((next() << 16) | (next() << 8) | next()) % bytes.len();
                bytes[at] = u8::try_from(next()).unwrap_or(0);
            }
            let _ = read(&bytes);
        }
    }
}

/// Whatever comes of it, it comes in time and without a panic, and an error says something.
#[track_caller]
fn check_ends(bytes: &[u8], what: &str) {
    if let Err(error) = read(bytes) {
        assert!(!error.to_string().is_empty(), "{what}");
    }
}

#[test]
fn sectors_of_compound_files_that_lead_anywhere_end() {
    let number = |bytes: &[u8], at: usize| {
        usize::try_from(u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")))
            .expect("it fits")
    };
    for name in ["word.doc", "sheets.xls"] {
        let sound = sample(name);
        let sector = 1 << sound[30];
        // The table that says which sector follows which; its first part is as large as a sector.
        let table = (number(&sound, 76) + 1) * sector;
        let sectors = sound.len() / sector - 1;
        for from in 0..sectors.min(sector / 4) {
            for to in [from, from.saturating_sub(1), 0, sectors + 1] {
                let mut bytes = sound.clone();
                let to = u32::try_from(to).expect("it is small");
                bytes[table + 4 * from..][..4].copy_from_slice(&to.to_le_bytes());
                check_ends(&bytes, &format!("{name}: sector {from} leads to {to}"));
            }
        }
        // Where directory, table of small sectors and table of tables begin.
        for at in [48, 60, 68, 76] {
            for to in [0, 1, u32::MAX - 4, u32::MAX] {
                let mut bytes = sound.clone();
                bytes[at..at + 4].copy_from_slice(&to.to_le_bytes());
                check_ends(&bytes, &format!("{name}: {to} at {at}"));
            }
        }
    }
}

#[test]
fn records_of_old_workbooks_of_any_length_end() {
    let sound = stream(&sample("sheets.xls"), "Workbook");
    let mut at = 0;
    let mut number = 0;
    while let Some(&[low, high]) = sound.get(at + 2..at + 4) {
        let length = u16::from_le_bytes([low, high]);
        // One false length for each record: to put a file together takes its time.
        let false_lengths = [0, u16::MAX, length + 1, 1, length.saturating_sub(1)];
        let false_length = false_lengths[number % false_lengths.len()];
        let mut book = sound.clone();
        book[at + 2..at + 4].copy_from_slice(&false_length.to_le_bytes());
        check_ends(&compound(&[("Workbook", &book)]), &format!("{false_length} for {length} at {at}"));
        at += 4 + usize::from(length);
        number += 1;
    }
    assert!(at > 10_000 && number > 100, "the records were found");
}
