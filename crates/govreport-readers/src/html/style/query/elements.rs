//! The elements of a page as selectors see them: which stands in which, behind which, with which attributes.

use std::borrow::Cow;
use std::cell::Cell;

use crate::html::entities;
use crate::html::tokens::attribute_named;

/// An element by its number.
pub(in crate::html) type ElementId = u32;

/// No element.
pub(in crate::html) const NO_ELEMENT: ElementId = u32::MAX;

/// So many looks at elements are taken for one page. Beyond, nothing is known.
/// Measured: with 20,000,000, no cell changes.
const MOST_LOOKS: u32 = 40_000_000;

/// The elements of a page.
#[derive(Debug, Default)]
pub(in crate::html) struct Elements<'s> {
    all: Vec<Element<'s>>,
    /// All of the page are in it: what follows an element is known.
    is_whole: bool,
    /// Something was asked that only the whole page can tell.
    asked_for_whole: Cell<bool>,
    looks: Cell<u32>,
    /// The number of the next that is met, where all are known already.
    next: ElementId,
}

#[derive(Debug, Clone, Copy)]
struct Element<'s> {
    name: &'s str,
    /// Its attributes as they are written.
    attributes: &'s str,
    parent: ElementId,
    first: ElementId,
    last: ElementId,
    previous: ElementId,
    next: ElementId,
    /// Which one of its parent it is, from 1.
    place: u32,
    has_words: bool,
}

impl<'s> Elements<'s> {
    /// The same, with all that was met, for another reading of the page.
    pub(in crate::html) fn whole(self) -> Self {
        Self { is_whole: true, looks: Cell::new(0), asked_for_whole: Cell::new(false), next: 0, ..self }
    }

    /// Whether another reading of the page would tell more.
    pub(in crate::html) fn wants_whole(&self) -> bool {
        self.asked_for_whole.get() && !self.is_whole
    }

    /// An element begins in another, before one of the elements in it or behind all of them.
    pub(in crate::html) fn begin(
        &mut self,
        name: &'s str,
        attributes: &'s str,
        parent: ElementId,
        before: ElementId,
    ) -> ElementId {
        let id = self.next;
        self.next = self.next.saturating_add(1);
        if self.is_whole {
            return id;
        }
        let previous = match self.get(before) {
            Some(before) => before.previous,
            None => self.get(parent).map_or(NO_ELEMENT, |parent| parent.last),
        };
        let place = self.get(previous).map_or(0, |previous| previous.place).saturating_add(1);
        self.all.push(Element {
            name,
            attributes,
            parent,
            first: NO_ELEMENT,
            last: NO_ELEMENT,
            previous,
            next: before,
            place,
            has_words: false,
        });
        self.link(id, parent, previous, before);
        id
    }

    fn link(&mut self, id: ElementId, parent: ElementId, previous: ElementId, before: ElementId) {
        if let Some(previous) = self.get_mut(previous) {
            previous.next = id;
        } else if let Some(parent) = self.get_mut(parent) {
            parent.first = id;
        }
        if let Some(next) = self.get_mut(before) {
            next.previous = id;
        } else if let Some(parent) = self.get_mut(parent) {
            parent.last = id;
        }
        // Those that stand behind it now: a table, and nothing behind that.
        let mut next = before;
        while let Some(behind) = self.get_mut(next) {
            behind.place = behind.place.saturating_add(1);
            next = behind.next;
        }
    }

    /// Words stand directly in an element.
    pub(in crate::html) fn has_words(&mut self, id: ElementId) {
        if let Some(element) = self.get_mut(id) {
            element.has_words = true;
        }
    }

    /// The root is written with these attributes.
    pub(in crate::html) fn write_root(&mut self, attributes: &'s str) {
        if let Some(root) = self.get_mut(0).filter(|root| root.attributes.is_empty()) {
            root.attributes = attributes;
        }
    }

    fn get(&self, id: ElementId) -> Option<&Element<'s>> {
        self.all.get(id as usize)
    }

    fn get_mut(&mut self, id: ElementId) -> Option<&mut Element<'s>> {
        self.all.get_mut(id as usize)
    }

    /// Counts a look. `false` where there were too many.
    pub(super) fn look(&self) -> bool {
        let looks = self.looks.get();
        self.looks.set(looks.saturating_add(1));
        looks < MOST_LOOKS
    }

    /// Whether it is known what follows an element. If not, that is noted.
    pub(super) fn knows_what_follows(&self) -> bool {
        self.asked_for_whole.set(true);
        self.is_whole
    }

    pub(super) fn name(&self, id: ElementId) -> &'s str {
        self.get(id).map_or("", |element| element.name)
    }

    pub(super) fn parent(&self, id: ElementId) -> Option<ElementId> {
        self.get(id).map(|element| element.parent).filter(|parent| *parent != NO_ELEMENT)
    }

    pub(super) fn previous(&self, id: ElementId) -> Option<ElementId> {
        self.get(id).map(|element| element.previous).filter(|previous| *previous != NO_ELEMENT)
    }

    pub(super) fn next(&self, id: ElementId) -> Option<ElementId> {
        self.get(id).map(|element| element.next).filter(|next| *next != NO_ELEMENT)
    }

    pub(super) fn first(&self, id: ElementId) -> Option<ElementId> {
        self.get(id).map(|element| element.first).filter(|first| *first != NO_ELEMENT)
    }

    /// Which one of its parent it is, from 1.
    pub(super) fn place(&self, id: ElementId) -> u32 {
        self.get(id).map_or(0, |element| element.place)
    }

    pub(super) fn is_empty(&self, id: ElementId) -> bool {
        self.get(id).is_some_and(|element| element.first == NO_ELEMENT && !element.has_words)
    }

    /// The value of an attribute, its name in lower case.
    pub(super) fn attribute(&self, id: ElementId, name: &str) -> Option<Cow<'s, str>> {
        let written = self.get(id)?.attributes;
        // Long ones take longer.
        let looks = u32::try_from(written.len() / 64).unwrap_or(MOST_LOOKS);
        self.looks.set(self.looks.get().saturating_add(looks));
        attribute_named(written, name).map(entities::of_attribute)
    }
}
