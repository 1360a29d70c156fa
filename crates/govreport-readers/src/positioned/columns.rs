//! Tables without ruling lines: numbers that stand under each other.
//!
//! Where several numbers stand on a line, the lines above and below show which columns there are; so an empty cell is known to
//! be empty. Only where the columns are beyond doubt does a line become a row of cells; otherwise it stays a line of text, and
//! those who know what is in it may find what belongs where.

use super::item::{Item, Part, TextLine};
use super::passage::{Glue, Passage};
use super::rect::Rect;
use super::table::{Row, Table, TableCell};

/// So many numbers make a line a row.
/// Measured: with 3, 2 cells of the written reports are lost (`ocr-digits`) and 3 of the real reports change.
const FEWEST: usize = 2;
/// At most so many lines stand between two rows of one table: what a label broken over lines has more than its numbers.
/// Measured: with 5, 14 cells of the written reports are lost (`sections-reordered`).
const MOST_BETWEEN: usize = 6;
/// At most so many lines of headings are looked at.
/// Measured: with 7, no cell changes.
const MOST_HEADING: usize = 8;
/// A line without gaps that is longer than this, in characters, is prose.
/// Measured: with 20, no cell changes.
const LONGEST_LABEL: usize = 40;

/// Makes the lines of tables into rows.
pub(super) fn rows(items: Vec<Item>, page: u32) -> Vec<Item> {
    let mut found: Vec<(usize, Row, Rect)> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let region = region(&items, at);
        if let Some(last) = region.last() {
            at = last + 1;
            found.extend(table(&items, &region, page).unwrap_or_default());
        } else {
            at += 1;
        }
    }
    if found.is_empty() {
        return items;
    }
    let mut found = found.into_iter().peekable();
    let mut made: Vec<Item> = Vec::with_capacity(items.len());
    let mut follows = false;
    for (at, item) in items.into_iter().enumerate() {
        let Some((_, row, area)) = found.next_if(|(line, ..)| *line == at) else {
            follows = false;
            made.push(item);
            continue;
        };
        match made.last_mut() {
            Some(Item::Table(table)) if follows => {
                table.area = table.area.to(area);
                table.rows.push(row);
            }
            // Its edges are not drawn; it does not go on with a table of another page.
            _ => made.push(Item::Table(Table { columns: Vec::new(), rows: vec![row], area })),
        }
        follows = true;
    }
    made
}

/// The lines of numbers that begin at an item and belong to one table; none where none begins there.
fn region(items: &[Item], begin: usize) -> Vec<usize> {
    let mut lines = Vec::new();
    let mut between = 0;
    for (at, item) in items.iter().enumerate().skip(begin) {
        let Some(line) = level(item) else { break };
        let values = line.parts.iter().filter(|part| is_value(part)).count();
        if values >= FEWEST {
            lines.push(at);
            between = 0;
            continue;
        }
        between += 1;
        // A line with another number of numbers belongs to another part of the form.
        let breaks =
            lines.is_empty() || between > MOST_BETWEEN || is_prose(line) || values > 0 && line.is_parted();
        if breaks {
            break;
        }
    }
    lines
}

pub(super) fn level(item: &Item) -> Option<&TextLine> {
    match item {
        Item::Line(line) => Some(line).filter(|line| line.is_level),
        _ => None,
    }
}

fn is_prose(line: &TextLine) -> bool {
    matches!(line.parts.as_slice(), [part] if part.passage.text.chars().count() > LONGEST_LABEL)
}

/// Whether something stands where a number may stand: a number, with a remark or a unit, or a dash.
pub(super) fn is_value(part: &Part) -> bool {
    let text = part.passage.text.as_str();
    let is_sign = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '０'..='９' | ',' | '，' | '.' | '．' | '+' | '-' | '－' | '%' | '\u{FFFD}')
    };
    let rest = text.trim_start_matches(is_sign);
    let number = &text[..text.len() - rest.len()];
    if number.is_empty() {
        return text.chars().count() <= 4 && !text.chars().any(char::is_alphanumeric);
    }
    // 1.属于国家秘密 is a label with its number.
    !number.ends_with(['.', '．', ',', '，'])
        && number.chars().any(|c| c.is_numeric() || c == '\u{FFFD}')
        && (rest.starts_with(['（', '(', '[', '［', '【', '¹', '²', '³', '⁰', '①'])
            || rest.chars().count() <= 2)
}

