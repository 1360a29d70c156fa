//! A report together with the text it was read from.

use std::path::Path;

use govreport_core::model::Report;

use crate::Error;

/// How to read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Largest input in bytes; larger ones are an error.
    pub max_bytes: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_bytes: 256 << 20 }
    }
}

/// A report and the extracted text that its spans point into.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// The extracted text.
    pub text: String,
    /// The report.
    pub report: Report,
}

impl Reading {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn of_path(path: impl AsRef<Path>, options: &Options) -> Result<Self, Error> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
        Self::of_bytes(&bytes, options)
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn of_bytes(bytes: &[u8], options: &Options) -> Result<Self, Error> {
        Self::of_text(&String::from_utf8_lossy(bytes), options)
    }

    /// Reads a text that is decoded already, plain or Markdown.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn of_text(text: &str, _options: &Options) -> Result<Self, Error> {
        let document = govreport_readers::text::document(text);
        let report = govreport_core::parse(&document)?;
        Ok(Self { text: text.to_owned(), report })
    }
}
