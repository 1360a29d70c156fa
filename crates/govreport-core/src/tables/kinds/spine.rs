//! The way of every table from its tokens to its cells.

use crate::document::Document;
use crate::form::{Edition, RowKey, TableKind, form};
use crate::model::{Finding, Presence, Table, TableEdition};
use crate::notices::{EditionMixed, EditionSuperseded, Notice, PrintedRow};
use crate::tables::cells::absence;
use crate::tables::cells::{Sheet, write};
use crate::tables::columns::{doubt_alike, doubt_unproved};
use crate::tables::rows::{Found, find};
use crate::tables::settle::settle;
use crate::tables::tokens::{Scan, Slot};

use super::plan::Context;
use super::{proactive, requests, review};

/// The rows of a table that were found, with what they show before any is read.
pub(in crate::tables) struct Read {
    kind: TableKind,
    found: Found,
}

impl Read {
    /// Finds the rows of a table. `of_words` says whether its cells may have been made out of words with places.
    pub(in crate::tables) fn find(
        document: &Document<'_>,
        scan: &Scan,
        kind: TableKind,
        of_words: bool,
        year: Option<u16>,
    ) -> Self {
        let widest = form().rows_of_any_edition(kind).map(|row| row.columns.len()).max().unwrap_or_default();
        // Table three is one line of all its rows.
        let rows = if kind == TableKind::Review { form().rows_of_any_edition(kind).count() } else { 1 };
        Self { kind, found: find(document, scan, kind, widest * rows, of_words, year) }
    }

    /// Whether the source leaves out the places of merged cells: then the numbers of its rows begin in different columns, as
    /// many labels as stand in front of them.
    pub(in crate::tables) fn leaves_out_places(&self) -> bool {
        let mut begins = self.found.drafts.rows.iter().filter_map(|draft| {
            let slots = self.found.drafts.slots_of(draft);
            let width = draft.recognition.key().and_then(|key| form().row_of_any_edition(key))?.columns.len();
            let first = slots.iter().position(|slot| !slot.is_blank())?;
            let complete = slots.iter().all(|slot| slot.bordered)
                && slots.len() >= first + width
                && slots[first..first + width].iter().all(|slot| !slot.is_blank())
                && slots[first + width..].iter().all(Slot::is_blank);
            complete.then(|| slots[first].column)
        });
        begins.next().is_some_and(|column| begins.any(|other| other != column))
    }
}

/// Reads a table.
pub(in crate::tables) fn read(read: &Read, context: Context<'_>, findings: &mut Vec<Finding>) -> Table {
    let Read { kind, found } = read;
    let mut plan = match kind {
        TableKind::Proactive => proactive::plan(found, context, findings),
        TableKind::Requests => requests::plan(found, context, findings),
        TableKind::Review => review::plan(found, context, findings),
    };
    let cells = plan.rows.iter().map(|(row, _)| row.columns.len()).sum();
    doubt_alike(&mut plan.sources);
    doubt_unproved(&mut plan.sources);
    let settlement = settle(&mut plan.sources, cells, *kind, plan.edition);
    let mut sheet = Sheet::new(context.document, plan.rows.iter().copied(), findings);
    write(&mut sheet, &plan.sources, &settlement, found.unplaced());
    let presence = absence::report(&mut sheet, *kind, &plan.standings);
    let cells = sheet.cells;
    if plan.tells {
        let mut editions = [None; RowKey::ALL.len()];
        for (row, edition) in &plan.rows {
            editions[row.key as usize] = Some(*edition);
        }
        let edition = |key: RowKey| editions[key as usize];
        found.tell(
            context.document,
            *kind,
            findings,
            |key| edition(key).is_some(),
            |key| PrintedRow::new(key, edition(key).unwrap_or(context.expected)),
        );
    }
    if plan.edition == TableEdition::Hybrid {
        let notice = Notice::EditionMixed(EditionMixed { table: *kind });
        findings.push(Finding::new(notice).at(found.drafts.span));
    }
    let table = Table { kind: *kind, edition: plan.edition, presence, span: found.drafts.span, cells };
    superseded(&table, context.year, findings);
    table
}

/// Says where a table follows an edition that was not in force for its year.
fn superseded(table: &Table, year: Option<u16>, findings: &mut Vec<Finding>) {
    // Table three is the same in both editions.
    let shows_edition = table.kind != TableKind::Review && table.presence != Presence::Absent;
    if let Some(year) = year
        && shows_edition
        && year >= 2021
        && table.edition != Edition::E2021.into()
    {
        let notice = EditionSuperseded { table: table.kind, edition: table.edition, year };
        findings.push(Finding::new(Notice::EditionSuperseded(notice)).at(table.span));
    }
}
