//! Writes reports, reads them, and counts, on all cores.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use govreport::{Options, Reading};
use govreport_synth::{WrittenFile, determined, write_file};

use crate::case::{Case, Group};
use crate::script;
use govreport_benches::Warrants;
use govreport_benches::{Count, Miss, compare, compare_script};

/// Failures of a group that are kept to be shown.
const KEPT: usize = 40;

/// A report of which cells were not read as they should have been, or that was refused.
pub(crate) struct Failure {
    pub(crate) case: Case,
    pub(crate) said: Vec<String>,
    pub(crate) misses: Vec<Miss>,
    /// Why the report was refused.
    pub(crate) refused: Option<String>,
}

impl Failure {
    /// Whether something is said that is not so, or nothing at all.
    pub(crate) fn is_fault(&self) -> bool {
        self.refused.is_some() || self.misses.iter().any(Miss::is_fault)
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

/// Reads one report.
fn one(case: Case, warrants: &mut Warrants) -> (Count, Option<Failure>) {
    let spec = case.spec();
    let WrittenFile { bytes, written, .. } = write_file(&spec);
    let reading = Reading::from_bytes(&bytes, &Options::default());
    let mut misses = Vec::new();
    let mut count = compare(reading.as_ref().ok(), &written.truth, &determined(&spec), &mut misses, warrants);
    count.struck = u64::from(!written.said.is_empty());
    if let Ok(reading) = &reading {
        let editions = spec.figures.editions();
        count.by_position = compare_script(&script::by_position(&reading.text, editions), &written.truth);
        count.by_counting = compare_script(&script::by_counting(&reading.text, editions), &written.truth);
    }
    let refused = reading.err().map(|error| error.to_string());
    let failed = !misses.is_empty() || refused.is_some();
    let failure = failed.then_some(Failure { case, said: written.said, misses, refused });
    (count, failure)
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
        let (count, failure) = one(group.case(seed, number), &mut outcome.warrants);
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
