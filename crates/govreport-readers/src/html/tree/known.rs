//! What is said of elements that were met before: nearly every element of a page is, letter by letter, like one before it.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Kind;
use crate::html::style::{Ancestors, Put, Style};
use crate::html::tag::Tag;

/// So many different elements are kept; a page of more begins anew.
/// Measured: with 128, no cell changes.
const MOST: usize = 256;

/// All that decides what is said of an element of a tag that is known, as long as no style sheet is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    pub(super) tag: Tag,
    /// The number of its attributes.
    pub(super) attributes: u32,
    pub(super) in_ruby: bool,
    pub(super) outer: Ancestors,
    /// The number of the rules that depend on more than these.
    pub(super) met: u32,
}

impl Asked {
    /// Its tag and its attributes as one number.
    fn mixed(&self) -> usize {
        self.attributes as usize * 5 + self.tag as usize
    }
}

/// What is said of an element.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) style: Style,
    /// What the elements in it can be told to stand in.
    pub(super) ancestors: Ancestors,
    /// The node that it leaves.
    pub(super) kind: Option<Kind<'static>>,
    /// Words that style sheets put before and behind what stands in it.
    pub(super) before: Option<Put>,
    pub(super) behind: Option<Put>,
}

/// So many of the elements met last are at hand without a search.
const AT_HAND: usize = 16;

/// What is said of each element.
#[derive(Debug, Default)]
pub(super) struct Known {
    said: FxHashMap<Asked, Rc<Said>>,
    /// The rules that may be about elements of a tag with attributes of a number, beside those for which these are enough.
    pub(super) candidates: FxHashMap<(Tag, u32), Rc<[u32]>>,
    /// Of those with each last bits of [`Asked::mixed`] the one that was met last: most pages have but few.
    at_hand: [Option<(Asked, Rc<Said>)>; AT_HAND],
}

impl Known {
    #[inline]
    pub(super) fn get(&mut self, asked: &Asked) -> Option<Rc<Said>> {
        match self.at_hand.get(asked.mixed() % AT_HAND) {
            Some(Some((met, said))) if met == asked => Some(Rc::clone(said)),
            _ => self.search(asked),
        }
    }

    fn search(&mut self, asked: &Asked) -> Option<Rc<Said>> {
        let said = Rc::clone(self.said.get(asked)?);
        if let Some(at_hand) = self.at_hand.get_mut(asked.mixed() % AT_HAND) {
            *at_hand = Some((*asked, Rc::clone(&said)));
        }
        Some(said)
    }

    pub(super) fn keep(&mut self, asked: Asked, said: Rc<Said>) {
        if self.said.len() >= MOST {
            self.forget();
        }
        self.said.insert(asked, said);
    }

    pub(super) fn keep_candidates(&mut self, of: (Tag, u32), candidates: Rc<[u32]>) {
        if self.candidates.len() >= MOST {
            self.candidates.clear();
        }
        self.candidates.insert(of, candidates);
    }

    /// Forgets all: the style sheets say more than they did.
    pub(super) fn forget(&mut self) {
        self.said.clear();
        self.candidates.clear();
        self.at_hand = Default::default();
    }
}
