//! A written report as a file.

use crate::encoding::Encoding;
use crate::layout::Layout;
use crate::spec::Spec;
use crate::truth::Written;
use crate::write::write;

/// A report as a file (文件), with its truth.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WrittenFile {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// The report. Its text is what the file was made of (of a Word document, the main part), and the places of the cells are
    /// places in that text, not in what a reader extracts.
    pub written: Written,
}

/// Writes a report as a file: a Word document is packed, text and pages are in UTF-8.
///
/// ```
/// use govreport_core::form::Edition;
/// use govreport_synth::{Docx, Layout, Scale, Spec, write_file};
///
/// let file = write_file(&Spec::new(Layout::Docx(Docx::PLAIN), Edition::E2021, Scale::County, 7));
/// assert!(file.bytes.starts_with(b"PK"));
/// assert_eq!(file.written.truth.len(), 200);
/// ```
pub fn write_file(spec: &Spec) -> WrittenFile {
    let written = write(spec);
    let bytes = spec.layout.file(&written.text);
    WrittenFile { bytes, written }
}

/// Writes a report as a file in an encoding, which a web page also declares. `None` where the encoding lacks a character of the text;
/// pages have references for those. Layouts of which the format decides the encoding are written as always.
pub fn write_encoded(spec: &Spec, encoding: Encoding) -> Option<WrittenFile> {
    let mut spec = spec.clone();
    if let Layout::Html(html) = &mut spec.layout {
        html.charset = encoding.charset();
    }
    let written = write(&spec);
    let bytes = match spec.layout {
        Layout::Html(_) => encoding.encode_page(&written.text),
        layout if layout.is_text() => encoding.encode(&written.text)?,
        layout => layout.file(&written.text),
    };
    Some(WrittenFile { bytes, written })
}
