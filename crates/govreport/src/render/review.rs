//! Table three (政府信息公开行政复议、行政诉讼情况): one row of fifteen numbers in print, or three rows of five where the page is
//! too narrow for it.

use govreport_core::form::{TableKind, form};
use govreport_core::model::Table;

use super::grid::{Content, Grid, GridRow, Line, Slot, lines};

/// As printed: all results side by side, under reconsideration and the two kinds of litigation.
pub(super) fn printed(table: &Table) -> Grid<'_> {
    let lines = lines(table);
    let mut rows: [Vec<Slot<'_>>; 4] = Default::default();
    for group in lines.chunk_by(|a, b| a.form.group == b.form.group) {
        match group[0].form.group {
            None => {
                let labels = group
                    .iter()
                    .map(|line| Slot::new(Content::Head(line.form.label)).across(line.cells.len()).down(2));
                rows[0].extend(labels);
            }
            Some(key) => {
                let across = group.iter().map(|line| line.cells.len()).sum();
                rows[0].push(Slot::new(Content::Head(head(key))).across(across));
                let labels = group
                    .iter()
                    .map(|line| Slot::new(Content::Head(line.form.label)).across(line.cells.len()));
                rows[1].extend(labels);
            }
        }
    }
    for line in &lines {
        rows[2].extend(columns(line));
        rows[3].extend(line.cells.iter().map(|cell| Slot::new(Content::Cell(cell))));
    }
    Grid {
        columns: table.cells.len(),
        rows: rows.into_iter().map(|slots| GridRow { slots, ruled: true }).collect(),
        head_rows: 3,
        label_column: None,
        narrow: true,
    }
}

/// Turned: a row for reconsideration and one for each kind of litigation.
pub(super) fn turned(table: &Table) -> Grid<'_> {
    let lines = lines(table);
    let mut rows = Vec::new();
    if let Some(first) = lines.first() {
        let corner = Slot::new(Content::Empty).across(2);
        let slots = std::iter::once(corner).chain(columns(first)).collect();
        rows.push(GridRow { slots, ruled: true });
    }
    for group in lines.chunk_by(|a, b| a.form.group == b.form.group) {
        for (place, line) in group.iter().enumerate() {
            let label = Slot::new(Content::Label(line.form.label));
            let mut slots = match (line.form.group, place) {
                (None, _) => vec![label.across(2)],
                (Some(key), 0) => vec![Slot::new(Content::Group(head(key))).down(group.len()), label],
                (Some(_), _) => vec![label],
            };
            slots.extend(line.cells.iter().map(|cell| Slot::new(Content::Cell(cell))));
            rows.push(GridRow { slots, ruled: place == 0 });
        }
    }
    let columns = 2 + lines.first().map_or(0, |line| line.cells.len());
    Grid { columns, rows, head_rows: 1, label_column: Some(1), narrow: false }
}

fn columns<'a>(line: &Line<'a>) -> impl Iterator<Item = Slot<'a>> {
    let edition = line.edition;
    line.cells.iter().map(move |cell| {
        Slot::new(Content::Head(form().column_label(TableKind::Review, cell.column, edition)))
    })
}

fn head(key: &str) -> &'static str {
    form().head_label(TableKind::Review, key)
}
