//! How a run ends: exit codes, and a reader of the output that went away.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done.
    Done,
    /// Done, and there are findings at or above `--fail-on`.
    Found,
    /// Nothing could be read. What is wrong was said already.
    NothingRead,
}

/// Why a run ended early.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line asks for something that is not there.
    Usage(String),
    /// The output could not be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

/// The exit code: 0 done, 1 findings at or above `--fail-on`, 2 usage, nothing readable or no output possible.
pub(crate) fn exit(result: Result<Outcome, Failure>) -> ExitCode {
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::NothingRead) => ExitCode::from(2),
        // `govreport cells … | head` has all it wanted.
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => {
            complain(format_args!("error: cannot write the output: {error}"));
            ExitCode::from(2)
        }
        Err(Failure::Usage(message)) => {
            complain(format_args!("error: {message}"));
            ExitCode::from(2)
        }
    }
}

/// Says something on standard error. If nobody listens there, nothing is lost that could be helped.
pub(crate) fn complain(message: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}
