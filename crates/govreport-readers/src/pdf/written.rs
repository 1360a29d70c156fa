//! The text of an annotation or a field, set as programs set it that show a page, where the file has no drawing of it.

use hayro_interpret::hayro_syntax::object::{Dict, String as Text};

use super::drawing::{Drawing, Fate, Run};
use super::entries::inherited;
use super::metadata;
use crate::positioned::{Direction, Rect};

/// More characters of one annotation than this are not drawn.
/// Measured: with 2,000, no cell changes.
const LONGEST: usize = 4_000;
/// The size of type where none is stated, in points.
const USUAL_SIZE: f64 = 12.0;

/// A text that is shown and has no drawing in the file.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) text: String,
    place: Rect,
    size: Option<f64>,
    /// 0 left, 1 in the middle, 2 right.
    alignment: u32,
    is_centred: bool,
}

impl Written {
    /// The text that stands in an annotation under this key; nothing where it shows none.
    pub(super) fn of(annotation: &Dict<'_>, key: &[u8], place: Rect, is_centred: bool) -> Option<Self> {
        let text = metadata::text(inherited::<Text<'_>>(annotation, key)?.as_bytes())?;
        let appearance = inherited::<Text<'_>>(annotation, b"DA");
        Some(Self {
            text: text.chars().take(LONGEST).collect(),
            place,
            size: appearance.and_then(|appearance| size(appearance.as_bytes())),
            alignment: inherited::<u32>(annotation, b"Q").unwrap_or(0),
            is_centred,
        })
    }

    pub(super) fn draw(&self, drawing: &mut Drawing) {
        drawing.begin_run(Run {
            colour: None,
            opacity: 1.0,
            surfaces: drawing.surfaces.len(),
            clip: None,
            is_slanted: false,
            is_watermark: false,
            contrast: 1.0,
        });
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

/// The size of type that is set: the number before `Tf`.
fn size(appearance: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(appearance).ok()?;
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let at = words.iter().position(|word| *word == "Tf")?;
    words.get(at.checked_sub(1)?)?.parse().ok()
}
