//! Annotations (批注) and form fields (表单域) of a page.
//!
//! What they look like, the interpreter draws over the page where the file says it. Programs that show a page draw some of them
//! also where it does not; here it is taken down what these say.

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Point, Rect as Shape};

use super::colour::Colour;
use super::drawing::{Drawing, Fate, Run};
use super::layers::Group;
use super::metadata;
use super::surface::{Surface, rect};
use crate::positioned::{Direction, Rect};

/// More annotations than this are not looked at.
const MOST: usize = 20_000;
/// More struck lines of one annotation than this are not looked at.
const MOST_LINES: usize = 256;
/// More characters of one annotation, and of all, than this are not drawn.
const LONGEST: usize = 4_000;
const LONGEST_OF_ALL: usize = 100_000;
/// Hidden, and not shown on a screen.
const UNSEEN: u32 = 1 << 1 | 1 << 5;
/// A field whose text is a password, and one of several lines.
const PASSWORD: u32 = 1 << 13;
const SEVERAL_LINES: u32 = 1 << 12;
/// The size of type where none is stated, in points.
const USUAL_SIZE: f64 = 12.0;
/// A stroke may reach so far, in points, beyond the rectangle stated for it.
const STROKE: f64 = 2.0;
/// A field inside of a field, and so on, at most so deep.
const DEEPEST: usize = 16;

/// What the annotations of a page say apart from what they look like.
#[derive(Debug, Default)]
pub(super) struct Annotations {
    pub(super) are_there: bool,
    /// Where marks of a highlighter lie: whatever they are painted with, what is below is read.
    see_through: Vec<Rect>,
    /// Where lines are drawn to strike something out.
    striking: Vec<Rect>,
    strikes: Vec<Rect>,
    texts: Vec<Written>,
}

/// A text that is shown and has no drawing in the file.
#[derive(Debug)]
struct Written {
    text: String,
    place: Rect,
    size: Option<f64>,
    /// 0 left, 1 in the middle, 2 right.
    alignment: u32,
    is_centred: bool,
    ground: Option<Colour>,
}

impl Annotations {
    /// The annotations of a page.
    pub(super) fn of(page: &Page<'_>, transform: Affine) -> Self {
        let mut found = Self::default();
        let Some(list) = page.raw().get::<Array<'_>>(b"Annots".as_slice()) else { return found };
        for annotation in list.iter::<Dict<'_>>().take(MOST) {
            found.are_there = true;
            found.add(&annotation, transform);
        }
        found
    }

    fn add(&mut self, annotation: &Dict<'_>, transform: Affine) {
        let number = |key: &[u8]| annotation.get::<u32>(key);
        if number(b"F").unwrap_or(0) & UNSEEN != 0 {
            return;
        }
        let Some(kind) = annotation.get::<Name<'_>>(b"Subtype".as_slice()) else { return };
        let Some(place) = corners(annotation, b"Rect").and_then(|corners| around(&corners, transform)) else {
            return;
        };
        match &*kind {
            b"Highlight" | b"Popup" | b"Underline" | b"Squiggly" | b"StrikeOut" => {
                self.see_through.push(place);
            }
            _ => {}
        }
        if matches!(&*kind, b"StrikeOut" | b"Line" | b"PolyLine" | b"Ink") {
            self.striking.push(place);
        }
        if is_drawn(annotation) {
            return;
        }
        match &*kind {
            b"StrikeOut" => {
                let quads = corners(annotation, b"QuadPoints").unwrap_or_default();
                let lines = quads.chunks_exact(4).filter_map(|quad| around(quad, transform)).map(through);
                self.strikes.extend(lines.take(MOST.saturating_sub(self.strikes.len())));
            }
            b"FreeText" => {
                let colour = annotation.get::<Array<'_>>(b"C".as_slice());
                let parts: Vec<f32> =
                    colour.map(|colour| colour.iter::<f32>().take(4).collect()).unwrap_or_default();
                let ground = match parts.as_slice() {
                    [grey] => Some(Colour::new([*grey; 3])),
                    [red, green, blue] => Some(Colour::new([*red, *green, *blue])),
                    _ => None,
                };
                self.write(annotation, b"Contents", place, false, ground);
            }
            b"Widget" => {
                let field = inherited::<Name<'_>>(annotation, b"FT");
                let flags = inherited::<u32>(annotation, b"Ff").unwrap_or(0);
                let is_text = field.is_some_and(|field| matches!(&*field, b"Tx" | b"Ch"));
                if is_text && flags & PASSWORD == 0 {
                    self.write(annotation, b"V", place, flags & SEVERAL_LINES == 0, None);
                }
            }
            _ => {}
        }
    }

    fn write(
        &mut self,
        annotation: &Dict<'_>,
        key: &[u8],
        place: Rect,
        is_centred: bool,
        ground: Option<Colour>,
    ) {
        let taken: usize = self.texts.iter().map(|written| written.text.len()).sum();
        if taken >= LONGEST_OF_ALL {
            return;
        }
        let Some(text) = inherited::<Text<'_>>(annotation, key) else { return };
        let Some(text) = metadata::text(text.as_bytes()) else { return };
        let appearance = inherited::<Text<'_>>(annotation, b"DA");
        self.texts.push(Written {
            text: text.chars().take(LONGEST).collect(),
            place,
            size: appearance.and_then(|appearance| size(appearance.as_bytes())),
            alignment: inherited::<u32>(annotation, b"Q").unwrap_or(0),
            is_centred,
            ground,
        });
    }

    /// Whether what is painted at a place is that of a highlighter.
    pub(super) fn is_see_through(&self, place: Rect) -> bool {
        self.see_through.iter().any(|mark| place.share_in(*mark) > 0.5)
    }

    /// Whether a line is drawn to strike something out: those of frames and icons are not.
    pub(super) fn is_striking(&self, line: Rect) -> bool {
        let (x, y) = line.middle();
        self.striking.iter().any(|place| {
            (place.left - STROKE..=place.right + STROKE).contains(&x)
                && (place.top - STROKE..=place.bottom + STROKE).contains(&y)
        })
    }

    /// Draws those whose drawing is not in the file.
    pub(super) fn draw_undrawn(&self, drawing: &mut Drawing) {
        drawing.strokes.extend(&self.strikes);
        for written in &self.texts {
            if let Some(ground) = written.ground {
                let plain = Group { opacity: 1.0, is_plain: true };
                drawing.surfaces.extend(Surface::of_rect(written.place, (Some(ground), 1.0), None, plain));
            }
            drawing.begin_run(Run {
                colour: None,
                opacity: 1.0,
                surfaces: drawing.surfaces.len(),
                clip: None,
                is_slanted: false,
                is_watermark: false,
                contrast: 1.0,
            });
            written.draw(drawing);
        }
    }
}

