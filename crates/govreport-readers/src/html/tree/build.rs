//! Puts the tree together, token by token, in the insertion modes of the standard.
//!
//! <https://html.spec.whatwg.org/multipage/parsing.html#tree-construction>. Left out is what leaves next to no trace in the words
//! of a page: formatting elements (`b`, `font`, `a` and their like) are not opened again in the next paragraph, and frames replace
//! no body that has text.

use std::borrow::Cow;
use std::rc::Rc;

use super::choices::Select;
use super::interrupted::Interrupted;
use super::known::{Known, Said};
use super::stack::{Space, Stack};
use super::{NONE, Place, Tree};
use crate::ReadError;
use crate::budget::Budget;
use crate::html::look::Look;
use crate::html::style::{Elements, NO_ELEMENT, Sheet};
use crate::html::tag::Tag;
use crate::html::tokens::{Closing, Name, Token, Tokens};

/// The insertion modes of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    BeforeHead,
    InHead,
    AfterHead,
    InBody,
    InTable,
    InCaption,
    InColumns,
    InTableBody,
    InRow,
    InCell,
    InTemplate,
    InFrames,
}

/// What is left to do with a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing.
    Done,
    /// It is to be read again, in the mode that is set now.
    Again,
}

/// The tokens between two looks at the clock.
const TOKENS_BETWEEN_LOOKS: u32 = 4096;

/// Builds the tree of a page.
pub(in crate::html) fn build<'s>(source: &'s str, budget: &Budget) -> Result<Tree<'s>, ReadError> {
    let mut read = pass(source, Sheet::default(), Elements::default(), false, budget)?;
    // A style sheet behind what it is about, or one that asks for what stands behind an element: with all that are known, the
    // page is read again. Once more where it was not known before that anything is asked.
    for _ in 0..2 {
        if !read.is_to_be_read_again() {
            break;
        }
        let elements = if read.records { read.elements.whole() } else { Elements::default() };
        read = pass(source, read.sheets.sheet, elements, true, budget)?;
    }
    Ok(read.tree)
}

/// Reads the page once, by the rules of `sheet` and, unless it is whole, those that are met.
fn pass<'s>(
    source: &'s str,
    sheet: Sheet,
    mut elements: Elements<'s>,
    is_whole: bool,
    budget: &Budget,
) -> Result<Builder<'s>, ReadError> {
    let mut look = Look::of_page(!sheet.is_incomplete);
    let is_overfull = sheet.is_overfull;
    if is_overfull {
        look.doubt();
    }
    elements.begin("html", "", NO_ELEMENT, NO_ELEMENT);
    let mut builder = Builder {
        tokens: Tokens::new(source),
        tree: Tree::new(source),
        stack: Stack::new(Place { parent: Tree::ROOT, before: NONE }, look),
        records: !is_whole || sheet.asks(),
        sheets: Sheets { sheet, is_whole, is_late: false, lost: false, is_overfull },
        elements,
        root: (None, None),
        puts: Vec::new(),
        selects: Vec::new(),
        interrupted: Vec::new(),
        known: Known::default(),
        mode: Mode::BeforeHead,
        template_modes: Vec::new(),
        form: None,
        fostering: false,
        quirks: true,
        skip_line_feed: false,
    };
    builder.describe_root();
    let mut count: u32 = 0;
    while let Some(token) = builder.tokens.next(builder.stack.top().space != Space::Html) {
        builder.token(token);
        budget.nesting(u64::from(builder.stack.top().depth))?;
        count = count.wrapping_add(1);
        if count.is_multiple_of(TOKENS_BETWEEN_LOOKS) {
            budget.time()?;
        }
    }
    builder.close_all();
    Ok(builder)
}

/// A form that is open, or was put into a table and closed at once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub(super) position: u32,
    pub(super) serial: u32,
}

