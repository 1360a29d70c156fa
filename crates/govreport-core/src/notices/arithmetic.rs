//! `GR3xx` 勾稽: sums of the form that do not hold in one report.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::printed::PrintedRow;
use super::sentence::Sentence;
use crate::form::{ColumnKey, TableKind, form};
use crate::model::CellRef;

/// So many numbers are all named; of more, zeros are left out.
const ALL_NAMED: usize = 6;

/// The row or column in which a sum should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SumOf {
    /// 行: columns of this row are added.
    Row(PrintedRow),
    /// 列: rows of this column are added.
    Column {
        /// The table.
        table: TableKind,
        /// The column.
        column: ColumnKey,
    },
}

/// A number that is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Addend {
    /// Its cell.
    pub cell: CellRef,
    /// The number.
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub value: Decimal,
}

/// Two sums that the form wants to be equal (勾稽不符).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BrokenSum {
    /// In which row or column.
    pub of: SumOf,
    /// The numbers that are added.
    pub left: Vec<Addend>,
    /// The stated total; for the balance of cases, the numbers that make up the other side.
    pub right: Vec<Addend>,
    /// What the left side adds up to.
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    added: Decimal,
    /// What the right side adds up to.
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    stated: Decimal,
}

impl BrokenSum {
    /// The two sides, if they differ; `None` where they agree or are too large to be added.
    pub(crate) fn of(of: SumOf, left: Vec<Addend>, right: Vec<Addend>) -> Option<Self> {
        let (added, stated) = (sum(&left)?, sum(&right)?);
        (added != stated).then_some(Self { of, left, right, added, stated })
    }

    /// What the left side adds up to.
    pub const fn added(&self) -> Decimal {
        self.added
    }

    /// What the right side adds up to: the stated total.
    pub const fn stated(&self) -> Decimal {
        self.stated
    }
}

fn sum(addends: &[Addend]) -> Option<Decimal> {
    addends.iter().try_fold(Decimal::ZERO, |sum, addend| sum.checked_add(addend.value))
}

/// `3+1+0`: the numbers added; zeros are left out where there are many.
fn shown(addends: &[Addend]) -> String {
    let is_shown = |addend: &&Addend| addends.len() <= ALL_NAMED || !addend.value.is_zero();
    let shown: Vec<String> = addends.iter().filter(is_shown).map(|addend| addend.value.to_string()).collect();
    if shown.is_empty() { "0".to_owned() } else { shown.join("+") }
}

impl Sentence for BrokenSum {
    fn about(&self) -> Option<String> {
        Some(match self.of {
            SumOf::Row(row) => row.label().to_owned(),
            SumOf::Column { table, column } => form()
                .column(table, column)
                .map_or_else(|| column.to_string(), |column| column.label.to_owned()),
        })
    }

    fn english(&self) -> String {
        let (added, stated, left) = (self.added, self.stated, shown(&self.left));
        if self.right.len() == 1 {
            format!("{left} is {added}, the stated total is {stated}")
        } else {
            format!("{left} is {added}, but {} is {stated}", shown(&self.right))
        }
    }

    fn chinese(&self) -> String {
        let (added, stated, left) = (self.added, self.stated, shown(&self.left));
        if self.right.len() == 1 {
            format!("{left}得{added}，所填总计为{stated}")
        } else {
            format!("{left}得{added}，而{}得{stated}", shown(&self.right))
        }
    }
}
