//! The sections of a report and what stands in them.

use serde::{Deserialize, Serialize};

use crate::form::{OverviewPart, SectionKey};
use crate::span::Span;

/// One of the six sections (部分).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Section {
    /// Which section of the form.
    pub key: SectionKey,
    /// The heading as printed, number included, white space at both ends left out.
    pub title: String,
    /// Where the heading stands.
    pub heading: Span,
    /// From the heading to the end of the section.
    pub span: Span,
    /// The paragraphs of prose, in order; rows of tables are not among them.
    pub paragraphs: Vec<Span>,
    /// The parts of section one; empty elsewhere.
    pub subsections: Vec<Subsection>,
}

/// One of the five parts of section one (总体情况的一个方面).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Subsection {
    /// Which part of the form.
    pub key: OverviewPart,
    /// The heading as printed.
    pub title: String,
    /// Where the heading stands.
    pub heading: Span,
    /// From the heading to the end of the part.
    pub span: Span,
    /// The paragraphs, in order. Where the heading runs on into its paragraph, the first one begins after the heading.
    pub paragraphs: Vec<Span>,
}
