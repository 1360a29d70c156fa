//! Reads selectors.

use std::rc::Rc;

use super::names::identifier;
use super::pseudo::{self, Named, Part};
use super::{Ask, Place, Queries, Query, Step, Truth, attribute, nth};

/// How deep selectors stand in each other, and how many elements one asks for. Beyond, it is not known what they mean.
/// Measured: with 7, no cell changes.
const DEEPEST: u32 = 8;
/// Measured: with 12, no cell changes.
const LONGEST: usize = 24;

/// The selectors of a rule.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::html::style) struct List {
    pub(in crate::html::style) queries: Vec<(Query, Part)>,
    /// Something in them is not known, which may make the whole rule void.
    pub(in crate::html::style) is_doubtful: bool,
}

/// Reads the selectors of a rule, which stands in others with the selectors `parent`. `None`: browsers pass over the rule.
pub(in crate::html::style) fn list(text: &str, parent: Option<&Queries>) -> Option<List> {
    let mut reader = Reader { parent, is_doubtful: false, depth: 0, met_parent: false };
    let mut queries = Vec::new();
    for one in commas(text) {
        queries.push(reader.nested(one)?);
    }
    Some(List { queries, is_doubtful: reader.is_doubtful })
}

/// The pieces between commas that stand in no brackets and quotes.
fn commas(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = end_of(text, |byte| byte == b',').unwrap_or(text.len());
        rest = text.get(end + 1..);
        text.get(..end)
    })
}

/// Where the first byte of some kind stands that is in no brackets, no quotes and behind no escape.
pub(in crate::html::style) fn end_of(text: &str, is_end: impl Fn(u8) -> bool) -> Option<usize> {
    let (mut quote, mut depth, mut escaped) = (None, 0_u32, false);
    for (at, byte) in text.bytes().enumerate() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        match (quote, byte) {
            (_, b'\\') => escaped = true,
            (Some(open), byte) if open == byte || byte == b'\n' => quote = None,
            (None, byte) if depth == 0 && is_end(byte) => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'(' | b'[') => depth += 1,
            (None, b')' | b']') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

struct Reader<'p> {
    parent: Option<&'p Queries>,
    is_doubtful: bool,
    depth: u32,
    /// `&` was met.
    met_parent: bool,
}

