//! Annotations whose drawing is not in the file: what programs that show a page paint for them by themselves.
//!
//! Programs differ in it. What one of them hides is not read, and what one of them strikes out is struck.

use hayro_interpret::FillRule;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name};
use hayro_interpret::kurbo::{Affine, BezPath, Point};

use super::colour::Colour;
use super::drawing::{Drawing, Slant};
use super::entries::{around, corners, inherited, points};
use super::layers::Group;
use super::path::{line_along, strokes};
use super::surface::{Surface, rect};
use super::written::Written;
use crate::positioned::Rect;

/// More surfaces and texts than this, and more lines, are not drawn.
/// Measured: with 10,000, no cell changes.
const MOST: usize = 20_000;
/// More characters than this are not drawn.
/// Measured: with 50,000, no cell changes.
const LONGEST_OF_ALL: usize = 100_000;
/// A field whose text is a password, and one of several lines.
const PASSWORD: u32 = 1 << 13;
const SEVERAL_LINES: u32 = 1 << 12;

/// What is painted for the annotations of a page.
#[derive(Debug, Default)]
pub(super) struct Undrawn {
    paints: Vec<Paint>,
    strikes: Vec<Rect>,
    slants: Vec<Slant>,
    characters: usize,
}

#[derive(Debug)]
enum Paint {
    Surface(Surface),
    Text(Written),
}

impl Undrawn {
    pub(super) fn add(&mut self, annotation: &Dict<'_>, kind: &[u8], place: Rect, transform: Affine) {
        if self.paints.len() >= MOST || self.strikes.len() + self.slants.len() >= MOST {
            return;
        }
        let list = |key: &[u8]| corners(annotation, key).unwrap_or_default();
        let colour = |key: &[u8]| annotation.get::<Array<'_>>(key).and_then(|parts| colour(&parts));
        match kind {
            b"StrikeOut" => self.strikes.extend(quads(&list(b"QuadPoints"), place, transform).map(through)),
            b"Line" => self.stroke(annotation, &list(b"L"), transform),
            b"PolyLine" => self.stroke(annotation, &list(b"Vertices"), transform),
            b"Ink" => {
                let lines = annotation.get::<Array<'_>>(b"InkList".as_slice()).unwrap_or_default();
                for line in lines.iter::<Array<'_>>().take(MOST) {
                    self.stroke(annotation, &points(&line), transform);
                }
            }
            // What is marked to be blackened is not to be read, whether or not that has been done.
            b"Redact" => {
                for place in quads(&list(b"QuadPoints"), place, transform) {
                    self.cover(place, colour(b"IC"), 1.0);
                }
            }
            b"Square" | b"Circle" => {
                if let Some(ground) = colour(b"IC") {
                    self.cover(place, Some(ground), opacity(annotation));
                }
            }
            b"Polygon" => {
                if let Some(ground) = colour(b"IC") {
                    let path = transform * outline(&list(b"Vertices"));
                    let paint = (Some(ground), opacity(annotation));
                    let whole = Affine::IDENTITY;
                    self.surface(Surface::of_path(
                        &path,
                        false,
                        whole,
                        FillRule::NonZero,
                        paint,
                        None,
                        PLAIN,
                    ));
                }
            }
            b"FreeText" => {
                if let Some(ground) = colour(b"C") {
                    self.cover(place, Some(ground), opacity(annotation));
                }
                self.text(Written::of(annotation, b"Contents", place, false));
            }
            b"Widget" => self.field(annotation, place),
            _ => {}
        }
    }

    fn field(&mut self, annotation: &Dict<'_>, place: Rect) {
        let looks = annotation.get::<Dict<'_>>(b"MK".as_slice());
        let ground = looks.and_then(|looks| looks.get::<Array<'_>>(b"BG".as_slice()));
        if let Some(ground) = ground.and_then(|parts| colour(&parts)) {
            self.cover(place, Some(ground), 1.0);
        }
        let field = inherited::<Name<'_>>(annotation, b"FT");
        let flags = inherited::<u32>(annotation, b"Ff").unwrap_or(0);
        let is_text = field.is_some_and(|field| matches!(&*field, b"Tx" | b"Ch"));
        if is_text && flags & PASSWORD == 0 {
            self.text(Written::of(annotation, b"V", place, flags & SEVERAL_LINES == 0));
        }
    }

    fn cover(&mut self, place: Rect, ground: Option<Colour>, opacity: f32) {
        self.surface(Surface::of_rect(place, (ground, opacity), None, PLAIN));
    }

    fn surface(&mut self, surface: Option<Surface>) {
        self.paints.extend(surface.map(Paint::Surface));
    }

    fn text(&mut self, written: Option<Written>) {
        if let Some(written) = written.filter(|_| self.characters < LONGEST_OF_ALL) {
            self.characters += written.text.len();
            self.paints.push(Paint::Text(written));
        }
    }

    fn stroke(&mut self, annotation: &Dict<'_>, points: &[Point], transform: Affine) {
        if width(annotation) <= 0.0 {
            return;
        }
        let path = outline(points);
        self.strikes.extend(strokes(&path, transform).into_iter().map(rect));
        let slant = line_along(path.elements(), transform).map(|line| Slant::of(line, true));
        self.slants.extend(slant);
    }

    /// Draws all over the page.
    pub(super) fn draw(&self, drawing: &mut Drawing) {
        drawing.strokes.extend(&self.strikes);
        drawing.slants.extend(&self.slants);
        for paint in &self.paints {
            match paint {
                Paint::Surface(surface) => drawing.surfaces.push(surface.clone()),
                Paint::Text(written) => written.draw(drawing),
            }
        }
    }
}

