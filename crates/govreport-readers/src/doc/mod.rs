//! Word documents of 97 to 2003 (.doc), and WPS documents (.wps) in the same container.
//!
//! The text of such a file stands in pieces, listed in a table; marks in it end paragraphs and cells. What they are (the end of
//! a row, a heading, hidden) stands in properties elsewhere in the file. Any of these places may lie in a damaged file:
//! every offset is checked, and what cannot be read is said in a remark. The format is described in MS-DOC, "Word (.doc)
//! Binary File Format".
//!
//! What is read: the main text, then footnotes, endnotes and text boxes as paragraphs. Headers, footers, annotations, hidden
//! text and deleted revisions are left out. A table in a cell becomes a table of its own, because a table around tables
//! arranges a page. Numbers that Word gives paragraphs of a list are not part of the text and are not read.

mod changes;
mod damage;
mod fields;
mod formatting;
mod grid;
mod information_block;
mod looks;
mod number;
mod old;
mod paragraphs;
mod pieces;
mod row_definition;
mod runs;
mod styles;
mod tables;
mod writer;

use std::cell::OnceCell;

use govreport_core::document::{Document, Format, PartDamaged, Remark};

use self::damage::damaged;
use self::formatting::Formatting;
use self::information_block::{InformationBlock, PartLengths, Structure};
use self::paragraphs::paragraphs;
use self::pieces::{Character, Pieces};
use self::runs::{Of, Runs};
use self::styles::Styles;
use self::tables::contents;
use self::writer::Writer;
use crate::budget::Budget;
use crate::compound::Compound;
use crate::{Limits, ReadError};

/// The document that a Word document of 97 to 2003 is.
///
/// # Errors
///
/// See [`ReadError`].
pub fn document(bytes: &[u8], limits: &Limits) -> Result<Document<'static>, ReadError> {
    let mut budget = Budget::new(limits);
    let mut compound = Compound::open(bytes, Format::Doc)?;
    let stream = compound.needed("WordDocument", &mut budget)?;
    let block = InformationBlock::read(&stream)?;
    if block.is_encrypted {
        return Err(ReadError::Encrypted { format: Format::Doc });
    }
    let table = compound.stream(block.table_stream, &mut budget)?.unwrap_or_default();
    let data = compound.stream("Data", &mut budget)?.unwrap_or_default();
    let mut writer = Writer::new();
    writer.builder().format(Format::Doc);
    compound.properties(writer.builder(), &mut budget)?;

    if block.before_97 {
        let characters = old::characters(&stream, &block)?;
        write(&characters, &Formatting::unknown(), &mut writer, &mut budget)?;
        return finish(writer);
    }
    let pieces = Pieces::read(block.structure(Structure::Pieces, &table));
    if pieces.is_none() {
        writer.builder().remark(Remark::new(PartDamaged::TextOrder));
    }
    let runs = |which, of| Runs::read(block.structure(which, &table), &stream, of, &budget);
    let formatting = Formatting {
        characters: runs(Structure::CharacterRuns, Of::Characters)?,
        paragraphs: runs(Structure::ParagraphRuns, Of::Paragraphs)?,
        styles: Styles::read(block.structure(Structure::StyleSheet, &table)),
        pieces: pieces.unwrap_or_else(|| Pieces::one(block.text_start, block.lengths.all())),
        data: &data,
        grounds: OnceCell::new(),
    };
    let mut whole = true;
    for part in block.lengths.printed() {
        let (characters, is_whole) = formatting.pieces.characters(&stream, part, &budget)?;
        whole &= is_whole;
        write(&characters, &formatting, &mut writer, &mut budget)?;
    }
    if !whole {
        writer.builder().remark(Remark::new(PartDamaged::TextMissing));
    }
    finish(writer)
}

fn write(
    characters: &[Character],
    formatting: &Formatting<'_>,
    writer: &mut Writer,
    budget: &mut Budget,
) -> Result<(), ReadError> {
    let contents = contents(paragraphs(characters, formatting, budget)?, budget)?;
    writer.contents(&contents, budget)
}

fn finish(writer: Writer) -> Result<Document<'static>, ReadError> {
    if writer.is_empty() {
        return Err(damaged("there is no text in it"));
    }
    Ok(writer.finish()?)
}

impl PartLengths {
    /// How many characters there are.
    fn all(&self) -> usize {
        [
            self.main,
            self.footnotes,
            self.headers,
            self.macros,
            self.annotations,
            self.endnotes,
            self.text_boxes,
        ]
        .into_iter()
        .fold(0, usize::saturating_add)
    }

    /// The positions of the parts that are read.
    fn printed(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        let parts = [
            (self.main, true),
            (self.footnotes, true),
            (self.headers, false),
            (self.macros, false),
            (self.annotations, false),
            (self.endnotes, true),
            (self.text_boxes, true),
        ];
        let mut start = 0_usize;
        parts.into_iter().filter_map(move |(length, is_printed)| {
            let part = start..start.saturating_add(length);
            start = part.end;
            (is_printed && !part.is_empty()).then_some(part)
        })
    }
}
