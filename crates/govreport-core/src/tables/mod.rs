//! The three tables: found by their labels, read, and reconciled with the identities of the form.

use crate::document::Document;
use crate::form::{Edition, TableKind, form};
use crate::model::{Finding, Presence, Table, TableCell};

/// Which blocks of a document belong to which table.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    of_block: Vec<Option<TableKind>>,
}

impl Scan {
    /// The table that block number `block` of the document belongs to.
    pub(crate) fn table_of(&self, block: usize) -> Option<TableKind> {
        self.of_block.get(block).copied().flatten()
    }
}

pub(crate) fn scan(document: &Document<'_>) -> Scan {
    Scan { of_block: vec![None; document.blocks().len()] }
}

pub(crate) struct Tables {
    pub(crate) proactive: Table,
    pub(crate) requests: Table,
    pub(crate) review: Table,
}

impl Tables {
    pub(crate) fn read(_: &Document<'_>, _: &Scan, _year: Option<u16>, _: &mut Vec<Finding>) -> Self {
        let absent = |kind| Table {
            kind,
            edition: Edition::E2021,
            presence: Presence::Absent,
            span: None,
            cells: form()
                .rows(kind, Edition::E2021)
                .flat_map(|row| row.columns.iter().map(|column| TableCell::absent(row.key, *column)))
                .collect(),
        };
        Self {
            proactive: absent(TableKind::Proactive),
            requests: absent(TableKind::Requests),
            review: absent(TableKind::Review),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        [&self.proactive, &self.requests, &self.review].iter().all(|table| table.presence == Presence::Absent)
    }
}
