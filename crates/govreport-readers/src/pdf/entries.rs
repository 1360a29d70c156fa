//! Entries of annotations and form fields, read with bounds.

use hayro_interpret::hayro_syntax::object::{Array, Dict, Object};
use hayro_interpret::kurbo::{Affine, Point, Rect as Shape};

use super::surface::rect;
use crate::positioned::Rect;

/// More numbers of one annotation than this, of places in it, are not looked at.
/// Measured: with 1,024, no cell changes.
const MOST_NUMBERS: usize = 2_048;
/// A field inside of a field, and so on, at most so deep.
/// Measured: with 8, no cell changes.
const DEEPEST: usize = 16;

/// A value of a field, or of the one that it is part of.
pub(super) fn inherited<'a, T>(annotation: &Dict<'a>, key: &[u8]) -> Option<T>
where
    T: TryFrom<Object<'a>>,
{
    let mut field = annotation.clone();
    for _ in 0..DEEPEST {
        if let Some(value) = field.get::<Object<'a>>(key) {
            return T::try_from(value).ok();
        }
        field = field.get::<Dict<'a>>(b"Parent".as_slice())?;
    }
    None
}

/// Points listed in an annotation under a key.
pub(super) fn corners(annotation: &Dict<'_>, key: &[u8]) -> Option<Vec<Point>> {
    Some(points(&annotation.get::<Array<'_>>(key)?))
}

/// Points whose numbers follow each other.
pub(super) fn points(numbers: &Array<'_>) -> Vec<Point> {
    let numbers: Vec<f64> = numbers.iter::<f64>().take(MOST_NUMBERS).collect();
    numbers.chunks_exact(2).map(|two| Point::new(two[0], two[1])).collect()
}

/// The rectangle on the page around some points.
pub(super) fn around(points: &[Point], transform: Affine) -> Option<Rect> {
    let points = points.iter().map(|point| transform * *point);
    points.map(|point| Shape::from_points(point, point)).reduce(|a, b| a.union(b)).map(rect)
}
