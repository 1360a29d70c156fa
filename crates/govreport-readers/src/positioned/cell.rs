//! The text of a cell: its lines, joined.

use super::line::{Gaps, Line, lines};
use super::page::{Piece, PositionedPage};
use super::passage::{Glue, Passage, between_lines};
use super::rect::Direction;

/// Puts the text of a cell together.
///
/// Lines of words are joined as running text is. Between lines of figures the break is kept: they may be one number that was
/// broken, or two, and only those can tell who know what the table says.
pub(super) fn passage(page: &PositionedPage, number: u32, pieces: Vec<Piece>, shown: Direction) -> Passage {
    let mut whole = Passage::default();
    for (direction, pieces) in by_direction(PositionedPage::without_struck(pieces)) {
        let mut above: Option<Line> = None;
        for line in lines(page, pieces, direction) {
            let text = line.passage(page, number, Gaps::CELL, direction, shown);
            let glue = match &above {
                Some(above) if are_figures(&whole.text, &text.text) => {
                    if is_stacked(above, &line, direction) { Glue::Nothing } else { Glue::NewLine }
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

/// Whether one line ends and the next begins as parts of a number do: 1,2 above 34, 153 above .33, a sign above figures.
fn are_figures(above: &str, below: &str) -> bool {
    let is_figure =
        |c: char| c.is_ascii_digit() || matches!(c, '０'..='９' | '\u{FFFD}' | '¹' | '²' | '³' | '⁰'..='₉');
    let is_within = |c: char| matches!(c, '.' | '．' | ',' | '，');
    let is_sign = |c: char| matches!(c, '-' | '+' | '−' | '－' | '–' | '＋');
    above.ends_with(|c| is_figure(c) || is_within(c) || is_sign(c))
        && below.starts_with(|c| is_figure(c) || is_within(c) || is_sign(c))
        && (above.ends_with(is_figure) || below.starts_with(is_figure))
}

/// Whether two lines are single figures one close under the other, as a text set downwards has them.
fn is_stacked(above: &Line, below: &Line, direction: Direction) -> bool {
    above.pieces.len() == 1
        && below.pieces.len() == 1
        && below.upright.top - above.upright.bottom < -0.05 * above.height(direction)
}
