//! What is tortured: a layout.

use govreport_synth::{Docx, Html, Layout, Markup, Merged, Print};

/// A layout under a short name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target {
    /// Its name on the command line and in the tables.
    pub(crate) name: &'static str,
    /// The layout.
    pub(crate) layout: Layout,
    /// It came after commit fc4ad8f.
    pub(crate) later: bool,
}

const fn plain(name: &'static str, layout: Layout) -> Target {
    Target { name, layout, later: false }
}

const fn later(name: &'static str, layout: Layout) -> Target {
    Target { later: true, ..plain(name, layout) }
}

/// A web page.
const fn page(name: &'static str, markup: Markup) -> Target {
    plain(name, Layout::Html(Html { markup, charset: "utf-8" }))
}

/// Everything that is tortured.
pub(crate) const ALL: [Target; 29] = [
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
    later("pipe-tails", Layout::PipeTails),
    later("boxed", Layout::Boxed),
    later("box-drawn", Layout::BoxDrawn),
    later("csv", Layout::Csv),
    plain("pdf-raw", Layout::PdfRaw),
    plain("pdf-aligned", Layout::PdfAligned),
    plain("concatenated", Layout::Concatenated),
    plain("row-tables", Layout::RowTables),
    plain("split-tables", Layout::SplitTables),
    page("html-plain", Markup::Plain),
    page("html-word", Markup::Word),
    page("html-unclosed", Markup::Unclosed),
    page("html-site", Markup::Site),
    plain("docx", Layout::Docx(Docx::PLAIN)),
    later("xlsx", Layout::Xlsx),
    plain("pdf-ruled", Layout::Pdf(Print::RULED)),
    plain("pdf-unruled", Layout::Pdf(Print { ruled: false, ..Print::RULED })),
    later("pdf-raised", Layout::Pdf(Print { ruled: false, raised_by: 4, ..Print::RULED })),
];
