//! What style sheets and attributes say of how an element is shown.

pub(super) mod colour;
mod condition;
mod content;
mod declaration;
mod display;
mod length;
mod media;
mod query;
mod reading;
mod selector;
mod sheet;
mod telling;
mod variables;

pub(super) use declaration::{Baseline, Cutting, Declaration, Paint, Position, Side, read};
pub(super) use display::Display;
pub(super) use length::Length;
pub(super) use query::{Elements, NO_ELEMENT};
pub(super) use selector::{Ancestors, Described};
pub(super) use sheet::Sheet;
pub(super) use telling::{Put, Told};

/// What is said of an element, all taken together.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is said by a property of its own")]
pub(super) struct Style {
    pub(super) display: Option<Display>,
    pub(super) visible: Option<bool>,
    pub(super) lines: Option<bool>,
    pub(super) colour: Option<Paint>,
    pub(super) fill: Option<Paint>,
    pub(super) ground: Option<Paint>,
    pub(super) pictured: Option<bool>,
    pub(super) size: Option<Length>,
    pub(super) baseline: Option<Baseline>,
    pub(super) struck: Option<bool>,
    cut: [bool; 5],
    pub(super) position: Option<Position>,
    sides: [Option<Length>; 10],
    pub(super) indent: Option<Length>,
    pub(super) clips: bool,
    pub(super) floats: bool,
    pub(super) right_to_left: Option<bool>,
    pub(super) overrides: Option<bool>,
    /// It is not known what is seen of it.
    pub(super) is_doubtful: bool,
    /// What stands in it, or it among others, is shown in another order than it is written in.
    pub(super) is_reordered: bool,
    /// It is not known whether it is laid out at all.
    pub(super) may_vanish: bool,
    says: bool,
}

impl Style {
    /// Whether nothing is said.
    pub(super) fn is_silent(&self) -> bool {
        !self.says
    }

    /// Its colours alone.
    pub(super) fn colours(&self) -> Self {
        let (colour, ground, pictured, says) = (self.colour, self.ground, self.pictured, self.says);
        Self { colour, ground, pictured, says, ..Self::default() }
    }

    /// Takes in what is said. What is said last counts.
    pub(super) fn take(&mut self, said: Declaration) {
        self.says = true;
        match said {
            Declaration::Display(display) => self.display = display,
            Declaration::Visible(visible) => self.visible = Some(visible),
            Declaration::Lines(lines) => self.lines = Some(lines),
            Declaration::Colour(paint) => self.colour = Some(paint),
            Declaration::Fill(paint) => self.fill = Some(paint),
            Declaration::Ground(paint) => self.ground = Some(paint),
            Declaration::Pictured(pictured) => self.pictured = Some(pictured),
            Declaration::Size(size) => self.size = Some(size),
            Declaration::Baseline(baseline) => self.baseline = Some(baseline),
            Declaration::Struck(struck) => self.struck = Some(struck),
            Declaration::Faded(faded) => self.take(Declaration::Cut(Cutting::Fading, faded)),
            Declaration::Cut(cutting, cut) => {
                if let Some(of) = self.cut.get_mut(cutting as usize) {
                    *of = cut;
                }
            }
            Declaration::Position(position) => self.position = Some(position),
            Declaration::Side(side, length) => {
                if let Some(of) = self.sides.get_mut(side as usize) {
                    *of = Some(length);
                }
            }
            Declaration::Indent(indent) => self.indent = Some(indent),
            Declaration::Clips(clips) => self.clips = clips,
            Declaration::Floats(floats) => self.floats = floats,
            Declaration::RightToLeft(right_to_left) => self.right_to_left = Some(right_to_left),
            Declaration::Overrides(overrides) => self.overrides = Some(overrides),
            Declaration::Reordered => self.is_reordered = true,
            Declaration::Doubt => self.is_doubtful = true,
        }
    }

