//! What differs between the three tables. How a table is read stands in [`spine`], once.

mod plan;
mod proactive;
mod requests;
mod review;
mod spine;

pub(in crate::tables) use plan::Context;
pub(in crate::tables) use spine::{Read, read};
