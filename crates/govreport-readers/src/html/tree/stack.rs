//! The open elements.
//!
//! The standard walks down the stack of open elements to find one "in scope". A page of unclosed elements would make that
//! quadratic. Here each element knows the nearest element below it of each kind that ends such a walk, and the one before it
//! with its name, so every question is answered at once.

use std::collections::HashMap;

use super::formula::Formula;
use super::{NONE, NodeId, Place};
use crate::html::look::Look;
use crate::html::style::Ancestors;
use crate::html::tag::Tag;
use crate::html::tokens::Name;

/// A place in the stack, from the bottom.
pub(super) type Position = u32;

/// Which vocabulary an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    Html,
    Svg,
    /// `foreignObject`, `desc`, `title` of SVG: HTML inside.
    SvgHtml,
    Math,
    /// `mi`, `mo`, `mn`, `ms`, `mtext` of `MathML`: text inside.
    MathText,
    /// `annotation-xml` of `MathML`.
    MathAnnotation,
    /// The same, of which the encoding says that HTML is inside.
    MathHtml,
}

/// An element that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) tag: Tag,
    pub(super) space: Space,
    /// Its own node, if it has one.
    pub(super) node: NodeId,
    /// Where its content goes.
    pub(super) place: Place,
    /// Its content is not shown.
    pub(super) hidden: bool,
    /// Its content keeps its lines.
    pub(super) lines: bool,
    pub(super) behind: Behind,
    /// How the words in it look.
    pub(super) look: Look,
    pub(super) ancestors: Ancestors,
    /// Its number among those that selectors are asked of.
    pub(super) recorded: u32,
    pub(super) inside: Inside,
    /// How many elements were opened directly in it.
    pub(super) children: u32,
    /// Tells it from all others.
    pub(super) serial: u32,
    /// How many elements other than inline ones are open up to here.
    pub(super) depth: u32,
    /// The number of its name; none where it was closed out of order and stays only because others stand on it.
    name: u32,
    /// The element before it with the same name.
    same: Position,
    special: Position,
    /// The nearest element that ends the search for one in scope.
    pub(super) scope: Position,
    table_scope: Position,
    stop: Position,
    html: Position,
}

/// What an element is made of; the stack adds what it has to know of its neighbours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element {
    pub(super) tag: Tag,
    pub(super) space: Space,
    pub(super) node: NodeId,
    pub(super) place: Place,
    pub(super) hidden: bool,
    pub(super) lines: bool,
    pub(super) behind: Behind,
    pub(super) look: Look,
    pub(super) ancestors: Ancestors,
    pub(super) recorded: u32,
    pub(super) inside: Inside,
}

/// What is left to know of an element that was closed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Closed {
    pub(super) tag: Tag,
    pub(super) serial: u32,
    pub(super) place: Place,
    pub(super) behind: Behind,
    /// How its words looked, if it is one of those that go on where something else closes them.
    pub(super) look: Option<Look>,
}

/// What is put behind an element when it is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Behind {
    /// The end of a link: its content is linked.
    pub(super) link: bool,
    /// A blank: it stands apart from what is beside it.
    pub(super) blank: bool,
    /// Words of a style sheet: their number in [`super::build::Builder::puts`].
    pub(super) put: Option<u32>,
}

/// What becomes of the elements that stand directly in an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    /// Nothing else than of others.
    Ordinary,
    /// `details` that is closed shows its summary only.
    Folded {
        /// Whether it is hidden itself.
        hidden: bool,
    },
    /// Parts of a formula.
    Formula(Formula),
}

/// The open elements, the root at the bottom.
#[derive(Debug)]
pub(super) struct Stack {
    entries: Vec<Entry>,
    /// The last open element of each name.
    last: Vec<Position>,
    /// Numbers of the names without a tag of their own; those of SVG and `MathML` apart.
    names: HashMap<(bool, Box<[u8]>), u32>,
    serial: u32,
}

impl Stack {
    /// The root alone.
    pub(super) fn new(place: Place, look: Look) -> Self {
        let mut stack = Self {
            entries: Vec::with_capacity(64),
            last: vec![NONE; Tag::COUNT],
            names: HashMap::new(),
            serial: 0,
        };
        let tag = Tag::Html;
        let root = Element {
            tag,
            space: Space::Html,
            node: NONE,
            place,
            hidden: false,
            lines: false,
            behind: Behind::default(),
            look,
            ancestors: Ancestors::default(),
            // It is the first of all.
            recorded: 0,
            inside: Inside::Ordinary,
        };
        stack.push(root, Name { tag, written: "html" });
        stack
    }

