//! The text being written, and where its numbers stand.

use std::collections::BTreeMap;
use std::ops::Range;

use govreport_core::model::CellRef;

use crate::random::Random;
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

    /// Puts one or two empty lines behind some lines; the places of the numbers follow.
    pub(crate) fn blank_lines(&mut self, random: &mut Random) {
        let often = random.between(2, 12);
        let mut text = String::with_capacity(self.text.len() + self.text.len() / 16);
        // Where text was put in, and how much there is before that.
        let mut put_in: Vec<(usize, usize)> = Vec::new();
        let mut start = 0;
        for (end, _) in self.text.match_indices('\n') {
            text.push_str(self.text.get(start..=end).unwrap_or_default());
            start = end + 1;
            if random.one_in(often) {
                let lines = random.size(1, 2);
                text.push_str(if lines == 1 { "\n" } else { "\n\n" });
                put_in.push((start, lines));
            }
        }
        text.push_str(self.text.get(start..).unwrap_or_default());
        let moved = |at: usize, from: usize| -> usize {
            put_in.iter().filter(|(place, _)| *place < from).map(|(_, lines)| lines).sum::<usize>() + at
        };
        for place in self.places.values_mut() {
            // Lines put in right before a number stand before it; those behind it, behind.
            *place = moved(place.start, place.start + 1)..moved(place.end, place.end);
        }
        self.text = text;
    }

    /// The text and the places of its numbers.
    pub(crate) fn finish(self) -> (String, BTreeMap<CellRef, Range<usize>>) {
        (self.text, self.places)
    }
}
