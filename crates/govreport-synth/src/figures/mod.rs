//! The numbers of a report.

mod random;
mod scale;

pub use scale::Scale;

use std::collections::BTreeMap;

use govreport_core::form::{ColumnKey, Edition, FormRow, Identity, Instance, RowKey, TableKind, form};
use govreport_core::model::TableEdition;
use rust_decimal::Decimal;

/// The editions of the form that a report is printed on (格式版本): table one and table two can differ in real reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Editions {
    /// Of table one. [`TableEdition::Hybrid`] prints the block of article 20 (1) as in 2019 and the others as in 2021.
    pub proactive: TableEdition,
    /// Of table two: 2021 or 2019.
    pub requests: Edition,
}

impl Editions {
    /// The edition of one table.
    pub fn of(self, table: TableKind) -> TableEdition {
        match table {
            TableKind::Proactive => self.proactive,
            TableKind::Requests => self.requests.into(),
            TableKind::Review => Edition::E2021.into(),
        }
    }

    /// The rows of a table as these editions print them.
    pub fn rows(self, table: TableKind) -> Vec<&'static FormRow> {
        let edition = |row: &FormRow| match self.of(table).one() {
            Some(edition) => edition,
            None if row.group == Some("article_20_1") => Edition::E2019,
            None => Edition::E2021,
        };
        form()
            .rows_of_any_edition(table)
            .filter(|row| row.edition.is_none_or(|of| of == edition(row)))
            .collect()
    }

    /// The sums of an identity; none in a table that mixes editions.
    pub fn instances(self, identity: &Identity) -> Vec<Instance> {
        let edition = self.of(identity.table).one();
        edition.map(|edition| identity.instances(edition)).unwrap_or_default()
    }

    /// The addresses of all cells, in the form's order.
    pub fn cells(self) -> impl Iterator<Item = (RowKey, ColumnKey)> {
        TableKind::ALL
            .iter()
            .flat_map(move |table| self.rows(*table))
            .flat_map(|row| row.columns.iter().map(|column| (row.key, *column)))
    }
}

impl From<Edition> for Editions {
    /// One edition for the whole report.
    fn from(edition: Edition) -> Self {
        Self { proactive: edition.into(), requests: edition }
    }
}

impl From<TableEdition> for Editions {
    /// One edition for the whole report; a hybrid has table one mixed and the others of 2021.
    fn from(edition: TableEdition) -> Self {
        Self { proactive: edition, requests: edition.one().unwrap_or(Edition::E2021) }
    }
}

/// The numbers of the three tables (三张表的数据): one for every cell of the editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    editions: Editions,
    values: BTreeMap<(RowKey, ColumnKey), Decimal>,
}

impl Figures {
    /// All zero.
    pub fn zero(editions: impl Into<Editions>) -> Self {
        let editions = editions.into();
        Self { editions, values: editions.cells().map(|cell| (cell, Decimal::ZERO)).collect() }
    }

    /// Given numbers; every other cell is 0. Cells that the editions do not have are passed over. Nothing is added up: use
    /// [`Figures::settled`] for that, or leave it out for a report whose sums disagree.
    pub fn given(
        editions: impl Into<Editions>,
        values: impl IntoIterator<Item = ((RowKey, ColumnKey), Decimal)>,
    ) -> Self {
        let mut figures = Self::zero(editions);
        for (cell, value) in values {
            figures.set(cell.0, cell.1, value);
        }
        figures
    }

    /// The editions.
    pub const fn editions(&self) -> Editions {
        self.editions
    }

    /// The number of a cell; `None` where the editions have no such cell.
    pub fn get(&self, row: RowKey, column: ColumnKey) -> Option<Decimal> {
        self.values.get(&(row, column)).copied()
    }

    /// Puts a number into a cell, if the editions have it.
    pub fn set(&mut self, row: RowKey, column: ColumnKey, value: impl Into<Decimal>) {
        if let Some(place) = self.values.get_mut(&(row, column)) {
            *place = value.into();
        }
    }

