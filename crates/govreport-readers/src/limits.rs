//! How much a reader takes on.

use std::time::Duration;

use crate::ReadError;

/// How much a reader takes on (读取上限). Input beyond a limit is an error that names it, never cut silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Largest input in bytes.
    pub max_bytes: u64,
    /// The most bytes that what is packed in the input (DOCX, XLSX, streams of a PDF) may unpack to, all parts together.
    pub max_unpacked_bytes: u64,
    /// The most pages of a PDF.
    pub max_pages: u32,
    /// The most cells of all tables together; a merged cell counts once for each place it covers.
    pub max_cells: u64,
    /// How deep elements may be nested in each other (tables in tables, `div` in `div`, XML elements, objects of a PDF).
    pub max_nesting: u32,
    /// The longest a file may take to read. Checked between pages, parts and elements, so it is exceeded by little.
    pub max_time: Duration,
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

    /// These limits with another size of what is unpacked.
    #[must_use]
    pub const fn with_max_unpacked_bytes(mut self, max_unpacked_bytes: u64) -> Self {
        self.max_unpacked_bytes = max_unpacked_bytes;
        self
    }

    /// These limits with another number of pages.
    #[must_use]
    pub const fn with_max_pages(mut self, max_pages: u32) -> Self {
        self.max_pages = max_pages;
        self
    }

    /// These limits with another number of cells.
    #[must_use]
    pub const fn with_max_cells(mut self, max_cells: u64) -> Self {
        self.max_cells = max_cells;
        self
    }

    /// These limits with another depth of nesting.
    #[must_use]
    pub const fn with_max_nesting(mut self, max_nesting: u32) -> Self {
        self.max_nesting = max_nesting;
        self
    }

    /// These limits with another time.
    #[must_use]
    pub const fn with_max_time(mut self, max_time: Duration) -> Self {
        self.max_time = max_time;
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
        Self {
            max_bytes: Self::DEFAULT_MAX_BYTES,
            max_unpacked_bytes: 512 << 20,
            max_pages: 2_000,
            max_cells: 1_000_000,
            max_nesting: 512,
            max_time: Duration::from_mins(1),
        }
    }
}
