//! What is tortured: a layout, and how a report in it becomes bytes.

use govreport_synth::{Html, Layout, Markup, Merged, Spec, Written, write};

/// A layout under a short name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target {
    /// Its name on the command line and in the tables.
    pub(crate) name: &'static str,
    /// The layout.
    pub(crate) layout: Layout,
    /// The file that a written report is; for most its text.
    pub(crate) bytes: fn(&Spec, &Written) -> Vec<u8>,
}

impl Target {
    /// Writes a report and gives the bytes of its file.
    pub(crate) fn write(&self, spec: &Spec) -> (Vec<u8>, Written) {
        let written = write(spec);
        ((self.bytes)(spec, &written), written)
    }
}

/// A text in UTF-8.
fn text(_: &Spec, written: &Written) -> Vec<u8> {
    written.text.clone().into_bytes()
}

/// A layout whose file is its text.
const fn plain(name: &'static str, layout: Layout) -> Target {
    Target { name, layout, bytes: text }
}

/// A web page.
const fn page(name: &'static str, markup: Markup) -> Target {
    plain(name, Layout::Html(Html { markup, charset: "utf-8" }))
}

/// Everything that is tortured.
pub(crate) const ALL: [Target; 20] = [
    plain("tabs-empty", Layout::Tabs(Merged::Empty)),
    plain("tabs-trailing", Layout::Tabs(Merged::Trailing)),
    plain("tabs-vanished", Layout::Tabs(Merged::Vanished)),
    plain("tabs-ragged", Layout::Tabs(Merged::Ragged)),
    plain("paragraphs", Layout::Paragraphs),
    plain("word", Layout::Word),
    plain("markdown", Layout::Markdown),
    plain("piped", Layout::Piped),
    plain("pipe-joined", Layout::PipeJoined),
    plain("pipe-joined-padded", Layout::PipeJoinedPadded),
    plain("pipe-lines", Layout::PipeLines),
    plain("pdf-raw", Layout::PdfRaw),
    plain("pdf-aligned", Layout::PdfAligned),
    plain("concatenated", Layout::Concatenated),
    plain("row-tables", Layout::RowTables),
    plain("split-tables", Layout::SplitTables),
    page("html-plain", Markup::Plain),
    page("html-word", Markup::Word),
    page("html-unclosed", Markup::Unclosed),
    page("html-site", Markup::Site),
];