    /// Every cell with its number, by key.
    pub fn iter(&self) -> impl Iterator<Item = ((RowKey, ColumnKey), Decimal)> {
        self.values.iter().map(|(cell, value)| (*cell, *value))
    }

    /// The sum of some cells; cells that are not there count for nothing.
    fn sum(&self, cells: &[(RowKey, ColumnKey)]) -> Decimal {
        cells.iter().filter_map(|(row, column)| self.get(*row, *column)).sum()
    }

    /// The same figures with every total worked out anew from its parts, so that all identities of the form hold. Requests
    /// newly received (一) follow from the other terms of the balance.
    #[must_use]
    pub fn settled(mut self) -> Self {
        // Totals over rows first, but not in the column of totals; that column follows last.
        for (identity, instance) in self.instances("outcome-sum").chain(self.instances("result-sum")) {
            debug_assert_eq!(instance.right.len(), 1, "{identity} has one total");
            let (row, column) = instance.right[0];
            let total = self.sum(&instance.left);
            self.set(row, column, total);
        }
        for (_, instance) in self.instances("case-balance") {
            let (row, column) = instance.left[0];
            let rest = self.sum(&instance.right) - self.sum(&instance.left[1..]);
            self.set(row, column, rest);
        }
        for (_, instance) in self.instances("applicant-sum") {
            let (row, column) = instance.right[0];
            let total = self.sum(&instance.left);
            self.set(row, column, total);
        }
        self
    }

    /// The instances of an identity in these editions.
    fn instances(&self, name: &'static str) -> impl Iterator<Item = (&'static str, Instance)> + use<> {
        let editions = self.editions;
        TableKind::ALL
            .iter()
            .flat_map(|table| form().identities(*table))
            .filter(move |identity| identity.name == name)
            .flat_map(move |identity| {
                editions.instances(identity).into_iter().map(|instance| (identity.name, instance))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_figures_satisfy_every_identity_of_the_form() {
        for seed in 0..200 {
            for edition in TableEdition::ALL.iter().copied() {
                for scale in Scale::ALL {
                    let figures = Figures::random(edition, scale, seed);
                    for name in ["applicant-sum", "outcome-sum", "case-balance", "result-sum"] {
                        for (_, instance) in figures.instances(name) {
                            assert_eq!(
                                figures.sum(&instance.left),
                                figures.sum(&instance.right),
                                "{name} {edition} {scale:?} seed {seed}"
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn only_changes_are_negative_and_never_below_last_year() {
        for seed in 0..200 {
            let figures = Figures::random(Edition::E2019, Scale::County, seed);
            for ((row, column), value) in figures.iter() {
                if column == ColumnKey::Change {
                    let before = figures.get(row, ColumnKey::PriorItems).unwrap_or_default();
                    assert!(before + value >= Decimal::ZERO, "{row} seed {seed}");
                } else {
                    assert!(value >= Decimal::ZERO, "{row}/{column} seed {seed}");
                }
            }
        }
    }

    #[test]
    fn single_digits_stay_single_digits() {
        for seed in 0..500 {
            for edition in [Edition::E2019, Edition::E2021] {
                for (cell, value) in Figures::random(edition, Scale::SingleDigit, seed).iter() {
                    assert!(
                        value.abs() < Decimal::TEN && value.scale() == 0,
                        "{cell:?} is {value}, seed {seed}"
                    );
                }
            }
        }
    }

    #[test]
    fn editions_have_the_cells_of_the_form() {
        let count = |edition: TableEdition| Editions::from(edition).cells().count();
        assert_eq!(count(TableEdition::E2021), 10 + 175 + 15);
        assert_eq!(count(TableEdition::E2019), 22 + 161 + 15);
        assert_eq!(count(TableEdition::Hybrid), 10 + 175 + 15);
    }
}
