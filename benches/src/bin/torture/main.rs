//! Writes thousands of reports in every layout with every damage, reads them, and counts what was read how well:
//!
//! ```text
//! cargo run --release -p govreport-benches --bin torture -- --reports 40 --show 5
//! ```
//!
//! A wrong cell is one whose number is neither printed nor the true one. There must be none.

mod baseline;
mod case;
mod count;
mod options;
mod page;
mod run;
mod target;

use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, fs};

use govreport_synth::{Verdict, WrittenFile, write_file};

use crate::options::{Options, USAGE};
use crate::run::{Failure, Outcome};

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
    let undamaged = options.undamaged.unwrap_or(options.reports);
    let mut single = if options.damage.is_none() {
        run::all(&options.undamaged_groups(), undamaged, options.seed)
    } else {
        Vec::new()
    };
    single.extend(run::all(&options.single_groups(), options.reports, options.seed));
    let pairs = if options.pairs > 0 {
        run::all(&options.pair_groups(), options.pairs, options.seed)
    } else {
        Vec::new()
    };
    let page = page::page(options, &single, &pairs);
    write!(out, "{page}")?;
    show(options, single.iter().chain(&pairs), &mut out)?;
    if let Some(file) = &options.markdown {
        fs::write(file, &page)?;
    }
    let wrong: u64 = single.iter().map(|outcome| outcome.count.wrong).sum();
    Ok(if options.strict && wrong > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Prints reports that were not read as they should have been, one of each group before a second of any.
fn show<'a>(
    options: &Options,
    outcomes: impl Iterator<Item = &'a Outcome>,
    out: &mut impl Write,
) -> io::Result<()> {
    let wanted = |failure: &&Failure| {
        options.nulls || failure.misses.iter().any(|miss| miss.verdict == Verdict::Wrong)
    };
    let groups: Vec<Vec<&Failure>> =
        outcomes.map(|outcome| outcome.failures.iter().filter(wanted).collect()).collect();
    let deepest = groups.iter().map(Vec::len).max().unwrap_or(0);
    let rounds = (0..deepest).flat_map(|round| groups.iter().filter_map(move |group| group.get(round)));
    for failure in rounds.take(options.show) {
        writeln!(out, "\ntorture --write {}", failure.case)?;
        for said in &failure.said {
            writeln!(out, "  {said}")?;
        }
        let misses = failure.misses.iter().filter(|miss| options.nulls || miss.verdict == Verdict::Wrong);
        for miss in misses.take(8) {
            let number = |value: Option<govreport_synth::Decimal>| {
                value.map_or("–".to_owned(), |value| value.to_string())
            };
            writeln!(
                out,
                "  {:?} {}: read {} {}, in truth {} {:?}, unprinted {}",
                miss.verdict,
                miss.truth.at(),
                number(miss.value),
                miss.status,
                number(miss.truth.value),
                miss.truth.statuses,
                number(miss.truth.unprinted)
            )?;
        }
    }
    Ok(())
}
