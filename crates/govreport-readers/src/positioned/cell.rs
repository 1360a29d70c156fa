//! The text of a cell: its lines, joined.

use super::line::{Gaps, Line, lines};
use super::page::{Piece, PositionedPage};
use super::passage::{Glue, Passage, between_lines};
use super::rect::{Direction, Rect};

/// What a cell keeps free on both sides together, in points, at most.
const PADDING: f64 = 12.0;

/// Puts the text of a cell together.
///
/// Lines of words are joined as running text is. Lines of figures are one number only where the first has no room for one
/// more figure, for then the number was broken; otherwise they stay on lines of their own.
pub(super) fn passage(
    page: &PositionedPage,
    number: u32,
    pieces: Vec<Piece>,
    cell: Rect,
    shown: Direction,
) -> Passage {
    let mut whole = Passage::default();
    for (direction, pieces) in by_direction(pieces) {
        let room = direction.upright(cell).width();
        let mut above: Option<Line> = None;
        for line in lines(page, pieces, direction) {
            let text = line.passage(page, number, Gaps::CELL, direction, shown);
            let glue = match &above {
                Some(above) if are_figures(&whole.text, &text.text) => {
                    let figure = 0.6 * above.height(direction);
                    let is_full = above.upright.width() + figure > room - PADDING;
                    if is_full || is_stacked(above, &line, direction) { Glue::Nothing } else { Glue::NewLine }
                }
                _ => between_lines(&whole.text, &text.text),
            };
            whole.append(&text, glue);
            above = Some(line);
        }
    }
    whole
}

/// The pieces of each direction, in the order in which the directions begin.
fn by_direction(pieces: Vec<Piece>) -> Vec<(Direction, Vec<Piece>)> {
    let mut found: Vec<(Direction, Vec<Piece>)> = Vec::new();
    for piece in pieces {
        match found.iter_mut().find(|(direction, _)| *direction == piece.direction) {
            Some((_, together)) => together.push(piece),
            None => found.push((piece.direction, vec![piece])),
        }
    }
    if found.len() > 1 {
        let top = |pieces: &[Piece]| pieces.iter().map(|piece| piece.rect.top).fold(f64::INFINITY, f64::min);
        found.sort_by(|(_, a), (_, b)| top(a).total_cmp(&top(b)));
    }
    found
}

/// Whether figures end one line and begin the next.
fn are_figures(above: &str, below: &str) -> bool {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    above.ends_with(is_figure) && below.starts_with(is_figure)
}

/// Whether two lines are single figures one close under the other, as a text set downwards has them.
fn is_stacked(above: &Line, below: &Line, direction: Direction) -> bool {
    above.pieces.len() == 1
        && below.pieces.len() == 1
        && below.upright.top - above.upright.bottom < -0.05 * above.height(direction)
}
