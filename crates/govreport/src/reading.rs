//! A report together with the text it was read from.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use govreport_core::Span;
use govreport_core::document::Document;
use govreport_core::model::Report;
use govreport_readers::{Limits, ReadError};

use crate::Error;

/// How to read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Largest input in bytes; larger ones are an error. 256 MiB unless said otherwise.
    pub max_bytes: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_bytes: Limits::DEFAULT_MAX_BYTES }
    }
}

impl Options {
    fn limits(&self) -> Limits {
        Limits::default().with_max_bytes(self.max_bytes)
    }
}

/// A report and the extracted text that its spans point into (读取结果).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// The extracted text.
    pub text: String,
    /// The report.
    pub report: Report,
}

/// A place in the text, as people count (行列号).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl std::fmt::Display for LineColumn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl Reading {
    /// Reads a file. A file over the limit is not read into memory.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn of_path(path: impl AsRef<Path>, options: &Options) -> Result<Self, Error> {
        let path = path.as_ref();
        let at_path = |source| Error::Io { path: path.to_owned(), source };
        let file = File::open(path).map_err(at_path)?;
        let metadata = file.metadata().map_err(at_path)?;
        if metadata.is_dir() {
            return Err(at_path(io::Error::new(
                io::ErrorKind::IsADirectory,
                "it is a directory, not a file",
            )));
        }
        let size = metadata.len();
        if size > options.max_bytes {
            return Err(ReadError::TooLarge { size: Some(size), limit: options.max_bytes }.into());
        }
        // What the system says of the size is a hint: pipes and devices have none, and a file may grow meanwhile.
        let bytes = bytes_within(file, size, options, at_path)?;
        Self::of_bytes(&bytes, options)
    }

    /// Reads everything that a reader gives, up to the limit.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn of_reader(reader: impl Read, options: &Options) -> Result<Self, Error> {
        let bytes = bytes_within(reader, 0, options, Error::Stream)?;
        Self::of_bytes(&bytes, options)
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn of_bytes(bytes: &[u8], options: &Options) -> Result<Self, Error> {
        Self::of_document(govreport_readers::read(bytes, &options.limits())?)
    }

    /// Reads a text that is decoded already, plain or Markdown. A `String` is taken over without a copy.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn of_text<'a>(text: impl Into<Cow<'a, str>>, options: &Options) -> Result<Self, Error> {
        Self::of_document(govreport_readers::read_text(text, &options.limits())?)
    }

    fn of_document(document: Document<'_>) -> Result<Self, Error> {
        let report = govreport_core::parse(&document)?;
        Ok(Self { text: document.into_text().into_owned(), report })
    }

    /// The text at a span of the report.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// Line and column of an offset into the text, such as the start of a span. An offset beyond the text counts as its end.
    ///
    /// Nothing is prepared for this: it costs a look through the text up to the offset.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text[..offset];
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        LineColumn { line: count_lines(&before[..start]) + 1, column: before[start..].chars().count() + 1 }
    }
}

fn count_lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// All bytes of a reader, unless there are more than the limit allows. `expected` is how many there probably are.
fn bytes_within(
    reader: impl Read,
    expected: u64,
    options: &Options,
    failed: impl FnOnce(io::Error) -> Error,
) -> Result<Vec<u8>, Error> {
    // Some files of the system claim a size that no memory holds.
    const MOST_RESERVED: u64 = 16 << 20;
    let reserved = usize::try_from(expected.min(MOST_RESERVED)).unwrap_or_default();
    let mut bytes = Vec::with_capacity(reserved);
    let limit = options.max_bytes;
    let read = reader.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    if read as u64 > limit {
        return Err(ReadError::TooLarge { size: None, limit }.into());
    }
    Ok(bytes)
}
