//! Runs the tests with one mutant active after the other.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{env, thread};

use crate::build::Test;
use crate::mutant::Mutant;

const TIMEOUT: Duration = Duration::from_secs(60);
/// How much memory a test may take, in KiB, before it is one that would take all of it.
const MEMORY: u64 = 4 << 20;

/// What became of a mutant.
pub struct Outcome {
    pub kind: &'static str,
    /// The test that noticed it.
    pub by: String,
}

/// Tries mutants, two at a time or as many as `MUTANTS_JOBS` says.
pub fn all(tests: &[&Test], mutants: &[Mutant]) -> BTreeMap<usize, Outcome> {
    let jobs = env::var("MUTANTS_JOBS").ok().and_then(|jobs| jobs.parse().ok()).unwrap_or(2);
    let (next, outcomes) = (Mutex::new(mutants.iter()), Mutex::new(BTreeMap::new()));
    let work = || {
        while let Some(mutant) = { next.lock().expect("no worker panics").next() } {
            let outcome = run(tests.iter().copied(), mutant.number)
                .map_or_else(|by| by, |()| Outcome { kind: "survived", by: String::new() });
            println!("{}\t{}\t{}", outcome.kind, outcome.by, mutant.name);
            outcomes.lock().expect("no worker panics").insert(mutant.number, outcome);
        }
    };
    thread::scope(|scope| (0..jobs).for_each(|_| _ = scope.spawn(work)));
    outcomes.into_inner().expect("no worker panics")
}

/// Runs the tests in their order, up to the first that fails.
pub fn run<'t>(mut tests: impl Iterator<Item = &'t Test>, mutant: usize) -> Result<(), Outcome> {
    tests.try_for_each(|test| run_one(test, mutant))
}

fn run_one(test: &Test, mutant: usize) -> Result<(), Outcome> {
    let mut child = Command::new("bash")
        .args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"")])
        .arg(&test.program)
        .args(["--test-threads", "1"])
        .current_dir(&test.folder)
        .env("GOVREPORT_MUTANT", mutant.to_string())
        // The same reports for every mutant.
        .env("GOVREPORT_CASES", "16")
        .env("PROPTEST_RNG_SEED", "20231231")
        .env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "1")
        .env("INSTA_UPDATE", "no")
        .env("CARGO_MANIFEST_DIR", &test.folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a test can be run");
    let (send, lines) = channel();
    let output = BufReader::new(child.stdout.take().expect("it is piped"));
    thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
    let until = Instant::now() + TIMEOUT;
    let noticed = loop {
        match lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(line) if line.ends_with("... FAILED") => {
                let name = line.trim_start_matches("test ").trim_end_matches(" ... FAILED");
                break Some(("killed", format!("{}::{name}", test.name)));
            }
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => break Some(("timeout", test.name.to_owned())),
            Err(RecvTimeoutError::Disconnected) => break None,
        }
    };
    if noticed.is_some() {
        _ = child.kill();
    }
    let passed = child.wait().is_ok_and(|status| status.success());
    match noticed {
        Some((kind, by)) => Err(Outcome { kind, by }),
        None if passed => Ok(()),
        // Out of memory, or of stack.
        None => Err(Outcome { kind: "killed", by: format!("{}: aborted", test.name) }),
    }
}
