//! What differs between the three tables.

pub(in crate::tables) mod proactive;
pub(in crate::tables) mod requests;
pub(in crate::tables) mod review;
