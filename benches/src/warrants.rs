//! How many cells had which answers, and how many numbers were wrong that rest on them: the figures of docs/verdict.md.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::AddAssign;

use govreport::model::Warrant;
use govreport_synth::Verdict;

/// The keys of the answers: label, tie, heading, figure, sums.
type Answers = [&'static str; 5];

/// Cells of the same answers.
#[derive(Debug, Clone, Copy, Default)]
struct Cells {
    all: u64,
    wrong: u64,
}

/// Cells by the answers that warrant their numbers.
#[derive(Debug, Clone, Default)]
pub struct Warrants(BTreeMap<Answers, Cells>);

impl Warrants {
    /// Notes a cell.
    pub fn note(&mut self, warrant: Warrant, verdict: Verdict) {
        let Warrant { figure, label, tie, heading, sums, .. } = warrant;
        let answers = [label.key(), tie.key(), heading.key(), figure.key(), sums.key()];
        let cells = self.0.entry(answers).or_default();
        cells.all += 1;
        cells.wrong += u64::from(verdict == Verdict::Wrong);
    }

    /// The table.
    pub fn written(&self, seed: u64) -> String {
        let mut table = format!(
            "# torture, seed {seed}: cells by the answers that warrant their numbers, and wrong ones among them (docs/verdict.md)\n\
             label\ttie\theading\tfigure\tsums\tcells\twrong\n"
        );
        for (answers, Cells { all, wrong }) in &self.0 {
            // Writing to a string cannot fail.
            let _ = writeln!(table, "{}\t{all}\t{wrong}", answers.join("\t"));
        }
        table
    }
}

impl AddAssign<&Self> for Warrants {
    fn add_assign(&mut self, other: &Self) {
        for (answers, more) in &other.0 {
            let cells = self.0.entry(*answers).or_default();
            cells.all += more.all;
            cells.wrong += more.wrong;
        }
    }
}
