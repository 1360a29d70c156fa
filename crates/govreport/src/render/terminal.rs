//! A report as text for a terminal.

use govreport_core::form::TableKind;
use govreport_core::model::{Finding, Presence, Table};

use super::draw::draw;
use super::findings::count_findings;
use super::identity::{about, facts, section_title, sections};
use super::layout::Layout;
use super::mark::Judged;
use super::paint::Paint;
use super::printable::{line_of, printable};
use super::wrap::{clip, width};
use super::{proactive, requests, review};
use crate::Reading;

/// How a report is written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TerminalOptions {
    width: usize,
    colour: bool,
}

impl Default for TerminalOptions {
    /// 110 columns, no colour.
    fn default() -> Self {
        Self { width: 110, colour: false }
    }
}

impl TerminalOptions {
    /// Columns of the terminal; a Chinese character takes two. Tables do not get narrower than their numbers.
    #[must_use]
    pub const fn width(self, width: usize) -> Self {
        Self { width, ..self }
    }

    /// Whether escape sequences for colour are written. Every sign is there without them too.
    #[must_use]
    pub const fn colour(self, colour: bool) -> Self {
        Self { colour, ..self }
    }
}

/// The report as text: identity, sections, the three tables in their printed shape, a legend for the signs used, and how
/// many findings there are.
pub fn terminal(reading: &Reading, options: &TerminalOptions) -> String {
    let judged = Judged::of(&reading.report);
    let paint = Paint { colour: options.colour };
    let mut page =
        Page { reading, judged: &judged, options: *options, paint, out: String::with_capacity(16 << 10) };
    page.identity();
    page.sections();
    for table in reading.report.tables() {
        page.table(table);
    }
    page.legend();
    page.out
}

struct Page<'r> {
    reading: &'r Reading,
    judged: &'r Judged,
    options: TerminalOptions,
    paint: Paint,
    out: String,
}

impl Page<'_> {
    /// `text`, and spaces up to `columns`.
    fn padded(&mut self, text: &str, columns: usize) {
        self.out.push_str(text);
        self.out.extend(std::iter::repeat_n(' ', columns.saturating_sub(width(text))));
    }

    fn identity(&mut self) {
        for fact in facts(&self.reading.report) {
            self.padded(&format!("{} {}", fact.term, fact.key), 16);
            match &fact.value {
                Some(value) => {
                    let value = printable(value);
                    let room = self.options.width.saturating_sub(16 + 30).max(20);
                    self.paint.title(&clip(&value, room), &mut self.out);
                }
                None => self.paint.missing("not found", &mut self.out),
            }
            if let Some(origin) = fact.origin {
                let line =
                    fact.span.map(|span| format!(", line {}", line_of(&self.reading.text, span.start)));
                self.paint.aside(&format!("  ({origin}{})", line.unwrap_or_default()), &mut self.out);
            }
            self.out.push('\n');
        }
    }

    fn sections(&mut self) {
        let reading = self.reading;
        for (number, (title, found)) in sections(&reading.report).enumerate() {
            self.padded(if number == 0 { "章节 sections" } else { "" }, 16);
            self.padded(&title, 46);
            match found {
                Some(section) => {
                    let line = line_of(&reading.text, section.heading.start);
                    self.paint.aside(&format!("line {line}"), &mut self.out);
                }
                None => self.paint.missing("missing", &mut self.out),
            }
            self.out.push('\n');
        }
    }

    fn table(&mut self, table: &Table) {
        self.out.push('\n');
        self.paint.title(&section_title(table.kind.section()), &mut self.out);
        self.paint.aside(&format!("  ({})", about(table)), &mut self.out);
        self.out.push('\n');
        if table.presence == Presence::Absent {
            return;
        }
        let grid = match table.kind {
            TableKind::Proactive => proactive::grid(table),
            TableKind::Requests => requests::grid(table),
            TableKind::Review => {
                let printed = review::printed(table);
                if Layout::new(&printed, self.judged, self.options.width).width() <= self.options.width {
                    printed
                } else {
                    review::turned(table)
                }
            }
        };
        let layout = Layout::new(&grid, self.judged, self.options.width);
        draw(&layout, self.judged, self.paint, &mut self.out);
    }

    fn legend(&mut self) {
        let marks = self.judged.used(&self.reading.report);
        if !marks.is_empty() {
            self.out.push('\n');
        }
        for mark in marks {
            let sign = if mark.sign().is_empty() { "(empty)" } else { mark.sign() };
            self.padded("", 2);
            self.padded(sign, 9);
            self.out.push_str(mark.meaning());
            self.out.push('\n');
        }
        let all = self.reading.report.findings.iter().chain(&self.judged.findings);
        let count = count_findings(all.map(Finding::severity));
        self.out.push('\n');
        self.out.push_str(&count);
        self.out.push('\n');
    }
}
