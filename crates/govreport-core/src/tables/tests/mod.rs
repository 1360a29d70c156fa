//! What single steps on the way from contents to cells decide.

mod arrangement;
mod recognise;

use super::tokens::{Content, Slot};
use crate::span::Span;
use crate::text::number::number;

/// What is printed at one place, between borders: a number, words, a sign for "none" (`-`), or nothing.
fn slot(text: &str) -> Slot {
    let content = match number(text) {
        Some((_, printed)) => Content::Number { printed, glued: false },
        None if text.is_empty() => Content::Blank,
        None if text == "-" => Content::NotApplicable,
        None => Content::Words,
    };
    Slot { content, span: Span::new(0, text.len()), block: 0, column: 0, columns: 1, bordered: true }
}

/// A row with borders, each content in a column of its own.
fn bordered(texts: &[&str]) -> Vec<Slot> {
    texts.iter().zip(0..).map(|(text, column)| Slot { column, ..slot(text) }).collect()
}

/// A row without borders.
fn flowing(texts: &[&str]) -> Vec<Slot> {
    texts.iter().map(|text| Slot { bordered: false, ..slot(text) }).collect()
}

/// The same, its first content glued to the label.
fn glued(texts: &[&str]) -> Vec<Slot> {
    let mut slots = flowing(texts);
    if let Some(Content::Number { glued, .. }) = slots.first_mut().map(|slot| &mut slot.content) {
        *glued = true;
    }
    slots
}
