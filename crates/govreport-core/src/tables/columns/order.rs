//! In which order the columns of a table stand, where its heading names them in another order than the form's.
//!
//! The heading of table two has two levels, so that its words come in many orders once it is text, while the numbers keep the
//! form's. Only one line that names every column once can tell of another order, and where rows have totals they decide.

use super::arrangement::{Arrangement, adds_up, arrangement};
use super::row::Row;
use crate::form::ColumnKey;
use crate::tables::rows::{HeadColumn, Heading};
use crate::tables::tokens::Slot;

/// Why the numbers of a row are not believed.
const UNCLEAR: &str = "its heading names the columns in another order than the form's, and nothing shows which the numbers follow";

/// An order of columns that is not the form's.
pub(in crate::tables) struct Order {
    /// For each column of the form, its place among the columns as the heading names them.
    places: Vec<usize>,
    /// For each column of the form, the column of the grid, where the source shows one for each.
    grid: Option<Vec<u32>>,
}

impl Order {
    /// The order in which a line of the heading names all of `columns`, each once, if it is not theirs.
    pub(in crate::tables) fn of(heading: &Heading, columns: &[ColumnKey]) -> Option<Self> {
        let mut lines = heading.columns.chunk_by(|a, b| a.line == b.line);
        let order = lines.find_map(|line| Self::of_line(line, columns))?;
        order.places.windows(2).any(|pair| pair[0] > pair[1]).then_some(order)
    }

    fn of_line(line: &[HeadColumn], columns: &[ColumnKey]) -> Option<Self> {
        if line.len() != columns.len() {
            return None;
        }
        let place = |column: &ColumnKey| line.iter().position(|head| head.column == *column && !head.vague);
        let places: Vec<usize> = columns.iter().map(place).collect::<Option<_>>()?;
        let grid: Option<Vec<u32>> = places.iter().map(|place| line[*place].grid).collect();
        let distinct = |grid: &Vec<u32>| (1..grid.len()).all(|at| !grid[..at].contains(&grid[at]));
        Some(Self { places, grid: grid.filter(distinct) })
    }

    /// Puts the contents of rows under their headings. Where totals show that the rows keep the form's order they are left as
    /// they are, and without borders also where nothing tells: words of a heading torn out of a page come in any order.
    pub(in crate::tables) fn apply(&self, rows: &mut [Row<'_>]) {
        let (mut for_form, mut for_heading) = (false, false);
        for row in rows.iter().filter(|row| row.has_total()) {
            if let Some((moved, _)) = self.moved(row) {
                let (as_printed, as_headed) = (adds_up(&row.slots, row.width), adds_up(&moved, row.width));
                for_form |= as_printed && !as_headed;
                for_heading |= as_headed && !as_printed;
            }
        }
        if for_form && !for_heading {
            return;
        }
        let is_flowing = |row: &Row<'_>| row.slots.iter().all(|slot| !slot.bordered);
        for row in rows.iter_mut().filter(|row| row.slots.iter().any(|slot| !slot.is_blank())) {
            match self.moved(row) {
                Some((moved, _)) if says_the_same(&row.slots, &moved, row.width) => {}
                Some((moved, by_borders)) if !for_form && (for_heading || by_borders) => {
                    row.column = Some(moved[0].column);
                    row.slots = moved.into();
                }
                _ if is_flowing(row) && !for_form && !for_heading => {}
                _ => row.distrust = row.distrust.or(Some(UNCLEAR)),
            }
        }
    }

    /// The contents of a row in the form's order, as the heading has it, and whether borders show each under its heading.
    fn moved(&self, row: &Row<'_>) -> Option<(Vec<Slot>, bool)> {
        let under = |grid: &u32| {
            let mut slots = row.slots.iter().filter(|slot| slot.bordered && slot.column == *grid);
            slots.next().copied().filter(|_| slots.next().is_none())
        };
        let headed = self.grid.iter().flatten().map(under).collect::<Option<Vec<Slot>>>();
        let headed = headed.filter(|headed| headed.len() == row.width);
        let filled = |slots: &[Slot]| slots.iter().filter(|slot| !slot.is_blank()).count();
        if let Some(headed) = headed.filter(|headed| filled(headed) == filled(&row.slots)) {
            return Some((headed, true));
        }
        let Arrangement::Complete { first } = arrangement(&row.slots, row.width) else { return None };
        let places = self.places.iter().map(|place| row.slots.get(first + place).copied());
        places.collect::<Option<Vec<Slot>>>().map(|moved| (moved, false))
    }
}

/// Whether a row says the same in both orders, as one of nothing but zeros does.
fn says_the_same(printed: &[Slot], moved: &[Slot], width: usize) -> bool {
    let Arrangement::Complete { first } = arrangement(printed, width) else { return false };
    let value = |slot: &Slot| slot.number().map(|number| (number.value, number.measure));
    printed[first..first + width].iter().zip(moved).all(|(a, b)| value(a).is_some() && value(a) == value(b))
}