/// A column: where what stands in it begins and ends, from left to right.
#[derive(Debug, Clone, Copy)]
struct Column {
    left: f64,
    right: f64,
}

impl Column {
    fn of(area: Rect) -> Self {
        Self { left: area.left, right: area.right }
    }

    fn meets(&self, area: Rect) -> bool {
        area.left < self.right && self.left < area.right
    }
}

/// The rows of a table; nothing where its columns are in doubt.
fn table(items: &[Item], region: &[usize], page: u32) -> Option<Vec<(usize, Row, Rect)>> {
    let lines: Vec<(usize, &TextLine)> =
        region.iter().filter_map(|at| Some((*at, level(items.get(*at)?)?))).collect();
    let mut columns = columns_of_values(&lines)?;
    let label_end = lines
        .iter()
        .flat_map(|(_, line)| line.parts.iter().take_while(|part| !is_value(part)))
        .map(|part| part.area.right)
        .fold(f64::NEG_INFINITY, f64::max);
    if columns.first().is_some_and(|first| first.left < label_end) {
        return None;
    }
    add_columns_of_heading(&mut columns, items, *region.first()?, label_end);
    let edges: Vec<Option<Edge>> = columns.iter().map(|column| Edge::of(column, &lines)).collect();
    // A number that stands apart from those above and below it, beside an empty place, may be printed over both columns.
    let is_clear = |line: &TextLine| {
        let values = || line.parts.iter().filter(|part| is_value(part));
        let is_even = |part: &Part| {
            let own = columns.iter().zip(&edges).filter(|(column, _)| column.meets(part.area));
            own.filter_map(|(_, edge)| edge.as_ref()).all(|edge| edge.has(part.area))
        };
        values().count() >= columns.len() || values().all(is_even)
    };
    let clear = lines.into_iter().filter(|(_, line)| is_clear(line));
    clear.map(|(at, line)| Some((at, row(line, &columns, page)?, line.area))).collect()
}

/// The edge, or the middle, that the numbers of a column have in common.
struct Edge {
    of: fn(Rect) -> f64,
    at: f64,
}

impl Edge {
    /// So far apart, in points, they still have it in common; and farther apart a number is another case.
    /// Measured: with 1.125, no cell changes.
    const NEAR: f64 = 1.5;
    const APART: f64 = 3.0;
    /// So many numbers, and this part of all, show it.
    /// Measured: with 5, no cell changes.
    const FEWEST: usize = 4;
    /// Measured: with 3, no cell changes.
    const MOST_OF_ALL: usize = 4;

    /// That of a column; nothing where its numbers show none.
    fn of(column: &Column, lines: &[(usize, &TextLine)]) -> Option<Self> {
        let areas = || {
            let parts = lines.iter().flat_map(|(_, line)| &line.parts);
            parts.filter(|part| is_value(part) && column.meets(part.area)).map(|part| part.area)
        };
        let edges: [fn(Rect) -> f64; 3] = [|area| area.left, |area| area.middle().0, |area| area.right];
        let common = edges.into_iter().map(|of| {
            let mut places: Vec<f64> = areas().map(of).collect();
            places.sort_by(f64::total_cmp);
            let at = places.get(places.len() / 2).copied().unwrap_or_default();
            let near = places.iter().filter(|place| (**place - at).abs() <= Self::NEAR).count();
            (near, Self { of, at })
        });
        let (near, edge) = common.max_by_key(|(near, _)| *near)?;
        let is_shown =
            near >= Self::FEWEST && near * (Self::MOST_OF_ALL + 1) >= areas().count() * Self::MOST_OF_ALL;
        is_shown.then_some(edge)
    }

    fn has(&self, area: Rect) -> bool {
        ((self.of)(area) - self.at).abs() <= Self::APART
    }
}

