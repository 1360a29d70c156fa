//! What a page draws: glyphs, paths and pictures become positioned words, ruling lines and pictures.

use std::panic::resume_unwind;

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{BezPath, Rect as Shape, Shape as _};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::glyph::Placement;
use super::path::rulings;
use super::substitutes::Substitutes;
use crate::ReadError;
use crate::budget::Budget;
use crate::positioned::{Direction, PositionedPage, Rect};

/// What each drawn thing counts against the limit of unpacked bytes: what it takes in memory.
const DRAWN: u64 = 64;
/// The clock is looked at after so many drawn things.
const BETWEEN_LOOKS: u32 = 4_096;

/// A page on which the interpreter draws.
#[derive(Debug)]
pub(super) struct Canvas<'b> {
    page: PositionedPage,
    /// Text that is not shown: what text recognition laid over a scan.
    hidden: Vec<(String, Rect, Direction)>,
    /// Glyphs whose character is not known.
    pub(super) unknown: usize,
    substitutes: &'b Substitutes,
    budget: &'b mut Budget,
    until_look: u32,
    stopped: Option<ReadError>,
}

/// Why the interpreter was left: a limit was passed.
pub(super) struct Stopped;

impl<'b> Canvas<'b> {
    pub(super) fn new(
        (width, height): (f32, f32),
        substitutes: &'b Substitutes,
        budget: &'b mut Budget,
    ) -> Self {
        Self {
            page: PositionedPage::new(width.into(), height.into()),
            hidden: Vec::new(),
            unknown: 0,
            substitutes,
            budget,
            until_look: BETWEEN_LOOKS,
            stopped: None,
        }
    }

    /// The page, or the limit that was passed while it was drawn.
    pub(super) fn finish(mut self) -> Result<PositionedPage, ReadError> {
        if let Some(error) = self.stopped {
            return Err(error);
        }
        if self.page.pieces() == 0 {
            for (text, rect, direction) in &self.hidden {
                self.page.piece(text, *rect, *direction);
            }
        }
        Ok(self.page)
    }

    /// Counts things drawn, and leaves the interpreter where a limit is passed.
    fn count(&mut self, things: usize) {
        let things = u64::try_from(things).unwrap_or(u64::MAX);
        let mut counted = self.budget.unpacked(things.saturating_mul(DRAWN));
        self.until_look = self.until_look.saturating_sub(1);
        if self.until_look == 0 {
            self.until_look = BETWEEN_LOOKS;
            counted = counted.and_then(|()| self.budget.time());
        }
        if let Err(error) = counted {
            self.stopped = Some(error);
            // The interpreter has no other way out: a few hundred bytes of forms that draw each other make it draw for years.
            // No panic is reported, as this is none; the caller of the interpreter catches it.
            resume_unwind(Box::new(Stopped));
        }
    }

    fn rect_drawn(&mut self, shape: Shape) {
        self.page.ruling_at(Rect::around([shape.x0, shape.x1], [shape.y0, shape.y1]));
    }
}

impl<'a> Device<'a> for Canvas<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.count(path.elements().len());
        for line in rulings(path, props.transform, mode) {
            self.rect_drawn(line);
        }
    }

    fn draw_rect(&mut self, rect: &Shape, props: DrawProps<'a>, mode: &DrawMode) {
        self.draw_path(&rect.to_path(0.1), props, mode);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.count(run.glyphs().len());
        let is_vertical = run.writing_mode() == WritingMode::Vertical;
        let places = Placement::of_run(run, props.transform, is_vertical);
        for (glyph, place) in run.glyphs().iter().zip(places) {
            let Placement { rect, direction } = place;
            let mut bytes = [0; 4];
            let unicode = glyph.as_unicode();
            let text: &str = match &unicode {
                Some(BfString::Char(c)) if is_character(*c) => c.encode_utf8(&mut bytes),
                Some(BfString::String(text)) if text.chars().all(is_character) => text,
                // A glyph that shows nothing is white space.
                _ if super::glyph::is_blank(glyph, self.substitutes) => continue,
                // What is printed and not known must not vanish: the number it belongs to would be another.
                _ => {
                    self.unknown += 1;
                    "\u{FFFD}"
                }
            };
            if matches!(mode, DrawMode::Invisible) {
                self.hidden.push((text.to_owned(), rect, direction));
            } else {
                self.page.piece(text, rect, direction);
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.count(1);
        let whole = Shape::new(0.0, 0.0, image.width().into(), image.height().into());
        let shown = props.transform.transform_rect_bbox(whole);
        self.page.picture_at(Rect::around([shown.x0, shown.x1], [shown.y0, shown.y1]));
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(1);
    }

    fn push_clip_rect(&mut self, _: &Shape) {
        self.count(1);
    }

    fn pop_clip(&mut self) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count(1);
    }

    fn pop_transparency_group(&mut self) {}
}

/// Whether a font can mean this character: NUL and the like stand for "not known".
fn is_character(c: char) -> bool {
    !c.is_control() && c != '\u{FFFD}' && c != '\u{FFFF}' || c.is_whitespace()
}
