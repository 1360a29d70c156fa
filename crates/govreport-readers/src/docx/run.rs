//! Runs: pieces of a paragraph that look the same.

use super::styles::Styles;
use crate::package::Element;

/// What is known of the run that is being read.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Whether it is hidden (隐藏文字), where the run itself says so.
    hidden: Option<bool>,
    style: Option<String>,
    raised: Option<Raised>,
    /// The mark of a note stands in it; what follows is that mark.
    pub(super) marks_note: bool,
}

/// Characters set above or below the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Raised {
    Above,
    Below,
}

impl Run {
    /// Takes in what the properties of the run say.
    pub(super) fn property(&mut self, element: &Element<'_>) {
        match element.name() {
            "vanish" => self.hidden = Some(element.is_on()),
            "rStyle" => self.style = element.value().map(std::borrow::Cow::into_owned),
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

    /// Whether its words are to be seen. `by_paragraph` is what the style of the paragraph says of hiding; in a control that
    /// waits for input, words that ask for it are none.
    pub(super) fn is_visible(&self, by_paragraph: bool, asks: bool, styles: &Styles) -> bool {
        if self.marks_note {
            return false;
        }
        if self.hidden.is_none() && self.style.is_none() {
            return !by_paragraph;
        }
        let style = self.style.as_deref().map(|style| styles.resolve(style)).unwrap_or_default();
        let hidden = self.hidden.unwrap_or(by_paragraph || style.hidden);
        let is_prompt = asks && style.placeholder;
        !hidden && !is_prompt
    }

    /// Adds words of the run to those of the paragraph.
    ///
    /// A figure above the line behind a figure on the line, as in `16¹`, is a mark or a power: written plainly it would make
    /// another number.
    pub(super) fn write(&self, words: &mut String, more: &str) {
        let digits = match self.raised {
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
