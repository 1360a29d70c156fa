//! A page of positioned words: what the reader of a PDF, or text recognition, hands over.

use govreport_core::document::Area;

use super::rect::{Direction, Rect};

/// A page with words, ruling lines and pictures at their places (带位置的页面).
///
/// All lengths are points (1/72 inch) from the upper left corner of the page as it is shown. The order in which words are
/// added means nothing. A word may be a character, a word or the whole of a line; it must not reach over several cells of a
/// table or over several lines.
#[derive(Debug, Clone)]
pub struct PositionedPage {
    pub(super) size: Rect,
    text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) rulings: Vec<Rect>,
    pub(super) pictures: Vec<Rect>,
    /// The number of what is drawn together.
    drawing: u32,
}

/// A piece of text at its place on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    start: u32,
    end: u32,
    pub(super) rect: Rect,
    pub(super) direction: Direction,
    /// Whether it stands for what is struck out.
    pub(super) is_struck: bool,
    /// Which pieces were drawn together; 0 where that is not known.
    pub(super) drawn: u32,
}

impl PositionedPage {
    /// An empty page of this size.
    pub fn new(width: f64, height: f64) -> Self {
        Self {
            size: Rect::around([0.0, width], [0.0, height]),
            text: String::new(),
            pieces: Vec::new(),
            rulings: Vec::new(),
            pictures: Vec::new(),
            drawing: 0,
        }
    }

    /// Adds a word that runs from left to right (文字).
    pub fn word(&mut self, text: &str, area: Area) {
        self.turned_word(text, area, Direction::Right);
    }

    /// Adds a word that runs in another direction.
    pub fn turned_word(&mut self, text: &str, area: Area, direction: Direction) {
        self.piece(text, area.into(), direction);
    }

    /// Adds a ruling line (表格线): a rectangle as thin as the line, running along its longer side.
    pub fn ruling(&mut self, area: Area) {
        self.rulings.push(area.into());
    }

    /// Adds a picture (图片).
    pub fn picture(&mut self, area: Area) {
        self.pictures.push(area.into());
    }

    /// Adds a piece of text. White space in it becomes single spaces; what is nothing else is left out.
    pub(crate) fn piece(&mut self, text: &str, rect: Rect, direction: Direction) {
        let start = self.text.len();
        for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty())
        {
            if self.text.len() > start {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        // More text than 4 GiB on one page is beyond every limit; what is beyond the count is left out.
        if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(self.text.len()))
            && start < end
        {
            self.pieces.push(Piece { start, end, rect, direction, is_struck: false, drawn: self.drawing });
        }
    }

    /// Adds a sign for a piece of text that is struck out: it is read only where nothing stands in its stead.
    #[cfg(feature = "pdf")]
    pub(crate) fn struck(&mut self, sign: &str, rect: Rect, direction: Direction) {
        let before = self.pieces.len();
        self.piece(sign, rect, direction);
        for piece in self.pieces.iter_mut().skip(before) {
            piece.is_struck = true;
        }
    }

    /// What is added next is drawn together, and apart from what has another number.
    #[cfg(feature = "pdf")]
    pub(crate) fn drawn_together(&mut self, number: u32) {
        self.drawing = number.saturating_add(1);
    }

    /// Adds the place of a ruling line.
    #[cfg(feature = "pdf")]
    pub(crate) fn ruling_at(&mut self, rect: Rect) {
        self.rulings.push(rect);
    }

    /// Adds the place of a picture.
    #[cfg(feature = "pdf")]
    pub(crate) fn picture_at(&mut self, rect: Rect) {
        self.pictures.push(rect);
    }

    /// What is left of the pieces that stand together: what is struck out goes where something else stands beside it.
    pub(super) fn without_struck(mut pieces: Vec<Piece>) -> Vec<Piece> {
        if pieces.iter().any(|piece| piece.is_struck) && pieces.iter().any(|piece| !piece.is_struck) {
            pieces.retain(|piece| !piece.is_struck);
        }
        pieces
    }

    pub(super) fn text(&self, piece: &Piece) -> &str {
        self.text.get(piece.start as usize..piece.end as usize).unwrap_or_default()
    }

    /// Turns the page so that most of its text runs from left to right; gives the direction it had.
    pub(super) fn turn_upright(&mut self) -> Direction {
        let most = [Direction::Up, Direction::Down, Direction::Left].into_iter().find(|direction| {
            2 * self.pieces.iter().filter(|piece| piece.direction == *direction).count() > self.pieces.len()
        });
        let Some(direction) = most else { return Direction::Right };
        self.size = direction.upright(self.size);
        for piece in &mut self.pieces {
            piece.rect = direction.upright(piece.rect);
            piece.direction = piece.direction.on(direction);
        }
        for rect in self.rulings.iter_mut().chain(&mut self.pictures) {
            *rect = direction.upright(*rect);
        }
        direction
    }
}
