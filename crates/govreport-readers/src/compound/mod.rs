//! The container of old Office documents (复合文档): a file system of named streams in one file.

pub(crate) mod bytes;
pub(crate) mod code_page;
mod summary;

use std::io::{Cursor, Read};

use govreport_core::document::{DocumentBuilder, Format};

use crate::ReadError;
use crate::budget::Budget;
use crate::sniff::cut::is_cut;

/// An open container.
pub(crate) struct Compound<'a> {
    file: cfb::CompoundFile<Cursor<&'a [u8]>>,
    size: usize,
    format: Format,
}

impl<'a> Compound<'a> {
    /// Opens the container that a file of this format is.
    pub(crate) fn open(bytes: &'a [u8], format: Format) -> Result<Self, ReadError> {
        let file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| ReadError::Damaged {
            format,
            what: if is_cut(bytes) {
                "its end is missing, and with it what says where its text stands".to_owned()
            } else {
                format!("its container cannot be opened ({error})")
            },
        })?;
        Ok(Self { file, size: bytes.len(), format })
    }

    /// Whether there is a stream of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.file.is_stream(name)
    }

    /// The bytes of a stream, as far as they can be read; `None` where there is no such stream.
    pub(crate) fn stream(&mut self, name: &str, budget: &mut Budget) -> Result<Option<Vec<u8>>, ReadError> {
        if !self.has(name) {
            return Ok(None);
        }
        let Ok(stream) = self.file.open_stream(name) else { return Ok(None) };
        // Streams are not packed: what is longer than the file is a lie.
        let most = u64::try_from(self.size).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        // What was read before an error is kept: the beginning of a damaged file is better than nothing of it.
        let _ = stream.take(most).read_to_end(&mut bytes);
        budget.unpacked(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
        Ok(Some(bytes))
    }

    /// The bytes of a stream that the format cannot do without.
    pub(crate) fn needed(&mut self, name: &str, budget: &mut Budget) -> Result<Vec<u8>, ReadError> {
        let format = self.format;
        self.stream(name, budget)?
            .ok_or_else(|| ReadError::Damaged { format, what: format!("it has no stream {name}") })
    }

    /// Puts title, author, dates and the like into the document, as far as they can be read.
    pub(crate) fn properties(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        for set in summary::SETS {
            if let Some(bytes) = self.stream(set.stream, budget)? {
                for (name, value) in summary::read(&bytes, set) {
                    builder.property(name, value);
                }
            }
        }
        Ok(())
    }
}
