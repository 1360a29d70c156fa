//! Watermarks (水印): what lies over or under the text of a page and is none of it.

use super::super::drawing::{Drawing, Fate, Glyph};

/// What is this near to its ground is faint.
const FAINT: f32 = 0.5;
/// Type larger than that of the page by this factor is large.
const LARGE: f64 = 1.8;
/// Type larger than this lies over what stands in it, whatever its colour.
const HUGE: f64 = 2.2;
/// More large glyphs than this are no watermark.
/// Measured: with 200, no cell changes.
const MOST_LARGE: usize = 400;

/// Sets aside what is a watermark.
pub(super) fn set_aside(drawing: &mut Drawing) {
    let usual = usual_size(drawing);
    let mut marks: Vec<bool> = drawing.runs.iter().map(|run| run.is_watermark).collect();
    let mut large: Vec<usize> = Vec::new();
    let is_askew = is_askew(drawing);
    for (at, glyph) in drawing.glyphs.iter().enumerate() {
        let (Some(run), Some(mark)) = (drawing.run(glyph), marks.get_mut(glyph.run as usize)) else {
            continue;
        };
        if *mark || !is_seen(glyph) {
            continue;
        }
        let size = glyph.size() / usual;
        let is_faint = run.contrast < FAINT;
        let is_see_through = run.opacity < 0.9;
        if run.is_slanted && !is_askew {
            *mark = size > 1.2 || is_faint || is_see_through || drawing.is_figure(glyph);
        } else if is_faint {
            *mark = size > LARGE || is_see_through;
        }
        if !*mark && size > HUGE {
            large.push(at);
        }
    }
    if large.len() <= MOST_LARGE {
        over_the_text(drawing, &large, usual, &mut marks);
    }
    for glyph in &mut drawing.glyphs {
        if is_seen(glyph) && marks.get(glyph.run as usize).is_some_and(|mark| *mark) {
            glyph.fate = Fate::Unseen;
        }
    }
}

/// Marks the runs of large glyphs with smaller ones of the page in them.
fn over_the_text(drawing: &Drawing, large: &[usize], usual: f64, marks: &mut [bool]) {
    for glyph in large.iter().filter_map(|at| drawing.glyphs.get(*at)) {
        let ink = glyph.ink();
        let lies_over = drawing.glyphs.iter().any(|small| {
            is_seen(small)
                && small.size() < 1.5 * usual
                && small.run != glyph.run
                && ink.contains(small.rect.middle())
        });
        if lies_over && let Some(mark) = marks.get_mut(glyph.run as usize) {
            *mark = true;
        }
    }
}

fn is_seen(glyph: &Glyph) -> bool {
    matches!(glyph.fate, Fate::Shown | Fate::Illegible)
}

/// Whether the page as a whole is askew.
fn is_askew(drawing: &Drawing) -> bool {
    let slanted = drawing.glyphs.iter().filter(|glyph| drawing.run(glyph).is_some_and(|run| run.is_slanted));
    2 * slanted.count() > drawing.glyphs.len()
}

/// The size of most type on the page.
fn usual_size(drawing: &Drawing) -> f64 {
    let mut sizes: Vec<f64> = drawing.glyphs.iter().filter(|glyph| is_seen(glyph)).map(Glyph::size).collect();
    let middle = sizes.len() / 2;
    if sizes.is_empty() {
        return 1.0;
    }
    let (_, usual, _) = sizes.select_nth_unstable_by(middle, f64::total_cmp);
    usual.max(1.0)
}
