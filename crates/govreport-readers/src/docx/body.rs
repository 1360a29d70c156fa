//! Reads the body of a document, or a part of notes, into the [`Tree`].
//!
//! An element that is not known says nothing of itself, and what is in it is read: so words in content controls, smart tags,
//! accepted revisions and whatever a later version adds are not lost. What is deleted, hidden or an instruction is left out.

use super::field::Field;
use super::frame::Frame;
use super::known::{Known, Open};
use super::looks::Seen;
use super::numbering::Numbering;
use super::paragraph::{ParagraphProperties, Writing};
use super::run::Run;
use super::styles::Styles;
use super::table::OpenTable;
use super::tree::Tree;
use crate::ReadError;
use crate::budget::Budget;
use crate::package::{Element, Relations, Space, Step, Stop, Xml};
use crate::raised::Raised;

/// The most paragraphs, tables, text boxes and links that are read. A report has some hundreds.
/// Measured: with 1,000,000, no cell changes.
pub(super) const MOST_PIECES: usize = 2_000_000;

/// The most bytes of addresses of links. Many links may share one long address, so what is in the file does not bound them.
/// Measured: with 8,388,608, no cell changes.
pub(super) const MOST_LINKED: usize = 16 << 20;

/// What a part needs to be read.
pub(super) struct Body<'d> {
    pub(super) tree: Tree,
    pub(super) styles: &'d Styles,
    pub(super) numbering: Numbering,
    pub(super) relations: &'d Relations,
    pub(super) frames: Vec<Frame<'d>>,
    pub(super) flow: usize,
    pub(super) paragraph: Option<Box<Writing<'d>>>,
    /// A paragraph that has ended, whose room the next one takes.
    spare: Option<Box<Writing<'d>>>,
    pub(super) run: Run<'d>,
    known: Known<'d>,
    pub(super) tables: Vec<OpenTable>,
    /// The part of a formula that is being read stands above or below the line.
    pub(super) risen: Option<Raised>,
    /// How many text boxes are open: their grounds are not known.
    pub(super) open_boxes: usize,
    /// Nothing colours the page.
    pub(super) page_is_plain: bool,
    /// How many bytes the addresses of all links have.
    pub(super) linked: usize,
    /// Fields (域) that are open.
    pub(super) fields: Vec<Field>,
    /// The notes that are referred to, in order: whether it is at the end of the document, and its name.
    pub(super) notes: Vec<(bool, String)>,
    /// The notes of the part that is being read, by name.
    pub(super) note_flows: Vec<(String, usize)>,
}

/// What to do with what is in an element.
pub(super) enum Inside<'d> {
    Read(Frame<'d>),
    Skip,
}

impl<'d> Body<'d> {
    pub(super) fn new(styles: &'d Styles, numbering: Numbering, relations: &'d Relations) -> Self {
        Self {
            tree: Tree::default(),
            styles,
            numbering,
            relations,
            frames: Vec::new(),
            flow: 0,
            paragraph: None,
            spare: None,
            run: Run::default(),
            known: Known::default(),
            tables: Vec::new(),
            risen: None,
            open_boxes: 0,
            page_is_plain: true,
            linked: 0,
            fields: Vec::new(),
            notes: Vec::new(),
            note_flows: Vec::new(),
        }
    }

    /// Goes on with another part, which has its own relations.
    pub(super) fn with_relations(&mut self, relations: &'d Relations) {
        self.relations = relations;
    }

    /// Reads a part into a flow of its own, which is given. What stands in it up to where it is broken is kept, but for the
    /// paragraph, cell and row that the break is in: of those nothing would show that something is missing.
    pub(super) fn read(&mut self, text: &'d str, budget: &mut Budget) -> (usize, Result<(), Stop>) {
        let flow = self.tree.add_flow();
        self.flow = flow;
        let mut xml = Xml::new(text);
        let result = self.steps(&mut xml, budget);
        if result.is_err() {
            self.frames.clear();
            self.paragraph = None;
            self.tables.clear();
            self.open_boxes = 0;
        }
        self.risen = None;
        self.end_paragraph();
        self.fields.clear();
        (flow, result)
    }

