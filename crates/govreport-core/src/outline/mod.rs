//! What frames the tables: the page around the report, its sections, and who reports on which year.
//!
//! Three stages, each handing a type of its own to the next: [`Site`] tells which blocks are the report's and what the page
//! states about it; [`Sections`] parts these blocks, with the lines before the first section and from the last one on;
//! [`Identity`] is read from those lines and from what the page states. All three look at lines with `lines`, which tells what
//! a line can be.

mod identity;
mod lines;
mod missing;
mod sections;
mod site;

use self::sections::Sections;
use crate::document::Document;
use crate::model::{Finding, Section};
use crate::tables::Scan;

pub(crate) use identity::Identity;
pub(crate) use missing::{Untold, report as report_missing_tables};
pub use site::Attachment;
pub(crate) use site::Site;

/// What frames the tables.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// Who reports on which year.
    pub(crate) identity: Identity,
    /// The sections found, in the order of the source.
    pub(crate) sections: Vec<Section>,
}

impl Outline {
    /// Reads it from a document whose tables were found before.
    pub(crate) fn read(
        document: &Document<'_>,
        scan: &Scan,
        site: &Site,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let sections = Sections::read(document, scan, findings);
        let identity = Identity::read(document, &sections, site, findings);
        Self { identity, sections: sections.found }
    }
}

#[cfg(test)]
mod tests;
