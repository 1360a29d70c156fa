//! What the heading of the columns says.

use crate::form::ColumnKey;
use crate::span::Span;
use crate::text::money::Named;

/// What the heading of a block of the table says.
#[derive(Debug, Default, Clone)]
pub(in crate::tables) struct Heading {
    /// The columns, in the order of the source, those that are none of the form's too.
    pub(in crate::tables) columns: Vec<HeadColumn>,
    /// Where 法人或其他组织 stands, the heading of a group of columns, and in which block of the document.
    pub(in crate::tables) organizations: Option<(usize, u32)>,
    /// The column of the grid that the heading of the labels (信息内容) stands in.
    pub(in crate::tables) labels: Option<u32>,
    /// The columns of the grid in which its line has an empty cell: those that a label beside it covers.
    pub(in crate::tables) empty: Vec<u32>,
    /// The column of the grid behind the last cell of its line.
    pub(in crate::tables) end: u32,
    /// Its lines, where it has no borders: the pieces that it was torn into stand below each other.
    pub(in crate::tables) lines: Option<Span>,
    /// How its words were told.
    pub(in crate::tables) told: Told,
    /// Numbers without a label stand behind it, before any row.
    pub(in crate::tables) holds_numbers: bool,
    /// The words of a caption above, or of the heading, name another year, or another part of time, than the report is on; or what stands
    /// over all columns says that they are of others than the form's: 境外申请人情况.
    pub(in crate::tables) of_another_time: bool,
    /// A caption above says that the numbers are multiples of what the form counts.
    pub(in crate::tables) in_multiples: bool,
    /// The unit of money that a caption above names.
    pub(in crate::tables) caption: Named,
    /// The unit of money that other words of the block name: those behind its item's number, a column of units.
    pub(in crate::tables) beside: Named,
    /// The unit of money that a remark on the table names: 注：收费金额单位为亿元.
    pub(in crate::tables) remark: Named,
}

/// How the words of a heading were told.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) enum Told {
    /// Each by itself.
    #[default]
    OneByOne,
    /// By all of them together: they stand where the form's stand, some of them damaged, and no other word is among them.
    InPlace,
}

/// A column named in a heading.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) struct HeadColumn {
    /// What names it.
    pub(in crate::tables) name: HeadName,
    /// Its words.
    pub(in crate::tables) span: Span,
    /// The column of the grid it stands in, where the source shows one.
    pub(in crate::tables) grid: Option<u32>,
    /// It was put together of pieces on several lines: where it stands among the others is not known.
    pub(in crate::tables) torn: bool,
    /// The block of the document it stands in: columns with the same one are named in one line.
    pub(in crate::tables) line: u32,
}

/// What the heading of a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) enum HeadName {
    /// That of a column of the form.
    Column(ColumnKey),
    /// Only the beginning of this label, and of others: it shows the edition, not the column.
    Beginning(ColumnKey),
    /// Words before the first heading of a column: they head one where the form's first is missing.
    Before,
    /// Words that may be one of the form's, damaged.
    Damaged,
    /// None of the form's.
    Foreign,
    /// One of the form's, with a remark that makes it another's: 自然人（2022年）. It is never one that is damaged.
    Another,
}

impl HeadColumn {
    /// Whether it names a column that is none of the form's.
    pub(in crate::tables) fn is_foreign(&self) -> bool {
        matches!(self.name, HeadName::Foreign | HeadName::Another)
    }

    /// The column of the form that it names.
    pub(in crate::tables) fn column(&self) -> Option<ColumnKey> {
        match self.name {
            HeadName::Column(column) => Some(column),
            HeadName::Beginning(_)
            | HeadName::Before
            | HeadName::Damaged
            | HeadName::Foreign
            | HeadName::Another => None,
        }
    }

    /// The column of the form that tells the edition.
    pub(in crate::tables) fn of_edition(&self) -> Option<ColumnKey> {
        match self.name {
            HeadName::Column(column) | HeadName::Beginning(column) => Some(column),
            HeadName::Before | HeadName::Damaged | HeadName::Foreign | HeadName::Another => None,
        }
    }
}
