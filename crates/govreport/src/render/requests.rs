//! Table two (收到和处理政府信息公开申请情况): the rows in their groups, the columns by kind of applicant.

use govreport_core::form::{ColumnKey, Edition, TableKind, form};
use govreport_core::model::Table;

use super::grid::{Content, Grid, GridRow, Line, Slot, lines};

/// The group of all outcomes (三、本年度办理结果), inside which the others stand.
const OUTCOME: &str = "outcome";
/// Columns for labels: the outer group, the inner group, the label.
const LABELS: usize = 3;

pub(super) fn grid(table: &Table) -> Grid<'_> {
    let lines = lines(table);
    let mut rows = heading(&lines);
    let head_rows = rows.len();
    for part in lines.chunk_by(|a, b| a.form.group.is_some() == b.form.group.is_some()) {
        for (number, group) in part.chunk_by(|a, b| a.form.group == b.form.group).enumerate() {
            for (place, line) in group.iter().enumerate() {
                let mut slots = Vec::new();
                if number == 0 && place == 0 && line.form.group.is_some() {
                    slots.push(Slot::new(Content::Group(head(OUTCOME))).down(part.len()));
                }
                if place == 0 && inner(line).is_some() {
                    slots.push(
                        Slot::new(Content::Group(head(inner(line).unwrap_or_default()))).down(group.len()),
                    );
                }
                let across = match (line.form.group, inner(line)) {
                    (None, _) => LABELS,
                    (Some(_), None) => LABELS - 1,
                    (Some(_), Some(_)) => LABELS - 2,
                };
                slots.push(Slot::new(Content::Label(line.form.label)).across(across));
                slots.extend(line.cells.iter().map(|cell| Slot::new(Content::Cell(cell))));
                rows.push(GridRow { slots, ruled: place == 0 });
            }
        }
    }
    let columns = LABELS + form().columns(TableKind::Requests).count();
    Grid { columns, rows, head_rows, label_column: Some(LABELS - 1), narrow: true }
}

/// The group inside the group of all outcomes.
fn inner(line: &Line<'_>) -> Option<&'static str> {
    line.form.group.filter(|group| *group != OUTCOME)
}

fn head(key: &str) -> &'static str {
    form().head_label(TableKind::Requests, key)
}

/// Three rows: 申请人情况 over all but the total, 法人或其他组织 over all but natural persons and the total.
fn heading(lines: &[Line<'_>]) -> Vec<GridRow<'static>> {
    let single = [ColumnKey::NaturalPerson, ColumnKey::Total];
    let edition = lines.first().map_or(Edition::E2021, |line| line.edition);
    let label = |column| form().column_label(TableKind::Requests, column, edition);
    let legal: Vec<Slot<'static>> = form()
        .columns(TableKind::Requests)
        .filter(|column| !single.contains(&column.key))
        .map(|column| Slot::new(Content::Head(label(column.key))))
        .collect();
    let legal_count = legal.len();
    let rows = [
        vec![
            Slot::new(Content::Head(head("corner"))).across(LABELS).down(3),
            Slot::new(Content::Head(head("applicants"))).across(legal_count + 1),
            Slot::new(Content::Head(label(ColumnKey::Total))).down(3),
        ],
        vec![
            Slot::new(Content::Head(label(ColumnKey::NaturalPerson))).down(2),
            Slot::new(Content::Head(head("legal_persons"))).across(legal_count),
        ],
        legal,
    ];
    rows.into_iter().map(|slots| GridRow { slots, ruled: true }).collect()
}
