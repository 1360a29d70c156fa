//! The mutants, as `cargo mutants` lists them.

use std::path::Path;
use std::process::Command;

/// A change of the code in one place.
#[derive(Debug, Clone)]
pub struct Mutant {
    pub number: usize,
    pub file: String,
    pub genre: String,
    pub line: usize,
    pub column: usize,
    pub replacement: String,
    pub name: String,
}

/// The mutants that `cargo mutants` knows, by its configuration in the project.
pub fn list(root: &Path) -> Vec<Mutant> {
    let listed = Command::new("cargo").args(["mutants", "--list", "--json"]).current_dir(root).output();
    let listed = listed.expect("cargo mutants is installed").stdout;
    let listed: Vec<serde_json::Value> = serde_json::from_slice(&listed).expect("cargo mutants gives JSON");
    let text = |mutant: &serde_json::Value, key: &str| mutant[key].as_str().unwrap_or_default().to_owned();
    let place = |mutant: &serde_json::Value, key: &str| {
        mutant["span"]["start"][key].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or_default()
    };
    let mutant = |(at, mutant): (usize, &serde_json::Value)| Mutant {
        number: at + 1,
        file: text(mutant, "file"),
        genre: text(mutant, "genre"),
        line: place(mutant, "line"),
        column: place(mutant, "column"),
        replacement: text(mutant, "replacement"),
        name: text(mutant, "name"),
    };
    listed.iter().enumerate().map(mutant).collect()
}
