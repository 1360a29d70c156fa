//! `OpenDocument` in one file each, which `LibreOffice` makes other formats of: DOCX, DOC and PDF of a text, XLSX and XLS of sheets.

mod sheets;
mod text;

pub(super) use sheets::write as sheets;
pub(super) use text::write as text;

/// How a report is printed (打印样式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Print {
    /// The tables have ruling lines (表格线).
    pub ruled: bool,
    /// A small page, so that the tables go on over several (小幅页面).
    pub small_pages: bool,
    /// The heading of a table is repeated on every page it goes on to (重复表头).
    pub repeated_heads: bool,
    /// How many points the numbers of a PDF stand above the line of their labels (数字抬高).
    pub raised_by: u8,
}

impl Print {
    /// A4, ruled, no heading repeated.
    pub const RULED: Self = Self { ruled: true, small_pages: false, repeated_heads: false, raised_by: 0 };
}

/// The text with the characters of markup escaped.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The attributes of a cell that covers more than one place.
fn spans(columns: usize, rows: usize) -> String {
    if columns == 1 && rows == 1 {
        return String::new();
    }
    format!(" table:number-columns-spanned=\"{columns}\" table:number-rows-spanned=\"{rows}\"")
}

/// The names of XML that both kinds use.
const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
     xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
     xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
     xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
     xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
     xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" office:version=\"1.2\"";