    fn steps(&mut self, xml: &mut Xml<'d>, budget: &mut Budget) -> Result<(), Stop> {
        loop {
            match xml.next(budget)? {
                Step::Open(_) if self.is_full() => {
                    return Err(Stop::Broken(format!("it is longer than {MOST_PIECES} paragraphs")));
                }
                Step::Open(element) if self.is_for_others(&element, xml) => {
                    if !element.empty {
                        xml.skip(budget)?;
                    }
                }
                Step::Open(element) => match self.open(&element) {
                    Inside::Read(frame) if element.empty => {
                        self.frames.push(frame);
                        self.close(budget)?;
                    }
                    Inside::Read(frame) if self.is_known(&frame, xml) => {}
                    Inside::Read(frame) => self.frames.push(frame),
                    Inside::Skip if element.empty => {}
                    Inside::Skip => xml.skip(budget)?,
                },
                Step::Close => {
                    self.keep(xml);
                    self.close(budget)?;
                }
                Step::Text(text) => {
                    if matches!(self.frames.last(), Some(Frame::Words)) {
                        let moved = self.run.moved;
                        let paragraph = self.paragraph.get_or_insert_default();
                        let start = paragraph.words.len();
                        self.run.write(&mut paragraph.words, &text);
                        paragraph.wrote(start, moved);
                        self.note_result(&text);
                    }
                }
                Step::End => return Ok(()),
            }
        }
    }

    /// Whether what stands in an element that has just begun was read before; then it is taken in and passed.
    #[inline]
    fn is_known(&mut self, frame: &Frame<'d>, xml: &mut Xml<'d>) -> bool {
        let Self { known, paragraph, run, tables, .. } = self;
        known.give(frame, Open { paragraph: paragraph.as_deref_mut(), run, table: tables.last_mut() }, xml)
    }

    /// Keeps what the innermost element says, which has just ended.
    #[inline]
    fn keep(&mut self, xml: &Xml<'d>) {
        let Self { known, frames, paragraph, run, tables, .. } = self;
        let open = Open { paragraph: paragraph.as_deref_mut(), run, table: tables.last_mut() };
        known.keep(frames.last(), open, xml);
    }

