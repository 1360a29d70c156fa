//! `govreport demo`: reports to try the other commands on.

use std::collections::BTreeSet;
use std::fs;

use crate::common::{Folder, govreport};

/// The names in a folder.
fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    entries.map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn every_report_written_can_be_read_and_checked() {
    let folder = Folder::new("demo");
    let samples = folder.path("samples");
    let run = govreport(&["demo", &samples]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("56 reports of 2019 to 2024") && run.out.contains("Now try:"), "{}", run.out);
    let names = names(&samples);
    assert_eq!(names.len(), 56);
    for part in
        [".docx", ".pdf", ".html", ".md", ".txt", "_shifted.", "_cut.", "_wrong-total.", "_2019_", "_2024_"]
    {
        assert!(names.iter().any(|name| name.contains(part)), "no {part} in {names:?}");
    }

    // What the command says to try works.
    let cells = govreport(&["cells", "--format", "csv", &samples]);
    assert_eq!((cells.code, cells.err.contains("error")), (Some(0), false), "{}", cells.err);
    let read: BTreeSet<&str> = cells.out.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(read.len(), 56);

    // Only where a total was misprinted do sums disagree.
    let check = govreport(&["check", "--select", "GR3", "--format", "jsonl", &samples]);
    assert_eq!(check.code, Some(0), "{}", check.err);
    let found: BTreeSet<String> = check
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("each line is a JSON object"))
        .filter_map(|finding| Some(finding["source"].as_str()?.rsplit('/').next()?.to_owned()))
        .collect();
    let misprinted: BTreeSet<String> =
        names.into_iter().filter(|name| name.contains("wrong-total")).collect();
    assert_eq!(found, misprinted);
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let folder = Folder::new("demo-full");
    folder.file("mine/notes.txt", b"mine");
    let mine = folder.path("mine");
    let run = govreport(&["demo", "--reports", "3", &mine]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("is not empty") && run.err.contains("--force"), "{}", run.err);
    assert_eq!(names(&mine).len(), 1);

    let run = govreport(&["demo", "--reports", "3", "--force", &mine]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(names(&mine).len(), 4);
    assert_eq!(fs::read(folder.path("mine/notes.txt")).expect("it is still there"), b"mine");
}

#[test]
fn a_seed_decides_what_is_written() {
    let folder = Folder::new("demo-seed");
    let written = |name: &str, seed: &str| {
        let path = folder.path(name);
        assert_eq!(govreport(&["demo", "--reports", "4", "--seed", seed, &path]).code, Some(0));
        names(&path)
            .into_iter()
            .map(|name| fs::read(format!("{path}/{name}")).expect("it was just written"))
            .collect::<Vec<_>>()
    };
    assert_eq!(written("a", "5"), written("b", "5"));
    assert_ne!(written("c", "5"), written("d", "6"));
}

#[test]
fn what_cannot_be_is_said() {
    let folder = Folder::new("demo-wrong");
    let file = folder.file("a.txt", b"text");
    let run = govreport(&["demo", &file]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("cannot write"), "{}", run.err);
    assert_eq!(govreport(&["demo", "--reports", "0", &folder.path("b")]).code, Some(2));
}
