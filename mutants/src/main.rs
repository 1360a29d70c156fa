//! Mutation testing in one build.
//!
//! `cargo mutants` builds the project once for every mutant, which takes hours here. This takes its list of mutants, writes all of
//! them into a copy of the project, each behind a question that is answered by the environment (`GOVREPORT_MUTANT=17`), builds the
//! tests once, and runs them once for every mutant, the quick ones first, until one fails:
//!
//! ```text
//! cargo run --release -- [--again] [--quick] [WORD…]
//! ```
//!
//! Only mutants whose name has one of the words are tried; with `--again` only those that survived last time, with `--quick`
//! without the tests that take seconds. The copy, the build
//! and the outcomes (`outcomes.tsv`: number, outcome, what noticed it, name) are in `target/mutants` of the project.
//!
//! A mutant is *killed* if a test fails, *timeout* if one takes longer than a minute, *unviable* if it does not compile, and
//! *constant* if it stands where nothing can be asked at run time (in a constant, in a chain with `let`).

mod build;
mod mutant;
mod rewrite;
mod run;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::process::exit;
use std::{env, fs};

use self::mutant::{Mutant, list};

/// The tests that take seconds.
const SLOW: [&str; 3] = ["layouts", "properties", "torture"];

fn main() {
    let (options, words): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|word| word.starts_with("--"));
    let has = |wanted: &str| options.iter().any(|option| option == wanted);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this crate is a folder of the project");
    let work = root.join("target/mutants");
    let outcomes = work.join("outcomes.tsv");
    let mutants = list(root);
    // What was noticed last time, by the name of the mutant.
    let last = fs::read_to_string(&outcomes).unwrap_or_default();
    let last: HashMap<&str, (&str, &str)> = last.lines().filter_map(fields).collect();
    let unviable =
        |mutant: &&Mutant| last.get(mutant.name.as_str()).is_some_and(|(kind, _)| *kind == "unviable");
    let unviable = mutants.iter().filter(unviable).map(|mutant| mutant.number);

    let built = build::build(root, &work, &mutants, unviable);
    if let Err(run::Outcome { by, .. }) = run::run(built.tests.iter(), 0) {
        eprintln!("with no mutant active, {by} fails");
        exit(1);
    }
    let dropped =
        |(number, kind): (&usize, &&'static str)| (*number, run::Outcome { kind, by: String::new() });
    let mut known: BTreeMap<usize, run::Outcome> = built.dropped.iter().map(dropped).collect();
    let wanted = |mutant: &Mutant| {
        !known.contains_key(&mutant.number)
            && (words.is_empty() || words.iter().any(|word| mutant.name.contains(word.as_str())))
            && (!has("--again")
                || last.get(mutant.name.as_str()).is_some_and(|(kind, _)| *kind == "survived"))
    };
    let is_meant = |test: &&build::Test| !(has("--quick") && SLOW.contains(&test.name));
    let tests: Vec<&build::Test> = built.tests.iter().filter(is_meant).collect();
    let tried: Vec<Mutant> = mutants.iter().filter(|mutant| wanted(mutant)).cloned().collect();
    known.extend(run::all(&tests, &tried));

    let mut table = String::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for mutant in &mutants {
        let new = known.get(&mutant.number).map(|outcome| (outcome.kind, outcome.by.as_str()));
        let Some((kind, by)) = new.or_else(|| last.get(mutant.name.as_str()).copied()) else { continue };
        table += &format!("{}\t{kind}\t{by}\t{}\n", mutant.number, mutant.name);
        *counts.entry(kind).or_default() += 1;
    }
    fs::write(&outcomes, &table).expect("the outcomes can be written");
    println!("{counts:?}; {}", outcomes.display());
    table.lines().filter(|line| line.contains("\tsurvived\t")).for_each(|line| println!("{line}"));
}

/// The name, the outcome and what noticed it, of a line of outcomes.
fn fields(line: &str) -> Option<(&str, (&str, &str))> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [_, kind, by, name] = fields[..] else { return None };
    Some((name, (kind, by)))
}
