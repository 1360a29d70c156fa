//! Which glyphs lie on the page, in front of a ground from which they can be told, and below nothing.

use super::super::colour::Colour;
use super::super::drawing::{Drawing, Fate, Glyph, Run};
use super::super::surface::Surface;
use crate::ReadError;
use crate::budget::Budget;
use crate::positioned::Rect;

/// Colours nearer to each other than this look the same.
const SAME: f32 = 0.06;
/// The part of a figure that must be seen to know it, and that which shows that something is there.
const KNOWN: f64 = 0.8;
const HINTED: f64 = 0.15;
/// The clock is looked at after so many comparisons.
const BETWEEN_LOOKS: usize = 1 << 22;
/// The height, in points, of the bands in which covering surfaces are looked for.
const BAND: f64 = 24.0;
/// A surface in more bands than this is looked at for every glyph.
/// Measured: with 5, no cell changes.
const MOST_BANDS: usize = 6;

/// What a glyph is seen against.
enum Ground {
    Colour(Colour),
    /// A picture, or something else whose colour is not known.
    Unknown,
}

/// Parts what is seen from what is clipped away, off the page, of the colour of its ground, or covered.
pub(super) fn part(drawing: &mut Drawing, budget: &Budget) -> Result<(), ReadError> {
    let colours = Colours::of(&drawing.surfaces);
    let covers = Covers::of(drawing);
    let mut work = Work { budget, steps: 0 };
    let mut glyphs = std::mem::take(&mut drawing.glyphs);
    let mut contrasts: Vec<Option<f32>> = vec![None; drawing.runs.len()];
    for at in 0..glyphs.len() {
        let Some(glyph) = glyphs.get(at).copied() else { continue };
        let Some(run) = drawing.run(&glyph) else { continue };
        let ink = glyph.ink();
        let mut fate = glyph.fate;
        if fate == Fate::Shown {
            fate = within(drawing, &glyph, run, ink);
        }
        if fate == Fate::Shown {
            let (seen, contrast) = against(drawing, &glyph, run, &colours, &mut work)?;
            fate = seen;
            if let Some(known) = contrasts.get_mut(glyph.run as usize) {
                *known = Some(known.map_or(contrast, |known| known.max(contrast)));
            }
        }
        if fate == Fate::Shown {
            fate = covers.over(drawing, run, ink, &mut work)?;
        }
        if let Some(glyph) = glyphs.get_mut(at) {
            glyph.fate = fate;
        }
    }
    drawing.glyphs = glyphs;
    for (run, contrast) in drawing.runs.iter_mut().zip(contrasts) {
        run.contrast = contrast.unwrap_or(1.0);
    }
    cut_numbers(drawing);
    Ok(())
}

/// Counts comparisons, and looks at the clock.
struct Work<'b> {
    budget: &'b Budget,
    steps: usize,
}

impl Work<'_> {
    fn steps(&mut self, steps: usize) -> Result<(), ReadError> {
        self.steps += steps;
        if self.steps >= BETWEEN_LOOKS {
            self.steps = 0;
            self.budget.time()?;
        }
        Ok(())
    }
}

/// Whether a glyph lies on the page, and in the part of it that is drawn on.
fn within(drawing: &Drawing, glyph: &Glyph, run: &Run, ink: Rect) -> Fate {
    let page = ink.share_in(drawing.size);
    let clip = run.clip.map_or(1.0, |clip| ink.share_in(clip.around));
    // White space and what has no extent is not asked.
    if ink.width() * ink.height() <= 0.0 {
        return Fate::Shown;
    }
    match page.min(clip) {
        share if share >= KNOWN => Fate::Shown,
        share if share < HINTED => Fate::Unseen,
        _ if drawing.is_figure(glyph) => Fate::Illegible,
        share if share >= 0.5 => Fate::Shown,
        _ => Fate::Unseen,
    }
}

