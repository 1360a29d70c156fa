//! A report together with the text it was read from.

use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

use crate::{Error, Options, Source};
use govreport_core::Span;
use govreport_core::document::Document;
use govreport_core::model::Report;

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
    pub fn from_path(path: impl AsRef<Path>, options: &Options) -> Result<Self, Error> {
        Self::from_source(&Source::open(path, options)?, options)
    }

    /// Reads everything that a reader gives, up to the limit.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn from_reader(reader: impl Read, options: &Options) -> Result<Self, Error> {
        Self::from_source(&Source::from_reader(reader, options)?, options)
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn from_bytes(bytes: &[u8], options: &Options) -> Result<Self, Error> {
        Self::from_document(govreport_readers::read(bytes, &options.hints(None), &options.limits)?)
    }

    /// Reads a source that is open already.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn from_source(source: &Source, options: &Options) -> Result<Self, Error> {
        Self::from_document(source.document(options)?)
    }

    /// Reads a text that is decoded already, plain, Markdown or HTML. A `String` is taken over without a copy.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn from_text<'a>(text: impl Into<Cow<'a, str>>, options: &Options) -> Result<Self, Error> {
        Self::from_document(govreport_readers::read_text(text, &options.limits)?)
    }

    /// Reads a document that was put together elsewhere, such as one of positioned words from text recognition (OCR).
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn from_document(document: Document<'_>) -> Result<Self, Error> {
        let report = govreport_core::model::Report::from_document(&document)?;
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