impl Written {
    fn draw(&self, drawing: &mut Drawing) {
        let Rect { left, top, right, bottom } = self.place;
        let height = self.place.height();
        let stated = self.size.filter(|size| *size > 0.0);
        let size = stated.unwrap_or_else(|| (0.7 * height).min(USUAL_SIZE)).max(1.0);
        let lines: Vec<&str> = self.text.split(['\r', '\n']).filter(|line| !line.trim().is_empty()).collect();
        let is_single = lines.len() == 1 && self.is_centred;
        let mut y = if is_single { f64::midpoint(top, bottom) - size / 2.0 } else { top + 2.0 };
        for line in lines {
            let width = |c: char| if c.is_ascii() { 0.5 * size } else { size };
            let whole: f64 = line.chars().map(width).sum();
            let mut x = match self.alignment {
                1 => f64::midpoint(left, right) - whole / 2.0,
                2 => right - 2.0 - whole,
                _ => left + 2.0,
            };
            for c in line.chars() {
                let mut bytes = [0; 4];
                let place = Rect::around([x, x + width(c)], [y, y + size]);
                if !c.is_whitespace() {
                    let sign = super::sign::sign(c);
                    drawing.glyph(sign.encode_utf8(&mut bytes), place, Direction::Right, Fate::Shown);
                }
                x += width(c);
            }
            y += 1.2 * size;
        }
    }
}

/// Whether the file has a drawing of an annotation.
fn is_drawn(annotation: &Dict<'_>) -> bool {
    let appearance = annotation.get::<Dict<'_>>(b"AP".as_slice());
    match appearance.and_then(|appearance| appearance.get::<Object<'_>>(b"N".as_slice())) {
        Some(Object::Stream(_)) => true,
        Some(Object::Dict(states)) => states.keys().any(|state| states.get::<Stream<'_>>(&*state).is_some()),
        _ => false,
    }
}

/// A value of a field, or of the one that it is part of.
fn inherited<'a, T>(annotation: &Dict<'a>, key: &[u8]) -> Option<T>
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

/// Points listed in an annotation.
fn corners(annotation: &Dict<'_>, key: &[u8]) -> Option<Vec<Point>> {
    let numbers: Vec<f64> = annotation.get::<Array<'_>>(key)?.iter::<f64>().take(8 * MOST_LINES).collect();
    Some(numbers.chunks_exact(2).map(|two| Point::new(two[0], two[1])).collect())
}

/// The rectangle on the page around some points.
fn around(points: &[Point], transform: Affine) -> Option<Rect> {
    let points = points.iter().map(|point| transform * *point);
    points.map(|point| Shape::from_points(point, point)).reduce(|a, b| a.union(b)).map(rect)
}

/// The line that strikes out what stands in a rectangle.
fn through(place: Rect) -> Rect {
    // The rectangle reaches from the lowest to the highest a letter can be: figures stand a little below its middle.
    let y = place.top + 0.55 * place.height();
    Rect::around([place.left, place.right], [y - 0.25, y + 0.25])
}

/// The size of type that is set: the number before `Tf`.
fn size(appearance: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(appearance).ok()?;
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let at = words.iter().position(|word| *word == "Tf")?;
    words.get(at.checked_sub(1)?)?.parse().ok()
}
