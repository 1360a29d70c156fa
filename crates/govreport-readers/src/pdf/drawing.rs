//! What was drawn on a page, in its order, before it is asked what of it is seen.

use hayro_interpret::kurbo::Line;

use super::colour::Colour;
use super::layers::Clip;
use super::surface::Surface;
use crate::positioned::{Direction, Rect};

/// The part of a Chinese character's square above its figures and below them: 1 is the height of the square.
const OVER_FIGURES: f64 = 0.15;
const UNDER_FIGURES: f64 = 0.13;

/// All that was drawn on a page.
#[derive(Debug)]
pub(super) struct Drawing {
    pub(super) size: Rect,
    text: String,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) runs: Vec<Run>,
    /// In the order in which they were painted.
    pub(super) surfaces: Vec<Surface>,
    /// Lines that are part of the page: they may be those of a table.
    pub(super) rulings: Vec<Rect>,
    /// Lines of annotations.
    pub(super) strokes: Vec<Rect>,
    /// Diagonals.
    pub(super) slants: Vec<Slant>,
    pub(super) pictures: Vec<Rect>,
}

/// What stands for a character that is printed and cannot be read.
pub(super) const UNKNOWN: &str = "\u{FFFD}";

/// A diagonal from one place to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slant {
    pub(super) from: (f64, f64),
    pub(super) to: (f64, f64),
    /// Whether an annotation draws it, to strike something out.
    pub(super) by_hand: bool,
}

/// A glyph at its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    start: u32,
    end: u32,
    pub(super) rect: Rect,
    pub(super) direction: Direction,
    pub(super) run: u32,
    pub(super) fate: Fate,
}

/// What becomes of a glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is seen.
    Shown,
    /// Nobody sees it, or it is not the page's text.
    Unseen,
    /// Something stands there that cannot be read.
    Illegible,
    /// It is struck out.
    Struck,
    /// The surface with this number, which shows nothing itself, hides it.
    Covered(u32),
    /// It is not drawn, or lies below a scan: what text recognition read there.
    Recognised,
}

/// What the glyphs drawn by one instruction have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Their colour, where they have one.
    pub(super) colour: Option<Colour>,
    pub(super) opacity: f32,
    /// How many surfaces were painted before.
    pub(super) surfaces: usize,
    pub(super) clip: Option<Clip>,
    /// Whether they run neither along the page nor across it.
    pub(super) is_slanted: bool,
    /// Whether the file says that they are a watermark.
    pub(super) is_watermark: bool,
    /// How far their colour is from that of their ground.
    pub(super) contrast: f32,
}

impl Drawing {
    pub(super) fn new((width, height): (f32, f32)) -> Self {
        Self {
            size: Rect::around([0.0, width.into()], [0.0, height.into()]),
            text: String::new(),
            glyphs: Vec::new(),
            runs: Vec::new(),
            surfaces: Vec::new(),
            rulings: Vec::new(),
            strokes: Vec::new(),
            slants: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// Begins with glyphs of another kind.
    pub(super) fn begin_run(&mut self, run: Run) {
        self.runs.push(run);
    }

    /// Adds a glyph to the run begun last.
    pub(super) fn glyph(&mut self, text: &str, rect: Rect, direction: Direction, fate: Fate) {
        let start = self.text.len();
        self.text.push_str(text);
        let run = self.runs.len().checked_sub(1).and_then(|run| u32::try_from(run).ok());
        // More than 4 GiB of text on a page is beyond every limit.
        if let (Ok(start), Ok(end), Some(run)) = (u32::try_from(start), u32::try_from(self.text.len()), run) {
            self.glyphs.push(Glyph { start, end, rect, direction, run, fate });
        }
    }

    pub(super) fn text(&self, glyph: &Glyph) -> &str {
        self.text.get(glyph.start as usize..glyph.end as usize).unwrap_or_default()
    }

    pub(super) fn run(&self, glyph: &Glyph) -> Option<&Run> {
        self.runs.get(glyph.run as usize)
    }

    /// Whether a glyph is a figure, or belongs to one: a number without it would be another.
    pub(super) fn is_figure(&self, glyph: &Glyph) -> bool {
        self.text(glyph).chars().any(|c| c.is_numeric() || matches!(c, '\u{FFFD}' | '.' | '．' | ',' | '，'))
    }
}

impl Slant {
    pub(super) fn of(line: Line, by_hand: bool) -> Self {
        Self { from: (line.p0.x, line.p0.y), to: (line.p1.x, line.p1.y), by_hand }
    }

    pub(super) fn around(&self) -> Rect {
        Rect::around([self.from.0, self.to.0], [self.from.1, self.to.1])
    }
}

impl Glyph {
    /// Its place as seen when the text runs from left to right.
    pub(super) fn upright(&self) -> Rect {
        self.direction.upright(self.rect)
    }

    /// The size of its type.
    pub(super) fn size(&self) -> f64 {
        self.upright().height()
    }

    /// The part of its place that figures fill.
    pub(super) fn ink(&self) -> Rect {
        let Rect { left, top, right, bottom } = self.upright();
        let size = bottom - top;
        self.direction.turned_back(Rect {
            left,
            top: top + OVER_FIGURES * size,
            right,
            bottom: bottom - UNDER_FIGURES * size,
        })
    }
}
