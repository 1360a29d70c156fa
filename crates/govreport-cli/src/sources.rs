//! Which files are read, and reading one after the other without stopping at a bad one.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

use govreport::render::printable;
use govreport::{Error, Options, Reading};

use crate::outcome::{Failure, Outcome, complain};

/// How many files were read and how many could not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    pub(crate) read: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// Done, unless nothing could be read.
    pub(crate) const fn outcome(self) -> Outcome {
        if self.read > 0 { Outcome::Done } else { Outcome::NothingRead }
    }
}

/// Reads every file of `paths`, folders with all that is in them, and hands each report on with its path as given. A file
/// that cannot be read is reported; only a failure of `each` ends the run.
pub(crate) fn read_each(
    paths: &[PathBuf],
    options: &Options,
    mut each: impl FnMut(&str, &Reading) -> Result<(), Failure>,
) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    let mut waiting: Vec<PathBuf> = paths.iter().rev().cloned().collect();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            match folder(&path) {
                Ok(inside) if inside.is_empty() => {
                    complain(format_args!("warning: {}: nothing to read in this folder", name(&path)));
                }
                Ok(inside) => waiting.extend(inside.into_iter().rev()),
                Err(error) => {
                    tally.failed += 1;
                    complain(format_args!("error: cannot look into {}: {error}", name(&path)));
                }
            }
            continue;
        }
        match Reading::from_path(&path, options) {
            Ok(reading) => {
                tally.read += 1;
                each(&path.to_string_lossy(), &reading)?;
            }
            Err(error) => {
                tally.failed += 1;
                complain_of(&path, &error);
            }
        }
    }
    if tally.read == 0 && tally.failed > 1 {
        complain(format_args!("error: none of {} files could be read", tally.failed));
    }
    Ok(tally)
}

/// Says that a file could not be read, and why.
pub(crate) fn complain_of(path: &Path, error: &Error) {
    let (name, error) = (name(path), error.to_string());
    // Some messages name the file themselves.
    let place = if error.contains(&name) { String::new() } else { format!("{name}: ") };
    complain(format_args!("error: {place}{}", printable(&error)));
}

/// The files and folders inside, sorted by name. Hidden ones, links to folders and what is no file (sockets, devices) are
/// passed over: a folder that links to itself must not keep the run going for ever, nor a pipe that nobody writes to.
fn folder(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut inside = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let hidden = is_hidden(&entry.file_name());
        if !hidden && (kind.is_dir() || kind.is_file() || (kind.is_symlink() && entry.path().is_file())) {
            inside.push(entry.path());
        }
    }
    inside.sort();
    Ok(inside)
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn name(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}
