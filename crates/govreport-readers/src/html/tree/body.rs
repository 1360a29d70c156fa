//! The insertion mode "in body".

use super::Kind;
use super::build::{Builder, Form, Mode, Next};
use super::stack::Space;
use crate::html::tag::Tag;
use crate::html::tokens::{Closing, Name};

impl<'s> Builder<'s> {
    pub(super) fn start_in_body(&mut self, name: Name<'s>, closing: Closing) -> Next {
        match name.tag {
            // Inline elements without rules of their own are by far the most frequent.
            Tag::Span | Tag::Font | Tag::OfficeParagraph | Tag::B | Tag::Strong => self.open(name),
            Tag::P | Tag::Div => {
                self.close_p();
                self.open(name);
            }
            Tag::Br => {
                self.record_only(name);
                self.leaf(Kind::Break);
            }
            Tag::A => {
                if let Some(open) = self.stack.last(Tag::A)
                    && self.since_marker(open)
                {
                    self.end_formatting(name);
                }
                self.open(name);
            }
            Tag::Table => {
                if !self.quirks {
                    self.close_p();
                }
                self.open(name);
                self.mode = Mode::InTable;
            }
            Tag::Img | Tag::Image => self.picture(name),
            // Parts of a table outside of one are nothing.
            Tag::Html => self.read_root(),
            Tag::Body
            | Tag::Frameset
            | Tag::Caption
            | Tag::Col
            | Tag::Colgroup
            | Tag::Frame
            | Tag::Head
            | Tag::Tbody
            | Tag::Td
            | Tag::Tfoot
            | Tag::Th
            | Tag::Thead
            | Tag::Tr => {}
            _ if self.start_of_head(name) => {}
            _ => self.start_other(name, closing),
        }
        Next::Done
    }

