//! The insertion modes before the body, those of templates and of frames, and the elements that hold no words of the page.

use super::build::{Builder, Mode, Next};
use crate::html::tag::Tag;
use crate::html::tokens::{Attribute, Name};

impl<'s> Builder<'s> {
    pub(super) fn start_before_head(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::Html => {
                self.read_root();
                Next::Done
            }
            Tag::Head => {
                self.enter_head();
                Next::Done
            }
            _ => {
                self.enter_head();
                Next::Again
            }
        }
    }

    fn enter_head(&mut self) {
        self.open_implied(Tag::Head);
        self.mode = Mode::InHead;
    }

    fn leave_head(&mut self) {
        self.pop();
        self.mode = Mode::AfterHead;
    }

    fn enter_body(&mut self) {
        self.open_implied(Tag::Body);
        self.mode = Mode::InBody;
    }

    /// Text that is no white space ends the head, or the columns.
    pub(super) fn leave_for_text(&mut self) -> Next {
        match self.mode {
            Mode::BeforeHead => self.enter_head(),
            Mode::InHead => self.leave_head(),
            Mode::AfterHead => self.enter_body(),
            _ => return self.leave_columns(),
        }
        Next::Again
    }

    pub(super) fn start_in_head(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::Html => {
                self.read_root();
                Next::Done
            }
            Tag::Head => Next::Done,
            _ if self.start_of_head(name) => Next::Done,
            _ => {
                self.leave_head();
                Next::Again
            }
        }
    }

    pub(super) fn start_after_head(&mut self, name: Name<'s>) -> Next {
        match name.tag {
            Tag::Html | Tag::Head => Next::Done,
            Tag::Body => {
                self.open_body(name);
                self.mode = Mode::InBody;
                Next::Done
            }
            Tag::Frameset => {
                self.mode = Mode::InFrames;
                Next::Done
            }
            Tag::Noscript => {
                self.enter_body();
                Next::Again
            }
            _ if self.start_of_head(name) => Next::Done,
            _ => {
                self.enter_body();
                Next::Again
            }
        }
    }

    pub(super) fn end_in_head(&mut self, name: Name<'s>) -> Next {
        match (name.tag, self.mode) {
            (Tag::Template, Mode::InHead | Mode::AfterHead) => {
                self.end_template();
                Next::Done
            }
            (Tag::Head, Mode::InHead) => {
                self.leave_head();
                Next::Done
            }
            (Tag::Head | Tag::Body | Tag::Html | Tag::Br, Mode::BeforeHead) => {
                self.enter_head();
                Next::Again
            }
            (Tag::Body | Tag::Html | Tag::Br, Mode::InHead) => {
                self.leave_head();
                Next::Again
            }
            (Tag::Body | Tag::Html | Tag::Br, _) => {
                self.enter_body();
                Next::Again
            }
            _ => Next::Done,
        }
    }

    /// The start tags that are read "in head" wherever they stand. Whether this was one.
    pub(super) fn start_of_head(&mut self, name: Name<'s>) -> bool {
        match name.tag {
            Tag::Base
            | Tag::Basefont
            | Tag::Bgsound
            | Tag::Link
            | Tag::Meta
            | Tag::Title
            | Tag::Style
            | Tag::Noframes
            | Tag::Noscript
            | Tag::Script => self.record_only(name),
            _ => {}
        }
        match name.tag {
            Tag::Base | Tag::Basefont | Tag::Bgsound => {}
            Tag::Link => self.read_link(),
            Tag::Meta => self.read_meta(),
            Tag::Title => {
                let title = self.tokens.content(name);
                self.read_title(title);
            }
            Tag::Style => {
                let media = self.tokens.attributes.raw(Attribute::Media);
                let sheet = self.tokens.content(name);
                self.read_sheet(media, sheet);
            }
            Tag::Noframes | Tag::Noscript | Tag::Script => {
                self.tokens.content(name);
            }
            Tag::Template => {
                self.doubt_host();
                self.open(name);
                self.mode = Mode::InTemplate;
                self.template_modes.push(Mode::InTemplate);
            }
            _ => return false,
        }
        true
    }

    /// `</template>`.
    pub(super) fn end_template(&mut self) {
        let Some(template) = self.stack.last(Tag::Template) else { return };
        self.close(template);
        self.template_modes.pop();
        self.reset_mode();
    }

    pub(super) fn start_in_template(&mut self, name: Name<'s>) -> Next {
        if name.tag != Tag::Noscript && self.start_of_head(name) {
            return Next::Done;
        }
        self.mode = match name.tag {
            Tag::Caption | Tag::Colgroup | Tag::Tbody | Tag::Tfoot | Tag::Thead => Mode::InTable,
            Tag::Col => Mode::InColumns,
            Tag::Tr => Mode::InTableBody,
            Tag::Td | Tag::Th => Mode::InRow,
            _ => Mode::InBody,
        };
        if let Some(mode) = self.template_modes.last_mut() {
            *mode = self.mode;
        }
        Next::Again
    }

    pub(super) fn start_in_frames(&mut self, name: Name<'s>) -> Next {
        if name.tag == Tag::Noframes {
            self.tokens.content(name);
        }
        Next::Done
    }
}
