//! Title, issuer, year, period, date, contact and sections.

use crate::document::Document;
use crate::model::{Contact, Date, Finding, Located, Period, Section};
use crate::tables::Scan;

/// What frames the tables: who reports on which year, and the sections.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) title: Option<Located<String>>,
    pub(crate) issuer: Option<Located<String>>,
    pub(crate) year: Option<Located<u16>>,
    pub(crate) period: Option<Period>,
    pub(crate) published: Option<Located<Date>>,
    pub(crate) contact: Contact,
    pub(crate) sections: Vec<Section>,
}

impl Outline {
    pub(crate) fn read(_: &Document<'_>, _: &Scan, _: &mut Vec<Finding>) -> Self {
        Self::default()
    }

    /// Whether nothing of a report was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.title.is_none() && self.sections.is_empty()
    }
}
