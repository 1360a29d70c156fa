//! What is said of elements that were met before: nearly every element of a page is, letter by letter, like one before it.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Kind;
use crate::html::style::{Ancestors, Style};
use crate::html::tag::Tag;

/// So many different elements are kept; a page of more begins anew.
const MOST: usize = 256;

/// All that decides what is said of an element of a tag that is known, as long as no style sheet is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    pub(super) tag: Tag,
    /// The number of its attributes.
    pub(super) attributes: u32,
    pub(super) in_ruby: bool,
    pub(super) outer: Ancestors,
}

/// What is said of an element.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) style: Style,
    /// What the elements in it can be told to stand in.
    pub(super) ancestors: Ancestors,
    /// The node that it leaves.
    pub(super) kind: Option<Kind<'static>>,
}

/// What is said of each element.
#[derive(Debug, Default)]
pub(super) struct Known {
    said: FxHashMap<Asked, Rc<Said>>,
}

impl Known {
    pub(super) fn get(&self, asked: &Asked) -> Option<&Rc<Said>> {
        self.said.get(asked)
    }

    pub(super) fn keep(&mut self, asked: Asked, said: Rc<Said>) {
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
