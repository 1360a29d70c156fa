//! From pieces to lines: what stands side by side, in its order.

use std::collections::HashMap;

use super::page::{Piece, PositionedPage};
use super::passage::{Passage, is_wide};
use super::rect::{Direction, Rect};

/// The height, in points, of the bands in which lines are looked for.
const BAND: f64 = 8.0;
/// At most so many lines are looked at for each piece: more lines at one height are a drawing made of letters.
const MOST_CANDIDATES: usize = 64;

/// A gap this wide, in heights of a character, may be one between columns.
const COLUMN_GAP: f64 = 0.6;

/// How wide a gap between two characters, in heights of a character, is a space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gaps {
    /// Between two Chinese characters.
    wide: f64,
    /// Between a Chinese character and a letter or figure.
    mixed: f64,
    /// Between letters and figures.
    narrow: f64,
}

impl Gaps {
    /// In running text: what stands apart may be another column.
    pub(super) const FLOW: Self = Self { wide: 0.6, mixed: 0.45, narrow: 0.18 };
    /// In a cell: characters of a label are often spread over its width.
    pub(super) const CELL: Self = Self { wide: 3.0, mixed: 0.8, narrow: 0.18 };
}

/// Pieces that stand side by side.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// From first to last.
    pub(super) pieces: Vec<Piece>,
    /// As seen when the text runs from left to right.
    pub(super) upright: Rect,
}

/// Puts pieces that run in one direction together into lines, from the first to the last.
pub(super) fn lines(page: &PositionedPage, mut pieces: Vec<Piece>, direction: Direction) -> Vec<Line> {
    let upright = |piece: &Piece| direction.upright(piece.rect);
    pieces.sort_by(|a, b| {
        let (a, b) = (upright(a), upright(b));
        a.left.total_cmp(&b.left).then(a.top.total_cmp(&b.top))
    });
    let mut lines: Vec<Line> = Vec::new();
    let mut bands: HashMap<i64, Vec<usize>> = HashMap::new();
    for piece in pieces {
        let rect = upright(&piece);
        // A line goes on where its last piece stands: that follows lines that are not quite level.
        let near = bands_of(rect).filter_map(|band| bands.get(&band));
        let best = near
            .flat_map(|band| band.iter().rev().take(MOST_CANDIDATES))
            .filter_map(|&at| {
                let last = lines.get(at)?.pieces.last()?;
                Some((at, shared(upright(last), rect)?))
            })
            .max_by(|(_, a), (_, b)| a.total_cmp(b));
        let at = best.map_or_else(
            || {
                lines.push(Line { pieces: Vec::new(), upright: rect });
                lines.len() - 1
            },
            |(at, _)| at,
        );
        let Some(line) = lines.get_mut(at) else { continue };
        if line.pieces.last().is_some_and(|last| is_same(page, (last, upright(last)), (&piece, rect))) {
            continue;
        }
        for band in bands_of(rect) {
            let band = bands.entry(band).or_default();
            if !band.iter().rev().take(MOST_CANDIDATES).any(|known| *known == at) {
                band.push(at);
            }
        }
        line.upright = line.upright.to(rect);
        line.pieces.push(piece);
    }
    lines.sort_by(|a, b| {
        a.upright.middle().1.total_cmp(&b.upright.middle().1).then(a.upright.left.total_cmp(&b.upright.left))
    });
    lines
}

#[expect(clippy::cast_possible_truncation, reason = "places on a page are bounded")]
fn bands_of(rect: Rect) -> impl Iterator<Item = i64> {
    let first = (rect.top / BAND).floor() as i64;
    let last = (rect.bottom / BAND).floor() as i64;
    // A piece higher than this is no character; its middle is enough.
    first..=last.min(first + 32)
}

/// How much two pieces are on one level, where they are: at least by half of the smaller.
fn shared(a: Rect, b: Rect) -> Option<f64> {
    let overlap = a.bottom.min(b.bottom) - a.top.max(b.top);
    let (small, large) = if a.height() < b.height() { (a, b) } else { (b, a) };
    // A piece far smaller than the other stands beside two of its kind.
    (overlap > 0.0 && overlap >= 0.5 * small.height() && small.height() >= 0.4 * large.height())
        .then_some(overlap / small.height())
}

/// Whether a piece is the one before it once more: bold type is made by printing twice.
fn is_same(page: &PositionedPage, (last, at): (&Piece, Rect), (piece, rect): (&Piece, Rect)) -> bool {
    let near = 0.2 * at.height().min(rect.height());
    (rect.left - at.left).abs() < near
        && (rect.top - at.top).abs() < near
        && page.text(last) == page.text(piece)
}

impl Line {
    /// Its parts between gaps as wide as those between columns.
    pub(super) fn parts(&self, direction: Direction) -> Vec<Self> {
        let height = self.height(direction);
        let upright = |piece: &Piece| direction.upright(piece.rect);
        let together = |a: &Piece, b: &Piece| upright(b).left - upright(a).right <= COLUMN_GAP * height;
        let parts = self.pieces.chunk_by(together).map(|pieces| {
            let around = pieces.iter().map(upright).reduce(Rect::to).unwrap_or(self.upright);
            Self { pieces: pieces.to_vec(), upright: around }
        });
        parts.collect()
    }

    /// The height of most of its characters.
    pub(super) fn height(&self, direction: Direction) -> f64 {
        let mut heights: Vec<f64> =
            self.pieces.iter().map(|piece| direction.upright(piece.rect).height()).collect();
        heights.sort_by(f64::total_cmp);
        heights.get(heights.len() / 2).copied().unwrap_or_default().max(1.0)
    }

    /// Its text. Gaps are spaces where they are as wide as `gaps` says.
    pub(super) fn passage(
        &self,
        page: &PositionedPage,
        number: u32,
        gaps: Gaps,
        direction: Direction,
        shown: Direction,
    ) -> Passage {
        let mut passage = Passage::default();
        let mut before: Option<(Rect, char)> = None;
        for piece in &self.pieces {
            let text = page.text(piece);
            let rect = direction.upright(piece.rect);
            let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else { continue };
            let space = before.is_some_and(|(at, c)| {
                let most = match (is_wide(c), is_wide(first)) {
                    (true, true) => gaps.wide,
                    (false, false) => gaps.narrow,
                    _ => gaps.mixed,
                };
                rect.left - at.right > most * at.height().min(rect.height())
            });
            passage.push(text, space, number, shown.turned_back(piece.rect));
            before = Some((rect, last));
        }
        passage
    }
}
