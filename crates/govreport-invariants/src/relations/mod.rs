//! What holds between the reading of a document and that of the same document with a small change.
//!
//! Each takes the document and its report, makes the change, reads again and compares. `pick` chooses among the places where the
//! change can be made; where there is none, nothing is judged. A document whose reading fails is none to begin with.

mod added;
mod draft;
mod exchanged;
mod removed;

pub use added::{ADDED, line_added};
pub use exchanged::columns_exchanged;
pub use removed::line_removed;

use std::collections::BTreeMap;

use govreport_core::document::Document;
use govreport_core::model::{CellRef, Report, Status};

use crate::violation::Seen;
use crate::{Law, Violation};

/// All relations, one change each.
pub fn relations(document: &Document<'_>, report: &Report, pick: u64) -> Vec<Violation> {
    let mut violations = line_removed(document, report, pick);
    violations.extend(line_added(document, report, pick));
    violations.extend(columns_exchanged(document, report, pick));
    violations
}

/// One of several, by any number.
fn picked<T>(from: &[T], pick: u64) -> Option<&T> {
    let length = u64::try_from(from.len()).ok().filter(|length| *length > 0)?;
    // The low bits of what is handed in may be the same for a whole run.
    let spread = pick.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 16;
    from.get(usize::try_from(spread % length).ok()?)
}

/// What a reading says of each cell that is there.
fn seen(report: &Report) -> BTreeMap<CellRef, Seen> {
    let there = report.cells().filter(|cell| cell.status != Status::Absent);
    there.map(|cell| (cell.at(), Seen { value: cell.value, status: cell.status })).collect()
}

/// Reads the changed document and compares the cells: `may` says which change of a cell is let through.
fn compared(
    law: Law,
    before: &Report,
    changed: &Document<'_>,
    change: &dyn Fn() -> String,
    may: impl Fn(Seen, Seen) -> bool,
) -> Vec<Violation> {
    let Ok(after) = Report::from_document(changed) else {
        let nothing = before.cells().all(|cell| cell.value.is_none());
        return if nothing { Vec::new() } else { vec![Violation::Lost { law, change: change() }] };
    };
    let nothing = Seen { value: None, status: Status::Absent };
    let (before, after) = (seen(before), seen(&after));
    let cells: std::collections::BTreeSet<&CellRef> = before.keys().chain(after.keys()).collect();
    let pairs = cells.into_iter().map(|cell| {
        let of = |seen: &BTreeMap<CellRef, Seen>| seen.get(cell).copied().unwrap_or(nothing);
        (*cell, of(&before), of(&after))
    });
    pairs
        .filter(|(_, before, after)| !may(*before, *after))
        .map(|(cell, before, after)| Violation::Changed { law, cell, before, after, change: change() })
        .collect()
}
