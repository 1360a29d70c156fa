//! Findings for a person, each under its source line.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style};
use codespan_reporting::diagnostic::{self, Diagnostic, Label, LabelStyle};
use codespan_reporting::term::{Config, WriteStyle, emit_to_write_style};
use govreport::Span;
use govreport::check::Rule;
use govreport::form::form;
use govreport::model::{CellRef, Finding, Severity};
use govreport::notices::{Amount, Language};
use govreport::render::{line_of, printable};

use crate::excerpt::{Excerpt, TAB};
use crate::outcome::Failure;

/// Up to this many findings of one rule are all shown under their lines; of more, only the first.
const SHOWN: usize = 3;
/// Other places shown with a finding.
const BESIDE: usize = 4;
/// What the gutter and borders beside a source line take.
const GUTTER: usize = 10;

/// Writes the findings, the gravest rules first. Where many are of one rule, one is shown in full and the others follow,
/// one a line.
pub(crate) fn write(
    out: &mut impl Write,
    name: &str,
    text: &str,
    findings: &[&Finding],
    width: usize,
) -> Result<(), Failure> {
    let mut sorted = findings.to_vec();
    sorted.sort_by_key(|finding| (std::cmp::Reverse(finding.severity()), finding.rule()));
    for group in sorted.chunk_by(|a, b| a.rule() == b.rule()) {
        let shown = if group.len() > SHOWN { 1 } else { group.len() };
        for finding in &group[..shown] {
            one(out, name, text, finding, width)?;
        }
        let said =
            |finding: &Finding| finding.notice.about().map(|about| finding.message().split_off(about.len()));
        let first = said(group[0]);
        let (same, other): (Vec<&Finding>, Vec<&Finding>) =
            group[shown..].iter().partition(|finding| first.is_some() && said(finding) == first);
        rest(out, group[0].rule(), text, &same, " with the same message")?;
        rest(out, group[0].rule(), text, &other, "")?;
    }
    Ok(())
}

fn one(out: &mut impl Write, name: &str, text: &str, finding: &Finding, width: usize) -> Result<(), Failure> {
    // Zeros beside a sum that fails tell nothing.
    let beside: Vec<Span> = finding
        .related
        .iter()
        .copied()
        .filter(|span| Some(*span) != finding.span && span.of(text).trim() != "0")
        .collect();
    let shown = &beside[..beside.len().min(BESIDE)];
    let spans: Vec<Span> = finding.span.iter().chain(shown).copied().collect();
    let excerpt = Excerpt::new(name, text, &spans, width.saturating_sub(GUTTER).max(40));
    let label = |style, span| excerpt.range(span).map(|range| Label::new(style, (), range));
    let mut labels: Vec<Label<()>> =
        finding.span.and_then(|span| label(LabelStyle::Primary, span)).into_iter().collect();
    labels.extend(shown.iter().filter_map(|span| label(LabelStyle::Secondary, *span)));
    let diagnostic = Diagnostic::new(word(finding.severity()).1)
        .with_code(finding.rule())
        .with_message(printable(&finding.message()))
        .with_labels(labels)
        .with_notes(notes(finding, text, beside.len() - shown.len()));
    let mut styled = Styled { out, word: word(finding.severity()).0, in_header: false };
    let config = Config { tab_width: TAB, ..Config::default() };
    emit_to_write_style(&mut styled, &config, &excerpt, &diagnostic).map_err(|error| {
        Failure::Output(match error {
            codespan_reporting::files::Error::Io(error) => error,
            other => io::Error::other(other),
        })
    })
}

fn notes(finding: &Finding, text: &str, more: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(span) = finding.span {
        let last = line_of(text, span.end.saturating_sub(1).max(span.start));
        if last > line_of(text, span.start) {
            notes.push(format!("up to line {last}"));
        }
    }
    if more > 0 {
        notes.push(format!("and {more} more place{}", if more == 1 { "" } else { "s" }));
    }
    for (number, reading) in finding.candidates().iter().take(BESIDE).enumerate() {
        notes.push(format!("reading {}: {}", number + 1, values(&finding.cells, reading)));
    }
    if finding.candidates().len() > BESIDE {
        notes.push(format!("and {} more readings", finding.candidates().len() - BESIDE));
    }
    notes.extend(finding.hint(Language::English).map(str::to_owned));
    notes
}

