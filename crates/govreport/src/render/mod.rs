//! A report in its printed form, for people: as text for a terminal and as HTML for a notebook.
//!
//! Both draw the same `Grid`s, one for each table, which are made from [`form`](crate::form) and follow the
//! statutory print: the blocks of table one under their articles, the groups of table two, the three times five columns of
//! table three.

mod document;
mod draw;
mod findings;
mod grid;
mod html;
mod identity;
mod layout;
mod mark;
mod paint;
mod printable;
mod proactive;
mod requests;
mod review;
mod terminal;
mod wrap;

pub use document::document;
pub use findings::count_findings;
pub use html::html;
pub use printable::{line_of, printable};
pub use terminal::{TerminalOptions, terminal};

#[cfg(test)]
mod tests;
