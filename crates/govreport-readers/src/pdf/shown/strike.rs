//! What is struck out (删除线): a line is drawn through the middle of it.
//!
//! An underline runs below the figures, and a rule of a table where no figures are.

use super::super::drawing::{Drawing, Fate, Glyph};
use super::ground::touch;
use super::neighbours::Neighbours;
use super::overprint::make_illegible;
use crate::positioned::{Direction, Rect, Segments, segments};

/// How far from the middle of the figures, as a part of their size, a line still strikes them out.
const THROUGH: f64 = 0.17;
/// The part of a glyph's width that the line must cover.
const COVERED: f64 = 0.5;
/// A line that reaches farther beyond what it strikes than this part of its size is drawn for something else.
const BEYOND: f64 = 1.2;
/// Lines this near to each other, in points, touch.
const TOUCH: f64 = 1.5;

/// Which glyphs are struck out.
pub(super) fn part(drawing: &mut Drawing, near: &Neighbours) {
    // Turned text is struck by upright lines: the lines are looked at as the text is.
    for direction in [Direction::Right, Direction::Up, Direction::Down, Direction::Left] {
        if !drawing.glyphs.iter().any(|glyph| glyph.direction == direction) {
            continue;
        }
        let turned = |lines: &[Rect]| {
            let lines: Vec<Rect> = lines.iter().map(|line| direction.upright(*line)).collect();
            segments(&lines)
        };
        let rulings = turned(&drawing.rulings);
        strike(drawing, near, direction, &rulings, false);
        let strokes = turned(&drawing.strokes);
        strike(drawing, near, direction, &strokes, true);
    }
    part_of_numbers(drawing);
}

/// A number of which only some figures are struck out is not the number that is left.
fn part_of_numbers(drawing: &mut Drawing) {
    let is_torn = |struck: &Glyph, left: &Glyph| {
        struck.fate == Fate::Struck
            && left.fate == Fate::Shown
            && struck.run == left.run
            && drawing.is_figure(struck)
            && drawing.is_figure(left)
            && touch(struck, left)
    };
    let torn: Vec<usize> = drawing
        .glyphs
        .windows(2)
        .enumerate()
        .filter(|(_, two)| is_torn(&two[0], &two[1]) || is_torn(&two[1], &two[0]))
        .flat_map(|(at, _)| [at, at + 1])
        .collect();
    for at in torn {
        make_illegible(drawing, at);
    }
}

fn strike(drawing: &mut Drawing, near: &Neighbours, direction: Direction, lines: &Segments, by_hand: bool) {
    for line in &lines.horizontal {
        let struck = |glyph: &&Glyph| {
            let place = glyph.upright();
            let ink = direction.upright(glyph.ink());
            let across = line.to.min(place.right) - line.from.max(place.left);
            glyph.direction == direction
                && (ink.middle().1 - line.at).abs() <= THROUGH * place.height()
                && across >= COVERED * place.width()
                && place.width() > 0.0
        };
        let found: Vec<usize> = near
            .near(line.at, line.from, line.to)
            .filter(|at| drawing.glyphs.get(*at).is_some_and(|glyph| struck(&glyph)))
            .collect();
        let Some(around) =
            found.iter().filter_map(|at| drawing.glyphs.get(*at)).map(Glyph::upright).reduce(Rect::to)
        else {
            continue;
        };
        let beyond = (around.left - line.from).max(line.to - around.right);
        let meets = |end: f64| {
            lines.vertical.iter().any(|wall| {
                (wall.at - end).abs() <= TOUCH && wall.from - TOUCH <= line.at && line.at <= wall.to + TOUCH
            })
        };
        let is_sure = by_hand || beyond <= BEYOND * around.height() && !(meets(line.from) && meets(line.to));
        cross_out(drawing, found, is_sure);
    }
}

/// Takes glyphs that a line runs through for struck out. Where the line goes on, whether it is meant to strike a number is not known.
pub(super) fn cross_out(drawing: &mut Drawing, found: Vec<usize>, is_sure: bool) {
    for at in found {
        let Some(glyph) = drawing.glyphs.get(at) else { continue };
        let fate = match glyph.fate {
            Fate::Unseen => continue,
            _ if is_sure => Fate::Struck,
            fate if !drawing.is_figure(glyph) => fate,
            _ => Fate::Illegible,
        };
        if let Some(glyph) = drawing.glyphs.get_mut(at) {
            glyph.fate = fate;
        }
    }
}
