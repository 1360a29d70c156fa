//! 三、收到和处理政府信息公开申请情况: requests received and handled. Every row has seven numbers that add up, and every column
//! adds up to its totals.

use crate::form::{Edition, RowKey, TableKind, form};
use crate::model::Finding;
use crate::notices::PrintedRow;
use crate::tables::cells::absence::Standing;
use crate::tables::columns::{Prints, Row, Source, follow_total};
use crate::tables::rows::Found;

use super::plan::{Context, Plan};

pub(super) fn plan<'f>(found: &'f Found, context: Context<'_>, findings: &mut Vec<Finding>) -> Plan<'f> {
    let edition = edition(found, context.expected);
    let rows: Vec<_> = form().rows(TableKind::Requests, edition).map(|row| (row, edition)).collect();
    let columns = rows.first().map(|(row, _)| row.columns.as_slice()).unwrap_or_default();
    let width = columns.len();
    let prints = Prints::of(found, columns, context.document);
    let mut sources = Vec::with_capacity(rows.len());
    let mut standings = Vec::with_capacity(rows.len());
    for (number, (form_row, edition)) in rows.iter().enumerate() {
        let Some(chosen) = found.choose(PrintedRow::new(form_row.key, *edition), findings) else {
            standings.push((form_row.key, Standing::Absent));
            continue;
        };
        standings.push((form_row.key, Standing::Present(chosen.draft.label)));
        let first = number * width;
        let mut row = Row::of(first..first + width, width, &chosen);
        let print = prints.of_block(chosen.draft.block);
        row.arrange(
            &print.names,
            Source { aligned: print.aligned, indexed: print.indexed, padding: context.padding },
        );
        row.doubt_caption(found.drafts.blocks.get(chosen.draft.block));
        sources.push(row);
    }
    follow_total(&mut sources, prints.order());
    Plan { edition: edition.into(), rows, sources, standings, tells: true }
}

/// The rows under （六）其他处理 tell the editions apart: the form of 2021 has three, that of 2019 has the row itself.
fn edition(found: &Found, expected: Edition) -> Edition {
    let has = |key: RowKey| found.has(key);
    if has(RowKey::OtherHandlingCorrectionOverdue)
        || has(RowKey::OtherHandlingFeeOverdue)
        || has(RowKey::OtherHandlingOther)
    {
        return Edition::E2021;
    }
    let undivided = found.drafts_of(RowKey::OtherHandling).any(|row| !found.drafts.slots_of(row).is_empty());
    // The last rows are there and none of the three is: the form of 2019, even where the row was left empty.
    let whole = has(RowKey::OtherHandling) && has(RowKey::ConcludedTotal);
    if undivided || whole { Edition::E2019 } else { expected }
}
