//! Annotations of a page (注释): text boxes, fields, notes, strokes, stamps.

use std::fmt::Write as _;

/// An annotation with the place that it takes on its page.
#[derive(Debug)]
pub(super) struct Annotation {
    /// Left, lower, right and upper edge, in points from the lower left corner of the page.
    pub(super) place: [f32; 4],
    /// What its dictionary says beside its place and what it looks like.
    pub(super) says: String,
    /// What it looks like, drawn from its lower left corner; none where each program draws it itself.
    pub(super) drawn: Option<String>,
}

impl Annotation {
    /// The dictionary; `drawing` is the number of the object that draws it.
    pub(super) fn dictionary(&self, drawing: Option<usize>) -> String {
        let [left, lower, right, upper] = self.place;
        let mut text = format!("<</Type/Annot/Rect[{left:.2} {lower:.2} {right:.2} {upper:.2}]{}", self.says);
        if let Some(number) = drawing {
            // Writing to a string cannot fail.
            let _ = write!(text, "/AP<</N {number} 0 R>>");
        }
        text + ">>"
    }

    /// The four corners, as strokes and markers name them.
    pub(super) fn corners(place: [f32; 4]) -> String {
        let [left, lower, right, upper] = place;
        format!(
            "/QuadPoints[{left:.2} {upper:.2} {right:.2} {upper:.2} {left:.2} {lower:.2} {right:.2} {lower:.2}]"
        )
    }

    /// A text as dictionaries hold it: in UTF-16, as hexadecimal digits.
    pub(super) fn text(text: &str) -> String {
        let codes: String = text.encode_utf16().fold(String::new(), |mut codes, code| {
            // Writing to a string cannot fail.
            let _ = write!(codes, "{code:04X}");
            codes
        });
        format!("<FEFF{codes}>")
    }
}
