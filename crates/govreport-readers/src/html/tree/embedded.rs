//! What is shown in the place of an element: other pages, drawings, plug-ins.

use super::build::Builder;
use crate::html::style::Display;
use crate::html::tag::Tag;
use crate::html::tokens::{Attribute, Name, attribute_named};

impl<'s> Builder<'s> {
    /// An element that something else is shown in the place of.
    pub(super) fn start_embedded(&mut self, name: Name<'s>) {
        if name.tag != Tag::Noembed {
            self.note_embedded(name);
        }
        match name.tag {
            Tag::Object | Tag::Canvas => {
                self.open(name);
                // Browsers do not agree on when an object shows what is written in it.
                if self.is_in_cell() {
                    self.stack.doubt_top();
                }
            }
            Tag::Embed => self.record_only(name),
            _ => {
                self.record_only(name);
                self.tokens.content(name);
            }
        }
    }

    /// Something begins that shows what is not read. In a cell it may be the number, or a part of it.
    #[inline(never)]
    fn note_embedded(&mut self, name: Name<'s>) {
        let shows = match name.tag {
            Tag::Object => self.tokens.attributes.has(Attribute::Data),
            Tag::Iframe => ["src", "srcdoc"].iter().any(|source| self.is_written(source)),
            _ => true,
        };
        if !shows || !self.is_in_cell() {
            return;
        }
        let spot = self.spot();
        // It is noted for selectors where it is opened.
        let said = self.style(name, &spot, super::NONE);
        let look = spot.look.inside(name.tag, &said.style, true);
        if said.style.display != Some(Display::None) && look.shows() && !spot.hidden {
            self.append_own("\u{FFFD}");
        }
    }

    /// Whether the tag that was met last has an attribute with this name.
    pub(super) fn is_written(&self, attribute: &str) -> bool {
        attribute_named(self.tokens.written(), attribute).is_some()
    }

    /// The template that begins may take the place of what stands in the element around it.
    pub(super) fn doubt_host(&mut self) {
        if self.is_written("shadowrootmode") {
            self.stack.doubt_top();
        }
    }

    /// A column begins: one that is collapsed leaves its cells out, and it is not followed which those are.
    pub(super) fn note_column(&mut self, name: Name<'s>) {
        let spot = self.spot();
        let element = self.record(name, &spot);
        if self.style(name, &spot, element).style.visible == Some(false) {
            self.stack.doubt_table();
        }
    }
}
