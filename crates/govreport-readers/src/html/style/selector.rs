//! Selectors: which elements a rule of a style sheet is about.

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

    /// How much it outranks others: names of elements, classes, identities.
    pub(super) fn rank(&self) -> u32 {
        let classes = u32::try_from(self.classes.len()).unwrap_or(u32::MAX).min(255);
        u32::from(self.name.is_some()) + (classes << 8) + (u32::from(self.id.is_some()) << 16)
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
    /// Reads a selector of names, classes and identities. `None` for any other: it is not known which elements it means.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut compounds: Vec<(bool, Compound)> = Vec::new();
        let mut is_parent = false;
        let mut rest = text.trim_ascii();
        loop {
            let (compound, more) = compound(rest)?;
            compounds.push((is_parent, compound));
            let next = more.trim_ascii_start();
            if next.is_empty() {
                break;
            }
            is_parent = next.starts_with('>');
            if !is_parent && next.len() == more.len() {
                return None;
            }
            rest = next.strip_prefix('>').unwrap_or(next).trim_ascii_start();
        }
        let (mut is_parent, subject) = compounds.pop()?;
        let around = compounds
            .into_iter()
            .rev()
            .map(|(of_next, compound)| (std::mem::replace(&mut is_parent, of_next), compound));
        Some(Self { around: around.collect(), subject })
    }

    pub(super) fn rank(&self) -> u32 {
        self.around
            .iter()
            .fold(self.subject.rank(), |rank, (_, compound)| rank.saturating_add(compound.rank()))
    }
}

/// What is asked of one element, and the rest of the selector.
fn compound(text: &str) -> Option<(Compound, &str)> {
    let mut found = Compound::default();
    let (name, mut rest) = identifier(text);
    if name.is_empty() {
        rest = rest.strip_prefix('*').unwrap_or(rest);
    } else {
        found.name = Some(name.into());
    }
    while let Some(mark @ ('.' | '#')) = rest.chars().next() {
        let (name, more) = identifier(rest.get(1..)?);
        if name.is_empty() {
            return None;
        }
        if mark == '.' {
            found.classes.push(name.into());
        } else if found.id.replace(name.into()).is_some() {
            return None;
        }
        rest = more;
    }
    (rest.len() < text.len()).then_some((found, rest))
}

/// The name in front. Names with escapes are read to no end.
fn identifier(text: &str) -> (&str, &str) {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii();
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element<'s>(name: &'s str, id: Option<&'s str>, classes: Option<&'s str>) -> Described<'s> {
        Described { name, id, classes, any_case: false }
    }

    #[test]
    fn selectors_of_one_element() {
        let fits = |selector: &str, element: Described<'_>| {
            Selector::read(selector).is_some_and(|selector| selector.subject.fits(&element))
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
        let read = |text| Selector::read(text).expect("a selector");
        let selector = read("table .r>td.c");
        assert_eq!(selector.subject, read("td.c").subject);
        assert_eq!(selector.around, [(true, read(".r").subject), (false, read("table").subject)]);
        assert!(selector.rank() > read("td.c").rank());
        assert!(read("#a").rank() > read(".a.b.c").rank());
    }

    #[test]
    fn other_selectors_are_not_known() {
        for text in [
            "",
            "a:hover",
            "a::before",
            "[x]",
            "a+b",
            "a~b",
            ">a",
            "a>",
            ".",
            "#",
            "..a",
            "a\\b",
            "a,b",
            "#a#b",
        ] {
            assert_eq!(Selector::read(text), None, "{text}");
        }
    }
}
