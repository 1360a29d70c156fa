//! What a Word document holds, before it is laid out as text.
//!
//! Everything stands in flat lists and refers by number, so that nothing here recurses, however deep tables are nested.

use std::ops::Range;

use govreport_core::Span;
use govreport_core::document::PartUnread;

/// All that was read.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The words of all paragraphs.
    pub(super) text: String,
    /// The links in `text`, paragraph by paragraph.
    pub(super) links: Vec<Link>,
    pub(super) flows: Vec<Flow>,
    pub(super) tables: Vec<Table>,
    /// The targets of the files that are put in.
    pub(super) chunks: Vec<String>,
    /// How many pictures were met.
    pub(super) pictures: usize,
    /// How many things stand in all flows together.
    pub(super) pieces: usize,
}

/// Things that stand one after the other: the body, the content of a cell, of a text box, of a note.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) items: Vec<Item>,
}

/// One thing in a flow.
#[derive(Debug)]
pub(super) enum Item {
    Paragraph(Paragraph),
    /// A table, by its number.
    Table(usize),
    /// A text box, by the number of its flow.
    TextBox(usize),
    Picture,
    /// Another file that is put in, by its number.
    Chunk(usize),
    /// Something that is not read, and what to say of it.
    Unread(PartUnread),
}

/// A paragraph.
#[derive(Debug)]
pub(super) struct Paragraph {
    /// Where its words stand in the text of the tree. Line breaks are `\n`.
    pub(super) text: Range<usize>,
    /// Its links.
    pub(super) links: Range<usize>,
    /// Its depth, if it is a heading.
    pub(super) level: Option<u8>,
}

/// A link, and where its words stand in the text of the tree.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) span: Span,
    pub(super) target: String,
}

/// A table.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

/// A row of a table: the cells that begin in it.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug)]
pub(super) struct Cell {
    /// Its content, by the number of its flow.
    pub(super) flow: usize,
    pub(super) column: u32,
    pub(super) column_span: u32,
    pub(super) row_span: u32,
}

impl Tree {
    /// A new empty flow.
    pub(super) fn add_flow(&mut self) -> usize {
        self.flows.push(Flow::default());
        self.flows.len() - 1
    }

    /// Puts something at the end of a flow.
    pub(super) fn put(&mut self, flow: usize, item: Item) {
        if let Some(flow) = self.flows.get_mut(flow) {
            flow.items.push(item);
            self.pieces += 1;
        }
    }

    /// What is in a flow.
    pub(super) fn items(&self, flow: usize) -> &[Item] {
        self.flows.get(flow).map_or(&[], |flow| &flow.items)
    }

    /// The words of a paragraph.
    pub(super) fn words(&self, paragraph: &Paragraph) -> &str {
        self.text.get(paragraph.text.clone()).unwrap_or_default()
    }
}
