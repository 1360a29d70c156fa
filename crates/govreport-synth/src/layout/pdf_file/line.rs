//! A line of a cell on its page.

use super::place::{Rect, width_of};

/// A line of a cell, and where its letters stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    /// The size of its letters, in points.
    pub(super) size: f32,
    /// How far from the left edge of the page it begins, and how far down it stands, in points.
    pub(super) left: f32,
    pub(super) down: f32,
}

impl Line<'_> {
    /// How wide its letters are.
    pub(super) fn width(&self) -> f32 {
        width_of(self.text, self.size)
    }

    /// The place around its letters.
    pub(super) fn place(&self) -> Rect {
        Rect {
            left: self.left - 1.0,
            top: self.down - self.size * 0.9,
            width: self.width() + 2.0,
            height: self.size * 1.15,
        }
    }
}
