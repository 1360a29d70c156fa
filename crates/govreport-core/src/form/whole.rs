//! The whole form, and what is asked of it.

use super::column::FormColumn;
use super::identity::Identity;
use super::keys::{ColumnKey, Edition, OverviewPart, RowKey, SectionKey, TableKind};
use super::label::{Label, Meaning};
use super::places::Places;
use super::row::FormRow;

/// The whole form: rows, columns, identities and the wordings that stand for them in print.
#[derive(Debug)]
pub struct Form {
    pub(crate) rows: Vec<FormRow>,
    pub(crate) columns: Vec<FormColumn>,
    pub(crate) identities: Vec<Identity>,
    pub(crate) labels: Vec<Label>,
    pub(crate) sections: Vec<(SectionKey, &'static str)>,
    pub(crate) overview: Vec<(OverviewPart, &'static str)>,
    pub(crate) words: Vec<&'static str>,
    pub(crate) headings: Vec<(Edition, ColumnKey, &'static str)>,
    pub(super) places: Places,
}

impl Form {
    /// The rows of a table in an edition, in the form's order.
    pub fn rows(&self, table: TableKind, edition: Edition) -> impl Iterator<Item = &FormRow> {
        self.rows_of_any_edition(table).filter(move |row| row.edition.is_none_or(|of| of == edition))
    }

    /// The rows of a table in all editions, in the form's order. Where two editions print a row differently, its key comes
    /// twice, in the wording of 2021 first.
    pub fn rows_of_any_edition(&self, table: TableKind) -> impl Iterator<Item = &FormRow> {
        self.rows.iter().filter(move |row| row.key.table() == table)
    }

    /// The line of one row in an edition, or `None` where the edition does not have it.
    pub fn row(&self, key: RowKey, edition: Edition) -> Option<&FormRow> {
        self.places.row(key, edition).and_then(|at| self.rows.get(at))
    }

    /// The line of one row in whichever edition has it, that of 2021 first.
    pub fn row_of_any_edition(&self, key: RowKey) -> Option<&FormRow> {
        self.places.row_of_any_edition(key).and_then(|at| self.rows.get(at))
    }

    /// The columns of a table, those of both editions, in the form's order.
    pub fn columns(&self, table: TableKind) -> impl Iterator<Item = &FormColumn> {
        self.columns.iter().filter(move |column| column.table == table)
    }

    /// One column of a table.
    pub fn column(&self, table: TableKind, key: ColumnKey) -> Option<&FormColumn> {
        self.places.column(table, key).and_then(|at| self.columns.get(at))
    }

    /// The printed label of a column in an edition: the two editions name some columns differently.
    pub fn column_label(&self, table: TableKind, key: ColumnKey, edition: Edition) -> &'static str {
        let own = self.headings.iter().find(|(of, column, _)| *of == edition && *column == key);
        own.map(|(_, _, label)| *label)
            .or_else(|| self.column(table, key).map(|column| column.label))
            .unwrap_or_default()
    }

    /// The printed headings of a column, in either edition and in all wordings.
    pub(crate) fn headings_of(&self, key: ColumnKey) -> impl Iterator<Item = &'static str> {
        self.places.headings(key).iter().copied()
    }

    /// The printed words of a group of rows (`article_20_1`, `denied` …) or of another part of a table's heading
    /// (`contents`, `applicants`, `legal_persons`, `corner`, `litigation`).
    pub fn head_label(&self, table: TableKind, key: &str) -> &'static str {
        let of_head = |label: &&Label| {
            label.table == Some(table)
                && matches!(label.meaning, Meaning::Group(of) | Meaning::Head(of) if of == key)
        };
        self.labels.iter().find(of_head).map_or("", |label| label.wording)
    }

    /// The identities (勾稽关系) that the form demands of a table.
    pub fn identities(&self, table: TableKind) -> impl Iterator<Item = &Identity> {
        self.identities.iter().filter(move |identity| identity.table == table)
    }

    /// The printed heading of a section, without its number.
    pub fn section_label(&self, key: SectionKey) -> &'static str {
        self.sections.iter().find(|(other, _)| *other == key).map_or("", |(_, label)| label)
    }

    /// The printed heading of one of the five parts of section one.
    pub fn overview_label(&self, part: OverviewPart) -> &'static str {
        self.overview.iter().find(|(other, _)| *other == part).map_or("", |(_, label)| label)
    }

    /// The words and signs that stand in a number cell where no number applies (`—`, `/`, `无`, `不适用` …).
    pub fn not_applicable_words(&self) -> &[&'static str] {
        &self.words
    }
}
