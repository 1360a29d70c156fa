//! 四、政府信息公开行政复议、行政诉讼情况: administrative reconsideration and litigation. Fifteen numbers: three rows of five that
//! add up. The form prints them in one line; some sources print three rows, or three tables.

use crate::document::Document;
use crate::form::{ColumnKey, Edition, RowKey, TableKind, form};
use crate::model::{Finding, Table};
use crate::tables::cells::Sheet;
use crate::tables::cells::absence::{self, Standing};
use crate::tables::columns::{Order, Row, Sums, run_together};
use crate::tables::rows::{Chosen, Draft, Drafts, find};
use crate::tables::settle::settle;
use crate::tables::superseded;
use crate::tables::tokens::{Scan, Slot};

const ROWS: usize = 3;
const COLUMNS: usize = 5;

/// Reads the table. `expected` is the edition its year or the other tables call for: the editions do not differ here.
/// `leaves_out_places` says that the source does not show every cell at its place and fills up rows at their end instead.
pub(in crate::tables) fn read(
    document: &Document<'_>,
    scan: &Scan,
    expected: Edition,
    leaves_out_places: bool,
    year: Option<u16>,
    findings: &mut Vec<Finding>,
) -> Table {
    let kind = TableKind::Review;
    let found = find(document, scan, kind, ROWS * COLUMNS);
    let all_rows: Vec<_> = form().rows(kind, expected).collect();
    let mut sheet = Sheet::new(document, all_rows.iter().copied(), findings);
    let mut rows = Vec::new();
    let mut places: Vec<(RowKey, Standing)> = all_rows
        .iter()
        .map(|row| {
            let draft = found.drafts_of(row.key).next();
            (row.key, draft.map_or(Standing::Absent, |draft| Standing::Present(draft.label)))
        })
        .collect();
    let shape = Shape::of(&found.drafts);
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
            slots: slots.as_slice().into(),
            column: None,
            sums: Sums::Row(COLUMNS),
            trusted: !leaves_out_places,
            distrust: found
                .disorder(slots)
                .or(unclear
                    .then_some("neither its labels nor its columns tell which row the numbers belong to")),
        });
    } else {
        let column = found.first_column(COLUMNS, None);
        for (number, form_row) in all_rows.iter().enumerate() {
            let chosen = found.choose(form_row.key, form_row.label, sheet.findings);
            let Some(Chosen { draft, slots, distrust }) = chosen else { continue };
            rows.push(Row {
                first: number * COLUMNS,
                width: COLUMNS,
                name: form_row.label,
                label: draft.label,
                slots: slots.into(),
                column,
                sums: Sums::Row(COLUMNS),
                trusted: !leaves_out_places && found.shows_all_cells(document, draft),
                distrust: distrust.or_else(|| found.disorder(slots)),
            });
        }
    }
    let columns = all_rows.first().map(|row| row.columns.as_slice()).unwrap_or_default();
    let order = found.drafts.blocks.first().and_then(|heading| Order::of(heading, columns));
    if let Some(order) = order.filter(|_| !in_one_line) {
        order.apply(&mut rows);
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
            [] if drafts.blank_line.len() == ROWS * COLUMNS && sets != 1 => {
                Self::OneLine(drafts.blank_line.clone())
            }
            [] => Self::Rows,
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
