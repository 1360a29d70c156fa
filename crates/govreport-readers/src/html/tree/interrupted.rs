//! A formatting element that something else closed.

use crate::html::look::Look;
use crate::html::tag::Tag;

/// A formatting element that goes on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Interrupted {
    pub(super) tag: Tag,
    pub(super) serial: u32,
    /// The element that bounds it: a cell, or the page.
    pub(super) scope: u32,
    pub(super) look: Look,
    /// How words looked around it.
    pub(super) around: Look,
}