/// The style sheets of the page, as far as they were met.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is found out at a time of its own")]
pub(super) struct Sheets {
    pub(super) sheet: Sheet,
    /// All of the page are in it.
    pub(super) is_whole: bool,
    /// One was met behind what it may be about.
    pub(super) is_late: bool,
    /// Words were left out for their colour.
    pub(super) lost: bool,
    /// When the page began, it was known that not all rules are kept.
    pub(super) is_overfull: bool,
}

/// The builder of a tree.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the standard, or of the reading, of its own"
)]
pub(super) struct Builder<'s> {
    pub(super) tokens: Tokens<'s>,
    pub(super) tree: Tree<'s>,
    pub(super) stack: Stack,
    pub(super) sheets: Sheets,
    /// The elements as selectors see them.
    pub(super) elements: Elements<'s>,
    /// They are noted. Nearly no page needs that beyond its head.
    pub(super) records: bool,
    /// Identity and classes of the root.
    pub(super) root: (Option<Cow<'s, str>>, Option<Cow<'s, str>>),
    /// What style sheets put at the end of elements that are open, and how words look there.
    pub(super) puts: Vec<(Rc<Said>, Look)>,
    /// The lists of choices that are open.
    pub(super) selects: Vec<Select>,
    /// Formatting elements that something else closed.
    pub(super) interrupted: Vec<Interrupted>,
    pub(super) known: Known,
    pub(super) mode: Mode,
    pub(super) template_modes: Vec<Mode>,
    pub(super) form: Option<Form>,
    /// What would stand directly in a table is put before it.
    pub(super) fostering: bool,
    /// The page asks for the modes of old browsers.
    pub(super) quirks: bool,
    /// A line feed that comes next is left out.
    pub(super) skip_line_feed: bool,
}

impl<'s> Builder<'s> {
    /// Whether another reading of the page would tell more.
    fn is_to_be_read_again(&self) -> bool {
        let Sheets { sheet, is_late, is_overfull, .. } = &self.sheets;
        *is_late || self.elements.wants_whole() || sheet.is_overfull && !is_overfull
    }

    fn token(&mut self, token: Token<'s>) {
        if let Token::Text(text) = token {
            let text = if std::mem::take(&mut self.skip_line_feed) { without_line_feed(text) } else { text };
            self.text(text);
            return;
        }
        self.skip_line_feed = false;
        match token {
            Token::Text(_) | Token::Comment => {}
            Token::Verbatim(text) => self.append_verbatim(text),
            Token::Doctype { quirks } => {
                if self.mode == Mode::BeforeHead && self.stack.len() == 1 && self.tree.nodes.len() == 1 {
                    self.quirks = quirks;
                }
            }
            Token::Start(name, closing) => {
                if !(self.reads_as_foreign_tag(name) && self.foreign_start(name, closing)) {
                    self.start(name, closing);
                }
            }
            Token::End(name) => {
                let foreign = self.stack.top().space != Space::Html;
                if !(foreign && self.foreign_end(name)) {
                    self.end(name);
                }
            }
        }
    }

