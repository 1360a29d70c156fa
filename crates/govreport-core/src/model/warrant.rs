//! What warrants a number: four questions, each answered from a closed list.
//!
//! A number is believed for what the page shows, not because it fits. The answers are kept with every cell that could get a
//! number; [`verdict`](crate::verdict) decides from them alone.

use serde::{Deserialize, Serialize};

/// How much an answer proves (证明力).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// Nothing: no number can rest on it.
    None,
    /// Something, but not enough alone: the sums of the form must leave no other reading.
    Weak,
    /// Enough, where the other answers are strong too.
    Strong,
}

/// A closed list of answers with their keys and how much each proves.
macro_rules! answers {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $member:ident = $key:literal, $strength:ident;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum $name { $($(#[$about])* #[serde(rename = $key)] $member,)+ }

        impl $name {
            /// All members.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];

            /// The name, as it stands in every output.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$member => $key,)+ }
            }

            /// How much the answer proves.
            pub const fn strength(self) -> Strength {
                match self { $(Self::$member => Strength::$strength,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.key())
            }
        }
    };
}

answers! {
    /// Is it one number as a person sees it, and in which unit? (数字)
    Figure {
        /// 一个数字: one number, in the unit that the page names or the form has.
        One = "one", Strong;
        /// 换算: one number, printed in another unit and converted exactly.
        Converted = "converted", Strong;
        /// 拼接: put together of figures that a blank or a line break parts within one cell.
        Joined = "joined", Weak;
        /// 拆分: one of several numbers that run together.
        Parted = "parted", Weak;
        /// 未印: no number is printed for the cell.
        Unprinted = "unprinted", Weak;
        /// 不清: several numbers at one place, one number over several columns, or a unit that is not known.
        Unclear = "unclear", None;
    }
}

answers! {
    /// Whose row is it? (行标签)
    Label {
        /// 完整: the label of the form, whole; white space, quotation marks and brackets do not count.
        Whole = "whole", Strong;
        /// 近似: a label that lost some characters, or has others for them, and is like that of no other row.
        Near = "near", Strong;
        /// 修复: a label that lost characters; that no other row is missing tells which it is.
        Repaired = "repaired", Weak;
        /// 次序: no label; its neighbours leave only this row.
        Order = "order", Weak;
        /// 不明: copies of the row differ, or the label is of another year.
        Doubtful = "doubtful", None;
    }
}

answers! {
    /// How is the content tied to the label? (标签与内容的关系)
    Tie {
        /// 同一表行: they stand in one row of a grid.
        GridRow = "grid_row", Strong;
        /// 同一行: they stand on one line.
        Line = "line", Strong;
        /// 标签之间: it is all that stands between the label and the next one.
        Between = "between", Strong;
        /// 依次对应: as many rows as labels stand behind the labels, in their order.
        Paired = "paired", Weak;
        /// 跨越标签: other labels or rows without a label stand between them.
        Across = "across", None;
    }
}

answers! {
    /// Which printed heading names its column? (列标题)
    Heading {
        /// 本列标题: the heading in the same column of the grid.
        Own = "own", Strong;
        /// 标题次序: as many contents as columns, in the order of the headings.
        Order = "order", Strong;
        /// 列数不符: fewer or more contents than columns: which belongs where is not shown.
        Count = "count", Weak;
        /// 行端空格: empty cells at an end of the row, in a source that fills up rows or leaves out places.
        Edge = "edge", Weak;
        /// 他表标题: a heading that is none of the form's.
        Foreign = "foreign", None;
        /// 次序不明: the headings stand in another order, and nothing shows which the numbers follow.
        Unordered = "unordered", None;
    }
}

/// What do the sums of the form (勾稽关系) say that were not used up to find the number?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SumsAnswer {
    /// 相符: every sum that holds the cell and can be asked agrees.
    Hold,
    /// 不符: a sum that holds the cell disagrees.
    Fail,
    /// 无从核对: no sum holds the cell, or each has a number in it that is not known.
    Unasked,
    /// 唯一: only this number at this place satisfies the sums, also when any single one of them is left out.
    LeaveOne,
    /// 不唯一: other readings satisfy the sums, or do so when a single one is left out.
    LeaveSeveral,
    /// 无解: no reading satisfies the sums.
    LeaveNone,
}

impl SumsAnswer {
    /// All members.
    pub const ALL: &'static [Self] =
        &[Self::Hold, Self::Fail, Self::Unasked, Self::LeaveOne, Self::LeaveSeveral, Self::LeaveNone];

    /// The name, as it stands in every output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Fail => "fail",
            Self::Unasked => "unasked",
            Self::LeaveOne => "leave_one",
            Self::LeaveSeveral => "leave_several",
            Self::LeaveNone => "leave_none",
        }
    }
}

