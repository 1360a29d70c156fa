//! The subcommands, one file each.

mod cells;
mod check;
mod demo;
mod explain;
mod json;
mod read;
mod rules;
mod text;

use std::io::{BufWriter, StdoutLock, Write};

use crate::args::{Cli, Command};
use crate::outcome::{Failure, Outcome};

/// Runs what the command line asks for.
pub(crate) fn run(cli: Cli) -> Result<Outcome, Failure> {
    let options = cli.limits.options();
    match cli.command {
        Command::Read(args) => read::run(&args, &options),
        Command::Text(args) => text::run(&args, &options),
        Command::Cells(args) => cells::run(&args, &options),
        Command::Check(args) => check::run(&args, &options),
        Command::Json(args) => json::run(&args, &options),
        Command::Schema => json::schema(),
        Command::Rules(args) => rules::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Demo(args) => demo::run(&args),
    }
}

/// Standard output, locked once and written in large pieces.
fn output() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, std::io::stdout().lock())
}

/// One JSON object and the end of its line.
fn json_line(out: &mut impl Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// A decimal as a JSON number with all its digits: the text of a decimal always is one.
fn number(value: &impl ToString) -> Option<serde_json::Number> {
    value.to_string().parse().ok()
}