/// Whether a glyph can be told from its ground, and how far it is from it.
fn against(
    drawing: &Drawing,
    glyph: &Glyph,
    run: &Run,
    colours: &Colours,
    work: &mut Work<'_>,
) -> Result<(Fate, f32), ReadError> {
    // What has no colour has many.
    let Some(colour) = run.colour else { return Ok((Fate::Shown, 1.0)) };
    if run.opacity >= 0.9
        && let Some(contrast) = colours.least_contrast(colour)
        && contrast > 0.5
    {
        return Ok((Fate::Shown, contrast));
    }
    let ground = ground(drawing, run, glyph.rect.middle(), work)?;
    let contrast = match ground {
        Ground::Colour(ground) => colour.over(ground, run.opacity).apart(ground),
        Ground::Unknown if run.opacity < SAME => 0.0,
        Ground::Unknown if colour.is_light() => {
            let fate = if drawing.is_figure(glyph) { Fate::Illegible } else { Fate::Shown };
            return Ok((fate, 1.0));
        }
        Ground::Unknown => run.opacity,
    };
    let is_over_picture = || {
        let before = drawing.surfaces.get(..run.surfaces).unwrap_or_default();
        before.iter().any(|surface| surface.is_picture && surface.is_at(glyph.rect.middle()))
    };
    let fate = if contrast >= SAME {
        Fate::Shown
    } else if run.opacity < SAME && is_over_picture() {
        Fate::Recognised
    } else {
        Fate::Unseen
    };
    Ok((fate, contrast))
}

/// What lies below a glyph.
fn ground(drawing: &Drawing, run: &Run, place: (f64, f64), work: &mut Work<'_>) -> Result<Ground, ReadError> {
    let before = drawing.surfaces.get(..run.surfaces).unwrap_or_default();
    work.steps(before.len() + 1)?;
    let mut layers: Vec<(Colour, f32)> = Vec::new();
    let mut lowest = Colour::PAPER;
    for surface in before.iter().rev().filter(|surface| surface.is_at(place)) {
        let Some(colour) = surface.colour.filter(|_| surface.is_known()) else {
            return Ok(Ground::Unknown);
        };
        if surface.opacity >= 1.0 - SAME {
            lowest = colour;
            break;
        }
        layers.push((colour, surface.opacity));
    }
    let seen = layers.iter().rev().fold(lowest, |ground, (colour, opacity)| colour.over(ground, *opacity));
    Ok(Ground::Colour(seen))
}

/// The colours that surfaces of a page have.
struct Colours {
    known: Vec<Colour>,
    /// Whether there are pictures or other surfaces of many colours.
    has_unknown: bool,
}

impl Colours {
    /// More different colours than this are not kept.
    /// Measured: with 8, no cell changes.
    const MOST: usize = 16;

    fn of(surfaces: &[Surface]) -> Self {
        let mut colours = Self { known: vec![Colour::PAPER], has_unknown: false };
        for surface in surfaces {
            match surface.colour.filter(|_| surface.is_known()) {
                None => colours.has_unknown = true,
                Some(colour) if colours.known.len() > Self::MOST || colours.known.contains(&colour) => {}
                Some(colour) => colours.known.push(colour),
            }
        }
        colours
    }

    /// How far an ink is from the nearest ground that there is; nothing where each place has to be looked at.
    fn least_contrast(&self, ink: Colour) -> Option<f32> {
        if self.known.len() > Self::MOST || self.has_unknown && ink.is_light() {
            return None;
        }
        self.known.iter().map(|colour| ink.apart(*colour)).reduce(f32::min)
    }
}

/// The surfaces that hide what is below them.
struct Covers {
    bands: Vec<Vec<u32>>,
    /// Those that reach over many bands.
    tall: Vec<u32>,
}

impl Covers {
    fn of(drawing: &Drawing) -> Self {
        let mut covers = Self { bands: Vec::new(), tall: Vec::new() };
        for (surface, number) in drawing.surfaces.iter().zip(0_u32..) {
            if !surface.hides() {
                continue;
            }
            let (first, last) = (band(surface.around.top), band(surface.around.bottom));
            if last - first >= MOST_BANDS {
                covers.tall.push(number);
                continue;
            }
            if covers.bands.len() <= last {
                covers.bands.resize_with(last + 1, Vec::new);
            }
            for band in covers.bands.iter_mut().take(last + 1).skip(first) {
                band.push(number);
            }
        }
        covers
    }

