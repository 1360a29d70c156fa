//! What else must hold of a row whose contents are as many as its columns.

use super::arranged::Arrangement;
use super::names::Names;
use super::row::Row;
use crate::model::{Heading, Tie};
use crate::tables::rows::{Draft, Found};
use crate::tables::tokens::{Content, Slot, is_filled};

/// The grid of a block of a table: whether its rows begin where its headings begin.
pub(in crate::tables) struct Block;

impl Block {
    /// Whether every row that shows anything has something under a heading that is empty, and under each of the others: the number of its
    /// line.
    pub(in crate::tables) fn is_indexed<'f>(
        names: &Names,
        drafts: impl Iterator<Item = &'f Draft>,
        found: &Found,
    ) -> bool {
        if !names.has_unheaded() {
            return false;
        }
        let mut rows =
            drafts.map(|draft| found.drafts.slots_of(draft)).filter(|slots| is_filled(slots)).peekable();
        let is_index = |slot: &Slot| !slot.is_blank() && names.is_unheaded(slot.column);
        rows.peek().is_some() && rows.all(|slots| slots.iter().any(is_index) && names.are_filled(slots))
    }

    /// Whether all rows with borders begin in the column of the grid where the headings begin, and the source shows a cell there.
    pub(in crate::tables) fn is_aligned<'f>(
        names: &Names,
        drafts: impl Iterator<Item = &'f Draft> + Clone,
        found: &Found,
    ) -> bool {
        let is_indexed = Self::is_indexed(names, drafts.clone(), found);
        let Some(begins) = names.begins() else { return false };
        let mut drafts = drafts.peekable();
        drafts.peek().is_some()
            && drafts.all(|draft| {
                let slots = found.drafts.slots_of(draft);
                // A row that has all its contents begins with the first of them.
                let is_index = |slot: &Slot| is_indexed && names.is_unheaded(slot.column);
                let is_own =
                    |slot: &&Slot| !slot.is_blank() && !names.is_foreign(slot.column) && !is_index(slot);
                let own = || slots.iter().filter(is_own);
                if names.is_whole() && own().count() == names.width() {
                    return own().next().is_some_and(|first| first.column == begins);
                }
                slots.is_empty()
                    || slots.iter().any(|slot| slot.bordered && slot.column == begins)
                        && !slots.iter().any(|slot| {
                            !slot.is_blank() && slot.column < begins && !names.is_foreign(slot.column)
                        })
            })
    }
}

/// Of a table that has fewer rows, others are missing: table three, the shortest, has as many.
const FEWEST_ROWS: usize = 3;

