//! Writes thousands of reports in every layout with every damage, reads them, and counts what was read how well:
//!
//! ```text
//! cargo run --release -p govreport-benches --bin torture -- --cells 5_000_000 --show 2
//! ```
//!
//! A wrong cell has a number that the page does not say; a misstated one says that the page shows nothing there, or a dash, which is
//! not so. There must be neither, and no report may be refused.

mod case;
mod count;
mod earlier;
mod groups;
mod options;
mod page;
mod plan;
mod run;
mod script;
mod show;
mod target;
mod tsv;
mod warrants;

use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, fs};

use govreport_synth::{WrittenFile, write_file};

use crate::count::Count;
use crate::options::{Options, USAGE};
use crate::run::Outcome;
use crate::warrants::Warrants;

/// Everything that was read, by what it was.
pub(crate) struct Outcomes {
    pub(crate) undamaged: Vec<Outcome>,
    pub(crate) single: Vec<Outcome>,
    pub(crate) small: Vec<Outcome>,
    pub(crate) slips: Vec<Outcome>,
    pub(crate) pairs: Vec<Outcome>,
}

impl Outcomes {
    fn of(options: &Options) -> Self {
        let run = |groups: Vec<case::Group>, reports: u64| {
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

fn main() -> ExitCode {
    let options = match Options::parse(env::args().skip(1)) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("torture: {error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match torture(&options) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("torture: {error}");
            ExitCode::from(2)
        }
    }
}

fn torture(options: &Options) -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    if let Some(case) = &options.write {
        let WrittenFile { bytes, written, .. } = write_file(&case.spec());
        out.write_all(&bytes)?;
        for said in written.said {
            eprintln!("{said}");
        }
        return Ok(ExitCode::SUCCESS);
    }
    // Read before anything takes time, so that a mistyped name shows at once.
    let baseline = options.baseline.as_ref().map(fs::read_to_string).transpose()?;
    let outcomes = Outcomes::of(options);
    let page = page::page(options, &outcomes);
    write!(out, "{page}")?;
    show::failures(options, &outcomes, &mut out)?;
    if let Some(baseline) = baseline {
        write!(out, "{}", earlier::compared(&baseline, &outcomes))?;
    }
    if let Some(file) = &options.markdown {
        fs::write(file, &page)?;
    }
    if let Some(file) = &options.tsv {
        fs::write(file, tsv::written(options, &outcomes))?;
    }
    if let Some(file) = &options.warrants {
        let mut warrants = Warrants::default();
        for outcome in outcomes.all() {
            warrants += &outcome.warrants;
        }
        fs::write(file, warrants.written(options.seed))?;
    }
    let faults = sum(outcomes.all()).faults();
    Ok(if options.strict && faults > options.most { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
