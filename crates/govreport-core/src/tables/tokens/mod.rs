//! From the blocks of a document to tokens: which blocks belong to which table, and which labels and contents stand in them.

mod lexer;
mod scan;
mod slot;
mod token;

pub(crate) use scan::{Scan, scan};
pub(in crate::tables) use slot::{Slot, count, is_filled};
pub(in crate::tables) use token::{Content, Kind, Token};
