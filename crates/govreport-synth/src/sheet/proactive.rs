//! 二、主动公开政府信息情况: blocks by the items of article 20, each with its own heading.

use govreport_core::form::{ColumnKey, Edition, FormRow, TableKind, form};

use super::{Forms, Sheet, Slot, word};

/// Columns of the grid for numbers, beside one for labels.
const NUMBERS: usize = 3;

impl Forms<'_> {
    pub(super) fn proactive(&mut self) -> Sheet {
        let rows = self.proactive_blocks().into_iter().flat_map(|sheet| sheet.rows).collect();
        Sheet::new(TableKind::Proactive, rows)
    }

    /// Each block as a table of its own.
    pub(crate) fn proactive_blocks(&mut self) -> Vec<Sheet> {
        let rows = self.rows(TableKind::Proactive);
        rows.chunk_by(|a, b| a.group == b.group)
            .map(|block| Sheet::new(TableKind::Proactive, self.proactive_block(block)))
            .collect()
    }

    fn proactive_block(&mut self, block: &[&FormRow]) -> Vec<Vec<Slot>> {
        let Some(first) = block.first() else {
            return Vec::new();
        };
        let mut heading = vec![self.label(word("contents"), 1, 1)];
        heading.extend(self.proactive_heading(first, NUMBERS));
        let mut rows = vec![vec![self.label(word(first.group.unwrap_or_default()), 1 + NUMBERS, 1)], heading];
        for row in block {
            let mut line = vec![self.label(row.label, 1, 1)];
            line.extend(self.numbers(row, NUMBERS));
            rows.push(line);
        }
        rows
    }

    /// The words over the numbers of a row.
    pub(crate) fn proactive_heading(&self, row: &FormRow, columns: usize) -> Vec<Slot> {
        let last = row.columns.len().saturating_sub(1);
        row.columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let label = match (column, row.edition) {
                    (ColumnKey::Decisions, Some(Edition::E2019)) => word("decisions_2019"),
                    (ColumnKey::Amount, Some(Edition::E2019)) => word("amount_2019"),
                    _ => form().column(TableKind::Proactive, *column).map_or("", |column| column.label),
                };
                self.label(label, if place == last { columns - last } else { 1 }, 1)
            })
            .collect()
    }
}
