//! `govreport explain`: the page of one rule.

use std::io::Write;

use govreport::check::Rule;

use super::output::output;
use super::rules;
use crate::args::Explain;
use crate::outcome::{Failure, Outcome};

pub(super) fn run(args: &Explain) -> Result<Outcome, Failure> {
    let rule = Rule::find(&args.rule).map_err(|unknown| Failure::Usage(unknown.to_string()))?;
    let mut out = output();
    writeln!(out, "{rule} ({}, {})\n", rule.severity(), rule.family().key())?;
    for line in rules::page(rule) {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}
