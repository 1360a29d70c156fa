//! What is struck out by a diagonal (斜线划去): one line that runs through it, or two as an X.
//!
//! Lines that part the heading cell of a table (斜线表头) or cross out empty cells run through no figures. Of words, those are
//! struck that are struck together with figures.

use super::super::drawing::{Drawing, Glyph, Slant};
use super::neighbours::Neighbours;
use super::strike::cross_out;
use crate::positioned::{Direction, Rect};

/// The part of a figure's width or height that a line must cross.
const CROSSED: f64 = 0.5;
/// A line that reaches farther beyond what it strikes than this part of its size is drawn for something else.
const BEYOND: f64 = 1.2;
/// The step, in points, in which glyphs are looked for along a line.
const STEP: f64 = 8.0;
/// More diagonals of a page than this are not looked at.
/// Measured: with 10,000, no cell changes.
const MOST: usize = 20_000;

/// Which glyphs diagonals strike out.
pub(super) fn part(drawing: &mut Drawing, near: &Neighbours) {
    let slants = std::mem::take(&mut drawing.slants);
    if slants.is_empty() {
        return;
    }
    for direction in [Direction::Right, Direction::Up, Direction::Down, Direction::Left] {
        if drawing.glyphs.iter().any(|glyph| glyph.direction == direction) {
            for slant in slants.iter().take(MOST) {
                strike(drawing, near, direction, &turned(slant, direction));
            }
        }
    }
}

/// The diagonal as it is seen when the text runs from left to right.
fn turned(slant: &Slant, direction: Direction) -> Slant {
    let point = |(x, y): (f64, f64)| {
        let place = direction.upright(Rect::around([x, x], [y, y]));
        (place.left, place.top)
    };
    Slant { from: point(slant.from), to: point(slant.to), by_hand: slant.by_hand }
}

fn strike(drawing: &mut Drawing, near: &Neighbours, direction: Direction, slant: &Slant) {
    let line = slant.around();
    let is_struck = |at: &usize| {
        drawing.glyphs.get(*at).is_some_and(|glyph| {
            glyph.direction == direction && crosses(slant, direction.upright(glyph.ink()))
        })
    };
    let mut found: Vec<usize> = Vec::new();
    let page = direction.upright(drawing.size);
    let mut y = line.top.max(page.top);
    while y < line.bottom.min(page.bottom) + STEP {
        found.extend(near.near(y, line.left, line.right).filter(is_struck));
        y += STEP;
    }
    found.sort_unstable();
    found.dedup();
    let struck = || found.iter().filter_map(|at| drawing.glyphs.get(*at));
    if !struck().any(|glyph| drawing.is_figure(glyph)) {
        return;
    }
    let Some(around) = struck().map(Glyph::upright).reduce(Rect::to) else { return };
    let across = (around.left - line.left).max(line.right - around.right);
    let down = (around.top - line.top).max(line.bottom - around.bottom);
    let is_sure = slant.by_hand || across.max(down) <= BEYOND * around.height();
    cross_out(drawing, found, is_sure);
}

/// Whether a diagonal runs through most of what a glyph fills, and not only through a corner.
fn crosses(slant: &Slant, ink: Rect) -> bool {
    let way = (slant.to.0 - slant.from.0, slant.to.1 - slant.from.1);
    // The part of the line, from 0 to 1, that lies between two edges.
    let between = |from: f64, way: f64, low: f64, high: f64| {
        let ends = [(low - from) / way, (high - from) / way];
        (ends[0].min(ends[1]), ends[0].max(ends[1]))
    };
    let (left, right) = between(slant.from.0, way.0, ink.left, ink.right);
    let (top, bottom) = between(slant.from.1, way.1, ink.top, ink.bottom);
    let inside = right.min(bottom).min(1.0) - left.max(top).max(0.0);
    let has_extent = ink.width() > 0.0 && ink.height() > 0.0;
    has_extent
        && inside > 0.0
        && (inside * way.0.abs() >= CROSSED * ink.width() || inside * way.1.abs() >= CROSSED * ink.height())
}
