//! Colour for terminals. It says nothing that a sign or a word does not say too.

use super::mark::Mark;

/// Whether escape sequences for colour are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paint {
    pub(super) colour: bool,
}

const BOLD: &str = "1";
const DIM: &str = "2";
const RED: &str = "31";
const YELLOW: &str = "33";
const CYAN: &str = "36";

impl Paint {
    fn put(self, code: &str, text: &str, out: &mut String) {
        if self.colour && !text.is_empty() {
            out.extend(["\u{1b}[", code, "m", text, "\u{1b}[0m"]);
        } else {
            out.push_str(text);
        }
    }

    /// A title.
    pub(super) fn title(self, text: &str, out: &mut String) {
        self.put(BOLD, text, out);
    }

    /// Something beside the matter.
    pub(super) fn aside(self, text: &str, out: &mut String) {
        self.put(DIM, text, out);
    }

    /// Something missing.
    pub(super) fn missing(self, text: &str, out: &mut String) {
        self.put(RED, text, out);
    }

    /// The lines of a table.
    pub(super) fn border(self, text: &str, out: &mut String) {
        self.put(DIM, text, out);
    }

    /// A marked number, or the mark in its place.
    pub(super) fn mark(self, mark: Mark, text: &str, out: &mut String) {
        let code = match mark {
            Mark::Disagrees | Mark::Ambiguous | Mark::Text => RED,
            Mark::Inferred => YELLOW,
            Mark::Realigned => CYAN,
            Mark::Blank | Mark::NotApplicable | Mark::Absent => DIM,
        };
        self.put(code, text, out);
    }
}
