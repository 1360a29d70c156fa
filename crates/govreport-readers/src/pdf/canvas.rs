//! What a page draws: glyphs, paths and pictures are taken down with their places, in their order.

use std::panic::resume_unwind;

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::WritingMode;
use hayro_interpret::hayro_syntax::object::{Dict, Name};
use hayro_interpret::kurbo::{BezPath, Rect as Shape, Shape as _};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::annotations::Annotations;
use super::colour::{Colour, painted};
use super::drawing::{Drawing, Fate, Run, Slant, UNKNOWN};
use super::glyph::Placement;
use super::layers::{Group, Layers};
use super::path::{rulings, slants, thick_strokes};
use super::sign::{self, Shown};
use super::substitutes::Substitutes;
use super::surface::{Surface, is_upright_rectangle, rect};
use crate::ReadError;
use crate::budget::Budget;
use crate::positioned::PositionedPage;

/// What each drawn thing counts against the limit of unpacked bytes: what it takes in memory.
const DRAWN: u64 = 64;
/// The clock is looked at after so many drawn things.
const BETWEEN_LOOKS: u32 = 4_096;
/// A line that lets more than this through is not seen as one.
const FAINTEST_LINE: f32 = 0.2;

/// A page on which the interpreter draws.
#[derive(Debug)]
pub(super) struct Canvas<'b> {
    drawing: Drawing,
    layers: Layers,
    /// For each part of the drawing that is open: whether the file calls it a watermark.
    marked: Vec<bool>,
    /// The annotations of the page, once they are drawn.
    annotations: Option<&'b Annotations>,
    /// Glyphs whose character is not known.
    pub(super) unknown: usize,
    substitutes: &'b Substitutes,
    /// Room for the characters of a glyph.
    characters: String,
    budget: &'b mut Budget,
    until_look: u32,
    stopped: Option<ReadError>,
}

/// Why the interpreter was left: a limit was passed.
pub(super) struct Stopped;

impl<'b> Canvas<'b> {
    pub(super) fn new(size: (f32, f32), substitutes: &'b Substitutes, budget: &'b mut Budget) -> Self {
        Self {
            drawing: Drawing::new(size),
            layers: Layers::default(),
            marked: Vec::new(),
            annotations: None,
            unknown: 0,
            substitutes,
            characters: String::new(),
            budget,
            until_look: BETWEEN_LOOKS,
            stopped: None,
        }
    }

    /// From here on annotations are drawn over the page.
    pub(super) fn begin_annotations(&mut self, annotations: &'b Annotations) {
        self.layers = Layers::default();
        self.marked.clear();
        self.annotations = Some(annotations);
        annotations.draw_undrawn(&mut self.drawing);
    }

    /// What of the page is seen, or the limit that was passed while it was drawn.
    pub(super) fn finish(self) -> Result<PositionedPage, ReadError> {
        match self.stopped {
            Some(error) => Err(error),
            None => super::shown::page(self.drawing, self.budget),
        }
    }

    /// Counts things drawn, and leaves the interpreter where a limit is passed.
    fn count(&mut self, things: usize) {
        let things = u64::try_from(things).unwrap_or(u64::MAX);
        let mut counted = self.budget.unpacked(things.saturating_mul(DRAWN));
        self.until_look = self.until_look.saturating_sub(1);
        if self.until_look == 0 {
            self.until_look = BETWEEN_LOOKS;
            counted = counted.and_then(|()| self.budget.time());
        }
        if let Err(error) = counted {
            self.stopped = Some(error);
            // The interpreter has no other way out: a few hundred bytes of forms that draw each other make it draw for years.
            // No panic is reported, as this is none; the caller of the interpreter catches it.
            resume_unwind(Box::new(Stopped));
        }
    }

    /// How what is painted next with these properties is laid over what is there.
    fn group(&self, props: &DrawProps<'_>) -> Group {
        let Group { opacity, is_plain } = self.layers.group();
        let is_laid_over = props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal;
        Group { opacity, is_plain: is_plain && is_laid_over }
    }

    fn lines(&mut self, path: &BezPath, props: &DrawProps<'_>, mode: &DrawMode) {
        let lines = rulings(path, props.transform, mode).into_iter().map(rect);
        let (colour, opacity) = painted(&props.paint);
        let is_seen = opacity * self.layers.group().opacity >= FAINTEST_LINE;
        match self.annotations {
            None => self.drawing.rulings.extend(lines),
            Some(annotations) if is_seen => {
                self.drawing.strokes.extend(lines.filter(|line| annotations.is_striking(*line)));
            }
            Some(_) => {}
        }
        // On paper a line as light as paper strikes nothing out.
        if is_seen && !colour.is_some_and(Colour::is_light) {
            let is_meant = |slant: &Slant| self.annotations.is_none_or(|all| all.is_striking(slant.around()));
            let by_hand = self.annotations.is_some();
            let slants = slants(path, props.transform, mode).into_iter().map(|line| Slant::of(line, by_hand));
            self.drawing.slants.extend(slants.filter(is_meant));
        }
    }

