//! Two glyphs on one place: bold type made by printing twice, a shadow, a faint text below, or two numbers that nobody can read.

use super::super::drawing::{Drawing, Fate, Glyph};
use super::ground::touch;
use super::neighbours::Neighbours;

/// Glyphs that begin nearer to each other than this part of their size are on one place: half the way between two figures lies
/// within it.
const ONE_PLACE: f64 = 0.4;
/// A figure of which this part lies within a wide one is on its place, wherever that begins.
const WITHIN: f64 = 0.5;
/// One this many times as wide as another is wide: figures of full width have twice the width of the others.
const WIDE: f64 = 1.5;
/// So far from its own beginning, as a part of its size, may a wide glyph have another within it.
const REACH: f64 = 0.75;
/// The figures of a number begin nearer to each other than this part of their size.
const ONE_NUMBER: f64 = 1.0;
/// Equal ones that are no farther apart than this are one, printed twice.
const TWICE: f64 = 0.36;
/// One glyph this much paler than the other lies behind it.
const PALER: f32 = 0.3;
/// A figure nearer to its ground than this is not read for sure.
const PALE: f32 = 0.2;
/// The largest type that is looked at, in points.
/// Measured: with 30, no cell changes.
const LARGEST: f64 = 40.0;

/// Makes one of what was printed twice, and finds what cannot be read.
pub(super) fn part(drawing: &mut Drawing, near: &Neighbours) {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let largest = drawing.glyphs.iter().map(Glyph::size).fold(0.0, f64::max).min(LARGEST);
    let has_wide = drawing.glyphs.iter().any(|glyph| {
        let place = glyph.upright();
        place.width() > 0.9 * place.height() && drawing.is_figure(glyph)
    });
    near.pairs(if has_wide { REACH } else { ONE_PLACE } * largest, |a, b| {
        if let (Some(first), Some(second)) = (drawing.glyphs.get(a), drawing.glyphs.get(b))
            && (is_one_place(first, second) || is_one_within_another(drawing, first, second))
        {
            pairs.push((a.max(b), a.min(b)));
        }
    });
    pairs.sort_unstable();
    let doubles = twice(drawing, &pairs);
    let are_mixed = lie_on_each_other(drawing, &pairs);
    one_over_another(drawing, &pairs);
    if are_mixed {
        alike(drawing, near, &doubles);
    }
    pale(drawing);
}

/// Whether two glyphs begin at one place.
fn is_one_place(a: &Glyph, b: &Glyph) -> bool {
    let (first, second) = (a.upright(), b.upright());
    let size = first.height().min(second.height());
    // Type set narrow has its figures nearer to each other.
    let width = first.width().min(second.width());
    a.direction == b.direction
        && (first.left - second.left).abs() < (ONE_PLACE * size).min(0.8 * width)
        && (first.middle().1 - second.middle().1).abs() < 0.5 * size
}

/// Whether most of a narrow figure lies within a wide one.
fn is_one_within_another(drawing: &Drawing, a: &Glyph, b: &Glyph) -> bool {
    if a.run == b.run || a.direction != b.direction || !drawing.is_figure(a) || !drawing.is_figure(b) {
        return false;
    }
    let (first, second) = (a.upright(), b.upright());
    let (narrow, wide) = if first.width() < second.width() { (first, second) } else { (second, first) };
    let common = narrow.right.min(wide.right) - narrow.left.max(wide.left);
    wide.width() >= WIDE * narrow.width()
        && common > WITHIN * narrow.width()
        && (narrow.middle().1 - wide.middle().1).abs() < 0.5 * narrow.height()
}

/// Leaves out what is printed twice; gives which glyphs, each with the one that stays.
fn twice(drawing: &mut Drawing, pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut doubles = Vec::new();
    for (later, earlier) in pairs {
        let (Some(b), Some(a)) = (drawing.glyphs.get(*later), drawing.glyphs.get(*earlier)) else { continue };
        let (first, second) = (a.upright(), b.upright());
        let size = first.height().min(second.height());
        let is_twice = a.fate != Fate::Unseen
            && b.fate != Fate::Unseen
            && drawing.text(a) == drawing.text(b)
            && (first.height() - second.height()).abs() < 0.1 * size
            && (first.left - second.left).abs() < (TWICE * size).min(0.76 * first.width())
            && (first.top - second.top).abs() < TWICE * size;
        if !is_twice {
            continue;
        }
        // The darker one stays: a shadow is painted first.
        let is_shadow = contrast(drawing, b) > contrast(drawing, a) + 0.05;
        let (left_out, stays) = if is_shadow { (*earlier, *later) } else { (*later, *earlier) };
        if let Some(glyph) = drawing.glyphs.get_mut(left_out) {
            glyph.fate = Fate::Unseen;
            doubles.push((left_out, stays));
        }
    }
    doubles
}

