//! Annotations (批注) and form fields (表单域) of a page.
//!
//! What they look like, the interpreter draws over the page where the file says it. Programs that show a page draw some of them
//! also where it does not ([`undrawn`](super::undrawn)).

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::Affine;

use super::drawing::Drawing;
use super::entries::{around, corners};
use super::undrawn::Undrawn;
use crate::positioned::Rect;

/// More annotations than this are not looked at.
/// Measured: with 10,000, no cell changes.
const MOST: usize = 20_000;
/// Hidden, and not shown on a screen.
const UNSEEN: u32 = 1 << 1 | 1 << 5;
/// A stroke may reach so far, in points, beyond the rectangle stated for it.
const STROKE: f64 = 2.0;

/// What the annotations of a page say apart from what they look like.
#[derive(Debug, Default)]
pub(super) struct Annotations {
    pub(super) are_there: bool,
    /// Where marks of a highlighter lie: whatever they are painted with, what is below is read.
    see_through: Vec<Rect>,
    /// Where lines are drawn to strike something out.
    striking: Vec<Rect>,
    undrawn: Undrawn,
}

impl Annotations {
    /// The annotations of a page.
    pub(super) fn of(page: &Page<'_>, transform: Affine) -> Self {
        let mut found = Self::default();
        let Some(list) = page.raw().get::<Array<'_>>(b"Annots".as_slice()) else { return found };
        for annotation in list.iter::<Dict<'_>>().take(MOST) {
            found.are_there = true;
            found.add(&annotation, transform);
        }
        found
    }

    fn add(&mut self, annotation: &Dict<'_>, transform: Affine) {
        let number = |key: &[u8]| annotation.get::<u32>(key);
        if number(b"F").unwrap_or(0) & UNSEEN != 0 {
            return;
        }
        let Some(kind) = annotation.get::<Name<'_>>(b"Subtype".as_slice()) else { return };
        let Some(place) = corners(annotation, b"Rect").and_then(|corners| around(&corners, transform)) else {
            return;
        };
        match &*kind {
            b"Highlight" | b"Popup" | b"Underline" | b"Squiggly" | b"StrikeOut" => {
                self.see_through.push(place);
            }
            _ => {}
        }
        if matches!(&*kind, b"StrikeOut" | b"Line" | b"PolyLine" | b"Ink") {
            self.striking.push(place);
        }
        if !is_drawn(annotation) {
            self.undrawn.add(annotation, &kind, place, transform);
        }
    }

    /// Whether what is painted at a place is that of a highlighter.
    pub(super) fn is_see_through(&self, place: Rect) -> bool {
        self.see_through.iter().any(|mark| place.share_in(*mark) > 0.5)
    }

    /// Whether a line is drawn to strike something out: those of frames and icons are not.
    pub(super) fn is_striking(&self, line: Rect) -> bool {
        let (x, y) = line.middle();
        self.striking.iter().any(|place| {
            (place.left - STROKE..=place.right + STROKE).contains(&x)
                && (place.top - STROKE..=place.bottom + STROKE).contains(&y)
        })
    }

    /// Draws those whose drawing is not in the file.
    pub(super) fn draw_undrawn(&self, drawing: &mut Drawing) {
        self.undrawn.draw(drawing);
    }
}

/// Whether the file has a drawing of an annotation.
fn is_drawn(annotation: &Dict<'_>) -> bool {
    let appearance = annotation.get::<Dict<'_>>(b"AP".as_slice());
    match appearance.and_then(|appearance| appearance.get::<Object<'_>>(b"N".as_slice())) {
        Some(Object::Stream(_)) => true,
        Some(Object::Dict(states)) => states.keys().any(|state| states.get::<Stream<'_>>(&*state).is_some()),
        _ => false,
    }
}
