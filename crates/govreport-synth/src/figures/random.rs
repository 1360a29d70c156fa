//! Random numbers that add up.

use govreport_core::form::{ColumnKey, NumberKind, RowKey, TableKind, form};
use rust_decimal::Decimal;

use super::{Editions, Figures, Scale};
use crate::random::Random;

impl Figures {
    /// Random numbers of a body of this size, consistent with all identities of the form.
    pub fn random(editions: impl Into<Editions>, scale: Scale, seed: u64) -> Self {
        let mut figures = Self::zero(editions);
        let mut random = Random::fork(seed, 1);
        if scale == Scale::Empty {
            return figures;
        }
        figures.fill_proactive(scale, &mut random);
        figures.fill_requests(scale, &mut random);
        figures.fill_review(scale, &mut random);
        figures.settled()
    }

    fn fill_proactive(&mut self, scale: Scale, random: &mut Random) {
        for row in self.editions.rows(TableKind::Proactive) {
            for column in &row.columns {
                let number = form().column(TableKind::Proactive, *column).map(|column| column.number);
                let value = match number {
                    Some(NumberKind::Change) => {
                        let before = self.get(row.key, ColumnKey::PriorItems).unwrap_or_default();
                        change(before, scale, random)
                    }
                    Some(NumberKind::Amount) => amount(scale, random),
                    _ => Decimal::from(items(row.key, scale, random)),
                };
                self.set(row.key, *column, value);
            }
        }
    }

    fn fill_requests(&mut self, scale: Scale, random: &mut Random) {
        let rows = self.editions.rows(TableKind::Requests);
        let outcomes: Vec<RowKey> = rows
            .iter()
            .map(|row| row.key)
            .filter(|row| {
                !matches!(
                    row,
                    RowKey::NewReceived | RowKey::CarriedIn | RowKey::ConcludedTotal | RowKey::CarriedForward
                )
            })
            .collect();
        let applicants: Vec<ColumnKey> = form()
            .columns(TableKind::Requests)
            .map(|column| column.key)
            .filter(|column| *column != ColumnKey::Total)
            .collect();
        let decided = match scale {
            Scale::Empty => 0,
            Scale::SingleDigit => random.below(7),
            Scale::Township => random.below(12),
            Scale::County => random.between(5, 400),
            Scale::Province => random.between(2000, 40_000),
        };
        // Requests come in lumps: most by natural persons, most of them granted; a few cells of all.
        let mut left = decided;
        while left > 0 {
            let lump = match scale {
                Scale::SingleDigit | Scale::Empty => 1,
                _ => random.between(1, (left / 2).max(1)),
            };
            let column = if random.one_in(3) { random.pick(&applicants) } else { applicants.first() };
            let row = if random.one_in(3) { outcomes.first() } else { random.pick(&outcomes) };
            if let (Some(row), Some(column)) = (row, column) {
                self.add(*row, *column, lump);
            }
            left -= lump;
        }
        let mut pending = if scale == Scale::SingleDigit { 2 } else { decided / 8 };
        for column in &applicants {
            if random.one_in(4) && self.sum_of_column(&outcomes, *column) > Decimal::ZERO {
                let share = random.between(0, pending);
                pending -= share;
                self.add(RowKey::CarriedForward, *column, share);
            }
            // Carried in: at most what the column has to give, so that newly received stays at or above zero.
            let most = self.sum_of_column(&outcomes, *column)
                + self.sum_of_column(&[RowKey::CarriedForward], *column);
            if random.one_in(4) && most >= Decimal::ONE {
                let carried = random.below(3);
                self.set(RowKey::CarriedIn, *column, Decimal::from(carried).min(most));
            }
        }
    }

    fn fill_review(&mut self, scale: Scale, random: &mut Random) {
        for row in self.editions.rows(TableKind::Review) {
            for column in &row.columns {
                let value = match scale {
                    Scale::Empty => 0,
                    Scale::SingleDigit => random.below(3),
                    Scale::Township => random.below(8).saturating_sub(6),
                    Scale::County => random.below(30).saturating_sub(10),
                    Scale::Province => random.below(900),
                };
                self.set(row.key, *column, value);
            }
        }
    }

    fn add(&mut self, row: RowKey, column: ColumnKey, more: u64) {
        let before = self.get(row, column).unwrap_or_default();
        self.set(row, column, before + Decimal::from(more));
    }

    fn sum_of_column(&self, rows: &[RowKey], column: ColumnKey) -> Decimal {
        rows.iter().filter_map(|row| self.get(*row, column)).sum()
    }
}

/// A count of table one: documents are few, decisions many.
fn items(row: RowKey, scale: Scale, random: &mut Random) -> u64 {
    let documents = matches!(row, RowKey::Regulations | RowKey::NormativeDocuments);
    match scale {
        Scale::Empty => 0,
        Scale::SingleDigit => random.below(10),
        Scale::Township if documents => random.below(6).saturating_sub(2),
        Scale::Township => random.below(60).saturating_sub(20),
        Scale::County if documents => random.below(80),
        Scale::County => random.below(40_000),
        Scale::Province if documents => random.below(900),
        Scale::Province => random.below(9_000_000),
    }
}

/// A change on last year: it may be negative, but takes away no more than there was.
fn change(before: Decimal, scale: Scale, random: &mut Random) -> Decimal {
    let most = match scale {
        Scale::Empty => return Decimal::ZERO,
        Scale::SingleDigit | Scale::Township => 9,
        Scale::County => 1200,
        Scale::Province => 40_000,
    };
    let change = Decimal::from(random.below(most + 1));
    // A single digit has no sign: run together with its neighbours it would be two characters.
    if scale != Scale::SingleDigit && random.one_in(3) { -change.min(before) } else { change }
}

/// An amount of money in 万元, with up to four decimals.
fn amount(scale: Scale, random: &mut Random) -> Decimal {
    let (most, decimals) = match scale {
        Scale::Empty => return Decimal::ZERO,
        Scale::SingleDigit => (9, 0),
        Scale::Township => (40, [0, 0, 2, 4][random.size(0, 3)]),
        Scale::County => (9000, [0, 1, 2, 4][random.size(0, 3)]),
        Scale::Province => (900_000, [0, 2, 2, 4][random.size(0, 3)]),
    };
    if random.one_in(4) {
        return Decimal::ZERO;
    }
    let units = random.below(most * 10_u64.pow(decimals) + 1);
    // At most 9 000 000 000, far inside 63 bits.
    Decimal::new(i64::try_from(units).unwrap_or(0), decimals)
}
