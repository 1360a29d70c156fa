//! What a wording in a table stands for.

use super::{ColumnKey, RowKey, SectionKey, TableKind};

/// The part a wording plays in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// It heads a row of numbers.
    Row(RowKey),
    /// It heads a column of numbers.
    Column(ColumnKey),
    /// It heads the column 金额 with the unit 元, which is not the form's.
    AmountInYuan,
    /// It heads several rows and holds no number itself (第二十条第（一）项, （三）不予公开 …).
    Group(&'static str),
    /// Any other word of a table's heading (信息内容, 申请人情况 …).
    Head(&'static str),
    /// It is the heading of a section of the report.
    Section(SectionKey),
}

/// A wording of the form and what it stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Label {
    /// The table it belongs to; `None` for headings of sections without a table.
    pub(crate) table: Option<TableKind>,
    /// What it stands for.
    pub(crate) meaning: Meaning,
    /// The wording, as written in the data.
    pub(crate) wording: &'static str,
}
