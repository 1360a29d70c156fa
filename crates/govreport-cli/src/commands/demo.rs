//! `govreport demo`.

use std::fs;
use std::io::{IsTerminal as _, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use govreport::form::{ColumnKey, Edition, RowKey, SectionKey};
use govreport::model::CellRef;
use govreport_synth::{
    Body, Damage, Docx, DocxHeadings, Encoding, Entry, Html, Layout, Markup, Merged, Print, Prose, Spec,
    WrittenFile, write_encoded, write_file,
};

use super::output::output;
use crate::args::Demo;
use crate::outcome::{Failure, Outcome, complain};

/// The first and the last year that the reports are about.
const YEARS: (u16, u16) = (2019, 2024);

/// The layouts, as the names of the files tell them.
const LAYOUTS: &[(&str, Layout, Encoding)] = &[
    ("tabs", Layout::Tabs(Merged::Empty), Encoding::Utf8),
    ("html", page(Markup::Plain), Encoding::Utf8),
    ("docx", Layout::Docx(Docx::PLAIN), Encoding::Utf8),
    ("pdf", Layout::Pdf(Print::RULED), Encoding::Utf8),
    ("markdown", Layout::Markdown, Encoding::Utf8),
    ("html-site", page(Markup::Site), Encoding::Utf8),
    ("paragraphs", Layout::Paragraphs, Encoding::Gb18030),
    (
        "docx-numbered",
        Layout::Docx(Docx { headings: DocxHeadings::Numbered, torn_runs: true }),
        Encoding::Utf8,
    ),
    (
        "pdf-heads",
        Layout::Pdf(Print { small_pages: true, repeated_heads: true, ..Print::RULED }),
        Encoding::Utf8,
    ),
    ("pdf-text", Layout::PdfRaw, Encoding::Utf8),
    ("html-word", page(Markup::Word), Encoding::Gbk),
    ("tabs-trailing", Layout::Tabs(Merged::Trailing), Encoding::Utf8),
    ("word-text", Layout::Word, Encoding::Utf16Le),
    ("docx-bold", Layout::Docx(Docx { headings: DocxHeadings::Bold, torn_runs: true }), Encoding::Utf8),
    ("pdf-pages", Layout::Pdf(Print { small_pages: true, ..Print::RULED }), Encoding::Utf8),
    ("html-unclosed", page(Markup::Unclosed), Encoding::Utf8Marked),
    ("pdf-aligned-text", Layout::PdfAligned, Encoding::Utf8),
    ("tabs-vanished", Layout::Tabs(Merged::Vanished), Encoding::Gbk),
    ("piped", Layout::Piped, Encoding::Utf8),
    ("pipe-joined", Layout::PipeJoined, Encoding::Utf8),
    ("row-tables", Layout::RowTables, Encoding::Utf8),
    ("pipe-lines", Layout::PipeLines, Encoding::Utf8),
    ("tabs-ragged", Layout::Tabs(Merged::Ragged), Encoding::Utf8),
    ("split-tables", Layout::SplitTables, Encoding::Utf8),
    ("docx-levels", Layout::Docx(Docx { headings: DocxHeadings::Levels, torn_runs: false }), Encoding::Utf8),
    ("pipe-joined-padded", Layout::PipeJoinedPadded, Encoding::Utf8),
    ("run-together", Layout::Concatenated, Encoding::Utf8),
    ("html-big5", page(Markup::Plain), Encoding::Big5),
];

const fn page(markup: Markup) -> Layout {
    Layout::Html(Html { markup, charset: "utf-8" })
}

pub(super) fn run(args: &Demo) -> Result<Outcome, Failure> {
    let folder = &args.folder;
    admit(folder, args.force)?;
    let mut progress = Progress::new(args.reports);
    for number in 0..args.reports {
        let (name, file) = report(number, args.seed);
        let path = folder.join(name);
        fs::write(&path, file.bytes).map_err(|error| unwritten(&path, &error))?;
        progress.written(number + 1);
    }
    let shown = folder.display();
    let mut out = output();
    writeln!(
        out,
        "{} reports of {} to {} in {shown}. All bodies, figures and sentences in them are invented.\n\n\
         Now try:\n  \
         govreport read {}\n  \
         govreport check --fail-on inconsistency {shown}\n  \
         govreport cells --format csv {shown} > cells.csv",
        args.reports,
        YEARS.0,
        YEARS.1,
        folder.join(report(0, args.seed).0).display(),
    )?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// Makes the folder, unless there is something in it already.
fn admit(folder: &Path, force: bool) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| unwritten(folder, &error))?;
    let is_empty = fs::read_dir(folder).map_err(|error| unwritten(folder, &error))?.next().is_none();
    if is_empty || force {
        return Ok(());
    }
    Err(Failure::Usage(format!(
        "{} is not empty; name a new folder, or write into this one with --force",
        folder.display()
    )))
}

fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Usage(format!("cannot write {}: {error}", path.display()))
}

/// A report by its number, and the name of its file.
fn report(number: u32, seed: u64) -> (String, WrittenFile) {
    let at = |length: usize, number: u32| usize::try_from(number).unwrap_or_default() % length.max(1);
    let (layout_name, layout, encoding) = LAYOUTS[at(LAYOUTS.len(), number)];
    let years = u32::from(YEARS.1 - YEARS.0) + 1;
    // Each body reports for all years before the next begins.
    let year = YEARS.0 + u16::try_from(number % years).unwrap_or_default();
    let bodies = Body::all();
    let body = bodies[at(bodies.len(), number / years)];
    let edition = if year < 2021 { Edition::E2019 } else { Edition::E2021 };
    let seed = seed.wrapping_mul(1_000_003).wrapping_add(u64::from(number));
    let scale = layout.scales()[at(layout.scales().len(), number / years)];
    let mut spec = Spec::new(layout, edition, scale, seed);
    spec.prose = Prose::of(&body, year, &spec.figures, seed);
    let happened = happen(&mut spec, number);
    let file = write_encoded(&spec, encoding).unwrap_or_else(|| write_file(&spec));
    let extension = layout.extension();
    let name = match happened {
        Some(happened) => format!("{number:03}_{year}_{layout_name}_{happened}.{extension}"),
        None => format!("{number:03}_{year}_{layout_name}.{extension}"),
    };
    (name, file)
}

/// What happened to some of the reports, and the word for it in the name of the file.
fn happen(spec: &mut Spec, number: u32) -> Option<&'static str> {
    // These print a table in parts, or leave no room for damage.
    if matches!(spec.layout, Layout::RowTables | Layout::SplitTables | Layout::Concatenated) {
        return None;
    }
    match number % 9 {
        2 => {
            let at = (RowKey::Granted, ColumnKey::Total);
            let value = spec.figures.get(at.0, at.1)?;
            spec.figures.set(at.0, at.1, value + govreport::Decimal::ONE);
            Some("wrong-total")
        }
        4 => {
            spec.damage.push(Damage::CutAfter(RowKey::DeniedStateSecret));
            Some("cut")
        }
        5 => {
            spec.damage.push(Damage::Shifted(RowKey::Granted, ColumnKey::OtherOrganization));
            Some("shifted")
        }
        7 => {
            for column in [ColumnKey::ResearchInstitution, ColumnKey::LegalServiceInstitution] {
                let at = CellRef::new(RowKey::CarriedIn, column);
                spec.figures.set(at.row, at.column, 0);
                spec.entries.insert(at, Entry::NotApplicable("—".into()));
            }
            spec.figures = spec.figures.clone().settled();
            Some("dashes")
        }
        8 => {
            spec.damage.push(Damage::WithoutSection(SectionKey::Review));
            Some("without-review")
        }
        _ => None,
    }
}

/// Says how far the work is, where that takes long and somebody looks on.
struct Progress {
    of: u32,
    next: Instant,
    is_shown: bool,
}

impl Progress {
    const BETWEEN: Duration = Duration::from_secs(1);

    fn new(of: u32) -> Self {
        Self { of, next: Instant::now() + Self::BETWEEN, is_shown: std::io::stderr().is_terminal() }
    }

    fn written(&mut self, number: u32) {
        if self.is_shown && Instant::now() >= self.next {
            self.next += Self::BETWEEN;
            complain(format_args!("{number} of {} reports", self.of));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_is_in_the_demo() {
        let shown = |layout: &Layout| LAYOUTS.iter().any(|(_, other, _)| other == layout);
        assert!(Layout::ALL.iter().all(shown));
        assert!(Markup::ALL.iter().all(|markup| shown(&page(*markup))));
        assert!(DocxHeadings::ALL.iter().all(|headings| {
            LAYOUTS
                .iter()
                .any(|(_, layout, _)| matches!(layout, Layout::Docx(docx) if docx.headings == *headings))
        }));
    }

    #[test]
    fn a_seed_always_gives_the_same_reports() {
        for number in [0, 2, 5, 27] {
            assert!(report(number, 7) == report(number, 7));
            assert!(report(number, 7).1.bytes != report(number, 8).1.bytes);
        }
    }
}
