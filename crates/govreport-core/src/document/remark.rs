//! What a reader has to say about its reading.

use serde::{Deserialize, Serialize};

use super::Format;
use crate::span::Span;

/// A remark of a reader (读取说明); it becomes a finding of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remark {
    /// What happened.
    pub kind: RemarkKind,
    /// Where, if it has a place.
    pub span: Option<Span>,
}

impl Remark {
    /// A remark on the whole document.
    pub fn new(kind: impl Into<RemarkKind>) -> Self {
        Self { kind: kind.into(), span: None }
    }

    /// A remark on this place, if there is one.
    #[must_use]
    pub fn at(self, span: impl Into<Option<Span>>) -> Self {
        Self { span: span.into(), ..self }
    }
}

/// What happened while reading, with its data.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RemarkKind {
    /// 无效字节: bytes that are no character in the encoding found; each became U+FFFD.
    InvalidBytes(InvalidBytes),
    /// 编码推测: the encoding was guessed from the bytes, nothing declared it.
    EncodingGuessed(EncodingGuessed),
    /// 超长截断: the document has more pieces than are read; what follows the place given was not.
    Truncated(DocumentTruncated),
    /// 控制字符: characters that are no text (NUL and other controls) stand in it.
    ControlCharacters(ControlCharacters),
    /// 扩展名不符: the name of the file says another format than its content has; the content was believed.
    ExtensionMisleads(ExtensionMisleads),
    /// 扫描件: pages are pictures without text.
    ScannedPages(ScannedPages),
    /// 部分损坏: part of the file is damaged and was left out.
    PartDamaged(PartDamaged),
    /// 部分未读: something in the file is not read.
    PartUnread(PartUnread),
}

/// Declares a kind of data, and that it makes a remark.
macro_rules! data {
    ($($(#[$meta:meta])* $kind:ident $keyword:ident $name:ident $body:tt)+) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub $keyword $name $body

        impl From<$name> for RemarkKind {
            fn from(data: $name) -> Self {
                Self::$kind(data)
            }
        }
    )+ };
}

data! {
    /// Bytes or codes that stand for no character (无效字节); each became U+FFFD.
    #[non_exhaustive]
    InvalidBytes enum InvalidBytes {
        /// Sequences of bytes that the encoding does not have.
        Sequences {
            /// The encoding, such as `GB18030`.
            encoding: String,
            /// How many sequences.
            count: usize,
        },
        /// Bytes in a part of the file.
        Part,
        /// Signs of a PDF whose characters the file does not tell.
        Signs {
            /// How many signs.
            count: usize,
        },
    }

    /// The encoding was guessed (编码推测): the bytes are not UTF-8, and nothing declares their encoding.
    EncodingGuessed struct EncodingGuessed {
        /// The encoding taken, such as `GB18030`.
        pub encoding: String,
    }

    /// More than is read (超长截断).
    Truncated struct DocumentTruncated {
        /// So many pieces are read.
        pub most: usize,
        /// What was counted.
        pub counted: Pieces,
    }

    /// Control characters (控制字符): they print nothing and have no place in a text.
    ControlCharacters struct ControlCharacters {
        /// How many.
        pub count: usize,
        /// A few of them, by number (`0` for U+0000).
        pub characters: Vec<u32>,
    }

    /// The name of the file says another format than its content has (扩展名不符).
    ExtensionMisleads struct ExtensionMisleads {
        /// The extension, in lower case and without the dot.
        pub extension: String,
        /// The format that the content has.
        pub format: Format,
    }

    /// Pages that are pictures without text (扫描件).
    ScannedPages struct ScannedPages {
        /// The pages, from 1; empty where the whole document is such.
        pub pages: Vec<u32>,
    }

    /// Part of the file is damaged (部分损坏).
    #[non_exhaustive]
    PartDamaged enum PartDamaged {
        /// The end of the file is missing; the rest was read.
        EndMissing,
        /// The file has fewer pages than it says.
        PagesMissing {
            /// How many it says.
            stated: usize,
            /// How many were found.
            found: usize,
        },
        /// Pages that were not read whole.
        Pages {
            /// The pages, from 1.
            pages: Vec<u32>,
        },
        /// A sheet of a workbook of which only the beginning was read.
        Sheet {
            /// Its name.
            name: String,
            /// What is wrong, as the reader of the format says it.
            what: String,
        },
        /// What a Word document says of its paragraphs; the ends of rows of tables were guessed.
        Formatting,
        /// The order of the text of a Word document; it was read from where it begins.
        TextOrder,
        /// Some of the text is missing.
        TextMissing,
        /// The directory of a package; the parts that were found were read.
        Directory,
        /// A part of a package.
        Part {
            /// What is wrong, as the reader of the format says it.
            what: String,
        },
        /// The main part breaks off; what follows the place given was not read.
        BreaksOff {
            /// What is wrong, as the reader of the format says it.
            what: String,
        },
    }

    /// Something that is not read (部分未读).
    #[non_exhaustive]
    PartUnread enum PartUnread {
        /// Text in merged cells that the program does not show.
        CoveredCells,
        /// Hidden rows and columns of a sheet.
        HiddenCells,
        /// A hidden sheet of a workbook.
        HiddenSheet {
            /// Its name.
            name: String,
        },
        /// Text in a font that cannot be used.
        Font,
        /// An object of another program.
        Embedded {
            /// The program, as the file names it.
            program: Option<String>,
        },
        /// Another file that is put in.
        OtherFile,
        /// Numbers half way between two rows: whose they are cannot be told.
        BetweenRows {
            /// The pages, from 1.
            pages: Vec<u32>,
        },
    }
}

/// The pieces of a document that a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Pieces {
    /// Lines and cells.
    LinesAndCells,
    /// Paragraphs.
    Paragraphs,
}
