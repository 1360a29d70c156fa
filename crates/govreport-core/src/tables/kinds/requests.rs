//! 三、收到和处理政府信息公开申请情况: requests received and handled. Every row has seven numbers that add up, and every column
//! adds up to its totals.

use crate::document::Document;
use crate::form::{Edition, RowKey, TableKind, form};
use crate::model::{Finding, Table};
use crate::tables::cells::Sheet;
use crate::tables::cells::absence::{self, Standing};
use crate::tables::columns::{Order, Row, Sums};
use crate::tables::rows::{self, Chosen, Found};
use crate::tables::settle::settle;
use crate::tables::superseded;
use crate::tables::tokens::Scan;

const WIDTH: usize = 7;

/// Finds its rows.
pub(in crate::tables) fn find(document: &Document<'_>, scan: &Scan) -> Found {
    rows::find(document, scan, TableKind::Requests, WIDTH)
}

/// Whether the source leaves out the places of merged cells: then the numbers of its rows begin in different columns, as many
/// labels as stand in front of them.
pub(in crate::tables) fn leaves_out_places(found: &Found) -> bool {
    !found.begin_in_one_column(WIDTH)
}

/// Reads the table. `expected` is the edition its year or the other tables call for.
pub(in crate::tables) fn read(
    document: &Document<'_>,
    found: &Found,
    expected: Edition,
    year: Option<u16>,
    findings: &mut Vec<Finding>,
) -> Table {
    let kind = TableKind::Requests;
    let edition = edition(found, expected);
    let columns: Vec<_> = form().columns(kind).map(|column| column.key).collect();
    let all_rows: Vec<_> = form().rows(kind, edition).collect();
    let mut sheet = Sheet::new(document, all_rows.iter().copied(), findings);
    let mut rows = Vec::with_capacity(all_rows.len());
    let mut places = Vec::with_capacity(all_rows.len());
    let first_column = found.first_column(WIDTH, None);
    for (number, form_row) in all_rows.iter().enumerate() {
        let Some(Chosen { draft, slots, distrust }) =
            found.choose(form_row.key, form_row.label, sheet.findings)
        else {
            places.push((form_row.key, Standing::Absent));
            continue;
        };
        places.push((form_row.key, Standing::Present(draft.label)));
        rows.push(Row {
            first: number * WIDTH,
            width: WIDTH,
            name: form_row.label,
            label: draft.label,
            slots: slots.into(),
            column: first_column,
            sums: Sums::RowAndColumns,
            trusted: false,
            distrust: distrust.or_else(|| found.disorder(slots)),
        });
    }
    if let Some(order) = found.drafts.blocks.first().and_then(|heading| Order::of(heading, &columns)) {
        order.apply(&mut rows);
    }
    settle(&mut sheet, &mut rows, kind, edition);
    let presence = absence::report(&mut sheet, kind, edition, &places);
    let cells = sheet.cells;
    found.tell(document, findings, |key| form().row(key, edition).is_some());
    let table = Table { kind, edition, presence, span: found.drafts.span, cells };
    superseded(&table, year, findings);
    table
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
