//! `govreport.Section` and `govreport.Subsection`.

use govreport::Span;
use govreport::model;
use pyo3::prelude::*;

use crate::convert::{SpanPair, counted, span, spans};
use crate::shared::Shared;

/// One of the six sections of a report (部分).
#[pyclass(frozen, module = "govreport")]
pub(crate) struct Section {
    contents: Shared,
    section: model::Section,
}

impl Section {
    pub(crate) fn list(contents: &Shared) -> Vec<Self> {
        let sections = contents.report.sections.iter().cloned();
        sections.map(|section| Self { contents: Shared::clone(contents), section }).collect()
    }

    pub(crate) fn key_is(&self, key: &str) -> bool {
        self.section.key.key() == key
    }
}

/// The text at a span, where the report has its text.
fn text_at(contents: &Shared, at: Span) -> Option<&str> {
    contents.text.as_deref().map(|text| at.of(text))
}

#[pymethods]
impl Section {
    /// Key of the section: ``overview``, ``proactive``, ``requests``, ``review``, ``problems`` or ``other_matters``.
    #[getter]
    fn key(&self) -> &'static str {
        self.section.key.key()
    }

    /// The heading as printed, number included, such as ``一、总体情况``.
    #[getter]
    fn title(&self) -> &str {
        &self.section.title
    }

    /// Where the heading stands: ``(start, end)``.
    #[getter]
    fn heading(&self) -> SpanPair {
        span(self.section.heading)
    }

    /// From the heading to the end of the section: ``(start, end)``.
    #[getter]
    fn span(&self) -> SpanPair {
        span(self.section.span)
    }

    /// Spans of the paragraphs of prose, in order; rows of tables are not among them.
    #[getter]
    fn paragraphs(&self) -> Vec<SpanPair> {
        spans(&self.section.paragraphs)
    }

    /// The five parts of section one (总体情况), as far as they are there; empty for other sections.
    #[getter]
    fn subsections(&self) -> Vec<Subsection> {
        let parts = self.section.subsections.iter().cloned();
        parts.map(|part| Subsection { contents: Shared::clone(&self.contents), part }).collect()
    }

    /// The whole text of the section with its heading, or ``None`` for a report made from JSON alone.
    #[getter]
    fn text(&self) -> Option<&str> {
        text_at(&self.contents, self.section.span)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.section == other.section
    }

    fn __repr__(&self) -> String {
        let section = &self.section;
        let paragraphs = counted(section.paragraphs.len(), "paragraph");
        format!("<Section {} {:?}: {paragraphs}>", section.key, section.title)
    }
}

/// One of the five parts of section one (总体情况的一个方面).
#[pyclass(frozen, module = "govreport")]
pub(crate) struct Subsection {
    contents: Shared,
    part: model::Subsection,
}

#[pymethods]
impl Subsection {
    /// Key of the part: ``proactive_disclosure``, ``disclosure_on_request``, ``information_management``, ``platforms`` or
    /// ``supervision``.
    #[getter]
    fn key(&self) -> &'static str {
        self.part.key.key()
    }

    /// The heading as printed, such as ``（一）主动公开``.
    #[getter]
    fn title(&self) -> &str {
        &self.part.title
    }

    /// Where the heading stands: ``(start, end)``.
    #[getter]
    fn heading(&self) -> SpanPair {
        span(self.part.heading)
    }

    /// From the heading to the end of the part: ``(start, end)``.
    #[getter]
    fn span(&self) -> SpanPair {
        span(self.part.span)
    }

    /// Spans of the paragraphs, in order.
    #[getter]
    fn paragraphs(&self) -> Vec<SpanPair> {
        spans(&self.part.paragraphs)
    }

    /// The whole text of the part with its heading, or ``None`` for a report made from JSON alone.
    #[getter]
    fn text(&self) -> Option<&str> {
        text_at(&self.contents, self.part.span)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.part == other.part
    }

    fn __repr__(&self) -> String {
        let paragraphs = counted(self.part.paragraphs.len(), "paragraph");
        format!("<Subsection {} {:?}: {paragraphs}>", self.part.key, self.part.title)
    }
}
