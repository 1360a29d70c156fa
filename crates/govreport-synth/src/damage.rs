//! Damage that reports take on their way to a text.

use govreport_core::form::{ColumnKey, RowKey, SectionKey};

use crate::sheet::{Sheet, Slot};

/// Something that happened to a report between its author and the text at hand (损坏).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Damage {
    /// 截断: the table ends after this row.
    CutAfter(RowKey),
    /// 章节缺失: the section is missing, heading, table and all.
    WithoutSection(SectionKey),
    /// 错位: an empty cell stands before the numbers of this row, and the number of this column is lost, so that the numbers
    /// before it stand one column too far to the right.
    Shifted(RowKey, ColumnKey),
    /// 移到左边框: the row lost the empty places under its merged labels, as after a page break, and begins at the left border.
    FlushLeft(RowKey),
}

impl Damage {
    /// Does the damage to a table.
    pub(crate) fn strike(self, sheet: &mut Sheet) {
        let place = |row: RowKey| {
            sheet
                .rows
                .iter()
                .position(|line| line.iter().any(|slot| slot.cell.is_some_and(|cell| cell.row == row)))
        };
        match self {
            Self::CutAfter(row) => {
                if let Some(place) = place(row) {
                    sheet.rows.truncate(place + 1);
                }
            }
            Self::Shifted(row, column) => {
                if let Some(line) = place(row).and_then(|place| sheet.rows.get_mut(place)) {
                    line.retain(|slot| slot.cell.is_none_or(|cell| (cell.row, cell.column) != (row, column)));
                    let first = line.iter().position(Slot::is_number).unwrap_or(line.len());
                    line.insert(first, Slot::empty());
                }
            }
            Self::FlushLeft(row) => {
                if let Some(place) = place(row) {
                    sheet.flush_left.insert(place);
                }
            }
            Self::WithoutSection(_) => {}
        }
    }
}
