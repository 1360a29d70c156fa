//! How words look, as far as it decides what a reader sees of them: struck out, raised, in the colour of their ground.

use crate::colour::Colour;
use crate::package::Element;
use crate::raised::Raised;

/// What properties of a run say of how its words look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Looks {
    /// 删除线.
    struck: Option<bool>,
    /// 双删除线.
    struck_twice: Option<bool>,
    aligned: Option<Aligned>,
    /// How far above the line, in half points.
    position: Option<i32>,
    /// The size of the font, in half points.
    size: Option<u32>,
    ink: Option<Ink>,
    /// 底纹.
    pub(super) ground: Option<Ground>,
    /// 突出显示, which goes before the ground.
    marker: Option<Ground>,
}

/// Where words stand beside the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aligned {
    OnLine,
    Off(Raised),
}

/// The colour of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ink {
    /// Black or white, as the ground asks for.
    Automatic,
    Of(Colour),
}

/// The colour of what words stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// That of what is around.
    Clear,
    Of(Colour),
    /// One of the theme that is not known here, or a picture.
    Unknown,
}

/// What is seen of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Seen {
    Nothing,
    #[default]
    All,
    /// It is not known whether they can be read: headings can, and numbers are withheld.
    Doubtful,
}

/// Fonts of no more than a point are set to be overlooked.
const TOO_SMALL: u32 = 2;
/// From two points on, words are seen to stand above or below the line.
const MOVED: i32 = 4;

impl Looks {
    /// Takes in what an element of properties says.
    pub(super) fn take(&mut self, element: &Element<'_>) {
        match element.name() {
            "strike" => self.struck = Some(element.is_on()),
            "dstrike" => self.struck_twice = Some(element.is_on()),
            "vertAlign" => {
                self.aligned = Some(match element.value().as_deref() {
                    Some("superscript") => Aligned::Off(Raised::Above),
                    Some("subscript") => Aligned::Off(Raised::Below),
                    _ => Aligned::OnLine,
                });
            }
            "position" => self.position = element.value().and_then(|value| half_points(&value)),
            "sz" => self.size = element.number(),
            "color" => self.ink = Some(ink(element)),
            "shd" => self.ground = Some(Ground::read(element)),
            "highlight" => self.marker = element.value().map(|name| marker(&name)),
            _ => {}
        }
    }

    /// These looks, and those of `base` where these say nothing.
    pub(super) fn over(self, base: Self) -> Self {
        Self {
            struck: self.struck.or(base.struck),
            struck_twice: self.struck_twice.or(base.struck_twice),
            aligned: self.aligned.or(base.aligned),
            position: self.position.or(base.position),
            size: self.size.or(base.size),
            ink: self.ink.or(base.ink),
            ground: self.ground.or(base.ground),
            marker: self.marker.or(base.marker),
        }
    }

    /// The looks of the style of a run in a paragraph of another style. Words that both strike out are not.
    pub(super) fn of_styles(run: Self, paragraph: Self) -> Self {
        let toggled = |one: Option<bool>, other: Option<bool>| match (one, other) {
            (Some(one), Some(other)) => Some(one != other),
            (one, other) => one.or(other),
        };
        let struck = toggled(run.struck, paragraph.struck);
        Self { struck, ..run.over(paragraph) }
    }

    /// Whether the words stand above or below the line, as marks do.
    pub(super) fn mark(&self) -> Option<Raised> {
        match self.aligned {
            Some(Aligned::Off(raised)) => Some(raised),
            _ => None,
        }
    }

    /// Whether they are moved above or below the line, which means something only beside words that are not.
    pub(super) fn moved(&self) -> Option<Raised> {
        match self.position.unwrap_or_default() {
            MOVED.. => Some(Raised::Above),
            position if position <= -MOVED => Some(Raised::Below),
            _ => None,
        }
    }

    /// Whether they are struck out or too small to be read.
    pub(super) fn is_gone(&self) -> bool {
        self.struck == Some(true)
            || self.struck_twice == Some(true)
            || self.size.is_some_and(|size| size <= TOO_SMALL)
    }

