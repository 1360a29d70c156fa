//! Reads fields (域): what a page shows of them is the result.

use super::body::{Body, Inside};
use super::field::Field;
use super::frame::Frame;
use super::looks::Seen;
use crate::package::Element;

impl<'d> Body<'d> {
    /// A field begins, ends its instruction, or ends.
    pub(super) fn field(&mut self, element: &Element<'_>) -> Inside<'d> {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => {
                self.fields.push(Field { instructs: true, ..Field::default() });
                // Its properties stand in it.
                return Inside::Read(Frame::Plain);
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.instructs = false;
                }
            }
            Some("end") => {
                if let Some(Field { choice: Some(choice), has_result: false, .. }) = self.fields.pop() {
                    self.show_choice(&choice);
                }
            }
            _ => {}
        }
        Inside::Skip
    }

    /// An element in the list of choices of a field.
    pub(super) fn choice(&mut self, element: &Element<'_>) {
        let Some(Frame::Choices(choices)) = self.frames.last_mut() else { return };
        let number = || element.value().and_then(|number| number.trim().parse().ok());
        match element.name() {
            "result" => choices.shown = number().or(choices.shown),
            "default" => choices.shown = choices.shown.or_else(number),
            "listEntry" => {
                if choices.next == choices.shown.unwrap_or(0)
                    && let Some(field) = self.fields.last_mut()
                {
                    field.choice = element.value().map(std::borrow::Cow::into_owned);
                }
                choices.next += 1;
            }
            _ => {}
        }
    }

    /// Writes the choice that a field shows.
    fn show_choice(&mut self, choice: &str) {
        self.run.seen = self.seen();
        if self.run.seen != Seen::Nothing {
            let paragraph = self.paragraph.get_or_insert_default();
            let start = paragraph.words.len();
            self.run.write(&mut paragraph.words, choice);
            paragraph.wrote(start, self.run.moved);
        }
    }

    /// Whether the instruction of a field is being read.
    pub(super) fn is_instructed(&self) -> bool {
        self.fields.iter().any(|field| field.instructs)
    }

    /// Instructions do not go on in the next paragraph; where one seems to, its end is missing.
    pub(super) fn end_instructions(&mut self) {
        for field in &mut self.fields {
            field.instructs = false;
        }
    }

    /// Words were read: where a field is open, they are its result.
    pub(super) fn note_result(&mut self, words: &str) {
        if let Some(field) = self.fields.last_mut() {
            field.has_result |= !words.trim().is_empty();
        }
    }
}