    /// The element on top. The root is never taken off.
    pub(super) fn top(&self) -> &Entry {
        // `new` puts the root here and `pop` leaves it.
        self.entries.last().expect("the root is on the stack")
    }

    pub(super) fn get(&self, position: Position) -> Option<&Entry> {
        self.entries.get(position as usize)
    }

    fn number(&mut self, name: Name<'_>, foreign: bool) -> u32 {
        if name.tag != Tag::Other && !foreign {
            return name.tag as u32;
        }
        let key = (foreign, name.written.to_ascii_lowercase().into_bytes().into_boxed_slice());
        let (last, names) = (&mut self.last, &mut self.names);
        *names.entry(key).or_insert_with(|| {
            last.push(NONE);
            // There are fewer names than bytes in the page.
            u32::try_from(last.len() - 1).unwrap_or(NONE)
        })
    }

    /// Opens an element.
    #[inline]
    pub(super) fn push(&mut self, element: Element, name: Name<'_>) {
        let Element { tag, space, node, place, hidden, lines, behind, look, ancestors, recorded, inside } =
            element;
        let html = space == Space::Html;
        let number = self.number(name, !html);
        // There are fewer elements than bytes in the page.
        let here = Position::try_from(self.entries.len()).unwrap_or(NONE);
        let below = self.entries.last();
        let nearest = |is: bool, of: fn(&Entry) -> Position| if is { here } else { below.map_or(0, of) };
        let special = html && tag.is_special();
        let scope = if html { tag.bounds_scope() } else { matches!(space, Space::SvgHtml | Space::MathText) };
        let counted = special && tag != Tag::Form || !html;
        let passed = matches!(tag, Tag::Address | Tag::Div | Tag::P | Tag::Li | Tag::Dd | Tag::Dt);
        self.serial += 1;
        let entry = Entry {
            tag,
            space,
            node,
            place,
            hidden,
            lines,
            behind,
            look,
            ancestors,
            recorded,
            inside,
            children: 0,
            serial: self.serial,
            depth: below.map_or(0, |below| below.depth) + u32::from(counted),
            name: number,
            same: self.last.get(number as usize).copied().unwrap_or(NONE),
            special: nearest(special, |below| below.special),
            scope: nearest(scope, |below| below.scope),
            table_scope: nearest(html && tag.bounds_table_scope(), |below| below.table_scope),
            stop: nearest(special && !passed, |below| below.stop),
            html: nearest(html, |below| below.html),
        };
        if let Some(last) = self.last.get_mut(number as usize) {
            *last = here;
        }
        self.entries.push(entry);
    }

    /// What the element on top holds is not shown.
    pub(super) fn hide_top(&mut self) {
        if let Some(top) = self.entries.last_mut() {
            top.hidden = true;
        }
    }

    /// Counts an element in the one on top: which one it is, from 0.
    pub(super) fn count_child(&mut self) -> u32 {
        let Some(top) = self.entries.last_mut() else { return 0 };
        top.children = top.children.saturating_add(1);
        top.children - 1
    }

    /// Grounds may be coloured in ways that are not known.
    pub(super) fn doubt_grounds(&mut self) {
        self.entries.iter_mut().for_each(|entry| entry.look.doubt_ground());
    }

    /// What the elements of the page can be told to stand in.
    pub(super) fn set_root(&mut self, ancestors: Ancestors) {
        if let Some(root) = self.entries.first_mut() {
            root.ancestors = ancestors;
        }
    }

    /// It is not known what is seen in the element on top.
    pub(super) fn doubt_top(&mut self) {
        if let Some(top) = self.entries.last_mut() {
            top.look.doubt();
        }
    }

    /// It is not known which cells of the table that is open stand where.
    pub(super) fn doubt_table(&mut self) {
        let table = self.last(Tag::Table).unwrap_or(0);
        self.entries.iter_mut().skip(table as usize).for_each(|entry| entry.look.doubt());
    }

    /// It is not known in which order what stands in the element on top is shown, and that beside it.
    pub(super) fn doubt_order(&mut self) {
        self.entries.iter_mut().rev().take(2).for_each(|entry| entry.look.doubt());
    }

    /// Words of a style sheet stand at the end of the element on top.
    pub(super) fn put_behind_top(&mut self, number: u32) {
        if let Some(top) = self.entries.last_mut() {
            top.behind.put = Some(number);
        }
    }

    /// Of the element on top, which is closed, only a summary is shown.
    pub(super) fn fold_top(&mut self) {
        if let Some(top) = self.entries.last_mut() {
            top.inside = Inside::Folded { hidden: std::mem::replace(&mut top.hidden, true) };
        }
    }