    /// The fate of a glyph that is seen but for what was painted after it.
    fn over(&self, drawing: &Drawing, run: &Run, ink: Rect, work: &mut Work<'_>) -> Result<Fate, ReadError> {
        let lists = [self.bands.get(band(ink.middle().1)).map_or(&[][..], Vec::as_slice), &self.tall];
        let mut last: Option<u32> = None;
        for list in lists {
            let after = list.partition_point(|number| (*number as usize) < run.surfaces);
            let after = list.get(after..).unwrap_or_default();
            work.steps(after.len() + 1)?;
            let is_over = |number: &&u32| {
                drawing.surfaces.get(**number as usize).is_some_and(|surface| surface.is_over(ink))
            };
            last = last.max(after.iter().rev().find(is_over).copied());
        }
        Ok(last.map_or(Fate::Shown, Fate::Covered))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places on a page are bounded")]
fn band(y: f64) -> usize {
    (y / BAND).clamp(0.0, 10_000.0) as usize
}

/// A number of which a figure is clipped away is not the number that is left.
fn cut_numbers(drawing: &mut Drawing) {
    for at in 0..drawing.glyphs.len() {
        for (first, second) in [(at, at.wrapping_sub(1)), (at, at + 1)] {
            let (Some(cut), Some(beside)) = (drawing.glyphs.get(first), drawing.glyphs.get(second)) else {
                continue;
            };
            let is_clipped = cut.fate == Fate::Unseen
                && drawing.run(cut).is_some_and(|run| {
                    let clip = run.clip.map_or(drawing.size, |clip| clip.around.common(drawing.size));
                    cut.ink().share_in(clip) < KNOWN
                });
            let is_one_number = is_clipped
                && beside.fate == Fate::Shown
                && cut.run == beside.run
                && drawing.is_figure(cut)
                && drawing.is_figure(beside)
                && touch(cut, beside);
            if is_one_number && let Some(glyph) = drawing.glyphs.get_mut(second) {
                glyph.fate = Fate::Illegible;
            }
        }
    }
}

/// Whether two glyphs stand side by side as those of a number do.
pub(super) fn touch(a: &Glyph, b: &Glyph) -> bool {
    let (left, right) = (a.upright(), b.upright());
    let (left, right) = if left.left <= right.left { (left, right) } else { (right, left) };
    let size = left.height().min(right.height());
    right.left - left.right <= 0.3 * size && (left.bottom - right.bottom).abs() <= 0.5 * size
}

/// Drops what is covered where the cover says something itself: a text box with another number, a page drawn anew.
pub(super) fn uncover(drawing: &mut Drawing, budget: &Budget) -> Result<(), ReadError> {
    let mut covers: Vec<u32> = drawing
        .glyphs
        .iter()
        .filter_map(|glyph| match glyph.fate {
            Fate::Covered(cover) => Some(cover),
            _ => None,
        })
        .collect();
    covers.sort_unstable();
    covers.dedup();
    let mut work = Work { budget, steps: 0 };
    let mut silent: Vec<u32> = Vec::new();
    for number in covers {
        let Some(cover) = drawing.surfaces.get(number as usize) else { continue };
        work.steps(drawing.glyphs.len())?;
        let speaks = drawing.glyphs.iter().any(|glyph| {
            matches!(glyph.fate, Fate::Shown | Fate::Illegible)
                && drawing.run(glyph).is_some_and(|run| run.surfaces > number as usize)
                && cover.is_at(glyph.rect.middle())
        });
        if !speaks {
            silent.push(number);
        }
    }
    for glyph in &mut drawing.glyphs {
        if let Fate::Covered(cover) = glyph.fate
            && silent.binary_search(&cover).is_err()
        {
            glyph.fate = Fate::Unseen;
        }
    }
    Ok(())
}