/// One of the readings that were left: `自然人 9, 总计 9`, with the row's label where the cells stand in several.
fn values(cells: &[CellRef], reading: &[Amount]) -> String {
    let one_row = cells.iter().all(|cell| cell.row == cells[0].row);
    let values: Vec<String> = cells
        .iter()
        .zip(reading)
        .map(|(cell, value)| {
            let column = form().column(cell.table, cell.column).map_or("", |column| column.label);
            let row = form().row_of_any_edition(cell.row).filter(|_| !one_row).map_or("", |row| row.label);
            let value = value.0.as_ref().map_or_else(|| "empty".to_owned(), ToString::to_string);
            format!("{row}{}{column} {value}", if row.is_empty() { "" } else { " " })
        })
        .collect();
    values.join(", ")
}

/// The others of a rule, one a line. Where they say the same as the one shown, only what they are about.
fn rest(
    out: &mut impl Write,
    rule: Rule,
    text: &str,
    findings: &[&Finding],
    same: &str,
) -> Result<(), Failure> {
    if findings.is_empty() {
        return Ok(());
    }
    let severity = style(rule.severity());
    writeln!(out, "{severity}{} more of {rule}{same}{severity:#}", findings.len())?;
    let lines: Vec<String> = findings
        .iter()
        .map(|finding| finding.span.map_or_else(String::new, |span| line_of(text, span.start).to_string()))
        .collect();
    let digits = lines.iter().map(String::len).max().unwrap_or_default();
    for (finding, line) in findings.iter().zip(&lines) {
        let place = if line.is_empty() { "    " } else { "line" };
        let about = finding.notice.about().filter(|_| !same.is_empty());
        let message = about.unwrap_or_else(|| finding.message());
        writeln!(out, "  {GUTTER_STYLE}{place} {line:>digits$}{GUTTER_STYLE:#}  {}", printable(&message))?;
    }
    writeln!(out)?;
    Ok(())
}

const GUTTER_STYLE: Style = AnsiColor::Cyan.on_default();

const fn style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error | Severity::Inconsistency => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Green,
    };
    colour.on_default().effects(Effects::BOLD)
}

/// Our word for a severity, and the renderer's that has the same rank.
const fn word(severity: Severity) -> (&'static str, diagnostic::Severity) {
    match severity {
        Severity::Error => ("error", diagnostic::Severity::Bug),
        Severity::Inconsistency => ("inconsistency", diagnostic::Severity::Error),
        Severity::Warning => ("warning", diagnostic::Severity::Warning),
        Severity::Info => ("info", diagnostic::Severity::Note),
    }
}

/// Colours the output, and writes our word for the severity where the renderer writes its own.
struct Styled<'o, W: Write> {
    out: &'o mut W,
    word: &'static str,
    in_header: bool,
}

impl<W: Write> Styled<'_, W> {
    fn set(&mut self, style: Style) -> io::Result<()> {
        write!(self.out, "{}{style}", anstyle::Reset.render())
    }
}

impl<W: Write> Write for Styled<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if std::mem::take(&mut self.in_header) {
            // The first thing written after the style of the header is the severity.
            self.out.write_all(self.word.as_bytes())?;
            return Ok(bytes.len());
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

const fn severity_style(severity: diagnostic::Severity) -> Style {
    style(match severity {
        diagnostic::Severity::Bug => Severity::Error,
        diagnostic::Severity::Error => Severity::Inconsistency,
        diagnostic::Severity::Warning => Severity::Warning,
        diagnostic::Severity::Note | diagnostic::Severity::Help => Severity::Info,
    })
}

impl<W: Write> WriteStyle for Styled<'_, W> {
    fn set_header(&mut self, severity: diagnostic::Severity) -> io::Result<()> {
        self.set(severity_style(severity))?;
        self.in_header = true;
        Ok(())
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.set(Style::new().bold())
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.set(GUTTER_STYLE)
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.set(GUTTER_STYLE)
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.set(GUTTER_STYLE)
    }

    fn set_label(&mut self, severity: diagnostic::Severity, kind: LabelStyle) -> io::Result<()> {
        self.set(match kind {
            LabelStyle::Primary => severity_style(severity),
            LabelStyle::Secondary => GUTTER_STYLE,
        })
    }

    fn reset(&mut self) -> io::Result<()> {
        write!(self.out, "{}", anstyle::Reset.render())
    }
}

#[cfg(test)]
mod tests;
