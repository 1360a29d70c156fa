//! The format of a cell (单元格格式): what it makes of a number or a text.

use std::rc::Rc;

use super::format::{Epoch, NumberFormat, Shown};
use super::look::{self, Colour, Font, Run, WHITE};

/// The format of a cell.
#[derive(Debug, Clone)]
pub(super) struct Style {
    pub(super) format: Rc<NumberFormat>,
    pub(super) font: Font,
    /// 填充: the colour behind the text.
    pub(super) ground: Colour,
}

impl Default for Style {
    fn default() -> Self {
        Self { format: Rc::default(), font: Font::default(), ground: WHITE }
    }
}

/// A text as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Text {
    /// In the font of its cell.
    Plain(String),
    /// In several.
    Rich(Vec<Run>),
}

impl Default for Text {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl Style {
    /// What is shown of a number.
    pub(super) fn number(&self, value: f64, epoch: Epoch) -> String {
        self.shown(self.format.number(value, epoch))
    }

    /// What is shown of a text.
    pub(super) fn text(&self, text: &Text) -> String {
        match text {
            Text::Plain(text) => self.words(text.clone()),
            Text::Rich(runs) => self.format.text(look::runs(runs, self.font, self.ground)).text,
        }
    }

    /// What is shown of a text in the font of the cell.
    pub(super) fn words(&self, text: String) -> String {
        self.shown(self.format.text(text))
    }

    fn shown(&self, shown: Shown) -> String {
        let font = if shown.is_white { self.font.in_white() } else { self.font };
        look::text(shown.text, font, self.ground)
    }
}