    /// The summary was met.
    pub(super) fn unfold_top(&mut self) {
        if let Some(top) = self.entries.last_mut() {
            top.inside = Inside::Ordinary;
        }
    }

    /// Closes the element on top.
    pub(super) fn pop(&mut self) -> Option<Closed> {
        let [_, .., entry] = self.entries.as_slice() else { return None };
        let Entry { tag, serial, place, behind, name, same, .. } = *entry;
        let look = tag.is_formatting().then_some(entry.look);
        self.entries.truncate(self.entries.len() - 1);
        self.forget(name, same);
        // What was closed out of order goes with what stood on it.
        while self.entries.len() > 1 && self.top().name == NONE {
            self.entries.pop();
        }
        Some(Closed { tag, serial, place, behind, look })
    }

    /// The last element with this name is the one before it.
    fn forget(&mut self, name: u32, same: Position) {
        if let Some(last) = self.last.get_mut(name as usize) {
            *last = same;
        }
    }

    /// Takes an element out of the middle of the stack: the last of its name.
    pub(super) fn remove(&mut self, position: Position) {
        let Some(entry) = self.entries.get_mut(position as usize) else { return };
        let open = *entry;
        entry.name = NONE;
        self.forget(open.name, open.same);
        // What stands on it looks as if it had not been there.
        let Some(below) = position.checked_sub(1).and_then(|below| self.get(below)).map(|below| below.look)
        else {
            return;
        };
        if open.tag.is_formatting() && open.look != below {
            for entry in self.entries.iter_mut().skip(position as usize) {
                entry.look = entry.look.changed(&open.look, &below);
            }
        }
    }

    /// The last open element with this tag of HTML.
    pub(super) fn last(&self, tag: Tag) -> Option<Position> {
        self.last.get(tag as usize).copied().filter(|position| *position != NONE)
    }

    /// The last open element of HTML with this name.
    pub(super) fn last_named(&self, name: Name<'_>) -> Option<Position> {
        if name.tag != Tag::Other {
            return self.last(name.tag);
        }
        self.last_interned(name, false)
    }

    /// The last open element of SVG and `MathML` with this name, if no element of HTML stands above it.
    pub(super) fn last_foreign(&self, name: Name<'_>) -> Option<Position> {
        self.last_interned(name, true).filter(|position| *position > self.top().html)
    }

    fn last_interned(&self, name: Name<'_>, foreign: bool) -> Option<Position> {
        if self.names.is_empty() {
            return None;
        }
        let key = (foreign, name.written.to_ascii_lowercase().into_bytes().into_boxed_slice());
        let number = self.names.get(&key)?;
        self.last.get(*number as usize).copied().filter(|position| *position != NONE)
    }

    /// The last open element with this tag, if it is in scope.
    pub(super) fn in_scope(&self, tag: Tag) -> Option<Position> {
        self.last(tag).filter(|position| *position >= self.top().scope)
    }

    /// The last `p`, if it is in button scope.
    pub(super) fn p_in_scope(&self) -> Option<Position> {
        let button = self.last(Tag::Button).unwrap_or(0);
        self.in_scope(Tag::P).filter(|position| *position > button)
    }

    /// The last `li`, if it is in list scope.
    pub(super) fn li_in_scope(&self) -> Option<Position> {
        let lists = self.last(Tag::Ol).max(self.last(Tag::Ul)).unwrap_or(0);
        self.in_scope(Tag::Li).filter(|position| *position > lists)
    }

    /// The last open element with this tag, if it is in table scope.
    pub(super) fn in_table_scope(&self, tag: Tag) -> Option<Position> {
        self.last(tag).filter(|position| *position >= self.top().table_scope)
    }

    /// Whether a special element stands above this one.
    pub(super) fn is_below_special(&self, position: Position) -> bool {
        self.top().special > position
    }

    /// The item of a list that a new item closes: one of `own`, if nothing but `div`, `p` and inline elements stand above it.
    pub(super) fn item(&self, own: [Tag; 2], others: [Tag; 2]) -> Option<Position> {
        let last = |tags: [Tag; 2]| tags.into_iter().filter_map(|tag| self.last(tag)).max();
        let item = last(own)?;
        (item > self.top().stop && last(others).is_none_or(|other| item > other)).then_some(item)
    }

    /// The last of several.
    pub(super) fn last_of(&self, tags: &[Tag]) -> Option<(Position, Tag)> {
        tags.iter()
            .filter_map(|tag| self.last(*tag).map(|position| (position, *tag)))
            .max_by_key(|last| last.0)
    }

    /// How many elements are open.
    pub(super) fn len(&self) -> Position {
        Position::try_from(self.entries.len()).unwrap_or(NONE)
    }
}
