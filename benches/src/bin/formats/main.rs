//! Web pages, Word and PDF files to report, each beside what a user would otherwise wait for, measured in turns in one run; and the
//! peak memory of each format:
//!
//! ```text
//! formats [--rounds N] [--python PYTHON] [--govreport COMMAND] [FILE…]
//! ```

mod memory;
mod peer;
mod times;

use std::hint::black_box;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use govreport::{Options, Reading};
use govreport_benches::REPORTS_PER_LAYOUT;
use govreport_synth::{Html, Layout, Markup, Spec, write};
use peer::{Peer, process};
use times::{Times, compare};

struct Arguments {
    rounds: usize,
    python: PathBuf,
    govreport: PathBuf,
    files: Vec<PathBuf>,
}

fn arguments() -> Result<Arguments, String> {
    let mut found = Arguments {
        rounds: 20,
        python: "python3".into(),
        govreport: "target/release/govreport".into(),
        files: Vec::new(),
    };
    let mut words = env::args_os().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{} needs a value", word.display()));
        match word.to_str() {
            Some("--rounds") => {
                found.rounds = value()?
                    .to_str()
                    .and_then(|number| number.parse().ok())
                    .filter(|rounds| *rounds > 0)
                    .ok_or("--rounds needs a number from 1")?;
            }
            Some("--python") => found.python = value()?.into(),
            Some("--govreport") => found.govreport = value()?.into(),
            _ => found.files.push(word.into()),
        }
    }
    Ok(found)
}

/// Files of `examples/formats` and those named on the command line that have this extension.
fn with_extension(extension: &str, named: &[PathBuf]) -> Vec<PathBuf> {
    let samples = fs::read_dir("examples/formats").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        samples.chain(named.iter().cloned()).filter(|path| is(path, extension)).collect();
    files.sort();
    files
}

/// Whether this is a report with the extension; the page about the reports is none.
fn is(path: &Path, extension: &str) -> bool {
    let found = path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension));
    found && !path.ends_with("README.md")
}

/// Pages that all differ, in every markup, written to a folder for the peer.
fn pages(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for markup in Markup::ALL {
        for seed in 0..REPORTS_PER_LAYOUT {
            let page = write(&Spec::random(Layout::Html(Html { markup, charset: "utf-8" }), seed)).text;
            let path = folder.join(format!("{markup:?}{seed}.html").to_lowercase());
            fs::write(&path, page)?;
            paths.push(path);
        }
    }
    Ok(paths)
}

/// Reads all files, in memory, once.
fn reports(files: &[Vec<u8>]) -> Result<Duration, String> {
    let start = Instant::now();
    for bytes in files {
        let reading = Reading::from_bytes(black_box(bytes), &Options::default());
        black_box(reading).map_err(|error| error.to_string())?;
    }
    Ok(start.elapsed())
}

/// Measures files in memory beside a peer in Python.
fn in_memory(
    what: &str,
    peer: &str,
    most: f64,
    paths: &[PathBuf],
    arguments: &Arguments,
) -> Result<(), String> {
    let files = paths
        .iter()
        .map(|path| fs::read(path).map_err(|error| format!("{}: {error}", path.display())))
        .collect::<Result<Vec<_>, _>>()?;
    let mut peer = Peer::start(&arguments.python, peer, paths)?;
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    for _ in 0..arguments.rounds {
        ours.add(reports(&files)?);
        theirs.add(peer.pass()?);
    }
    let bytes: usize = files.iter().map(Vec::len).sum();
    let what = format!("{what}, {} files, {} kB", files.len(), bytes / 1000);
    compare(&what, &ours, &peer.name, &theirs, most).map_err(|error| error.to_string())
}

/// Measures the whole process of the command beside that of `pdftotext`.
fn pdf(paths: &[PathBuf], arguments: &Arguments) -> Result<(), String> {
    let version = peer::version("pdftotext", "-v")?;
    for path in paths {
        let file = path.as_os_str();
        let (mut ours, mut theirs) = (Times::default(), Times::default());
        for _ in 0..arguments.rounds {
            ours.add(process(&arguments.govreport, &["cells".as_ref(), file])?);
            theirs.add(process("pdftotext".as_ref(), &["-layout".as_ref(), file, "-".as_ref()])?);
        }
        let what = format!("PDF to report, whole process, {}", path.display());
        compare(&what, &ours, &format!("pdftotext -layout, {version}"), &theirs, 1.0)
            .map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn run() -> Result<(), String> {
    let arguments = arguments()?;
    let folder = env::temp_dir().join(format!("govreport-formats-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let pages = pages(&folder).map_err(|error| error.to_string())?;
    let measured = in_memory("HTML to report", "lxml", 1.0, &pages, &arguments);
    // The pages are not needed any more, whatever came of them.
    let removed = fs::remove_dir_all(&folder).map_err(|error| error.to_string());
    measured.and(removed)?;
    in_memory("DOCX to report", "docx", 0.2, &with_extension("docx", &arguments.files), &arguments)?;
    pdf(&with_extension("pdf", &arguments.files), &arguments)?;
    let mut files = Vec::new();
    for extension in ["txt", "md", "html", "docx", "doc", "xlsx", "xls", "pdf"] {
        files.extend(with_extension(extension, &arguments.files));
    }
    memory::print(&files)
}

fn main() -> ExitCode {
    // The process whose memory is measured is this program again.
    if let Some(measured) = memory::asked() {
        return measured;
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // A closed standard error leaves nobody to tell.
            let _ = writeln!(io::stderr(), "formats: {message}");
            ExitCode::from(2)
        }
    }
}
