//! Finds the arrangements of lines that satisfy the sums of the form.
//!
//! A [`Puzzle`] has lines (rows of the source whose contents can be arranged in several ways) and the sums that their cells must
//! satisfy, with all that is known put into constants. Solving it takes two steps that are both bounded: bounds are propagated
//! along the sums until nothing changes, then what is left is searched, shortest choice first.

mod bounds;
mod puzzle;
mod robust;
mod search;
mod sum;

pub(super) use bounds::Bounds;
pub(super) use puzzle::{Candidate, Line, Place, Puzzle};
pub(super) use robust::{Cell, Robust};
#[cfg(test)]
pub(super) use sum::MOST_SUMS;
pub(super) use sum::{Sum, SumSet, Sums};

#[cfg(test)]
mod tests;