    /// Whether what is seen is the same with this one, whatever is left of the ground.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        let (ground, pictured, says) = (self.ground, self.pictured, self.says);
        Self { ground, pictured, says, ..*other } == *self
    }

    /// Whether it is cut away in this way.
    pub(super) fn cut(&self, cutting: Cutting) -> bool {
        self.cut.get(cutting as usize) == Some(&true)
    }

    /// How far or long a side is, if it is said.
    pub(in crate::html) fn side(&self, side: Side) -> Option<Length> {
        self.sides.get(side as usize).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(list: &str) -> Style {
        let mut style = Style::default();
        read(list, |said, _| style.take(said));
        style
    }

    #[test]
    fn what_is_not_shown() {
        let display = |list| style(list).display;
        assert_eq!(display("display:none"), Some(Display::None));
        assert_eq!(display("color:red; DISPLAY : None !important;"), Some(Display::None));
        assert_eq!(display("display:none;display:block"), Some(Display::Block));
        assert_eq!(display("mso-hide:all"), Some(Display::None));
        assert_eq!(display("font-family:display:none"), None);
        assert_eq!(display("x-display:none"), None);
        assert_eq!(style("visibility:hidden").visible, Some(false));
        assert_eq!(style("visibility:hidden;visibility:visible").visible, Some(true));
        assert_eq!(style("white-space:pre-wrap").lines, Some(true));
        assert_eq!(style("white-space: nowrap").lines, Some(false));
    }

    #[test]
    fn semicolons_in_quotes_and_brackets_end_nothing() {
        let style = style("font-family:'a;display:none';background:url(data:x;display:none) #fff;color:red");
        assert_eq!(style.display, None);
        assert_eq!(style.pictured, Some(true));
        assert_eq!(style.ground, Some(Paint::Of(crate::colour::Colour::WHITE)));
        assert!(style.colour.is_some());
    }

    #[test]
    fn shorthands() {
        assert_eq!(style("font: italic 700 0/1.5 serif").size, Some(Length::Pixels(0.0)));
        assert_eq!(style("font:bold 12px a").size, Some(Length::Pixels(12.0)));
        assert_eq!(style("font-size:80%").size, Some(Length::Fonts(0.8)));
        assert_eq!(style("text-decoration:underline LINE-THROUGH red").struck, Some(true));
        assert_eq!(style("text-decoration-line:line-through").struck, Some(true));
        assert_eq!(style("text-decoration:none").struck, Some(false));
        assert_eq!(style("padding: 1px 2px 3px 4px").side(Side::PaddingLeft), Some(Length::Pixels(4.0)));
        assert_eq!(style("background:none").pictured, Some(false));
        assert_eq!(style("background:linear-gradient(#fff, #000)").pictured, Some(true));
    }

    #[test]
    fn what_is_cut_away() {
        for (list, cutting) in [
            ("clip:rect(0,0,0,0)", Cutting::Clip),
            ("clip: rect(1px 1px 1px 1px)", Cutting::Clip),
            ("clip-path:inset(50%)", Cutting::Path),
            ("clip-path:circle(0)", Cutting::Path),
            ("clip-path:polygon(0 0, 0 0, 0 0)", Cutting::Path),
            ("transform:scale(0)", Cutting::Transform),
            ("transform:rotate(1deg) translateX(-9999px)", Cutting::Transform),
            ("filter:opacity(0%)", Cutting::Filter),
        ] {
            assert!(style(list).cut(cutting), "{list}");
        }
        for list in [
            "clip:auto",
            "clip:rect(0,50px,20px,0)",
            "clip-path:inset(5%)",
            "transform:scale(1)",
            "filter:none",
        ] {
            let style = style(list);
            assert!(style.cut.iter().all(|cut| !cut), "{list}");
        }
    }

    #[test]
    fn nothing_fails() {
        for list in [
            "",
            ";",
            ":",
            "a",
            "color",
            "color:",
            ":;:;",
            "clip:rect(",
            "background:((((",
            "font:/",
            "\\",
            "a:\\",
            "a:'",
            "é:é;opacity:é",
        ] {
            style(list);
        }
    }
}