impl Reader<'_> {
    /// A selector of a rule: where it stands in another and does not say how, it means what stands in that.
    fn nested(&mut self, text: &str) -> Option<(Query, Part)> {
        self.met_parent = false;
        let (lead, rest) = lead(text.trim_ascii());
        let (mut query, part) = self.query(rest)?;
        match self.parent {
            Some(parent) if lead.is_some() || !self.met_parent => {
                if let Some((step, _)) = query.compounds.first_mut() {
                    *step = lead.unwrap_or(Step::Inside);
                }
                query.compounds.insert(0, (Step::Inside, vec![Ask::Any(Rc::clone(parent), true)]));
            }
            None if lead.is_some() => return None,
            _ => {}
        }
        Some((query, part))
    }

    fn query(&mut self, text: &str) -> Option<(Query, Part)> {
        let mut compounds = Vec::new();
        let mut step = Step::Inside;
        let mut rest = text.trim_ascii();
        loop {
            let (asks, part, more) = self.compound(rest)?;
            compounds.push((step, asks));
            let next = more.trim_ascii_start();
            if next.is_empty() {
                if compounds.len() > LONGEST {
                    self.is_doubtful = true;
                    compounds.drain(..compounds.len() - 1);
                }
                return Some((Query { compounds }, part));
            }
            // Nothing stands in or behind a part.
            if part != Part::Whole {
                return None;
            }
            let (lead, after) = lead(next);
            if lead.is_none() && next.len() == more.len() {
                return None;
            }
            step = lead.unwrap_or(Step::Inside);
            rest = after;
        }
    }

    /// What is asked of one element, the part of it that is meant, and the rest of the selector.
    fn compound<'t>(&mut self, text: &'t str) -> Option<(Vec<Ask>, Part, &'t str)> {
        let mut asks = Vec::new();
        let mut part = Part::Whole;
        let mut rest = without_space(text);
        let (name, more) = identifier(rest);
        if !name.is_empty() {
            // Names do not begin with figures.
            if name.starts_with(|char: char| char.is_ascii_digit()) {
                return None;
            }
            asks.push(Ask::Name(name.into()));
            rest = more;
        } else if let Some(more) = rest.strip_prefix('*') {
            rest = more;
        }
        while let Some(mark) = rest.chars().next() {
            let more = rest.get(mark.len_utf8()..)?;
            rest = match mark {
                '.' | '#' => {
                    let (name, more) = identifier(more);
                    if name.is_empty() || mark == '.' && name.starts_with(|char: char| char.is_ascii_digit())
                    {
                        return None;
                    }
                    asks.push(if mark == '.' { Ask::Class(name.into()) } else { Ask::Id(name.into()) });
                    more
                }
                '[' => {
                    let end = end_of(more, |byte| byte == b']').unwrap_or(more.len());
                    asks.push(Ask::Attribute(attribute::read(more.get(..end)?)?));
                    more.get(end + 1..).unwrap_or_default()
                }
                '&' => {
                    self.met_parent = true;
                    let parent = self.parent.map(|parent| Ask::Any(Rc::clone(parent), true));
                    asks.push(parent.unwrap_or(Ask::Root));
                    more
                }
                ':' => self.pseudo(more, &mut asks, &mut part)?,
                _ => break,
            };
        }
        (rest.len() < text.len()).then_some((asks, part, rest))
    }

    /// What stands behind a colon.
    fn pseudo<'t>(&mut self, text: &'t str, asks: &mut Vec<Ask>, part: &mut Part) -> Option<&'t str> {
        let after = text.strip_prefix(':');
        let (name, rest) = identifier(after.unwrap_or(text));
        let name = name.to_ascii_lowercase();
        if name.is_empty() {
            return None;
        }
        if let Some(inner) = rest.strip_prefix('(') {
            let end = end_of(inner, |byte| byte == b')').unwrap_or(inner.len());
            let rest = inner.get(end + 1..).unwrap_or_default();
            if after.is_some() {
                self.take(pseudo::named(&name, true), asks, part)?;
            } else {
                let ask = self.function(&name, inner.get(..end)?)?;
                asks.push(ask);
            }
            return Some(rest);
        }
        // Those that have a part and a state are what they are when the part is pointed at.
        if name == "first-child" || name == "first-of-type" {
            asks.push(Ask::Place(place(0, 1, false, name == "first-of-type")));
        } else if name == "last-child" || name == "last-of-type" {
            asks.push(Ask::Place(place(0, 1, true, name == "last-of-type")));
        } else if name == "only-child" || name == "only-of-type" {
            let of_type = name == "only-of-type";
            asks.extend([false, true].map(|from_end| Ask::Place(place(0, 1, from_end, of_type))));
        } else {
            self.take(pseudo::named(&name, after.is_some()), asks, part)?;
        }
        Some(rest)
    }

    fn take(&mut self, named: Named, asks: &mut Vec<Ask>, part: &mut Part) -> Option<()> {
        match named {
            Named::Void => return None,
            Named::Ask(ask) => asks.push(ask),
            Named::Part(named) => *part = named,
            Named::Unknown => {
                self.is_doubtful = true;
                asks.push(Ask::Known(Truth::Maybe));
            }
        }
        Some(())
    }

    /// A pseudo-class with arguments.
    fn function(&mut self, name: &str, inner: &str) -> Option<Ask> {
        if self.depth >= DEEPEST {
            self.is_doubtful = true;
            return Some(Ask::Known(Truth::Maybe));
        }
        self.depth += 1;
        let ask = self.function_here(name, inner);
        self.depth -= 1;
        ask
    }

    fn function_here(&mut self, name: &str, inner: &str) -> Option<Ask> {
        Some(match name {
            "is" | "matches" | "-webkit-any" => Ask::Any(self.forgiving(inner), true),
            "where" => Ask::Any(self.forgiving(inner), false),
            "not" => {
                let all: Option<Vec<_>> = commas(inner).map(|one| Some(self.query(one)?.0)).collect();
                Ask::None(all?.into())
            }
            "has" => {
                let all: Option<Vec<_>> = commas(inner).map(|one| self.relative(one)).collect();
                Ask::Holds(all?.into())
            }
            "nth-child" => self.place(inner, false, false)?,
            "nth-last-child" => self.place(inner, true, false)?,
            "nth-of-type" => self.place(inner, false, true)?,
            "nth-last-of-type" => self.place(inner, true, true)?,
            _ if name.starts_with("-moz-") || name.starts_with("-ms-") => return None,
            "host" | "host-context" | "state" => Ask::Known(Truth::No),
            "lang" | "dir" => Ask::Known(Truth::Maybe),
            _ => {
                self.is_doubtful = true;
                Ask::Known(Truth::Maybe)
            }
        })
    }

    /// A list of which what is no selector is passed over.
    fn forgiving(&mut self, inner: &str) -> Queries {
        let read = |one| self.query(one).filter(|(_, part)| *part == Part::Whole);
        commas(inner).filter_map(read).map(|(query, _)| query).collect()
    }

    /// A selector of `:has`, which begins at the element that it stands at.
    fn relative(&mut self, text: &str) -> Option<Query> {
        let (lead, rest) = lead(text.trim_ascii());
        let (mut query, _) = self.query(rest)?;
        if let Some((step, _)) = query.compounds.first_mut() {
            *step = lead.unwrap_or(Step::Inside);
        }
        query.compounds.insert(0, (Step::Inside, vec![Ask::Scope]));
        Some(query)
    }

    fn place(&mut self, inner: &str, from_end: bool, of_type: bool) -> Option<Ask> {
        let lower = inner.to_ascii_lowercase();
        let (formula, among) = match lower.find(" of ") {
            Some(at) if !of_type => (inner.get(..at)?, Some(self.forgiving(inner.get(at + 4..)?))),
            _ => (inner, None),
        };
        let (each, first) = nth::read(formula)?;
        Some(Ask::Place(Place { among, ..place(each, first, from_end, of_type) }))
    }
}

fn place(each: i32, first: i32, from_end: bool, of_type: bool) -> Place {
    Place { each, first, from_end, of_type, among: None }
}

/// The sign in front that says how an element stands to the one before it.
fn lead(text: &str) -> (Option<Step>, &str) {
    let step = match text.bytes().next() {
        Some(b'>') => Step::Child,
        Some(b'+') => Step::Next,
        Some(b'~') => Step::Behind,
        _ => return (None, text),
    };
    (Some(step), text.get(1..).unwrap_or_default().trim_ascii_start())
}

/// Without a name space that means any.
fn without_space(text: &str) -> &str {
    text.strip_prefix("*|").unwrap_or(text)
}
