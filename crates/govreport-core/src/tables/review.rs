//! 四、政府信息公开行政复议、行政诉讼情况: administrative reconsideration and litigation. Fifteen numbers: three rows of five that
//! add up. The form prints them in one line; some sources print three rows, or three tables.

use super::draft::{Draft, Drafts, Slot};
use super::rows::find;
use super::scan::Scan;
use super::settle::{Row, settle};
use super::sheet::Sheet;
use super::{absence, superseded};
use crate::document::Document;
use crate::form::{ColumnKey, Edition, Instance, RowKey, TableKind, form};
use crate::model::{Finding, Table};

const ROWS: usize = 3;
const COLUMNS: usize = 5;

/// Reads the table. `expected` is the edition its year or the other tables call for: the editions do not differ here.
pub(super) fn read(
    document: &Document<'_>,
    scan: &Scan,
    expected: Edition,
    year: Option<u16>,
    findings: &mut Vec<Finding>,
) -> Table {
    let kind = TableKind::Review;
    let found = find(document, scan, kind, ROWS * COLUMNS);
    let all_rows: Vec<_> = form().rows(kind, expected).collect();
    let cells = all_rows
        .iter()
        .flat_map(|row| row.columns.iter().map(|column| (row.key, *column)));
    let mut sheet = Sheet::new(document, cells, findings);
    let mut rows = Vec::new();
    let mut places: Vec<(RowKey, Option<Option<_>>)> = all_rows
        .iter()
        .map(|row| {
            let draft = found.by_key.get(&row.key).and_then(|numbers| numbers.first());
            (row.key, draft.map(|number| found.drafts.rows[*number].label))
        })
        .collect();
    let filled: Vec<&Draft> = found
        .drafts
        .rows
        .iter()
        .filter(|draft| found.drafts.slots_of(draft).iter().any(|slot| !slot.is_blank()))
        .collect();
    let in_one_line = match filled.as_slice() {
        [] => None,
        [line] => (found.drafts.slots_of(line).len() > COLUMNS || !is_labelled_row(&found.drafts, line))
            .then(|| found.drafts.slots_of(line).to_vec()),
        several => {
            let labelled = several
                .iter()
                .filter(|draft| is_labelled_row(&found.drafts, draft))
                .count();
            // Numbers of one line, torn over several: none of the pieces has a row of its own.
            (labelled < several.len()
                && several.iter().all(|draft| {
                    found.drafts.slots_of(draft).len() != COLUMNS || draft.recognition.key().is_none()
                }))
            .then(|| {
                several
                    .iter()
                    .flat_map(|draft| found.drafts.slots_of(draft))
                    .copied()
                    .collect()
            })
        }
    };
    let distrust = |slots: &[Slot]| {
        let flowing = slots.iter().all(|slot| !slot.bordered);
        (found.disordered && flowing).then_some("the text of this table is not in reading order")
    };
    if let Some(slots) = in_one_line {
        for place in &mut places {
            place.1 = Some(place.1.flatten());
        }
        let once = upheld_labels(&found.drafts) == 1;
        rows.push(Row {
            first: 0,
            width: ROWS * COLUMNS,
            name: "行政复议、行政诉讼",
            label: None,
            distrust: distrust(&slots)
                .or(once.then_some("its heading has one set of columns, its numbers are in one line")),
            slots,
            column: None,
        });
    } else {
        for (number, form_row) in all_rows.iter().enumerate() {
            let (draft, repeated) = match found.contents(form_row.key) {
                None => continue,
                Some(Ok(draft)) => (draft, false),
                Some(Err(drafts)) => (drafts[0], true),
            };
            let slots = found.drafts.slots_of(draft).to_vec();
            rows.push(Row {
                first: number * COLUMNS,
                width: COLUMNS,
                name: form_row.label,
                label: draft.label,
                distrust: repeated
                    .then_some("the row stands in the source more than once, with different numbers")
                    .or_else(|| distrust(&slots)),
                slots,
                column: found.first_column(COLUMNS),
            });
        }
    }
    let identities: Vec<Instance> = form()
        .identities(kind)
        .flat_map(|identity| identity.instances(expected))
        .collect();
    settle(&mut sheet, &mut rows, &identities);
    let presence = absence::report(&mut sheet, kind, expected, &places);
    let cells = sheet.cells;
    let one_line = rows.iter().any(|row| row.width > COLUMNS);
    if !one_line {
        found.tell(document, findings, |_| true);
    }
    let table = Table {
        kind,
        edition: expected,
        presence,
        span: found.drafts.span,
        cells,
    };
    superseded(&table, year, findings);
    table
}

/// Whether a draft is one of the three rows, with the numbers of one row behind its label.
fn is_labelled_row(drafts: &Drafts, draft: &Draft) -> bool {
    draft.recognition.key().is_some()
        && drafts
            .slots_of(draft)
            .iter()
            .filter(|slot| !slot.is_blank())
            .count()
            <= COLUMNS
}

/// How often the heading names the column 结果维持: once for every row it stands over.
fn upheld_labels(drafts: &Drafts) -> usize {
    drafts
        .blocks
        .iter()
        .flat_map(|block| &block.columns)
        .filter(|column| column.column == ColumnKey::Upheld && !column.vague)
        .count()
}
