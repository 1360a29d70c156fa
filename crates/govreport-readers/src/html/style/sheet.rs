//! The style sheets that a page brings with it.
//!
//! Rules are kept by what their selector asks for first (an identity, a class or a name), so that an element meets only those that
//! may be about it. Rules that say nothing of what is seen are not kept. Nearly all selectors name elements, classes and
//! identities: what stands around an element is told for them by bits. Others are asked of the [`Elements`] of the page, if
//! what they say may change what is seen.

use std::collections::HashMap;
use std::rc::Rc;

use super::content::{self, Piece};
use super::declaration::Declaration;
use super::query::{Ask, Asking, Elements, Part, Query, Truth};
use super::selector::{Ancestors, Compound, Described, Selector};
use super::variables::Variables;

/// The most rules that are kept, and those that ask for the same thing first. Sheets of real pages hold some hundreds.
/// Measured: with 10,000, no cell changes.
const MOST_RULES: usize = 20_000;
/// Measured: with 512, no cell changes.
const MOST_OF_ONE: usize = 1024;
/// The most classes of one element that are looked at.
/// Measured: with 32, no cell changes.
const MOST_CLASSES: usize = 64;
/// The most things that are asked of surrounding elements: a bit each.
/// Measured: with 32, no cell changes.
const MOST_AROUND: usize = 64;
/// The most different lists of rules that elements meet beside those for which bits are enough.
/// Measured: with 2,048, no cell changes.
const MOST_LISTS: usize = 4096;

/// The rules of all style sheets of a page.
#[derive(Debug, Default)]
pub(in crate::html) struct Sheet {
    rules: Vec<Rule>,
    keyed: HashMap<Box<str>, Vec<u32>>,
    /// The same of those that are asked of the elements of the page.
    asked: HashMap<Box<str>, Vec<u32>>,
    /// What is asked of surrounding elements.
    around: Vec<Compound>,
    /// Grounds may be coloured by rules that are not known here: those of other files, or that are not followed.
    pub(in crate::html) is_incomplete: bool,
    /// Rules that hide could not be kept.
    pub(in crate::html) is_overfull: bool,
    sight: Sight,
    pub(super) variables: Variables,
    /// Rules about one element: rank, number, and whether it is not known that they are about it.
    found: Vec<(u32, u32, bool)>,
    key: String,
    /// Lists of rules that elements were found to be meant by.
    lists: Vec<Rc<[Met]>>,
    numbers: HashMap<Rc<[Met]>, u32>,
}

/// A rule that is about an element, and whether that is not known.
pub(super) type Met = (u32, bool);

/// What the rules do, all taken together.
#[derive(Debug, Default, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is told by other rules")]
struct Sight {
    /// One for which bits are enough may hide something.
    hides: bool,
    /// One that is asked of the elements may hide something.
    asks_to_hide: bool,
    /// One that is asked of the elements may show what others hide.
    asks_to_show: bool,
    /// Words are put before or behind what stands in elements.
    puts: bool,
    /// One about these that is asked of the elements.
    asks_to_put: bool,
    /// These words are the values of attributes.
    puts_attributes: bool,
}

#[derive(Debug)]
pub(super) struct Rule {
    about: About,
    pub(super) part: Part,
    rank: u32,
    /// It is not known whether browsers follow it.
    is_doubtful: bool,
    pub(super) said: Said,
    pub(super) content: Option<(bool, Rc<[Piece]>)>,
}

/// Declarations, with each whether it is important.
pub(super) type Said = Rc<[(bool, Declaration)]>;

#[derive(Debug)]
enum About {
    /// The elements around it, as bits of `around`, and those of them that must be the parent.
    Bits {
        subject: Compound,
        around: u64,
        parent: u64,
    },
    Asked(Query),
}

/// What one rule says.
#[derive(Debug, Clone)]
pub(super) struct Saying {
    pub(super) said: Said,
    pub(super) content: Option<(bool, Rc<[Piece]>)>,
    pub(super) is_doubtful: bool,
    /// It stands in a layer, which all that stands in none outranks.
    pub(super) is_layered: bool,
}

/// What outranks all selectors: standing in no layer.
const NO_LAYER: u32 = 1 << 30;

impl Sheet {
    /// Whether no rule is kept.
    pub(in crate::html) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// How many rules are kept.
    pub(in crate::html) fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether a rule from this one on may change what is seen.
    pub(in crate::html) fn may_hide_from(&self, first: usize) -> bool {
        let rules = self.rules.get(first..).unwrap_or_default();
        rules.iter().any(|rule| {
            let puts = rule.content.as_ref().is_some_and(|(_, pieces)| !content::is_blank(pieces));
            puts || rule.said.iter().any(|(_, said)| !said.is_quiet())
        })
    }

