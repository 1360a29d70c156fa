//! How many cells were read how well.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use govreport::Reading;
use govreport::model::{CellRef, Status};
use govreport_synth::{Decimal, TruthCell, Verdict, Written};

/// What the reading of a report was worth.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) reports: u64,
    /// Reports in which the damage found something to do.
    pub(crate) struck: u64,
    pub(crate) cells: u64,
    pub(crate) exact: u64,
    pub(crate) loose: u64,
    pub(crate) null: u64,
    pub(crate) wrong: u64,
    /// Cells whose truth the page still determines, and those of them that were read exactly.
    pub(crate) determined: u64,
    pub(crate) determined_exact: u64,
    pub(crate) by_position: Baseline,
    pub(crate) by_counting: Baseline,
}

/// What a baseline got.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Baseline {
    pub(crate) right: u64,
    pub(crate) wrong: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.reports += other.reports;
        self.struck += other.struck;
        self.cells += other.cells;
        self.exact += other.exact;
        self.loose += other.loose;
        self.null += other.null;
        self.wrong += other.wrong;
        self.determined += other.determined;
        self.determined_exact += other.determined_exact;
        self.by_position += other.by_position;
        self.by_counting += other.by_counting;
    }
}

impl AddAssign for Baseline {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
    }
}

/// A cell that was not read as it should have been.
#[derive(Debug, Clone)]
pub(crate) struct Miss {
    pub(crate) truth: TruthCell,
    pub(crate) value: Option<Decimal>,
    pub(crate) status: Status,
    pub(crate) verdict: Verdict,
}

/// The value and the status that a reading gives a cell; one that could not be read at all gives nothing.
fn read(reading: Option<&Reading>, at: CellRef) -> (Option<Decimal>, Status) {
    reading
        .and_then(|reading| reading.report.cell(at))
        .map_or((None, Status::Absent), |cell| (cell.value, cell.status))
}

/// Compares a reading with the truth. Misses are the wrong cells, and those that the page determines and that were not read.
pub(crate) fn compare(
    reading: Option<&Reading>,
    written: &Written,
    determined: &BTreeMap<CellRef, Option<Decimal>>,
    misses: &mut Vec<Miss>,
) -> Count {
    let mut count = Count { reports: 1, struck: u64::from(!written.said.is_empty()), ..Count::default() };
    for truth in &written.truth {
        let (value, status) = read(reading, truth.at());
        let verdict = truth.verdict(value, status);
        count.cells += 1;
        match verdict {
            Verdict::Exact => count.exact += 1,
            Verdict::Loose => count.loose += 1,
            Verdict::Null => count.null += 1,
            Verdict::Wrong => count.wrong += 1,
        }
        let not_found = determined.get(&truth.at()).is_some_and(|told| {
            count.determined += 1;
            let exact = verdict == Verdict::Exact || (told.is_some() && value == *told);
            count.determined_exact += u64::from(exact);
            !exact
        });
        if not_found || verdict == Verdict::Wrong {
            misses.push(Miss { truth: truth.clone(), value, status, verdict });
        }
    }
    count
}

/// Compares the numbers of a baseline with the truth.
pub(crate) fn compare_baseline(values: &BTreeMap<CellRef, Decimal>, written: &Written) -> Baseline {
    let mut baseline = Baseline::default();
    for truth in &written.truth {
        if let Some(value) = values.get(&truth.at()) {
            if truth.is_wrong(Some(*value)) {
                baseline.wrong += 1;
            } else {
                baseline.right += 1;
            }
        }
    }
    baseline
}
