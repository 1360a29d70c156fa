//! Runs: pieces of a paragraph that look the same.

use super::styles::{Resolved, Styles};
use crate::package::Element;

/// What is known of the run that is being read.
#[derive(Debug, Default)]
pub(super) struct Run<'d> {
    /// What its properties say.
    pub(super) says: RunProperties<'d>,
    /// The mark of a note stands in it; what follows is that mark.
    pub(super) marks_note: bool,
}

/// What the properties of a run say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct RunProperties<'d> {
    /// Whether it is hidden (隐藏文字), where the run itself says so.
    hidden: Option<bool>,
    style: Option<&'d Resolved>,
    raised: Option<Raised>,
}

/// Characters set above or below the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Raised {
    Above,
    Below,
}

impl<'d> RunProperties<'d> {
    /// Takes in what an element of them says.
    pub(super) fn take(&mut self, element: &Element<'_>, styles: &'d Styles) {
        match element.name() {
            "vanish" => self.hidden = Some(element.is_on()),
            "rStyle" => self.style = element.value().map(|style| styles.resolve(&style)),
            "vertAlign" => {
                self.raised = match element.value().as_deref() {
                    Some("superscript") => Some(Raised::Above),
                    Some("subscript") => Some(Raised::Below),
                    _ => None,
                };
            }
            _ => {}
        }
    }
}

impl Run<'_> {
    /// Whether its words are to be seen. `by_paragraph` is what the style of the paragraph says of hiding; in a control that
    /// waits for input, words that ask for it are none.
    #[inline]
    pub(super) fn is_visible(&self, by_paragraph: bool, asks: impl Fn() -> bool) -> bool {
        if self.marks_note {
            return false;
        }
        let by_style = self.says.style.is_some_and(|style| style.hidden);
        let hidden = self.says.hidden.unwrap_or(by_paragraph || by_style);
        let is_prompt = self.says.style.is_some_and(|style| style.placeholder) && asks();
        !hidden && !is_prompt
    }

    /// Adds words of the run to those of the paragraph.
    ///
    /// A figure above the line behind a figure on the line, as in `16¹`, is a mark or a power: written plainly it would make
    /// another number.
    pub(super) fn write(&self, words: &mut String, more: &str) {
        let digits = match self.says.raised {
            Some(Raised::Above) => ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'],
            Some(Raised::Below) => ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'],
            None => {
                push(words, more);
                return;
            }
        };
        let behind_digit = words.ends_with(|last: char| last.is_numeric() || digits.contains(&last));
        for c in more.chars() {
            match c.to_digit(10) {
                Some(digit) if behind_digit => words.push(digits[digit as usize % 10]),
                _ => words.push(c),
            }
        }
    }
}

/// Adds words; line breaks of the file are blanks.
fn push(words: &mut String, more: &str) {
    if more.bytes().any(|byte| matches!(byte, b'\n' | b'\r' | b'\t')) {
        words.extend(more.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
    } else {
        words.push_str(more);
    }
}

/// The character that `w:sym` shows: its own, or that of a font of signs.
pub(super) fn symbol(element: &Element<'_>) -> Option<char> {
    let code = u32::from_str_radix(element.attribute("char")?.trim(), 16).ok()?;
    let font = element.attribute("font").unwrap_or_default();
    // Fonts of signs stand at F000 in the area for private use. That of Greek letters has figures where ASCII has them.
    match (code, font.as_ref()) {
        (0xF020..=0xF03F, "Symbol") => char::from_u32(code - 0xF000),
        (0xE000..=0xF8FF, _) => Some('•'),
        _ => char::from_u32(code).filter(|c| !c.is_control()),
    }
}
