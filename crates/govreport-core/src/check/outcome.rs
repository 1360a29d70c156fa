//! What came of a check.

use crate::form::{TableKind, form};
use crate::model::Finding;
use crate::notices::Language;
use crate::rules::Rule;

/// A rule that compared numbers (已检查的规则).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ran {
    /// The rule.
    pub rule: Rule,
    /// How many comparisons it made, at least one.
    pub comparisons: usize,
}

/// A rule that compared nothing (未检查的规则), and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Skipped {
    /// The rule.
    pub rule: Rule,
    /// Why.
    pub reason: SkipReason,
}

/// Why a rule compared nothing (未检查的原因).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SkipReason {
    /// 表格缺失: no row of its table was found.
    TableAbsent(TableKind),
    /// 数字不全: no sum of its table has all its numbers.
    NumbersMissing(TableKind),
    /// 读取规则: it reports on the reading, which is not judged; what it found is among the findings of the report.
    AboutReading,
}

impl SkipReason {
    /// The name, as it stands in every output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TableAbsent(_) => "table_absent",
            Self::NumbersMissing(_) => "numbers_missing",
            Self::AboutReading => "about_reading",
        }
    }

    /// The table that it is about.
    pub const fn table(self) -> Option<TableKind> {
        match self {
            Self::TableAbsent(table) | Self::NumbersMissing(table) => Some(table),
            Self::AboutReading => None,
        }
    }

    /// A sentence for a person.
    pub fn sentence(self, language: Language) -> String {
        match (self, language) {
            (Self::TableAbsent(table), Language::English) => format!("no row of table {table} was found"),
            (Self::TableAbsent(table), Language::Chinese) => {
                format!("未找到“{}”的表格中的任何一行", form().section_label(table.section()))
            }
            (Self::NumbersMissing(table), Language::English) => {
                format!("no sum of table {table} has all its numbers")
            }
            (Self::NumbersMissing(table), Language::Chinese) => {
                format!("“{}”的表格没有一项勾稽关系数字齐全", form().section_label(table.section()))
            }
            (Self::AboutReading, Language::English) => {
                "it reports on the reading: what it found is among the findings of the report".to_owned()
            }
            (Self::AboutReading, Language::Chinese) => "此规则说明读取过程，其结果见报告的提示".to_owned(),
        }
    }
}

impl std::fmt::Display for SkipReason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.sentence(Language::English))
    }
}

/// What a check found, what it ran and what it could not run (检查结果). Each rule asked for is in `ran` or in `skipped`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CheckReport {
    /// What was found, in the order of the rules and the form.
    pub findings: Vec<Finding>,
    /// Rules that compared at least one set of numbers.
    pub ran: Vec<Ran>,
    /// Rules that compared nothing.
    pub skipped: Vec<Skipped>,
}