    /// Whether what is seen depends on rules that are asked of the elements of the page.
    pub(in crate::html) fn asks(&self) -> bool {
        let Sight { hides, asks_to_hide, asks_to_show, puts, asks_to_put, .. } = self.sight;
        asks_to_hide || asks_to_show && hides || puts && asks_to_put
    }

    /// The declarations of an attribute `style` with the values put in that have names of their own.
    pub(in crate::html) fn with_values<'t>(&self, list: &'t str) -> std::borrow::Cow<'t, str> {
        if list.contains("var(") { self.variables.put_into(list) } else { list.into() }
    }

    /// Whether words may be put before or behind what stands in elements.
    pub(super) fn puts(&self) -> bool {
        self.sight.puts
    }

    /// Whether these may be the values of any attributes.
    pub(in crate::html) fn puts_attributes(&self) -> bool {
        self.sight.puts_attributes
    }

    /// Keeps a rule about what a selector means.
    pub(super) fn keep(&mut self, query: Query, part: Part, saying: &Saying) {
        if part == Part::Other || query.is_never() {
            return;
        }
        let hides = saying.said.iter().any(|(_, said)| said.hides());
        if part == Part::Begin && !hides {
            return;
        }
        let puts = saying.content.as_ref().is_some_and(|(_, pieces)| !content::is_blank(pieces));
        let layer = if saying.is_layered { 0 } else { NO_LAYER };
        let rank = query.rank().saturating_add(u32::from(part != Part::Whole)).min(NO_LAYER - 1) + layer;
        // Bits do not tell in which order elements stand around, so that those who hide are asked for more.
        let bits = Selector::of(&query).filter(|selector| !hides || selector.around.len() < 2);
        let known = bits.and_then(|selector| self.bits(selector));
        let is_asked = known.is_none();
        if is_asked && !hides {
            let colours =
                |said: &Declaration| matches!(said, Declaration::Ground(_) | Declaration::Pictured(_));
            self.is_incomplete |= saying.said.iter().any(|(_, said)| colours(said));
        }
        let about = known.unwrap_or(About::Asked(query));
        let rule = Rule {
            about,
            part,
            rank,
            is_doubtful: saying.is_doubtful,
            said: Rc::clone(&saying.said),
            content: saying.content.clone(),
        };
        if !self.push(rule) {
            self.is_overfull |= hides || puts;
            return;
        }
        let sight = &mut self.sight;
        let is_whole = matches!(part, Part::Whole | Part::Begin);
        sight.puts |= puts;
        sight.puts_attributes |= saying
            .content
            .as_ref()
            .is_some_and(|(_, pieces)| pieces.iter().any(|piece| matches!(piece, Piece::Attribute(_))));
        sight.asks_to_put |= is_asked && !is_whole;
        if is_whole && is_asked {
            sight.asks_to_hide |= hides;
            sight.asks_to_show |= saying.said.iter().any(|(_, said)| said.shows());
        } else if is_whole {
            sight.hides |= hides;
        }
    }

    /// What stands around an element as bits, if there is room for them.
    fn bits(&mut self, selector: Selector) -> Option<About> {
        let (mut around, mut parent) = (0, 0);
        for (number, (is_parent, compound)) in selector.around.into_iter().enumerate() {
            let bit = match self.around.iter().position(|known| *known == compound) {
                Some(bit) => bit,
                None if self.around.len() >= MOST_AROUND => return None,
                None => {
                    self.around.push(compound);
                    self.around.len() - 1
                }
            };
            around |= 1 << bit;
            parent |= u64::from(is_parent && number == 0) << bit;
        }
        Some(About::Bits { subject: selector.subject, around, parent })
    }

    /// Puts a rule where the elements find it that it may be about. `false` where there is no room.
    fn push(&mut self, rule: Rule) -> bool {
        let (mark, name) = rule.about.key();
        key(mark, name, &mut self.key);
        let keyed = if matches!(rule.about, About::Asked(_)) { &mut self.asked } else { &mut self.keyed };
        let same = keyed.entry(self.key.as_str().into()).or_default();
        if self.rules.len() >= MOST_RULES || same.len() >= MOST_OF_ONE {
            return false;
        }
        // Bounded by the most rules.
        same.push(u32::try_from(self.rules.len()).unwrap_or(u32::MAX));
        self.rules.push(rule);
        true
    }

    /// What the elements in this one can be told to stand in.
    pub(in crate::html) fn ancestors(&self, element: &Described<'_>, outer: Ancestors) -> Ancestors {
        let mut own = 0;
        for (bit, compound) in self.around.iter().enumerate() {
            own |= u64::from(compound.fits(element)) << bit;
        }
        Ancestors { own, all: outer.all | own }
    }

    /// Those rules that may be about an element with this name and these attributes, of those that are asked of the elements.
    pub(in crate::html) fn candidates(&mut self, element: &Described<'_>) -> Rc<[u32]> {
        let mut candidates = Vec::new();
        let keyed = &self.asked;
        each_key(element, &mut self.key, |key| {
            candidates.extend(keyed.get(key).map_or(&[][..], Vec::as_slice));
        });
        // A class may be named twice.
        candidates.sort_unstable();
        candidates.dedup();
        candidates.into()
    }

    /// The number of the list of those of these rules that are about an element; 0 if none is.
    pub(in crate::html) fn meet(
        &mut self,
        candidates: &[u32],
        elements: &Elements<'_>,
        any_case: bool,
        id: u32,
    ) -> u32 {
        let asking = Asking { elements, any_case };
        let mut met: Vec<Met> = Vec::new();
        for number in candidates {
            let Some(Rule { about: About::Asked(query), .. }) = self.rules.get(*number as usize) else {
                continue;
            };
            let fits = query.fits(asking, id);
            if fits != Truth::No {
                met.push((*number, fits == Truth::Maybe));
            }
        }
        if met.is_empty() { 0 } else { self.number(met) }
    }

    fn number(&mut self, met: Vec<Met>) -> u32 {
        if let Some(number) = self.numbers.get(&*met) {
            return *number;
        }
        let met: Rc<[Met]> = met.into();
        if self.lists.len() >= MOST_LISTS {
            // No page has so many: nothing more is known of it.
            self.is_overfull = true;
            return 0;
        }
        self.lists.push(Rc::clone(&met));
        let number = u32::try_from(self.lists.len()).unwrap_or(0);
        self.numbers.insert(met, number);
        number
    }

    /// The rules about an element, those that count most last, with each whether it is not known that it is about it. `met` is
    /// the number that [`Self::meet`] gave.
    pub(super) fn find(
        &mut self,
        element: &Described<'_>,
        outer: Ancestors,
        met: u32,
    ) -> impl Iterator<Item = (&Rule, bool)> {
        self.found.clear();
        if !self.rules.is_empty() {
            self.find_all(element, outer, met);
        }
        let rules = &self.rules;
        self.found.iter().filter_map(|(_, number, maybe)| Some((rules.get(*number as usize)?, *maybe)))
    }

    fn find_all(&mut self, element: &Described<'_>, outer: Ancestors, met: u32) {
        let (rules, keyed, found) = (&self.rules, &self.keyed, &mut self.found);
        each_key(element, &mut self.key, |key| {
            for number in keyed.get(key).map_or(&[][..], Vec::as_slice) {
                let Some(rule) = rules.get(*number as usize) else { continue };
                let About::Bits { subject, around, parent } = &rule.about else { continue };
                if around & !outer.all == 0 && parent & !outer.own == 0 && subject.fits(element) {
                    found.push((rule.rank, *number, rule.is_doubtful));
                }
            }
        });
        let list = (met as usize).checked_sub(1).and_then(|list| self.lists.get(list));
        for (number, maybe) in list.map_or(&[][..], |list| list) {
            if let Some(rule) = rules.get(*number as usize) {
                found.push((rule.rank, *number, *maybe || rule.is_doubtful));
            }
        }
        found.sort_unstable();
        // A class may be named twice.
        found.dedup();
    }
}

