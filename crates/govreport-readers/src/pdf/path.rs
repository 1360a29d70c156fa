//! Which paths are ruling lines: strokes that are level or upright, and surfaces as thin as a line. And which are diagonals.

use hayro_interpret::DrawMode;
use hayro_interpret::kurbo::{Affine, BezPath, Line, PathEl, Point, Rect as Shape};

use crate::positioned::THICKEST;

/// A stroke may rise by this much, in points, and still be level.
const LEVEL: f64 = 1.0;

/// A path with more elements than this is a drawing, and strikes nothing out.
/// Measured: with 64, no cell changes.
const MOST_ELEMENTS: usize = 128;
/// How far a diagonal drawn by hand may bend, as a part of its length.
const BENT: f64 = 0.12;

/// The ruling lines in a path, as thin rectangles on the page.
pub(super) fn rulings(path: &BezPath, transform: Affine, mode: &DrawMode) -> Vec<Shape> {
    match mode {
        DrawMode::Fill(_) => surfaces(path, transform).filter(is_thin).collect(),
        DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) => {
            if f64::from(stroke.line_width) * scale(transform) > THICKEST {
                return Vec::new();
            }
            strokes(path, transform)
        }
        DrawMode::Invisible => Vec::new(),
    }
}

/// Level and upright strokes too thick for lines, as the rectangles that they fill.
pub(super) fn thick_strokes(path: &BezPath, transform: Affine, mode: &DrawMode) -> Vec<Shape> {
    let (DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke)) = mode else { return Vec::new() };
    let width = f64::from(stroke.line_width) * scale(transform);
    if width <= THICKEST {
        return Vec::new();
    }
    let is_level = |shape: &Shape| shape.width() >= shape.height();
    let thickened = |shape: Shape| {
        if is_level(&shape) { shape.inflate(0.0, width / 2.0) } else { shape.inflate(width / 2.0, 0.0) }
    };
    strokes(path, transform).into_iter().map(thickened).collect()
}

fn scale(transform: Affine) -> f64 {
    let [a, b, c, d, ..] = transform.as_coeffs();
    a.hypot(b).max(c.hypot(d))
}

fn is_thin(shape: &Shape) -> bool {
    let (short, long) = (shape.width().min(shape.height()), shape.width().max(shape.height()));
    short <= THICKEST && long > 2.0 * short
}

/// The rectangles around the closed parts of a path that have straight sides.
fn surfaces(path: &BezPath, transform: Affine) -> impl Iterator<Item = Shape> {
    let parts = path.elements().chunk_by(|_, next| !matches!(next, PathEl::MoveTo(_)));
    parts.filter_map(move |part| {
        part.iter()
            .filter_map(|element| match element {
                PathEl::MoveTo(point) | PathEl::LineTo(point) => Some(Some(transform * *point)),
                PathEl::ClosePath => None,
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => Some(None),
            })
            .try_fold(None, |around: Option<Shape>, point| {
                let point = point?;
                let here = Shape::from_points(point, point);
                Some(Some(around.map_or(here, |around| around.union(here))))
            })
            .flatten()
    })
}

/// The diagonals of a path: strokes that are straight, or nearly so, and surfaces as thin as one.
pub(super) fn slants(path: &BezPath, transform: Affine, mode: &DrawMode) -> Vec<Line> {
    let elements = path.elements();
    if elements.len() > MOST_ELEMENTS {
        return Vec::new();
    }
    let of_part: fn(&[PathEl], Affine) -> Option<Line> = match mode {
        DrawMode::Fill(_) => band,
        DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke)
            if f64::from(stroke.line_width) * scale(transform) <= THICKEST =>
        {
            line_along
        }
        _ => return Vec::new(),
    };
    let parts = elements.chunk_by(|_, next| !matches!(next, PathEl::MoveTo(_)));
    parts.filter_map(|part| of_part(part, transform)).filter(|line| is_slanted(*line)).collect()
}

fn is_slanted(line: Line) -> bool {
    let way = line.p1 - line.p0;
    way.x.abs() > LEVEL && way.y.abs() > LEVEL
}

/// The line that a stroke keeps to from its begin to its end.
pub(super) fn line_along(part: &[PathEl], transform: Affine) -> Option<Line> {
    let (PathEl::MoveTo(first), Some(last)) = (part.first()?, part.last()?.end_point()) else { return None };
    let line = Line::new(transform * *first, transform * last);
    if !is_slanted(line) {
        return None;
    }
    let way = line.p1 - line.p0;
    let is_near = |point: Point| (transform * point - line.p0).cross(way).abs() <= BENT * way.hypot2();
    let keeps_to_it = part.iter().all(|element| match *element {
        PathEl::MoveTo(a) | PathEl::LineTo(a) => is_near(a),
        PathEl::QuadTo(a, b) => is_near(a) && is_near(b),
        PathEl::CurveTo(a, b, c) => is_near(a) && is_near(b) && is_near(c),
        PathEl::ClosePath => false,
    });
    keeps_to_it.then_some(line)
}

/// The line that a surface with four straight sides, two of them short, is.
fn band(part: &[PathEl], transform: Affine) -> Option<Line> {
    let [PathEl::MoveTo(a), PathEl::LineTo(b), PathEl::LineTo(c), PathEl::LineTo(d), rest @ ..] = part else {
        return None;
    };
    let closes = match rest {
        [] | [PathEl::ClosePath] => true,
        [PathEl::LineTo(end)] | [PathEl::LineTo(end), PathEl::ClosePath] => end == a,
        _ => false,
    };
    let [a, b, c, d] = [a, b, c, d].map(|point| transform * *point);
    let along = |a: Point, b: Point, c: Point, d: Point| {
        let thick = a.distance(b).max(c.distance(d));
        let is_thin = thick <= THICKEST && b.distance(c).min(d.distance(a)) > 3.0 * thick;
        is_thin.then(|| Line::new(a.midpoint(b), c.midpoint(d)))
    };
    if closes { along(a, b, c, d).or_else(|| along(b, c, d, a)) } else { None }
}

/// The level and upright strokes of a path.
pub(super) fn strokes(path: &BezPath, transform: Affine) -> Vec<Shape> {
    let mut found = Vec::new();
    let mut begin = Point::ZERO;
    let mut at = Point::ZERO;
    let mut stroke = |from: Point, to: Point| {
        let shape = Shape::from_points(from, to);
        if shape.width().min(shape.height()) <= LEVEL && shape.width().max(shape.height()) > 0.0 {
            found.push(shape);
        }
    };
    for element in path.elements() {
        match element {
            PathEl::MoveTo(point) => {
                at = transform * *point;
                begin = at;
            }
            PathEl::LineTo(point) => {
                let next = transform * *point;
                stroke(at, next);
                at = next;
            }
            PathEl::ClosePath => {
                stroke(at, begin);
                at = begin;
            }
            PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => at = transform * *point,
        }
    }
    found
}
