//! What is left of the limits while a file is read.

use std::time::{Duration, Instant};

use crate::{Limit, Limits, ReadError};

/// What is left of the limits while one file is read. Every reader counts here what it takes on.
#[derive(Debug)]
pub(crate) struct Budget {
    limits: Limits,
    until: Option<Instant>,
    cells: u64,
    #[cfg(any(feature = "doc", feature = "docx", feature = "pdf", feature = "sheets"))]
    unpacked: u64,
}

// Each format counts what it has: a method stands in builds with a reader that needs it.
impl Budget {
    /// All of the limits.
    pub(crate) fn new(limits: &Limits) -> Self {
        // A time too long to be counted is no limit.
        Self {
            limits: *limits,
            until: Instant::now().checked_add(limits.max_time),
            cells: 0,
            #[cfg(any(feature = "doc", feature = "docx", feature = "pdf", feature = "sheets"))]
            unpacked: 0,
        }
    }

    /// Takes cells of tables on.
    pub(crate) fn cells(&mut self, more: u64) -> Result<(), ReadError> {
        self.cells = self.cells.saturating_add(more);
        over(Limit::Cells, self.cells, self.limits.max_cells)
    }

    /// Takes unpacked bytes on.
    #[cfg(any(feature = "doc", feature = "docx", feature = "pdf", feature = "sheets"))]
    pub(crate) fn unpacked(&mut self, more: u64) -> Result<(), ReadError> {
        self.unpacked = self.unpacked.saturating_add(more);
        over(Limit::UnpackedBytes, self.unpacked, self.limits.max_unpacked_bytes)
    }

    /// How many more bytes may be unpacked.
    #[cfg(any(feature = "docx", feature = "pdf", feature = "sheets"))]
    pub(crate) fn unpacked_left(&self) -> u64 {
        self.limits.max_unpacked_bytes.saturating_sub(self.unpacked)
    }

    /// Whether a file may have this many pages.
    pub(crate) fn pages(&self, pages: u64) -> Result<(), ReadError> {
        over(Limit::Pages, pages, u64::from(self.limits.max_pages))
    }

    /// Whether something may be nested this deep.
    #[cfg(any(feature = "doc", feature = "docx", feature = "html", feature = "sheets"))]
    pub(crate) fn nesting(&self, depth: u64) -> Result<(), ReadError> {
        over(Limit::Nesting, depth, u64::from(self.limits.max_nesting))
    }

    /// Whether there is time left. It costs a look at the clock: ask between pages and parts, not for every character.
    pub(crate) fn time(&self) -> Result<(), ReadError> {
        if self.until.is_some_and(|until| Instant::now() > until) {
            let limit = self.limits.max_time.max(Duration::from_secs(1)).as_secs();
            return Err(ReadError::OverLimit { limit: Limit::Time, most: limit });
        }
        Ok(())
    }
}

fn over(limit: Limit, found: u64, most: u64) -> Result<(), ReadError> {
    if found > most { Err(ReadError::OverLimit { limit, most }) } else { Ok(()) }
}

#[cfg(all(test, feature = "html", feature = "docx", feature = "pdf"))]
mod tests {
    use super::*;

    #[test]
    fn each_limit_is_named_when_it_is_passed() {
        let limits = Limits::default()
            .with_max_cells(2)
            .with_max_pages(1)
            .with_max_nesting(3)
            .with_max_unpacked_bytes(9);
        let mut budget = Budget::new(&limits);
        assert!(budget.cells(2).is_ok() && budget.pages(1).is_ok() && budget.nesting(3).is_ok());
        assert_eq!(
            budget.cells(1).map_err(|error| error.to_string()),
            Err("the input is over a limit: more than 2 table cells; raise the option max_cells to read it"
                .to_owned())
        );
        assert_eq!(budget.nesting(4), Err(ReadError::OverLimit { limit: Limit::Nesting, most: 3 }));
        assert_eq!(budget.pages(2), Err(ReadError::OverLimit { limit: Limit::Pages, most: 1 }));
        assert!(budget.unpacked(9).is_ok());
        assert_eq!(budget.unpacked_left(), 0);
        assert!(budget.unpacked(u64::MAX).is_err());
    }

    #[test]
    fn time_runs_out() {
        assert!(Budget::new(&Limits::default().with_max_time(Duration::MAX)).time().is_ok());
        let none = Budget::new(&Limits::default().with_max_time(Duration::ZERO));
        std::thread::sleep(Duration::from_millis(2));
        assert_eq!(none.time(), Err(ReadError::OverLimit { limit: Limit::Time, most: 1 }));
    }
}