impl std::fmt::Display for SumsAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.key())
    }
}

/// What warrants the number of a cell (依据).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Warrant {
    /// Is it one number as a person sees it, and in which unit?
    pub figure: Figure,
    /// Whose row is it?
    pub label: Label,
    /// How is the content tied to the label?
    pub tie: Tie,
    /// Which printed heading names its column?
    pub heading: Heading,
    /// What do the sums say?
    pub sums: SumsAnswer,
}

impl Warrant {
    /// The five answers, in the order of the fields.
    pub const fn new(figure: Figure, label: Label, tie: Tie, heading: Heading, sums: SumsAnswer) -> Self {
        Self { figure, label, tie, heading, sums }
    }
}

/// Why a number is withheld (存疑原因): of a cell that is `ambiguous`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// 数字不清: several numbers stand at one place, or it is not known in which unit it is.
    FigureUnclear,
    /// 标签不明: copies of the row differ, or its label is of another year.
    LabelDoubtful,
    /// 标签与内容脱离: other labels, or rows without a label, stand between the label and the contents.
    TornFromLabel,
    /// 他表标题: the heading of the column is none of the form's.
    ForeignHeading,
    /// 列次序不明: the headings stand in another order, and nothing shows which the numbers follow.
    ColumnsUnordered,
    /// 两处存疑: two of the answers are weak.
    TwoDoubts,
    /// 无从核对: one answer is weak, and no sum can be asked.
    NoSum,
    /// 多解: one answer is weak, and the sums leave several readings, or do so when one of them is left out.
    SeveralReadings,
    /// 无解: one answer is weak, and no reading satisfies the sums.
    NoReading,
    /// 数字无归属: the row has no content, and numbers of its table belong to no row.
    NumbersUnplaced,
}

impl Reason {
    /// All members.
    pub const ALL: &'static [Self] = &[
        Self::FigureUnclear,
        Self::LabelDoubtful,
        Self::TornFromLabel,
        Self::ForeignHeading,
        Self::ColumnsUnordered,
        Self::TwoDoubts,
        Self::NoSum,
        Self::SeveralReadings,
        Self::NoReading,
        Self::NumbersUnplaced,
    ];

    /// The name, as it stands in every output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FigureUnclear => "figure_unclear",
            Self::LabelDoubtful => "label_doubtful",
            Self::TornFromLabel => "torn_from_label",
            Self::ForeignHeading => "foreign_heading",
            Self::ColumnsUnordered => "columns_unordered",
            Self::TwoDoubts => "two_doubts",
            Self::NoSum => "no_sum",
            Self::SeveralReadings => "several_readings",
            Self::NoReading => "no_reading",
            Self::NumbersUnplaced => "numbers_unplaced",
        }
    }

    /// What it means, as the rest of a sentence about the row.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::FigureUnclear => {
                "several numbers stand at one place, one stands in several columns, or its unit is not known"
            }
            Self::LabelDoubtful => {
                "the row stands in the source more than once, with different numbers, or its label is of another year"
            }
            Self::TornFromLabel => {
                "other labels, or rows without a label, stand between the label and its numbers: the text of this table \
                 is not in reading order"
            }
            Self::ForeignHeading => "the heading names columns that are none of the form's",
            Self::ColumnsUnordered => {
                "its heading names the columns in another order than the form's, and nothing shows which the numbers follow"
            }
            Self::TwoDoubts => "more than one thing about them is in doubt",
            Self::NoSum => "the table has no sum that could tell which belongs where",
            Self::SeveralReadings => {
                "several arrangements of them satisfy the sums of the form, or do so when a single sum is left out"
            }
            Self::NoReading => "no arrangement of them satisfies the sums of the form",
            Self::NumbersUnplaced => "numbers of this table belong to no row",
        }
    }

    /// The same in Chinese.
    pub const fn sentence_in_chinese(self) -> &'static str {
        match self {
            Self::FigureUnclear => "一处有几个数字，或一个数字占几列，或单位不明",
            Self::LabelDoubtful => "此行出现不止一次而数字不同，或标签写的是另一年度",
            Self::TornFromLabel => "标签与数字之间有别的标签或没有标签的行：表格文字的次序已乱",
            Self::ForeignHeading => "列标题不是格式规定的列",
            Self::ColumnsUnordered => "列标题的次序与格式不同，无法判断数字按哪种次序排列",
            Self::TwoDoubts => "有不止一处存疑",
            Self::NoSum => "没有勾稽关系可以判断各数字属于哪一格",
            Self::SeveralReadings => "有几种排列满足勾稽关系，或去掉一项勾稽关系后如此",
            Self::NoReading => "没有一种排列满足勾稽关系",
            Self::NumbersUnplaced => "此表有数字不属于任何一行",
        }
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.key())
    }
}
