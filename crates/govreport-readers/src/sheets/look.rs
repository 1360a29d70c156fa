//! How what a cell holds looks: struck out, raised, in the colour of its ground.
//!
//! Struck-out text is not what the sheet says, nor is text that nobody can see. Raised and lowered figures are marks. Where a
//! colour is not known, words are kept and figures withheld.

use std::borrow::Cow;

use super::format::UNKNOWN;

/// A colour: red, green, blue. `None` where it is not known.
pub(super) type Colour = Option<[u8; 3]>;

/// The colour of a sheet without fill.
pub(super) const WHITE: Colour = Some([0xFF; 3]);
const BLACK: Colour = Some([0; 3]);

/// A font (字体), as far as it decides what is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Font {
    pub(super) ink: Ink,
    /// 删除线.
    pub(super) struck: bool,
    /// 上标、下标.
    pub(super) height: Height,
}

/// The colour of a font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Ink {
    /// 自动: one that is seen on the ground.
    #[default]
    Automatic,
    Of(Colour),
}

/// Where figures stand in their line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Height {
    #[default]
    Line,
    Raised,
    Lowered,
}

/// A run of a text with a font of its own; `None`: that of the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) font: Option<Font>,
}

/// Whether something is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    Seen,
    Unseen,
    Doubtful,
}

impl Font {
    /// The same font in white, as number formats may ask for.
    pub(super) fn in_white(self) -> Self {
        Self { ink: Ink::Of(WHITE), ..self }
    }

    /// Whether text in this font on this ground is all as it stands; so is nearly all.
    pub(super) fn is_plain_on(self, ground: Colour) -> bool {
        self.sight(ground) == Sight::Seen && self.height == Height::Line
    }

    fn sight(self, ground: Colour) -> Sight {
        let Ink::Of(ink) = self.ink else {
            return if self.struck { Sight::Unseen } else { Sight::Seen };
        };
        match (ink, ground) {
            _ if self.struck => Sight::Unseen,
            (Some(ink), Some(ground)) if is_near(ink, ground) => Sight::Unseen,
            (Some(_), Some(_)) => Sight::Seen,
            // Patterns and pictures are light, mostly: what is dark is seen on them.
            (Some(ink), None) if !is_light(ink) => Sight::Seen,
            _ => Sight::Doubtful,
        }
    }
}

/// Whether nobody tells two colours apart.
fn is_near(one: [u8; 3], other: [u8; 3]) -> bool {
    /// Measured: with 11, no cell changes.
    const NEAR: u8 = 12;
    one.iter().zip(other).all(|(one, other)| one.abs_diff(other) <= NEAR)
}

/// Whether a colour is hard to see on white.
pub(super) fn is_light(colour: [u8; 3]) -> bool {
    const LIGHT: u8 = 0xD8;
    colour.iter().all(|channel| *channel >= LIGHT)
}

/// What a text in one font shows.
pub(super) fn text(text: String, font: Font, ground: Colour) -> String {
    if font.is_plain_on(ground) {
        return text;
    }
    let mut shown = String::new();
    push(&mut shown, &text, font, ground);
    shown
}

/// What a text of several runs shows in a cell with this font and ground.
pub(super) fn runs(runs: &[Run], font: Font, ground: Colour) -> String {
    let mut shown = String::new();
    // Something stands between that is not seen, or not said.
    let mut gap = false;
    for run in runs {
        let mut here = String::new();
        push(&mut here, &run.text, run.font.unwrap_or(font), ground);
        if here.is_empty() {
            gap |= !run.text.is_empty();
            continue;
        }
        // Figures on both sides of it are not one number.
        if std::mem::take(&mut gap) && ends_with_figure(&shown) && begins_with_figure(&here) {
            shown.push(' ');
        }
        shown.push_str(&here);
    }
    shown
}

fn begins_with_figure(text: &str) -> bool {
    text.starts_with(|char: char| char.is_numeric() || matches!(char, '.' | '．' | ',' | '，'))
}

fn ends_with_figure(text: &str) -> bool {
    text.ends_with(|char: char| char.is_numeric() || matches!(char, '.' | '．' | ',' | '，'))
}

fn push(shown: &mut String, text: &str, font: Font, ground: Colour) {
    let text = match font.sight(ground) {
        Sight::Unseen => return,
        Sight::Seen => Cow::Borrowed(text),
        Sight::Doubtful => withheld(text),
    };
    match font.height {
        Height::Line => shown.push_str(&text),
        height => shown.extend(text.chars().map(|char| mark(char, height))),
    }
}

