//! From ruling lines as they are drawn to lines as they are seen.
//!
//! A table is drawn in many ways: a stroke along each edge of each cell, thin rectangles, dashes, double lines. What lies on
//! one line and touches is one line.

use super::rect::Rect;

/// A rectangle thicker than this, in points, is a surface and no line.
pub(crate) const THICKEST: f64 = 5.0;
/// Pieces of one line may lie this far beside each other, in points.
const BESIDE: f64 = 1.0;
/// Gaps in a line up to this long, in points, are dashes or slips.
pub(super) const BRIDGED: f64 = 5.0;
/// A page with more lines than this in one direction shows a drawing, and no table is looked for.
/// Measured: with 1,500, no cell changes.
const MOST_LINES: usize = 3_000;

/// A horizontal or vertical line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Segment {
    /// Its distance from the upper (of a vertical line: left) edge of the page.
    pub(crate) at: f64,
    pub(crate) from: f64,
    pub(crate) to: f64,
}

/// The lines of a page.
#[derive(Debug, Default)]
pub(crate) struct Segments {
    pub(crate) horizontal: Vec<Segment>,
    pub(crate) vertical: Vec<Segment>,
}

/// Puts together what is seen as one line.
pub(crate) fn segments(rulings: &[Rect]) -> Segments {
    let mut found = Segments::default();
    for rect in rulings {
        let (x, y) = rect.middle();
        if rect.width() >= rect.height() && rect.height() <= THICKEST {
            found.horizontal.push(Segment { at: y, from: rect.left, to: rect.right });
        } else if rect.height() > rect.width() && rect.width() <= THICKEST {
            found.vertical.push(Segment { at: x, from: rect.top, to: rect.bottom });
        }
    }
    found.horizontal = joined(found.horizontal);
    found.vertical = joined(found.vertical);
    if found.horizontal.len() > MOST_LINES || found.vertical.len() > MOST_LINES {
        return Segments::default();
    }
    found
}

fn joined(mut segments: Vec<Segment>) -> Vec<Segment> {
    segments.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut joined = Vec::new();
    for level in segments.chunk_by_mut(|a, b| b.at - a.at <= BESIDE) {
        level.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut current: Option<Segment> = None;
        for segment in level.iter() {
            match &mut current {
                Some(line) if segment.from - line.to <= BRIDGED => line.to = line.to.max(segment.to),
                _ => joined.extend(current.replace(*segment)),
            }
        }
        joined.extend(current);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn horizontal(left: f64, right: f64, y: f64) -> Rect {
        Rect::around([left, right], [y, y + 0.5])
    }

    #[test]
    fn what_touches_is_one_line() {
        let dashes: Vec<Rect> =
            (0..10).map(|at| f64::from(at) * 6.0).map(|x| horizontal(x, x + 3.0, 20.0)).collect();
        let found = segments(&dashes);
        assert_eq!(found.horizontal, [Segment { at: 20.25, from: 0.0, to: 57.0 }]);
        assert!(found.vertical.is_empty());
    }

    #[test]
    fn lines_apart_and_surfaces_stay_apart() {
        let found = segments(&[
            horizontal(0.0, 10.0, 20.0),
            horizontal(30.0, 40.0, 20.0),
            horizontal(0.0, 10.0, 40.0),
            Rect::around([0.0, 100.0], [0.0, 100.0]),
        ]);
        assert_eq!(found.horizontal.len(), 3);
    }
}
