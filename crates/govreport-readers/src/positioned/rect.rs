//! Rectangles on a page, and the directions that text runs in.

use govreport_core::document::Area;

/// Farther than this from the corner of a page, in points, stands nothing that a person sees.
/// Measured: with 75000, no cell changes.
const FARTHEST: f64 = 100_000.0;

/// A rectangle on a page, in points; its upper edge is above its lower one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Rect {
    /// The rectangle around two points. What is no number, or far off the page, is brought back.
    pub(crate) fn around(x: [f64; 2], y: [f64; 2]) -> Self {
        let kept = |value: f64| if value.is_nan() { 0.0 } else { value.clamp(-FARTHEST, FARTHEST) };
        let [x, y] = [x.map(kept), y.map(kept)];
        Self { left: x[0].min(x[1]), top: y[0].min(y[1]), right: x[0].max(x[1]), bottom: y[0].max(y[1]) }
    }

    pub(crate) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub(crate) fn middle(self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub(crate) fn to(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The part of it that lies in another too; without extent where there is none.
    #[cfg(feature = "pdf")]
    #[must_use]
    pub(crate) fn common(self, other: Self) -> Self {
        let left = self.left.max(other.left);
        let top = self.top.max(other.top);
        Self {
            left,
            top,
            right: self.right.min(other.right).max(left),
            bottom: self.bottom.min(other.bottom).max(top),
        }
    }

    /// How much of it, from 0 to 1, lies in another; of one without extent, nothing.
    #[cfg(feature = "pdf")]
    pub(crate) fn share_in(self, other: Self) -> f64 {
        let across = (self.right.min(other.right) - self.left.max(other.left)).max(0.0);
        let down = (self.bottom.min(other.bottom) - self.top.max(other.top)).max(0.0);
        let whole = self.width() * self.height();
        if whole > 0.0 { across * down / whole } else { 0.0 }
    }

    pub(crate) fn contains(self, (x, y): (f64, f64)) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }
}

impl From<Area> for Rect {
    fn from(area: Area) -> Self {
        Self::around([area.left.get(), area.right.get()], [area.top.get(), area.bottom.get()])
    }
}

impl From<Rect> for Area {
    fn from(rect: Rect) -> Self {
        Self::new(rect.left, rect.top, rect.right, rect.bottom)
    }
}

/// Which way a text runs on the page (文字方向).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// 横排: from left to right, lines from top to bottom.
    #[default]
    Right,
    /// Turned counter-clockwise: from bottom to top, lines from left to right.
    Up,
    /// Turned clockwise: from top to bottom, lines from right to left.
    Down,
    /// Upside down.
    Left,
    /// 竖排: upright characters one under another, lines from right to left.
    Vertical,
}

impl Direction {
    /// The rectangle as somebody sees it who turns the page until the text runs from left to right.
    pub(crate) fn upright(self, rect: Rect) -> Rect {
        let Rect { left, top, right, bottom } = rect;
        match self {
            Self::Right => rect,
            Self::Up => Rect { left: -bottom, top: left, right: -top, bottom: right },
            Self::Down | Self::Vertical => Rect { left: top, top: -right, right: bottom, bottom: -left },
            Self::Left => Rect { left: -right, top: -bottom, right: -left, bottom: -top },
        }
    }

    /// The rectangle on the page of one that [`upright`](Self::upright) gave.
    pub(crate) fn turned_back(self, rect: Rect) -> Rect {
        match self {
            Self::Right => rect,
            Self::Up => Self::Down.upright(rect),
            Self::Down | Self::Vertical => Self::Up.upright(rect),
            Self::Left => Self::Left.upright(rect),
        }
    }

    /// The direction that a text has on a page turned so that `page` runs from left to right.
    pub(super) fn on(self, page: Self) -> Self {
        const ORDER: [Direction; 4] = [Direction::Right, Direction::Up, Direction::Left, Direction::Down];
        let quarter = |direction| ORDER.iter().position(|one| *one == direction).unwrap_or_default();
        match self {
            Self::Vertical => Self::Vertical,
            _ => ORDER[(quarter(self) + 4 - quarter(page)) % 4],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_there_and_back_changes_nothing() {
        let rect = Rect::around([1.0, 4.0], [10.0, 12.0]);
        for direction in [Direction::Right, Direction::Up, Direction::Down, Direction::Left] {
            assert_eq!(direction.turned_back(direction.upright(rect)), rect, "{direction:?}");
            assert_eq!(direction.on(direction), Direction::Right);
        }
        assert_eq!(Direction::Right.on(Direction::Up), Direction::Down);
    }

    #[test]
    fn text_that_runs_up_begins_at_its_lower_end() {
        let first = Direction::Up.upright(Rect::around([0.0, 10.0], [90.0, 100.0]));
        let second = Direction::Up.upright(Rect::around([0.0, 10.0], [80.0, 90.0]));
        assert!(first.right <= second.left);
        assert_eq!(first.top.to_bits(), second.top.to_bits());
    }

    #[test]
    fn what_is_no_number_stands_in_the_corner() {
        assert_eq!(
            Rect::around([f64::NAN, f64::INFINITY], [0.0, 1.0]),
            Rect { left: 0.0, top: 0.0, right: FARTHEST, bottom: 1.0 }
        );
    }
}
