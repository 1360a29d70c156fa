//! Figures that stand higher, lower or smaller than the text beside them: marks of footnotes (脚注), not part of a number.
//!
//! One number is of one size and on one baseline. What is set high becomes ¹²³, as text has it, so that whoever reads it can tell.

use super::page::{Piece, PositionedPage};
use super::rect::{Direction, Rect};

/// Pieces no farther from each other than this part of their height stand together.
const TOGETHER: f64 = 0.5;
/// What is not higher than this part of the text beside it is smaller type.
const SMALL: f64 = 0.8;
/// How much higher small type begins that is set high, and lower that is set low, as a part of the height beside it.
const HIGH: f64 = 0.16;
const LOW: f64 = 0.1;
/// How much higher type of the same size begins that is set high.
const HIGH_IN_FULL: f64 = 0.25;
/// The part of a character's square below the baseline.
const BELOW: f64 = 0.13;

/// How a piece stands to those beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Level {
    /// On their line, in their size.
    #[default]
    Base,
    /// On their line, smaller.
    Small,
    High,
    Low,
}

/// The levels of the pieces of a line; empty where all stand on one.
pub(super) fn levels(pieces: &[Piece], direction: Direction) -> Vec<Level> {
    let upright = |piece: &Piece| direction.upright(piece.rect);
    let is_even = pieces.windows(2).all(|two| {
        let (a, b) = (upright(&two[0]), upright(&two[1]));
        let slack = 0.05 * a.height();
        (a.height() - b.height()).abs() <= slack && (a.bottom - b.bottom).abs() <= slack
    });
    if is_even {
        return Vec::new();
    }
    let together = |a: &Piece, b: &Piece| {
        let (a, b) = (upright(a), upright(b));
        b.left - a.right <= TOGETHER * a.height().max(b.height())
    };
    let mut levels = Vec::with_capacity(pieces.len());
    for group in pieces.chunk_by(together) {
        let height = group.iter().map(|piece| upright(piece).height()).fold(0.0, f64::max);
        let mut lines: Vec<f64> =
            group.iter().map(upright).filter(|rect| rect.height() > SMALL * height).map(baseline).collect();
        lines.sort_by(f64::total_cmp);
        // Of two heights in full size the lower is the line, unless most of the text stands higher.
        let line = lines.get(lines.len() / 2).copied().unwrap_or_default();
        levels.extend(group.iter().map(|piece| {
            let rect = upright(piece);
            let rise = line - baseline(rect);
            let is_small = rect.height() <= SMALL * height;
            if rise >= if is_small { HIGH } else { HIGH_IN_FULL } * height {
                Level::High
            } else if is_small && rise <= -LOW * height {
                Level::Low
            } else if is_small {
                Level::Small
            } else {
                Level::Base
            }
        }));
    }
    levels
}

fn baseline(rect: Rect) -> f64 {
    rect.bottom - BELOW * rect.height()
}

/// The text of a piece as its level has it: nothing where it stays as it is.
///
/// Figures become marks where nothing else is set so with them: `[1]` and `注1` are marks as they stand.
pub(super) fn marked(page: &PositionedPage, pieces: &[Piece], levels: &[Level], at: usize) -> Option<String> {
    let level = levels.get(at).copied().filter(|level| matches!(level, Level::High | Level::Low))?;
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９' | ',' | '，' | '、');
    let same = |at: &usize| levels.get(*at) == Some(&level);
    let first = (0..at).rev().take_while(same).last().unwrap_or(at);
    let last = (at..levels.len()).take_while(same).last().unwrap_or(at);
    let run = pieces.get(first..=last)?;
    // A long text set high is no mark, whatever is in it.
    if run.len() > 8 || !run.iter().all(|piece| page.text(piece).chars().all(is_figure)) {
        return None;
    }
    let text = page.text(pieces.get(at)?);
    Some(text.chars().map(|c| if level == Level::High { high(c) } else { low(c) }).collect())
}

fn value(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    }
}

fn high(c: char) -> char {
    match value(c) {
        Some(1) => '¹',
        Some(2) => '²',
        Some(3) => '³',
        Some(value) => char::from_u32(u32::from('⁰') + value).unwrap_or(c),
        None => c,
    }
}

fn low(c: char) -> char {
    value(c).and_then(|value| char::from_u32(u32::from('₀') + value)).unwrap_or(c)
}

/// Whether a piece is a mark set high behind another: it may reach above what stands beside it.
pub(super) fn follows_as_mark(last: Rect, rect: Rect) -> bool {
    let gap = rect.left - last.right;
    let overlap = last.bottom.min(rect.bottom) - last.top.max(rect.top);
    (0.3 * last.height()..=SMALL * last.height()).contains(&rect.height())
        && (-0.3 * last.height()..=TOGETHER * last.height()).contains(&gap)
        && rect.top < last.top
        && overlap >= 0.1 * rect.height()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::positioned::line::{Gaps, lines};
    use govreport_core::document::Area;

    /// The text of a line of words with their left edges, lower edges and heights.
    fn text(words: &[(&str, f64, f64, f64)]) -> String {
        let mut page = PositionedPage::new(500.0, 500.0);
        for (word, left, bottom, height) in words {
            for (c, at) in word.chars().zip(0_u32..) {
                let left = left + f64::from(at) * 0.5 * height;
                let area = Area::new(left, bottom - height, left + 0.5 * height, *bottom);
                page.word(&c.to_string(), area);
            }
        }
        let lines = lines(&page, page.pieces.clone(), Direction::Right);
        let texts: Vec<String> = lines
            .iter()
            .map(|line| line.passage(&page, 1, Gaps::CELL, Direction::Right, Direction::Right).text)
            .collect();
        texts.join("/")
    }

    #[test]
    fn figures_set_high_are_marks() {
        assert_eq!(text(&[("351", 10.0, 100.0, 10.0), ("12", 25.0, 95.0, 6.0)]), "351¹²");
        assert_eq!(text(&[("351", 10.0, 100.0, 10.0), ("3", 26.0, 93.0, 5.0)]), "351³");
        assert_eq!(text(&[("5", 10.0, 100.0, 10.0), ("12", 15.0, 95.0, 6.0)]), "5¹²");
        // Set high in full size.
        assert_eq!(text(&[("351", 10.0, 100.0, 10.0), ("2", 25.0, 96.5, 10.0)]), "351²");
        // Behind a mark the line goes on.
        assert_eq!(
            text(&[("351", 10.0, 100.0, 10.0), ("3", 25.0, 92.5, 5.0), ("件", 28.0, 100.0, 10.0)]),
            "351³件"
        );
    }

    #[test]
    fn figures_set_low_or_small_are_not_part_of_the_number() {
        assert_eq!(text(&[("351", 10.0, 100.0, 10.0), ("2", 25.0, 102.0, 6.0)]), "351₂");
        assert_eq!(text(&[("351", 10.0, 100.0, 10.0), ("2", 25.0, 99.5, 6.0)]), "351 2");
    }

    #[test]
    fn what_is_a_mark_already_stays() {
        assert_eq!(text(&[("351", 10.0, 100.0, 10.0), ("[1]", 25.0, 95.0, 6.0)]), "351[1]");
        assert_eq!(text(&[("收到", 10.0, 100.0, 10.0), ("351", 22.0, 100.0, 10.0)]), "收到351");
    }
}
