//! What a simple script would get: one that takes the numbers behind a label, and one that counts numbers.
//!
//! Both get more than most scripts have: the text without markup that govreport extracts, and the edition of the form.

use std::collections::BTreeMap;

use govreport::form::{ColumnKey, RowKey, TableKind};
use govreport::model::CellRef;
use govreport_synth::{Decimal, Editions};

/// The numbers of cells.
type Values = BTreeMap<CellRef, Decimal>;

/// A number in a text: what characters it stands between does not matter.
fn numbers(text: &str) -> impl Iterator<Item = Decimal> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+')))
        .filter_map(|word| word.replace([',', '+'], "").parse().ok())
}

/// The part of the text from the heading of a table's section to that of the next.
pub(crate) fn section(text: &str, table: TableKind) -> Option<&str> {
    let (start, end) = match table {
        TableKind::Proactive => ("二、", "三、"),
        TableKind::Requests => ("三、", "四、"),
        TableKind::Review => ("四、", "五、"),
    };
    let at_line = |text: &str, mark: &str, last: bool| {
        let mut lines = text.match_indices(mark).map(|(at, _)| at).filter(|at| {
            let before = text[..*at].trim_end_matches(['#', ' ', '|', '\t']);
            (before.is_empty() || before.ends_with(['\n', '\u{c}']))
                && text[*at..].lines().next().is_some_and(|line| line.contains("情况"))
        });
        if last { lines.last() } else { lines.next() }
    };
    let start = at_line(text, start, false)?;
    let rest = &text[start..];
    let end = at_line(rest, end, true).unwrap_or(rest.len());
    Some(&rest[..end])
}

/// The characters of a text without white space, and where each stands.
struct Compact {
    text: String,
    places: Vec<usize>,
}

impl Compact {
    fn new(text: &str) -> Self {
        let mut compact = Self { text: String::new(), places: Vec::new() };
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace() && *c != '|') {
            compact.text.push(c);
            compact.places.extend(std::iter::repeat_n(at + c.len_utf8(), c.len_utf8()));
        }
        compact
    }

    /// The end of a label in the original text, searched from a place in the compact text on, and that place.
    fn end_of(&self, label: &str, from: usize) -> Option<(usize, usize)> {
        let at = self.text.get(from..)?.find(label)? + from + label.len();
        self.places.get(at - 1).map(|end| (*end, at))
    }
}

/// Finds the label of each row, in the form's order, and takes the next numbers for its columns.
pub(crate) fn by_position(text: &str, editions: Editions) -> Values {
    let mut values = Values::new();
    for table in TableKind::ALL {
        let Some(section) = section(text, *table) else { continue };
        let compact = Compact::new(section);
        let mut from = 0;
        let mut take = |cells: Vec<CellRef>, end: usize| {
            values.extend(cells.into_iter().zip(numbers(&section[end..])));
        };
        if *table == TableKind::Review {
            // Its numbers stand in one row, behind the last word of the heading.
            if let Some(end) = section.rfind("总计") {
                take(cells(*table, editions), end + "总计".len());
            }
            continue;
        }
        for row in editions.rows(*table) {
            let name = row
                .label
                .split(['、', '.', '）'])
                .next_back()
                .filter(|name| !name.is_empty())
                .unwrap_or(row.label);
            let Some((end, at)) = compact.end_of(name, from) else { continue };
            from = at;
            take(row.columns.iter().map(|column| CellRef::new(row.key, *column)).collect(), end);
        }
    }
    values
}

/// All cells of a table, in the form's order.
fn cells(table: TableKind, editions: Editions) -> Vec<CellRef> {
    let of_row = |row: RowKey, columns: &[ColumnKey]| -> Vec<CellRef> {
        columns.iter().map(|column| CellRef::new(row, *column)).collect()
    };
    editions.rows(table).into_iter().flat_map(|row| of_row(row.key, &row.columns)).collect()
}

/// Takes all numbers of a section, if there are as many as the table has cells.
pub(crate) fn by_counting(text: &str, editions: Editions) -> Values {
    let mut values = Values::new();
    for table in TableKind::ALL {
        let Some(section) = section(text, *table) else { continue };
        // Words of nothing but a number: enumerators such as `1.属于国家秘密` are none.
        let found: Vec<Decimal> = section
            .split(|c: char| c.is_whitespace() || c == '|')
            .filter_map(|word| word.replace([',', '+'], "").parse().ok())
            .collect();
        let cells = cells(*table, editions);
        if found.len() == cells.len() {
            values.extend(cells.into_iter().zip(found));
        }
    }
    values
}
