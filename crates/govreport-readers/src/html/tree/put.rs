//! Words that style sheets put before and behind what stands in an element (`::before`, `::after`).

use std::rc::Rc;

use super::build::Builder;
use super::insert::Spot;
use super::known::Said;
use super::{Kind, Place};
use crate::html::look::Look;
use crate::html::style::{Display, Position, Put};
use crate::html::tag::Tag;

/// At which end of an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Before,
    Behind,
}

impl Builder<'_> {
    /// Whether a cell is open.
    pub(super) fn is_in_cell(&self) -> bool {
        self.stack.last(Tag::Td).is_some() || self.stack.last(Tag::Th).is_some()
    }

    /// Puts the words before what stands in the element on top, and keeps those behind it.
    #[inline(never)]
    pub(super) fn put_words_of(&mut self, said: &Rc<Said>) {
        let top = *self.stack.top();
        match top.tag {
            // A row takes them as another cell, which moves its own.
            Tag::Tr => {
                if said.before.as_ref().is_some_and(takes_room) {
                    self.stack.doubt_top();
                }
                return;
            }
            // Those of tables stand in no cell; controls and what is shown in the place of an element hold none.
            Tag::Table
            | Tag::Tbody
            | Tag::Thead
            | Tag::Tfoot
            | Tag::Input
            | Tag::Textarea
            | Tag::Select
            | Tag::Object
            | Tag::Option => return,
            _ => {}
        }
        if let Some(put) = &said.before {
            self.put_words(put, top.look, top.place, End::Before);
        }
        if said.behind.is_some() {
            // There are fewer elements than bytes in the page.
            self.stack.put_behind_top(u32::try_from(self.puts.len()).unwrap_or(u32::MAX));
            self.puts.push((Rc::clone(said), top.look));
        }
    }

    /// Puts the words behind what stands in an element that is closed.
    #[inline(never)]
    pub(super) fn put_words_behind(&mut self, number: u32, place: Place) {
        let Some((said, look)) = self.puts.get(number as usize).map(|(said, look)| (Rc::clone(said), *look))
        else {
            return;
        };
        self.puts.truncate(number as usize);
        if let Some(put) = &said.behind {
            self.put_words(put, look, place, End::Behind);
        }
    }

    fn put_words(&mut self, put: &Put, outer: Look, place: Place, end: End) {
        let style = &put.style;
        let is_block = style.display == Some(Display::Block);
        let look = outer.inside(Tag::Other, style, !is_block);
        let Some(seen) = look.seen().filter(|_| style.display != Some(Display::None)) else { return };
        // Beside a number, what is not known may be a sign of it. Elsewhere it is a picture, mostly.
        let is_unknown = put.is_unknown && self.is_in_cell();
        if !is_unknown && put.words.trim().is_empty() {
            if !is_block && !put.words.is_empty() {
                self.append_blank(place);
            }
            return;
        }
        let is_apart = look.stands_apart(style);
        if is_block && end == End::Behind {
            self.tree.insert(Kind::Break, place);
        }
        if is_apart {
            self.append_blank(place);
        }
        let start = self.tree.read.len();
        self.tree.read.push_str(&put.words);
        if is_unknown {
            self.tree.read.push(char::REPLACEMENT_CHARACTER);
        }
        let lines = style.lines.unwrap_or(false);
        let spot = Spot { place, lines, look, ..self.spot() };
        self.append_read(start, &spot, seen);
        if is_apart {
            self.append_blank(place);
        }
        if is_block && end == End::Before {
            self.tree.insert(Kind::Break, place);
        }
    }
}

/// Whether it takes room in a row.
fn takes_room(put: &Put) -> bool {
    put.style.display != Some(Display::None) && put.style.position != Some(Position::Placed)
}
