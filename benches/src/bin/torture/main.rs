//! Writes thousands of reports in every layout with every damage, reads them, and counts what was read how well:
//!
//! ```text
//! cargo run --release -p govreport-benches --bin torture -- --cells 5_000_000 --show 2
//! ```
//!
//! A wrong cell has a number that the page does not say; a misstated one says that the page shows nothing there, or a dash, which is
//! not so. There must be neither, and no report may be refused.

mod case;
mod earlier;
mod groups;
mod options;
mod outcomes;
mod page;
mod plan;
mod run;
mod script;
mod show;
mod target;
mod tsv;

use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, fs};

use govreport_synth::{WrittenFile, write_file};

use crate::options::{Options, USAGE};
use crate::outcomes::{Outcomes, sum};
use govreport_benches::Warrants;

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
