//! Writes reports, reads them, and counts, on all cores.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use govreport::model::Report;
use govreport::{Error, Options, Source};
use govreport_invariants::{Violation, judge, relations};
use govreport_synth::{WrittenFile, determined, write_file};

use govreport_benches::{Count, Miss, Warrants, compare, compare_script};

use crate::case::{Case, Group};
use crate::script;

/// Failures of a group that are kept to be shown.
const KEPT: usize = 40;

/// Of so many reports of a group, one is changed and read again.
const RELATED: u64 = 4;

/// A report of which cells were not read as they should have been, or that was refused.
pub(crate) struct Failure {
    pub(crate) case: Case,
    pub(crate) said: Vec<String>,
    pub(crate) misses: Vec<Miss>,
    /// The laws that its reading breaks.
    pub(crate) broken: Vec<Violation>,
    /// Why the report was refused.
    pub(crate) refused: Option<String>,
}

impl Failure {
    /// Whether something is said that is not so, or nothing at all.
    pub(crate) fn is_fault(&self) -> bool {
        self.refused.is_some() || !self.broken.is_empty() || self.misses.iter().any(Miss::is_fault)
    }
}

/// What a group came to.
pub(crate) struct Outcome {
    pub(crate) group: Group,
    pub(crate) count: Count,
    /// The exact cells of each report, to compare with another run over the same reports.
    pub(crate) exact: Vec<u64>,
    pub(crate) failures: Vec<Failure>,
    /// The cells by the answers that warrant their numbers.
    pub(crate) warrants: Warrants,
}

/// Reads one report, and judges its reading by the laws that hold of any.
fn one(case: Case, asked: Asked, warrants: &mut Warrants) -> (Count, Option<Failure>) {
    let spec = case.spec();
    let WrittenFile { bytes, written, .. } = write_file(&spec);
    let options = Options::default();
    let source = Source::from_reader(bytes.as_slice(), &options);
    let document = source
        .as_ref()
        .map_err(Error::to_string)
        .and_then(|source| source.document(&options).map_err(|error| error.to_string()));
    let report = document
        .as_ref()
        .map_err(String::clone)
        .and_then(|document| Report::from_document(document).map_err(|error| error.to_string()));
    let mut misses = Vec::new();
    let mut count = compare(report.as_ref().ok(), &written.truth, &determined(&spec), &mut misses, warrants);
    count.struck = u64::from(!written.said.is_empty());
    let mut broken = Vec::new();
    if let (Ok(document), Ok(report)) = (&document, &report) {
        let (text, editions) = (document.text(), spec.figures.editions());
        count.by_position = compare_script(&script::by_position(text, editions), &written.truth);
        count.by_counting = compare_script(&script::by_counting(text, editions), &written.truth);
        broken = judge(document, report);
        if asked == Asked::RelationsToo {
            broken.extend(relations::relations(document, report, case.seed));
        }
        count.broken = broken.len() as u64;
    }
    let refused = report.err();
    let failed = !misses.is_empty() || !broken.is_empty() || refused.is_some();
    let failure = failed.then_some(Failure { case, said: written.said, misses, broken, refused });
    (count, failure)
}

/// Which laws a reading is judged by. A relation reads the report once more, so only some are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    OneReading,
    RelationsToo,
}

/// Reads so many reports of each group; the outcomes come in the order of the groups, however many cores there are.
pub(crate) fn all(groups: &[Group], reports: u64, seed: u64) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(Vec::with_capacity(groups.len()));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(group) = groups.get(place) else { break };
                    let outcome = of_group(group, reports, seed);
                    if let Ok(mut outcomes) = outcomes.lock() {
                        outcomes.push((place, outcome));
                    }
                }
            });
        }
    });
    // A thread that panicked has ended the scope with its panic already.
    let mut outcomes = outcomes.into_inner().unwrap_or_default();
    outcomes.sort_by_key(|(place, _)| *place);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

fn of_group(group: &Group, reports: u64, seed: u64) -> Outcome {
    let mut outcome = Outcome {
        group: group.clone(),
        count: Count::default(),
        exact: Vec::new(),
        failures: Vec::new(),
        warrants: Warrants::default(),
    };
    for number in 0..reports {
        let asked = if number % RELATED == 0 { Asked::RelationsToo } else { Asked::OneReading };
        let (count, failure) = one(group.case(seed, number), asked, &mut outcome.warrants);
        outcome.count += count;
        outcome.exact.push(count.exact);
        // Faults are shown first, so that one is kept even where many cells were only left empty before it.
        let kept = |failure: &Failure| failure.is_fault() || outcome.failures.len() < KEPT / 2;
        if outcome.failures.len() < KEPT {
            outcome.failures.extend(failure.filter(kept));
        }
    }
    outcome
}
