//! Why no document could be read.

use govreport_core::document::{DocumentError, Format};

use crate::limit::Limit;

/// Why no document could be read (无法读取的原因).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There are no bytes, or nothing but white space.
    #[error("the input is empty: it holds no text")]
    Empty,
    /// The bytes are in no format that is read.
    #[error(
        "the input cannot be read: it looks like {looks_like}; govreport reads web pages, Word, Excel and PDF files, plain text and \
         Markdown"
    )]
    Binary {
        /// What the bytes look like, with its article: `a PDF document`.
        looks_like: &'static str,
    },
    /// The bytes are text in a format that would be read wrongly as plain text.
    #[error(
        "the input is {found}, which is not read; govreport reads web pages, Word, Excel and PDF files, plain text and Markdown"
    )]
    UnsupportedFormat {
        /// The format found, such as `RTF`.
        found: &'static str,
    },
    /// The reader of this format was left out of this build.
    #[error("the input is {}, and this build has no reader for it: build govreport with the feature {feature:?}", format.described())]
    ReaderLeftOut {
        /// The format found.
        format: Format,
        /// The cargo feature that has its reader.
        feature: &'static str,
    },
    /// The file is encrypted, and no password is known.
    #[error("the input is {} that is encrypted; remove its password to read it", format.described())]
    Encrypted {
        /// The format found.
        format: Format,
    },
    /// The file is damaged so that nothing of it can be read.
    #[error("the input is {} that is damaged: {what}; get it from its source again", format.described())]
    Damaged {
        /// The format found.
        format: Format,
        /// What is wrong, in words that follow a colon.
        what: String,
    },
    /// The end of the file is missing, and with it what says which document it holds (文件不完整).
    #[error(
        "the input is cut off: it begins like {looks_like}, and its end is missing; get it from its source again"
    )]
    Truncated {
        /// What the bytes look like, with its article: `a ZIP archive`.
        looks_like: &'static str,
    },
    /// The file asks for more than a limit allows.
    #[error("the input is over a limit: more than {most} {}; raise the option {} to read it", limit.counted(), limit.option())]
    OverLimit {
        /// Which limit.
        limit: Limit,
        /// Its value (for time: in seconds).
        most: u64,
    },
    /// The input is larger than the limit.
    #[error("the input is too large: {}, the limit is {limit} bytes; raise the option max_bytes to read it", told(*size))]
    TooLarge {
        /// Its size in bytes; `None` where reading stopped at the limit and the size is not known.
        size: Option<u64>,
        /// The limit in bytes, [`Limits::max_bytes`](crate::Limits::max_bytes).
        limit: u64,
    },
    /// What the reader made of the file is no document: a fault of the reader, not of the file.
    #[error("the input was not read rightly, which is a fault of govreport: {0}")]
    Inconsistent(#[from] DocumentError),
}

fn told(size: Option<u64>) -> String {
    size.map_or_else(|| "it goes on after the limit".to_owned(), |size| format!("it has {size} bytes"))
}
