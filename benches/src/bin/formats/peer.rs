//! Those beside whom govreport is measured.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// A peer in Python, started once and asked for one pass over its files after the other.
pub(crate) struct Peer {
    /// Its name and version, as it says them.
    pub(crate) name: String,
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    pub(crate) fn start(python: &Path, peer: &str, files: &[PathBuf]) -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("{}: {error}", python.display());
        let mut child = Command::new(python)
            .arg("benches/peers.py")
            .arg(peer)
            .args(files)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let (Some(requests), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("the peer has no pipes".to_owned());
        };
        let mut started = Self { name: String::new(), child, requests, answers: BufReader::new(answers) };
        started.name = started.line()?;
        Ok(started)
    }

    /// The time of one pass, as the peer measures it.
    pub(crate) fn pass(&mut self) -> Result<Duration, String> {
        self.requests.write_all(b"go\n").map_err(|error| error.to_string())?;
        let line = self.line()?;
        line.parse().map(Duration::from_secs_f64).map_err(|_| format!("the peer says {line:?}"))
    }

    fn line(&mut self) -> Result<String, String> {
        let mut line = String::new();
        let read = self.answers.read_line(&mut line).map_err(|error| error.to_string())?;
        if read == 0 {
            return Err("the peer ended; is it installed (make formats-bench does that)?".to_owned());
        }
        Ok(line.trim().to_owned())
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It waits for a line that never comes; nothing is lost where it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The time of a whole process, its output thrown away.
pub(crate) fn process(command: &Path, arguments: &[&OsStr]) -> Result<Duration, String> {
    let start = Instant::now();
    let status = Command::new(command)
        .args(arguments)
        .stdout(Stdio::null())
        .status()
        .map_err(|error| format!("{}: {error}", command.display()))?;
    let time = start.elapsed();
    if status.success() { Ok(time) } else { Err(format!("{} ended with {status}", command.display())) }
}

/// The first line of what a command says of its version.
pub(crate) fn version(command: &str, option: &str) -> Result<String, String> {
    let output = Command::new(command).arg(option).output().map_err(|error| format!("{command}: {error}"))?;
    let text =
        String::from_utf8_lossy(if output.stdout.is_empty() { &output.stderr } else { &output.stdout });
    Ok(text.lines().next().unwrap_or(command).to_owned())
}