    fn text(&mut self, text: &'s str) {
        if self.stack.top().space != Space::Html && !self.stack.top().space.holds_html_text() {
            self.append_text(text);
            return;
        }
        let mut text = text;
        loop {
            let next = match self.mode {
                Mode::InBody | Mode::InCaption | Mode::InCell | Mode::InTemplate => {
                    self.append_text(text);
                    Next::Done
                }
                Mode::InTable | Mode::InTableBody | Mode::InRow => self.text_in_table(text),
                Mode::InFrames => Next::Done,
                Mode::BeforeHead | Mode::InHead | Mode::AfterHead | Mode::InColumns => {
                    text = text.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '\0');
                    if text.is_empty() {
                        return;
                    }
                    self.leave_for_text()
                }
            };
            if next == Next::Done {
                return;
            }
        }
    }

    /// A start tag by the rules of the mode.
    pub(super) fn start(&mut self, name: Name<'s>, closing: Closing) {
        loop {
            let next = match self.mode {
                Mode::InBody => self.start_in_body(name, closing),
                Mode::InTable => self.start_in_table(name, closing),
                Mode::InTableBody => self.start_in_table_body(name, closing),
                Mode::InRow => self.start_in_row(name, closing),
                Mode::InCell => self.start_in_cell(name, closing),
                _ => self.start_in_rare_mode(name, closing),
            };
            if next == Next::Done {
                return;
            }
        }
    }

    /// A start tag in a mode that few tags of a page are met in. What is for them is kept out of the way of the others.
    #[inline(never)]
    fn start_in_rare_mode(&mut self, name: Name<'s>, closing: Closing) -> Next {
        match self.mode {
            Mode::BeforeHead => self.start_before_head(name),
            Mode::InHead => self.start_in_head(name),
            Mode::AfterHead => self.start_after_head(name),
            Mode::InCaption => self.start_in_caption(name, closing),
            Mode::InColumns => self.start_in_columns(name),
            Mode::InTemplate => self.start_in_template(name),
            Mode::InFrames => self.start_in_frames(name),
            Mode::InBody | Mode::InTable | Mode::InTableBody | Mode::InRow | Mode::InCell => Next::Done,
        }
    }

    /// An end tag by the rules of the mode.
    pub(super) fn end(&mut self, name: Name<'s>) {
        loop {
            let next = match self.mode {
                Mode::InBody => self.end_in_body(name),
                Mode::InTable => self.end_in_table(name),
                Mode::InTableBody => self.end_in_table_body(name),
                Mode::InRow => self.end_in_row(name),
                Mode::InCell => self.end_in_cell(name),
                _ => self.end_in_rare_mode(name),
            };
            if next == Next::Done {
                return;
            }
        }
    }

    #[inline(never)]
    fn end_in_rare_mode(&mut self, name: Name<'s>) -> Next {
        match self.mode {
            Mode::BeforeHead | Mode::InHead | Mode::AfterHead => self.end_in_head(name),
            Mode::InCaption => self.end_in_caption(name),
            Mode::InColumns => self.end_in_columns(name),
            Mode::InTemplate => {
                if name.tag == Tag::Template {
                    self.end_template();
                }
                Next::Done
            }
            // Nothing ends frames, and the other modes are not rare.
            Mode::InFrames
            | Mode::InBody
            | Mode::InTable
            | Mode::InTableBody
            | Mode::InRow
            | Mode::InCell => Next::Done,
        }
    }

    /// Sets the mode that the open elements ask for.
    pub(super) fn reset_mode(&mut self) {
        const DECIDE: [Tag; 12] = [
            Tag::Td,
            Tag::Th,
            Tag::Tr,
            Tag::Tbody,
            Tag::Thead,
            Tag::Tfoot,
            Tag::Caption,
            Tag::Colgroup,
            Tag::Table,
            Tag::Template,
            Tag::Head,
            Tag::Body,
        ];
        self.mode = match self.stack.last_of(&DECIDE).map(|(_, tag)| tag) {
            Some(Tag::Td | Tag::Th) => Mode::InCell,
            Some(Tag::Tr) => Mode::InRow,
            Some(Tag::Tbody | Tag::Thead | Tag::Tfoot) => Mode::InTableBody,
            Some(Tag::Caption) => Mode::InCaption,
            Some(Tag::Colgroup) => Mode::InColumns,
            Some(Tag::Table) => Mode::InTable,
            Some(Tag::Template) => self.template_modes.last().copied().unwrap_or(Mode::InBody),
            Some(Tag::Head) => Mode::InHead,
            Some(_) => Mode::InBody,
            None => Mode::AfterHead,
        };
    }

    fn close_all(&mut self) {
        while self.stack.len() > 1 {
            self.pop();
        }
    }
}

pub(super) fn without_line_feed(text: &str) -> &str {
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix(['\n', '\r'])).unwrap_or(text)
}
