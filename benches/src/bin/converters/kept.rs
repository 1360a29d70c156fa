//! The outputs that are committed: of two small reports, what each way made of them.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use govreport_benches::truth_table;
use govreport_synth::write;

use crate::outputs::Work;
use crate::read;
use crate::reports::Report;

/// Files above this size are left out, and of the second report those above the other one: a clone is to stay small.
const LARGEST: u64 = 160_000;
const LARGEST_OF_SECOND: u64 = 32_000;

/// What of an output is text, so that both reports are kept.
const TEXT: [&str; 4] = ["txt", "md", "csv", "html"];

/// Copies them, and writes the truth and what was got of each beside them.
pub(crate) fn keep(work: &Path, folder: &Path) -> io::Result<()> {
    let work = Work::of(work)?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let mut table = "way\ttool\tversion\tfrom\tcall\treport\tfile\tgiven\n".to_owned();
    for way in &work.ways {
        for output in work.outputs(way)?.into_iter().filter(|output| Report::KEPT.contains(&output.report)) {
            let size = fs::metadata(&output.path)?.len();
            let second = output.report != Report::KEPT[0];
            if size > LARGEST || second && (size > LARGEST_OF_SECOND || !TEXT.contains(&way.gives.as_str())) {
                continue;
            }
            let file = format!("{}/{}.{}", way.name, output.report, way.gives);
            fs::create_dir_all(folder.join(&way.name))?;
            fs::copy(&output.path, folder.join(&file))?;
            let one = read::one(output.report, output.path);
            // Writing to a string cannot fail.
            let _ = writeln!(
                table,
                "{}\t{}\t{}\t{}\t{}\t{}\t{file}\t{}",
                way.name, way.tool, way.version, way.from, way.call, output.report, one.count.given
            );
        }
    }
    fs::write(folder.join("outputs.tsv"), table)?;
    let reports: Vec<_> = Report::KEPT.map(|report| (report.to_string(), write(&report.spec("html")))).into();
    let truth = truth_table(reports.iter().map(|(name, written)| (name.clone(), written.truth.as_slice())));
    fs::write(folder.join("truth.tsv"), truth)
}
