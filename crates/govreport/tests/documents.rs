//! What the documents name exists: files and folders of the repository, headings that links lead to, targets of make, items of the
//! code.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Written by the code, of what the code holds: their links are checked, their words are not.
const GENERATED: [&str; 3] = ["docs/rules.md", "docs/torture.md", "CHANGELOG.md"];

/// Endings of files of the repository. Others (`report.txt`, `cells.csv`) name files of the reader.
const ENDINGS: [&str; 5] = [".rs", ".tsv", ".toml", ".sh", ".pyi"];

/// All files of the repository, by their path from its root, but what is built, and what is not its own.
fn files() -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::from(ROOT)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the repository").flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let name = name.to_string_lossy();
            let is_foreign =
                matches!(&*name, "target" | ".git" | "demo-output" | "node_modules" | "__pycache__")
                    || name.starts_with(".venv");
            if path.is_dir() && !is_foreign {
                folders.push(path);
            } else if path.is_file() {
                let path = path.strip_prefix(ROOT).expect("it lies below the root").to_string_lossy();
                files.push(path.replace('\\', "/"));
            }
        }
    }
    files
}

fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == ending)
}

/// The documents a person reads, each with its text.
fn documents(files: &[String]) -> Vec<(&str, String)> {
    let is_document = |path: &&String| {
        has_ending(path, "md")
            && (!path.contains('/') || path.starts_with("docs/") || path.ends_with("/README.md"))
            && !path.starts_with("examples/reports/")
    };
    let read = |path: &str| fs::read_to_string(Path::new(ROOT).join(path)).expect("a text");
    let documents: Vec<(&str, String)> =
        files.iter().filter(is_document).map(|path| (path.as_str(), read(path))).collect();
    assert!(documents.len() > 15, "{documents:?}");
    documents
}

/// A document without its blocks of code.
fn without_blocks(text: &str) -> String {
    let mut in_block = false;
    let mut out = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        } else if !in_block {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// The targets of the links of a document: what stands between `](` and `)`.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|behind| behind.split(')').next())
}

/// What stands between backticks on one line.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The names that headings of a document have in links.
fn anchors(text: &str) -> HashSet<String> {
    let mut anchors = HashSet::new();
    for line in without_blocks(text).lines() {
        let heading = line.trim_start_matches('#');
        if heading.len() == line.len() || !heading.starts_with(' ') {
            continue;
        }
        let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
        let slug: String = heading.trim().to_lowercase().chars().filter(is_kept).collect();
        anchors.insert(slug.replace(' ', "-"));
    }
    anchors
}

/// The path that a link from a document leads to, from the root.
fn resolved(document: &str, target: &str) -> String {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn links_lead_to_files_and_headings() {
    let files = files();
    let documents = documents(&files);
    let texts: HashMap<&str, &str> = documents.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let mut checked = 0;
    for (document, text) in &documents {
        for link in links(&without_blocks(text)) {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let path = if path.is_empty() { (*document).to_owned() } else { resolved(document, path) };
            assert!(Path::new(ROOT).join(&path).exists(), "{document}: no file {link}");
            if !anchor.is_empty() {
                let text =
                    texts.get(path.as_str()).unwrap_or_else(|| panic!("{document}: {link} is no document"));
                assert!(anchors(text).contains(anchor), "{document}: no heading {link}");
            }
            checked += 1;
        }
    }
    assert!(checked > 200, "{checked} links");
}

#[test]
fn files_named_in_documents_exist() {
    let files = files();
    let (mut checked, mut missing) = (0, BTreeSet::new());
    for (document, text) in documents(&files) {
        if GENERATED.contains(&document) {
            continue;
        }
        for name in code(&without_blocks(&text)) {
            let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
            if !is_name || !ENDINGS.iter().any(|ending| name.ends_with(ending) && name.len() > ending.len()) {
                continue;
            }
            let ends_with = |path: &String| {
                path.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
            };
            if !files.iter().any(ends_with) {
                missing.insert(format!("{document}: {name}"));
            }
            checked += 1;
        }
    }
    assert_eq!(missing, BTreeSet::new());
    assert!(checked > 50, "{checked} names");
}

#[test]
fn targets_of_make_named_in_documents_exist() {
    let makefile = fs::read_to_string(Path::new(ROOT).join("Makefile")).expect("it is there");
    let targets: HashSet<&str> =
        makefile.lines().filter_map(|line| line.split_once(':')).map(|(target, _)| target).collect();
    let mut checked = 0;
    for (document, text) in documents(&files()) {
        for command in code(&without_blocks(&text)).filter_map(|code| code.strip_prefix("make ")) {
            let target = command.split(' ').next().unwrap_or_default();
            assert!(targets.contains(target), "{document}: no target {target}");
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked} targets");
}

/// The pieces of a text that may be names.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// `Options::limits` in a document: where `Options` is declared or implemented, `limits` stands too.
#[test]
fn items_named_in_documents_exist() {
    let files = files();
    let mut of_type: HashMap<String, HashSet<String>> = HashMap::new();
    for path in files.iter().filter(|path| has_ending(path, "rs") && path.contains("/src/")) {
        let source = fs::read_to_string(Path::new(ROOT).join(path)).expect("a text");
        let names: HashSet<&str> = words(&source).collect();
        for line in source.lines() {
            let line = line.trim_start();
            let line = if line.starts_with("pub(") {
                line.split_once(") ").map_or(line, |(_, line)| line)
            } else {
                line
            };
            let line = line.trim_start_matches("pub ");
            let is_declared = ["struct ", "enum ", "trait ", "type ", "impl", "mod "]
                .iter()
                .any(|start| line.starts_with(start));
            for name in words(line).filter(|_| is_declared) {
                of_type.entry(name.to_owned()).or_default().extend(names.iter().map(|&name| name.to_owned()));
            }
        }
    }
    let (mut checked, mut missing) = (0, BTreeSet::new());
    for (document, text) in documents(&files) {
        if GENERATED.contains(&document) {
            continue;
        }
        for name in code(&without_blocks(&text)) {
            let path = name.split(['(', '!', '<']).next().unwrap_or_default();
            let parts: Vec<&str> = path.split("::").collect();
            let is_path = parts.len() > 1 && parts.iter().all(|part| words(part).eq([*part]));
            if let [.., of, item] = parts[..]
                && is_path
                && of.starts_with(char::is_uppercase)
            {
                if !of_type.get(of).is_some_and(|names| names.contains(item)) {
                    missing.insert(format!("{document}: {name}"));
                }
                checked += 1;
            }
        }
    }
    assert_eq!(missing, BTreeSet::new());
    assert!(checked > 10, "{checked} items");
}
