//! No file of a crate may need, by way of its imports, a file that needs it: such files can only be understood, moved and tested
//! together. What makes a circle is mostly one definition in the wrong file; move it to a file of its own below both.
//!
//! Imports are read from the text: `use` and paths that begin at a module. `pub use` alone is a name handed on and no need, and
//! tests may import what they test.

#[path = "support/imports.rs"]
mod imports;

use std::path::{Path, PathBuf};
use std::{env, fs};

fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let crates = fs::read_dir(root.join("crates")).expect("the crates are beside this one");
    let mut folders: Vec<PathBuf> =
        crates.map(|entry| entry.expect("it can be listed").path().join("src")).collect();
    folders.extend(["benches/src", "fuzz/src", "mutants/src"].map(|folder| root.join(folder)));
    // Each program is a crate of its own.
    let programs: Vec<PathBuf> =
        folders.iter().map(|folder| folder.join("bin")).filter(|bin| bin.is_dir()).collect();
    for bin in programs {
        let entries = fs::read_dir(bin).expect("the folder can be listed");
        folders.extend(entries.map(|entry| entry.expect("it can be listed").path()));
    }
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    folders
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let folders = sources();
    assert!(folders.len() > 5, "the crates were not found");
    let mut found = Vec::new();
    for folder in folders {
        let name =
            folder.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
        let circles = imports::circles(&imports::read(&folder));
        found.extend(circles.into_iter().map(|circle| format!("{name}: {}", circle.join(", "))));
    }
    assert!(found.is_empty(), "files that import each other in a circle:\n{}", found.join("\n"));
}

#[test]
fn circles_are_seen() {
    let crates = |files: &[(&str, &str)]| {
        let files = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        imports::circles(&imports::imports(files))
    };
    let circle = vec![vec!["a::one".to_owned(), "b".to_owned()]];
    // By a name that is handed on, by a path, by a glob, from the parent.
    let parent = ("a", "mod one; pub use self::one::One;");
    assert_eq!(
        crates(&[parent, ("a::one", "use crate::b::Two; pub struct One;"), ("b", "use crate::a::One;")]),
        circle
    );
    assert_eq!(
        crates(&[("a", "mod one;"), ("a::one", "fn f() { crate::b::g() }"), ("b", "use super::a::one;")]),
        circle
    );
    assert_eq!(
        crates(&[
            ("a", "mod one;"),
            ("a::one", "use crate::{x, b::{self, c}};"),
            ("b", "use crate::a::one::*;")
        ]),
        circle
    );
    // What stands behind a name that is changed is read too.
    assert_eq!(
        crates(&[
            parent,
            ("a::one", "use std::fmt::Write as _; use crate::b::Two; pub struct One;"),
            ("b", "use crate::a::One;")
        ]),
        circle
    );
    let below = [("a", "mod one; fn f() { one::g() } struct F;"), ("a::one", "use super::F;")];
    assert_eq!(crates(&below), [["a", "a::one"]]);
    // What tests need, what is only handed on, and what stands in words is none.
    for harmless in [
        "#[cfg(test)] mod tests { use crate::b; }",
        "pub use crate::b::Two;",
        "// use crate::b;",
        "const A: &str = \"use crate::b;\";",
    ] {
        assert!(crates(&[("a", harmless), ("b", "use crate::a::One;")]).is_empty(), "{harmless}");
    }
}
