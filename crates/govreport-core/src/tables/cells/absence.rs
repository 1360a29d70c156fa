//! What of a table is not in the source.

use super::sheet::Sheet;
use crate::form::{RowKey, TableKind};
use crate::model::{CellRef, Finding, Presence, Status};
use crate::notices::{Notice, PrintedRow, RowAbsent, TableBlank, TableCutOff};
use crate::span::Span;

/// Whether a row stands in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) enum Standing {
    /// It does not.
    Absent,
    /// It does, with its label here, if it has one.
    Present(Option<Span>),
}

impl Standing {
    fn label(self) -> Option<Span> {
        match self {
            Self::Absent => None,
            Self::Present(label) => label,
        }
    }
}

/// Says which rows of the edition are absent, and gives how much of the table is there. `found` tells of each row whether it
/// is there, and where its label stands.
pub(in crate::tables) fn report(
    sheet: &mut Sheet<'_>,
    table: TableKind,
    found: &[(RowKey, Standing)],
) -> Presence {
    let Some(last) = found.iter().rposition(|(_, standing)| *standing != Standing::Absent) else {
        // What stands in its place is for those to say who know the page.
        return Presence::Absent;
    };
    let mut presence = Presence::Complete;
    for run in found.chunk_by(|a, b| (a.1 == Standing::Absent) == (b.1 == Standing::Absent)) {
        if run[0].1 != Standing::Absent {
            continue;
        }
        presence = Presence::Partial;
        let rows: Vec<PrintedRow> = run.iter().filter_map(|(key, _)| sheet.printed(*key)).collect();
        let cells: Vec<CellRef> = sheet
            .cells
            .iter()
            .filter(|cell| run.iter().any(|(key, _)| *key == cell.row))
            .map(crate::model::TableCell::at)
            .collect();
        let at = found.iter().position(|(key, _)| *key == run[0].0).unwrap_or_default();
        let before = found[..at].iter().rev().find_map(|(_, standing)| standing.label());
        let cut_off = at > last && run.len() > 1;
        let notice = match sheet.printed(found[last].0) {
            Some(after) if cut_off => Notice::TableCutOff(TableCutOff { after, rows }),
            _ => Notice::RowAbsent(RowAbsent { rows }),
        };
        sheet.findings.push(Finding::new(notice).at(before).about(cells));
    }
    if sheet.cells.iter().all(|cell| matches!(cell.status, Status::Blank | Status::Absent)) {
        let place = found.iter().find_map(|(_, standing)| standing.label());
        sheet.findings.push(Finding::new(Notice::TableBlank(TableBlank { table })).at(place));
    }
    presence
}
