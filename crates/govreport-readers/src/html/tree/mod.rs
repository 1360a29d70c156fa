//! The tree of a page: what of it can be seen, in the order of the standard's tree.
//!
//! Inline elements leave no node: their words are glued together. What they say of visibility and links is kept with the
//! text.

mod body;
mod build;
mod choices;
mod controls;
mod embedded;
mod foreign;
mod formatting;
mod formula;
mod head;
mod insert;
mod interrupted;
mod known;
mod properties;
mod put;
mod record;
mod shown;
mod stack;
mod table;

pub(super) use build::build;

use super::look::Moved;

/// A node by its number in [`Tree::nodes`].
pub(super) type NodeId = u32;

/// No node.
pub(super) const NONE: NodeId = u32::MAX;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'s> {
    /// An element on lines of its own.
    Block,
    /// A paragraph: a block that shows an empty line where it is empty.
    Paragraph,
    /// A heading and its depth.
    Heading(u8),
    /// A table, and whether another stands inside.
    Table {
        /// A cell of it holds a table.
        holds_table: bool,
    },
    /// `thead`, `tbody`, or, printed last, `tfoot`.
    Section {
        /// It is a `tfoot`.
        foot: bool,
    },
    /// `tr`.
    Row {
        /// It has no height of its own: only what stands in it is shown.
        flat: bool,
    },
    /// `td` or `th`, with `colspan` and `rowspan`; 0 rows are all that follow in the section.
    Cell {
        /// How many columns it covers, from 1 to 1000.
        columns: u16,
        /// How many rows it covers, up to 65534.
        rows: u16,
    },
    /// `caption`.
    Caption,
    /// A piece of text.
    Text(Text<'s>),
    /// `br`.
    Break,
    /// A picture: the number of its words in [`Tree::strings`].
    Picture(u32),
    /// Linked words begin: the number of the target in [`Tree::strings`].
    LinkStart(u32),
    /// Linked words end.
    LinkEnd,
}

/// A piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Text<'s> {
    words: Words<'s>,
    /// Its lines are kept, as in `pre`.
    pub(super) lines: bool,
    /// It is moved from its place in the line, which means something if not all around it is.
    pub(super) moved: Option<Moved>,
    /// Its letters are shown from the last to the first.
    pub(super) is_reversed: bool,
}

impl Text<'_> {
    /// No words.
    const NONE: Self = Self { words: Words::Written(""), lines: false, moved: None, is_reversed: false };
}

/// The words of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words<'s> {
    /// As the page writes them.
    Written(&'s str),
    /// With their references read: where they stand in [`Tree::read`].
    Read(u32, u32),
}

/// A node and its neighbours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'s> {
    pub(super) kind: Kind<'s>,
    pub(super) parent: NodeId,
    pub(super) first: NodeId,
    pub(super) last: NodeId,
    pub(super) next: NodeId,
    pub(super) previous: NodeId,
}

/// The tree of a page.
#[derive(Debug)]
pub(super) struct Tree<'s> {
    /// Text whose references were read.
    read: String,
    nodes: Vec<Node<'s>>,
    strings: Vec<String>,
    /// What the page says beside its text: names and values.
    pub(super) properties: Vec<(String, String)>,
    /// Its title was met.
    titled: bool,
    /// Some text is moved above or below its line.
    pub(super) has_moved: bool,
}

/// Where something is put: under a node, before one of its children or after all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    parent: NodeId,
    before: NodeId,
}

impl<'s> Tree<'s> {
    /// The root: the body of the page.
    pub(super) const ROOT: NodeId = 0;

    fn new(source: &str) -> Self {
        let root =
            Node { kind: Kind::Block, parent: NONE, first: NONE, last: NONE, next: NONE, previous: NONE };
        // A tag leaves a node at most, and so does the text before it: of the end tags nearly none does.
        let mut nodes = Vec::with_capacity(memchr::memchr_iter(b'<', source.as_bytes()).count() + 1);
        nodes.push(root);
        Self {
            read: String::new(),
            nodes,
            strings: Vec::new(),
            properties: Vec::new(),
            titled: false,
            has_moved: false,
        }
    }

    /// A node; every number that the tree gave has one.
    pub(super) fn node(&self, id: NodeId) -> Option<&Node<'s>> {
        self.nodes.get(id as usize)
    }

    fn node_mut(&mut self, id: NodeId) -> Option<&mut Node<'s>> {
        self.nodes.get_mut(id as usize)
    }

    /// The children of a node.
    pub(super) fn children(&self, id: NodeId) -> impl Iterator<Item = (NodeId, Kind<'s>)> {
        let mut next = self.node(id).map_or(NONE, |node| node.first);
        std::iter::from_fn(move || {
            let id = next;
            let node = self.node(id)?;
            next = node.next;
            Some((id, node.kind))
        })
    }

    /// The words of a piece of text.
    pub(super) fn text(&self, text: Text<'s>) -> &str {
        match text.words {
            Words::Written(words) => words,
            Words::Read(start, end) => self.read.get(start as usize..end as usize).unwrap_or_default(),
        }
    }

    /// The words of a picture, or the target of a link.
    pub(super) fn string(&self, number: u32) -> &str {
        self.strings.get(number as usize).map_or("", String::as_str)
    }

    fn keep(&mut self, string: String) -> u32 {
        self.strings.push(string);
        // There are fewer strings than bytes in the page.
        u32::try_from(self.strings.len() - 1).unwrap_or(NONE)
    }

    /// Leaves no word of the nodes with these numbers.
    fn erase(&mut self, nodes: std::ops::Range<usize>) {
        for node in self.nodes.get_mut(nodes).unwrap_or_default() {
            node.kind = Kind::Text(Text::NONE);
        }
    }

    fn insert(&mut self, kind: Kind<'s>, place: Place) -> NodeId {
        let Ok(id) = u32::try_from(self.nodes.len()) else { return NONE };
        let previous = match self.node(place.before) {
            Some(before) => before.previous,
            None => self.node(place.parent).map_or(NONE, |parent| parent.last),
        };
        let node = Node { kind, parent: place.parent, first: NONE, last: NONE, next: place.before, previous };
        self.nodes.push(node);
        match self.node_mut(previous) {
            Some(previous) => previous.next = id,
            None => {
                if let Some(parent) = self.node_mut(place.parent) {
                    parent.first = id;
                }
            }
        }
        match self.node_mut(place.before) {
            Some(before) => before.previous = id,
            None => {
                if let Some(parent) = self.node_mut(place.parent) {
                    parent.last = id;
                }
            }
        }
        id
    }
}
