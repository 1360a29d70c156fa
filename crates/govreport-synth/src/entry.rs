//! What stands in a number cell.

use std::borrow::Cow;

/// What is printed in a cell instead of its number as it is (单元格内容).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Entry {
    /// 空白: nothing.
    Blank,
    /// 不适用: a dash, a slash, 无.
    NotApplicable(Cow<'static, str>),
    /// 文字: other words, such as a sentence that says there is nothing to report.
    Words(Cow<'static, str>),
    /// 附注: the number with this behind it: a unit, or a remark such as `（其中修订2件）`.
    Annotated(Cow<'static, str>),
}

impl Entry {
    /// Whether the number itself is printed.
    pub const fn prints_number(&self) -> bool {
        matches!(self, Self::Annotated(_))
    }
}
