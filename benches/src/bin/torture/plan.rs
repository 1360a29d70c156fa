//! How many reports are read of each group.

/// The fewest cells that a report has: the form of 2019.
const CELLS: u64 = 198;

/// How many reports there are of each group.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// With one kind of damage.
    pub(crate) reports: u64,
    /// With two or three small damages.
    pub(crate) small: u64,
    /// With a later kind of damage and a slip of the author.
    pub(crate) slips: u64,
    /// With any two kinds.
    pub(crate) pairs: u64,
    /// Without damage.
    pub(crate) undamaged: Option<u64>,
}

impl Default for Plan {
    fn default() -> Self {
        Self { reports: 10, small: 0, slips: 0, pairs: 0, undamaged: None }
    }
}

impl Plan {
    /// So many reports that single damages, and small ones, come to so many cells.
    pub(crate) fn at_least(&mut self, cells: u64, single: usize, small: usize) {
        let reports = |groups: usize| cells.div_ceil(CELLS * (groups as u64).max(1));
        self.reports = reports(single);
        self.small = if small > 0 { reports(small) } else { 0 };
    }
}