/// The columns that the numbers show: one line at least has a number in each, and no line two in one.
fn columns_of_values(lines: &[(usize, &TextLine)]) -> Option<Vec<Column>> {
    let values =
        |line: &TextLine| line.parts.iter().filter(|part| is_value(part)).map(|part| part.area).collect();
    let of_lines: Vec<Vec<Rect>> = lines.iter().map(|(_, line)| values(line)).collect();
    let mut all: Vec<Rect> = of_lines.iter().flatten().copied().collect();
    all.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut columns: Vec<Column> = Vec::new();
    for area in all {
        match columns.last_mut() {
            Some(column) if column.meets(area) => column.right = column.right.max(area.right),
            _ => columns.push(Column::of(area)),
        }
    }
    let most = of_lines.iter().map(Vec::len).max()?;
    let is_single = |values: &Vec<Rect>| {
        columns.iter().all(|column| values.iter().filter(|area| column.meets(**area)).count() <= 1)
    };
    (columns.len() == most && of_lines.iter().all(is_single)).then_some(columns)
}

/// Adds columns that have a heading and no number, where every column of numbers stands under a heading.
fn add_columns_of_heading(columns: &mut Vec<Column>, items: &[Item], first: usize, label_end: f64) {
    let mut headings: Vec<Rect> = Vec::new();
    for item in items.iter().take(first).rev().take(MOST_HEADING) {
        let Some(line) = level(item).filter(|line| line.is_parted() && !line.parts.iter().any(is_value))
        else {
            break;
        };
        headings.extend(line.parts.iter().map(|part| part.area));
    }
    headings.retain(|area| area.middle().0 > label_end);
    if !columns.iter().all(|column| headings.iter().any(|area| column.meets(*area))) {
        return;
    }
    // Narrow headings stand over one column; what is wide may stand over several.
    headings.sort_by(|a, b| a.width().total_cmp(&b.width()));
    let known = columns.len();
    for area in headings {
        if columns.iter().take(known).any(|column| column.meets(area)) {
            continue;
        }
        let mut over = columns.iter_mut().skip(known).filter(|column| column.meets(area));
        match (over.next(), over.next()) {
            (None, _) => columns.push(Column::of(area)),
            (Some(column), None) => {
                column.left = column.left.min(area.left);
                column.right = column.right.max(area.right);
            }
            _ => {}
        }
    }
    columns.sort_by(|a, b| a.left.total_cmp(&b.left));
}

/// The cells of a line; nothing where a part of it stands in no column or a column holds two.
fn row(line: &TextLine, columns: &[Column], page: u32) -> Option<Row> {
    let mut cells = Vec::new();
    let labels = line
        .parts
        .iter()
        .take_while(|part| !is_value(part) && !columns.iter().any(|column| column.meets(part.area)));
    let mut label: Option<(Passage, Rect)> = None;
    let mut rest = line.parts.as_slice();
    for part in labels {
        rest = rest.get(1..).unwrap_or_default();
        let (passage, area) = label.get_or_insert_with(|| (Passage::default(), part.area));
        passage.append(&part.passage, Glue::Space);
        *area = area.to(part.area);
    }
    let cell = |column, passage, rect| TableCell { column, column_span: 1, row_span: 1, rect, passage };
    cells.extend(label.map(|(passage, area)| cell(0, passage, area)));
    for (at, column) in columns.iter().enumerate() {
        let mut inside = rest.iter().filter(|part| column.meets(part.area));
        match (inside.next(), inside.next()) {
            (Some(part), None) => cells.push(cell(at + 1, part.passage.clone(), part.area)),
            (None, _) => {
                let Rect { top, bottom, .. } = line.area;
                let empty = Rect { left: column.left, top, right: column.right, bottom };
                cells.push(cell(at + 1, Passage::default(), empty));
            }
            _ => return None,
        }
    }
    let is_placed = |part: &Part| columns.iter().filter(|column| column.meets(part.area)).count() == 1;
    rest.iter().all(is_placed).then_some(Row { page, cells })
}
