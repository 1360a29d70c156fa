//! From figures to printed cells: labels in a wording, numbers in a style.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use govreport_core::form::{ColumnKey, FormRow, NumberKind, RowKey, TableKind, form};
use govreport_core::model::CellRef;

use super::wording::Wording;
use super::{Sheet, Slot};
use crate::entry::Entry;
use crate::figures::Figures;
use crate::numbers::NumberStyle;
use crate::random::Random;
use crate::spec::Spec;

/// A wording of the form that no single row or column has: groups, corners, headings of cells.
pub(crate) fn word(key: &str) -> &'static str {
    static WORDS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        include_str!("../../data/words.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .collect()
    });
    WORDS.get(key).copied().unwrap_or_default()
}

/// Everything needed to print the tables.
pub(crate) struct Forms<'a> {
    pub(crate) figures: &'a Figures,
    pub(crate) entries: &'a BTreeMap<CellRef, Entry>,
    pub(crate) numbers: NumberStyle,
    pub(crate) wording: Wording,
    pub(crate) random: Random,
}

impl<'a> Forms<'a> {
    /// What a spec says of the tables.
    pub(crate) const fn of(spec: &'a Spec) -> Self {
        Self {
            figures: &spec.figures,
            entries: &spec.entries,
            numbers: spec.numbers,
            wording: spec.wording,
            random: Random::fork(spec.seed, 2),
        }
    }
}

impl Forms<'_> {
    /// One of the three tables, whole.
    pub(crate) fn sheet(&mut self, table: TableKind) -> Sheet {
        match table {
            TableKind::Proactive => self.proactive(),
            TableKind::Requests => self.requests(),
            TableKind::Review => self.review(),
        }
    }

    /// The rows of a table.
    pub(super) fn rows(&self, table: TableKind) -> Vec<&'static FormRow> {
        self.figures.editions().rows(table)
    }

    /// A label that covers some columns.
    pub(super) fn label(&self, text: &str, columns: usize, rows: usize) -> Slot {
        Slot::label(self.wording.label(text), columns, rows)
    }

    /// A heading cell narrow enough for its word to break.
    pub(super) fn narrow(&self, text: &str, columns: usize, rows: usize) -> Slot {
        Slot::label(self.wording.narrow(text), columns, rows)
    }

    /// The cell of a number: what its entry says, or else the number.
    pub(super) fn number(&mut self, row: RowKey, column: ColumnKey, columns: usize) -> Slot {
        let cell = CellRef::new(row, column);
        let kind = form().column(row.table(), column).map_or(NumberKind::Count, |column| column.number);
        let number =
            self.figures.get(row, column).map(|value| self.numbers.write(value, kind)).unwrap_or_default();
        let text = match self.entries.get(&cell) {
            None => number,
            Some(Entry::Blank) => String::new(),
            Some(Entry::NotApplicable(words) | Entry::Words(words)) => words.clone().into_owned(),
            Some(Entry::Annotated(behind)) => number + behind,
        };
        let padding = if text.is_empty() { ("", "") } else { self.numbers.padding(&mut self.random) };
        Slot { padding, cell: Some(cell), ..Slot::label(text, columns, 1) }
    }

    /// The cells of all numbers of a row; the last takes the columns left over of a grid with room for `columns` numbers.
    pub(super) fn numbers(&mut self, row: &FormRow, columns: usize) -> Vec<Slot> {
        let last = row.columns.len().saturating_sub(1);
        row.columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let covered = if place == last { columns - last } else { 1 };
                self.number(row.key, *column, covered)
            })
            .collect()
    }
}
