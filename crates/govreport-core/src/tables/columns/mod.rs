//! From the contents of a row to its columns: which columns the heading names and where, how the contents fill them, which ways
//! there are to part figures that run together.

mod arranged;
mod arrangement;
mod entries;
mod names;
mod order;
mod parting;
mod prints;
mod proof;
mod row;
mod torn;
mod torn_words;
mod total;

pub(in crate::tables) use arranged::Arrangement;
pub(in crate::tables) use arrangement::{MOST_SURPLUS, Source, same_cell, shares_cells};
pub(in crate::tables) use names::Names;
pub(in crate::tables) use parting::{digits, run_together};
pub(in crate::tables) use prints::Prints;
pub(in crate::tables) use proof::{Block, doubt_alike, doubt_unproved};
pub(in crate::tables) use row::{Padding, Row};
pub(in crate::tables) use torn::goes_back;
pub(in crate::tables) use total::follow_total;
