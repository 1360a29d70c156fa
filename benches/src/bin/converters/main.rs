//! What other programs make of a report: writes reports for them to convert, and reads what they made of those. `make converters`
//! runs both, and the programs between them (`converters/`).
//!
//! ```text
//! converters write WORK [--reports N]     the reports, in every format that a converter takes: WORK/sources/NN.FORMAT
//! converters count WORK [--markdown FILE] [--tsv FILE] [--show N] [--strict]
//! converters keep WORK FOLDER             the outputs of the two smallest reports, with their truth
//! ```

mod kept;
mod options;
mod outputs;
mod page;
mod read;
mod reports;
mod show;
mod tsv;
mod write;

use std::process::ExitCode;
use std::{env, fs, io};

use crate::options::{Command, Options, USAGE};
use crate::outputs::Work;

fn main() -> ExitCode {
    let command = match Command::parse(env::args().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("converters: {error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let done = match &command {
        Command::Write { work, reports } => write::all(work, *reports).map(|()| ExitCode::SUCCESS),
        Command::Count(options) => count(options),
        Command::Keep { work, folder } => kept::keep(work, folder).map(|()| ExitCode::SUCCESS),
    };
    done.unwrap_or_else(|error| {
        eprintln!("converters: {error}");
        ExitCode::from(2)
    })
}

fn count(options: &Options) -> io::Result<ExitCode> {
    let work = Work::of(&options.work)?;
    let results = read::all(&work)?;
    let page = page::page(&work, &results);
    if let Some(file) = &options.markdown {
        fs::write(file, &page)?;
    }
    if let Some(file) = &options.tsv {
        fs::write(file, tsv::written(&work, &results))?;
    }
    let mut out = io::stdout().lock();
    show::summary(&results, &mut out)?;
    show::faults(&results, options.show, &mut out)?;
    let faults = results.iter().any(|result| result.count.wrong + result.count.misstated > 0);
    Ok(if options.strict && faults { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