    /// What is seen of words whose colour may be that of the ground. `around` gives the grounds around the run, the nearest
    /// first, and that of the page last, which may not be known.
    pub(super) fn seen(&self, around: impl Iterator<Item = Ground>, page_is_known: bool) -> Seen {
        let Some(Ink::Of(ink)) = self.ink else { return Seen::All };
        let mut grounds = self.marker.into_iter().chain(self.ground).chain(around);
        let (ground, is_known) = match grounds.find(|ground| *ground != Ground::Clear) {
            Some(Ground::Of(ground)) => (ground, true),
            Some(_) => (Colour::WHITE, false),
            None => (Colour::WHITE, page_is_known),
        };
        match (ink.is_lost_on(ground), is_known) {
            (false, _) => Seen::All,
            (true, true) => Seen::Nothing,
            (true, false) => Seen::Doubtful,
        }
    }
}

impl Ground {
    /// What `w:shd` says: a colour, or a pattern of two.
    pub(super) fn read(element: &Element<'_>) -> Self {
        let colour = |name| element.attribute(name).and_then(|value| Colour::hexadecimal(value.trim()));
        let themed = |name| element.attribute(name).is_some();
        let of = |colour: Option<Colour>, themed| match colour {
            Some(colour) => Self::Of(colour),
            None if themed => Self::Unknown,
            None => Self::Clear,
        };
        let fill = of(colour("fill"), themed("themeFill"));
        match element.value().as_deref() {
            Some("nil") => Self::Clear,
            Some("clear") | None => fill,
            Some("solid") => match of(colour("color"), themed("themeColor")) {
                Self::Clear => Self::Of(Colour::BLACK),
                ground => ground,
            },
            Some(pattern) => {
                let share = pattern.strip_prefix("pct").and_then(|share| share.parse::<u8>().ok());
                let ground = if let Self::Of(fill) = fill { fill } else { Colour::WHITE };
                match (share, colour("color")) {
                    (Some(share @ 0..=100), ink)
                        if fill != Self::Unknown && (ink.is_some() || !themed("themeColor")) =>
                    {
                        let cover = u8::try_from(u16::from(share) * 255 / 100).unwrap_or(u8::MAX);
                        Self::Of(Colour { cover, ..ink.unwrap_or(Colour::BLACK) }.on(ground))
                    }
                    _ => Self::Unknown,
                }
            }
        }
    }
}

/// The colour that `w:color` says. What the file notes beside the name of the theme's is what it came to.
fn ink(element: &Element<'_>) -> Ink {
    let noted = element.value().and_then(|value| Colour::hexadecimal(value.trim()));
    match (noted, element.attribute("themeColor").as_deref()) {
        (Some(colour), _) => Ink::Of(colour),
        (None, Some("background1" | "light1")) => Ink::Of(Colour::WHITE),
        (None, _) => Ink::Automatic,
    }
}

fn marker(name: &str) -> Ground {
    let (red, green, blue) = match name {
        "black" => (0, 0, 0),
        "blue" => (0, 0, 255),
        "cyan" => (0, 255, 255),
        "green" => (0, 255, 0),
        "magenta" => (255, 0, 255),
        "red" => (255, 0, 0),
        "yellow" => (255, 255, 0),
        "white" => (255, 255, 255),
        "darkBlue" => (0, 0, 128),
        "darkCyan" => (0, 128, 128),
        "darkGreen" => (0, 128, 0),
        "darkMagenta" => (128, 0, 128),
        "darkRed" => (128, 0, 0),
        "darkYellow" => (128, 128, 0),
        "darkGray" => (128, 128, 128),
        "lightGray" => (192, 192, 192),
        _ => return Ground::Clear,
    };
    Ground::Of(Colour::rgb(red, green, blue))
}

/// A length in half points, which may have a unit of its own.
fn half_points(value: &str) -> Option<i32> {
    let value = value.trim();
    match value.strip_suffix("pt") {
        Some(points) => points.trim().split('.').next()?.parse::<i32>().ok()?.checked_mul(2),
        None => value.parse().ok(),
    }
}
