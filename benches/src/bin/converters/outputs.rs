//! What the converters left in the folder of the work.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::reports::Report;

/// A way to convert, as `WORK/ways.tsv` lists it.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    /// Its name, which is that of the folder of its outputs.
    pub(crate) name: String,
    /// The tool, in words for people.
    pub(crate) tool: String,
    /// Its version; empty where it is not installed.
    pub(crate) version: String,
    /// What it takes: the chain of formats and tools from the written report on.
    pub(crate) from: String,
    /// The extension of the document that it is given.
    pub(crate) takes: String,
    /// The extension of what it gives.
    pub(crate) gives: String,
    /// The call, in words for people.
    pub(crate) call: String,
    /// Why it was skipped; empty where it was not.
    pub(crate) skipped: String,
}

/// A document on which a tool failed.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    pub(crate) way: String,
    pub(crate) report: String,
    pub(crate) reason: String,
}

/// An output.
#[derive(Debug, Clone)]
pub(crate) struct Output {
    pub(crate) report: Report,
    pub(crate) path: PathBuf,
}

/// The folder of the work.
#[derive(Debug)]
pub(crate) struct Work {
    folder: PathBuf,
    pub(crate) ways: Vec<Way>,
    pub(crate) failures: Vec<Failure>,
}

impl Work {
    /// Reads what the driver says of its ways and its failures.
    pub(crate) fn of(folder: &Path) -> io::Result<Self> {
        let ways = rows::<8>(&folder.join("ways.tsv"))?
            .into_iter()
            .map(|[name, tool, version, from, takes, gives, call, skipped]| Way {
                name,
                tool,
                version,
                from,
                takes,
                gives,
                call,
                skipped,
            })
            .collect();
        let failures = rows::<3>(&folder.join("failures.tsv"))?
            .into_iter()
            .map(|[way, report, reason]| Failure { way, report, reason })
            .collect();
        Ok(Self { folder: folder.to_owned(), ways, failures })
    }

    /// The outputs of a way, by report.
    pub(crate) fn outputs(&self, way: &Way) -> io::Result<Vec<Output>> {
        let folder = self.folder.join("outputs").join(&way.name);
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let mut outputs = Vec::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let number = path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse().ok());
            if let Some(number) = number.filter(|_| path.extension().is_some_and(|of| *of == *way.gives)) {
                outputs.push(Output { report: Report(number), path });
            }
        }
        outputs.sort_by_key(|output| output.report);
        Ok(outputs)
    }
}

/// The rows of a table, without its heading.
fn rows<const COLUMNS: usize>(path: &Path) -> io::Result<Vec<[String; COLUMNS]>> {
    let table = fs::read_to_string(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    table
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
            let wrong = |fields: Vec<String>| {
                let message = format!("{}: {} columns: {line}", path.display(), fields.len());
                io::Error::new(io::ErrorKind::InvalidData, message)
            };
            fields.try_into().map_err(wrong)
        })
        .collect()
}
