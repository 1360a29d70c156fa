//! `govreport json` and `govreport schema`.

use std::io::Write;

use govreport::Options;

use super::output::output;
use crate::args::Json;
use crate::outcome::{Failure, Outcome};
use crate::sources::read_each;

pub(super) fn run(args: &Json, options: &Options) -> Result<Outcome, Failure> {
    if args.file.is_dir() {
        let folder = args.file.display();
        return Err(Failure::Usage(format!("{folder} is a folder; `govreport json` takes one file")));
    }
    let mut out = output();
    let tally = read_each(std::slice::from_ref(&args.file), options, |_, reading| {
        if args.pretty {
            serde_json::to_writer_pretty(&mut out, &reading.report)?;
        } else {
            serde_json::to_writer(&mut out, &reading.report)?;
        }
        out.write_all(b"\n")?;
        Ok(())
    })?;
    out.flush()?;
    Ok(tally.outcome())
}

pub(super) fn schema() -> Result<Outcome, Failure> {
    let mut out = output();
    serde_json::to_writer_pretty(&mut out, &govreport::json_schema())?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(Outcome::Done)
}
