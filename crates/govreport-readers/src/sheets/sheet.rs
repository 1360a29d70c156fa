//! A sheet as it is read: the cells that hold something, wherever they are.

use std::ops::RangeInclusive;

/// A sheet of a workbook (工作表).
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Cells, in any order.
    pub(super) cells: Vec<SheetCell>,
    /// Merged regions (合并单元格).
    pub(super) regions: Vec<Region>,
    pub(super) hidden_rows: Stretches,
    pub(super) hidden_columns: Stretches,
    /// What could not be read of it.
    pub(super) damage: Option<String>,
}

/// A cell that holds something.
#[derive(Debug)]
pub(super) struct SheetCell {
    /// Row, from 0.
    pub(super) row: u32,
    /// Column, from 0.
    pub(super) column: u32,
    /// What it shows.
    pub(super) text: String,
}

/// A region of cells that are one; first and last belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) first_row: u32,
    pub(super) last_row: u32,
    pub(super) first_column: u32,
    pub(super) last_column: u32,
}

/// The most rows and columns that any sheet has.
/// Measured: with 524,288, no cell changes.
pub(super) const MOST_ROWS: u32 = 1_048_576;
/// Measured: with 8,192, no cell changes.
pub(super) const MOST_COLUMNS: u32 = 16_384;

impl Sheet {
    /// Adds a cell, unless it is blank or outside of any sheet.
    pub(super) fn push(&mut self, row: u32, column: u32, text: String) {
        if row < MOST_ROWS && column < MOST_COLUMNS && !text.trim().is_empty() {
            self.cells.push(SheetCell { row, column, text });
        }
    }
}

/// Stretches of rows or columns.
#[derive(Debug, Default)]
pub(super) struct Stretches {
    stretches: Vec<RangeInclusive<u32>>,
}

impl Stretches {
    /// Adds a stretch. Those that follow each other become one.
    pub(super) fn push(&mut self, stretch: RangeInclusive<u32>) {
        match self.stretches.last_mut() {
            Some(last) if last.end().checked_add(1) == Some(*stretch.start()) && !stretch.is_empty() => {
                *last = *last.start()..=*stretch.end();
            }
            _ => self.stretches.push(stretch),
        }
    }

    /// Brings the stretches into order, so that they can be asked.
    pub(super) fn settle(&mut self) {
        self.stretches.retain(|stretch| !stretch.is_empty());
        self.stretches.sort_by_key(|stretch| *stretch.start());
        let mut settled: Vec<RangeInclusive<u32>> = Vec::new();
        for stretch in self.stretches.drain(..) {
            match settled.last_mut() {
                Some(last) if *stretch.start() <= last.end().saturating_add(1) => {
                    *last = *last.start()..=*last.end().max(stretch.end());
                }
                _ => settled.push(stretch),
            }
        }
        self.stretches = settled;
    }

    /// The first place from here on that is in none of them.
    pub(super) fn first_outside(&self, from: u32) -> u32 {
        let after = self.stretches.partition_point(|stretch| *stretch.start() <= from);
        match self.stretches.get(..after).and_then(<[_]>::last) {
            Some(stretch) if *stretch.end() >= from => stretch.end().saturating_add(1),
            _ => from,
        }
    }

    /// Adds the places up to this one that are in none of them.
    pub(super) fn gaps(&self, last: u32, gaps: &mut Self) {
        let mut from = 0;
        for stretch in &self.stretches {
            if from < *stretch.start() {
                gaps.push(from..=*stretch.start() - 1);
            }
            from = stretch.end().saturating_add(1);
        }
        if from <= last {
            gaps.push(from..=last);
        }
    }

    /// Whether a place is in one of them.
    pub(super) fn contains(&self, place: u32) -> bool {
        self.first_outside(place) != place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_become_one_where_they_meet() {
        let mut stretches = Stretches::default();
        for stretch in [5..=6, 7..=7, 1..=2, 2..=3] {
            stretches.push(stretch);
        }
        stretches.settle();
        let outside: Vec<_> = (0..10).map(|place| stretches.first_outside(place)).collect();
        assert_eq!(outside, [0, 4, 4, 4, 4, 8, 8, 8, 8, 9]);
        assert!(stretches.contains(5) && !stretches.contains(4));
        let mut gaps = Stretches::default();
        stretches.gaps(9, &mut gaps);
        assert!([0, 4, 8, 9].into_iter().all(|place| gaps.contains(place) && !stretches.contains(place)));
        stretches.push(0..=u32::MAX);
        stretches.settle();
        assert_eq!(stretches.first_outside(3), u32::MAX);
    }
}
