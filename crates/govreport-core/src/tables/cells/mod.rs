//! The cells of a table: filled with what stands in their slots, in the unit of the form; and what is absent.

pub(in crate::tables) mod absence;
mod sheet;

pub(in crate::tables) use sheet::{Heading, Sheet};