/// Where two tables lie on each other, equal figures on one place are no bold type, and figures that only touch are no number.
fn alike(drawing: &mut Drawing, near: &Neighbours, doubles: &[(usize, usize)]) {
    let is_figure = |at: usize| drawing.glyphs.get(at).is_some_and(|glyph| drawing.is_figure(glyph));
    let mut illegible: Vec<usize> = doubles
        .iter()
        .filter(|(left_out, stays)| is_figure(*left_out) && is_figure(*stays))
        .map(|(_, stays)| *stays)
        .collect();
    near.pairs(ONE_NUMBER * LARGEST, |a, b| {
        let (Some(first), Some(second)) = (drawing.glyphs.get(a), drawing.glyphs.get(b)) else { return };
        let are_shown = first.fate == Fate::Shown && second.fate == Fate::Shown;
        if are_shown && first.run != second.run && is_figure(a) && is_figure(b) && touch(first, second) {
            illegible.extend([a, b]);
        }
    });
    for at in illegible {
        make_illegible(drawing, at);
    }
}

/// Whether different numbers stand on one place.
fn lie_on_each_other(drawing: &Drawing, pairs: &[(usize, usize)]) -> bool {
    pairs.iter().any(|(b, a)| {
        let (Some(b), Some(a)) = (drawing.glyphs.get(*b), drawing.glyphs.get(*a)) else { return false };
        let is_seen = a.fate == Fate::Shown && b.fate == Fate::Shown;
        let is_pale = (contrast(drawing, a) - contrast(drawing, b)).abs() > PALER;
        is_seen
            && !is_pale
            && a.run != b.run
            && drawing.is_figure(a)
            && drawing.is_figure(b)
            && drawing.text(a) != drawing.text(b)
    })
}

fn one_over_another(drawing: &mut Drawing, pairs: &[(usize, usize)]) {
    let mut pale_runs: Vec<u32> = Vec::new();
    let mut illegible: Vec<usize> = Vec::new();
    for (later, earlier) in pairs {
        let (Some(b), Some(a)) = (drawing.glyphs.get(*later), drawing.glyphs.get(*earlier)) else { continue };
        let is_drawn_on = later - earlier == 1 && a.run == b.run;
        if a.fate == Fate::Unseen || b.fate == Fate::Unseen || is_drawn_on {
            continue;
        }
        let (first, second) = (contrast(drawing, a), contrast(drawing, b));
        if (first - second).abs() > PALER {
            pale_runs.push(if first < second { a.run } else { b.run });
            continue;
        }
        let is_letter = |glyph: &Glyph| drawing.text(glyph).chars().any(char::is_alphabetic);
        let is_number = |glyph: &Glyph| drawing.is_figure(glyph);
        let has_figure = is_number(a) && (is_number(b) || is_letter(b)) || is_number(b) && is_letter(a);
        if has_figure {
            illegible.extend([*later, *earlier]);
        }
    }
    pale_runs.sort_unstable();
    pale_runs.dedup();
    if !pale_runs.is_empty() {
        set_aside(drawing, &pale_runs);
    }
    for at in illegible {
        make_illegible(drawing, at);
    }
}

/// Sets aside what is printed pale behind other text, and what is printed in the same way elsewhere on the page.
fn set_aside(drawing: &mut Drawing, runs: &[u32]) {
    let mut kinds: Vec<(Option<super::super::colour::Colour>, f32, f64)> = Vec::new();
    for glyph in drawing.glyphs.iter().filter(|glyph| runs.binary_search(&glyph.run).is_ok()) {
        let Some(run) = drawing.run(glyph) else { continue };
        let kind = (run.colour, run.opacity, glyph.size());
        if kinds.len() < 8 && !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    for at in 0..drawing.glyphs.len() {
        let Some(glyph) = drawing.glyphs.get(at) else { continue };
        let is_alike = drawing.run(glyph).is_some_and(|run| {
            kinds.iter().any(|(colour, opacity, size)| {
                *colour == run.colour
                    && (opacity - run.opacity).abs() < 0.01
                    && (size - glyph.size()).abs() < 0.05 * size
            })
        });
        if is_alike && let Some(glyph) = drawing.glyphs.get_mut(at) {
            glyph.fate = Fate::Unseen;
        }
    }
}

/// Makes a glyph and the number that it is part of illegible.
pub(super) fn make_illegible(drawing: &mut Drawing, at: usize) {
    let mut ends = [at, at];
    for (end, step) in ends.iter_mut().zip([usize::MAX, 1]) {
        while let (Some(here), Some(next)) =
            (drawing.glyphs.get(*end), drawing.glyphs.get(end.wrapping_add(step)))
        {
            if here.run != next.run || !drawing.is_figure(next) || !touch(here, next) {
                break;
            }
            *end = end.wrapping_add(step);
        }
    }
    let [first, last] = ends;
    for glyph in drawing.glyphs.get_mut(first..=last).unwrap_or_default() {
        if matches!(glyph.fate, Fate::Shown | Fate::Struck) {
            glyph.fate = Fate::Illegible;
        }
    }
}

/// Figures that are hardly to be told from their ground are not read.
fn pale(drawing: &mut Drawing) {
    for at in 0..drawing.glyphs.len() {
        let Some(glyph) = drawing.glyphs.get(at) else { continue };
        let is_pale =
            glyph.fate == Fate::Shown && contrast(drawing, glyph) < PALE && drawing.is_figure(glyph);
        if is_pale && let Some(glyph) = drawing.glyphs.get_mut(at) {
            glyph.fate = Fate::Illegible;
        }
    }
}

fn contrast(drawing: &Drawing, glyph: &Glyph) -> f32 {
    drawing.run(glyph).map_or(1.0, |run| run.contrast)
}
