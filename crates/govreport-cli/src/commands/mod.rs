//! The subcommands, one file each.

mod cells;
mod check;
mod demo;
mod explain;
mod json;
mod output;
mod read;
mod rules;
mod text;

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