    fn open(&mut self, element: &Element<'_>) -> Inside<'d> {
        match self.frames.last_mut() {
            Some(Frame::RunProperties) => {
                self.run.says.take(element, self.styles);
                Inside::Skip
            }
            Some(Frame::ParagraphProperties | Frame::ListProperties) => match element.name() {
                "numPr" => Inside::Read(Frame::ListProperties),
                "rPr" => Inside::Read(Frame::MarkProperties),
                _ => {
                    self.paragraph.get_or_insert_default().says.take(element, self.styles);
                    Inside::Skip
                }
            },
            Some(Frame::MarkProperties) => {
                if matches!(element.name(), "del" | "moveFrom") {
                    self.paragraph.get_or_insert_default().says.goes_on = true;
                }
                Inside::Skip
            }
            Some(Frame::TableProperties) => {
                if let Some(table) = self.tables.last_mut() {
                    table.table_property(element, self.styles);
                }
                Inside::Skip
            }
            Some(Frame::CellProperties) => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell_property(element);
                }
                Inside::Skip
            }
            Some(Frame::RowProperties) => {
                if let Some(table) = self.tables.last_mut() {
                    table.row_property(element);
                }
                Inside::Skip
            }
            Some(Frame::Grid) => {
                if let Some(table) = self.tables.last_mut()
                    && element.name() == "gridCol"
                {
                    table.columns = table.columns.saturating_add(1);
                }
                Inside::Skip
            }
            Some(Frame::ControlProperties) => {
                let count = self.frames.len();
                if element.name() == "showingPlcHdr"
                    && element.is_on()
                    && let Some(Frame::Control { asks }) =
                        count.checked_sub(2).and_then(|at| self.frames.get_mut(at))
                {
                    *asks = true;
                }
                Inside::Skip
            }
            Some(Frame::Choices(_)) => {
                self.choice(element);
                Inside::Skip
            }
            Some(Frame::Alternatives { taken }) => {
                let taken = *taken;
                if taken || element.space != Space::Compatibility {
                    return Inside::Skip;
                }
                Inside::Read(Frame::Alternative { before: self.amount() })
            }
            _ => self.content(element),
        }
    }

    fn close(&mut self, budget: &mut Budget) -> Result<(), ReadError> {
        match self.frames.pop() {
            Some(Frame::Paragraph) => {
                if self.paragraph.as_ref().is_some_and(|paragraph| paragraph.says.goes_on) {
                    // The next paragraph takes its words over.
                    self.end_instructions();
                } else {
                    self.end_paragraph();
                }
            }
            Some(Frame::Cell { outer }) => {
                self.end_paragraph();
                let flow = std::mem::replace(&mut self.flow, outer);
                if let Some(table) = self.tables.last_mut()
                    && let Some(rows) = self.tree.tables.get_mut(table.number())
                {
                    table.end_cell(rows, flow, budget)?;
                }
            }
            Some(Frame::Row) => {
                if let Some(table) = self.tables.last_mut()
                    && let Some(rows) = self.tree.tables.get_mut(table.number())
                {
                    table.end_row(rows, budget)?;
                }
            }
            Some(Frame::Table) => {
                self.tables.pop();
            }
            Some(Frame::TextBox { outer, paragraph }) => {
                self.end_paragraph();
                self.open_boxes = self.open_boxes.saturating_sub(1);
                self.flow = outer;
                self.paragraph = paragraph;
            }
            Some(Frame::Note { outer }) => {
                self.end_paragraph();
                self.flow = outer;
            }
            Some(Frame::Link { target, start }) => {
                if let Some(paragraph) = &mut self.paragraph {
                    paragraph.link(start, target);
                }
            }
            Some(Frame::Turned { start }) => {
                if let Some(paragraph) = &mut self.paragraph {
                    paragraph.turn(start);
                }
            }
            Some(Frame::Risen { outer }) => self.risen = outer,
            Some(Frame::Closing(sign)) => self.formula_sign(sign),
            Some(Frame::Alternative { before }) => {
                let found = self.amount() != before;
                if let Some(Frame::Alternatives { taken }) = self.frames.last_mut() {
                    *taken = found;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether no more is taken in.
    pub(super) fn is_full(&self) -> bool {
        let tree = &self.tree;
        let most = tree.pieces.max(tree.flows.len()).max(tree.links.len()).max(self.notes.len());
        most > MOST_PIECES
    }

    /// How much was read so far, to tell whether something was.
    fn amount(&self) -> (usize, usize) {
        let words = self.paragraph.as_ref().map_or(0, |paragraph| paragraph.words.len());
        (self.tree.text.len() + words, self.tree.pictures)
    }

    /// A paragraph begins, or goes on where the mark before it is deleted.
    pub(super) fn begin_paragraph(&mut self) {
        match &mut self.paragraph {
            Some(before) if before.says.goes_on => before.go_on(),
            _ => {
                self.end_paragraph();
                self.paragraph = Some(self.spare.take().unwrap_or_default());
            }
        }
    }

    /// The paragraph ends, if one is open.
    pub(super) fn end_paragraph(&mut self) {
        self.end_instructions();
        if let Some(mut paragraph) = self.paragraph.take() {
            let in_cell = !self.tables.is_empty();
            paragraph.put(&mut self.tree, self.flow, in_cell, self.styles, &mut self.numbering);
            paragraph.clear();
            self.spare = Some(paragraph);
        }
    }

    /// Words follow, if they are to be seen.
    pub(super) fn words(&mut self) -> Inside<'d> {
        self.run.seen = self.seen();
        if self.run.seen == Seen::Nothing { Inside::Skip } else { Inside::Read(Frame::Words) }
    }

    /// A sign that an element stands for, if it is to be seen.
    pub(super) fn sign(&mut self, sign: char) -> Inside<'d> {
        self.run.seen = self.seen();
        if self.run.seen != Seen::Nothing {
            let paragraph = self.paragraph.get_or_insert_default();
            if matches!(sign, '\t' | '\n') {
                paragraph.words.push(sign);
            } else {
                let start = paragraph.words.len();
                self.run.write(&mut paragraph.words, sign.encode_utf8(&mut [0; 4]));
                paragraph.wrote(start, self.run.moved);
            }
        }
        Inside::Skip
    }

    /// What is seen of words of the run that is being read.
    pub(super) fn seen(&mut self) -> Seen {
        let says = self.paragraph.as_ref().map(|paragraph| &paragraph.says);
        let asks = || self.frames.iter().any(|frame| matches!(frame, Frame::Control { asks: true }));
        let hides = says.is_some_and(ParagraphProperties::hides);
        if self.is_instructed() || !self.run.is_visible(hides, asks) {
            return Seen::Nothing;
        }
        let looks = self.run.says.looks(says.map(ParagraphProperties::looks).unwrap_or_default());
        self.run.mark = self.risen.or(looks.mark());
        self.run.moved = looks.moved();
        if looks.is_gone() {
            return Seen::Nothing;
        }
        let paragraph = says.and_then(ParagraphProperties::ground);
        let tables = self.tables.iter().rev().flat_map(OpenTable::grounds);
        looks.seen(paragraph.into_iter().chain(tables), self.page_is_plain && self.open_boxes == 0)
    }

    /// Whether an element is one of several forms of something, and asks for what nobody here knows.
    fn is_for_others(&self, element: &Element<'_>, xml: &mut Xml<'d>) -> bool {
        matches!(self.frames.last(), Some(Frame::Alternatives { .. }))
            && element.name() == "Choice"
            && element.attribute("Requires").is_some_and(|prefixes| !xml.knows(&prefixes))
    }

    /// A flow of its own with a line of words in it.
    pub(super) fn text_box(&mut self, words: &str) -> usize {
        let flow = self.tree.add_flow();
        let mut paragraph = Writing::default();
        paragraph.words.push_str(words);
        paragraph.put(&mut self.tree, flow, false, self.styles, &mut self.numbering);
        flow
    }
}
