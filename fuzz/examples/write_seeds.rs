//! Writes the seeds that fuzzing begins with, and the words that it puts in:
//!
//! ```text
//! cargo run --manifest-path fuzz/Cargo.toml --example write_seeds
//! ```
//!
//! Run in the folder `fuzz`. The reports are short: a mutation should hit something.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use govreport::form::{SectionKey, TableKind, form};
use govreport::model::TableEdition;
use govreport_synth::{
    Damage, Docx, DocxHeadings, Encoding, Html, Layout, Markup, Merged, Print, Scale, Spec, write,
    write_encoded,
};

/// A short report.
fn spec(layout: Layout, seed: u64) -> Spec {
    let mut spec = Spec::random(layout, seed);
    let first = |text: &str| text.split_inclusive('。').take(1).collect::<String>();
    for part in &mut spec.prose.parts {
        part.text = first(&part.text);
    }
    for text in [&mut spec.prose.overview, &mut spec.prose.problems, &mut spec.prose.other_matters] {
        text.truncate(1);
    }
    spec
}

/// The same with one table only: for markup that needs many bytes for a cell.
fn one_table(layout: Layout, table: TableKind, seed: u64) -> Spec {
    let mut spec = spec(layout, seed);
    let others = SectionKey::ALL.iter().filter(|key| key.table().is_some_and(|other| other != table));
    spec.damage.extend(others.map(|key| Damage::WithoutSection(*key)));
    spec
}

fn main() -> io::Result<()> {
    text()?;
    html()?;
    word()?;
    pdf()?;
    json()?;
    middle()?;
    words()
}

fn put(target: &str, name: &str, bytes: &[u8]) -> io::Result<()> {
    let folder = Path::new("corpus").join(target);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(name), bytes)
}

fn text() -> io::Result<()> {
    for (number, layout) in (0..).zip(Layout::ALL) {
        let spec = spec(layout, number);
        let encoding = if number % 5 == 4 { Encoding::Gb18030 } else { Encoding::Utf8 };
        if let Some(file) = write_encoded(&spec, encoding) {
            put("text", &format!("{number:02}"), &file.bytes)?;
        }
    }
    let spec = one_table(Layout::Tabs(Merged::Empty), TableKind::Proactive, 30);
    if let Some(file) = write_encoded(&spec, Encoding::Utf16Le) {
        put("text", "utf16", &file.bytes)?;
    }
    Ok(())
}

/// Documents of the pieces that the target `middle` knows, as near to a written report as they come.
fn middle() -> io::Result<()> {
    const END_OF_CELL: u8 = 0;
    const END_OF_ROW: u8 = 12;
    const END_OF_LINE: u8 = 16;
    let words: Vec<(u8, String)> = (END_OF_LINE + 5..=u8::MAX)
        .map(|byte| (byte, govreport_fuzz::made::document(&[byte, END_OF_LINE]).text().trim().to_owned()))
        .collect();
    let byte_of = |text: &str| words.iter().find(|(_, word)| word == text.trim()).map(|(byte, _)| *byte);
    let layouts = [Layout::Tabs(Merged::Empty), Layout::Markdown, Layout::Paragraphs, Layout::BoxDrawn];
    for (number, layout) in (0..).zip(layouts) {
        let text = write(&spec(layout, 60 + number)).text;
        let document = govreport_readers::read_text(text.as_str(), &govreport::Limits::default())
            .map_err(io::Error::other)?;
        let mut bytes = Vec::new();
        for block in document.blocks() {
            let cells = document.cells(block);
            for (place, cell) in cells.iter().enumerate() {
                bytes.extend((place > 0).then_some(END_OF_CELL));
                bytes.extend(byte_of(document.slice(cell.span)));
            }
            if cells.is_empty() {
                bytes.extend(byte_of(document.slice(block.span)));
            }
            bytes.push(if cells.is_empty() { END_OF_LINE } else { END_OF_ROW });
        }
        put("middle", &format!("{number:02}"), &bytes)?;
    }
    Ok(())
}

fn html() -> io::Result<()> {
    for (number, markup) in (0..).zip(Markup::ALL) {
        let layout = Layout::Html(Html { markup, charset: "utf-8" });
        let table =
            [TableKind::Proactive, TableKind::Review, TableKind::Requests, TableKind::Proactive][number % 4];
        let spec = one_table(layout, table, 40 + number as u64);
        put("html", &format!("{markup:?}").to_lowercase(), write(&spec).text.as_bytes())?;
    }
    let layout = Layout::Html(Html { markup: Markup::Unclosed, charset: "gb2312" });
    if let Some(file) = write_encoded(&one_table(layout, TableKind::Proactive, 50), Encoding::Gbk) {
        put("html", "gbk", &file.bytes)?;
    }
    Ok(())
}

fn word() -> io::Result<()> {
    for (number, headings) in (0..).zip(DocxHeadings::ALL) {
        let layout = Layout::Docx(Docx { headings, torn_runs: number == 3 });
        let table =
            [TableKind::Proactive, TableKind::Review, TableKind::Requests, TableKind::Review][number % 4];
        let spec = one_table(layout, table, 60 + number as u64);
        let name = format!("{headings:?}").to_lowercase();
        put("docx", &format!("{name}.docx"), &govreport_synth::write_file(&spec).bytes)?;
        put("docx_parts", &name, &[write(&spec).text.as_bytes(), b"\0", STYLES, b"\0", NUMBERING].concat())?;
    }
    Ok(())
}

const STYLES: &[u8] = br#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>"#;
const NUMBERING: &[u8] = br#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

