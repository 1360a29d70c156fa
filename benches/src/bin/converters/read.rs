//! Reads the outputs, and counts what is right in them against the truth of who wrote the reports.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::thread;

use govreport::{Options, Reading};
use govreport_benches::{Count, Miss, Warrants, compare};
use govreport_invariants::judge_text;
use govreport_synth::write;

use crate::outputs::{Way, Work};
use crate::reports::Report;

/// What is kept of the identity of reports.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) title: u64,
    pub(crate) issuer: u64,
    pub(crate) year: u64,
    /// Facts that are given and are not so.
    pub(crate) wrong: u64,
}

/// What one output came to.
#[derive(Debug)]
pub(crate) struct One {
    pub(crate) report: Report,
    pub(crate) path: PathBuf,
    pub(crate) count: Count,
    pub(crate) identity: Identity,
    /// Cells of which something is said that is not so.
    pub(crate) faults: Vec<Miss>,
    /// Why no report was read.
    pub(crate) refused: Option<String>,
}

/// What a way came to.
#[derive(Debug)]
pub(crate) struct Result {
    pub(crate) way: Way,
    pub(crate) count: Count,
    pub(crate) identity: Identity,
    pub(crate) outputs: Vec<One>,
}

/// Reads one output.
pub(crate) fn one(report: Report, path: PathBuf) -> One {
    // Every format has the same cells, and shows the empty ones.
    let written = write(&report.spec("html"));
    let reading = Reading::from_path(&path, &Options::default());
    let mut faults = Vec::new();
    let mut count = compare(
        reading.as_ref().ok().map(|reading| &reading.report),
        &written.truth,
        &BTreeMap::new(),
        &mut faults,
        &mut Warrants::default(),
    );
    let mut identity = Identity::default();
    if let Ok(reading) = &reading {
        count.broken = judge_text(&reading.text, &reading.report).len() as u64;
        let mut fact = |told: Option<bool>, right: fn(&mut Identity) -> &mut u64| match told {
            Some(true) => *right(&mut identity) += 1,
            Some(false) => identity.wrong += 1,
            None => {}
        };
        let of = &reading.report;
        fact(of.title.as_ref().map(|title| bare(&title.value) == bare(&written.title)), |of| &mut of.title);
        fact(of.issuer.as_ref().map(|issuer| issuer.value == written.issuer), |of| &mut of.issuer);
        fact(of.year.as_ref().map(|year| year.value == written.year), |of| &mut of.year);
    }
    let refused = reading.err().map(|error| error.to_string());
    One { report, path, count, identity, faults, refused }
}

/// A title without white space.
fn bare(title: &str) -> String {
    title.chars().filter(|c| !c.is_whitespace()).collect()
}

fn of_way(work: &Work, way: &Way) -> io::Result<Result> {
    let outputs = work.outputs(way)?.into_iter().map(|output| one(output.report, output.path));
    let mut result = Result {
        way: way.clone(),
        count: Count::default(),
        identity: Identity::default(),
        outputs: outputs.collect(),
    };
    for one in &result.outputs {
        result.count += one.count;
        result.identity.title += one.identity.title;
        result.identity.issuer += one.identity.issuer;
        result.identity.year += one.identity.year;
        result.identity.wrong += one.identity.wrong;
    }
    Ok(result)
}

/// Reads everything, two ways at a time.
pub(crate) fn all(work: &Work) -> io::Result<Vec<Result>> {
    let (first, second) = work.ways.split_at(work.ways.len() / 2);
    let of = |ways: &[Way]| ways.iter().map(|way| of_way(work, way)).collect::<io::Result<Vec<_>>>();
    thread::scope(|scope| {
        let other = scope.spawn(|| of(second));
        let mut results = of(first)?;
        results.extend(other.join().map_err(|_| io::Error::other("a reading panicked"))??);
        Ok(results)
    })
}
