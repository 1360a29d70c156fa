//! Which file of a crate imports which, read from the text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The files of a crate by the paths of their modules, each with those it imports.
pub(crate) type Imports = BTreeMap<String, BTreeSet<String>>;

/// The imports of the files below a folder `src`.
pub(crate) fn read(folder: &Path) -> Imports {
    let mut files = Vec::new();
    collect(folder, "", &mut files);
    imports(files)
}

fn collect(folder: &Path, module: &str, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("it can be listed").path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let of_name = if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") };
        match name {
            // Tests may import what they test, and each program is a crate of its own.
            "tests" | "bin" => {}
            _ if path.is_dir() => collect(&path, &of_name, files),
            _ if path.extension().is_none_or(|extension| extension != "rs") => {}
            "lib" | "main" | "mod" => files.push((module.to_owned(), text(&path))),
            _ => files.push((of_name, text(&path))),
        }
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("the file is text")
}

/// The imports of files given as module and text.
pub(crate) fn imports(files: Vec<(String, String)>) -> Imports {
    let files: Files = files.into_iter().map(|(module, text)| (module, File::read(&text))).collect();
    let needs = |(module, file): (&String, &File)| {
        let used = file.uses.iter().filter(|used| !used.handed_on).map(|used| used.path.clone());
        let named = file.paths.iter().map(|path| match file.uses.iter().find(|used| used.name == path[0]) {
            Some(used) => [&used.path[..], &path[1..]].concat(),
            None => path.clone(),
        });
        let found =
            used.chain(named).filter_map(|path| defines(&files, &absolute(&files, module, &path)?, 0));
        (module.clone(), found.filter(|found| found != module).collect())
    };
    files.iter().map(needs).collect()
}

/// The groups of files each of which needs all others.
pub(crate) fn circles(imports: &Imports) -> Vec<Vec<String>> {
    let all: BTreeMap<&String, BTreeSet<&String>> =
        imports.keys().map(|file| (file, reached(imports, file))).collect();
    let of = |file: &String| -> Vec<String> {
        all[file].iter().filter(|other| all[*other].contains(file)).map(|other| (*other).clone()).collect()
    };
    let circles: BTreeSet<Vec<String>> = imports.keys().map(of).filter(|circle| !circle.is_empty()).collect();
    circles.into_iter().collect()
}

/// The files that a file needs, and those that these need.
fn reached<'i>(imports: &'i Imports, from: &'i String) -> BTreeSet<&'i String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        open.extend(imports.get(file).into_iter().flatten().filter(|next| reached.insert(*next)));
    }
    reached
}

type Files = BTreeMap<String, File>;

#[derive(Default)]
struct File {
    uses: Vec<Used>,
    /// Paths in the code, of two names at least.
    paths: Vec<Vec<String>>,
    /// The names of its items.
    items: BTreeSet<String>,
}

/// A name that `use` brings in.
struct Used {
    path: Vec<String>,
    name: String,
    /// `pub use`.
    handed_on: bool,
}

impl File {
    fn read(text: &str) -> Self {
        let tokens = without_tests(&tokens(text));
        let mut file = Self::default();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match *token {
                "use" => {
                    let handed_on = at > 1 && matches!(tokens[at - 2], "pub" | ")");
                    use_tree(&tokens, &mut at, &[], &mut |path, name| {
                        file.uses.push(Used { path, name: name.to_owned(), handed_on });
                    });
                }
                // `pub(in crate::…)` is no import.
                "pub" if tokens.get(at) == Some(&"(") => {
                    at += tokens[at..].iter().position(|token| *token == ")").unwrap_or_default();
                }
                "fn" | "struct" | "enum" | "trait" | "const" | "static" | "type" => {
                    file.items.extend(tokens.get(at).map(|name| (*name).to_owned()));
                }
                first if is_word(first) && tokens.get(at) == Some(&"::") => {
                    let mut path = vec![first.to_owned()];
                    while let [separator, name, ..] = &tokens[at..]
                        && *separator == "::"
                        && is_word(name)
                    {
                        path.push((*name).to_owned());
                        at += 2;
                    }
                    file.paths.push(path);
                }
                _ => {}
            }
        }
        file
    }
}

