//! A report before it has a layout: title, paragraphs, headings, printed tables.

use govreport_core::form::SectionKey;

use crate::sheet::Sheet;

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// The title, in the lines it is broken into.
    Title(Vec<String>),
    /// A line of the page around the report: date of publication, font size …
    PageLine(String),
    /// A heading and how deep it lies under the title.
    Heading {
        /// 1 for a section, 2 for a part of it …
        depth: usize,
        /// The heading.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// A table.
    Table(Sheet),
}

/// A section, or what stands before the first.
#[derive(Debug, Clone)]
pub(crate) struct Chapter {
    /// The section; none for what stands before the first.
    pub(crate) key: Option<SectionKey>,
    /// Its heading and everything under it.
    pub(crate) parts: Vec<Part>,
}
