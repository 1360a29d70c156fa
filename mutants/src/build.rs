//! Builds the tests of the copy with all mutants that compile.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio, exit};

use serde_json::Value;

use crate::mutant::Mutant;
use crate::rewrite;

/// The tests, by crate and by name, the quick ones first. All are run before a mutant counts as a survivor.
const TESTS: &[(&str, &str)] = &[
    ("govreport", "tables"),
    ("govreport", "doubt"),
    ("govreport", "order"),
    ("govreport", "settle"),
    ("govreport", "settled"),
    ("govreport", "columns_told"),
    ("govreport", "warrant"),
    ("govreport", "warrant_page"),
    ("govreport", "verdict_page"),
    ("govreport", "two_headings"),
    ("govreport", "damaged_labels"),
    ("govreport", "words_with_places"),
    ("govreport", "other_words"),
    ("govreport", "not_its_own"),
    ("govreport", "said_elsewhere"),
    ("govreport", "torn_words"),
    ("govreport", "line_each"),
    ("govreport", "in_place"),
    ("govreport", "heads_of_others"),
    ("govreport", "one_word_away"),
    ("govreport", "said_beside"),
    ("govreport", "examples"),
    ("govreport-core", "govreport_core"),
    ("govreport", "model"),
    ("govreport", "formats"),
    ("govreport", "checks"),
    ("govreport", "layouts"),
    ("govreport", "properties"),
    ("govreport", "torture"),
];

/// A test that can be run.
pub struct Test {
    pub name: &'static str,
    pub program: PathBuf,
    /// Where cargo would run it.
    pub folder: PathBuf,
}

/// What building came to.
pub struct Built {
    pub tests: Vec<Test>,
    /// The mutants that are not in the build, and why not.
    pub dropped: BTreeMap<usize, &'static str>,
}

/// Copies the project with all mutants in it, builds, drops those that do not compile, and builds again.
pub fn build(root: &Path, work: &Path, mutants: &[Mutant], unviable: impl Iterator<Item = usize>) -> Built {
    let project = work.join("project");
    let mut dropped: BTreeMap<usize, &'static str> = unviable.map(|number| (number, "unviable")).collect();
    let mut by_file: BTreeMap<&str, Vec<&Mutant>> = BTreeMap::new();
    mutants.iter().for_each(|mutant| by_file.entry(&mutant.file).or_default().push(mutant));
    let libraries: BTreeSet<String> = by_file
        .keys()
        .filter_map(|file| Some(format!("{}/src/lib.rs", file.split_once("/src/")?.0)))
        .collect();
    copy(root, &project, |path| by_file.contains_key(path) || libraries.contains(path));
    for library in &libraries {
        let source = fs::read_to_string(root.join(library)).expect("the crate is a library");
        write(&project.join(library), format!("{source}\nmod mutant;\n").as_bytes());
        write(&project.join(library).with_file_name("mutant.rs"), rewrite::MODULE.as_bytes());
    }
    loop {
        for (file, mutants) in &by_file {
            let left =
                mutants.iter().copied().filter(|mutant| dropped.get(&mutant.number) != Some(&"unviable"));
            let source = fs::read_to_string(root.join(file)).expect("a listed file is there");
            let (source, left_out) = rewrite::rewrite(&source, left).expect("the source is Rust");
            dropped.extend(left_out);
            write(&project.join(file), source.as_bytes());
        }
        match compile(&project, &work.join("build")) {
            Ok(tests) => return Built { tests, dropped },
            Err(unviable) => {
                println!("do not compile: {unviable:?}");
                dropped.extend(unviable.into_iter().map(|number| (number, "unviable")));
            }
        }
    }
}

/// Copies what belongs to the project and is not written anew, and touches only what has changed, so that no more is built again
/// than need be.
fn copy(root: &Path, to: &Path, is_written: impl Fn(&str) -> bool) {
    let listed =
        Command::new("git").args(["ls-files", "-z", "-co", "--exclude-standard"]).current_dir(root).output();
    let listed = String::from_utf8(listed.expect("git is installed").stdout).expect("paths are UTF-8");
    for path in listed.split('\0').filter(|path| !path.is_empty() && !is_written(path)) {
        if let Ok(content) = fs::read(root.join(path)) {
            write(&to.join(path), &content);
        }
    }
}

/// Writes a file unless it already says the same.
fn write(path: &Path, content: &[u8]) {
    if fs::read(path).is_ok_and(|old| old == content) {
        return;
    }
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("folders can be made");
    fs::write(path, content).expect("files can be written");
}

/// Builds the tests, or gives the mutants that do not compile.
fn compile(project: &Path, target: &Path) -> Result<Vec<Test>, BTreeSet<usize>> {
    let output = Command::new("cargo")
        .args(["test", "--no-run", "--message-format", "json", "-p", "govreport-core", "-p", "govreport"])
        .args(["--all-features"])
        .current_dir(project)
        .env("CARGO_TARGET_DIR", target)
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo can be run");
    let messages: Vec<Value> = output
        .stdout
        .split(|byte| *byte == b'\n')
        .filter_map(|line| serde_json::from_slice(line).ok())
        .collect();
    if output.status.success() {
        let folder =
            |message: &Value| Path::new(message["manifest_path"].as_str()?).parent().map(Path::to_owned);
        let find = |(package, name): &(&str, &'static str)| {
            let is_it = |message: &&Value| {
                message["target"]["name"] == *name
                    && message["profile"]["test"] == true
                    && message["package_id"].as_str().is_some_and(|id| id.contains(&format!("/{package}#")))
            };
            let message = messages.iter().filter(is_it).find(|message| message["executable"].is_string())?;
            Some(Test { name, program: message["executable"].as_str()?.into(), folder: folder(message)? })
        };
        let missing = |test: &(&str, &str)| panic!("no test {test:?} was built");
        return Ok(TESTS.iter().map(|test| find(test).unwrap_or_else(|| missing(test))).collect());
    }
    let errors = messages.iter().filter(|message| message["message"]["level"] == "error");
    let mut unviable = BTreeSet::new();
    for error in errors {
        let spans = error["message"]["spans"].as_array().map_or(&[][..], Vec::as_slice);
        let place = spans.iter().find(|span| span["is_primary"] == true);
        match place.and_then(|span| number_at(project, span)) {
            Some(number) => _ = unviable.insert(number),
            // Errors without a place only sum up the others.
            None if place.is_none() => {}
            None => eprintln!("{}", error["message"]["rendered"].as_str().unwrap_or_default()),
        }
    }
    if unviable.is_empty() {
        eprintln!("the copy does not compile, and not for a mutant");
        exit(1);
    }
    Err(unviable)
}

/// The mutant whose question stands nearest before a place.
fn number_at(project: &Path, span: &Value) -> Option<usize> {
    let source = fs::read_to_string(project.join(span["file_name"].as_str()?)).ok()?;
    let start = usize::try_from(span["byte_start"].as_u64()?).ok()?;
    let (_, behind) = source.get(..start)?.rsplit_once("mutant::is(")?;
    let near = behind.trim_start().lines().count() <= 4;
    behind.split("usize").next().filter(|_| near)?.trim().parse().ok()
}
