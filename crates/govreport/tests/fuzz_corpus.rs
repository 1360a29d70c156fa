//! The seeds of the fuzz targets, and every input that once broke something (`fuzz/crashes`), through the same functions that
//! fuzzing runs.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../../../fuzz/src/targets.rs"]
#[expect(unreachable_pub, reason = "the crate that fuzzes hands them on")]
mod targets;

/// Runs every file of a folder through a target; gives how many there were.
fn replay(folder: &str, name: &str, target: fn(&[u8])) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz").join(folder).join(name);
    let mut files: Vec<PathBuf> = match fs::read_dir(&folder) {
        Ok(entries) => entries.map(|entry| entry.expect("it can be listed").path()).collect(),
        Err(_) => return 0,
    };
    files.sort();
    for file in &files {
        // The name of what fails stands last in the output.
        eprintln!("{}", file.display());
        target(&fs::read(file).expect("the file is committed"));
    }
    files.len()
}

macro_rules! targets {
    ($($name:ident)+) => {
        $(#[test] fn $name() {
            assert!(replay("corpus", stringify!($name), targets::$name) >= 3, "the seeds are committed");
            replay("crashes", stringify!($name), targets::$name);
        })+
    };
}

targets! { text html docx docx_parts pdf json middle }

/// The promises are really looked at: a reading that breaks one is noticed.
#[test]
fn a_broken_promise_is_noticed() {
    let seed = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/json/2021"));
    let json = String::from_utf8(seed.expect("the seeds are committed")).expect("JSON is text");
    let report = govreport::from_json(&json).expect("the seed is a report");
    // Its tables were cut short, so that it is small: they have not every cell of their edition.
    let blank = govreport::Reading::from_text(
        "政府信息公开工作年度报告\n一、总体情况\n",
        &govreport::Options::default(),
    );
    let mut reading = blank.expect("it has a title and a heading");
    reading.report = report;
    let broken = std::panic::catch_unwind(|| targets::promises::kept(&reading));
    assert!(broken.is_err());
}
