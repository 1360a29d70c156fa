//! Lists the numbers of a folder of reports that disagree with each other, and the checks that could not be made.
//!
//! ```text
//! cargo run -p govreport-examples --example find_disagreements -- examples/reports
//! ```
#![allow(clippy::print_stdout, reason = "an example talks to the person who runs it")]

use std::path::PathBuf;
use std::{env, fs, io};

use govreport::check::Check;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "examples/reports".to_owned());
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.is_file() && path.file_name().is_some_and(|name| name != "README.md"));
    paths.sort();

    for path in paths {
        println!("{}", path.display());
        let report = match govreport::read(&path) {
            Ok(report) => report,
            Err(error) => {
                println!("  not read: {error}");
                continue;
            }
        };
        let result = report.check(&Check::default());
        for finding in &result.findings {
            println!("  {} {}: {}", finding.severity(), finding.rule(), finding.message());
        }
        // "Nothing found" is not "not checked": both are said.
        let compared: usize = result.ran.iter().map(|ran| ran.comparisons).sum();
        println!("  {compared} sums compared, {} disagree", result.findings.len());
        for skipped in &result.skipped {
            println!("  not checked: {} ({})", skipped.rule, skipped.reason);
        }
    }
    Ok(())
}
