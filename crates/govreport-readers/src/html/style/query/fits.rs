//! Whether a selector is about an element.

use super::elements::{ElementId, Elements, NO_ELEMENT};
use super::{Ask, Place, Queries, Query, Step, Truth, nth};

/// What selectors are asked of.
#[derive(Debug, Clone, Copy)]
pub(in crate::html::style) struct Asking<'e, 's> {
    pub(in crate::html::style) elements: &'e Elements<'s>,
    /// Names of classes and the like may be written in any case.
    pub(in crate::html::style) any_case: bool,
}

impl Query {
    /// Whether it is about this element.
    pub(in crate::html::style) fn fits(&self, asking: Asking<'_, '_>, id: ElementId) -> Truth {
        asking.chain(&self.compounds, id, NO_ELEMENT)
    }
}

impl Asking<'_, '_> {
    /// Whether the last of these is about the element, and those before it about others. `scope` is the element of `:has`.
    fn chain(self, compounds: &[(Step, Vec<Ask>)], id: ElementId, scope: ElementId) -> Truth {
        let Some(((step, asks), before)) = compounds.split_last() else { return Truth::Yes };
        let mut own = Truth::Yes;
        for ask in asks {
            own = own.min(self.ask(ask, id, scope));
            if own == Truth::No {
                return own;
            }
        }
        if before.is_empty() {
            return own;
        }
        let elements = self.elements;
        let of = |related: Option<ElementId>| related.map_or(Truth::No, |id| self.chain(before, id, scope));
        own.min(match step {
            Step::Child => of(elements.parent(id)),
            Step::Next => of(elements.previous(id)),
            Step::Inside => {
                self.one(std::iter::successors(elements.parent(id), |id| elements.parent(*id)), before, scope)
            }
            Step::Behind => self.one(
                std::iter::successors(elements.previous(id), |id| elements.previous(*id)),
                before,
                scope,
            ),
        })
    }

    /// Whether these are about one of several elements.
    fn one(
        self,
        candidates: impl Iterator<Item = ElementId>,
        compounds: &[(Step, Vec<Ask>)],
        scope: ElementId,
    ) -> Truth {
        let mut found = Truth::No;
        for id in candidates {
            if !self.elements.look() {
                return Truth::Maybe;
            }
            found = found.max(self.chain(compounds, id, scope));
            if found == Truth::Yes {
                break;
            }
        }
        found
    }

    fn any(self, queries: &Queries, id: ElementId, scope: ElementId) -> Truth {
        let all = queries.iter().map(|query| self.chain(&query.compounds, id, scope));
        all.max().unwrap_or(Truth::No)
    }

    fn same(self, one: &str, other: &str) -> bool {
        if self.any_case { one.eq_ignore_ascii_case(other) } else { one == other }
    }

    fn ask(self, ask: &Ask, id: ElementId, scope: ElementId) -> Truth {
        let elements = self.elements;
        if !elements.look() {
            return Truth::Maybe;
        }
        match ask {
            Ask::Name(name) => Truth::of(name.eq_ignore_ascii_case(elements.name(id))),
            Ask::Id(wanted) => {
                Truth::of(elements.attribute(id, "id").is_some_and(|own| self.same(&own, wanted)))
            }
            Ask::Class(wanted) => Truth::of(
                elements
                    .attribute(id, "class")
                    .is_some_and(|own| own.split_ascii_whitespace().any(|own| self.same(own, wanted))),
            ),
            Ask::Attribute(asked) => Truth::of(
                elements
                    .attribute(id, &asked.name)
                    .is_some_and(|own| asked.value.as_ref().is_none_or(|value| value.fits(&own))),
            ),
            Ask::Place(place) => self.place(place, id, scope),
            Ask::Any(queries, _) => self.any(queries, id, scope),
            Ask::None(queries) => self.any(queries, id, scope).not(),
            Ask::Holds(queries) => self.holds(queries, id),
            Ask::Scope => Truth::of(id == scope),
            Ask::Root => Truth::of(elements.parent(id).is_none()),
            Ask::Empty if !elements.knows_what_follows() => Truth::Maybe,
            Ask::Empty => Truth::of(elements.is_empty(id)),
            Ask::Link => Truth::of(
                ["a", "area"].iter().any(|name| elements.name(id).eq_ignore_ascii_case(name))
                    && elements.attribute(id, "href").is_some(),
            ),
            Ask::Marked(names) => Truth::of(names.iter().any(|name| elements.attribute(id, name).is_some())),
            Ask::Known(truth) => *truth,
        }
    }

    /// `:has`: whether one of the elements in it, or behind it, is meant.
    fn holds(self, queries: &Queries, id: ElementId) -> Truth {
        if !self.elements.knows_what_follows() {
            return Truth::Maybe;
        }
        let mut found = Truth::No;
        // In the element, then in those behind it.
        for root in std::iter::successors(Some(id), |id| self.elements.next(*id)) {
            let mut at = Some(root);
            while let Some(here) = at {
                if !self.elements.look() {
                    return Truth::Maybe;
                }
                if here != id {
                    found = found.max(self.any(queries, here, id));
                }
                if found == Truth::Yes {
                    return found;
                }
                at = self.after(here, root);
            }
        }
        found
    }

    /// The element behind one in the order of the page, in `root`.
    fn after(self, id: ElementId, root: ElementId) -> Option<ElementId> {
        if let Some(first) = self.elements.first(id) {
            return Some(first);
        }
        let mut up = id;
        while up != root {
            if let Some(next) = self.elements.next(up) {
                return Some(next);
            }
            up = self.elements.parent(up)?;
        }
        None
    }

    fn place(self, place: &Place, id: ElementId, scope: ElementId) -> Truth {
        let elements = self.elements;
        let Place { each, first, from_end, of_type, among } = place;
        if *from_end && !elements.knows_what_follows() {
            return Truth::Maybe;
        }
        let own = among.as_ref().map_or(Truth::Yes, |among| self.any(among, id, scope));
        if own == Truth::No {
            return own;
        }
        if !*from_end && !*of_type && among.is_none() {
            return Truth::of(nth::means(*each, *first, elements.place(id)));
        }
        let mut number = 1;
        let mut at = id;
        loop {
            let next = if *from_end { elements.next(at) } else { elements.previous(at) };
            let Some(next) = next else { break };
            at = next;
            if !elements.look() {
                return Truth::Maybe;
            }
            let counts = match among {
                _ if *of_type => Truth::of(elements.name(at).eq_ignore_ascii_case(elements.name(id))),
                Some(among) => self.any(among, at, scope),
                None => Truth::Yes,
            };
            match counts {
                Truth::Maybe => return Truth::Maybe,
                counts => number += u32::from(counts == Truth::Yes),
            }
        }
        own.min(Truth::of(nth::means(*each, *first, number)))
    }
}
