//! Shows what was read wrong: the page, the truth, and what was made of it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use govreport::Reading;
use govreport_synth::{Decimal, write_file};

use crate::case::{Case, names};
use crate::options::Options;
use crate::outcomes::Outcomes;
use crate::run::Failure;
use crate::script;
use govreport_benches::Miss;

/// Prints the first wrong or misstated cells of each kind of damage, and why reports were refused.
pub(crate) fn failures(options: &Options, outcomes: &Outcomes, out: &mut impl Write) -> io::Result<()> {
    let mut shown: BTreeMap<String, usize> = BTreeMap::new();
    // One report of each layout before a second of any.
    let groups: Vec<(String, Vec<&Failure>)> = outcomes
        .all()
        .map(|outcome| {
            let failures = outcome.failures.iter().filter(|failure| options.nulls || failure.is_fault());
            (names(&outcome.group.damage), failures.collect())
        })
        .collect();
    let deepest = groups.iter().map(|(_, failures)| failures.len()).max().unwrap_or(0);
    for round in 0..deepest {
        for (kind, failures) in &groups {
            let Some(failure) = failures.get(round) else { continue };
            let count = shown.entry(kind.clone()).or_default();
            if *count < options.show {
                *count += 1;
                one(options, failure, out)?;
            }
        }
    }
    Ok(())
}

fn one(options: &Options, failure: &Failure, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n── torture --write {}", failure.case)?;
    for said in &failure.said {
        writeln!(out, "  {said}")?;
    }
    if let Some(error) = &failure.refused {
        return writeln!(out, "  refused: {error}");
    }
    let misses: Vec<&Miss> = failure.misses.iter().filter(|miss| options.nulls || miss.is_fault()).collect();
    let number = |value: Option<Decimal>| value.map_or("–".to_owned(), |value| value.to_string());
    for miss in misses.iter().take(8) {
        let unit = |unit: Option<_>| unit.map_or(String::new(), |unit| format!(" {unit:?}"));
        writeln!(
            out,
            "  {:?} {}: read {}{} {}, in truth {}{} {:?}, not printed {}",
            miss.verdict,
            miss.truth.at(),
            number(miss.answer.value),
            unit(miss.answer.unit),
            miss.answer.status,
            number(miss.truth.value),
            unit(miss.truth.unit),
            miss.truth.statuses,
            number(miss.truth.unprinted)
        )?;
    }
    if misses.len() > 8 {
        writeln!(out, "  … and {} more", misses.len() - 8)?;
    }
    for violation in failure.broken.iter().take(8) {
        writeln!(out, "  broken {violation}")?;
    }
    let Some(first) = misses.first() else { return Ok(()) };
    for line in text(&failure.case, first).lines() {
        writeln!(out, "  │ {line}")?;
    }
    Ok(())
}

/// The text of the table that a cell belongs to, as it was taken from the file; the whole text where its section is not found.
fn text(case: &Case, miss: &Miss) -> String {
    let file = write_file(&case.spec());
    let Ok(reading) = Reading::from_bytes(&file.bytes, &govreport::Options::default()) else {
        return String::new();
    };
    script::section(&reading.text, miss.truth.table()).unwrap_or(&reading.text).replace('\t', "→")
}
