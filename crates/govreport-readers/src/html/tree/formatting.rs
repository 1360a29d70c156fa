//! Formatting elements (`s`, `font` …) that something else closes: how their words look goes on behind it, up to their own end tags
//! or the end of the cell. ("Reconstruct the active formatting elements" and "adoption agency" of the standard, as far as they
//! change what is seen.)

use super::build::Builder;
use super::interrupted::Interrupted;
use super::stack::Closed;
use crate::html::look::Look;
use crate::html::tag::Tag;

/// The most that go on at once.
/// Measured: with 32, no cell changes.
const MOST: usize = 64;

impl Builder<'_> {
    fn scope(&self) -> u32 {
        self.stack.get(self.stack.top().scope).map_or(0, |entry| entry.serial)
    }

    /// An element was closed.
    pub(super) fn interrupt(&mut self, entry: &Closed) {
        if let Some(look) = entry.look {
            let around = self.stack.top().look;
            if look != around && self.interrupted.len() < MOST {
                let (tag, serial) = (entry.tag, entry.serial);
                self.interrupted.push(Interrupted { tag, serial, scope: self.scope(), look, around });
            }
        } else if entry.tag.bounds_scope() && !self.interrupted.is_empty() {
            self.interrupted.retain(|interrupted| interrupted.scope != entry.serial);
        }
    }

    /// The element with this number was ended by its own tag.
    pub(super) fn end_interrupted(&mut self, serial: u32) {
        self.interrupted.retain(|interrupted| interrupted.serial != serial);
    }

    /// An end tag ends the last element of its kind that goes on, where none is open.
    pub(super) fn end_last_interrupted(&mut self, tag: Tag) {
        let scope = self.scope();
        let is_it = |interrupted: &Interrupted| interrupted.tag == tag && interrupted.scope == scope;
        if let Some(last) = self.interrupted.iter().rposition(is_it) {
            self.interrupted.remove(last);
        }
    }

    /// How words look here, by what goes on.
    pub(super) fn look_going_on(&self, look: Look) -> Look {
        if self.interrupted.is_empty() {
            return look;
        }
        let scope = self.scope();
        let here = self.interrupted.iter().filter(|interrupted| interrupted.scope == scope);
        here.fold(look, |look, interrupted| look.changed(&interrupted.around, &interrupted.look))
    }
}
