//! Where the total of a row stands, where its heading names it before its place.
//!
//! The heading of table two has two levels, so that once it is text 总计 comes before the columns that it adds up, while the numbers
//! keep the form's order. Whether the numbers follow the heading is told by the rows themselves: the total is the one number
//! that is the sum of the others. Of any other order sums tell nothing, for every order adds up.

use super::arranged::Arrangement;
use super::order::Order;
use super::row::Row;
use crate::model::Heading;
use crate::tables::tokens::Slot;

/// Puts the contents of rows in the form's order, where the heading names the total elsewhere and the rows show that they
/// follow it. Rows of which some fit the one order only and some the other are in doubt, unless all but one show the form's.
pub(in crate::tables) fn follow_total(rows: &mut [Row<'_>], order: &Order) {
    /// Measured: with 3, no cell changes.
    const FEWEST: usize = 2;
    let Order::TotalMoved(places) = order else { return };
    let moved = |row: &Row<'_>| {
        let Arrangement::Placed { first } = row.arrangement else { return None };
        places.iter().map(|place| row.slots.get(first + place).copied()).collect::<Option<Vec<Slot>>>()
    };
    let as_headed = |row: &Row<'_>| {
        let Arrangement::Placed { first } = row.arrangement else { return None };
        let own = row.slots.get(first..)?;
        let is_whole = places.iter().all(|place| *place < own.len());
        is_whole.then(|| sums_up(places.iter().map(|place| &own[*place])))?
    };
    let in_order = || rows.iter().filter(|row| row.heading == Heading::Order && row.has_total());
    // Of nearly all tables every row adds up as it is printed.
    let others = in_order().filter(|row| row.adds_up() != Some(true));
    let for_heading = others.filter(|row| as_headed(row) == Some(true)).take(FEWEST).count();
    if for_heading == 0 {
        return;
    }
    let for_form = in_order()
        .filter(|row| row.adds_up() == Some(true) && as_headed(row) != Some(true))
        .take(FEWEST)
        .count();
    // One row alone may be an author's slip, also a dash for a total: the others show the form's order.
    if for_heading < FEWEST && for_form == FEWEST {
        return;
    }
    let is_headed = for_heading == FEWEST && for_form == 0;
    for row in rows.iter_mut().filter(|row| row.heading == Heading::Order) {
        let Some(moved) = moved(row) else { continue };
        if is_headed {
            row.slots = moved.into();
            row.arrangement = Arrangement::Placed { first: 0 };
        } else {
            row.heading = Heading::Unordered;
            row.arrangement = Arrangement::Unclear;
        }
    }
}

/// Whether the last of several contents is the sum of the others, dashes and empty cells for nothing; `None` where one of them is
/// no number and none of these.
pub(in crate::tables) fn adds_up(slots: &[Slot]) -> Option<bool> {
    sums_up(slots.iter())
}

fn sums_up<'s>(mut slots: impl DoubleEndedIterator<Item = &'s Slot>) -> Option<bool> {
    let total = slots.next_back()?;
    let value = |slot: &Slot| if slot.is_nothing() { Some(0) } else { slot.count() };
    let sum = slots.try_fold(0_i64, |sum, slot| sum.checked_add(value(slot)?))?;
    Some(sum == value(total)?)
}

impl Row<'_> {
    /// Whether every total of the row is the sum of the columns before it; `None` where it has none, or words stand among them.
    pub(in crate::tables) fn adds_up(&self) -> Option<bool> {
        let Arrangement::Placed { first } = self.arrangement else { return None };
        if self.group == 0 {
            return None;
        }
        let own = self.slots.get(first..first + self.width)?;
        own.chunks(self.group).map(adds_up).try_fold(true, |all, one| Some(all && one?))
    }
}
