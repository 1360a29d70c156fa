//! The insertion modes of tables.

use super::build::{Builder, Form, Mode, Next};
use super::stack::Space;
use crate::html::entities::{self, Within};
use crate::html::tag::Tag;
use crate::html::tokens::{Attribute, Closing, Name};

impl<'s> Builder<'s> {
    /// Text directly in a table: white space is nothing, words are put before the table.
    pub(super) fn text_in_table(&mut self, text: &'s str) -> Next {
        let top = self.stack.top();
        let in_table = top.space == Space::Html && (top.tag.fosters() || top.tag == Tag::Template);
        if !in_table || !is_space(text) {
            self.fostering = true;
            self.append_text(text);
            self.fostering = false;
        }
        Next::Done
    }

    /// Closes elements until one of these, or a template or the root, is on top.
    fn close_to(&mut self, tags: &[Tag]) {
        let stop = self.stack.last_of(tags).map_or(0, |(position, _)| position);
        let template = self.stack.last(Tag::Template).unwrap_or(0);
        self.close(stop.max(template) + 1);
    }

    fn close_to_table(&mut self) {
        self.close_to(&[Tag::Table]);
    }

    fn close_to_section(&mut self) {
        self.close_to(&[Tag::Tbody, Tag::Tfoot, Tag::Thead]);
    }

    fn close_to_row(&mut self) {
        self.close_to(&[Tag::Tr]);
    }

    /// What has no place in a table is put before it.
    fn foster_start(&mut self, name: Name<'s>, closing: Closing) -> Next {
        self.fostering = true;
        let next = self.start_in_body(name, closing);
        self.fostering = false;
        next
    }

