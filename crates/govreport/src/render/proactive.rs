//! Table one (主动公开政府信息情况): a block for every article of the Regulations.

use govreport_core::form::{TableKind, form};
use govreport_core::model::Table;

use super::grid::{Content, Grid, GridRow, Line, Slot, lines};

/// The blocks under their articles. Blocks have one, two or three columns of numbers (more where editions are mixed), so
/// the grid has as many as fit all of them.
pub(super) fn grid(table: &Table) -> Grid<'_> {
    let lines = lines(table);
    let blocks: Vec<&[Line<'_>]> =
        lines.chunk_by(|a, b| a.form.group == b.form.group && columns_of(a).eq(columns_of(b))).collect();
    let units = blocks.iter().map(|block| block[0].cells.len()).fold(1, least_common_multiple);
    let mut rows = Vec::new();
    let mut article = None;
    for block in blocks {
        let first = &block[0];
        if first.form.group != article {
            article = first.form.group;
            let label = form().head_label(TableKind::Proactive, article.unwrap_or_default());
            rows.push(GridRow {
                slots: vec![Slot::new(Content::Head(label)).across(units + 1)],
                ruled: true,
            });
        }
        let across = units / first.cells.len();
        rows.push(GridRow { slots: heading(first, across), ruled: true });
        for (number, line) in block.iter().enumerate() {
            let cells = line.cells.iter().map(|cell| Slot::new(Content::Cell(cell)).across(across));
            let slots = std::iter::once(Slot::new(Content::Label(line.form.label))).chain(cells).collect();
            rows.push(GridRow { slots, ruled: number == 0 });
        }
    }
    Grid { columns: units + 1, rows, head_rows: 0, label_column: Some(0), narrow: false }
}

fn heading<'a>(line: &Line<'a>, across: usize) -> Vec<Slot<'a>> {
    let contents = form().head_label(TableKind::Proactive, "contents");
    let columns = columns_of(line).map(|column| {
        Slot::new(Content::Head(form().column_label(TableKind::Proactive, column, line.edition)))
            .across(across)
    });
    std::iter::once(Slot::new(Content::Head(contents))).chain(columns).collect()
}

fn columns_of<'a>(line: &Line<'a>) -> impl Iterator<Item = govreport_core::form::ColumnKey> + use<'a> {
    line.cells.iter().map(|cell| cell.column)
}

fn least_common_multiple(a: usize, b: usize) -> usize {
    fn greatest_common_divisor(a: usize, b: usize) -> usize {
        if b == 0 { a } else { greatest_common_divisor(b, a % b) }
    }
    a / greatest_common_divisor(a, b) * b
}
