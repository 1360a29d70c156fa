//! Properties that were read before.
//!
//! A paragraph has mostly the properties of the one before, letter by letter, and a cell those of the one above. What they say is
//! kept, so that they need not be read again: they are most of a document.

use super::body::Body;
use super::frame::Frame;
use super::paragraph::ParagraphProperties;
use super::run::RunProperties;
use super::table::CellProperties;
use crate::package::{Begun, Content, Xml};

/// How many cells of a row are told apart.
const PLACES: usize = 16;

/// The properties that were read last, with what they say.
#[derive(Debug, Default)]
pub(super) struct Known<'d> {
    /// Properties that are being read. What they say is all that is said, so it may be kept.
    reading: Option<Begun<'d>>,
    paragraph: Option<(Content<'d>, ParagraphProperties<'d>)>,
    run: Option<(Content<'d>, RunProperties<'d>)>,
    /// By the place in the row.
    cells: [Option<(Content<'d>, CellProperties)>; PLACES],
}

impl<'d> Body<'d> {
    /// Takes properties in that were read before; an element has just begun that makes this frame. Tells whether they were, and
    /// are passed. Otherwise they are to be read.
    #[inline]
    pub(super) fn knows(&mut self, frame: &Frame<'d>, xml: &mut Xml<'d>) -> bool {
        let known = &mut self.known;
        match frame {
            Frame::ParagraphProperties => {
                known.reading = None;
                let Some(paragraph) = self.paragraph.as_mut().filter(|paragraph| paragraph.says.is_nothing())
                else {
                    return false;
                };
                if let Some((content, says)) = &known.paragraph
                    && xml.pass(*content)
                {
                    paragraph.says.clone_from(says);
                    return true;
                }
            }
            Frame::RunProperties => {
                known.reading = None;
                if self.run.says != RunProperties::default() {
                    return false;
                }
                if let Some((content, says)) = known.run
                    && xml.pass(content)
                {
                    self.run.says = says;
                    return true;
                }
            }
            Frame::CellProperties => {
                known.reading = None;
                let Some(table) =
                    self.tables.last_mut().filter(|table| table.cell == CellProperties::default())
                else {
                    return false;
                };
                if let Some(Some((content, says))) = known.cells.get(table.place() % PLACES)
                    && xml.pass(*content)
                {
                    table.cell = *says;
                    return true;
                }
            }
            _ => return false,
        }
        known.reading = Some(xml.begun());
        false
    }

    /// Keeps the properties that have just ended, if what has ended are properties.
    #[inline]
    pub(super) fn keep(&mut self, xml: &Xml<'d>) {
        let known = &mut self.known;
        match self.frames.last() {
            Some(Frame::ParagraphProperties) => {
                if let (Some(begun), Some(paragraph)) = (known.reading.take(), &self.paragraph) {
                    known.paragraph = Some((xml.ended(begun), paragraph.says.clone()));
                }
            }
            Some(Frame::RunProperties) => {
                if let Some(begun) = known.reading.take() {
                    known.run = Some((xml.ended(begun), self.run.says));
                }
            }
            Some(Frame::CellProperties) => {
                if let (Some(begun), Some(table)) = (known.reading.take(), self.tables.last())
                    && let Some(kept) = known.cells.get_mut(table.place() % PLACES)
                {
                    *kept = Some((xml.ended(begun), table.cell));
                }
            }
            _ => {}
        }
    }
}