    fn surface(&mut self, surface: Option<Surface>) {
        let is_muted = |surface: &Surface| {
            self.annotations.is_some_and(|annotations| annotations.is_see_through(surface.around))
        };
        if let Some(surface) = surface.filter(|surface| !is_muted(surface)) {
            self.drawing.surfaces.push(surface);
        }
    }

    fn fill(&mut self, path: &BezPath, is_rectangle: bool, props: &DrawProps<'_>, mode: &DrawMode) {
        let (paint, clip, group) = (painted(&props.paint), self.layers.clip(), self.group(props));
        match mode {
            DrawMode::Fill(rule) | DrawMode::FillAndStroke(rule, _) => {
                let surface =
                    Surface::of_path(path, is_rectangle, props.transform, *rule, paint, clip, group);
                self.surface(surface);
            }
            DrawMode::Stroke(_) | DrawMode::Invisible => {}
        }
        for stroke in thick_strokes(path, props.transform, mode) {
            self.surface(Surface::of_rect(rect(stroke), paint, clip, group));
        }
    }

    fn glyphs(&mut self, run: &GlyphRun<'_, '_>, props: &DrawProps<'_>, mode: &DrawMode) {
        let is_vertical = run.writing_mode() == WritingMode::Vertical;
        let places = Placement::of_run(run, props.transform, is_vertical);
        let (colour, opacity) = painted(&props.paint);
        self.drawing.begin_run(Run {
            colour,
            opacity: opacity * self.layers.group().opacity,
            surfaces: self.drawing.surfaces.len(),
            clip: self.layers.clip(),
            is_slanted: places.first().is_some_and(|place| place.is_slanted),
            is_watermark: self.marked.contains(&true),
            contrast: 1.0,
        });
        let fate = if matches!(mode, DrawMode::Invisible) { Fate::Recognised } else { Fate::Shown };
        let mut text = std::mem::take(&mut self.characters);
        for (glyph, Placement { rect, direction, .. }) in run.glyphs().iter().zip(places) {
            match sign::write(glyph, self.substitutes, &mut text) {
                Shown::Characters => self.drawing.glyph(&text, rect, direction, fate),
                Shown::Nothing => {}
                Shown::Unknown => {
                    self.unknown += 1;
                    self.drawing.glyph(UNKNOWN, rect, direction, fate);
                }
            }
        }
        self.characters = text;
    }
}

impl<'a> Device<'a> for Canvas<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.count(path.elements().len());
        self.lines(path, &props, mode);
        self.fill(path, is_upright_rectangle(path), &props, mode);
    }

    fn draw_rect(&mut self, rect: &Shape, props: DrawProps<'a>, mode: &DrawMode) {
        let path = rect.to_path(0.1);
        self.count(path.elements().len());
        self.lines(&path, &props, mode);
        self.fill(&path, true, &props, mode);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.count(run.glyphs().len());
        self.glyphs(run, &props, mode);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.count(1);
        let whole = Shape::new(0.0, 0.0, image.width().into(), image.height().into());
        let place = rect(props.transform.transform_rect_bbox(whole));
        if self.annotations.is_none() {
            self.drawing.pictures.push(place);
        }
        let is_solid = match &image {
            Image::Stencil(_) => false,
            Image::Raster(image) => {
                let properties = image.stream().dict();
                ![b"SMask".as_slice(), b"Mask", b"SMaskInData"]
                    .iter()
                    .any(|key| properties.contains_key(*key))
            }
        };
        let surface = Surface::of_picture(place, is_solid, self.layers.clip(), self.layers.group());
        self.surface(surface);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.count(1);
        let is_whole = is_upright_rectangle(&clip.path);
        self.layers.push_clip(rect(clip.path.control_box()), is_whole);
    }

    fn push_clip_rect(&mut self, shape: &Shape) {
        self.count(1);
        self.layers.push_clip(rect(*shape), true);
    }

    fn pop_clip(&mut self) {
        self.layers.pop_clip();
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.count(1);
        self.layers.push_group(opacity, mask.is_some(), blend);
    }

    fn pop_transparency_group(&mut self) {
        self.layers.pop_group();
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.count(1);
        let kind = || properties?.get::<Name<'_>>(b"Subtype".as_slice());
        self.marked.push(tag == b"Artifact" && kind().is_some_and(|kind| &*kind == b"Watermark"));
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }
}
