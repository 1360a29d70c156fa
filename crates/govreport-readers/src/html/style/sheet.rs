//! The style sheets that a page brings with it.
//!
//! Rules are kept by what their selector asks for first (an identity, a class or a name), so that an element meets only those that
//! may be about it. Rules that say nothing of what is seen are not kept, and those whose selector is not known are not followed.

use std::collections::HashMap;

use super::declaration::{Declaration, read};
use super::selector::{Ancestors, Compound, Described, Selector};

/// The most rules that are kept, and those that ask for the same thing first. Sheets of real pages hold some hundreds.
const MOST_RULES: usize = 20_000;
const MOST_OF_ONE: usize = 64;
/// The most classes of one element that are looked at.
const MOST_CLASSES: usize = 16;
/// The most things that are asked of surrounding elements: a bit each.
const MOST_AROUND: usize = 64;
/// How wide the window is that the page is shown in, in pixels.
const WINDOW: f32 = 1280.0;

/// The rules of all style sheets of a page.
#[derive(Debug, Default)]
pub(in crate::html) struct Sheet {
    rules: Vec<Rule>,
    keyed: HashMap<Box<str>, Vec<u32>>,
    /// What is asked of surrounding elements.
    around: Vec<Compound>,
    /// Grounds may be coloured by rules that are not known here: those of other files, or with other selectors.
    pub(in crate::html) is_incomplete: bool,
    /// Declarations that are put together for one element.
    said: Vec<(bool, Declaration)>,
    /// Rules about one element: rank and number.
    found: Vec<(u32, u32)>,
    key: String,
}

#[derive(Debug)]
struct Rule {
    subject: Compound,
    /// The elements around it, as bits of `around`, and those of them that must be the parent.
    around: u64,
    parent: u64,
    rank: u32,
    said: std::rc::Rc<[(bool, Declaration)]>,
}

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
        rules.iter().any(|rule| rule.said.iter().any(|(_, said)| !said.is_quiet()))
    }

    /// Takes the rules of a style sheet in.
    pub(in crate::html) fn read(&mut self, sheet: &str) {
        let sheet = without_comments(sheet);
        let mut rest = &*sheet;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '}' | ';'));
            rest = rest
                .strip_prefix("<!--")
                .or_else(|| rest.strip_prefix("-->"))
                .unwrap_or(rest)
                .trim_ascii_start();
            let end = prelude_end(rest);
            let (prelude, more) = rest.split_at_checked(end).unwrap_or((rest, ""));
            let prelude = prelude.trim_ascii();
            match more.chars().next() {
                None => return,
                Some(';') => {
                    self.is_incomplete |=
                        prelude.get(..7).is_some_and(|word| word.eq_ignore_ascii_case("@import"));
                    rest = &more[1..];
                }
                // What is in a group that applies is read as if it stood alone.
                Some('{') if is_group(prelude) && applies(prelude) => rest = &more[1..],
                Some(_) => {
                    let (block, after) = block(&more[1..]);
                    if !prelude.starts_with('@') {
                        self.rule(prelude, block);
                    }
                    rest = after;
                }
            }
        }
    }

    fn rule(&mut self, selectors: &str, block: &str) {
        self.said.clear();
        let said = &mut self.said;
        read(block, |declaration, important| said.push((important, declaration)));
        if said.is_empty() {
            return;
        }
        let colours =
            said.iter().any(|(_, said)| matches!(said, Declaration::Ground(_) | Declaration::Pictured(_)));
        let said: std::rc::Rc<[_]> = said.as_slice().into();
        for text in selectors.split(',') {
            let known = Selector::read(text).is_some_and(|selector| self.keep(selector, &said));
            self.is_incomplete |= colours && !known;
        }
    }

    /// Keeps a rule, if there is room for it.
    fn keep(&mut self, selector: Selector, said: &std::rc::Rc<[(bool, Declaration)]>) -> bool {
        let rank = selector.rank();
        let (mut around, mut parent) = (0, 0);
        for (number, (is_parent, compound)) in selector.around.into_iter().enumerate() {
            let bit = match self.around.iter().position(|known| *known == compound) {
                Some(bit) => bit,
                None if self.around.len() >= MOST_AROUND => return false,
                None => {
                    self.around.push(compound);
                    self.around.len() - 1
                }
            };
            around |= 1 << bit;
            parent |= u64::from(is_parent && number == 0) << bit;
        }
        let subject = selector.subject;
        let (mark, name) = match (&subject.id, subject.classes.first(), &subject.name) {
            (Some(id), _, _) => ('#', &**id),
            (None, Some(class), _) => ('.', &**class),
            (None, None, Some(name)) => (' ', &**name),
            (None, None, None) => ('*', ""),
        };
        key(mark, name, &mut self.key);
        let same = self.keyed.entry(self.key.as_str().into()).or_default();
        if self.rules.len() >= MOST_RULES || same.len() >= MOST_OF_ONE {
            return false;
        }
        // Bounded by the most rules.
        same.push(u32::try_from(self.rules.len()).unwrap_or(u32::MAX));
        self.rules.push(Rule { subject, around, parent, rank, said: said.clone() });
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

    /// Gives all that is said of an element, by the rules and by its own attribute `style`, in the order in which it counts.
    pub(in crate::html) fn say(
        &mut self,
        element: &Described<'_>,
        outer: Ancestors,
        own: &[(bool, Declaration)],
        mut say: impl FnMut(Declaration),
    ) {
        self.find(element, outer);
        self.said.clear();
        for (_, rule) in &self.found {
            let rule = self.rules.get(*rule as usize);
            self.said.extend(rule.iter().flat_map(|rule| rule.said.iter()));
        }
        self.said.extend(own);
        for wanted in [false, true] {
            let wanted = self.said.iter().filter(|(important, _)| *important == wanted);
            wanted.for_each(|(_, declaration)| say(*declaration));
        }
    }

    /// The rules about an element, those that count most last.
    fn find(&mut self, element: &Described<'_>, outer: Ancestors) {
        self.found.clear();
        if self.rules.is_empty() {
            return;
        }
        let classes = element.classes.unwrap_or_default().split_ascii_whitespace().take(MOST_CLASSES);
        let classes = classes.map(|class| ('.', class));
        let id = element.id.map(|id| ('#', id));
        for (mark, name) in classes.chain(id).chain([(' ', element.name), ('*', "")]) {
            key(mark, name, &mut self.key);
            for number in self.keyed.get(&*self.key).map_or(&[][..], Vec::as_slice) {
                let Some(rule) = self.rules.get(*number as usize) else { continue };
                let stands = rule.around & !outer.all == 0 && rule.parent & !outer.own == 0;
                if stands && rule.subject.fits(element) {
                    self.found.push((rule.rank, *number));
                }
            }
        }
        self.found.sort_unstable();
        // A class may be named twice.
        self.found.dedup();
    }
}

