//! From the tree of a page to a document: lines, headings, rows of cells, in the order they are read.

mod grid;
mod layout;
mod table;
mod walk;
mod writer;

use govreport_core::document::{Document, DocumentBuilder, Format};

use self::walk::{Step, Walk};
use self::writer::Writer;
use super::tree::{Kind, NodeId, Text, Tree};
use crate::ReadError;
use crate::budget::Budget;

/// The document that a tree is.
pub(super) fn document(
    tree: &Tree<'_>,
    length: usize,
    budget: &mut Budget,
) -> Result<DocumentBuilder<'static>, ReadError> {
    let mut flow = Flow {
        tree,
        budget,
        writer: Writer::new(length / 4),
        builder: Document::builder(""),
        headings: Vec::new(),
        paragraphs: Vec::new(),
        lines: 0,
        moves: false,
        pictures: Vec::new(),
        nodes: 0,
    };
    flow.builder.format(Format::Html);
    flow.walk(Tree::ROOT)?;
    flow.end_line(false);
    let Flow { writer, mut builder, .. } = flow;
    let (text, links) = writer.finish();
    for link in links {
        builder.link(link.span, tree.string(link.target));
    }
    for (name, value) in &tree.properties {
        builder.property(name, value);
    }
    Ok(builder.over(text))
}

/// The nodes between two looks at the clock.
const NODES_BETWEEN_LOOKS: u32 = 4096;

struct Flow<'t, 's> {
    tree: &'t Tree<'s>,
    budget: &'t mut Budget,
    writer: Writer,
    builder: DocumentBuilder<'static>,
    /// The depths of the headings that are open.
    headings: Vec<u8>,
    /// How many lines were written when the paragraphs that are open began.
    paragraphs: Vec<usize>,
    lines: usize,
    /// What is moved above or below the line stands beside what is not: in the cell, or before it in the line.
    moves: bool,
    /// Words of the pictures met in the line.
    pictures: Vec<u32>,
    nodes: u32,
}

impl Flow<'_, '_> {
    /// Writes a node and all below it.
    fn walk(&mut self, root: NodeId) -> Result<(), ReadError> {
        let mut walk = Walk::new(self.tree, root);
        while let Some(step) = walk.next() {
            match step {
                Step::Enter(id, Kind::Table { .. }) => {
                    self.end_line(false);
                    if !layout::is_layout(self.tree, id) {
                        self.table(id)?;
                        walk.pass_over(id);
                    }
                }
                Step::Enter(_, kind) => self.enter(kind)?,
                Step::Leave(kind) => self.leave(kind),
            }
            self.count()?;
        }
        Ok(())
    }

    fn count(&mut self) -> Result<(), ReadError> {
        self.nodes = self.nodes.wrapping_add(1);
        if self.nodes.is_multiple_of(NODES_BETWEEN_LOOKS) { self.budget.time() } else { Ok(()) }
    }

    fn enter(&mut self, kind: Kind<'_>) -> Result<(), ReadError> {
        match kind {
            Kind::Text(text) if text.lines => {
                for (number, line) in self.tree.text(text).split('\n').enumerate() {
                    if number > 0 {
                        self.end_line(true);
                    }
                    self.words(line, text);
                }
            }
            Kind::Text(text) => self.words(self.tree.text(text), text),
            Kind::Break => self.end_line(true),
            Kind::Picture(words) => self.pictures.push(words),
            Kind::LinkStart(target) => self.writer.open_link(target),
            Kind::LinkEnd => self.writer.close_link(),
            Kind::Heading(level) => {
                self.end_line(false);
                self.headings.push(level);
            }
            Kind::Paragraph => {
                self.end_line(false);
                self.paragraphs.push(self.lines);
            }
            Kind::Cell { .. } => {
                self.end_line(false);
                self.budget.cells(1)?;
            }
            Kind::Block | Kind::Table { .. } | Kind::Section { .. } | Kind::Row { .. } | Kind::Caption => {
                self.end_line(false);
            }
        }
        Ok(())
    }

    /// Writes the words of a text in a line.
    fn words(&mut self, words: &str, text: Text<'_>) {
        match text.moved {
            Some(by) if self.moves => self.writer.moved(words, by),
            _ if text.is_reversed => self.writer.reversed(words),
            Some(_) => self.writer.words(words),
            None if !words.trim_ascii().is_empty() && !text.is_reversed && !text.lines => {
                self.moves = true;
                self.writer.words(words);
            }
            _ if text.lines => self.writer.verbatim(words),
            _ => self.writer.words(words),
        }
    }

    fn leave(&mut self, kind: Kind<'_>) {
        match kind {
            Kind::Text(_) | Kind::Break | Kind::Picture(_) | Kind::LinkStart(_) | Kind::LinkEnd => {}
            Kind::Heading(_) => {
                self.end_line(false);
                self.headings.pop();
            }
            Kind::Paragraph => {
                self.end_line(false);
                if self.paragraphs.pop() == Some(self.lines) {
                    self.builder.gap();
                }
            }
            Kind::Block
            | Kind::Table { .. }
            | Kind::Section { .. }
            | Kind::Row { .. }
            | Kind::Cell { .. }
            | Kind::Caption => self.end_line(false),
        }
    }

    /// Ends the line that is written. One that shows nothing is a gap, if it was ended as a line.
    fn end_line(&mut self, shows: bool) {
        self.moves = false;
        let span = self.writer.end('\n', false);
        if span.is_empty() {
            if shows {
                self.builder.gap();
            }
        } else {
            self.lines += 1;
            match self.headings.last() {
                Some(level) => self.builder.heading(*level, span),
                None => self.builder.paragraph(span),
            }
        }
        if !self.pictures.is_empty() {
            self.show_pictures();
        }
    }

    /// The pictures of a line stand behind it, on lines of their own, so that their words are not among those of the page.
    fn show_pictures(&mut self) {
        for words in std::mem::take(&mut self.pictures) {
            let words = self.tree.string(words);
            let span = self.writer.line(words);
            self.builder.picture(span);
        }
    }
}
