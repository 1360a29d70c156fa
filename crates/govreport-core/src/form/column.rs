//! A column of the form, and the numbers in it.

use super::keys::{ColumnKey, TableKind};

/// What kind of number a column holds (数值类型).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NumberKind {
    /// 件、次、项…: a whole number, zero or more.
    Count,
    /// 本年增/减: a whole number with a sign.
    Change,
    /// 金额: an exact decimal, zero or more.
    Amount,
}

/// A column of the form (表列).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormColumn {
    /// The table.
    pub table: TableKind,
    /// The canonical key.
    pub key: ColumnKey,
    /// What kind of number stands here.
    pub number: NumberKind,
    /// The printed label.
    pub label: &'static str,
}
