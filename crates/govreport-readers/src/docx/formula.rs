//! Formulas (公式): what stands above, below and beside a line is no part of the numbers on it.

use super::body::{Body, Inside};
use super::frame::Frame;
use super::looks::Seen;
use super::run::Run;
use crate::package::Element;
use crate::raised::Raised;

impl<'d> Body<'d> {
    /// An element of a formula begins.
    pub(super) fn formula(&mut self, name: &str, element: &Element<'_>) -> Inside<'d> {
        match name {
            "t" => self.words(),
            "r" => {
                self.run = Run::default();
                Inside::Read(Frame::Run)
            }
            // A fraction is no number: its line is a stroke.
            "den" => {
                self.formula_sign("/");
                Inside::Read(Frame::Plain)
            }
            "sup" | "deg" => self.rise(Raised::Above),
            "sub" | "lim" => self.rise(Raised::Below),
            "rad" => {
                self.formula_sign("√");
                Inside::Read(Frame::Plain)
            }
            // Brackets are signs of the formula. Others than these are rare, and as little a part of a number.
            "d" => {
                self.formula_sign("(");
                Inside::Read(Frame::Closing(")"))
            }
            // Parts of a matrix, and formulas below each other.
            "mr" | "eqArr" => Inside::Read(Frame::Closing(" ")),
            "e" if matches!(self.frames.last(), Some(Frame::Closing(" "))) => {
                Inside::Read(Frame::Closing(" "))
            }
            "borderBoxPr" => Inside::Read(Frame::Plain),
            "strikeH" | "strikeV" | "strikeBLTR" | "strikeTLBR" if element.is_on() => {
                self.formula_sign("/");
                Inside::Skip
            }
            name if name.ends_with("Pr") => Inside::Skip,
            _ => Inside::Read(Frame::Plain),
        }
    }

    fn rise(&mut self, raised: Raised) -> Inside<'d> {
        Inside::Read(Frame::Risen { outer: self.risen.replace(raised) })
    }

    /// A sign that the formula shows though it is not written.
    pub(super) fn formula_sign(&mut self, sign: &str) {
        // The run before says nothing of it.
        self.run = Run::default();
        if self.seen() != Seen::Nothing {
            self.paragraph.get_or_insert_default().words.push_str(sign);
        }
    }
}
