//! Pages and the lines on them.

use super::annotation::Annotation;
use super::file::{Content, File};
use super::line::Line;
use super::place::{Rect, lines_of, width_of};
use crate::layout::Print;
use crate::paper::Paper;
use crate::sheet::{Aside, Making, Slot};

/// Width of the page, in points (A4).
pub(super) const WIDTH: f32 = 595.0;
/// Where the text begins on the left; it ends as far from the right.
pub(super) const MARGIN: f32 = 57.0;
/// Where the text begins on top and ends below.
const TOP: f32 = 62.0;
const BOTTOM: f32 = 52.0;
/// Size of the letters of the text.
const TEXT: f32 = 10.5;

/// The pages of a file.
pub(super) struct Pages<'p> {
    pub(super) paper: &'p mut Paper,
    pub(super) print: Print,
    file: File,
    content: Content,
    height: f32,
    /// Number of the page, from 1.
    number: usize,
    /// How far down the page the next thing comes.
    pub(super) down: f32,
    /// The annotations of the page.
    pub(super) annotations: Vec<Annotation>,
    /// The watermark of all pages.
    watermark: Option<Making>,
}

impl<'p> Pages<'p> {
    pub(super) fn new(mut file: File, print: Print, watermark: Option<Making>, paper: &'p mut Paper) -> Self {
        let height = if print.small_pages { 420.0 } else { 842.0 };
        let content = file.begin_page(WIDTH, height, paper);
        let mut pages = Self {
            paper,
            print,
            file,
            content,
            height,
            number: 1,
            down: TOP,
            annotations: Vec::new(),
            watermark,
        };
        pages.furniture();
        pages
    }

    /// What stands at the top and at the end of every page.
    fn furniture(&mut self) {
        if let Some(making) = self.watermark.clone() {
            self.watermark(&making);
        }
        let (height, number) = (self.height, self.number);
        self.line_at("政府信息公开工作年度报告汇编", 9.0, Align::Middle, 36.0);
        self.line_at(&format!("— {number} —"), 9.0, Align::Middle, height - 30.0);
    }

    /// Goes on to the next page.
    pub(super) fn turn(&mut self) {
        self.file.end_page(&self.content, &self.annotations, self.paper);
        self.annotations.clear();
        self.content = self.file.begin_page(WIDTH, self.height, self.paper);
        self.number += 1;
        self.down = TOP;
        self.furniture();
    }

    /// How much room is left on the page.
    pub(super) fn room(&self) -> f32 {
        self.height - BOTTOM - self.down
    }

    /// How much room a page has.
    pub(super) fn whole(&self) -> f32 {
        self.height - BOTTOM - TOP
    }

    pub(super) fn finish(self) {
        let Self { mut file, content, paper, annotations, .. } = self;
        file.end_page(&content, &annotations, paper);
        file.finish(paper);
    }

    pub(super) fn gap(&mut self, height: f32) {
        self.down += height;
    }

    pub(super) fn title(&mut self, text: &str) {
        for line in lines_of(text, WIDTH - 2.0 * MARGIN, 16.0) {
            self.line(&line, 16.0, Align::Middle);
        }
    }

    pub(super) fn centred(&mut self, text: &str, size: f32) {
        self.line(text, size, Align::Middle);
        self.gap(4.0);
    }

    /// A heading, kept on a page with what follows.
    pub(super) fn heading(&mut self, text: &str) {
        if self.room() < 60.0 {
            self.turn();
        }
        self.gap(8.0);
        for line in lines_of(text, WIDTH - 2.0 * MARGIN, 12.0) {
            self.line(&line, 12.0, Align::Left(0.0));
        }
        self.gap(6.0);
    }

    /// A paragraph; its first line begins two characters to the right.
    pub(super) fn paragraph(&mut self, text: &str) {
        let indented = format!("\u{3000}\u{3000}{text}");
        for (number, line) in lines_of(&indented, WIDTH - 2.0 * MARGIN, TEXT).into_iter().enumerate() {
            let indent = if number == 0 { 2.0 * TEXT } else { 0.0 };
            self.line(line.trim_start_matches('\u{3000}'), TEXT, Align::Left(indent));
        }
        self.gap(4.0);
    }

    fn line(&mut self, text: &str, size: f32, align: Align) {
        let height = size * 1.5;
        if self.room() < height {
            self.turn();
        }
        self.line_at(text, size, align, self.down + size);
        self.down += height;
    }

