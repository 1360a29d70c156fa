//! The three tables: found by their labels, read, and reconciled with the identities of the form.
//!
//! [`scan`] finds which blocks of the document belong to which table and turns them into tokens; [`draft`] puts labels and
//! contents together into rows as they stand in the source; [`rows`] finds which row of the form each is; [`settle`] decides
//! which content belongs to which column.

mod brand;
mod cells;
mod columns;
mod kinds;
mod rows;
mod settle;
mod tokens;
mod vocabulary;

pub(crate) use brand::brand;
pub use settle::{Verdict, verdict};
pub(crate) use tokens::{Scan, scan};

use self::columns::Padding;
use self::kinds::{Context, Read, read};

use crate::document::Document;
use crate::form::{Edition, TableKind};
use crate::model::{Finding, Presence, Table};
use crate::notices::{Notice, TableTooLong};

/// The three tables of a report.
pub(crate) struct Tables {
    pub(crate) proactive: Table,
    pub(crate) requests: Table,
    pub(crate) review: Table,
}

impl Tables {
    pub(crate) fn read(
        document: &Document<'_>,
        scan: &Scan,
        may_be_padded: bool,
        year: Option<u16>,
        findings: &mut Vec<Finding>,
    ) -> Self {
        for kind in &scan.too_long {
            findings.push(Finding::new(Notice::TableTooLong(TableTooLong { table: *kind })));
        }
        // The form of 2021 is in force for reports on 2021 and later.
        let by_year = if year.is_some_and(|year| year < 2021) { Edition::E2019 } else { Edition::E2021 };
        let [proactive, requests, review] = [TableKind::Proactive, TableKind::Requests, TableKind::Review]
            .map(|kind| Read::find(document, scan, kind, may_be_padded, year));
        let padding = if requests.leaves_out_places() {
            Padding::Around
        } else if may_be_padded {
            Padding::Behind
        } else {
            Padding::None
        };
        let context = |expected| Context { document, year, expected, padding };
        let printed = |table: &Table, otherwise: Edition| {
            table.edition.one().filter(|_| table.presence != Presence::Absent).unwrap_or(otherwise)
        };
        let proactive = read(&proactive, context(by_year), findings);
        let expected = if year.is_some() { by_year } else { printed(&proactive, by_year) };
        let requests = read(&requests, context(expected), findings);
        let review = read(&review, context(printed(&requests, expected)), findings);
        Self { proactive, requests, review }
    }

    /// Says of every printed cell where on its page it stands.
    pub(crate) fn locate(&mut self, document: &Document<'_>) {
        if document.words().is_empty() {
            return;
        }
        let cells = [&mut self.proactive, &mut self.requests, &mut self.review];
        for cell in cells.into_iter().flat_map(|table| &mut table.cells) {
            let Some(span) = cell.span else { continue };
            if let Some((page, area)) = document.area(span) {
                cell.page = Some(page);
                cell.area = Some(area);
            }
        }
    }

    /// The three tables, in the form's order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Table> {
        [&self.proactive, &self.requests, &self.review].into_iter()
    }

    /// Whether nothing of any table was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.all().all(|table| table.presence == Presence::Absent)
    }
}

#[cfg(test)]
mod tests;