    fn start_other(&mut self, name: Name<'s>, closing: Closing) {
        match name.tag {
            tag if tag.closes_p() => {
                self.close_p();
                self.open(name);
            }
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                self.close_p();
                let top = self.stack.top();
                if top.space == Space::Html && top.tag.heading().is_some() {
                    self.pop();
                }
                self.open(name);
            }
            Tag::Pre | Tag::Listing => {
                self.close_p();
                self.open(name);
                self.skip_line_feed = true;
            }
            Tag::Form => self.start_form(name),
            Tag::Li => self.start_item(name, [Tag::Li, Tag::Li], [Tag::Dd, Tag::Dt]),
            Tag::Dd | Tag::Dt => self.start_item(name, [Tag::Dd, Tag::Dt], [Tag::Li, Tag::Li]),
            Tag::Plaintext => {
                self.close_p();
                self.open(name);
                let rest = self.tokens.rest();
                self.append_verbatim(rest);
            }
            Tag::Button => {
                if let Some(button) = self.stack.in_scope(Tag::Button) {
                    self.close(button);
                }
                self.open(name);
            }
            Tag::Nobr => {
                if self.stack.in_scope(Tag::Nobr).is_some() {
                    self.end_formatting(name);
                }
                self.open(name);
            }
            Tag::Hr => {
                self.close_p();
                if self.stack.in_scope(Tag::Select).is_some() {
                    self.close_implied(None);
                }
                self.record_only(name);
                self.leaf(Kind::Block);
            }
            Tag::Input => {
                if let Some(select) = self.stack.in_scope(Tag::Select) {
                    self.close(select);
                }
                self.show_input(name);
            }
            Tag::Textarea => {
                self.open(name);
                let content = self.tokens.content(name);
                self.append_text(super::build::without_line_feed(content));
                self.pop();
            }
            Tag::Xmp => {
                self.close_p();
                self.open(name);
                let content = self.tokens.content(name);
                self.append_verbatim(content);
                self.pop();
            }
            Tag::Iframe | Tag::Noembed | Tag::Object | Tag::Canvas | Tag::Embed => self.start_embedded(name),
            Tag::Select => match self.stack.in_scope(Tag::Select) {
                Some(select) => self.close(select),
                None => self.open_select(name),
            },
            Tag::Option | Tag::Optgroup => self.start_option(name),
            Tag::Rb | Tag::Rtc | Tag::Rp | Tag::Rt => {
                if self.stack.in_scope(Tag::Ruby).is_some() {
                    let inside = matches!(name.tag, Tag::Rp | Tag::Rt);
                    self.close_implied(inside.then_some(Tag::Rtc));
                }
                self.open(name);
            }
            Tag::Math => self.open_foreign(name, Space::Math, closing),
            Tag::Svg => self.open_foreign(name, Space::Svg, closing),
            tag if tag.is_void() => self.record_only(name),
            _ => self.open(name),
        }
    }

    fn start_form(&mut self, name: Name<'s>) {
        let in_template = self.stack.last(Tag::Template).is_some();
        if self.form.is_some() && !in_template {
            return;
        }
        self.close_p();
        self.open(name);
        if !in_template {
            self.form = Some(Form { position: self.stack.len() - 1, serial: self.stack.top().serial });
        }
    }

    fn start_item(&mut self, name: Name<'s>, own: [Tag; 2], others: [Tag; 2]) {
        if let Some(item) = self.stack.item(own, others) {
            self.close(item);
        }
        self.close_p();
        self.open(name);
    }

    fn start_option(&mut self, name: Name<'s>) {
        if self.stack.in_scope(Tag::Select).is_some() {
            self.close_implied((name.tag == Tag::Option).then_some(Tag::Optgroup));
        } else if self.stack.top().space == Space::Html && self.stack.top().tag == Tag::Option {
            self.pop();
        }
        self.open_option(name);
    }

    pub(super) fn end_in_body(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::P => {
                if self.stack.p_in_scope().is_none() {
                    // `</p>` alone is an empty paragraph.
                    self.open_implied(Tag::P);
                }
                self.close_p();
            }
            tag if tag.is_formatting() => self.end_formatting(name),
            Tag::Body | Tag::Html => {}
            Tag::Template => self.end_template(),
            Tag::Br => self.leaf(Kind::Break),
            Tag::Form => self.end_form(),
            Tag::Li => {
                if let Some(item) = self.stack.li_in_scope() {
                    self.close(item);
                }
            }
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                const ALL: [Tag; 6] = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
                let heading = self.stack.last_of(&ALL).map(|(position, _)| position);
                if let Some(heading) = heading.filter(|heading| *heading >= self.stack.top().scope) {
                    self.close(heading);
                }
            }
            Tag::Dd
            | Tag::Dt
            | Tag::Applet
            | Tag::Marquee
            | Tag::Object
            | Tag::Button
            | Tag::Listing
            | Tag::Pre
            | Tag::Select => self.end_in_scope(name.tag),
            tag if tag.closes_p() => self.end_in_scope(tag),
            _ => {
                if let Some(open) = self.stack.last_named(name)
                    && !self.stack.is_below_special(open)
                {
                    self.close(open);
                }
            }
        }
        Next::Done
    }

    fn end_in_scope(&mut self, tag: Tag) {
        if let Some(open) = self.stack.in_scope(tag) {
            self.close(open);
        }
    }

    fn end_form(&mut self) {
        if self.stack.last(Tag::Template).is_some() {
            self.end_in_scope(Tag::Form);
            return;
        }
        let Some(form) = self.form.take() else { return };
        let open = self.stack.get(form.position).is_some_and(|entry| entry.serial == form.serial);
        if !open || form.position < self.stack.top().scope {
            return;
        }
        self.close_implied(None);
        if form.position + 1 == self.stack.len() {
            self.pop();
        } else {
            self.stack.remove(form.position);
        }
    }

    /// The end tag of a formatting element; what stands on it stays open (the "adoption agency").
    fn end_formatting(&mut self, name: Name<'s>) {
        let Some(open) = self.stack.in_scope(name.tag) else { return self.end_last_interrupted(name.tag) };
        let serial = self.stack.get(open).map_or(0, |entry| entry.serial);
        if !self.stack.is_below_special(open) {
            self.close(open);
            self.end_interrupted(serial);
            return;
        }
        if self.stack.get(open).is_some_and(|entry| entry.behind.link) {
            self.leaf(Kind::LinkEnd);
        }
        self.stack.remove(open);
    }

    /// Whether no element that formatting does not leave was opened since.
    fn since_marker(&self, position: u32) -> bool {
        position >= self.stack.top().scope
    }
}
