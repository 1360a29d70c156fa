//! Adds up the requests newly received over all reports of a folder. A report whose number is missing is named and not
//! counted as zero.
//!
//! ```text
//! cargo run -p govreport-examples --example sum_requests -- examples/reports
//! ```
#![allow(clippy::print_stdout, reason = "an example talks to the person who runs it")]

use std::path::PathBuf;
use std::{env, fs, io};

use govreport::form::{ColumnKey, RowKey};
use govreport::model::CellRef;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "examples/reports".to_owned());
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.is_file() && path.file_name().is_some_and(|name| name != "README.md"));
    paths.sort();

    let at = CellRef::new(RowKey::NewReceived, ColumnKey::Total);
    let mut values = Vec::new();
    for path in paths {
        let name = path.display();
        match govreport::read(&path) {
            Err(error) => println!("{name}: {error}"),
            Ok(report) => match report.cell(at) {
                Some(cell) if cell.value.is_some() => {
                    println!("{name}: {} ({})", cell.value.unwrap_or_default(), cell.status);
                    values.extend(cell.value);
                }
                Some(cell) => println!("{name}: no number, {}", cell.status),
                None => println!("{name}: no such cell"),
            },
        }
    }
    let count = values.len();
    match values.into_iter().reduce(|sum, value| sum + value) {
        Some(sum) => println!("{sum} requests in {count} reports"),
        None => println!("no report with a number"),
    }
    Ok(())
}
