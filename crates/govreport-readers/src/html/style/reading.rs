//! Reads style sheets: rules, rules in rules, and groups of them.

use std::borrow::Cow;
use std::rc::Rc;

use super::content::{self, Piece};
use super::declaration::{Declaration, pairs, say_one};
use super::media;
use super::query::{self, Part, Queries, Truth, end_of};
use super::sheet::{Saying, Sheet};

/// How deep rules and groups stand in each other. No sheet that a person writes comes near.
/// Measured: with 12, no cell changes.
const DEEPEST: u32 = 24;

/// Where rules stand.
#[derive(Clone)]
struct Around {
    /// The selectors of the rule around.
    parent: Option<Queries>,
    /// It is not known whether the group around counts.
    is_doubtful: bool,
    is_layered: bool,
    depth: u32,
}

impl Sheet {
    /// Takes the rules of a style sheet in. Those of one that is `doubtful` may not count.
    pub(in crate::html) fn read(&mut self, sheet: &str, is_doubtful: bool) {
        let sheet = without_comments(sheet);
        if sheet.contains("var(") {
            self.variables.collect(&sheet);
        }
        let around = Around { parent: None, is_doubtful, is_layered: false, depth: 0 };
        self.read_rules(&sheet, &around);
    }

    /// Whether `media` of a style sheet means a screen; `None` where it does not.
    pub(in crate::html) fn read_for(&mut self, media: Option<&str>, sheet: &str) {
        match media.map_or(Truth::Yes, media::is_for_screens) {
            Truth::No => {}
            truth => self.read(sheet, truth == Truth::Maybe),
        }
    }

    fn read_rules(&mut self, sheet: &str, around: &Around) {
        let mut rest = sheet;
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
                    self.is_incomplete |= begins_with(prelude, "@import");
                    rest = &more[1..];
                }
                Some(_) => {
                    let (block, after) = block(&more[1..]);
                    self.read_block(prelude, block, around);
                    rest = after;
                }
            }
        }
    }

    /// Reads a rule or a group.
    fn read_block(&mut self, prelude: &str, block: &str, around: &Around) {
        if !prelude.starts_with('@') {
            self.read_rule(prelude, block, around);
            return;
        }
        let Some(inner) = group(prelude, around) else { return };
        if inner.depth > DEEPEST {
            self.is_overfull = true;
        } else if let Some(parent) = &inner.parent {
            // In a rule, declarations may stand in the group itself.
            self.read_body(&Rc::clone(parent), block, &inner);
        } else {
            self.read_rules(block, &inner);
        }
    }

    fn read_rule(&mut self, selectors: &str, block: &str, around: &Around) {
        let holds_rules = memchr::memchr(b'{', block.as_bytes()).is_some();
        // What says nothing of what is seen needs no selectors.
        let mut says = holds_rules;
        if !says {
            pairs(block, |name, value, _| {
                says |= name.eq_ignore_ascii_case("content");
                say_one(name, value, &mut |_| says = true);
            });
        }
        if !says {
            return;
        }
        let Some(list) = query::list(selectors, around.parent.as_ref()) else { return };
        let is_doubtful = around.is_doubtful || list.is_doubtful;
        let inner = Around { is_doubtful, ..around.clone() };
        let declarations = if holds_rules { own(block) } else { Cow::Borrowed(block) };
        self.keep_all(&list, &declarations, &inner);
        if holds_rules {
            let whole = list.queries.into_iter().filter(|(_, part)| *part == Part::Whole);
            let parent: Queries = whole.map(|(query, _)| query).collect();
            self.read_nested(&parent, block, &inner);
        }
    }

    /// Reads what stands in a group in a rule.
    fn read_body(&mut self, parent: &Queries, block: &str, around: &Around) {
        let queries = parent.iter().map(|query| (query.clone(), Part::Whole)).collect();
        let list = query::List { queries, is_doubtful: false };
        self.keep_all(&list, &own(block), around);
        self.read_nested(parent, block, around);
    }

    /// Reads the rules that stand in a rule.
    fn read_nested(&mut self, parent: &Queries, block: &str, around: &Around) {
        if around.depth >= DEEPEST {
            self.is_overfull = true;
            return;
        }
        let inner = Around { parent: Some(Rc::clone(parent)), depth: around.depth + 1, ..around.clone() };
        each_item(block, |item| {
            if let Item::Rule(prelude, block) = item {
                self.read_block(prelude, block, &inner);
            }
        });
    }

    /// Keeps a rule for each of its selectors.
    fn keep_all(&mut self, list: &query::List, declarations: &str, around: &Around) {
        let declarations = self.variables.put_into(declarations);
        let mut said = Vec::new();
        let mut content: Option<(bool, Rc<[Piece]>)> = None;
        pairs(&declarations, |name, value, important| {
            say_one(name, value, &mut |declaration| said.push((important, declaration)));
            if name.eq_ignore_ascii_case("content")
                && let Some(pieces) = content::read(value)
            {
                content = Some((important, pieces.into()));
            }
        });
        if said.is_empty() && content.is_none() {
            return;
        }
        let Around { is_doubtful, is_layered, .. } = *around;
        let saying =
            Saying { said: said.as_slice().into(), content: content.clone(), is_doubtful, is_layered };
        // A picture put in the place of an element hides what stands in it.
        let is_replaced = content.is_some_and(|(_, pieces)| pieces.contains(&Piece::Unknown));
        if is_replaced {
            said.push((false, Declaration::Doubt));
        }
        let of_whole = Saying { said: said.into(), content: None, ..saying.clone() };
        for (query, part) in &list.queries {
            let saying = if *part == Part::Whole { &of_whole } else { &saying };
            if !saying.said.is_empty() || saying.content.is_some() {
                self.keep(query.clone(), *part, saying);
            }
        }
    }
}

