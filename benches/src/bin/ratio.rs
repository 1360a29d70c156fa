//! Text to report, and validation of the same bytes as UTF-8, measured in turns in one run; then the ratio of the two:
//!
//! ```text
//! cargo run --release -p govreport-benches --bin ratio -- [--rounds N] [FOLDER…]
//! ```
//!
//! A machine may be fast or slow today, alone or shared. Both speeds suffer from it alike, their ratio hardly.

use std::hint::black_box;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{env, io};

use govreport_benches::Corpus;
use govreport_synth::Layout;

/// At least so many bytes a second, in millions, on one core.
const TARGET_SPEED: f64 = 100.0;
/// At most so many times the time of the validation.
const TARGET_RATIO: f64 = 40.0;
/// Validation is so quick that it is timed over several passes.
const VALIDATIONS: u32 = 8;

/// The best times of one corpus.
#[derive(Clone, Copy)]
struct Best {
    bytes: usize,
    json_bytes: usize,
    report: Duration,
    json: Duration,
    simd: Duration,
    std: Duration,
}

impl Best {
    const NONE: Self = Self {
        bytes: 0,
        json_bytes: 0,
        report: Duration::MAX,
        json: Duration::MAX,
        simd: Duration::MAX,
        std: Duration::MAX,
    };

    /// Measures once more and keeps what was quicker.
    fn measure(&mut self, corpus: &Corpus) {
        let mut reports = Vec::with_capacity(corpus.texts.len());
        let start = Instant::now();
        for text in &corpus.texts {
            reports.push(govreport::parse(black_box(text)));
        }
        self.report = self.report.min(start.elapsed());
        self.bytes = corpus.bytes();

        self.json_bytes = 0;
        let start = Instant::now();
        for report in reports.iter().flatten() {
            self.json_bytes += black_box(govreport::to_json(black_box(report))).len();
        }
        self.json = self.json.min(start.elapsed());

        self.simd = self.simd.min(validation(corpus, |bytes| simdutf8::basic::from_utf8(bytes).is_ok()));
        self.std = self.std.min(validation(corpus, |bytes| std::str::from_utf8(bytes).is_ok()));
    }

    /// The sum over several corpora.
    fn sum<'a>(all: impl IntoIterator<Item = &'a Self>) -> Self {
        all.into_iter().fold(
            Self {
                bytes: 0,
                json_bytes: 0,
                report: Duration::ZERO,
                json: Duration::ZERO,
                simd: Duration::ZERO,
                std: Duration::ZERO,
            },
            |sum, one| Self {
                bytes: sum.bytes + one.bytes,
                json_bytes: sum.json_bytes + one.json_bytes,
                report: sum.report + one.report,
                json: sum.json + one.json,
                simd: sum.simd + one.simd,
                std: sum.std + one.std,
            },
        )
    }

    /// How many times longer the report takes than the validation.
    fn ratio(&self) -> f64 {
        self.report.as_secs_f64() / self.simd.as_secs_f64()
    }

    fn line(&self, name: &str, reports: usize, out: &mut impl io::Write) -> io::Result<()> {
        writeln!(
            out,
            "{name:22} {reports:7} {:8} {:15.1} {:11.0} {:9.0} {:7.1}× {:12.0}",
            self.bytes / 1000,
            speed(self.bytes, self.report),
            speed(self.bytes, self.simd),
            speed(self.bytes, self.std),
            self.ratio(),
            speed(self.json_bytes, self.json),
        )
    }
}

/// Millions of bytes a second.
#[expect(clippy::cast_precision_loss, reason = "2^52 bytes are never measured")]
fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

/// The time of one pass over a corpus.
fn validation(corpus: &Corpus, valid: impl Fn(&[u8]) -> bool) -> Duration {
    let start = Instant::now();
    for _ in 0..VALIDATIONS {
        for text in &corpus.texts {
            black_box(valid(black_box(text.as_bytes())));
        }
    }
    start.elapsed() / VALIDATIONS
}

