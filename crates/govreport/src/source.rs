//! The bytes that a report is read from.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use govreport_core::document::{Document, Format};
use govreport_readers::ReadError;

use crate::{Error, Options};

/// The bytes of a file, held in memory (来源文件).
///
/// ```no_run
/// use govreport::{Options, Source, render};
///
/// // What did the reader see? The same as `govreport text report.pdf`.
/// let options = Options::default();
/// let source = Source::open("report.pdf", &options)?;
/// println!("{}: {}", source.format()?, render::document(&source.document(&options)?));
/// # Ok::<(), govreport::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    bytes: Vec<u8>,
    name: Option<String>,
}

impl Source {
    /// Opens a file. A file over the limit is not read into memory.
    ///
    /// # Errors
    ///
    /// [`Error::Io`], and [`ReadError::TooLarge`].
    pub fn open(path: impl AsRef<Path>, options: &Options) -> Result<Self, Error> {
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
        let (size, limit) = (metadata.len(), options.limits.max_bytes);
        if size > limit {
            return Err(ReadError::TooLarge { size: Some(size), limit }.into());
        }
        // What the system says of the size is a hint: pipes and devices have none, and a file may grow meanwhile.
        let bytes = bytes_within(file, size, limit, at_path)?;
        Ok(Self { bytes, name: Some(path.to_string_lossy().into_owned()) })
    }

    /// Takes everything that a reader gives, up to the limit.
    ///
    /// # Errors
    ///
    /// [`Error::Stream`], and [`ReadError::TooLarge`].
    pub fn from_reader(reader: impl Read, options: &Options) -> Result<Self, Error> {
        let bytes = bytes_within(reader, 0, options.limits.max_bytes, Error::Stream)?;
        Ok(Self { bytes, name: None })
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The format, told by the content.
    ///
    /// # Errors
    ///
    /// See [`ReadError`].
    pub fn format(&self) -> Result<Format, Error> {
        Ok(govreport_readers::format(&self.bytes)?)
    }

    /// The document that the reader of its format makes of it.
    ///
    /// # Errors
    ///
    /// See [`ReadError`].
    pub fn document(&self, options: &Options) -> Result<Document<'_>, Error> {
        Ok(govreport_readers::read(&self.bytes, &options.hints(self.name.as_deref()), &options.limits)?)
    }
}

/// All bytes of a reader, unless there are more than the limit allows. `expected` is how many there probably are.
fn bytes_within(
    reader: impl Read,
    expected: u64,
    limit: u64,
    failed: impl FnOnce(io::Error) -> Error,
) -> Result<Vec<u8>, Error> {
    // Some files of the system claim a size that no memory holds.
    const MOST_RESERVED: u64 = 16 << 20;
    let reserved = usize::try_from(expected.min(MOST_RESERVED)).unwrap_or_default();
    let mut bytes = Vec::with_capacity(reserved);
    let read = reader.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    if read as u64 > limit {
        return Err(ReadError::TooLarge { size: None, limit }.into());
    }
    Ok(bytes)
}
