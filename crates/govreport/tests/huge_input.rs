//! Input far beyond any report: bounded time and memory. One test, so that the memory measured is its own.

use std::time::{Duration, Instant};

use govreport::check::Rule;
use govreport::{Error, Options, ParseError, Reading};

#[path = "support/spans.rs"]
mod spans;

const REPORT: &str = include_str!("support/report.txt");

const MEGABYTE: usize = 1 << 20;

fn read(text: &str) -> Result<Reading, Error> {
    Reading::from_text(text, &Options::default())
}

fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

/// How long reading takes.
fn time(text: &str) -> Duration {
    let start = Instant::now();
    // Whether it is a report is asked elsewhere.
    let _ = read(text);
    start.elapsed()
}

/// The most memory this process ever held, where the system tells.
fn peak_memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[test]
fn time_and_memory_stay_bounded() {
    long_lines();
    a_report_before_a_long_line();
    long_tables();
    if let Some(peak) = peak_memory() {
        assert!(peak < 1024 * MEGABYTE, "{} MB of memory", peak / MEGABYTE);
    }
}

/// One line of prose, numbers, words of the form, cells.
fn long_lines() {
    for piece in
        ["桐岭镇的茶园今年又添了两百亩，", "1 23 456 ", "一、总体情况", "总计\t1\t", "|规章|0", "（一）"]
    {
        let (short, long) = (time(&repeated(piece, MEGABYTE)), time(&repeated(piece, 10 * MEGABYTE)));
        // Ten times the text; were the time to grow with the square, it would take a hundred times as long.
        let most = short.max(Duration::from_millis(20)) * 40;
        assert!(long < most, "{piece:?}: {short:?} for 1 MB, {long:?} for 10 MB");
    }
    let prose = repeated("桐岭镇的茶园今年又添了两百亩，", 100 * MEGABYTE);
    assert!(matches!(read(&prose), Err(Error::Parse(ParseError::NotAReport))));
}

fn a_report_before_a_long_line() {
    let text = format!("{REPORT}\n{}", repeated("附：桐岭镇的茶园今年又添了两百亩，", 100 * MEGABYTE));
    let (whole, alone) = (read(&text).expect("it is a report"), read(REPORT).expect("it is a report"));
    spans::check_spans(&whole.report, &whole.text);
    assert!(whole.report.cells().eq(alone.report.cells()));
}

/// A hundred thousand rows, known and unknown.
fn long_tables() {
    let at = REPORT.find("行政许可").expect("the report has licensing");
    for row in ["规章\t1\t2\t3\n", "茶园\t1\t2\t3\n", "\t7\n", "| 行政处罚 | 4 |\n"] {
        let text = format!("{}{}{}", &REPORT[..at], row.repeat(100_000), &REPORT[at..]);
        let reading = read(&text).expect("it is a report");
        spans::check_spans(&reading.report, &reading.text);
        let findings = &reading.report.findings;
        assert!(
            findings.iter().any(|finding| finding.rule() == Rule::TableTooLong),
            "{row:?} is not said to be too long"
        );
        assert!(findings.len() < 2_000, "{row:?}: {} findings", findings.len());
    }
}
