//! From pieces to lines: what stands side by side, in its order.

use std::collections::HashMap;

use super::page::{Piece, PositionedPage};
use super::passage::{Passage, is_wide};
use super::raised::{self, Level};
use super::rect::{Direction, Rect};

/// The height, in points, of the bands in which lines are looked for.
const BAND: f64 = 8.0;
/// At most so many lines are looked at for each piece: more lines at one height are a drawing made of letters.
/// Measured: with 32, no cell changes.
const MOST_CANDIDATES: usize = 64;

/// How much a mark belongs to the line that it stands above.
const MARK: f64 = 0.3;
/// So many pieces before the last are looked at, as those behind them may be marks.
/// Measured: with 2, no cell changes.
const LONGEST_MARK: usize = 3;

/// A gap this wide, in heights of a character, may be one between columns.
const COLUMN_GAP: f64 = 0.6;

/// What stands no farther than this, in heights of a character, from what is struck out stands in its stead.
const BESIDE: f64 = 1.2;

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
                let pieces = &lines.get(at)?.pieces;
                let last = upright(pieces.last()?);
                if raised::follows_as_mark(last, rect) {
                    return Some((at, MARK));
                }
                // Behind a mark set high the line goes on where it was.
                let before = pieces.iter().rev().skip(1).take(LONGEST_MARK).map(upright);
                let before = before.filter(|before| last.height() < 0.8 * before.height());
                let best =
                    before.chain([last]).filter_map(|before| shared(before, rect)).max_by(f64::total_cmp);
                Some((at, best?))
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
    /// The line without what is struck out, where something else stands beside it.
    pub(super) fn without_struck(mut self, direction: Direction) -> Self {
        if self.pieces.iter().any(|piece| piece.is_struck) {
            let upright = |piece: &Piece| direction.upright(piece.rect);
            let reach = BESIDE * self.height(direction);
            let left: Vec<Rect> = self.pieces.iter().filter(|piece| !piece.is_struck).map(upright).collect();
            let is_replaced = |piece: &Piece| {
                let place = upright(piece);
                left.iter().any(|other| other.left - place.right < reach && place.left - other.right < reach)
            };
            // What is struck out together goes together: the first of it may stand far from what is written beside the last.
            let together = |a: &Piece, b: &Piece| {
                a.is_struck == b.is_struck
                    && upright(b).left - upright(a).right <= COLUMN_GAP * reach / BESIDE
            };
            let groups: Vec<&[Piece]> = self.pieces.chunk_by(together).collect();
            let kept = groups
                .into_iter()
                .filter(|group| !group.iter().any(|piece| piece.is_struck && is_replaced(piece)));
            self.pieces = kept.flatten().copied().collect();
        }
        self
    }

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
        let mut before: Option<(Rect, char, Level)> = None;
        let levels = raised::levels(&self.pieces, direction);
        for (at, piece) in self.pieces.iter().enumerate() {
            let level = levels.get(at).copied().unwrap_or_default();
            let marked = raised::marked(page, &self.pieces, &levels, at);
            let text = marked.as_deref().unwrap_or_else(|| page.text(piece));
            let rect = direction.upright(piece.rect);
            let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else { continue };
            let space = before.is_some_and(|(at, c, of)| {
                // A mark stands where it stands, with room before it or without.
                if matches!(level, Level::High | Level::Low) && marked.is_some() {
                    return false;
                }
                if level != of && c.is_ascii_digit() && first.is_ascii_digit() {
                    return true;
                }
                let most = match (is_wide(c), is_wide(first)) {
                    (true, true) => gaps.wide,
                    (false, false) => gaps.narrow,
                    _ => gaps.mixed,
                };
                rect.left - at.right > most * at.height().min(rect.height())
            });
            passage.push(text, space, number, shown.turned_back(piece.rect));
            before = Some((rect, last, level));
        }
        passage
    }
}
