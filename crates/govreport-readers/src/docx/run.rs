//! Runs: pieces of a paragraph that look the same.

use super::looks::{Looks, Seen};
use super::styles::{Resolved, Styles};
use crate::package::Element;
use crate::raised::{self, Raised, is_figure};

/// What is known of the run that is being read.
#[derive(Debug, Default)]
pub(super) struct Run<'d> {
    /// What its properties say.
    pub(super) says: RunProperties<'d>,
    /// The mark of a note stands in it; what follows is that mark.
    pub(super) marks_note: bool,
    /// Whether its words stand above or below the line, as marks do.
    pub(super) mark: Option<Raised>,
    /// Whether they are moved above or below the line.
    pub(super) moved: Option<Raised>,
    /// What is seen of them.
    pub(super) seen: Seen,
}

/// What the properties of a run say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct RunProperties<'d> {
    /// Whether it is hidden (隐藏文字), where the run itself says so.
    hidden: Option<bool>,
    style: Option<&'d Resolved>,
    looks: Looks,
}

impl<'d> RunProperties<'d> {
    /// Takes in what an element of them says.
    pub(super) fn take(&mut self, element: &Element<'_>, styles: &'d Styles) {
        match element.name() {
            "vanish" => self.hidden = Some(element.is_on()),
            "rStyle" => self.style = element.value().map(|style| styles.resolve(&style)),
            _ => self.looks.take(element),
        }
    }

    /// How the words look, in a paragraph whose style has these looks.
    pub(super) fn looks(&self, of_paragraph: Looks) -> Looks {
        let of_style = self.style.map(|style| style.looks).unwrap_or_default();
        self.looks.over(Looks::of_styles(of_style, of_paragraph))
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
        let withheld = self.seen == Seen::Doubtful && is_figure(more);
        if self.mark.is_none() && !withheld {
            push(words, more);
            return;
        }
        let change = |c| if withheld { raised::withheld(c) } else { c };
        let change = |c| self.mark.map_or(change(c), |mark| raised::raised(change(c), mark));
        push(words, &more.chars().map(change).collect::<String>());
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
