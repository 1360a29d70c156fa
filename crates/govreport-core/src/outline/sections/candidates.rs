//! All lines of a document that can be headings of sections, before one of them is chosen for each section.

use crate::document::{BlockKind, Document};
use crate::form::SectionKey;
use crate::outline::lines::heading::{self, Heading, Open, Reading};
use crate::outline::lines::line::line_of;
use crate::span::Span;
use crate::tables::Scan;
use crate::text::ordinal::Style;

/// A paragraph longer than this, in bytes, may be a whole report on one line: headings are looked for inside it.
const WHOLE_REPORT: usize = 3000;
/// More candidates than any report has: a hostile text costs bounded time.
/// Measured: with 2,048, no cell changes.
const MOST: usize = 4096;

/// A line that can be the heading of a section, with its place in the document.
#[derive(Debug, Clone, Copy)]
pub(in crate::outline) struct Candidate {
    /// The section its words name.
    pub(in crate::outline) key: Option<SectionKey>,
    pub(in crate::outline) number: Option<(u8, Style)>,
    pub(in crate::outline) shared: bool,
    pub(in crate::outline) block: usize,
    /// The heading, its number included.
    pub(in crate::outline) span: Span,
    /// Where the section's text begins.
    pub(in crate::outline) rest: usize,
    /// Whether nothing else stands on the line.
    pub(in crate::outline) whole: bool,
}

/// Finds the candidates, in the order of the source.
pub(in crate::outline) fn find(document: &Document<'_>, scan: &Scan) -> Vec<Candidate> {
    // Six sections, the parts of section one, and a few more.
    let mut found = Vec::with_capacity(16);
    let mut open: Option<(Open, Span)> = None;
    for (index, block) in document.blocks().iter().enumerate() {
        if found.len() >= MOST {
            break;
        }
        if scan.table_of(index).is_some() {
            open = None;
            continue;
        }
        let Some(line) = line_of(document, block) else {
            continue;
        };
        let text = document.slice(line);
        let marked = matches!(block.kind, BlockKind::Heading { .. });
        if let Some((open, before)) = open.take()
            && let Some(heading) = heading::read_on(open, text)
        {
            found.push(Candidate {
                span: Span::new(before.start + heading.start, line.start + heading.end),
                rest: line.start + heading.rest,
                whole: heading.rest == text.len(),
                ..place(heading, index, line)
            });
            continue;
        }
        match heading::read(text, marked) {
            Reading::Heading(heading) => found.push(place(heading, index, line)),
            Reading::Open(torn) => open = Some((torn, line)),
            Reading::Nothing => {}
        }
        if text.len() > WHOLE_REPORT {
            find_inside(text, index, line, &mut found);
        }
    }
    found
}

fn find_inside(text: &str, block: usize, span: Span, found: &mut Vec<Candidate>) {
    let mut from = "一、".len();
    // Six sections, and a few lists of them.
    for _ in 0..24 {
        let Some((at, heading)) = text.get(from..).and_then(|_| heading::find_inside(text, from)) else {
            return;
        };
        let start = span.start + at;
        found.push(place(heading, block, Span::new(start, span.end)));
        from = at + heading.end;
    }
}

fn place(heading: Heading, block: usize, line: Span) -> Candidate {
    Candidate {
        key: heading.key,
        number: heading.number,
        shared: heading.shared,
        block,
        span: Span::new(line.start + heading.start, line.start + heading.end),
        rest: line.start + heading.rest,
        whole: line.start + heading.rest == line.end,
    }
}
