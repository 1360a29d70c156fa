//! From the contents of a row to its columns: how contents and columns can be arranged, in which order the heading names them,
//! in which column of the source's grid they begin.

mod arrangement;
mod grid;
mod order;
mod row;

pub(in crate::tables) use arrangement::{
    Arrangement, Windows, adds_up, arrangement, bounds, by_borders, by_order, count, join_inner_spaces,
    run_together, shape,
};
pub(in crate::tables) use order::Order;
pub(in crate::tables) use row::{Row, Sums, place};
