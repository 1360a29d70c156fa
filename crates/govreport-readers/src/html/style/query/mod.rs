//! Selectors of every kind: which elements of a page a rule of a style sheet is about.
//!
//! Selectors of names, classes and identities are by far the most frequent and have a way of their own
//! ([`super::selector`]). What else selectors ask of an element (its attributes, its place among others, what stands before or
//! in it) is asked of the [`Elements`] that the page was read as. What is not known is answered [`Truth::Maybe`].
//!
//! The `selectors` crate of Servo, which answers yes or no, has a licence (MPL-2.0) that this project does not take, and its answer for a
//! state that a file does not tell is no: a number that a page hides would be read.

mod attribute;
mod elements;
mod fits;
mod names;
mod nth;
mod parse;
mod pseudo;
#[cfg(test)]
mod tests;

use std::rc::Rc;

pub(in crate::html) use elements::{Elements, NO_ELEMENT};
pub(super) use fits::Asking;
pub(super) use names::string;
pub(super) use parse::{List, end_of, list};
pub(super) use pseudo::Part;

/// Whether something holds, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Truth {
    No,
    Maybe,
    Yes,
}

impl Truth {
    pub(super) fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    pub(super) fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }
}

/// How an element stands to the one that is asked for before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Somewhere in it.
    Inside,
    /// Directly in it: `>`.
    Child,
    /// Directly behind it: `+`.
    Next,
    /// Somewhere behind it: `~`.
    Behind,
}

/// A selector: what it asks of elements, the one that it is about last.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Query {
    pub(super) compounds: Vec<(Step, Vec<Ask>)>,
}

/// Selectors of which one is to hold.
pub(super) type Queries = Rc<[Query]>;

/// One thing that is asked of an element.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Ask {
    Name(Box<str>),
    Id(Box<str>),
    Class(Box<str>),
    Attribute(attribute::Asked),
    Place(Place),
    /// `:is(…)` and `:where(…)`; whether it counts for the rank.
    Any(Queries, bool),
    /// `:not(…)`
    None(Queries),
    /// `:has(…)`: selectors that begin with [`Ask::Scope`].
    Holds(Queries),
    /// The element that `:has` stands at.
    Scope,
    Root,
    Empty,
    /// `:link`: a link that leads somewhere.
    Link,
    /// Has an attribute that says so: `:checked`, `:disabled`.
    Marked(&'static [&'static str]),
    /// The same of every element, or not known.
    Known(Truth),
}

/// Which one of those beside it an element is: `:nth-child(2n+1 of .a)`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    /// `2n+1`
    pub(super) each: i32,
    pub(super) first: i32,
    /// Counted from the end.
    pub(super) from_end: bool,
    /// Counted among those of the same name.
    pub(super) of_type: bool,
    /// Counted among those of which one of these holds.
    pub(super) among: Option<Queries>,
}

impl Query {
    /// How much it outranks others: names of elements, classes and the like, identities.
    pub(super) fn rank(&self) -> u32 {
        let asks = self.compounds.iter().flat_map(|(_, asks)| asks);
        asks.fold(0, |rank, ask| rank.saturating_add(ask.rank()))
    }

    /// What it asks of the element that it is about.
    pub(super) fn subject(&self) -> &[Ask] {
        self.compounds.last().map_or(&[], |(_, asks)| asks.as_slice())
    }

    /// Whether no element can be meant, whatever the page.
    pub(super) fn is_never(&self) -> bool {
        let mut asks = self.compounds.iter().flat_map(|(_, asks)| asks);
        asks.any(|ask| *ask == Ask::Known(Truth::No))
    }
}

/// What a class and an identity count.
const CLASS: u32 = 1 << 8;
const IDENTITY: u32 = 1 << 16;

impl Ask {
    fn rank(&self) -> u32 {
        let most = |queries: &Queries| queries.iter().map(Query::rank).max().unwrap_or(0);
        match self {
            Self::Name(_) => 1,
            Self::Id(_) => IDENTITY,
            Self::Any(_, false) | Self::Scope => 0,
            Self::Any(queries, true) | Self::None(queries) | Self::Holds(queries) => most(queries),
            Self::Place(place) => CLASS.saturating_add(place.among.as_ref().map_or(0, most)),
            _ => CLASS,
        }
    }
}