    pub(super) fn start_in_table(&mut self, name: Name<'s>, closing: Closing) -> Next {
        match name.tag {
            Tag::Caption => {
                self.close_to_table();
                self.open(name);
                self.mode = Mode::InCaption;
            }
            Tag::Colgroup => {
                self.close_to_table();
                self.open(name);
                if !self.stack.top().look.is_visible() {
                    self.stack.doubt_table();
                }
                self.mode = Mode::InColumns;
            }
            Tag::Col => {
                self.close_to_table();
                self.open_implied(Tag::Colgroup);
                self.note_column(name);
                self.mode = Mode::InColumns;
            }
            Tag::Tbody | Tag::Tfoot | Tag::Thead => {
                self.close_to_table();
                self.open(name);
                self.mode = Mode::InTableBody;
            }
            Tag::Td | Tag::Th | Tag::Tr => {
                self.close_to_table();
                self.open_implied(Tag::Tbody);
                self.mode = Mode::InTableBody;
                return Next::Again;
            }
            Tag::Table => {
                let Some(table) = self.stack.in_table_scope(Tag::Table) else { return Next::Done };
                self.close(table);
                self.reset_mode();
                return Next::Again;
            }
            Tag::Style | Tag::Script | Tag::Template => {
                self.start_of_head(name);
            }
            Tag::Input => {
                let hidden = self.tokens.attributes.raw(Attribute::Type);
                if !hidden.is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")) {
                    return self.foster_start(name, closing);
                }
            }
            Tag::Form => {
                if self.form.is_none() && self.stack.last(Tag::Template).is_none() {
                    // It is closed at once: nothing on the stack has its number.
                    self.form = Some(Form { position: 0, serial: 0 });
                }
            }
            _ => return self.foster_start(name, closing),
        }
        Next::Done
    }

    pub(super) fn end_in_table(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::Table => {
                if let Some(table) = self.stack.in_table_scope(Tag::Table) {
                    self.close(table);
                    self.reset_mode();
                }
                Next::Done
            }
            Tag::Body
            | Tag::Caption
            | Tag::Col
            | Tag::Colgroup
            | Tag::Html
            | Tag::Tbody
            | Tag::Td
            | Tag::Tfoot
            | Tag::Th
            | Tag::Thead
            | Tag::Tr => Next::Done,
            Tag::Template => {
                self.end_template();
                Next::Done
            }
            _ => {
                self.fostering = true;
                let next = self.end_in_body(name);
                self.fostering = false;
                next
            }
        }
    }

    fn end_caption(&mut self) -> bool {
        let Some(caption) = self.stack.in_table_scope(Tag::Caption) else { return false };
        self.close(caption);
        self.mode = Mode::InTable;
        true
    }

    pub(super) fn start_in_caption(&mut self, name: Name<'s>, closing: Closing) -> Next {
        if !is_part_of_table(name.tag) {
            return self.start_in_body(name, closing);
        }
        if self.end_caption() { Next::Again } else { Next::Done }
    }

    pub(super) fn end_in_caption(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::Caption => {
                self.end_caption();
                Next::Done
            }
            Tag::Table if self.end_caption() => Next::Again,
            tag if tag == Tag::Table || is_part_of_table(tag) || is_page(tag) => Next::Done,
            _ => self.end_in_body(name),
        }
    }

    /// Ends the columns, where they are what is open.
    pub(super) fn leave_columns(&mut self) -> Next {
        if self.stack.top().tag != Tag::Colgroup {
            return Next::Done;
        }
        self.pop();
        self.mode = Mode::InTable;
        Next::Again
    }

    pub(super) fn start_in_columns(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::Html => Next::Done,
            Tag::Col => {
                self.note_column(name);
                Next::Done
            }
            Tag::Template => {
                self.start_of_head(name);
                Next::Done
            }
            _ => self.leave_columns(),
        }
    }

    pub(super) fn end_in_columns(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::Colgroup => {
                self.leave_columns();
                Next::Done
            }
            Tag::Col => Next::Done,
            Tag::Template => {
                self.end_template();
                Next::Done
            }
            _ => self.leave_columns(),
        }
    }

    /// Whether a section of a table is in scope; it is closed then.
    fn leave_section(&mut self) -> Next {
        // Beside what is open, the standard names `table`, `tbody` and `tfoot`; with `thead` one of them is always in scope.
        let open = [Tag::Tbody, Tag::Tfoot, Tag::Table];
        if !open.into_iter().any(|tag| self.stack.in_table_scope(tag).is_some()) {
            return Next::Done;
        }
        self.close_to_section();
        self.pop();
        self.mode = Mode::InTable;
        Next::Again
    }

    pub(super) fn start_in_table_body(&mut self, name: Name<'s>, closing: Closing) -> Next {
        match name.tag {
            Tag::Tr => {
                self.close_to_section();
                self.open(name);
                self.mode = Mode::InRow;
                Next::Done
            }
            Tag::Th | Tag::Td => {
                self.close_to_section();
                self.open_implied(Tag::Tr);
                self.mode = Mode::InRow;
                Next::Again
            }
            Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Tbody | Tag::Tfoot | Tag::Thead => {
                self.leave_section()
            }
            _ => self.start_in_table(name, closing),
        }
    }

    pub(super) fn end_in_table_body(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::Tbody | Tag::Tfoot | Tag::Thead => {
                if self.stack.in_table_scope(name.tag).is_some() {
                    self.close_to_section();
                    self.pop();
                    self.mode = Mode::InTable;
                }
                Next::Done
            }
            Tag::Table => self.leave_section(),
            tag if is_part_of_table(tag) || is_page(tag) => Next::Done,
            _ => self.end_in_table(name),
        }
    }

    fn leave_row(&mut self) -> Next {
        if self.stack.in_table_scope(Tag::Tr).is_none() {
            return Next::Done;
        }
        self.close_to_row();
        self.pop();
        self.mode = Mode::InTableBody;
        Next::Again
    }

    pub(super) fn start_in_row(&mut self, name: Name<'s>, closing: Closing) -> Next {
        match name.tag {
            Tag::Th | Tag::Td => {
                self.close_to_row();
                self.open(name);
                self.mode = Mode::InCell;
                Next::Done
            }
            tag if is_part_of_table(tag) => self.leave_row(),
            _ => self.start_in_table(name, closing),
        }
    }

    pub(super) fn end_in_row(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::Tr => {
                self.leave_row();
                Next::Done
            }
            Tag::Table => self.leave_row(),
            Tag::Tbody | Tag::Tfoot | Tag::Thead => {
                if self.stack.in_table_scope(name.tag).is_some() {
                    self.leave_row()
                } else {
                    Next::Done
                }
            }
            tag if is_part_of_table(tag) || is_page(tag) => Next::Done,
            _ => self.end_in_table(name),
        }
    }

    /// Closes the cell that is open.
    fn leave_cell(&mut self) {
        if let Some((cell, _)) = self.stack.last_of(&[Tag::Td, Tag::Th]) {
            self.close(cell);
        }
        self.mode = Mode::InRow;
    }

    pub(super) fn start_in_cell(&mut self, name: Name<'s>, closing: Closing) -> Next {
        if !is_part_of_table(name.tag) {
            return self.start_in_body(name, closing);
        }
        let open = [Tag::Td, Tag::Th].into_iter().any(|tag| self.stack.in_table_scope(tag).is_some());
        if !open {
            return Next::Done;
        }
        self.leave_cell();
        Next::Again
    }

    pub(super) fn end_in_cell(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::Td | Tag::Th => {
                if let Some(cell) = self.stack.in_table_scope(name.tag) {
                    self.close(cell);
                    self.mode = Mode::InRow;
                }
                Next::Done
            }
            Tag::Table | Tag::Tbody | Tag::Tfoot | Tag::Thead | Tag::Tr => {
                if self.stack.in_table_scope(name.tag).is_none() {
                    return Next::Done;
                }
                self.leave_cell();
                Next::Again
            }
            tag if is_part_of_table(tag) || is_page(tag) => Next::Done,
            _ => self.end_in_body(name),
        }
    }
}

fn is_part_of_table(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Caption
            | Tag::Col
            | Tag::Colgroup
            | Tag::Tbody
            | Tag::Td
            | Tag::Tfoot
            | Tag::Th
            | Tag::Thead
            | Tag::Tr
    )
}

fn is_page(tag: Tag) -> bool {
    matches!(tag, Tag::Body | Tag::Html)
}

/// Whether a text prints nothing.
fn is_space(raw: &str) -> bool {
    let blank = |text: &str| text.bytes().all(|byte| byte.is_ascii_whitespace() || byte == 0);
    if !raw.contains('&') {
        return blank(raw);
    }
    let mut text = String::new();
    entities::read(raw, Within::Text, &mut text);
    blank(&text)
}