/// A text whose figures are not known, if it is figures more than words: headings are kept.
pub(super) fn withheld(text: &str) -> Cow<'_, str> {
    let figures = text.chars().filter(|char| char.is_numeric()).count();
    let letters = text.chars().filter(|char| char.is_alphabetic()).count();
    if figures == 0 || figures < letters {
        return Cow::Borrowed(text);
    }
    text.chars().map(|char| if char.is_numeric() { UNKNOWN } else { char }).collect::<String>().into()
}

/// A figure as a mark above or below the line.
fn mark(char: char, height: Height) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
    let figure = match char {
        '０'..='９' => u32::from(char) - u32::from('０'),
        char => match char.to_digit(10) {
            Some(figure) => figure,
            None => return char,
        },
    };
    let marks = if height == Height::Lowered { LOWERED } else { RAISED };
    usize::try_from(figure).ok().and_then(|figure| marks.get(figure).copied()).unwrap_or(char)
}

/// The colours of a workbook that are told by number (调色板、主题).
#[derive(Debug, Clone)]
pub(super) struct Palette {
    indexed: Vec<[u8; 3]>,
    /// 主题颜色, in the order in which cells count them. Empty where the file has no theme: then those of Office.
    pub(super) theme: Vec<Colour>,
}

/// The first of the colours that a workbook may change.
pub(super) const FIRST_OWN: usize = 8;
/// The numbers behind all colours: that of text and that of the ground.
const SYSTEM_TEXT: usize = 64;
const SYSTEM_GROUND: usize = 65;

impl Default for Palette {
    fn default() -> Self {
        let channels = |code: &u32| {
            let [_, red, green, blue] = code.to_be_bytes();
            [red, green, blue]
        };
        let eight = INDEXED.iter().take(FIRST_OWN);
        Self { indexed: eight.chain(&INDEXED).map(channels).collect(), theme: Vec::new() }
    }
}

impl Palette {
    /// The colour with a number.
    pub(super) fn indexed(&self, number: usize) -> Colour {
        match number {
            SYSTEM_TEXT => BLACK,
            SYSTEM_GROUND => WHITE,
            number => self.indexed.get(number).copied(),
        }
    }

    /// Changes the colour with a number.
    pub(super) fn set(&mut self, number: usize, colour: [u8; 3]) {
        if let Some(old) = self.indexed.get_mut(number) {
            *old = colour;
        }
    }

    /// A colour of the theme.
    pub(super) fn theme(&self, number: usize) -> Colour {
        if self.theme.is_empty() {
            let [_, red, green, blue] = OFFICE.get(number)?.to_be_bytes();
            return Some([red, green, blue]);
        }
        self.theme.get(number).copied().flatten()
    }
}

/// A colour made lighter (above zero) or darker.
pub(super) fn tinted(colour: Colour, tint: f64) -> Colour {
    let tint = if tint.is_finite() { tint.clamp(-1.0, 1.0) } else { 0.0 };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a channel and a tint within their bounds give a channel"
    )]
    let channel = |channel: u8| {
        let channel = f64::from(channel);
        let changed = if tint < 0.0 { channel * (1.0 + tint) } else { channel + (255.0 - channel) * tint };
        changed.round().clamp(0.0, 255.0) as u8
    };
    colour.map(|colour| colour.map(channel))
}