impl About {
    /// What it asks for first.
    fn key(&self) -> (char, &str) {
        let (id, class, name) = match self {
            Self::Bits { subject, .. } => (
                subject.id.as_deref(),
                subject.classes.first().map(|class| &**class),
                subject.name.as_deref(),
            ),
            Self::Asked(query) => {
                let (mut id, mut class, mut name) = (None, None, None);
                for ask in query.subject() {
                    match ask {
                        Ask::Id(own) => id = Some(&**own),
                        Ask::Class(own) => class = Some(&**own),
                        Ask::Name(own) => name = Some(&**own),
                        _ => {}
                    }
                }
                (id, class, name)
            }
        };
        match (id, class, name) {
            (Some(id), _, _) => ('#', id),
            (None, Some(class), _) => ('.', class),
            (None, None, Some(name)) => (' ', name),
            (None, None, None) => ('*', ""),
        }
    }
}

/// Gives the keys of the rules that may be about an element; `key` is room for them.
fn each_key(element: &Described<'_>, room: &mut String, mut give: impl FnMut(&str)) {
    let classes = element.classes.unwrap_or_default().split_ascii_whitespace().take(MOST_CLASSES);
    let classes = classes.map(|class| ('.', class));
    let id = element.id.map(|id| ('#', id));
    for (mark, name) in classes.chain(id).chain([(' ', element.name), ('*', "")]) {
        key(mark, name, room);
        give(room);
    }
}

/// Writes the key of what a selector asks for, the same in any case: whether case counts is told by the rule.
fn key(mark: char, name: &str, key: &mut String) {
    key.clear();
    key.push(mark);
    key.extend(name.chars().map(|c| c.to_ascii_lowercase()));
}

#[cfg(test)]
#[path = "sheet_tests.rs"]
mod tests;
