//! What the bytes are, told from their content.

mod container;
pub(crate) mod cut;
mod fragment;

use std::borrow::Cow;

use govreport_core::document::Format;
use memchr::memmem;

use self::container::Held;
use self::cut::COMPOUND;
#[cfg(feature = "sheets")]
use crate::sheets;
use crate::{ReadError, decode};

/// The format of the bytes of a file, told by their content.
///
/// # Errors
///
/// [`ReadError::Binary`] and [`ReadError::UnsupportedFormat`] for a format that is not read, [`ReadError::Truncated`] where the
/// end that would tell is missing.
pub fn format(bytes: &[u8]) -> Result<Format, ReadError> {
    let near = &bytes[..bytes.len().min(NEAR)];
    let Some(looks_like) = binary(bytes) else {
        return textual(near);
    };
    if memmem::find(near, b"%PDF-").is_some() {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04")
        && let Some(format) = container::zipped(bytes)
    {
        return Ok(format);
    }
    if bytes.starts_with(COMPOUND) {
        match container::compound(bytes) {
            Some(Held::Document(format)) => return Ok(format),
            Some(Held::Encrypted) => return Err(ReadError::Encrypted { format: Format::Docx }),
            None => {}
        }
    }
    if cut::is_cut(bytes) {
        return Err(ReadError::Truncated { looks_like });
    }
    Err(ReadError::Binary { looks_like })
}

/// The cargo feature that has the reader of a format.
pub(crate) const fn feature(format: Format) -> &'static str {
    match format {
        Format::Xlsx | Format::Xls => "sheets",
        format => format.key(),
    }
}

/// Text, or a format that is written as text.
fn textual(near: &[u8]) -> Result<Format, ReadError> {
    // Marks are ASCII: in UTF-16 they have NUL bytes between them, and in every other encoding they are themselves.
    let plain: Cow<'_, [u8]> = match memchr::memchr(0, near) {
        Some(_) => near.iter().copied().filter(|byte| *byte != 0).collect(),
        None => near.into(),
    };
    let marks = [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"];
    let unmarked = marks.iter().find_map(|mark| plain.strip_prefix(*mark)).unwrap_or(&plain);
    // Nearly every text begins otherwise than any markup.
    if !matches!(unmarked.trim_ascii_start().first(), Some(b'<' | b'{' | b'm' | b'M' | b'f' | b'F')) {
        return Ok(Format::Text);
    }
    match markup(&String::from_utf8_lossy(unmarked)) {
        Some("HTML") => Ok(Format::Html),
        #[cfg(feature = "sheets")]
        Some("XML") if sheets::is_xml(near) => Ok(Format::Xls),
        Some(found) => Err(ReadError::UnsupportedFormat { found }),
        None => Ok(Format::Text),
    }
}

/// Bytes at a fixed offset, and what has them there.
struct Signature {
    offset: usize,
    bytes: &'static [u8],
    what: &'static str,
}

const fn at(offset: usize, bytes: &'static [u8], what: &'static str) -> Signature {
    Signature { offset, bytes, what }
}

