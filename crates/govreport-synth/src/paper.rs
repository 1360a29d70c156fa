//! The text being written, and where its numbers stand.

use std::collections::BTreeMap;
use std::ops::Range;

use govreport_core::model::CellRef;

use crate::sheet::Slot;

/// Text under way.
#[derive(Debug, Default)]
pub(crate) struct Paper {
    text: String,
    places: BTreeMap<CellRef, Range<usize>>,
}

impl Paper {
    /// Writes text that is no cell.
    pub(crate) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes a line that is no cell.
    pub(crate) fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Writes a cell with the white space around it.
    pub(crate) fn slot(&mut self, slot: &Slot, line_break: &str) {
        self.text.push_str(slot.padding.0);
        self.bare(slot, line_break);
        self.text.push_str(slot.padding.1);
    }

    /// Writes a cell without white space around it; its own line breaks become `line_break`.
    pub(crate) fn bare(&mut self, slot: &Slot, line_break: &str) {
        self.marked_up(slot, &slot.text.replace('\n', line_break));
    }

    /// Writes a cell whose text is marked up already; its place takes in the marks inside it.
    pub(crate) fn marked_up(&mut self, slot: &Slot, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        if let Some(cell) = slot.cell
            && !slot.text.is_empty()
        {
            self.places.insert(cell, start..self.text.len());
        }
    }

    /// Takes back spaces and tabs at the end.
    pub(crate) fn trim_end(&mut self) {
        self.text.truncate(self.text.trim_end_matches([' ', '\t']).len());
    }

    /// Number of bytes written.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// The text from a byte on.
    pub(crate) fn since(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or_default()
    }

    /// The text and the places of its numbers.
    pub(crate) fn finish(self) -> (String, BTreeMap<CellRef, Range<usize>>) {
        (self.text, self.places)
    }
}
