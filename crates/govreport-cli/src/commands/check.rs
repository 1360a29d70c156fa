//! `govreport check`: one finding a line, and what was checked on standard error.

use std::collections::BTreeMap;
use std::io::Write;

use govreport::check::{Check as Checks, Rule};
use govreport::model::{CellRef, Finding, Severity};
use govreport::render::{count_findings, line_of, printable};
use govreport::{Options, Reading};
use serde::Serialize;

use super::output::{json_line, number, output};
use crate::args::{Check, FindingFormat};
use crate::outcome::{Failure, Outcome, complain};
use crate::rule_names::find_all;
use crate::sources::{Tally, read_each};

/// The fields are in the order of every output.
#[derive(Serialize)]
struct Record<'a> {
    source: &'a str,
    code: &'static str,
    name: &'static str,
    severity: Severity,
    message: &'a str,
    cells: &'a [CellRef],
    start: Option<usize>,
    end: Option<usize>,
    observed: Option<serde_json::Number>,
    expected: Option<serde_json::Number>,
}

impl<'a> Record<'a> {
    fn new(source: &'a str, finding: &'a Finding) -> Self {
        Self {
            source,
            code: finding.rule.code(),
            name: finding.rule.name(),
            severity: finding.severity(),
            message: &finding.message,
            cells: &finding.cells,
            start: finding.span.map(|span| span.start),
            end: finding.span.map(|span| span.end),
            observed: finding.observed.as_ref().and_then(number),
            expected: finding.expected.as_ref().and_then(number),
        }
    }
}

pub(super) fn run(args: &Check, options: &Options) -> Result<Outcome, Failure> {
    let rules = selected(args)?;
    let checks = Checks::default().only(&rules);
    let mut out = output();
    let mut run = Run::default();
    let mut severities = Vec::new();
    let tally = read_each(&args.sources.paths, options, |source, reading| {
        let checked = reading.report.check(&checks);
        let of_reading = reading.report.findings.iter().filter(|finding| rules.contains(&finding.rule));
        for finding in of_reading.chain(&checked.findings) {
            severities.push(finding.severity());
            match args.format {
                FindingFormat::Jsonl => json_line(&mut out, &Record::new(source, finding))?,
                FindingFormat::Human => human(&mut out, source, reading, finding)?,
            }
        }
        for (rule, sums) in checked.ran {
            let ran = run.ran.entry(rule).or_default();
            *ran = (ran.0 + 1, ran.1 + sums);
        }
        for skipped in checked.skipped {
            let sources = run.skipped.entry((skipped.rule, skipped.reason)).or_default();
            sources.0 += 1;
            if sources.1.is_empty() {
                source.clone_into(&mut sources.1);
            }
        }
        Ok(())
    })?;
    out.flush()?;
    if tally.read > 0 {
        run.report(tally, &severities);
    }
    let reached = severities.iter().any(|severity| args.fail_on.reached_by(*severity));
    Ok(if reached { Outcome::Found } else { tally.outcome() })
}

fn selected(args: &Check) -> Result<Vec<Rule>, Failure> {
    let mut rules = if args.select.is_empty() { Rule::ALL.to_vec() } else { find_all(&args.select)? };
    let ignored = find_all(&args.ignore)?;
    rules.retain(|rule| !ignored.contains(rule));
    if rules.is_empty() {
        return Err(Failure::Usage("--ignore leaves no rule of those that --select names".to_owned()));
    }
    Ok(rules)
}

fn human(out: &mut impl Write, source: &str, reading: &Reading, finding: &Finding) -> Result<(), Failure> {
    write!(out, "{}:", printable(source))?;
    if let Some(span) = finding.span {
        write!(out, "{}:", line_of(&reading.text, span.start))?;
    }
    writeln!(out, " {} {}: {}", finding.severity(), finding.rule, printable(&finding.message))?;
    Ok(())
}

/// What ran and what could not, over all files.
#[derive(Debug, Default)]
struct Run {
    /// For each rule, in how many reports and over how many sums.
    ran: BTreeMap<Rule, (usize, usize)>,
    /// For each rule and reason, how many reports, and the first of them.
    skipped: BTreeMap<(Rule, String), (usize, String)>,
}

impl Run {
    fn report(&self, tally: Tally, severities: &[Severity]) {
        let unread =
            if tally.failed > 0 { format!(", {} could not be read", tally.failed) } else { String::new() };
        complain(format_args!(
            "{} checked{unread}: {}",
            reports(tally.read),
            count_findings(severities.iter().copied())
        ));
        for (rule, (sources, sums)) in &self.ran {
            let sums = if *sums == 1 { "1 sum".to_owned() } else { format!("{sums} sums") };
            complain(format_args!("  ran      {rule}: {sums} in {}", reports(*sources)));
        }
        for ((rule, reason), (sources, first)) in &self.skipped {
            let first = printable(first);
            let such_as = if *sources == 1 { format!(" ({first})") } else { format!(" (such as {first})") };
            complain(format_args!("  skipped  {rule} in {}: {reason}{such_as}", reports(*sources)));
        }
    }
}

fn reports(count: usize) -> String {
    format!("{count} report{}", if count == 1 { "" } else { "s" })
}
