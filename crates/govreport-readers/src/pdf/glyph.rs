//! Where a glyph stands on the page.

use hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph};
use hayro_interpret::kurbo::{Affine, Rect as Shape};

use crate::positioned::{Direction, Rect};

/// Lower and upper edge of a character in thousandths of its size: those of a Chinese one.
const EDGES: [f64; 2] = [-130.0, 870.0];
/// The width of a Chinese character.
const FULL: f64 = 1_000.0;

/// Where a glyph stands, and which way its text runs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placement {
    pub(super) rect: Rect,
    pub(super) direction: Direction,
    /// Whether its text runs neither along the page nor across it.
    pub(super) is_slanted: bool,
}

/// Less than this, as the sine of the angle, is a page that was laid on the scanner a little askew.
const SLANTED: f64 = 0.1;

impl Placement {
    /// The places of the glyphs of a run.
    pub(super) fn of_run(run: &GlyphRun<'_, '_>, page: Affine, is_vertical: bool) -> Vec<Self> {
        let glyphs = run.glyphs();
        let stretched = is_stretched(glyphs);
        glyphs
            .iter()
            .map(|glyph| {
                let mut transform = page * glyph.transform();
                let advance = if is_vertical { None } else { advance(glyph) };
                if stretched {
                    transform = unstretched(transform);
                }
                let width = advance.unwrap_or(FULL);
                let shape = transform.transform_rect_bbox(Shape::new(0.0, EDGES[0], width, EDGES[1]));
                let rect = Rect::around([shape.x0, shape.x1], [shape.y0, shape.y1]);
                let direction = if is_vertical { Direction::Vertical } else { direction(transform) };
                Self { rect, direction, is_slanted: is_slanted(transform) }
            })
            .collect()
    }
}

fn advance(glyph: &PositionedGlyph<'_>) -> Option<f64> {
    match &**glyph {
        Glyph::Outline(glyph) => glyph.advance_width(),
        Glyph::Type3(glyph) => glyph.advance_width(),
    }
    .map(f64::from)
}

/// Which way text runs whose characters are drawn so.
fn direction(transform: Affine) -> Direction {
    let [x, y, ..] = transform.as_coeffs();
    if x.abs() >= y.abs() {
        if x >= 0.0 { Direction::Right } else { Direction::Left }
    } else if y < 0.0 {
        Direction::Up
    } else {
        Direction::Down
    }
}

fn is_slanted(transform: Affine) -> bool {
    let [x, y, ..] = transform.as_coeffs();
    x.abs().min(y.abs()) > SLANTED * x.hypot(y)
}

/// The lengths of the horizontal and the vertical unit.
fn units(transform: Affine) -> (f64, f64) {
    let [a, b, c, d, ..] = transform.as_coeffs();
    (a.hypot(b), c.hypot(d))
}

/// Whether the glyphs of a run were stretched to the widths that the file states, as is done with a substitute font.
///
/// The stated width must then not be stretched once more. Text that the file itself sets wide or narrow is told by the way from
/// one glyph to the next.
fn is_stretched(glyphs: &[PositionedGlyph<'_>]) -> bool {
    glyphs.windows(2).any(|two| {
        let [first, second] = [two[0].transform(), two[1].transform()];
        let (across, up) = units(first);
        let Some(advance) = advance(&two[0]) else { return false };
        if across <= 0.0 || up <= 0.0 || (across / up - 1.0).abs() < 0.02 {
            return false;
        }
        let way = second.translation() - first.translation();
        let way = way.x.hypot(way.y);
        (way - advance * up).abs() < (way - advance * across).abs()
    })
}

/// The transformation with the horizontal unit made as long as the vertical one.
fn unstretched(transform: Affine) -> Affine {
    let (across, up) = units(transform);
    if across > 0.0 { transform * Affine::scale_non_uniform(up / across, 1.0) } else { transform }
}
