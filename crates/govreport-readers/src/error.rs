//! Why no document could be read.

/// Why no document could be read (无法读取的原因).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There are no bytes, or nothing but white space.
    #[error("the input is empty: it holds no text")]
    Empty,
    /// The bytes are no text.
    #[error(
        "the input is not text, it looks like {looks_like}; this version reads plain text and Markdown: extract the text first"
    )]
    Binary {
        /// What the bytes look like, with its article: `a PDF document`.
        looks_like: &'static str,
    },
    /// The bytes are text in a format that would be read wrongly as plain text.
    #[error("the input is {found}; this version reads plain text and Markdown: extract the text first")]
    UnsupportedFormat {
        /// The format found, such as `HTML`.
        found: &'static str,
    },
    /// The input is larger than the limit.
    #[error("the input is too large: {}, the limit is {limit} bytes; raise the option max_bytes to read it", told(*size))]
    TooLarge {
        /// Its size in bytes; `None` where reading stopped at the limit and the size is not known.
        size: Option<u64>,
        /// The limit in bytes, [`Limits::max_bytes`](crate::Limits::max_bytes).
        limit: u64,
    },
}

fn told(size: Option<u64>) -> String {
    size.map_or_else(|| "it goes on after the limit".to_owned(), |size| format!("it has {size} bytes"))
}
