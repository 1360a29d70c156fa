//! Times of several rounds, and two of them side by side.

use std::io::{self, Write as _};
use std::time::Duration;

/// The times of all rounds.
#[derive(Debug, Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    fn least(&self) -> Duration {
        self.0.iter().copied().min().unwrap_or_default()
    }

    fn median(&self) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).copied().unwrap_or_default()
    }
}

/// Prints both and their ratio, and whether it is below what is wanted.
pub(crate) fn compare(what: &str, ours: &Times, peer: &str, theirs: &Times, most: f64) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{what}")?;
    for (name, times) in [("govreport", ours), (peer, theirs)] {
        writeln!(
            out,
            "  {name:44} least {:9.3} ms, median {:9.3} ms",
            times.least().as_secs_f64() * 1e3,
            times.median().as_secs_f64() * 1e3
        )?;
    }
    let ratio = ours.least().as_secs_f64() / theirs.least().as_secs_f64();
    let met = if ratio < most { "met" } else { "not met" };
    writeln!(out, "  ratio {ratio:.3}; below {most} is wanted: {met}\n")
}
