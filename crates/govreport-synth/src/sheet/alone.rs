//! Rows that stand alone, each as a small table under a heading of its own.

use govreport_core::form::{FormRow, TableKind, form};

use super::{Forms, Sheet, word};

/// A row that stands alone.
pub(crate) struct Alone {
    /// The labels above the row, from the outermost; only those that the row before did not have.
    pub(crate) groups: Vec<String>,
    /// How many labels stand above the row, new ones or not.
    pub(crate) depth: usize,
    /// The name of the row.
    pub(crate) name: String,
    /// The words over its numbers, and its numbers.
    pub(crate) sheet: Sheet,
}

impl Forms<'_> {
    /// Every row of a table, standing alone.
    pub(crate) fn rows_alone(&mut self, table: TableKind) -> Vec<Alone> {
        let mut before: Vec<&str> = Vec::new();
        self.rows(table)
            .into_iter()
            .map(|row| {
                let groups = groups(row);
                let known = groups.iter().zip(&before).take_while(|(a, b)| a == b).count();
                let new = groups.iter().skip(known).map(|group| self.wording.label(group)).collect();
                let words = match table {
                    TableKind::Proactive => self.proactive_heading(row, row.columns.len()),
                    _ => form().columns(table).map(|column| self.label(column.label, 1, 1)).collect(),
                };
                let name = match table {
                    TableKind::Review => self.review_name(row.key, row.label),
                    _ => self.wording.label(row.label),
                };
                let depth = groups.len();
                before = groups;
                let numbers = self.numbers(row, row.columns.len());
                Alone { groups: new, depth, name, sheet: Sheet::new(table, vec![words, numbers]) }
            })
            .collect()
    }
}

/// The labels that stand above a row where each row has its own table.
fn groups(row: &FormRow) -> Vec<&'static str> {
    match (row.key.table(), row.group) {
        (TableKind::Proactive, Some(article)) => vec![word(article)],
        (TableKind::Requests, Some("outcome")) => vec![word("outcome")],
        (TableKind::Requests, Some(group)) => vec![word("outcome"), word(group)],
        _ => Vec::new(),
    }
}
