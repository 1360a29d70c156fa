//! Readers: bytes in, [`Document`] out. They know file formats and nothing of the form.
//!
//! [`read`] tells the format by its content and hands the bytes to the reader of that format. Each reader but that of text is
//! behind a cargo feature: `html`, `docx`, `doc`, `sheets` (XLSX and XLS), `pdf`.

mod budget;
#[cfg(any(feature = "doc", feature = "sheets"))]
mod calendar;
#[cfg(any(feature = "html", feature = "docx", feature = "doc"))]
mod colour;
#[cfg(any(feature = "doc", feature = "sheets"))]
mod compound;
pub mod decode;
mod error;
mod hints;
mod limit;
mod limits;
#[cfg(any(feature = "docx", feature = "sheets"))]
#[cfg_attr(
    not(feature = "docx"),
    expect(dead_code, unused_imports, reason = "workbooks need less of it than Word documents")
)]
mod package;
pub mod positioned;
#[cfg_attr(
    not(all(feature = "html", feature = "docx", feature = "doc")),
    allow(dead_code, reason = "plain text raises marks only; the other formats need the rest")
)]
mod raised;
mod sniff;
pub mod text;

#[cfg(feature = "doc")]
pub mod doc;
#[cfg(feature = "docx")]
pub mod docx;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "sheets")]
pub mod sheets;

pub use error::ReadError;
pub use hints::Hints;
pub use limit::Limit;
pub use limits::Limits;
pub use sniff::format;

use std::borrow::Cow;

use govreport_core::document::{Document, Format};

/// Reads the bytes of a file: finds out what they are, decodes them and puts the document together.
///
/// The content decides, not the name of the file; where the two disagree a remark says so. A text that is valid UTF-8 is not
/// copied, unless HTML is left behind in it or its tables are drawn with strokes.
///
/// # Errors
///
/// See [`ReadError`].
pub fn read<'a>(bytes: &'a [u8], hints: &Hints<'_>, limits: &Limits) -> Result<Document<'a>, ReadError> {
    limits.admit(bytes.len())?;
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let format = sniff::format(bytes)?;
    let mut document = match format {
        #[cfg(feature = "html")]
        Format::Html => html::document(bytes, hints.charset, limits)?,
        #[cfg(feature = "docx")]
        Format::Docx => docx::document(bytes, limits)?,
        #[cfg(feature = "doc")]
        Format::Doc => doc::document(bytes, limits)?,
        #[cfg(feature = "sheets")]
        Format::Xlsx | Format::Xls => sheets::document(bytes, format, limits)?,
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::document(bytes, limits)?,
        Format::Text => {
            let decoded = decode::decode(bytes, hints.charset);
            if sniff::is_blank(&decoded.text) {
                return Err(ReadError::Empty);
            }
            text::document(decoded.text, decoded.remarks)?
        }
        _ => return Err(ReadError::ReaderLeftOut { format, feature: sniff::feature(format) }),
    };
    if let Some(remark) = hints.misleads(format) {
        document.add_remark(remark);
    }
    Ok(document)
}

/// Reads a text that is decoded already: plain, Markdown or HTML.
///
/// # Errors
///
/// See [`ReadError`].
pub fn read_text<'a>(text: impl Into<Cow<'a, str>>, limits: &Limits) -> Result<Document<'a>, ReadError> {
    let text = text.into();
    limits.admit(text.len())?;
    if sniff::is_blank(&text) {
        return Err(ReadError::Empty);
    }
    match sniff::markup(&text) {
        #[cfg(feature = "html")]
        Some("HTML") => html::document_of_text(&text, limits),
        #[cfg(not(feature = "html"))]
        Some("HTML") => {
            Err(ReadError::ReaderLeftOut { format: Format::Html, feature: sniff::feature(Format::Html) })
        }
        Some(found) => Err(ReadError::UnsupportedFormat { found }),
        None => {
            let remarks = decode::control_characters(&text).into_iter().collect();
            Ok(text::document(text, remarks)?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        read(bytes, &Hints::default(), &Limits::default()).expect_err("this is no text").to_string()
    }

    #[test]
    fn errors_say_what_is_wrong_and_what_to_do() {
        let messages = [
            message(b""),
            message(b"\xEF\xBB\xBF \r\n"),
            message(b"GIF89a"),
            message(b"{\\rtf1"),
            read(b"12345", &Hints::default(), &Limits::default().with_max_bytes(4))
                .expect_err("five is more than four")
                .to_string(),
            ReadError::Encrypted { format: Format::Pdf }.to_string(),
            ReadError::Damaged { format: Format::Docx, what: "it breaks off".to_owned() }.to_string(),
            ReadError::ReaderLeftOut { format: Format::Doc, feature: "doc" }.to_string(),
        ];
        insta::assert_snapshot!(messages.join("\n"));
    }

    #[test]
    fn a_text_and_its_bytes_make_the_same_document() {
        let text = "一、总体情况\n\n无。\u{1}\n";
        let of_text = read_text(text, &Limits::default()).expect("it is a text");
        let of_bytes = read(text.as_bytes(), &Hints::default(), &Limits::default()).expect("it is a text");
        assert_eq!(of_text.text(), of_bytes.text());
        assert_eq!(of_text.blocks(), of_bytes.blocks());
        assert_eq!(of_text.remarks(), of_bytes.remarks());
        assert_eq!(of_text.remarks().len(), 1);
    }
}