fn pdf() -> io::Result<()> {
    let prints = [
        ("ruled", Print::RULED, TableKind::Proactive),
        ("heads", Print { small_pages: true, repeated_heads: true, ..Print::RULED }, TableKind::Review),
        ("unruled", Print { ruled: false, ..Print::RULED }, TableKind::Proactive),
        ("requests", Print { small_pages: true, ..Print::RULED }, TableKind::Requests),
    ];
    for (number, (name, print, table)) in (70..).zip(prints) {
        put("pdf", name, write(&one_table(Layout::Pdf(print), table, number)).text.as_bytes())?;
    }
    Ok(())
}

/// Reports as JSON, with a few cells only.
fn json() -> io::Result<()> {
    for (number, edition) in (0..).zip([TableEdition::E2021, TableEdition::E2019, TableEdition::Hybrid]) {
        let spec = Spec::new(Layout::Tabs(Merged::Empty), edition, Scale::County, 80 + number);
        let Ok(mut report) = govreport::parse(&write(&spec).text) else { continue };
        report.proactive.cells.truncate(4);
        report.requests.cells.truncate(if number == 0 { 7 * 7 } else { 7 });
        report.review.cells.truncate(5);
        report.sections.truncate(2);
        put("json", edition.key(), govreport::to_json(&report).as_bytes())?;
    }
    Ok(())
}

/// The words that the form and the formats give a meaning, for libFuzzer to put in where they fit.
fn words() -> io::Result<()> {
    let mut labels = BTreeSet::new();
    for table in TableKind::ALL {
        labels.extend(form().rows_of_any_edition(*table).map(|row| row.label));
        labels.extend(form().columns(*table).map(|column| column.label));
    }
    labels.extend(SectionKey::ALL.iter().map(|key| form().section_label(*key)));
    let signs = [
        "\t",
        "|",
        "\n",
        "\u{c}",
        "—",
        "无",
        "不适用",
        "，",
        "１",
        "−",
        "\u{3000}",
        "年",
        "第二十条第（一）项",
        "信息内容",
        "其中",
    ];
    let text: Vec<&str> = labels.into_iter().chain(signs).collect();
    let html = [
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<th",
        " rowspan=\"3\"",
        " colspan=\"3\"",
        "<br>",
        "<p>",
        "</p>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![if !x]>",
        "<![endif]>",
        "&nbsp;",
        "&#x4E00;",
        "<style>",
        " style=\"display:none\"",
        "<meta charset=\"gbk\">",
        "<div>",
        "</div>",
        "<svg>",
        "<template>",
        "<caption>",
        "<tbody>",
        "<select>",
        "<textarea>",
        "<pre>",
    ];
    let word = [
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>",
        "</w:t>",
        "<w:gridSpan w:val=\"3\"/>",
        "<w:vMerge/>",
        "<w:vMerge w:val=\"restart\"/>",
        "<w:del>",
        "</w:del>",
        "<w:ins>",
        "<w:fldChar",
        "<w:numPr>",
        "<w:numId w:val=\"1\"/>",
        "<w:br/>",
        "<w:tab/>",
        "<w:sdt>",
        "<w:sdtContent>",
        "<mc:AlternateContent>",
        "<mc:Fallback>",
        "<w:txbxContent>",
        "<w:footnoteReference w:id=\"1\"/>",
        "<w:gridBefore w:val=\"1\"/>",
        "<w:instrText>",
    ];
    let pdf = [
        "obj",
        "endobj",
        "stream",
        "endstream",
        "xref",
        "trailer",
        "/Type",
        "/Page",
        "/Pages",
        "/Kids",
        "/Count",
        "/Font",
        "/Length",
        "/Filter",
        "/FlateDecode",
        "/ASCIIHexDecode",
        "/Encoding",
        "/ToUnicode",
        "/W",
        "/DW",
        "BT",
        "ET",
        "Tf",
        "Td",
        "Tj",
        "TJ",
        "Tm",
        "cm",
        "re",
        " f",
        " S",
        " l",
        " m",
        " Do",
        "/XObject",
        "/Form",
        "/Resources",
        "/MediaBox",
        "/Rotate 90",
        " 0 R",
        "<<",
        ">>",
        "q ",
        "/ObjStm",
        "/XRef",
        "/Encrypt",
        "/Identity-H",
        "/UniGB-UCS2-H",
        "/GBK-EUC-H",
    ];
    let json = [
        "\"value\":",
        "\"status\":\"read\"",
        "\"span\":{\"start\":0,\"end\":0}",
        "\"cells\":[",
        "null",
        "\"edition\":\"hybrid\"",
        "\"findings\":[",
        "\"candidates\":[[",
        "\"code\":\"GR301\"",
        "1e999",
        "-1",
        "79228162514264337593543950335",
        "\"box\":{",
    ];
    for (name, words) in
        [("text", &text[..]), ("html", &html), ("docx_parts", &word), ("pdf", &pdf), ("json", &json)]
    {
        fs::create_dir_all("dictionaries")?;
        let lines: Vec<String> = words.iter().map(|word| format!("\"{}\"\n", escaped(word))).collect();
        fs::write(Path::new("dictionaries").join(format!("{name}.dict")), lines.concat())?;
    }
    Ok(())
}

/// A word as a dictionary of libFuzzer has it.
fn escaped(word: &str) -> String {
    let byte = |byte: u8| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        0x20..=0x7E => char::from(byte).to_string(),
        _ => format!("\\x{byte:02X}"),
    };
    word.bytes().map(byte).collect()
}
