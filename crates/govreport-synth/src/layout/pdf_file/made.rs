//! Cells that a page makes by other means than to print their text.

use std::fmt::Write as _;

use super::annotation::Annotation;
use super::line::Line;
use super::page::{Pages, WIDTH, as_f32};
use super::place::{Rect, width_of};
use crate::sheet::{Annotation as Kind, Making, Means, Slot};

impl Pages<'_> {
    /// Writes a line of a cell by the means of its making, in the place of the cell.
    pub(super) fn made(&mut self, slot: &Slot, making: &Making, line: Line<'_>, cell: Rect) {
        let (way, other) = (making.way, making.other.as_str());
        match making.means {
            Means::Struck => {
                self.print(slot, line);
                self.strike(line, way);
            }
            Means::Hidden => self.unseen(line, way),
            Means::Covered => {
                self.print(slot, line);
                self.fill(line.place(), ["0", "1", "0.8"][way % 3]);
            }
            Means::PastedOver => {
                self.print_other(other, line, 0.0);
                let below = Line { text: other, left: self.middle(other, line), ..line };
                self.fill(around(line.place(), below.place()), ["1", "0.95"][way % 2]);
                self.print(slot, line);
            }
            Means::Overlaid => {
                self.print(slot, line);
                self.print_other(other, line, as_f32(way % 5) * 0.8);
            }
            Means::Repeated => {
                self.print(slot, line);
                self.again(line, way);
            }
            Means::Annotation(kind) => self.annotated(slot, kind, other, line, cell),
            _ => self.print(slot, line),
        }
    }

    /// Where a text begins that has the same middle as a line.
    fn middle(&self, text: &str, line: Line<'_>) -> f32 {
        let _ = self;
        line.left + (line.width() - width_of(text, line.size)) / 2.0
    }

    /// Prints another text in the middle of a line, so far to the right of it.
    fn print_other(&mut self, other: &str, line: Line<'_>, right: f32) {
        let left = self.middle(other, line) + right;
        self.print_at(other, line.size, left, line.down);
    }

    /// Draws a stroke through a line, or what looks like one.
    fn strike(&mut self, line: Line<'_>, way: usize) {
        let up = self.up(line.down) + line.size * 0.32;
        let (left, right) = (line.left - 1.0, line.left + line.width() + 1.0);
        let stroke = match way % 3 {
            0 => format!("0.6 w {left:.2} {up:.2} m {right:.2} {up:.2} l S"),
            1 => format!("{left:.2} {up:.2} {:.2} 0.6 re f", right - left),
            _ => format!("1 0 0 RG 0.8 w {left:.2} {up:.2} m {right:.2} {up:.2} l S 0 G"),
        };
        self.paper.line(&stroke);
    }

    /// Prints a line so that it is not seen: white, without ink, beyond what is drawn, beyond the page.
    fn unseen(&mut self, line: Line<'_>, way: usize) {
        let (before, behind) = match way % 4 {
            0 => ("1 g", "0 g"),
            1 => ("q 3 Tr", "Q"),
            2 => ("q 0 0 1 1 re W n", "Q"),
            _ => ("q 1 0 0 1 -900 0 cm", "Q"),
        };
        self.paper.line(before);
        self.print_at(line.text, line.size, line.left, line.down);
        self.paper.line(behind);
    }

    /// Prints a line once to three times more, a little to the right and perhaps lower.
    fn again(&mut self, line: Line<'_>, way: usize) {
        let apart = [0.2, 0.35, 0.6, 1.0, 1.5, 2.0][way % 6];
        let lower = if way.is_multiple_of(4) { apart * 0.5 } else { 0.0 };
        let times = if apart < 0.5 { 1 + way % 3 } else { 1 };
        for time in 1..=times {
            let by = as_f32(time);
            self.print_at(line.text, line.size, line.left + apart * by, line.down + lower * by);
        }
    }

    /// Writes large pale words aslant over the page, below everything that is still to come.
    pub(super) fn watermark(&mut self, making: &Making) {
        let (size, grey) = ([30.0, 40.0, 50.0][making.way % 3], ["0.85", "0.9", "0.93"][making.way % 3]);
        let words = format!("内部资料 {}", making.other);
        let half = width_of(&words, size) / 2.0;
        let codes = self.codes(&words);
        for third in 1..=3 {
            let (left, up) = (WIDTH / 2.0 - half * 0.87, self.up(0.0) * as_f32(third) / 4.0 - half * 0.5);
            self.paper.line(&format!(
                "q {grey} g BT /F {size:.2} Tf 0.866 0.5 -0.5 0.866 {left:.2} {up:.2} Tm <{codes}> Tj ET Q"
            ));
        }
    }

    /// Fills a place with a grey.
    fn fill(&mut self, place: Rect, grey: &str) {
        let [left, lower, right, upper] = self.edges(place);
        self.paper.line(&format!(
            "{grey} g {left:.2} {lower:.2} {:.2} {:.2} re f 0 g",
            right - left,
            upper - lower
        ));
    }

    /// The edges of a place, as the file counts them.
    fn edges(&self, place: Rect) -> [f32; 4] {
        let upper = self.up(place.top);
        [place.left, upper - place.height, place.left + place.width, upper]
    }

    /// Prints what an annotation leaves to the page, and notes the annotation.
    fn annotated(&mut self, slot: &Slot, kind: Kind, other: &str, line: Line<'_>, cell: Rect) {
        let box_place =
            around(line.place(), Line { text: other, left: self.middle(other, line), ..line }.place());
        let beside = self.beside(other, line, cell);
        match kind {
            Kind::BoxOver => self.print_other(other, line, 0.0),
            Kind::BoxAlone | Kind::BoxUndrawn | Kind::Field => {}
            _ => self.print(slot, line),
        }
        if kind == Kind::StrikeBeside
            && let Some(place) = beside
        {
            self.print_at(other, line.size, place.left + 1.0, line.down);
        }
        let place = match kind {
            Kind::StrikeBeside | Kind::Stamp | Kind::Note => beside,
            Kind::BoxOver | Kind::BoxAlone | Kind::BoxUndrawn | Kind::BoxHidden | Kind::Field => {
                Some(box_place)
            }
            _ => Some(line.place()),
        };
        // Without room beside the text there is no annotation.
        let Some(place) = place else { return };
        let shown = self.annotation(kind, line, other, place);
        self.annotations.push(shown);
    }

    /// A place for another text beside a line, if its cell has room for it.
    fn beside(&self, other: &str, line: Line<'_>, cell: Rect) -> Option<Rect> {
        let _ = self;
        let wide = width_of(other, line.size) + 2.0;
        let place = Rect { left: line.left - wide - 2.0, width: wide, ..line.place() };
        (place.left > cell.left + 0.5).then_some(place)
    }

    fn annotation(&mut self, kind: Kind, line: Line<'_>, other: &str, place: Rect) -> Annotation {
        let edges = self.edges(place);
        let (width, height) = (place.width, place.height);
        let appearance = format!("/DA(0 g /F {:.2} Tf)", line.size);
        let contents = |text: &str| format!("/Contents{}", Annotation::text(text));
        let corners = Annotation::corners(edges);
        let ground = |grey: &str| format!("{grey} g 0 0 {width:.2} {height:.2} re f 0 g");
        let stroke = format!("0.8 w 0 {:.2} m {width:.2} {:.2} l S", height * 0.45, height * 0.45);
        let mut boxed = |text: &str, ground: &str| {
            let codes = self.codes(text);
            let left = (width - width_of(text, line.size)) / 2.0;
            let mut drawn = ground.to_owned();
            // Writing to a string cannot fail.
            let _ =
                write!(drawn, " BT /F {:.2} Tf {left:.2} {:.2} Td <{codes}> Tj ET", line.size, height * 0.22);
            drawn
        };
        let (says, drawn) = match kind {
            Kind::BoxOver => {
                let drawn = boxed(line.text, &ground("1"));
                (format!("/Subtype/FreeText/F 4{appearance}{}", contents(line.text)), Some(drawn))
            }
            Kind::BoxAlone => {
                let drawn = boxed(line.text, "");
                (format!("/Subtype/FreeText/F 4{appearance}{}", contents(line.text)), Some(drawn))
            }
            Kind::BoxUndrawn => {
                (format!("/Subtype/FreeText/F 4/Q 1{appearance}{}", contents(line.text)), None)
            }
            Kind::Field => {
                let drawn = boxed(line.text, "");
                let value = Annotation::text(line.text);
                (format!("/Subtype/Widget/F 4/FT/Tx/T(n)/V{value}{appearance}"), Some(drawn))
            }
            Kind::BoxHidden => {
                let drawn = boxed(other, &ground("1"));
                (format!("/Subtype/FreeText/F 2{appearance}{}", contents(other)), Some(drawn))
            }
            Kind::Note => (format!("/Subtype/Text/F 28/Name/Note{}", contents(other)), None),
            Kind::Highlight => (format!("/Subtype/Highlight/F 4/C[1 1 0]{corners}"), None),
            Kind::Square => ("/Subtype/Square/F 4/C[0 0 0]/IC[0 0 0]".to_owned(), Some(ground("0"))),
            Kind::Redaction => (format!("/Subtype/Redact/F 4/IC[0 0 0]{corners}"), Some(ground("0"))),
            Kind::Strike | Kind::StrikeBeside => {
                (format!("/Subtype/StrikeOut/F 4/C[1 0 0]{corners}"), Some(stroke))
            }
            Kind::StrikeUndrawn => (format!("/Subtype/StrikeOut/F 4/C[1 0 0]{corners}"), None),
            Kind::Stamp => ("/Subtype/Stamp/F 4/Name/Approved".to_owned(), Some(boxed("核", ""))),
        };
        Annotation { place: edges, says, drawn }
    }
}

/// The place around two places.
fn around(a: Rect, b: Rect) -> Rect {
    let (left, top) = (a.left.min(b.left), a.top.min(b.top));
    let right = (a.left + a.width).max(b.left + b.width);
    let lower = (a.top + a.height).max(b.top + b.height);
    Rect { left, top, width: right - left, height: lower - top }
}
