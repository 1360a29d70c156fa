//! Files that ask for more than they should, built in memory.

use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// An archive of these parts.
pub(crate) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory can be written");
        writer.write_all(content).expect("memory can be written");
    }
    writer.finish().expect("memory can be written").into_inner()
}

/// A Word document with this as its `document.xml`.
pub(crate) fn docx(document: &[u8]) -> Vec<u8> {
    let types = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
    );
    let relations = relations(&[("officeDocument", "word/document.xml")]);
    archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", relations.as_bytes()),
        ("word/document.xml", document),
    ])
}

/// `document.xml` with this in its body.
pub(crate) fn word_document(body: &str) -> Vec<u8> {
    format!(
        "{XML}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    )
    .into_bytes()
}

/// A workbook of one sheet with this inside its `worksheet`, and these shared strings.
pub(crate) fn xlsx(sheet: &str, shared_strings: &str) -> Vec<u8> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let part = |name: &str, kind: &str| {
        format!(
            "<Override PartName=\"{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml\"/>"
        )
    };
    let types = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{}{}{}</Types>",
        part("/xl/workbook.xml", "sheet.main"),
        part("/xl/worksheets/sheet1.xml", "worksheet"),
        part("/xl/sharedStrings.xml", "sharedStrings"),
    );
    let workbook = format!(
        "{XML}<workbook {MAIN} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
         <sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let of_workbook =
        relations(&[("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")]);
    archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")]).as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", of_workbook.as_bytes()),
        ("xl/worksheets/sheet1.xml", format!("{XML}<worksheet {MAIN}>{sheet}</worksheet>").as_bytes()),
        ("xl/sharedStrings.xml", format!("{XML}<sst {MAIN}>{shared_strings}</sst>").as_bytes()),
    ])
}

fn relations(targets: &[(&str, &str)]) -> String {
    let mut text = format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    for (number, (kind, target)) in (1..).zip(targets) {
        let _ = write!(
            text,
            "<Relationship Id=\"rId{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" \
             Target=\"{target}\"/>"
        );
    }
    text + "</Relationships>"
}

/// The archive with every stated size of what it unpacks to made ten bytes.
pub(crate) fn with_false_sizes(mut archive: Vec<u8>) -> Vec<u8> {
    // Where the size stands behind the signature of a local header, and of an entry of the directory.
    for (signature, size_at) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let found: Vec<usize> =
            archive.windows(4).enumerate().filter(|(_, four)| four == signature).map(|(at, _)| at).collect();
        for at in found {
            if let Some(size) = archive.get_mut(at + size_at..at + size_at + 4) {
                size.copy_from_slice(&10_u32.to_le_bytes());
            }
        }
    }
    archive
}

/// A compound file with these streams.
pub(crate) fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("memory can be written");
    for (name, content) in streams {
        let mut stream = file.create_stream(name).expect("memory can be written");
        stream.write_all(content).expect("memory can be written");
    }
    file.into_inner().into_inner()
}

/// A stream of a compound file.
pub(crate) fn stream(file: &[u8], name: &str) -> Vec<u8> {
    let mut file = cfb::CompoundFile::open(Cursor::new(file)).expect("it is a compound file");
    let mut content = Vec::new();
    file.open_stream(name).expect("it has the stream").read_to_end(&mut content).expect("memory can be read");
    content
}

/// A PDF with these objects, numbered from 1; the first is the catalog.
pub(crate) fn pdf(objects: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    let mut count = 1;
    for object in objects {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        file.extend(format!("{count} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
        count += 1;
    }
    let start = file.len();
    file.extend(
        format!("xref\n0 {count}\n{table}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n")
            .bytes(),
    );
    file
}

/// What a PDF of one page needs before the objects of the page's content (object 4).
pub(crate) fn one_page() -> Vec<Vec<u8>> {
    [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>",
    ]
    .map(|object| object.as_bytes().to_vec())
    .to_vec()
}

/// A stream of a PDF, packed.
pub(crate) fn packed_stream(content: &[u8]) -> Vec<u8> {
    // An archive packs in the same way; a PDF wants two bytes before it and a checksum behind it.
    let archive = archive(&[("a", content)]);
    let mut entry = ZipArchive::new(Cursor::new(&archive)).expect("it was just made");
    let mut packed = Vec::new();
    entry.by_index_raw(0).expect("it has one part").read_to_end(&mut packed).expect("memory can be read");
    let (a, b) = content.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    let mut object =
        format!("<</Filter/FlateDecode/Length {}>>\nstream\n\x78\x01", packed.len() + 6).into_bytes();
    object.extend(packed);
    object.extend(((b << 16) | a).to_be_bytes());
    object.extend(b"\nendstream");
    object
}
