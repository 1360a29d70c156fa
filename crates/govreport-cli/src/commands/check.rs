//! `govreport check`: one finding a line, and what was checked on standard error.

use std::collections::BTreeMap;
use std::io::Write;

use govreport::check::{Check as Checks, Family, Rule, SkipReason, UnknownRule};
use govreport::model::{CellRef, Finding, Severity};
use govreport::notices::{Language, Notice};
use govreport::render::{count_findings, line_of, printable};
use govreport::{Options, Reading};
use serde::Serialize;

use super::output::{json_line, number, output};
use crate::args::{Check, FindingFormat};
use crate::outcome::{Failure, Outcome, complain};
use crate::sources::{Tally, read_each};

/// The fields are in the order of every output.
#[derive(Serialize)]
struct Record<'a> {
    source: &'a str,
    code: &'static str,
    name: &'static str,
    severity: Severity,
    message: String,
    cells: &'a [CellRef],
    start: Option<usize>,
    end: Option<usize>,
    observed: Option<serde_json::Number>,
    expected: Option<serde_json::Number>,
    page: Option<u32>,
    grid: Option<[u32; 3]>,
    message_zh: String,
    family: Family,
    data: &'a Notice,
}

impl<'a> Record<'a> {
    fn new(source: &'a str, finding: &'a Finding) -> Self {
        Self {
            source,
            code: finding.rule().code(),
            name: finding.rule().name(),
            severity: finding.severity(),
            message: finding.message(),
            cells: &finding.cells,
            start: finding.span.map(|span| span.start),
            end: finding.span.map(|span| span.end),
            observed: finding.observed().as_ref().and_then(number),
            expected: finding.expected().as_ref().and_then(number),
            page: finding.page,
            grid: finding.grid.map(|place| [place.table, place.row, place.column]),
            message_zh: finding.message_in(Language::Chinese),
            family: finding.rule().family(),
            data: &finding.notice,
        }
    }
}

pub(super) fn run(args: &Check, options: &Options) -> Result<Outcome, Failure> {
    let rules = selected(args)?;
    let checks = Checks::of(rules.iter().copied());
    let mut out = output();
    let mut run = Run::default();
    let mut severities = Vec::new();
    let tally = read_each(&args.sources.paths, options, |source, reading| {
        let checked = reading.report.check(&checks);
        let of_reading = reading.report.findings.iter().filter(|finding| rules.contains(&finding.rule()));
        for finding in of_reading.chain(&checked.findings) {
            severities.push(finding.severity());
            match args.format {
                FindingFormat::Jsonl => json_line(&mut out, &Record::new(source, finding))?,
                FindingFormat::Human => human(&mut out, source, reading, finding)?,
            }
        }
        for ran in checked.ran {
            let (sources, sums) = run.ran.entry(ran.rule).or_default();
            *sources += 1;
            *sums += ran.comparisons;
        }
        // What rules about the reading found is among the findings above.
        for skipped in checked.skipped.iter().filter(|skipped| skipped.reason != SkipReason::AboutReading) {
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
    let unknown = |unknown: UnknownRule| Failure::Usage(unknown.to_string());
    let mut rules = if args.select.is_empty() {
        Rule::ALL.to_vec()
    } else {
        Rule::select(&args.select).map_err(unknown)?
    };
    let ignored = Rule::select(&args.ignore).map_err(unknown)?;
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
    writeln!(out, " {} {}: {}", finding.severity(), finding.rule(), printable(&finding.message()))?;
    Ok(())
}

/// What ran and what could not, over all files.
#[derive(Debug, Default)]
struct Run {
    /// For each rule, in how many reports and over how many sums.
    ran: BTreeMap<Rule, (usize, usize)>,
    /// For each rule and reason, how many reports, and the first of them.
    skipped: BTreeMap<(Rule, SkipReason), (usize, String)>,
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