/// Signatures that no text begins with.
const SIGNATURES: &[Signature] = &[
    at(0, b"%PDF-", "a PDF document"),
    at(0, b"PK\x03\x04", "a ZIP archive"),
    at(0, b"PK\x05\x06", "an empty ZIP archive"),
    at(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document (.doc, .wps, .xls)"),
    at(0, b"\x89PNG\r\n\x1A\n", "a PNG picture"),
    at(0, b"\xFF\xD8\xFF", "a JPEG picture"),
    at(0, b"GIF87a", "a GIF picture"),
    at(0, b"GIF89a", "a GIF picture"),
    at(0, b"II*\0", "a TIFF picture"),
    at(0, b"MM\0*", "a TIFF picture"),
    at(8, b"WEBP", "a WebP picture"),
    at(0, b"AT&TFORM", "a DjVu document"),
    at(0, b"CAJ\0", "a CAJ document"),
    at(0, b"\x1F\x8B\x08", "a gzip archive"),
    at(0, b"BZh91AY&SY", "a bzip2 archive"),
    at(0, b"\xFD7zXZ\0", "an xz archive"),
    at(0, b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
    at(0, b"Rar!\x1A\x07", "a RAR archive"),
    at(0, b"\x28\xB5\x2F\xFD", "a Zstandard archive"),
    at(257, b"ustar", "a tar archive"),
    at(0, b"\x7FELF", "a program (ELF)"),
    at(0, b"MZ\x90\0", "a program for Windows"),
    at(0, b"\xCF\xFA\xED\xFE", "a program (Mach-O)"),
    at(0, b"\0asm", "a program (WebAssembly)"),
    at(0, b"SQLite format 3\0", "an SQLite database"),
    at(0, b"PAR1", "a Parquet file"),
    at(0, b"ARROW1\0\0", "an Arrow file"),
    at(0, b"\xFF\xFE\0\0", "text in UTF-32, which is not read"),
    at(0, b"\0\0\xFE\xFF", "text in UTF-32, which is not read"),
];

/// What is inside a ZIP archive, told by a name near its beginning.
const ZIPPED: &[(&[u8], &str)] = &[
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint file (.pptx)"),
    (b"OFD.xml", "an OFD document"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file (.odt, .ods)"),
    (b"mimetypeapplication/epub", "an EPUB book"),
    (b"[Content_Types].xml", "an Office document (.docx, .xlsx, .pptx)"),
    (b"_rels/.rels", "an Office document (.docx, .xlsx, .pptx)"),
];

/// How far a name is looked for in a ZIP archive, and a PDF header after leading bytes.
/// Measured: with 2,048, no cell changes.
const NEAR: usize = 4096;

/// What the bytes are, if they are no text; with its article, to be put into a sentence.
pub(crate) fn binary(bytes: &[u8]) -> Option<&'static str> {
    let signed = SIGNATURES.iter().find(|signature| {
        bytes.get(signature.offset..).is_some_and(|rest| rest.starts_with(signature.bytes))
    });
    let near = &bytes[..bytes.len().min(NEAR)];
    match signed {
        Some(zip) if zip.bytes == b"PK\x03\x04" => {
            let inside = ZIPPED.iter().find(|(name, _)| memmem::find(near, name).is_some());
            Some(inside.map_or(zip.what, |(_, what)| what))
        }
        Some(signature) => Some(signature.what),
        None if decode::is_wide(bytes) || !mostly_controls(bytes) => None,
        // A PDF may begin after other bytes.
        None if memmem::find(near, b"%PDF-").is_some() => Some("a PDF document"),
        None => Some("binary data"),
    }
}

/// Whether nearly every part of the bytes holds control characters, as programs and compressed data do.
///
/// Parts are judged one by one, so that a report of which one part is garbage stays a report.
fn mostly_controls(bytes: &[u8]) -> bool {
    const PART: usize = 512;
    let parts = bytes.chunks(PART);
    let all = parts.len();
    // Of random bytes every tenth is a control character; of text none.
    let clean = parts.filter(|part| decode::count_controls(part) * 20 <= part.len());
    // Most input is text and is known to be after its first tenth.
    clean.take(all.div_ceil(10)).count() * 10 < all
}

/// Whether a text prints nothing.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}')
    })
}

/// Beginnings of texts that plain text and Markdown do not have, and the format that has them. Lower case.
const MARKUP: &[(&str, &str)] = &[
    ("<!doctype html", "HTML"),
    ("<html", "HTML"),
    ("<head", "HTML"),
    ("<body", "HTML"),
    ("<meta", "HTML"),
    ("<title", "HTML"),
    ("<link", "HTML"),
    ("<script", "HTML"),
    ("<style", "HTML"),
    ("<table", "HTML"),
    ("<div", "HTML"),
    ("<?xml", "XML"),
    ("{\\rtf", "RTF"),
    ("mime-version:", "a saved web page (MHTML)"),
    ("from: <saved by", "a saved web page (MHTML)"),
];

/// The markup a text is written in, if it would be read wrongly as plain text.
pub(crate) fn markup(text: &str) -> Option<&'static str> {
    let text = beginning(text);
    let near = text.as_bytes().get(..text.len().min(NEAR)).unwrap_or_default();
    let Some((_, found)) = MARKUP.iter().find(|(start, _)| starts_with(text, start)) else {
        return (near.starts_with(b"<") && fragment::is_page(&String::from_utf8_lossy(near)))
            .then_some("HTML");
    };
    // XHTML declares itself as XML first.
    let near = near.to_ascii_lowercase();
    let html = *found == "XML" && memmem::find(&near, b"<html").is_some();
    Some(if html { "HTML" } else { found })
}

/// The text without what may stand before its first word: blanks and comments.
fn beginning(text: &str) -> &str {
    let mut rest = text.trim_start_matches(blank);
    while let Some(comment) = rest.strip_prefix("<!--") {
        let Some(end) = memmem::find(comment.as_bytes(), b"-->") else { break };
        rest = comment[end + 3..].trim_start_matches(blank);
    }
    rest
}

