//! 四、政府信息公开行政复议、行政诉讼情况: administrative reconsideration and litigation. Fifteen numbers: three rows of five that
//! add up. The form prints them in one line; some sources print three rows, or three tables.

use super::absence::{self, Standing};
use super::arrangement::run_together;
use super::draft::{Draft, Drafts, Slot};
use super::rows::find;
use super::scan::Scan;
use super::settle::{Row, settle};
use super::sheet::Sheet;
use super::superseded;
use crate::document::Document;
use crate::form::{ColumnKey, Edition, RowKey, TableKind, form};
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
    let cells = all_rows.iter().flat_map(|row| row.columns.iter().map(|column| (row.key, *column)));
    let mut sheet = Sheet::new(document, cells, findings);
    let mut rows = Vec::new();
    let mut places: Vec<(RowKey, Standing)> = all_rows
        .iter()
        .map(|row| {
            let draft = found.by_key.get(&row.key).and_then(|numbers| numbers.first());
            let label = |number: &usize| Standing::Present(found.drafts.rows[*number].label);
            (row.key, draft.map_or(Standing::Absent, label))
        })
        .collect();
    let shape = Shape::of(&found.drafts);
    let distrust = |slots: &[Slot]| {
        let flowing = slots.iter().all(|slot| !slot.bordered);
        (found.disordered && flowing).then_some("the text of this table is not in reading order")
    };
    let in_one_line = matches!(shape, Shape::OneLine(_) | Shape::Unclear(_));
    if let Shape::OneLine(slots) | Shape::Unclear(slots) = &shape {
        for (_, standing) in &mut places {
            if *standing == Standing::Absent {
                *standing = Standing::Present(None);
            }
        }
        let unclear = matches!(shape, Shape::Unclear(_));
        rows.push(Row {
            first: 0,
            width: ROWS * COLUMNS,
            name: "行政复议、行政诉讼",
            label: None,
            slots: slots.clone(),
            column: None,
            most_lost: 1,
            distrust: distrust(slots)
                .or(unclear
                    .then_some("neither its labels nor its columns tell which row the numbers belong to")),
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
                most_lost: 1,
                distrust: repeated
                    .then_some("the row stands in the source more than once, with different numbers")
                    .or_else(|| distrust(&slots)),
                slots,
                column: found.first_column(COLUMNS),
            });
        }
    }
    settle(&mut sheet, &mut rows, kind, expected);
    let presence = absence::report(&mut sheet, kind, expected, &places);
    let cells = sheet.cells;
    if !in_one_line {
        found.tell(document, findings, |_| true);
    }
    let table = Table { kind, edition: expected, presence, span: found.drafts.span, cells };
    superseded(&table, year, findings);
    table
}

/// How the table is laid out.
enum Shape {
    /// One line of fifteen columns under a heading of two levels, as the form prints it.
    OneLine(Vec<Slot>),
    /// A row, or a table, for each of the three.
    Rows,
    /// Numbers that could be of either.
    Unclear(Vec<Slot>),
}

impl Shape {
    /// The heading of one line names its columns once for each of the three; numbers behind a label of their own are a row.
    fn of(drafts: &Drafts) -> Self {
        let filled: Vec<&Draft> = drafts
            .rows
            .iter()
            .filter(|draft| drafts.slots_of(draft).iter().any(|slot| !slot.is_blank()))
            .collect();
        let slots: Vec<Slot> = filled.iter().flat_map(|draft| drafts.slots_of(draft)).copied().collect();
        let sets = drafts
            .blocks
            .iter()
            .flat_map(|block| &block.columns)
            .filter(|column| column.column == ColumnKey::Upheld && !column.vague)
            .count();
        let is_row = |draft: &&Draft| {
            let contents = drafts.slots_of(draft).iter().filter(|slot| !slot.is_blank()).count();
            draft.recognition.key().is_some() && contents <= COLUMNS
        };
        let rows = filled.iter().copied().filter(|draft| is_row(draft)).count();
        match filled.as_slice() {
            // A line of the form that nobody filled in is a line all the same.
            [] => match drafts.rows.iter().find(|draft| drafts.slots_of(draft).len() > COLUMNS) {
                Some(line) if sets != 1 => Self::OneLine(drafts.slots_of(line).to_vec()),
                _ => Self::Rows,
            },
            [_] if run_together(&slots, ROWS * COLUMNS).is_some_and(|figures| figures.len() > COLUMNS) => {
                Self::OneLine(slots)
            }
            [line] if drafts.slots_of(line).len() > COLUMNS && sets != 1 => Self::OneLine(slots),
            [_] if rows == 1 && sets <= 1 => Self::Rows,
            [_] => Self::Unclear(slots),
            // Numbers of one line, torn over several: no piece has a row of its own.
            _ if rows == 0 && sets != 1 => Self::OneLine(slots),
            _ if rows == filled.len() => Self::Rows,
            _ => Self::Unclear(slots),
        }
    }
}
