//! Surfaces: what is filled, and so is the ground of what is written on it and hides what was written below it.

use hayro_interpret::FillRule;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect as Shape, Shape as _};

use super::colour::Colour;
use super::layers::{Clip, Group};
use crate::positioned::Rect;

/// A surface lower or narrower than this, in points, is a line: nothing is written on it, and no character lies under it.
const THINNEST: f64 = 2.0;
/// A path with more parts than this is a drawing; which places it leaves free is not asked.
/// Measured: with 128, no cell changes.
const MOST_PARTS: usize = 256;
/// What lets less than this through hides what is below.
const OPAQUE: f32 = 0.95;

/// Something filled.
#[derive(Debug, Clone)]
pub(super) struct Surface {
    /// The rectangle around what is seen of it.
    pub(super) around: Rect,
    outline: Outline,
    /// Its colour, where it has one.
    pub(super) colour: Option<Colour>,
    pub(super) opacity: f32,
    /// Whether it is laid over what is there as paper is, with its whole outline known.
    is_plain: bool,
    pub(super) is_picture: bool,
}

/// Which part of the rectangle is filled.
#[derive(Debug, Clone)]
enum Outline {
    Whole,
    Path(BezPath, FillRule),
    /// Not known.
    Drawing,
}

impl Surface {
    /// A filled path; nothing where it is not wider than a line or lies outside of what is drawn on.
    pub(super) fn of_path(
        path: &BezPath,
        is_rectangle: bool,
        transform: Affine,
        rule: FillRule,
        (colour, opacity): (Option<Colour>, f32),
        clip: Option<Clip>,
        group: Group,
    ) -> Option<Self> {
        let shape = transform.transform_rect_bbox(path.control_box());
        let around = rect(shape);
        if around.width() < THINNEST || around.height() < THINNEST {
            return None;
        }
        let outline = if is_rectangle && is_upright(transform) {
            Outline::Whole
        } else if path.elements().len() <= MOST_PARTS {
            Outline::Path(closed(transform * path), rule)
        } else {
            Outline::Drawing
        };
        Self { around, outline, colour, opacity, is_plain: true, is_picture: false }.seen(clip, group)
    }

    /// A filled rectangle of the page.
    pub(super) fn of_rect(
        around: Rect,
        (colour, opacity): (Option<Colour>, f32),
        clip: Option<Clip>,
        group: Group,
    ) -> Option<Self> {
        Self { around, outline: Outline::Whole, colour, opacity, is_plain: true, is_picture: false }
            .seen(clip, group)
    }

    /// A picture, which may let what is below through.
    pub(super) fn of_picture(around: Rect, is_solid: bool, clip: Option<Clip>, group: Group) -> Option<Self> {
        Self {
            around,
            outline: Outline::Whole,
            colour: None,
            opacity: if is_solid { 1.0 } else { 0.5 },
            is_plain: true,
            is_picture: true,
        }
        .seen(clip, group)
    }

    /// What is seen of it.
    fn seen(mut self, clip: Option<Clip>, group: Group) -> Option<Self> {
        self.opacity *= group.opacity;
        self.is_plain &= group.is_plain;
        if let Some(clip) = clip {
            self.around = self.around.common(clip.around);
            // A clip that is none of a rectangle leaves out what it leaves out.
            self.is_plain &= clip.is_whole;
        }
        let is_wide = self.around.width() >= THINNEST && self.around.height() >= THINNEST;
        (is_wide && self.opacity > 0.0).then_some(self)
    }

    /// Whether it hides what lies below it.
    pub(super) fn hides(&self) -> bool {
        self.is_plain && self.opacity >= OPAQUE && !matches!(self.outline, Outline::Drawing)
    }

    /// Whether its colour can be told at each place that it covers.
    pub(super) fn is_known(&self) -> bool {
        self.is_plain && self.colour.is_some() && !matches!(self.outline, Outline::Drawing)
    }

    /// Whether it lies at a place.
    pub(super) fn is_at(&self, (x, y): (f64, f64)) -> bool {
        self.around.contains((x, y))
            && match &self.outline {
                Outline::Whole | Outline::Drawing => true,
                Outline::Path(path, FillRule::NonZero) => path.winding(Point::new(x, y)) != 0,
                Outline::Path(path, FillRule::EvenOdd) => path.winding(Point::new(x, y)) % 2 != 0,
            }
    }

    /// Whether it lies over most of a rectangle.
    pub(super) fn is_over(&self, place: Rect) -> bool {
        match self.outline {
            Outline::Whole => place.share_in(self.around) >= 0.4,
            _ => self.is_at(place.middle()),
        }
    }
}

/// A path each part of which ends where it begins: so it is filled, whether or not the file says it.
fn closed(path: BezPath) -> BezPath {
    let is_open = |part: &[PathEl]| !matches!(part.last(), Some(PathEl::ClosePath));
    let parts = || path.elements().chunk_by(|_, next| !matches!(next, PathEl::MoveTo(_)));
    if !parts().any(is_open) {
        return path;
    }
    let mut whole = BezPath::new();
    for part in parts() {
        for element in part {
            whole.push(*element);
        }
        if is_open(part) && matches!(part.first(), Some(PathEl::MoveTo(_))) {
            whole.push(PathEl::ClosePath);
        }
    }
    whole
}

pub(super) fn rect(shape: Shape) -> Rect {
    Rect::around([shape.x0, shape.x1], [shape.y0, shape.y1])
}

/// Whether what is upright stays so.
fn is_upright(transform: Affine) -> bool {
    let [a, b, c, d, ..] = transform.as_coeffs();
    let small = 1e-3 * (a.abs() + b.abs() + c.abs() + d.abs());
    b.abs() <= small && c.abs() <= small || a.abs() <= small && d.abs() <= small
}

/// Whether a path is one upright rectangle.
pub(super) fn is_upright_rectangle(path: &BezPath) -> bool {
    use hayro_interpret::kurbo::PathEl::{ClosePath, LineTo, MoveTo};
    let [MoveTo(a), LineTo(b), LineTo(c), LineTo(d), rest @ ..] = path.elements() else { return false };
    let closes = match rest {
        [] | [ClosePath] => true,
        [LineTo(last)] | [LineTo(last), ClosePath] => last == a,
        _ => false,
    };
    let same = |a: f64, b: f64| (a - b).abs() < 1e-6;
    closes
        && (same(a.x, b.x) && same(b.y, c.y) && same(c.x, d.x) && same(d.y, a.y)
            || same(a.y, b.y) && same(b.x, c.x) && same(c.y, d.y) && same(d.x, a.x))
}