/// Writes the key of what a selector asks for, the same in any case: whether case counts is told by the rule.
fn key(mark: char, name: &str, key: &mut String) {
    key.clear();
    key.push(mark);
    key.extend(name.chars().map(|c| c.to_ascii_lowercase()));
}

fn without_comments(sheet: &str) -> std::borrow::Cow<'_, str> {
    if !sheet.contains("/*") {
        return sheet.into();
    }
    let mut text = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        text.push_str(before);
        text.push(' ');
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text.into()
}

/// Where what stands before a block ends: at `{`, or at `;` for a statement without one.
fn prelude_end(text: &str) -> usize {
    let statement = text.starts_with('@');
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'{') => return at,
            (None, b';') if statement => return at,
            _ => {}
        }
    }
    text.len()
}

/// The content of a block that has begun, and what comes behind it.
fn block(text: &str) -> (&str, &str) {
    let (mut quote, mut depth) = (None, 0_u32);
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == byte || byte == b'\n' => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'{') => depth += 1,
            (None, b'}') if depth == 0 => {
                return (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
            }
            (None, b'}') => depth -= 1,
            _ => {}
        }
    }
    (text, "")
}

/// Whether rules stand in the block: `@media`, `@supports`, `@layer`.
fn is_group(prelude: &str) -> bool {
    let word = prelude.split(|c: char| c.is_ascii_whitespace() || c == '(').next().unwrap_or_default();
    ["@media", "@supports", "@layer"].iter().any(|group| word.eq_ignore_ascii_case(group))
}

fn applies(prelude: &str) -> bool {
    match prelude.get(..6) {
        Some(word) if word.eq_ignore_ascii_case("@media") => {
            is_for_screens(prelude.get(6..).unwrap_or_default())
        }
        _ => true,
    }
}

/// Whether a list of media means a screen as people use it.
pub(in crate::html) fn is_for_screens(media: &str) -> bool {
    let media = media.to_ascii_lowercase();
    media.trim_ascii().is_empty() || media.split(',').any(one_is_for_screens)
}