fn blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// Whether `text` starts with `start` (lower case ASCII), whatever its own case.
fn starts_with(text: &str, start: &str) -> bool {
    text.as_bytes().get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::container::wide;
    use super::*;

    #[test]
    fn the_format_is_told_by_the_content() {
        let zip = |name: &str| format!("PK\x03\x04{}{name}", "\0".repeat(26)).into_bytes();
        let compound = |name: &str| [COMPOUND, &[0; 600], &wide(name)].concat();
        let utf16 = |text: &str| [&b"\xFF\xFE"[..], &wide(text)].concat();
        let cases = [
            (zip("word/document.xml"), Format::Docx),
            (zip("xl/workbook.xml"), Format::Xlsx),
            (zip("xl\\workbook.xml"), Format::Xlsx),
            (zip("word\\document.xml"), Format::Docx),
            (compound("WordDocument"), Format::Doc),
            (compound("Workbook"), Format::Xls),
            ([&[0; 100][..], b"%PDF-1.4\n"].concat(), Format::Pdf),
            (b"\r\n <!DOCTYPE html>".to_vec(), Format::Html),
            (b"\xEF\xBB\xBF<html>".to_vec(), Format::Html),
            ("<h1>报告</h1>\n<p>一、总体情况</p>".as_bytes().to_vec(), Format::Html),
            (utf16("<p>一、总体情况</p>"), Format::Html),
            ("<br>\n一、总体情况\n二、主动公开政府信息情况".as_bytes().to_vec(), Format::Text),
            (utf16("<html><body>"), Format::Html),
            (utf16("一、总体情况"), Format::Text),
            ("<一、总体情况>".as_bytes().to_vec(), Format::Text),
            ("md：说明".as_bytes().to_vec(), Format::Text),
        ];
        for (bytes, expected) in cases {
            assert_eq!(format(&bytes), Ok(expected), "{:?}", String::from_utf8_lossy(&bytes));
        }
        assert_eq!(format(&compound("EncryptedPackage")), Err(ReadError::Encrypted { format: Format::Docx }));
        assert_eq!(format(b"{\\rtf1"), Err(ReadError::UnsupportedFormat { found: "RTF" }));
        let whole = [zip("a.txt"), b"PK\x05\x06".to_vec(), vec![0; 18]].concat();
        assert_eq!(format(&whole), Err(ReadError::Binary { looks_like: "a ZIP archive" }));
        assert_eq!(format(&zip("a.txt")), Err(ReadError::Truncated { looks_like: "a ZIP archive" }));
    }

    #[test]
    fn archives_say_what_is_in_them() {
        let zip = |name: &str| format!("PK\x03\x04{}{name}", "\0".repeat(26)).into_bytes();
        assert_eq!(binary(&zip("word/document.xml")), Some("a Word document (.docx)"));
        assert_eq!(binary(&zip("xl/workbook.xml")), Some("an Excel workbook (.xlsx)"));
        assert_eq!(binary(&zip("[Content_Types].xml")), Some("an Office document (.docx, .xlsx, .pptx)"));
        assert_eq!(binary(&zip("report.txt")), Some("a ZIP archive"));
    }

    #[test]
    fn a_pdf_may_begin_after_other_bytes() {
        assert_eq!(binary(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3"), Some("a PDF document"));
        let late = [&[0_u8; 100][..], b"%PDF-1.4\n"].concat();
        assert_eq!(binary(&late), Some("a PDF document"));
        // A text may speak of them.
        assert_eq!(binary("本文件为 %PDF-1.7 格式".as_bytes()), None);
    }

    #[test]
    fn text_in_any_encoding_is_text() {
        let text = "一、总体情况\r\n1\t2\t3\r\n";
        assert_eq!(binary(text.as_bytes()), None);
        assert_eq!(binary(b""), None);
        for mark in ["", "\u{FEFF}"] {
            let units: Vec<u16> = format!("{mark}{text}").encode_utf16().collect();
            assert_eq!(binary(&units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>()), None);
            assert_eq!(binary(&units.iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<_>>()), None);
        }
    }

    #[test]
    fn a_text_padded_with_nul_is_text() {
        let padded = [text_of(3000).as_slice(), &[0; 2000]].concat();
        assert_eq!(binary(&padded), None);
        assert_eq!(binary(&[0; 2000]), Some("binary data"));
    }

    fn text_of(bytes: usize) -> Vec<u8> {
        "主动公开政府信息".bytes().cycle().take(bytes).collect()
    }

    #[test]
    fn markup_is_told_by_its_beginning() {
        assert_eq!(markup("<!DOCTYPE html>\n<html>"), Some("HTML"));
        assert_eq!(markup("\u{FEFF}\r\n <!-- saved --> <HTML lang=zh>"), Some("HTML"));
        assert_eq!(markup("<?xml version=\"1.0\"?>\n<html xmlns=…>"), Some("HTML"));
        assert_eq!(markup("<?xml version=\"1.0\"?>\n<w:document>"), Some("XML"));
        assert_eq!(markup("{\\rtf1\\ansi"), Some("RTF"));
        assert_eq!(markup("<一、总体情况>"), None);
        assert_eq!(markup("<!-- never closed"), None);
        assert_eq!(markup("# 报告\n\n<table>"), None);
        assert_eq!(markup(""), None);
    }

    #[test]
    fn blank_texts() {
        assert!(is_blank(" \r\n\u{3000}\u{FEFF}\u{200B}\u{A0}\u{C}"));
        assert!(is_blank(""));
        assert!(!is_blank("。"));
    }
}
