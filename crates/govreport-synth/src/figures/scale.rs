//! How large a body is.

/// How large the numbers of a report are (数量级).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Scale {
    /// 全零: a township where nothing happened; every number is 0.
    Empty,
    /// 一位数: every number has one digit, totals too. The only scale at which cells printed without a separator can be told apart.
    SingleDigit,
    /// 乡镇: mostly zeros, a handful of requests.
    Township,
    /// 县区: requests in the hundreds, decisions in the thousands.
    County,
    /// 省: requests in the ten thousands, decisions in the millions.
    Province,
}

impl Scale {
    /// All members, from small to large.
    pub const ALL: [Self; 5] = [Self::Empty, Self::SingleDigit, Self::Township, Self::County, Self::Province];
}
