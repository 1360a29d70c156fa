//! What is said of elements that were met before: nearly every element of a page is, letter by letter, like one before it.

use rustc_hash::FxHashMap;

use crate::html::style::{Ancestors, Style};
use crate::html::tokens::Name;

/// So many different elements are kept; a page of more begins anew.
const MOST: usize = 256;

/// All that decides what is said of an element, as long as no style sheet is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Asked<'s> {
    pub(super) name: Name<'s>,
    /// The number of its attributes.
    pub(super) attributes: u32,
    pub(super) in_ruby: bool,
    pub(super) outer: Ancestors,
}

/// What is said of each element, and what the elements in it can be told to stand in.
#[derive(Debug, Default)]
pub(super) struct Known<'s> {
    said: FxHashMap<Asked<'s>, (Style, Ancestors)>,
}

impl<'s> Known<'s> {
    pub(super) fn get(&self, asked: &Asked<'s>) -> Option<&(Style, Ancestors)> {
        self.said.get(asked)
    }

    pub(super) fn keep(&mut self, asked: Asked<'s>, said: (Style, Ancestors)) {
        if self.said.len() >= MOST {
            self.forget();
        }
        self.said.insert(asked, said);
    }

    /// Forgets all: the style sheets say more than they did.
    pub(super) fn forget(&mut self) {
        self.said.clear();
    }
}
