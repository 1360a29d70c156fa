//! From tokens to rows: labels and what stands behind them as drafts, the row of the form that each draft is, and what belongs
//! nowhere.

mod assemble;
mod draft;
mod groups;
mod heading;
mod in_place;
mod note;
mod pieces;
mod recognise;
mod rest;
mod shift;
mod tell;
mod tie;
mod torn_group;
mod words;
mod writer;

pub(in crate::tables) use assemble::{Beside, Chosen, Found, Unplaced, find};
pub(in crate::tables) use draft::{Draft, Drafts};
#[cfg(test)]
pub(in crate::tables) use draft::{Pairing, Recognition};
pub(in crate::tables) use heading::{HeadColumn, HeadName, Heading, Told};
#[cfg(test)]
pub(in crate::tables) use recognise::recognise;
