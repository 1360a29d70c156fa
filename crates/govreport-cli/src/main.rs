//! The govreport command: annual reports on government-information disclosure (政府信息公开工作年度报告) as checked data.
//!
//! Results go to standard output, everything about the run to standard error.

mod args;
mod commands;
mod diagnostics;
mod excerpt;
mod outcome;
mod sources;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    outcome::exit(commands::run(args::Cli::parse()))
}
