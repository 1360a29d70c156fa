//! Rows taken out of a sheet, put into it, and a sheet parted in two; merged cells keep covering what they covered.

use super::{Sheet, Slot};

/// What becomes of the merged cells that a break cuts in two (续表合并格).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Continuation {
    /// An empty cell covers the rest.
    Empty,
    /// The words are printed again.
    Repeated,
    /// There is no cell, so that the rows begin further left.
    None,
}

impl Sheet {
    /// Changes the merged cells above a row that cover it: `more` rows are covered, or fewer.
    fn stretch(&mut self, at: usize, more: isize) {
        for (number, row) in self.rows.iter_mut().enumerate().take(at) {
            for slot in row.iter_mut().filter(|slot| number + slot.rows > at) {
                slot.rows = slot.rows.saturating_add_signed(more).max(1);
            }
        }
    }

    /// Takes a row out. Merged cells that begin in it are taken with it, or left to the row below.
    pub(crate) fn remove_row(&mut self, at: usize, with_merged: bool) {
        if at >= self.rows.len() {
            return;
        }
        self.stretch(at, -1);
        let row = self.rows.remove(at);
        if !with_merged && let Some(below) = self.rows.get_mut(at) {
            let left =
                row.into_iter().filter(|slot| slot.rows > 1).map(|slot| Slot { rows: slot.rows - 1, ..slot });
            below.splice(0..0, left);
        }
        self.flush_left = self
            .flush_left
            .iter()
            .filter(|row| **row != at)
            .map(|row| row - usize::from(*row > at))
            .collect();
    }

    /// Puts a row in below another; merged cells that cover that one cover the new one too.
    pub(crate) fn insert_below(&mut self, at: usize, row: Vec<Slot>) {
        self.stretch(at, 1);
        for slot in self.rows.iter_mut().skip(at).take(1).flatten().filter(|slot| slot.rows > 1) {
            slot.rows += 1;
        }
        self.rows.insert((at + 1).min(self.rows.len()), row);
        self.flush_left = self.flush_left.iter().map(|row| row + usize::from(*row > at)).collect();
    }

    /// Puts a row in before another; merged cells that cover both neighbours cover the new one too.
    pub(crate) fn insert_row(&mut self, at: usize, row: Vec<Slot>) {
        self.stretch(at, 1);
        self.rows.insert(at.min(self.rows.len()), row);
        self.flush_left = self.flush_left.iter().map(|row| row + usize::from(*row >= at)).collect();
    }

    /// Puts a row of headings in below another. The cells over the labels cover it too, those over the numbers do not.
    pub(crate) fn insert_heading(&mut self, at: usize, row: Vec<Slot>, labels: usize) {
        let starts: Vec<Vec<usize>> = (0..=at).map(|row| self.starts(row)).collect();
        for (number, (line, starts)) in self.rows.iter_mut().zip(starts).enumerate() {
            for (slot, start) in line.iter_mut().zip(starts) {
                if number + slot.rows > at && start < labels {
                    slot.rows = at + 2 - number;
                }
            }
        }
        self.rows.insert((at + 1).min(self.rows.len()), row);
        self.flush_left = self.flush_left.iter().map(|row| row + usize::from(*row > at)).collect();
    }

    /// Parts the sheet before a row and gives back what comes behind.
    pub(crate) fn split(&mut self, at: usize, continuation: Continuation) -> Self {
        let mut rows = self.rows.split_off(at.min(self.rows.len()));
        let mut open = Vec::new();
        for (number, row) in self.rows.iter_mut().enumerate() {
            for slot in row.iter_mut().filter(|slot| number + slot.rows > at) {
                let rest = number + slot.rows - at;
                slot.rows -= rest;
                let text = if continuation == Continuation::Repeated { slot.text.as_str() } else { "" };
                open.push(Slot::label(text, slot.columns, rest));
            }
        }
        if continuation != Continuation::None
            && let Some(first) = rows.first_mut()
        {
            first.splice(0..0, open);
        }
        let behind = self.flush_left.split_off(&at).into_iter().map(|row| row - at).collect();
        Self { kind: self.kind, rows, flush_left: behind }
    }

    /// The first row that holds numbers.
    pub(crate) fn first_numbers(&self) -> usize {
        (0..self.rows.len()).find(|row| self.has_numbers(*row)).unwrap_or(self.rows.len())
    }
}

#[cfg(test)]
mod tests {
    use govreport_core::form::TableKind;

    use super::*;

    /// A merged cell over three rows, beside three cells.
    fn sheet() -> Sheet {
        let row = |text: &str| Slot::label(text, 1, 1);
        let rows = vec![vec![Slot::label("合", 1, 3), row("甲")], vec![row("乙")], vec![row("丙")]];
        Sheet::new(TableKind::Requests, rows)
    }

    fn texts(sheet: &Sheet) -> Vec<Vec<(&str, usize)>> {
        sheet
            .rows
            .iter()
            .map(|row| row.iter().map(|slot| (slot.text.as_str(), slot.rows)).collect())
            .collect()
    }

    #[test]
    fn merged_cells_cover_what_is_left() {
        let mut cut = sheet();
        cut.remove_row(1, false);
        assert_eq!(texts(&cut), [vec![("合", 2), ("甲", 1)], vec![("丙", 1)]]);
        let mut cut = sheet();
        cut.remove_row(0, false);
        assert_eq!(texts(&cut), [vec![("合", 2), ("乙", 1)], vec![("丙", 1)]]);
        let mut cut = sheet();
        cut.remove_row(0, true);
        assert_eq!(texts(&cut), [vec![("乙", 1)], vec![("丙", 1)]]);
        let mut more = sheet();
        more.insert_below(2, Vec::new());
        assert_eq!(texts(&more)[0], [("合", 4), ("甲", 1)]);
        more.insert_below(0, Vec::new());
        assert_eq!(texts(&more)[0], [("合", 5), ("甲", 1)]);
        assert_eq!(texts(&more)[1], []);
    }

    #[test]
    fn a_sheet_is_parted_with_its_merged_cells() {
        let mut first = sheet();
        let second = first.split(2, Continuation::Repeated);
        assert_eq!(texts(&first), [vec![("合", 2), ("甲", 1)], vec![("乙", 1)]]);
        assert_eq!(texts(&second), [vec![("合", 1), ("丙", 1)]]);
        assert_eq!(texts(&sheet().split(1, Continuation::None)), [vec![("乙", 1)], vec![("丙", 1)]]);
    }
}
