//! Peak memory: a process for each file, which reads it and says how much it ever held.

use std::env;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use govreport::{Options, Reading};

/// What the process is called with whose memory is measured.
const OPTION: &str = "--peak-memory-of";

/// Reads the one file, if this process was started for that, and prints the kilobytes that it held at most.
pub(crate) fn asked() -> Option<ExitCode> {
    let mut words = env::args_os().skip(1);
    if words.next()? != OPTION {
        return None;
    }
    if let Some(file) = words.next()
        && let Err(error) = Reading::from_path(file, &Options::default())
    {
        // The one who started this process reads only that it failed.
        let _ = writeln!(io::stderr(), "{error}");
        return Some(ExitCode::FAILURE);
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown");
    let printed = writeln!(io::stdout(), "{}", peak.trim());
    Some(if printed.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints the peak memory of reading each file.
pub(crate) fn print(files: &[PathBuf]) -> Result<(), String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let mut out = io::stdout().lock();
    let mut line =
        |name: &str, peak: &str| writeln!(out, "  {name:44} {peak:>12}").map_err(|error| error.to_string());
    line("peak memory (VmHWM) of a process that reads", "")?;
    for file in std::iter::once(None).chain(files.iter().map(Some)) {
        let output =
            Command::new(&program).arg(OPTION).args(file).output().map_err(|error| error.to_string())?;
        let peak = if output.status.success() { output.stdout } else { b"not read".to_vec() };
        let name = file.map_or_else(|| "nothing".to_owned(), |file| file.display().to_string());
        line(&name, String::from_utf8_lossy(&peak).trim())?;
    }
    Ok(())
}