struct Arguments {
    rounds: usize,
    folders: Vec<PathBuf>,
}

fn arguments() -> Result<Arguments, String> {
    let mut found = Arguments { rounds: 20, folders: Vec::new() };
    let mut words = env::args_os().skip(1);
    while let Some(word) = words.next() {
        if word == "--rounds" {
            found.rounds = words
                .next()
                .and_then(|number| number.to_str()?.parse().ok())
                .filter(|rounds| *rounds > 0)
                .ok_or("--rounds needs a number from 1")?;
        } else {
            found.folders.push(word.into());
        }
    }
    Ok(found)
}

/// The layouts, then the folders named on the command line.
fn corpora(folders: &[PathBuf]) -> Result<Vec<Corpus>, String> {
    let mut corpora: Vec<_> = Layout::ALL.into_iter().map(Corpus::of_layout).collect();
    for folder in folders {
        corpora.push(Corpus::of_folder(folder).map_err(|error| format!("{}: {error}", folder.display()))?);
    }
    for corpus in &corpora {
        if corpus.texts.is_empty() {
            return Err(format!("{}: no text in UTF-8", corpus.name));
        }
        for (number, text) in corpus.texts.iter().enumerate() {
            govreport::parse(text).map_err(|error| format!("{} text {number}: {error}", corpus.name))?;
        }
    }
    Ok(corpora)
}

fn print(corpora: &[Corpus], best: &[Best], rounds: usize, out: &mut impl io::Write) -> io::Result<()> {
    writeln!(out, "one thread, best of {rounds} rounds; MB are 10^6 bytes\n")?;
    writeln!(
        out,
        "{:22} {:>7} {:>8} {:>15} {:>11} {:>9} {:>8} {:>12}",
        "", "reports", "kB", "text to report", "simdutf8", "std utf8", "ratio to", "JSON writing"
    )?;
    writeln!(
        out,
        "{:22} {:>7} {:>8} {:>15} {:>11} {:>9} {:>8} {:>12}",
        "layout", "", "", "MB/s", "MB/s", "MB/s", "simdutf8", "MB/s"
    )?;
    let layouts = Layout::ALL.len();
    for (corpus, best) in corpora.iter().zip(best).take(layouts) {
        best.line(&corpus.name, corpus.texts.len(), out)?;
    }
    let reports = corpora.iter().take(layouts).map(|corpus| corpus.texts.len()).sum();
    let overall = Best::sum(best.iter().take(layouts));
    overall.line("all layouts", reports, out)?;
    for (corpus, best) in corpora.iter().zip(best).skip(layouts) {
        writeln!(out)?;
        best.line(&corpus.name, corpus.texts.len(), out)?;
    }
    let met = |met| if met { "met" } else { "not met" };
    let reached = speed(overall.bytes, overall.report);
    writeln!(
        out,
        "\ntext to report, all layouts: {reached:.1} MB/s; at least {TARGET_SPEED:.0} are wanted: {}",
        met(reached >= TARGET_SPEED)
    )?;
    writeln!(
        out,
        "{:.1} times the time of simdutf8 on the same bytes; at most {TARGET_RATIO:.0} are wanted: {}",
        overall.ratio(),
        met(overall.ratio() <= TARGET_RATIO)
    )
}

fn run() -> Result<(), String> {
    let Arguments { rounds, folders } = arguments()?;
    let corpora = corpora(&folders)?;
    let mut best = vec![Best::NONE; corpora.len()];
    for _ in 0..rounds {
        for (corpus, best) in corpora.iter().zip(&mut best) {
            best.measure(corpus);
        }
    }
    print(&corpora, &best, rounds, &mut io::stdout().lock()).map_err(|error| error.to_string())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // A closed standard error leaves nobody to tell.
            let _ = writeln!(io::stderr(), "ratio: {message}");
            ExitCode::from(2)
        }
    }
}
