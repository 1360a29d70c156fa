//! Writes reports, reads them, and counts, on all cores.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use govreport::{Options, Reading};
use govreport_synth::{WrittenFile, determined, write_file};

use crate::baseline;
use crate::case::{Case, Group};
use crate::count::{Count, Miss, compare, compare_baseline};

/// A report of which cells were not read as they should have been.
pub(crate) struct Failure {
    pub(crate) case: Case,
    pub(crate) said: Vec<String>,
    pub(crate) misses: Vec<Miss>,
}

/// What a group came to.
pub(crate) struct Outcome {
    pub(crate) group: Group,
    pub(crate) count: Count,
    pub(crate) failures: Vec<Failure>,
}

/// Reads one report.
pub(crate) fn one(case: Case) -> (Count, Option<Failure>) {
    let spec = case.spec();
    let WrittenFile { bytes, written, .. } = write_file(&spec);
    let reading = Reading::of_bytes(&bytes, &Options::default()).ok();
    let mut misses = Vec::new();
    let mut count = compare(reading.as_ref(), &written, &determined(&spec), &mut misses);
    if let Some(reading) = &reading {
        let editions = spec.figures.editions();
        count.by_position = compare_baseline(&baseline::by_position(&reading.text, editions), &written);
        count.by_counting = compare_baseline(&baseline::by_counting(&reading.text, editions), &written);
    }
    let failure = (!misses.is_empty()).then_some(Failure { case, said: written.said, misses });
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
    let mut outcome = Outcome { group: group.clone(), count: Count::default(), failures: Vec::new() };
    for number in 0..reports {
        let (count, failure) = one(group.case(seed, number));
        outcome.count += count;
        outcome.failures.extend(failure);
    }
    outcome
}
