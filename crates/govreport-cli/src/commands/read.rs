//! `govreport read`: the report for a person.

use std::io::{BufWriter, Write};

use govreport::Options;
use govreport::check::Check;
use govreport::model::Finding;
use govreport::render::{TerminalOptions, printable, terminal};

use crate::args::Read;
use crate::diagnostics;
use crate::outcome::{Failure, Outcome};
use crate::sources::read_each;

pub(super) fn run(args: &Read, options: &Options) -> Result<Outcome, Failure> {
    if let Some(folder) = args.files.iter().find(|path| path.is_dir()) {
        let folder = folder.display();
        return Err(Failure::Usage(format!(
            "{folder} is a folder; `govreport read` takes files, `govreport check` takes folders too"
        )));
    }
    // Colour is always written here and taken out again where nobody could see it.
    let stdout = anstream::AutoStream::auto(std::io::stdout());
    let mut out = BufWriter::with_capacity(1 << 16, stdout.lock());
    let shown = TerminalOptions::default().width(args.width).colour(true);
    let mut first = true;
    let tally = read_each(&args.files, options, |source, reading| {
        if !std::mem::take(&mut first) {
            writeln!(out, "\n")?;
        }
        if args.files.len() > 1 {
            writeln!(out, "── {} ──", printable(source))?;
        }
        out.write_all(terminal(reading, &shown).as_bytes())?;
        let checked = reading.report.check(&Check::default());
        let findings: Vec<&Finding> = reading.report.findings.iter().chain(&checked.findings).collect();
        if !findings.is_empty() {
            writeln!(out)?;
            diagnostics::write(&mut out, source, &reading.text, &findings, args.width)?;
        }
        Ok(())
    })?;
    out.flush()?;
    Ok(tally.outcome())
}
