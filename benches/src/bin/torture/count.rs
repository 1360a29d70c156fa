//! How many cells were read how well.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use govreport::model::{CellRef, Report};
use govreport_synth::{Answer, Decimal, TruthCell, Verdict, Written};

use crate::warrants::Warrants;

/// What the reading of a report was worth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) reports: u64,
    /// Reports in which the damage found something to do.
    pub(crate) struck: u64,
    /// Reports that were not read at all. Their cells count as honestly empty, but no reader may refuse a report.
    pub(crate) refused: u64,
    pub(crate) cells: u64,
    pub(crate) exact: u64,
    pub(crate) loose: u64,
    pub(crate) honest: u64,
    pub(crate) misstated: u64,
    pub(crate) wrong: u64,
    /// Cells whose truth the page still determines, and those of them that were read exactly.
    pub(crate) determined: u64,
    pub(crate) determined_exact: u64,
    /// Breaches of the laws that hold of any reading.
    pub(crate) broken: u64,
    pub(crate) by_position: Script,
    pub(crate) by_counting: Script,
}

/// What a script got.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Script {
    pub(crate) right: u64,
    pub(crate) wrong: u64,
}

impl Count {
    /// What may not be: numbers and blanks that the page does not say, laws that are broken, and reports that were refused.
    pub(crate) const fn faults(&self) -> u64 {
        self.wrong + self.misstated + self.broken + self.refused
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.reports += other.reports;
        self.struck += other.struck;
        self.refused += other.refused;
        self.cells += other.cells;
        self.exact += other.exact;
        self.loose += other.loose;
        self.honest += other.honest;
        self.misstated += other.misstated;
        self.wrong += other.wrong;
        self.determined += other.determined;
        self.determined_exact += other.determined_exact;
        self.broken += other.broken;
        self.by_position += other.by_position;
        self.by_counting += other.by_counting;
    }
}

impl AddAssign for Script {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
    }
}

/// A cell that was not read as it should have been.
#[derive(Debug, Clone)]
pub(crate) struct Miss {
    pub(crate) truth: TruthCell,
    pub(crate) answer: Answer,
    pub(crate) verdict: Verdict,
}

impl Miss {
    /// Whether something is said that is not so.
    pub(crate) const fn is_fault(&self) -> bool {
        matches!(self.verdict, Verdict::Wrong | Verdict::Misstated)
    }
}

/// Compares a reading with the truth. Misses are the cells of which something is said that is not so, and those that the page
/// determines and that were not read.
pub(crate) fn compare(
    report: Option<&Report>,
    written: &Written,
    determined: &BTreeMap<CellRef, Option<Decimal>>,
    misses: &mut Vec<Miss>,
    warrants: &mut Warrants,
) -> Count {
    let mut count = Count {
        reports: 1,
        struck: u64::from(!written.said.is_empty()),
        refused: u64::from(report.is_none()),
        ..Count::default()
    };
    for truth in &written.truth {
        let cell = report.and_then(|report| report.cell(truth.at()));
        let answer = cell.map_or(Answer::NONE, Answer::from);
        let verdict = truth.verdict(answer);
        count.cells += 1;
        if let Some(warrant) = cell.and_then(|cell| cell.warrant) {
            warrants.note(warrant, verdict);
        }
        match verdict {
            Verdict::Exact => count.exact += 1,
            Verdict::Loose => count.loose += 1,
            Verdict::Honest => count.honest += 1,
            Verdict::Misstated => count.misstated += 1,
            Verdict::Wrong => count.wrong += 1,
        }
        let not_found = determined.get(&truth.at()).is_some_and(|told| {
            count.determined += 1;
            let exact = verdict == Verdict::Exact || (told.is_some() && answer.value == *told);
            count.determined_exact += u64::from(exact);
            !exact
        });
        let miss = Miss { truth: truth.clone(), answer, verdict };
        if not_found || miss.is_fault() {
            misses.push(miss);
        }
    }
    count
}

/// Compares the numbers of a script with the truth.
pub(crate) fn compare_script(values: &BTreeMap<CellRef, Decimal>, written: &Written) -> Script {
    let mut script = Script::default();
    for truth in &written.truth {
        if let Some(value) = values.get(&truth.at()) {
            let said = Answer { value: Some(*value), ..Answer::NONE };
            if truth.is_wrong(said) {
                script.wrong += 1;
            } else {
                script.right += 1;
            }
        }
    }
    script
}
