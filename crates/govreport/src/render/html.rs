//! A report as a fragment of HTML, for notebooks.

use std::borrow::Cow;
use std::fmt::Write;

use govreport_core::form::TableKind;
use govreport_core::model::{Finding, Presence, Report, Table, TableCell};

use super::findings::count_findings;
use super::grid::{Content, Grid, Slot};
use super::identity::{about, facts, section_title, sections};
use super::mark::{Judged, Mark, shown};
use super::wrap::clip;
use super::{proactive, requests, review};

/// Works on light and on dark pages: it takes their colours and only lays translucent ones over them. Notebooks stripe and
/// align tables in their own way; the rules are specific enough to win.
const STYLE: &str = include_str!("html.css");

/// The report as a fragment of HTML: identity, the three tables in their printed shape, findings. It holds no script and
/// loads nothing; all text of the source is escaped. What was derived or disagrees carries a sign and says so when pointed
/// at.
pub fn html(report: &Report) -> String {
    let judged = Judged::of(report);
    let mut page = Page { judged: &judged, out: String::with_capacity(32 << 10) };
    page.all(report);
    page.out
}

struct Page<'r> {
    judged: &'r Judged,
    out: String,
}

impl Page<'_> {
    fn all(&mut self, report: &Report) {
        self.raw("<div class=\"govreport\">\n<style>\n");
        self.raw(STYLE);
        self.raw("</style>\n");
        self.identity(report);
        for table in report.tables() {
            self.table(table);
        }
        self.legend(report);
        self.findings(report);
        self.raw("</div>\n");
    }

    fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn text(&mut self, text: &str) {
        let escaped = escape(text);
        self.out.push_str(&escaped);
    }

    fn identity(&mut self, report: &Report) {
        self.raw("<dl class=\"govreport-identity\">\n");
        for fact in facts(report) {
            let _ = write!(self.out, "<dt>{} <span lang=\"en\">{}</span></dt><dd>", fact.term, fact.key);
            match &fact.value {
                Some(value) => self.text(value),
                None => self.raw("<em>not found</em>"),
            }
            if let Some(origin) = fact.origin {
                let _ = write!(self.out, " <small>({origin})</small>");
            }
            self.raw("</dd>\n");
        }
        let missing: Vec<String> =
            sections(report).filter(|(_, found)| found.is_none()).map(|(title, _)| title).collect();
        if !missing.is_empty() {
            self.raw("<dt>缺失 <span lang=\"en\">missing sections</span></dt><dd>");
            self.text(&missing.join("；"));
            self.raw("</dd>\n");
        }
        self.raw("</dl>\n");
    }

    fn table(&mut self, table: &Table) {
        let grid = match table.kind {
            TableKind::Proactive => proactive::grid(table),
            TableKind::Requests => requests::grid(table),
            TableKind::Review => review::printed(table),
        };
        let _ = write!(self.out, "<table class=\"govreport-table govreport-{}\">\n<caption>", table.kind);
        self.text(&section_title(table.kind.section()));
        let _ = writeln!(self.out, " <small>({})</small></caption>", about(table));
        if table.presence != Presence::Absent {
            self.rows(&grid);
        }
        self.raw("</table>\n");
    }

    fn rows(&mut self, grid: &Grid<'_>) {
        for (number, row) in grid.rows.iter().enumerate() {
            if number == 0 && grid.head_rows > 0 {
                self.raw("<thead>\n");
            } else if number == grid.head_rows {
                self.raw("<tbody>\n");
            }
            self.raw("<tr>");
            for slot in &row.slots {
                self.slot(slot);
            }
            self.raw("</tr>\n");
            if number + 1 == grid.head_rows {
                self.raw("</thead>\n");
            }
        }
        self.raw("</tbody>\n");
    }

    fn slot(&mut self, slot: &Slot<'_>) {
        let tag = match slot.content {
            Content::Cell(_) | Content::Empty => "td",
            Content::Head(_) | Content::Group(_) | Content::Label(_) => "th",
        };
        let _ = write!(self.out, "<{tag}");
        for (name, count) in [("colspan", slot.across), ("rowspan", slot.down)] {
            if count > 1 {
                let _ = write!(self.out, " {name}=\"{count}\"");
            }
        }
        match slot.content {
            Content::Head(text) => {
                let _ = write!(self.out, " scope=\"{}\">", if slot.across > 1 { "colgroup" } else { "col" });
                self.text(text);
            }
            Content::Group(text) => {
                self.raw(" scope=\"rowgroup\">");
                self.text(text);
            }
            Content::Label(text) => {
                self.raw(" scope=\"row\">");
                self.text(text);
            }
            Content::Cell(cell) => self.cell(cell),
            Content::Empty => self.raw(">"),
        }
        let _ = write!(self.out, "</{tag}>");
    }

    /// The rest of a cell's tag and what it holds.
    fn cell(&mut self, cell: &TableCell) {
        let marks: Vec<Mark> = self.judged.marks(cell).collect();
        if marks.is_empty() {
            self.raw(">");
        } else {
            self.raw(" class=\"");
            self.raw(&marks.iter().map(|mark| class(*mark)).collect::<Vec<_>>().join(" "));
            self.raw("\" title=\"");
            let mut title = marks.iter().map(|mark| mark.meaning()).collect::<Vec<_>>().join("; ");
            if let Some(raw) = &cell.raw {
                let _ = write!(title, "; printed: {raw}");
            }
            self.text(&title);
            self.raw("\">");
        }
        match &cell.raw {
            // Words and dashes are shown as printed: there is room, and the title says what they are.
            Some(raw) if marks.iter().any(|mark| matches!(mark, Mark::NotApplicable | Mark::Text)) => {
                self.text(&clip(raw, 40));
            }
            _ => self.text(&shown(cell, self.judged)),
        }
    }

    fn legend(&mut self, report: &Report) {
        let mut marks = self.judged.used(report);
        // These are shown as printed, without a sign of their own.
        marks.retain(|mark| !matches!(mark, Mark::NotApplicable | Mark::Text));
        if marks.is_empty() {
            return;
        }
        self.raw("<ul class=\"govreport-legend\">\n");
        for mark in marks {
            let sign = if mark.sign().is_empty() { "&nbsp;" } else { mark.sign() };
            let _ = writeln!(
                self.out,
                "<li><span class=\"{} govreport-sign\">{sign}</span> {}</li>",
                class(mark),
                mark.meaning()
            );
        }
        self.raw("</ul>\n");
    }

    fn findings(&mut self, report: &Report) {
        let findings: Vec<&Finding> = report.findings.iter().chain(&self.judged.findings).collect();
        let count = count_findings(findings.iter().map(|finding| finding.severity()));
        if findings.is_empty() {
            let _ = writeln!(self.out, "<p class=\"govreport-findings\">{count}</p>");
            return;
        }
        let _ =
            writeln!(self.out, "<details class=\"govreport-findings\" open><summary>{count}</summary>\n<ul>");
        for finding in findings {
            let _ = write!(self.out, "<li><b>{}</b> <code>{}</code> ", finding.severity(), finding.rule());
            self.text(&finding.message());
            self.raw("</li>\n");
        }
        self.raw("</ul></details>\n");
    }
}

const fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Disagrees => "govreport-disagrees",
        Mark::Realigned => "govreport-realigned",
        Mark::Inferred => "govreport-inferred",
        Mark::Ambiguous => "govreport-ambiguous",
        Mark::Blank => "govreport-blank",
        Mark::NotApplicable => "govreport-not-applicable",
        Mark::Text => "govreport-text",
        Mark::Absent => "govreport-absent",
    }
}

/// Text made harmless for HTML, also inside attributes; control characters are left out.
fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| matches!(c, '&' | '<' | '>' | '"' | '\'') || c.is_control()) {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(' '),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped.into()
}