fn one_is_for_screens(query: &str) -> bool {
    let (query, negated) = match query.trim_ascii().strip_prefix("not ") {
        Some(query) => (query, true),
        None => (query, false),
    };
    let fits = query.split(" and ").all(|part| {
        let part = part.trim_ascii().trim_start_matches("only ").trim_ascii();
        let Some(feature) = part.strip_prefix('(') else {
            return matches!(part, "" | "all" | "screen");
        };
        let Some((name, value)) = feature.trim_end_matches(')').split_once(':') else { return true };
        let pixels = super::Length::read(value.trim_ascii()).map(|length| length.pixels(16.0, WINDOW));
        match (name.trim_ascii(), pixels) {
            ("min-width" | "min-device-width", Some(pixels)) => pixels <= WINDOW,
            ("max-width" | "max-device-width", Some(pixels)) => pixels >= WINDOW,
            ("orientation", _) => value.trim_ascii() == "landscape",
            ("prefers-color-scheme", _) => value.trim_ascii() == "light",
            _ => false,
        }
    });
    fits != negated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::style::{Display, Style};

    fn element<'s>(name: &'s str, id: Option<&'s str>, classes: Option<&'s str>) -> Described<'s> {
        Described { name, id, classes, any_case: false }
    }

    fn style(sheet: &str, element: Described<'_>, own: Option<&str>) -> Style {
        let mut rules = Sheet::default();
        rules.read(sheet);
        let mut style = Style::default();
        let mut list = Vec::new();
        read(own.unwrap_or_default(), |said, important| list.push((important, said)));
        rules.say(&element, Ancestors::default(), &list, |said| style.take(said));
        style
    }

    fn hidden(sheet: &str) -> bool {
        style(sheet, element("td", Some("i"), Some("x y")), None).display == Some(Display::None)
    }

    #[test]
    fn rules_that_are_about_an_element() {
        for sheet in [
            ".x{display:none}",
            "TD.x { color: red; display: none }",
            "p, #i , q {display:none}",
            "/* a{ */ .x /* b */ {display:none}",
            "<!-- .x{display:none} -->",
            "@charset 'utf-8'; @import url(a.css); .x{display:none}",
            "@media screen and (min-width: 600px) {a{} .x{display:none} b{}} c{}",
            "@media print{.x{display:block!important}} .x{display:none}",
            "@font-face{font-family:a} @keyframes k{from{opacity:0}} .x{display:none}",
            "a{content:'}'} .x{display:none}",
            "a{ .x{display:block} } *{display:none}",
            ".x{display:none",
            "#i{display:none} .x.y{display:block} td{display:block}",
            ".x{display:none!important} #i{display:block}",
            ".y{display:block} .x{display:none}",
        ] {
            assert!(hidden(sheet), "{sheet}");
        }
        for sheet in [
            "",
            ".z{display:none}",
            "th.x{display:none}",
            ".x:hover{display:none}",
            "@media print{.x{display:none}}",
            "@media (max-width:600px){.x{display:none}}",
            "@media not all{.x{display:none}}",
            ".x{display:none} .x{display:block}",
            "div .x{display:none}",
            "/* .x{display:none}",
        ] {
            assert!(!hidden(sheet), "{sheet}");
        }
    }

    #[test]
    fn the_attribute_outranks_rules_but_not_important_ones() {
        let own = |sheet| style(sheet, element("td", None, Some("x")), Some("display:block")).display;
        assert_eq!(own(".x{display:none}"), Some(Display::Block));
        assert_eq!(own(".x{display:none !important}"), Some(Display::None));
    }

    #[test]
    fn rules_about_what_stands_in_others() {
        let mut rules = Sheet::default();
        rules.read("table .r>td{display:none}");
        let place = |outer, name, class| rules.ancestors(&element(name, None, class), outer);
        let table = place(Ancestors::default(), "table", None);
        let row = place(table, "tr", Some("r"));
        let inner = place(row, "b", None);
        let said = |rules: &mut Sheet, outer| {
            let mut count = 0;
            rules.say(&element("td", None, None), outer, &[], |_| count += 1);
            count
        };
        assert_eq!(said(&mut rules, row), 1);
        assert_eq!(said(&mut rules, table), 0);
        assert_eq!(said(&mut rules, inner), 0);
    }

    #[test]
    fn what_is_not_known_of_grounds() {
        let incomplete = |sheet| {
            let mut rules = Sheet::default();
            rules.read(sheet);
            rules.is_incomplete
        };
        assert!(incomplete("@import 'a.css';"));
        assert!(incomplete("tr:nth-child(2){background:red}"));
        assert!(!incomplete("a:hover{color:red} td{background:red}"));
    }

    #[test]
    fn hostile_sheets_end() {
        let deep = "@media all{".repeat(10_000) + &"a{".repeat(10_000);
        let many = ".a{color:red}".repeat(10_000);
        let long = ".a".repeat(10_000) + "{color:red}";
        let wide = (0..1000).map(|number| format!(".a{number} b{{color:red}}")).collect::<Vec<_>>().concat();
        for sheet in
            [deep, many, long, wide, "{".to_owned(), "@".to_owned(), "@media".to_owned(), "'".to_owned()]
        {
            let mut rules = Sheet::default();
            rules.read(&sheet);
            rules.say(&element("b", None, Some("a")), Ancestors::default(), &[], |_| {});
        }
    }
}