/// A colour in hexadecimal figures: `FFRRGGBB` or `RRGGBB`.
pub(super) fn hexadecimal(text: &str) -> Colour {
    let text = text.trim().trim_start_matches('#');
    if !matches!(text.len(), 6 | 8) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let [_, red, green, blue] = u32::from_str_radix(text, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

/// The theme of Office: white, black, two grounds, six accents.
const OFFICE: [u32; 10] = [
    0xFF_FFFF, 0x00_0000, 0xE7_E6E6, 0x44_546A, 0x44_72C4, 0xED_7D31, 0xA5_A5A5, 0xFF_C000, 0x5B_9BD5,
    0x70_AD47,
];

/// The 56 colours of Excel. The first eight have the numbers from 0 and from 8 on.
const INDEXED: [u32; 56] = [
    0x00_0000, 0xFF_FFFF, 0xFF_0000, 0x00_FF00, 0x00_00FF, 0xFF_FF00, 0xFF_00FF, 0x00_FFFF, 0x80_0000,
    0x00_8000, 0x00_0080, 0x80_8000, 0x80_0080, 0x00_8080, 0xC0_C0C0, 0x80_8080, 0x99_99FF, 0x99_3366,
    0xFF_FFCC, 0xCC_FFFF, 0x66_0066, 0xFF_8080, 0x00_66CC, 0xCC_CCFF, 0x00_0080, 0xFF_00FF, 0xFF_FF00,
    0x00_FFFF, 0x80_0080, 0x80_0000, 0x00_8080, 0x00_00FF, 0x00_CCFF, 0xCC_FFFF, 0xCC_FFCC, 0xFF_FF99,
    0x99_CCFF, 0xFF_99CC, 0xCC_99FF, 0xFF_CC99, 0x33_66FF, 0x33_CCCC, 0x99_CC00, 0xFF_CC00, 0xFF_9900,
    0xFF_6600, 0x66_6699, 0x96_9696, 0x00_3366, 0x33_9966, 0x00_3300, 0x33_3300, 0x99_3300, 0x99_3366,
    0x33_3399, 0x33_3333,
];

#[cfg(test)]
mod tests {
    use super::*;

    fn inked(colour: Colour) -> Font {
        Font { ink: Ink::Of(colour), ..Font::default() }
    }

    #[test]
    fn text_in_the_colour_of_its_ground_is_not_shown() {
        let grey = Some([0x80; 3]);
        let dark = Some([0x1F, 0x4E, 0x79]);
        for (ink, ground, expected) in [
            (WHITE, WHITE, ""),
            (Some([0xFE; 3]), WHITE, ""),
            (WHITE, dark, "351"),
            (dark, dark, ""),
            (BLACK, WHITE, "351"),
            (grey, WHITE, "351"),
            (BLACK, None, "351"),
            (WHITE, None, "\u{FFFD}\u{FFFD}\u{FFFD}"),
            (None, WHITE, "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ] {
            assert_eq!(text("351".to_owned(), inked(ink), ground), expected, "{ink:?} on {ground:?}");
        }
        assert_eq!(text("1.属于国家秘密".to_owned(), inked(WHITE), None), "1.属于国家秘密");
        assert_eq!(text("351件".to_owned(), inked(WHITE), None), "\u{FFFD}\u{FFFD}\u{FFFD}件");
        let struck = Font { struck: true, ..Font::default() };
        assert_eq!(text("351".to_owned(), struck, WHITE), "");
    }

    #[test]
    fn runs_that_are_not_said_part_figures() {
        let run = |text: &str, font: Option<Font>| Run { text: text.to_owned(), font };
        let all_struck = Font { struck: true, ..Font::default() };
        let struck = Some(all_struck);
        let raised = Some(Font { height: Height::Raised, ..Font::default() });
        let lowered = Some(Font { height: Height::Lowered, ..Font::default() });
        let white = Some(inked(WHITE));
        for (texts, expected) in [
            (vec![run("35", None), run("1", raised)], "35¹"),
            (vec![run("35", None), run("[１2]", raised)], "35[¹²]"),
            (vec![run("35", None), run("注1", raised)], "35注¹"),
            (vec![run("CO", None), run("2", lowered)], "CO₂"),
            (vec![run("35", struck), run("36", None)], "36"),
            (vec![run("3", None), run("5", struck), run("6", None)], "3 6"),
            (vec![run("3", None), run("5", white), run(".6", None)], "3 .6"),
            (vec![run("共", None), run("5", struck), run("6", None)], "共6"),
            (vec![run("3", None), run("", struck), run("6", None)], "36"),
        ] {
            assert_eq!(runs(&texts, Font::default(), WHITE), expected);
        }
        assert_eq!(runs(&[run("35", None)], all_struck, WHITE), "");
    }

    #[test]
    fn colours_by_number_and_by_name() {
        let palette = Palette::default();
        assert_eq!(palette.indexed(1), WHITE);
        assert_eq!(palette.indexed(9), WHITE);
        assert_eq!(palette.indexed(63), Some([0x33; 3]));
        assert_eq!(palette.indexed(64), BLACK);
        assert_eq!(palette.indexed(99), None);
        assert_eq!(palette.theme(0), WHITE);
        assert_eq!(palette.theme(99), None);
        assert_eq!(hexadecimal("FFFFFFFF"), WHITE);
        assert_eq!(hexadecimal("00ff10"), Some([0, 0xFF, 0x10]));
        assert_eq!(hexadecimal("é00000"), None);
        assert_eq!(tinted(WHITE, -0.05), Some([0xF2; 3]));
        assert_eq!(tinted(BLACK, 1.0), WHITE);
        assert_eq!(tinted(WHITE, f64::NAN), WHITE);
    }
}