/// Where the rules of a group stand; `None` where the group does not count, or holds no rules.
fn group(prelude: &str, around: &Around) -> Option<Around> {
    let mut inner = Around { depth: around.depth + 1, ..around.clone() };
    let rest = |word: &str| prelude.get(word.len()..).unwrap_or_default();
    let truth = if begins_with(prelude, "@media") {
        media::is_for_screens(rest("@media"))
    } else if begins_with(prelude, "@supports") {
        media::supports(rest("@supports"))
    } else if begins_with(prelude, "@layer") {
        inner.is_layered = true;
        Truth::Yes
    } else if begins_with(prelude, "@container") || begins_with(prelude, "@scope") {
        Truth::Maybe
    } else {
        return None;
    };
    inner.is_doubtful |= truth == Truth::Maybe;
    (truth != Truth::No).then_some(inner)
}

/// Whether a text begins with a word.
fn begins_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word))
        && !text
            .get(word.len()..)
            .unwrap_or_default()
            .starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
}

/// What stands in the block of a rule.
enum Item<'t> {
    Declaration(&'t str),
    /// What stands before its block, and the block.
    Rule(&'t str, &'t str),
}

/// The declarations of a block in which rules stand too.
fn own(block: &str) -> Cow<'_, str> {
    let mut own = String::new();
    each_item(block, |item| {
        if let Item::Declaration(declaration) = item {
            own.push_str(declaration);
            own.push(';');
        }
    });
    own.into()
}

fn each_item(text: &str, mut give: impl FnMut(Item<'_>)) {
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii_whitespace() && !matches!(c, ';' | '}')) {
        rest = rest.get(start..).unwrap_or_default();
        let end = end_of(rest, |byte| matches!(byte, b';' | b'{')).unwrap_or(rest.len());
        let (before, more) = rest.split_at(end);
        if let Some(more) = more.strip_prefix('{') {
            let (inner, after) = block(more);
            // A value of a name of its own may be anything.
            if !before.starts_with("--") {
                give(Item::Rule(before.trim_ascii(), inner));
            }
            rest = after;
        } else {
            give(Item::Declaration(before));
            rest = more;
        }
    }
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