/// Laid over what is there as paper is.
const PLAIN: Group = Group { opacity: 1.0, is_plain: true };

/// The rectangles that are marked; the whole place where none are stated.
fn quads(corners: &[Point], place: Rect, transform: Affine) -> impl Iterator<Item = Rect> {
    let quads = corners.chunks_exact(4).filter_map(move |quad| around(quad, transform));
    let whole = corners.len() < 4;
    quads.chain(whole.then_some(place))
}

/// The line that strikes out what stands in a rectangle.
fn through(place: Rect) -> Rect {
    // The rectangle reaches from the lowest to the highest a letter can be: figures stand a little below its middle.
    let y = place.top + 0.55 * place.height();
    Rect::around([place.left, place.right], [y - 0.25, y + 0.25])
}

fn outline(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    for (point, at) in points.iter().zip(0..) {
        if at == 0 {
            path.move_to(*point);
        } else {
            path.line_to(*point);
        }
    }
    path
}

/// A colour of an annotation; none is none.
fn colour(parts: &Array<'_>) -> Option<Colour> {
    let parts: Vec<f32> = parts.iter::<f32>().take(4).collect();
    match parts.as_slice() {
        [grey] => Some(Colour::new([*grey; 3])),
        [red, green, blue] => Some(Colour::new([*red, *green, *blue])),
        [cyan, magenta, yellow, black] => {
            Some(Colour::new([cyan, magenta, yellow].map(|ink| (1.0 - ink) * (1.0 - black))))
        }
        _ => None,
    }
}

fn opacity(annotation: &Dict<'_>) -> f32 {
    annotation.get::<f32>(b"CA".as_slice()).unwrap_or(1.0)
}

/// How wide the strokes of an annotation are.
fn width(annotation: &Dict<'_>) -> f32 {
    let style = annotation.get::<Dict<'_>>(b"BS".as_slice());
    let stated = style.and_then(|style| style.get::<f32>(b"W".as_slice()));
    let border = || annotation.get::<Array<'_>>(b"Border".as_slice())?.iter::<f32>().nth(2);
    stated.or_else(border).unwrap_or(1.0)
}