/// A full count proves nothing by itself where the cells of a row stand on several lines: one short and a stray number look like a
/// full row. The row's own sum must hold, or the rows before and behind it must be full too.
pub(in crate::tables) fn doubt_unproved(rows: &mut [Row<'_>]) {
    doubt_marks(rows);
    doubt_broken(rows);
    doubt_gaps(rows);
    doubt_joined(rows);
    let full: Vec<bool> = rows.iter().map(Row::is_full).collect();
    doubt_torn(rows);
    for at in 0..rows.len() {
        let row = &rows[at];
        if !matches!(row.arrangement, Arrangement::Placed { .. }) || row.heading != Heading::Order {
            continue;
        }
        let printed = row.slots.iter().filter(|slot| !slot.is_blank() || slot.bordered);
        let (mut last, mut in_pieces, mut in_one_line) = (None, false, true);
        for slot in printed {
            in_pieces |= last == Some(slot.block);
            in_one_line &= last.is_none_or(|last| last == slot.block);
            last = Some(slot.block);
        }
        in_one_line &= last.is_some();
        if in_one_line && !row.is_flowing() && !row.torn {
            continue;
        }
        // Pieces of two rows of cells: only their sum can tell that they are one.
        in_pieces &= !in_one_line;
        let beside = [at.checked_sub(1), Some(at + 1)];
        let neighbours = beside.into_iter().flatten().all(|other| full.get(other).is_none_or(|full| *full));
        // Without sums a row that is short says nothing against its neighbour, one with a content too many does.
        let no_surplus = beside
            .into_iter()
            .flatten()
            .all(|other| full.get(other).is_none_or(|full| *full) || rows[other].is_short());
        let adds_up = row.adds_up() == Some(true);
        let proved = match row.group {
            0 if in_pieces => false,
            0 => in_one_line && row.tie == Tie::Line || no_surplus,
            group if group < row.width => in_one_line && !row.torn || adds_up,
            // Out of words with places a row has one line, or its numbers were wrapped. Where programs hand over boxes of words from top to
            // bottom, a dash stands a little higher or lower than a figure, and no sum tells it from a 0 in another place.
            _ if in_pieces => adds_up && !row.is_of_words() && !row.has_dash(),
            // A dash for the total under numbers contradicts them: one content was lost, and another stands in its place.
            _ => adds_up || neighbours && !row.has_empty_total(),
        };
        if !proved {
            rows[at].arrangement = Arrangement::Unclear;
            rows[at].heading = Heading::Count;
        }
    }
    // Rows that were found to be torn tell against those beside them.
    doubt_torn(rows);
}

/// A number that came apart makes a row that is short full again. Without borders, a full row is not believed whose sum fails while other
/// rows of the table are torn too, or missing.
fn doubt_torn(rows: &mut [Row<'_>]) {
    let is_torn = |row: &Row<'_>| !row.is_full() || matches!(row.arrangement, Arrangement::Unclear);
    let (any_torn, few) = (rows.iter().any(is_torn), rows.len() < FEWEST_ROWS);
    for row in rows {
        let may_be_torn = matches!(row.arrangement, Arrangement::Placed { .. })
            && row.heading == Heading::Order
            && row.group > 0
            && row.adds_up() == Some(false)
            && !row.slots.iter().any(|slot| slot.bordered)
            && (any_torn || few && row.width == row.group);
        if may_be_torn {
            row.arrangement = Arrangement::Unclear;
            row.heading = Heading::Count;
        }
    }
}

/// A figure that touches the label, where those of most rows do not, may be the mark of a note: it is a number only where it has more
/// figures than a mark and the row's own sum says so.
fn doubt_marks(rows: &mut [Row<'_>]) {
    /// Measured: with 1, no cell changes.
    const LONGEST_MARK: u8 = 2;
    let touching = rows.iter().filter(|row| row.touches_label()).count();
    if touching == 0 {
        return;
    }
    let filled = rows.iter().filter(|row| row.filled() > 0).count();
    if touching * 2 > filled {
        return;
    }
    for row in rows.iter_mut().filter(|row| row.touches_label()) {
        let is_sum = row.adds_up() == Some(true)
            && row.slots.iter().any(|slot| slot.count().is_some_and(|count| count > 0));
        // The sum may lack just the number that the mark is.
        let may_be_mark = row.slots.iter().find(|slot| !slot.is_blank()).is_some_and(|slot| {
            slot.number().is_some_and(|printed| (1..=LONGEST_MARK).contains(&printed.figures))
        });
        if !is_sum || may_be_mark {
            row.arrangement = Arrangement::Unclear;
            row.heading = Heading::Count;
        }
    }
}

/// A number alone on the line behind a row may be the end of one of its numbers: it is not where the row's own sum holds without it.
fn doubt_broken(rows: &mut [Row<'_>]) {
    for row in rows.iter_mut().filter(|row| row.beside.rest && row.filled() > 0) {
        let is_placed = matches!(row.arrangement, Arrangement::Placed { .. });
        if is_placed && row.adds_up() != Some(true) {
            row.arrangement = Arrangement::Unclear;
            row.heading = Heading::Count;
        }
    }
}

/// An empty cell between as many contents as columns is none of the form's columns, unless most rows have a content more than columns
/// there: then another column is among them, and one of the row's own cells is empty.
fn doubt_gaps(rows: &mut [Row<'_>]) {
    // Nearly all rows have no more places than columns: their contents need not be counted.
    let is_wider = |row: &&Row<'_>| row.slots.len() > row.width && row.filled() == row.width + 1;
    let wider = rows.iter().filter(is_wider).count();
    if wider == 0 || wider * 2 <= rows.iter().filter(|row| row.filled() > 0).count() {
        return;
    }
    let has_gap = |row: &Row<'_>| {
        row.slots.windows(2).any(|pair| {
            pair[0].bordered
                && pair[0].block == pair[1].block
                && pair[0].column + pair[0].columns < pair[1].column
        })
    };
    for row in rows.iter_mut() {
        let is_placed = matches!(row.arrangement, Arrangement::Placed { .. });
        if is_placed && row.heading == Heading::Order && row.group > 0 && has_gap(row) {
            row.arrangement = Arrangement::Unclear;
            row.heading = Heading::Count;
        }
    }
}

/// A row without borders that lacks one content may have two of them run together: 16000297 for 16000 and 297. It is in doubt where its own
/// sum holds once one of its numbers is parted.
fn doubt_joined(rows: &mut [Row<'_>]) {
    for row in rows.iter_mut() {
        if row.group != row.width || row.width < 2 || row.filled() + 1 != row.width {
            continue;
        }
        if row.slots.iter().any(|slot| slot.bordered) {
            continue;
        }
        // A dash counts for nothing.
        let counts = row
            .slots
            .iter()
            .filter(|slot| !slot.is_blank())
            .map(|slot| if slot.is_nothing() { Some(0) } else { slot.count() });
        let Some(counts) = counts.collect::<Option<Vec<i64>>>() else { continue };
        let Some((total, parts)) = counts.split_last() else { continue };
        let sum = parts.iter().fold(0_i64, |sum, count| sum.saturating_add(*count));
        let holds_parted = |number: &i64| {
            std::iter::successors(Some(10_i64), |power| power.checked_mul(10))
                .take_while(|power| *power <= *number)
                .any(|power| {
                    let (first, second) = (number / power, number % power);
                    // No number but 0 itself begins with a zero.
                    (second == 0 && power == 10 || second >= power / 10)
                        && sum.saturating_sub(*number).saturating_add(first).saturating_add(second) == *total
                })
        };
        if parts.iter().any(holds_parted) {
            row.arrangement = Arrangement::Unclear;
            row.heading = Heading::Count;
        }
    }
}

/// Rows of one shape are damaged alike. A row of nothing but zeros shows no more than the rows with numbers that have the same
/// cells filled: where those may have moved, so may it, and its empty cell may be one that was filled up.
pub(in crate::tables) fn doubt_alike(rows: &mut [Row<'_>]) {
    let shape = |row: &Row<'_>| row.slots.iter().map(|slot| !slot.is_blank()).collect::<Vec<bool>>();
    let moved: Vec<Vec<bool>> =
        rows.iter().filter(|row| row.heading == Heading::Edge && row.group > 0).map(shape).collect();
    if moved.is_empty() {
        return;
    }
    for row in rows.iter_mut().filter(|row| row.heading == Heading::Own && row.ends_empty()) {
        if moved.contains(&shape(row)) {
            row.heading = Heading::Edge;
            row.arrangement = Arrangement::Open;
        }
    }
}

impl Row<'_> {
    /// Whether its first content touches the label.
    fn touches_label(&self) -> bool {
        let first = self.slots.iter().find(|slot| !slot.is_blank());
        first.is_some_and(|slot| matches!(slot.content, Content::Number { glued: true, .. }))
    }

    /// Whether it has a content for every column, or prints its empty cells.
    fn is_full(&self) -> bool {
        match self.arrangement {
            Arrangement::Placed { .. } | Arrangement::Spanning => true,
            Arrangement::Empty => !self.slots.is_empty(),
            _ => false,
        }
    }

    /// Whether it has fewer contents than columns, though some.
    fn is_short(&self) -> bool {
        self.arrangement == Arrangement::Open && self.filled() < self.width
    }

    /// Whether one of its contents is a dash.
    fn has_dash(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot.content, Content::NotApplicable))
    }

    /// Whether a dash or nothing stands for a total.
    fn has_empty_total(&self) -> bool {
        let Arrangement::Placed { first } = self.arrangement else { return false };
        let own = &self.slots[first..first + self.width];
        self.group > 0
            && own.chunks(self.group).any(|group| {
                let (total, parts) = (group.last(), &group[..group.len() - 1]);
                total.is_some_and(Slot::is_nothing)
                    && parts.iter().any(|slot| slot.count().is_some_and(|count| count > 0))
            })
    }
}