/// Reads `a::{b, c as d}` from the token at `at` on.
fn use_tree(tokens: &[&str], at: &mut usize, before: &[String], found: &mut impl FnMut(Vec<String>, &str)) {
    let mut path = before.to_vec();
    let mut name = None;
    let mut itself = false;
    while let Some(token) = tokens.get(*at) {
        match *token {
            "::" => {}
            "{" => {
                while !matches!(tokens.get(*at), None | Some(&"}" | &";")) {
                    *at += 1;
                    use_tree(tokens, at, &path, found);
                }
                *at += 1;
                return;
            }
            "as" => {
                *at += 1;
                name = tokens.get(*at).copied();
            }
            "self" if !path.is_empty() => itself = true,
            word if is_word(word) || word == "*" => path.push(word.to_owned()),
            _ => break,
        }
        *at += 1;
    }
    if let Some(last) = path.last().cloned().filter(|_| itself || path.len() > before.len()) {
        found(path, name.unwrap_or(&last));
    }
}

/// The path from the root of the crate; nothing for what is of another crate, or a type.
fn absolute(files: &Files, module: &str, path: &[String]) -> Option<Vec<String>> {
    let mut from: Vec<String> =
        module.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let mut rest = path;
    match path[0].as_str() {
        "crate" => (from, rest) = (Vec::new(), &path[1..]),
        "self" => rest = &path[1..],
        "super" => {
            while let Some((_, behind)) = rest.split_first().filter(|(first, _)| *first == "super") {
                from.pop();
                rest = behind;
            }
        }
        child if files.contains_key(&[&from[..], &[child.to_owned()]].concat().join("::")) => {}
        _ => return None,
    }
    from.extend_from_slice(rest);
    Some(from)
}

/// The file that has what a path from the root names, behind names that are handed on.
fn defines(files: &Files, path: &[String], steps: usize) -> Option<String> {
    let length = (0..=path.len()).rev().find(|length| files.contains_key(&path[..*length].join("::")))?;
    let module = path[..length].join("::");
    let Some(name) = path.get(length).filter(|_| steps < 16) else { return Some(module) };
    let file = &files[&module];
    let on = |used: &Used, behind: usize| {
        let mut on = absolute(files, &module, &used.path)?;
        if used.name == "*" {
            on.pop();
        }
        on.extend_from_slice(&path[behind..]);
        defines(files, &on, steps + 1)
    };
    let by_name = || file.uses.iter().filter(|used| used.name == *name).find_map(|used| on(used, length + 1));
    let by_glob = || {
        let globs = file.uses.iter().filter(|used| used.name == "*");
        globs.filter_map(|used| on(used, length)).find(|found| files[found].items.contains(name))
    };
    let own = file.items.contains(name).then(|| module.clone());
    own.or_else(by_name).or_else(by_glob).or(Some(module))
}

fn is_word(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// The words and signs of a text, without comments; of strings and characters only that they are there.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let hashes = rest.trim_start_matches(['b', 'r']).bytes().take_while(|byte| *byte == b'#').count();
        let is_raw =
            |prefix: &str| rest.strip_prefix(prefix).is_some_and(|rest| rest[hashes..].starts_with('"'));
        let length = match first {
            _ if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            _ if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            'r' | 'b' if is_raw("r") || is_raw("br") => {
                let begin = rest.find('"').unwrap_or_default() + 1;
                let end = format!("\"{}", "#".repeat(hashes));
                rest[begin..].find(&end).map_or(rest.len(), |at| begin + at + end.len())
            }
            '"' => closing(rest, '"'),
            '\'' => match rest.char_indices().nth(2) {
                Some((_, '\'')) => closing(rest, '\''),
                _ if rest.starts_with("'\\") => closing(rest, '\''),
                // A lifetime.
                _ => 1 + rest[1..].find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len() - 1),
            },
            _ if is_word(rest) => {
                let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                tokens.push(&rest[..length]);
                length
            }
            ':' if rest.starts_with("::") => {
                tokens.push("::");
                2
            }
            _ => {
                if !first.is_whitespace() {
                    tokens.push(&rest[..first.len_utf8()]);
                }
                first.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    tokens
}

/// The length of a string or character with its quotes.
fn closing(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// The tokens without the items that are there for tests alone.
fn without_tests<'t>(tokens: &[&'t str]) -> Vec<&'t str> {
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if tokens[at..].starts_with(&["#", "[", "cfg"]) {
            let end = at + tokens[at..].iter().position(|token| *token == "]").unwrap_or_default();
            if tokens[at..end].contains(&"test") && !tokens[at..end].contains(&"not") {
                at = end_of_item(tokens, end + 1);
                continue;
            }
        }
        kept.push(*token);
        at += 1;
    }
    kept
}

fn end_of_item(tokens: &[&str], from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match *token {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            "}" if depth <= 1 => return at + 1,
            "}" => depth -= 1,
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}
