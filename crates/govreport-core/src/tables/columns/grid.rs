//! In which columns of the source's grid the rows of a table begin, and which cells its borders show.

use super::arrangement::{Arrangement, arrangement};
use crate::document::Document;
use crate::tables::rows::{Draft, Found};
use crate::tables::tokens::Slot;

impl Found {
    /// The column of the grid where all complete rows with borders begin, if they agree. Of a block of table one, its own rows.
    pub(in crate::tables) fn first_column(&self, width: usize, block: Option<usize>) -> Option<u32> {
        let mut columns = self.first_columns(width, block);
        let column = columns.next()?;
        columns.all(|other| other == column).then_some(column)
    }

    /// Whether no two complete rows with borders begin in different columns of the grid.
    pub(in crate::tables) fn begin_in_one_column(&self, width: usize) -> bool {
        let mut columns = self.first_columns(width, None);
        columns.next().is_none_or(|column| columns.all(|other| other == column))
    }

    fn first_columns(&self, width: usize, block: Option<usize>) -> impl Iterator<Item = u32> {
        let rows =
            self.drafts.rows.iter().filter(move |draft| block.is_none_or(|block| draft.block == block));
        rows.filter_map(move |draft| {
            let slots = self.drafts.slots_of(draft);
            // What has no borders has no columns, and what has fewer contents is not complete.
            let bordered = slots.len() >= width && slots.iter().any(|slot| slot.bordered);
            match arrangement(bordered.then_some(slots)?, width) {
                Arrangement::Complete { first } if slots[first].bordered => Some(slots[first].column),
                _ => None,
            }
        })
    }

    /// Whether the borders show a cell for every column that the heading of its block shows one for, or, without a heading,
    /// for every column that another row of the table has.
    pub(in crate::tables) fn shows_all_cells(&self, document: &Document<'_>, draft: &Draft) -> bool {
        // Where no cell is empty, none can be of another place.
        if !self.drafts.slots_of(draft).iter().any(Slot::is_blank) {
            return true;
        }
        let width = |block: u32| {
            let cells = document.blocks().get(block as usize).map(|block| document.cells(block));
            cells.and_then(|cells| cells.last()).map(|last| last.column + last.column_span)
        };
        let blocks = self.blocks_of(draft);
        let own = blocks.filter_map(width).max();
        let heading = self.drafts.blocks.get(draft.block).map(|heading| heading.columns.as_slice());
        let headed = heading.unwrap_or_default().iter().filter_map(|column| width(column.line)).max();
        let wanted = headed
            .or_else(|| self.drafts.rows.iter().flat_map(|row| self.blocks_of(row)).filter_map(width).max());
        own.is_some() && own >= wanted
    }

    fn blocks_of(&self, draft: &Draft) -> impl Iterator<Item = u32> {
        self.drafts.slots_of(draft).iter().map(|slot| slot.block)
    }
}
