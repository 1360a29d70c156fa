//! The sums of the form over the cells of a table, made once for each edition.

use std::sync::LazyLock;

use super::solver::{Sum, SumSet, Sums};
use crate::form::{ColumnKey, Edition, RowKey, TableKind, form};
use crate::model::{SumsAnswer, TableEdition};

/// The sums that hold in a table of an edition. Cells are counted in the form's order.
pub(super) fn sums(table: TableKind, edition: TableEdition) -> &'static Sums {
    static OF_2019: LazyLock<[Sums; 3]> = LazyLock::new(|| all(Edition::E2019));
    static OF_2021: LazyLock<[Sums; 3]> = LazyLock::new(|| all(Edition::E2021));
    static NONE: LazyLock<Sums> = LazyLock::new(|| Sums::new(Vec::new(), 0));
    match edition.one() {
        Some(Edition::E2019) => &OF_2019[table as usize],
        Some(Edition::E2021) => &OF_2021[table as usize],
        // Only table one mixes editions, and it has no sums.
        None => &NONE,
    }
}

fn all(edition: Edition) -> [Sums; 3] {
    [TableKind::Proactive, TableKind::Requests, TableKind::Review].map(|table| of_table(table, edition))
}

fn of_table(table: TableKind, edition: Edition) -> Sums {
    let cells: Vec<(RowKey, ColumnKey)> = form()
        .rows(table, edition)
        .flat_map(|row| row.columns.iter().map(|column| (row.key, *column)))
        .collect();
    let side = |terms: &[(RowKey, ColumnKey)]| -> Option<Vec<usize>> {
        terms.iter().map(|term| cells.iter().position(|cell| cell == term)).collect()
    };
    let sums = form()
        .identities(table)
        .flat_map(|identity| identity.instances(edition))
        .filter_map(|instance| {
            Some(Sum { left: side(&instance.left)?, right: side(&instance.right)?, ..Sum::default() })
        })
        .collect();
    Sums::new(sums, cells.len())
}

/// For each cell, what the sums say of the numbers that are known without them.
pub(super) fn answers(sums: &Sums, known: &[Option<i64>]) -> Vec<SumsAnswer> {
    let (mut asked, mut failed) = (SumSet::default(), SumSet::default());
    for (number, sum) in sums.all().iter().enumerate() {
        let side =
            |cells: &[usize]| cells.iter().try_fold(0_i64, |total, cell| total.checked_add(known[*cell]?));
        let (Some(left), Some(right)) = (side(&sum.left), side(&sum.right)) else { continue };
        asked.add(SumSet::one(number));
        if left != right {
            failed.add(SumSet::one(number));
        }
    }
    let answer = |cell| match sums.of_cell(cell) {
        own if own.meets(failed) => SumsAnswer::Fail,
        own if own.meets(asked) => SumsAnswer::Hold,
        _ => SumsAnswer::Unasked,
    };
    (0..known.len()).map(answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::settle::solver::MOST_SUMS;

    #[test]
    fn the_sums_of_a_table_are_few() {
        for table in TableKind::ALL {
            for edition in Edition::ALL {
                assert!(sums(*table, (*edition).into()).all().len() <= MOST_SUMS, "{table} {edition}");
            }
        }
    }

    #[test]
    fn the_answer_of_a_cell_is_that_of_the_sums_that_can_be_asked() {
        let sum =
            |left: &[usize], right: usize| Sum { left: left.to_vec(), right: vec![right], ..Sum::default() };
        // 1 + 2 = 3 holds, 3 + 4 = 8 does not; of a third a number is not known, and the last cell stands in none.
        let sums = Sums::new(vec![sum(&[0, 1], 2), sum(&[2, 3], 4), sum(&[5, 6], 7)], 9);
        let known = [Some(1), Some(2), Some(3), Some(4), Some(8), Some(1), None, Some(2), Some(9)];
        let (holds, fails, unasked) = (SumsAnswer::Hold, SumsAnswer::Fail, SumsAnswer::Unasked);
        assert_eq!(
            answers(&sums, &known),
            [holds, holds, fails, fails, fails, unasked, unasked, unasked, unasked]
        );
    }
}
