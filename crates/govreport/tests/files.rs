//! Reports with random figures, written as files (web pages in their encodings, Word documents, PDFs) and read back: every cell
//! exact, and what the report says of itself right.
//!
//! Every layout is tried with 64 reports; `GOVREPORT_CASES=1000` tries more.

use std::fmt::Write as _;

use govreport::{Options, Reading};
use govreport_synth::{
    Answer, Docx, DocxHeadings, Encoding, Html, Layout, Markup, Merged, Print, Spec, Written, WrittenFile,
    write_encoded, write_file,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

/// Tries a property on random seeds, and fails with what it says.
fn hold(property: impl Fn(u64) -> Result<(), String>) {
    let cases = std::env::var("GOVREPORT_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64);
    // The message names the seed, which is all that is needed to write the same report again.
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let run = |seed| property(seed).map_err(|what| TestCaseError::fail(format!("seed {seed}: {what}")));
    if let Err(error) = TestRunner::new(config).run(&any::<u64>().no_shrink(), run) {
        panic!("{error}");
    }
}

/// Everything in which a reading differs from the truth.
fn differences(file: &WrittenFile) -> Result<(), String> {
    let reading = Reading::from_bytes(&file.bytes, &Options::default()).map_err(|error| error.to_string())?;
    let Written { truth, title, issuer, year, period, published, sections, .. } = &file.written;
    let report = &reading.report;
    let (mut said, mut count) = (String::new(), 0);
    for cell in truth {
        let read = report.cell(cell.at());
        if read.is_some_and(|read| cell.is_exact(read.into())) {
            continue;
        }
        count += 1;
        if count < 6 {
            let is =
                read.map(|read| (read.value.map(|value| value.to_string()), read.status, read.raw.clone()));
            // Writing to a string cannot fail.
            let _ = write!(
                said,
                "\n  {} is {:?} but was read as {is:?}",
                cell.at(),
                cell.value.map(|value| value.to_string())
            );
        }
    }
    let mut differ = |what: &str, is: String, due: String| {
        if is != due {
            count += 1;
            let _ = write!(said, "\n  {what} is {due} but was read as {is}");
        }
    };
    let is_title = report.title.as_ref().map(|title| title.value.clone());
    differ("title", format!("{is_title:?}"), format!("{:?}", Some(title)));
    let is_issuer = report.issuer.as_ref().map(|issuer| issuer.value.clone());
    differ("issuer", format!("{is_issuer:?}"), format!("{:?}", Some(issuer)));
    let is_year = report.year.as_ref().map(|year| year.value);
    differ("year", format!("{is_year:?}"), format!("{:?}", Some(*year)));
    let is_period = report.period.as_ref().map(|period| (period.start, period.end));
    differ("period", format!("{is_period:?}"), format!("{period:?}"));
    // A page of a site has a line of its own with such a day.
    let is_published = report.published.as_ref().map(|published| published.value);
    if published.is_some() {
        differ("day of publication", format!("{is_published:?}"), format!("{published:?}"));
    }
    let is_sections: Vec<_> = report.sections.iter().map(|section| section.key).collect();
    differ("sections", format!("{is_sections:?}"), format!("{sections:?}"));
    if count == 0 { Ok(()) } else { Err(format!("{count} differences{said}")) }
}

/// Reports in this layout come back exactly.
fn exact(layout: Layout) {
    hold(|seed| differences(&write_file(&Spec::random(layout, seed))));
}

/// No cell of a report in this layout has a number that it does not say.
fn nothing_wrong(layout: Layout) {
    hold(|seed| {
        let file = write_file(&Spec::random(layout, seed));
        let reading =
            Reading::from_bytes(&file.bytes, &Options::default()).map_err(|error| error.to_string())?;
        for cell in &file.written.truth {
            let answer = reading.report.cell(cell.at()).map_or(Answer::NONE, Answer::from);
            if cell.is_wrong(answer) {
                return Err(format!("{} is {:?} but was read as {answer:?}", cell.at(), cell.value));
            }
        }
        Ok(())
    });
}

/// The same as [`exact`], in each encoding that has all their characters.
fn exact_encoded(layout: Layout) {
    hold(|seed| {
        let encodings = Encoding::ALL.into_iter();
        let files = encodings
            .filter_map(|encoding| Some((encoding, write_encoded(&Spec::random(layout, seed), encoding)?)));
        for (encoding, file) in files {
            differences(&file).map_err(|what| format!("{encoding:?}: {what}"))?;
        }
        Ok(())
    });
}

const fn docx(headings: DocxHeadings, torn_runs: bool) -> Layout {
    Layout::Docx(Docx { headings, torn_runs })
}

const fn page(markup: Markup) -> Layout {
    Layout::Html(Html { markup, charset: "utf-8" })
}

macro_rules! files {
    ($check:ident: $($name:ident: $layout:expr;)+) => { $(#[test] fn $name() { $check($layout); })+ };
}

mod word {
    use super::*;
    files! { exact:
        headings_by_style: docx(DocxHeadings::Styles, false);
        headings_by_level: docx(DocxHeadings::Levels, false);
        headings_in_bold: docx(DocxHeadings::Bold, true);
        headings_numbered_by_a_list: docx(DocxHeadings::Numbered, true);
    }
}

mod pdf {
    use super::*;
    files! { exact:
        ruled: Layout::Pdf(Print::RULED);
        ruled_over_pages: Layout::Pdf(Print { small_pages: true, ..Print::RULED });
        ruled_over_pages_with_heads: Layout::Pdf(Print { small_pages: true, repeated_heads: true, ..Print::RULED });
    }

    // Without ruling lines some rows are not told apart yet: what is taken must be right all the same.
    files! { nothing_wrong:
        unruled: Layout::Pdf(Print { ruled: false, ..Print::RULED });
        unruled_over_pages: Layout::Pdf(Print { ruled: false, small_pages: true, ..Print::RULED });
    }
}

mod encodings {
    use super::*;
    files! { exact_encoded:
        tidy_page: page(Markup::Plain);
        page_of_word: page(Markup::Word);
        unclosed_page: page(Markup::Unclosed);
        page_of_a_site: page(Markup::Site);
        tabs: Layout::Tabs(Merged::Empty);
        markdown: Layout::Markdown;
    }
}
