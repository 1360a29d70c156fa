//! How many cells were read how well.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use govreport::model::{CellRef, Report};
use govreport_synth::{Answer, Decimal, TruthCell, Verdict};

use crate::warrants::Warrants;

/// What the reading of a report was worth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Reports.
    pub reports: u64,
    /// Reports in which the damage found something to do.
    pub struck: u64,
    /// Reports that were not read at all. Their cells count as honestly empty, but no reader may refuse a report.
    pub refused: u64,
    /// Cells of the form.
    pub cells: u64,
    /// Cells of which a number is printed.
    pub numbers: u64,
    /// Those of them of which that number was given, under whatever status.
    pub given: u64,
    /// Cells without a number of which is said rightly what stands there instead.
    pub nothing: u64,
    /// The right answer, and the right status.
    pub exact: u64,
    /// Nothing that is not so, but under another status.
    pub loose: u64,
    /// No number where one is printed.
    pub honest: u64,
    /// No number, and a status that says that the page shows nothing there, or a dash, which is not so.
    pub misstated: u64,
    /// A number that the page does not say.
    pub wrong: u64,
    /// Cells whose truth the page still determines.
    pub determined: u64,
    /// Those of them that were read exactly.
    pub determined_exact: u64,
    /// Breaches of the laws that hold of any reading.
    pub broken: u64,
    /// What a script gets that takes the numbers behind a label.
    pub by_position: Script,
    /// What a script gets that counts numbers.
    pub by_counting: Script,
}

/// What a script got.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Script {
    /// Numbers that are those of their cells.
    pub right: u64,
    /// All others.
    pub wrong: u64,
}

impl Count {
    /// What may not be: numbers and blanks that the page does not say, laws that are broken, and reports that were refused.
    pub const fn faults(&self) -> u64 {
        self.wrong + self.misstated + self.broken + self.refused
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.reports += other.reports;
        self.struck += other.struck;
        self.refused += other.refused;
        self.cells += other.cells;
        self.numbers += other.numbers;
        self.given += other.given;
        self.nothing += other.nothing;
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
pub struct Miss {
    /// What is true of the cell.
    pub truth: TruthCell,
    /// What was read.
    pub answer: Answer,
    /// How right that is.
    pub verdict: Verdict,
}

impl Miss {
    /// Whether something is said that is not so.
    pub const fn is_fault(&self) -> bool {
        matches!(self.verdict, Verdict::Wrong | Verdict::Misstated)
    }
}

/// Compares a reading with the truth. Misses are the cells of which something is said that is not so, and those that the page
/// determines and that were not read. What was struck the caller knows.
pub fn compare(
    report: Option<&Report>,
    truth: &[TruthCell],
    determined: &BTreeMap<CellRef, Option<Decimal>>,
    misses: &mut Vec<Miss>,
    warrants: &mut Warrants,
) -> Count {
    let mut count = Count { reports: 1, refused: u64::from(report.is_none()), ..Count::default() };
    for truth in truth {
        let cell = report.and_then(|report| report.cell(truth.at()));
        let answer = cell.map_or(Answer::NONE, Answer::from);
        let verdict = truth.verdict(answer);
        count.cells += 1;
        count.numbers += u64::from(truth.value.is_some());
        count.nothing += u64::from(truth.value.is_none() && verdict == Verdict::Exact);
        count.given +=
            u64::from(truth.value.is_some() && answer.value.is_some() && verdict != Verdict::Wrong);
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
pub fn compare_script(values: &BTreeMap<CellRef, Decimal>, truth: &[TruthCell]) -> Script {
    let mut script = Script::default();
    for truth in truth {
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
