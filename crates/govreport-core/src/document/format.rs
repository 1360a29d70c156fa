//! The file formats a document can come from.

use serde::{Deserialize, Serialize};

/// The format of a source (文件格式), told by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Format {
    /// 纯文本: plain text or Markdown.
    #[default]
    Text,
    /// 网页: a web page.
    Html,
    /// Word 文档 (.docx).
    Docx,
    /// Word 97–2003 文档 (.doc), and WPS 文字 (.wps) in the same container.
    Doc,
    /// Excel 工作簿 (.xlsx).
    Xlsx,
    /// Excel 97–2003 工作簿 (.xls), and WPS 表格 (.et) in the same container.
    Xls,
    /// PDF 文档.
    Pdf,
    /// 带位置的文字: words with their places, as text recognition (OCR) gives them.
    Words,
}

impl Format {
    /// All members.
    pub const ALL: [Self; 8] =
        [Self::Text, Self::Html, Self::Docx, Self::Doc, Self::Xlsx, Self::Xls, Self::Pdf, Self::Words];

    /// The name, as it stands in every output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Pdf => "pdf",
            Self::Words => "words",
        }
    }

    /// What a person calls it, with its article: `a PDF document`.
    pub const fn described(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Html => "a web page (HTML)",
            Self::Docx => "a Word document (.docx)",
            Self::Doc => "an old Word document (.doc, .wps)",
            Self::Xlsx => "an Excel workbook (.xlsx)",
            Self::Xls => "an old Excel workbook (.xls, .et)",
            Self::Pdf => "a PDF document",
            Self::Words => "words with their places",
        }
    }

    /// What a person calls it in Chinese: PDF 文档.
    pub const fn described_in_chinese(self) -> &'static str {
        match self {
            Self::Text => "纯文本",
            Self::Html => "网页（HTML）",
            Self::Docx => "Word 文档（.docx）",
            Self::Doc => "旧版 Word 文档（.doc、.wps）",
            Self::Xlsx => "Excel 工作簿（.xlsx）",
            Self::Xls => "旧版 Excel 工作簿（.xls、.et）",
            Self::Pdf => "PDF 文档",
            Self::Words => "带位置的文字",
        }
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.key())
    }
}
