//! The cells of a table: each written once, with what stands in its slot in the unit of the form, and with its warrant; and what is
//! absent.

pub(in crate::tables) mod absence;
mod sheet;
mod write;

pub(in crate::tables) use sheet::Sheet;
pub(in crate::tables) use write::write;
