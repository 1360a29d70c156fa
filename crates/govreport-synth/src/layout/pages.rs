//! Pages: lines are counted, and page numbers come in between wherever a page is full.

use crate::paper::Paper;
use crate::random::Random;

/// Lines on pages.
pub(super) struct Pages<'a> {
    pub(super) paper: &'a mut Paper,
    lines: usize,
    lines_a_page: usize,
    page: usize,
    number_on_top: bool,
}

impl<'a> Pages<'a> {
    pub(super) fn new(paper: &'a mut Paper, random: &mut Random) -> Self {
        let mut pages = Self {
            paper,
            lines: 0,
            lines_a_page: random.size(26, 40),
            page: 1,
            number_on_top: random.one_in(2),
        };
        if pages.number_on_top {
            pages.number();
        }
        pages
    }

    /// Ends the line, and the page where it is full.
    pub(super) fn end_line(&mut self) {
        self.paper.text("\n");
        self.lines += 1;
        if self.lines >= self.lines_a_page {
            if !self.number_on_top {
                self.number();
            }
            self.paper.text("\u{c}");
            self.page += 1;
            self.lines = 0;
            if self.number_on_top {
                self.number();
            }
        }
    }

    /// Writes a line.
    pub(super) fn line(&mut self, text: &str) {
        self.paper.text(text);
        self.end_line();
    }

    /// Ends the last page.
    pub(super) fn finish(mut self) {
        if !self.number_on_top {
            self.number();
        }
        self.paper.text("\u{c}");
    }

    fn number(&mut self) {
        self.paper.line(&format!("- {} -", self.page));
    }
}
