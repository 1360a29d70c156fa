//! How much a reader takes on.

use crate::ReadError;

/// How much a reader takes on (读取上限). Input beyond a limit is an error, never cut silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Largest input in bytes.
    pub max_bytes: u64,
}

impl Limits {
    /// 256 MiB: a report has 5 to 150 KB, so this is far beyond any report and still fits in memory.
    pub const DEFAULT_MAX_BYTES: u64 = 256 << 20;

    /// These limits with another largest input.
    #[must_use]
    pub const fn with_max_bytes(mut self, max_bytes: u64) -> Self {
        self.max_bytes = max_bytes;
        self
    }

    /// Whether an input of this many bytes is within the limits.
    pub(crate) fn admit(self, size: usize) -> Result<(), ReadError> {
        // A size that does not fit is beyond every limit.
        let size = u64::try_from(size).unwrap_or(u64::MAX);
        if size > self.max_bytes {
            return Err(ReadError::TooLarge { size: Some(size), limit: self.max_bytes });
        }
        Ok(())
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: Self::DEFAULT_MAX_BYTES }
    }
}
