//! Selectors of names, classes and identities: which elements a rule of a style sheet is about.

use super::query::{Ask, Query, Step};

/// The elements that an element stands in, as far as selectors ask for them: a bit for each thing that is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(in crate::html) struct Ancestors {
    /// Of the element itself.
    pub(super) own: u64,
    /// Of the element and all it stands in.
    pub(super) all: u64,
}

/// An element as selectors see it.
#[derive(Debug, Clone, Copy)]
pub(in crate::html) struct Described<'s> {
    pub(in crate::html) name: &'s str,
    pub(in crate::html) id: Option<&'s str>,
    pub(in crate::html) classes: Option<&'s str>,
    /// Names of classes and the like may be written in any case, as in pages of old.
    pub(in crate::html) any_case: bool,
}

impl Described<'_> {
    fn same(&self, one: &str, other: &str) -> bool {
        if self.any_case { one.eq_ignore_ascii_case(other) } else { one == other }
    }
}

/// What a selector asks of one element: `td.hide`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Compound {
    pub(super) name: Option<Box<str>>,
    pub(super) id: Option<Box<str>>,
    pub(super) classes: Vec<Box<str>>,
}

impl Compound {
    pub(super) fn fits(&self, element: &Described<'_>) -> bool {
        self.name.as_deref().is_none_or(|name| name.eq_ignore_ascii_case(element.name))
            && self.id.as_deref().is_none_or(|id| element.id.is_some_and(|own| element.same(own, id)))
            && self.classes.iter().all(|class| {
                let mut own = element.classes.unwrap_or_default().split_ascii_whitespace();
                own.any(|own| element.same(own, class))
            })
    }

    fn of(asks: &[Ask]) -> Option<Self> {
        let mut found = Self::default();
        for ask in asks {
            match ask {
                Ask::Name(name) => found.name = Some(name.clone()),
                Ask::Class(class) => found.classes.push(class.clone()),
                Ask::Id(id) if found.id.is_none() => found.id = Some(id.clone()),
                _ => return None,
            }
        }
        Some(found)
    }
}

/// A selector: what it asks of the element, and of those around it, the nearest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Selector {
    pub(super) subject: Compound,
    /// With each whether it must be the parent.
    pub(super) around: Vec<(bool, Compound)>,
}

impl Selector {
    /// A selector of names, classes and identities. `None` for any other.
    pub(super) fn of(query: &Query) -> Option<Self> {
        let mut compounds = query.compounds.iter().rev();
        let (step, asks) = compounds.next()?;
        let subject = Compound::of(asks)?;
        let mut step = *step;
        let mut around = Vec::new();
        for (before, asks) in compounds {
            let is_parent = match step {
                Step::Child => true,
                Step::Inside => false,
                Step::Next | Step::Behind => return None,
            };
            around.push((is_parent, Compound::of(asks)?));
            step = *before;
        }
        Some(Self { subject, around })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element<'s>(name: &'s str, id: Option<&'s str>, classes: Option<&'s str>) -> Described<'s> {
        Described { name, id, classes, any_case: false }
    }

    fn read(text: &str) -> Option<Selector> {
        let list = crate::html::style::query::list(text, None)?;
        Selector::of(&list.queries.first()?.0)
    }

    #[test]
    fn selectors_of_one_element() {
        let fits = |selector: &str, element: Described<'_>| {
            read(selector).is_some_and(|selector| selector.subject.fits(&element))
        };
        let cell = element("TD", Some("x"), Some("a b\n中"));
        for selector in ["td", "*", ".a", "td.b", "#x", "TD.a.b#x", ".中", " td "] {
            assert!(fits(selector, cell), "{selector}");
        }
        for selector in ["th", ".A", "td.c", "#X", "td#y"] {
            assert!(!fits(selector, cell), "{selector}");
        }
        assert!(fits(".A#X", Described { any_case: true, ..cell }));
    }

    #[test]
    fn selectors_with_what_is_around() {
        let read = |text| read(text).expect("a selector");
        let selector = read("table .r>td.c");
        assert_eq!(selector.subject, read("td.c").subject);
        assert_eq!(selector.around, [(true, read(".r").subject), (false, read("table").subject)]);
    }

    #[test]
    fn other_selectors_are_not_known() {
        for text in ["", "a:hover", "[x]", "a+b", "a~b", ">a", "a>", ".", "#", "..a", "#a#b"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
