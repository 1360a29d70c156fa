//! `govreport explain`: the page of one rule.

use std::io::Write;

use super::output::output;
use super::rules;
use crate::args::Explain;
use crate::outcome::{Failure, Outcome};
use crate::rule_names::find;

pub(super) fn run(args: &Explain) -> Result<Outcome, Failure> {
    let rule = find(&args.rule)?;
    let mut out = output();
    writeln!(out, "{rule} ({}, {})\n", rule.severity(), rule.family().key())?;
    for line in rules::page(rule) {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}
