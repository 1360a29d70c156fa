//! Writes the sample reports of `examples/reports`, their true cells, and the page that lists them:
//!
//! ```text
//! cargo run -p govreport-synth --example write_reports -- examples/reports
//! ```

mod cases;
mod gold;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

use govreport_synth::write;

const HEAD: &str = "# Sample reports

Reports written for this project in the layouts that real ones come in. All bodies, names and sentences are invented. The true
cells of each stand in `gold/`: `[table, row, column, value, [statuses that are right]]`.

They are written by `cargo run -p govreport-synth --example write_reports -- examples/reports`; the same command always writes
the same files, so change `crates/govreport-synth/examples/write_reports/cases.rs` rather than a report.

| file | what it shows |
|---|---|
";

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| "examples/reports".to_owned()));
    fs::create_dir_all(folder.join("gold"))?;
    let mut page = HEAD.to_owned();
    for case in cases::all() {
        let written = write(&case.spec);
        let bytes = match case.encoding {
            Some(encoding) => encoding.encode(&written.text).0.into_owned(),
            None => written.text.clone().into_bytes(),
        };
        fs::write(folder.join(case.file), bytes)?;
        let name = case.file.split('.').next().unwrap_or(case.file);
        fs::write(folder.join("gold").join(format!("{name}.gold.json")), gold::json(&case, &written))?;
        // Writing to a string cannot fail.
        let _ = writeln!(page, "| `{}` | {} |", case.file, case.shows);
    }
    fs::write(folder.join("README.md"), page)
}