    /// Writes a line whose letters stand on a line this far down the page.
    fn line_at(&mut self, text: &str, size: f32, align: Align, down: f32) {
        let left = match align {
            Align::Left(indent) => MARGIN + indent,
            Align::Middle => (WIDTH - width_of(text, size)) / 2.0,
        };
        self.print_at(text, size, left, down);
    }

    /// Begins a text; its codes and `> Tj ET` follow.
    fn move_to(&mut self, left: f32, down: f32, size: f32) {
        let up = self.height - down;
        self.paper.text(&format!("BT /F {size:.2} Tf {left:.2} {up:.2} Td <"));
    }

    /// Writes the lines of a cell, in the middle of its place.
    pub(super) fn cell(&mut self, slot: &Slot, lines: &[String], size: f32, place: Rect) {
        let line_height = size * 1.25;
        let mut down = place.top + (place.height - line_height * as_f32(lines.len())) / 2.0 + size;
        if slot.is_figure() {
            down -= f32::from(self.print.raised_by);
        }
        self.aside(slot, lines, size, place, down);
        for text in lines {
            let left = place.left + (place.width - width_of(text, size)) / 2.0;
            let line = Line { text, size, left, down };
            match &slot.making {
                Some(making) => self.made(slot, making, line, place),
                None if lines.len() == 1 => self.print(slot, line),
                None => self.print_at(text, size, left, down),
            }
            down += line_height;
        }
    }

    /// Prints the only line of a cell. The place of its number is that of its codes.
    pub(super) fn print(&mut self, slot: &Slot, line: Line<'_>) {
        self.move_to(line.left, line.down, line.size);
        let codes = self.file.codes(line.text);
        if slot.is_number() {
            self.paper.marked_up(slot, &codes);
        } else {
            self.paper.text(&codes);
        }
        self.paper.line("> Tj ET");
    }

    /// Prints a text whose letters begin at a place.
    pub(super) fn print_at(&mut self, text: &str, size: f32, left: f32, down: f32) {
        self.move_to(left, down, size);
        let codes = self.file.codes(text);
        self.paper.text(&codes);
        self.paper.line("> Tj ET");
    }

    /// The codes of a text, as hexadecimal digits.
    pub(super) fn codes(&mut self, text: &str) -> String {
        self.file.codes(text)
    }

    /// How far up the page something is that is so far down it.
    pub(super) const fn up(&self, down: f32) -> f32 {
        self.height - down
    }

    /// Writes what stands beside the text of a cell and is no part of it, where there is room on one side: a figure with a line
    /// through it, a white one, or a small one set high.
    fn aside(&mut self, slot: &Slot, lines: &[String], size: f32, place: Rect, down: f32) {
        let ([line], Some(aside)) = (lines, &slot.aside) else { return };
        let (Aside::Struck(text) | Aside::Raised(text) | Aside::Hidden(text)) = aside;
        let (own, small) = (width_of(line, size), size * 0.6);
        let raised = matches!(aside, Aside::Raised(_));
        let wide = width_of(text, if raised { small } else { size });
        let room = (place.width - own) / 2.0 - 1.5;
        if wide > room {
            return;
        }
        if raised {
            self.move_to(place.left + f32::midpoint(place.width, own) + 0.2, down - size * 0.4, small);
        } else {
            if matches!(aside, Aside::Hidden(_)) {
                self.paper.line("1 g");
            }
            self.move_to(place.left + room - wide, down, size);
        }
        let codes = self.file.codes(text);
        self.paper.text(&codes);
        self.paper.line("> Tj ET");
        match aside {
            Aside::Hidden(_) => self.paper.line("0 g"),
            Aside::Struck(_) => {
                let (left, up) = (place.left + room - wide, self.height - down + size * 0.32);
                self.paper.line(&format!("0.6 w {left:.2} {up:.2} m {:.2} {up:.2} l S", left + wide));
            }
            Aside::Raised(_) => {}
        }
    }

    /// Draws the border of a cell.
    pub(super) fn border(&mut self, place: Rect) {
        let Rect { left, top, width, height } = place;
        let up = self.height - top - height;
        self.paper.line(&format!("0.5 w {left:.2} {up:.2} {width:.2} {height:.2} re S"));
    }
}

#[derive(Debug, Clone, Copy)]
enum Align {
    /// So far from the margin.
    Left(f32),
    Middle,
}

/// A count as a factor.
#[expect(clippy::cast_precision_loss, reason = "lines and rows are few")]
pub(super) const fn as_f32(count: usize) -> f32 {
    count as f32
}
