//! What is said of one element, all taken together: by the standard, by rules, by its own attribute `style`.

use std::rc::Rc;

use super::content::Piece;
use super::query::Part;
use super::selector::{Ancestors, Described};
use super::sheet::{Said, Sheet};
use super::{Declaration, Display, Paint, Style};

/// What is put before or behind what stands in an element.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::html) struct Put {
    pub(in crate::html) words: String,
    pub(in crate::html) style: Style,
    /// It is not known what is shown.
    pub(in crate::html) is_unknown: bool,
}

/// What is said of an element.
#[derive(Debug, Default)]
pub(in crate::html) struct Told {
    pub(in crate::html) style: Style,
    pub(in crate::html) before: Option<Put>,
    pub(in crate::html) behind: Option<Put>,
}

/// A rule that is about an element.
#[derive(Debug)]
struct Heard {
    part: Part,
    said: Said,
    content: Option<(bool, Rc<[Piece]>)>,
    is_doubtful: bool,
}

impl Sheet {
    /// All that is said of an element: `style` by the standard, then by the rules and by its own attribute `style`, in the order
    /// in which it counts. `attribute` gives the values of its attributes.
    pub(in crate::html) fn tell<'a>(
        &mut self,
        element: &Described<'_>,
        outer: Ancestors,
        met: u32,
        (style, own): (Style, &[(bool, Declaration)]),
        attribute: &dyn Fn(&str) -> Option<std::borrow::Cow<'a, str>>,
    ) -> Told {
        let puts = self.puts();
        let heard = |(rule, is_doubtful): (&super::sheet::Rule, bool)| Heard {
            part: rule.part,
            said: Rc::clone(&rule.said),
            content: rule.content.clone(),
            is_doubtful,
        };
        let heard: Vec<Heard> = self.find(element, outer, met).map(heard).collect();
        let mut told = Told { style: of_whole(&heard, style, own), ..Told::default() };
        if puts && heard.iter().any(|heard| matches!(heard.part, Part::Before | Part::After)) {
            told.before = put(&heard, Part::Before, attribute);
            told.behind = put(&heard, Part::After, attribute);
        }
        told
    }
}

/// What the rules about a part say, those that are important last, and the doubtful ones only if they are asked for.
fn taken(
    heard: &[Heard],
    part: Part,
    doubtful: bool,
    mut style: Style,
    own: &[(bool, Declaration)],
) -> Style {
    for wanted in [false, true] {
        let rules = heard.iter().filter(|heard| heard.part == part && (doubtful || !heard.is_doubtful));
        let said = rules.flat_map(|heard| heard.said.iter()).chain(own);
        said.filter(|(important, _)| *important == wanted).for_each(|(_, said)| style.take(*said));
    }
    style
}

fn of_whole(heard: &[Heard], style: Style, own: &[(bool, Declaration)]) -> Style {
    let mut told = taken(heard, Part::Whole, false, style, own);
    // A first letter or line that looks otherwise: what is left of a number is not known.
    if heard.iter().any(|heard| heard.part == Part::Begin) {
        told.take(Declaration::Doubt);
    }
    let of_whole = |heard: &&Heard| heard.part == Part::Whole;
    if heard.iter().filter(of_whole).any(|heard| heard.is_doubtful) {
        let other = taken(heard, Part::Whole, true, style, own);
        doubt(&mut told, &other);
    }
    told
}

/// Where it is not known whether an element is told to look like `other`.
fn doubt(told: &mut Style, other: &Style) {
    if told.ground != other.ground || told.pictured != other.pictured {
        told.ground = Some(Paint::Unknown);
    }
    if told.looks_like(other) {
        return;
    }
    told.take(Declaration::Doubt);
    let is_shown = |style: &Style| style.display != Some(Display::None);
    if is_shown(told) != is_shown(other) {
        told.may_vanish = true;
        if !is_shown(told) {
            told.display = other.display;
        }
    }
    if told.visible == Some(false) {
        told.visible = other.visible;
    }
}

/// What is put into a part.
fn put<'a>(
    heard: &[Heard],
    part: Part,
    attribute: &dyn Fn(&str) -> Option<std::borrow::Cow<'a, str>>,
) -> Option<Put> {
    let rules = || heard.iter().filter(|heard| heard.part == part);
    let content = |wanted: bool| {
        rules().rev().find_map(|heard| heard.content.as_ref().filter(|(important, _)| *important == wanted))
    };
    let (_, pieces) = content(true).or_else(|| content(false))?;
    let mut put = Put { words: String::new(), style: Style::default(), is_unknown: false };
    put.style = taken(heard, part, true, put.style, &[]);
    for piece in pieces.iter() {
        match piece {
            Piece::Words(words) => put.words.push_str(words),
            Piece::Attribute(name) => put.words.push_str(&attribute(name).unwrap_or_default()),
            Piece::Unknown => put.is_unknown = true,
        }
    }
    put.is_unknown |= rules().any(|heard| heard.is_doubtful);
    // Signs that only the font of a site knows are pictures.
    put.is_unknown |= put.words.chars().any(is_private);
    put.words.retain(|c| !is_private(c));
    (put.is_unknown || !put.words.is_empty()).then_some(put)
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}
