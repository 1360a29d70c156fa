//! A minus that is drawn as a line (画出来的负号), and is no character: the number beside it is not the one without it.
//!
//! It is a short level line just before a figure, at the height of its middle. A line that is joined to others is a rule of a
//! table or one of many dashes, and one that lies on a character strikes that out.

use super::super::drawing::{Drawing, Fate, Glyph};
use super::neighbours::Neighbours;
use crate::positioned::{Direction, Rect};

/// Shortest and longest such line, and how thick it may be, as parts of the size of type.
/// Measured: with 0.1875, no cell changes.
const SHORTEST: f64 = 0.15;
/// Measured: with 0.9, no cell changes.
const LONGEST: f64 = 1.2;
const THICKEST: f64 = 0.2;
/// How far before the figure it may end, and how far in its place.
const AWAY: f64 = 0.6;
const WITHIN: f64 = 0.15;
/// How far from the middle of the figure it may lie.
const ASIDE: f64 = 0.17;
/// The part of the line that may lie on a character.
const COVERED: f64 = 0.3;
/// Lines this near to each other, in points, touch.
const TOUCH: f64 = 0.75;
/// Between the dashes of a line is at most this part of the size of type: a figure is wider.
const DASHED: f64 = 0.45;
/// For more lines than this it is not asked whether they are joined to others: the numbers beside them are not read.
/// Measured: with 2,048, no cell changes.
const MOST: usize = 4_096;

/// A sign that stands before a glyph.
#[derive(Debug)]
pub(super) struct Sign {
    /// The number of the glyph.
    pub(super) before: usize,
    pub(super) place: Rect,
}

/// The signs that are drawn as lines, in the order of the glyphs.
pub(super) fn drawn(drawing: &Drawing, near: &Neighbours) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    let mut asked = 0;
    let largest = drawing.glyphs.iter().map(Glyph::size).fold(0.0, f64::max);
    for direction in [Direction::Right, Direction::Up, Direction::Down, Direction::Left] {
        let mut lines = drawing
            .rulings
            .iter()
            .chain(&drawing.strokes)
            .map(|line| direction.upright(*line))
            .filter(|line| is_short(*line, largest))
            .peekable();
        if lines.peek().is_none() || !drawing.glyphs.iter().any(|glyph| glyph.direction == direction) {
            continue;
        }
        for line in lines {
            let Some((before, glyph)) = figure_behind(drawing, near, direction, line, largest) else {
                continue;
            };
            asked += 1;
            if asked > MOST || !is_joined(drawing, direction, line, glyph.size()) {
                let place = glyph.upright();
                let left = line.left.min(place.left - SHORTEST * place.height());
                let place = direction.turned_back(Rect { left, right: place.left, ..place });
                signs.push(Sign { before, place });
            }
        }
    }
    signs.sort_by_key(|sign| sign.before);
    signs.dedup_by_key(|sign| sign.before);
    signs
}

fn is_short(line: Rect, largest: f64) -> bool {
    line.width() > line.height() && line.width() <= LONGEST * largest && line.height() <= THICKEST * largest
}

/// The figure before which a line stands as a minus does.
fn figure_behind<'d>(
    drawing: &'d Drawing,
    near: &Neighbours,
    direction: Direction,
    line: Rect,
    largest: f64,
) -> Option<(usize, &'d Glyph)> {
    let y = line.middle().1;
    let here = || {
        let glyphs = near.near(y, line.left, line.right + AWAY * largest);
        let glyphs = glyphs.filter_map(|at| Some((at, drawing.glyphs.get(at)?)));
        glyphs.filter(|(_, glyph)| glyph.direction == direction)
    };
    let is_behind = |glyph: &Glyph| {
        let place = glyph.upright();
        let size = place.height();
        let gap = place.left - line.right;
        (-WITHIN * size..=AWAY * size).contains(&gap)
            && (SHORTEST * size..=LONGEST * size).contains(&line.width())
            && line.height() <= THICKEST * size
            && (direction.upright(glyph.ink()).middle().1 - y).abs() <= ASIDE * size
    };
    let figure = here()
        .filter(|(_, glyph)| {
            glyph.fate == Fate::Shown && is_behind(glyph) && drawing.text(glyph).chars().any(char::is_numeric)
        })
        .min_by(|(_, a), (_, b)| a.upright().left.total_cmp(&b.upright().left))?;
    let lies_on = |glyph: &Glyph| {
        let ink = direction.upright(glyph.ink());
        let across = ink.right.min(line.right) - ink.left.max(line.left);
        across > COVERED * line.width()
            && (ink.top..=ink.bottom).contains(&y)
            && !drawing.text(glyph).trim().is_empty()
    };
    (!here().any(|(_, glyph)| lies_on(glyph))).then_some(figure)
}

/// Whether a line goes on: in other lines at its height, or in upright ones at its ends.
fn is_joined(drawing: &Drawing, direction: Direction, line: Rect, size: f64) -> bool {
    let y = line.middle().1;
    drawing.rulings.iter().any(|other| {
        let other = direction.upright(*other);
        if other.width() > other.height() {
            let is_itself =
                (other.left - line.left).abs() < TOUCH && (other.right - line.right).abs() < TOUCH;
            let gap = (other.left - line.right).max(line.left - other.right);
            return !is_itself && (other.middle().1 - y).abs() <= 1.0 && gap <= DASHED * size;
        }
        let x = other.middle().0;
        let is_at_end = (x - line.left).abs() <= TOUCH || (x - line.right).abs() <= TOUCH;
        let is_wall = other.height() > 0.3 * size;
        is_at_end && is_wall && other.top - TOUCH <= y && y <= other.bottom + TOUCH
    })
}
