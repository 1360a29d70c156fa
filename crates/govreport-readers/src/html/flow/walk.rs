//! Goes through a tree without recursion: pages are nested deeper than any stack.

use crate::html::tree::{Kind, NONE, NodeId, Tree};

/// A step of the way through a tree.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step<'s> {
    /// Into a node, before its children.
    Enter(NodeId, Kind<'s>),
    /// Out of a node, after its children.
    Leave(Kind<'s>),
}

/// The way through a node and all below it.
#[derive(Debug)]
pub(super) struct Walk<'t, 's> {
    tree: &'t Tree<'s>,
    root: NodeId,
    /// The node to enter next, or to leave.
    at: NodeId,
    leaving: bool,
}

impl<'t, 's> Walk<'t, 's> {
    pub(super) fn new(tree: &'t Tree<'s>, root: NodeId) -> Self {
        Self { tree, root, at: root, leaving: false }
    }

    /// Passes over the children of the node entered last.
    pub(super) fn pass_over(&mut self, node: NodeId) {
        (self.at, self.leaving) = (node, true);
    }
}

impl<'s> Iterator for Walk<'_, 's> {
    type Item = Step<'s>;

    fn next(&mut self) -> Option<Step<'s>> {
        let id = self.at;
        let node = self.tree.node(id)?;
        if !self.leaving {
            match node.first {
                NONE => self.leaving = true,
                first => self.at = first,
            }
            return Some(Step::Enter(id, node.kind));
        }
        (self.at, self.leaving) = match node.next {
            _ if id == self.root => (NONE, true),
            NONE => (node.parent, true),
            next => (next, false),
        };
        Some(Step::Leave(node.kind))
    }
}
