//! What came of all reports.

use crate::case::Group;
use crate::options::Options;
use crate::run::{self, Outcome};
use govreport_benches::Count;

/// Everything that was read, by what it was.
pub(crate) struct Outcomes {
    pub(crate) undamaged: Vec<Outcome>,
    pub(crate) single: Vec<Outcome>,
    pub(crate) small: Vec<Outcome>,
    pub(crate) slips: Vec<Outcome>,
    pub(crate) pairs: Vec<Outcome>,
}

impl Outcomes {
    pub(crate) fn of(options: &Options) -> Self {
        let run = |groups: Vec<Group>, reports: u64| {
            if reports == 0 { Vec::new() } else { run::all(&groups, reports, options.seed) }
        };
        let plan = options.plan;
        Self {
            undamaged: run(options.undamaged_groups(), plan.undamaged.unwrap_or(plan.reports)),
            single: run(options.single_groups(), plan.reports),
            small: run(options.small_groups(), plan.small),
            slips: run(options.slip_groups(), plan.slips),
            pairs: run(options.pair_groups(), plan.pairs),
        }
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Outcome> {
        [&self.undamaged, &self.single, &self.small, &self.slips, &self.pairs].into_iter().flatten()
    }
}

/// The sum over some outcomes.
pub(crate) fn sum<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Count {
    let mut count = Count::default();
    for outcome in outcomes {
        count += outcome.count;
    }
    count
}
