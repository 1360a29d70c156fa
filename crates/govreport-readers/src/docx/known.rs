//! Properties that were read before.
//!
//! A paragraph has mostly the properties of the one before, letter by letter, and a cell those of the one above. What they say is
//! kept, so that they need not be read again: they are most of a document.

use super::frame::Frame;
use super::paragraph::{ParagraphProperties, Writing};
use super::run::{Run, RunProperties};
use super::table::{CellProperties, OpenTable};
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

/// The paragraph, the run and the table that are open: to one of them the properties belong.
pub(super) struct Open<'a, 'd> {
    pub(super) paragraph: Option<&'a mut Writing<'d>>,
    pub(super) run: &'a mut Run<'d>,
    pub(super) table: Option<&'a mut OpenTable>,
}

impl<'d> Known<'d> {
    /// Takes properties in that were read before; an element has just begun that makes this frame. Tells whether they were, and
    /// are passed. Otherwise they are to be read.
    #[inline]
    pub(super) fn give(&mut self, frame: &Frame<'d>, to: Open<'_, 'd>, xml: &mut Xml<'d>) -> bool {
        match frame {
            Frame::ParagraphProperties => {
                self.reading = None;
                let Some(paragraph) = to.paragraph.filter(|paragraph| paragraph.says.is_nothing()) else {
                    return false;
                };
                if let Some((content, says)) = &self.paragraph
                    && xml.pass(*content)
                {
                    paragraph.says.clone_from(says);
                    return true;
                }
            }
            Frame::RunProperties => {
                self.reading = None;
                if to.run.says != RunProperties::default() {
                    return false;
                }
                if let Some((content, says)) = self.run
                    && xml.pass(content)
                {
                    to.run.says = says;
                    return true;
                }
            }
            Frame::CellProperties => {
                self.reading = None;
                let Some(table) = to.table.filter(|table| table.cell == CellProperties::default()) else {
                    return false;
                };
                if let Some(Some((content, says))) = self.cells.get(table.place() % PLACES)
                    && xml.pass(*content)
                {
                    table.cell = *says;
                    return true;
                }
            }
            _ => return false,
        }
        self.reading = Some(xml.begun());
        false
    }

    /// Keeps the properties that have just ended, if what has ended are properties.
    #[inline]
    pub(super) fn keep(&mut self, frame: Option<&Frame<'d>>, of: Open<'_, 'd>, xml: &Xml<'d>) {
        match frame {
            Some(Frame::ParagraphProperties) => {
                if let (Some(begun), Some(paragraph)) = (self.reading.take(), of.paragraph) {
                    self.paragraph = Some((xml.ended(begun), paragraph.says.clone()));
                }
            }
            Some(Frame::RunProperties) => {
                if let Some(begun) = self.reading.take() {
                    self.run = Some((xml.ended(begun), of.run.says));
                }
            }
            Some(Frame::CellProperties) => {
                if let (Some(begun), Some(table)) = (self.reading.take(), of.table)
                    && let Some(kept) = self.cells.get_mut(table.place() % PLACES)
                {
                    *kept = Some((xml.ended(begun), table.cell));
                }
            }
            _ => {}
        }
    }
}
