//! Declarations: what a style sheet, or the attribute `style`, says of an element, as far as it decides what is seen.

use super::Display;
use super::colour;
use super::length::Length;
use crate::colour::Colour;
use crate::html::tag::Packed;

/// One thing that is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::html) enum Declaration {
    Display(Option<Display>),
    Visible(bool),
    /// Whether lines are kept: `white-space`.
    Lines(bool),
    /// The colour of the words.
    Colour(Paint),
    /// The colour that letters are filled with, which goes before the other.
    Fill(Paint),
    /// The colour of the ground.
    Ground(Paint),
    /// Whether a picture lies on the ground.
    Pictured(bool),
    Size(Length),
    Baseline(Baseline),
    Struck(bool),
    /// Nothing is left of it: `opacity: 0`.
    Faded(bool),
    /// It is clipped, turned or shrunk away.
    Cut(Cutting, bool),
    Position(Position),
    Side(Side, Length),
    Indent(Length),
    /// What does not fit is not shown.
    Clips(bool),
    Floats(bool),
    RightToLeft(bool),
    /// The order of the letters is that of the direction, whatever they are.
    Overrides(bool),
    /// What stands in it, or it among others, is shown in another order.
    Reordered,
    /// It is not known what is seen of it.
    Doubt,
}

impl Declaration {
    /// Whether it alone changes nothing of what is seen: most rules are about sizes, places and dark colours.
    pub(super) fn is_quiet(&self) -> bool {
        match self {
            Self::Size(length) => length.pixels(16.0, 16.0) >= 1.0,
            Self::Side(Side::Width | Side::Height, length) => length.pixels(16.0, 1000.0) > 1.0,
            Self::Side(_, length) => length.pixels(16.0, 1000.0).abs() < 100.0,
            Self::Indent(length) => length.pixels(16.0, 1000.0) > -100.0,
            Self::Colour(Paint::Of(colour)) => !colour.is_lost_on(Colour::WHITE),
            Self::Ground(Paint::Of(colour)) => colour.on(Colour::WHITE) == Colour::WHITE,
            Self::Display(display) => *display != Some(Display::None),
            Self::Visible(true)
            | Self::Lines(_)
            | Self::Pictured(false)
            | Self::Baseline(Baseline::Line)
            | Self::Struck(false)
            | Self::Faded(false)
            | Self::Cut(_, false)
            | Self::Position(_)
            | Self::Clips(_)
            | Self::Floats(_)
            | Self::RightToLeft(_)
            | Self::Overrides(false)
            | Self::Colour(Paint::Inherited)
            | Self::Fill(Paint::Inherited) => true,
            _ => false,
        }
    }

    /// Whether it may hide something, change what is read, or leave dark words without a ground to be read on.
    pub(super) fn hides(&self) -> bool {
        match self {
            // Light grounds are those of every second row of a table.
            Self::Ground(Paint::Of(colour)) => {
                let Colour { red, green, blue, .. } = colour.on(Colour::WHITE);
                red.min(green).min(blue) < 0xA0
            }
            Self::Ground(_) | Self::Pictured(_) => false,
            said => !said.is_quiet(),
        }
    }

    /// Whether it may show what another declaration hides.
    pub(super) fn shows(&self) -> bool {
        matches!(
            self,
            Self::Display(_)
                | Self::Visible(_)
                | Self::Colour(_)
                | Self::Fill(_)
                | Self::Ground(_)
                | Self::Size(_)
                | Self::Struck(_)
                | Self::Faded(_)
                | Self::Cut(..)
                | Self::Position(_)
                | Self::Indent(_)
                | Self::Clips(_)
        )
    }
}

/// A colour that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::html) enum Paint {
    Of(Colour),
    /// That of what is around, or of the words.
    Inherited,
    /// One that is not known here, as that of a variable.
    Unknown,
}

/// Where words stand beside those before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::html) enum Baseline {
    Line,
    Above,
    Below,
    /// At the upper or lower edge of the line: above or below if they are smaller.
    Top,
    Bottom,
    By(Length),
}

/// Ways in which all of an element is cut away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::html) enum Cutting {
    /// `clip`, for an element that is placed.
    Clip,
    Path,
    Transform,
    Filter,
    /// It is not cut, but faded away.
    Fading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::html) enum Position {
    Static,
    /// Where it stands, moved.
    Relative,
    /// Out of the line.
    Placed,
}

/// Distances and sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::html) enum Side {
    Left,
    Right,
    Top,
    Bottom,
    Width,
    Height,
    /// Margins and paddings, beside the words.
    MarginLeft,
    MarginRight,
    PaddingLeft,
    PaddingRight,
}

/// Gives each declaration of a list, and whether it is marked as important.
pub(in crate::html) fn read(list: &str, mut say: impl FnMut(Declaration, bool)) {
    pairs(list, |name, value, important| say_one(name, value, &mut |said| say(said, important)));
}

/// Gives the name and value of each declaration of a list, and whether it is marked as important.
pub(super) fn pairs<'t>(list: &'t str, mut give: impl FnMut(&'t str, &'t str, bool)) {
    let mut rest = list;
    while !rest.is_empty() {
        let (declaration, more) = next(rest);
        rest = more;
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let (value, important) = match value.rsplit_once('!') {
            Some((value, mark)) if mark.trim_ascii().eq_ignore_ascii_case("important") => (value, true),
            _ => (value, false),
        };
        give(name.trim_ascii(), value.trim_ascii(), important);
    }
}

/// Gives what one declaration says.
pub(super) fn say_one(name: &str, value: &str, say: &mut impl FnMut(Declaration)) {
    let mut packed = Packed::default();
    name.bytes().for_each(|byte| packed.push(byte));
    one(packed.number(), name, value, say);
}

/// The declaration in front, and what comes after it. A semicolon in quotes or brackets ends none.
fn next(list: &str) -> (&str, &str) {
    let bytes = list.as_bytes();
    let (mut quote, mut depth) = (None, 0_u32);
    // Nearly no list has quotes or brackets before its next semicolon.
    let end = memchr::memchr(b';', bytes).unwrap_or(bytes.len());
    let plain = bytes.get(..end).is_some_and(|piece| {
        memchr::memchr3(b'"', b'\'', b'(', piece).is_none() && memchr::memchr(b'\\', piece).is_none()
    });
    if plain {
        return (list.get(..end).unwrap_or_default(), list.get(end + 1..).unwrap_or_default());
    }
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (quote, byte) {
            (_, b'\\') => at += 1,
            (Some(open), byte) if open == *byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, b'(') => depth += 1,
            (None, b')') => depth = depth.saturating_sub(1),
            (None, b';') if depth == 0 => {
                return (list.get(..at).unwrap_or_default(), list.get(at + 1..).unwrap_or_default());
            }
            _ => {}
        }
        at += 1;
    }
    (list, "")
}

macro_rules! names {
    ($($constant:ident $name:literal;)*) => { $(const $constant: u128 = crate::html::tag::packed($name);)* };
}

names! {
    BACKGROUND b"background"; BACKGROUND_COLOR b"background-color"; BACKGROUND_IMAGE b"background-image";
    BOTTOM b"bottom"; CLIP b"clip"; CLIP_PATH b"clip-path"; COLOR b"color"; DIRECTION b"direction"; DISPLAY b"display";
    FILTER b"filter"; FLOAT b"float"; FONT b"font"; FONT_SIZE b"font-size"; HEIGHT b"height"; LEFT b"left"; MARGIN b"margin";
    MARGIN_LEFT b"margin-left"; MARGIN_RIGHT b"margin-right"; MAX_HEIGHT b"max-height"; MAX_WIDTH b"max-width";
    MSO_HIDE b"mso-hide"; OPACITY b"opacity"; OVERFLOW b"overflow"; OVERFLOW_X b"overflow-x"; OVERFLOW_Y b"overflow-y";
    ORDER b"order"; FLEX_FLOW b"flex-flow"; FLEX_DIRECTION b"flex-direction"; PADDING b"padding"; PADDING_LEFT b"padding-left"; PADDING_RIGHT b"padding-right"; POSITION b"position"; RIGHT b"right";
    SCALE b"scale"; TEXT_DECORATION b"text-decoration"; TEXT_INDENT b"text-indent"; TOP b"top"; TRANSFORM b"transform";
    UNICODE_BIDI b"unicode-bidi"; VERTICAL_ALIGN b"vertical-align"; VISIBILITY b"visibility"; WHITE_SPACE b"white-space";
    WIDTH b"width";
}

fn one(packed: u128, name: &str, value: &str, say: &mut impl FnMut(Declaration)) {
    let is = |words: &[&str]| words.iter().any(|word| value.eq_ignore_ascii_case(word));
    let side = |side| Length::read(value).map(|length| Declaration::Side(side, length));
    let said = match packed {
        0 => return long_name(name, value, say),
        // A value that has a name of its own, which is not known: it may hide.
        DISPLAY | VISIBILITY | OPACITY | TEXT_DECORATION if contains(value, "var(") => {
            Some(Declaration::Doubt)
        }
        // As if nothing had been said of it before.
        DISPLAY if is(&["initial", "unset", "revert", "revert-layer"]) => Some(Declaration::Display(None)),
        DISPLAY => display(value).map(|display| Declaration::Display(Some(display))),
        VISIBILITY if is(&["inherit"]) => None,
        VISIBILITY => Some(Declaration::Visible(!is(&["hidden", "collapse"]))),
        // Word's mark of hidden text.
        MSO_HIDE if is(&["all"]) => Some(Declaration::Display(Some(Display::None))),
        WHITE_SPACE => Some(Declaration::Lines(is(&["pre", "pre-wrap", "pre-line", "break-spaces"]))),
        COLOR => Some(Declaration::Colour(paint(value))),
        BACKGROUND_COLOR => Some(Declaration::Ground(paint(value))),
        BACKGROUND_IMAGE => Some(Declaration::Pictured(!is(&["none", "initial", "unset"]))),
        BACKGROUND => return background(value, say),
        FONT => value.split_ascii_whitespace().find_map(size_in_font).map(Declaration::Size),
        FONT_SIZE => size(value).map(Declaration::Size),
        VERTICAL_ALIGN => baseline(value).map(Declaration::Baseline),
        TEXT_DECORATION => return struck(value, say),
        OPACITY => share(value).map(|share| Declaration::Faded(share < 0.05)),
        FILTER => Some(Declaration::Cut(Cutting::Filter, vanishes(value, &["opacity("]))),
        CLIP => Some(Declaration::Cut(Cutting::Clip, clips_all(value))),
        CLIP_PATH => Some(Declaration::Cut(Cutting::Path, path_clips_all(value))),
        TRANSFORM => Some(Declaration::Cut(Cutting::Transform, transforms_away(value))),
        SCALE => Some(Declaration::Cut(
            Cutting::Transform,
            value.split_ascii_whitespace().any(|word| share(word) == Some(0.0)),
        )),
        POSITION if is(&["relative", "sticky"]) => Some(Declaration::Position(Position::Relative)),
        POSITION if is(&["absolute", "fixed"]) => Some(Declaration::Position(Position::Placed)),
        POSITION => Some(Declaration::Position(Position::Static)),
        ORDER if !is(&["0", "initial", "unset"]) => Some(Declaration::Reordered),
        FLEX_FLOW | FLEX_DIRECTION if contains(value, "-reverse") => Some(Declaration::Reordered),
        LEFT => side(Side::Left),
        RIGHT => side(Side::Right),
        TOP => side(Side::Top),
        BOTTOM => side(Side::Bottom),
        WIDTH | MAX_WIDTH => side(Side::Width),
        HEIGHT | MAX_HEIGHT => side(Side::Height),
        MARGIN_LEFT => side(Side::MarginLeft),
        MARGIN_RIGHT => side(Side::MarginRight),
        PADDING_LEFT => side(Side::PaddingLeft),
        PADDING_RIGHT => side(Side::PaddingRight),
        MARGIN => return beside(value, [Side::MarginLeft, Side::MarginRight], say),
        PADDING => return beside(value, [Side::PaddingLeft, Side::PaddingRight], say),
        TEXT_INDENT => value.split_ascii_whitespace().find_map(Length::read).map(Declaration::Indent),
        OVERFLOW | OVERFLOW_X | OVERFLOW_Y => Some(Declaration::Clips(
            value
                .split_ascii_whitespace()
                .any(|word| ["hidden", "clip"].iter().any(|clip| word.eq_ignore_ascii_case(clip))),
        )),
        FLOAT => Some(Declaration::Floats(!is(&["none", "initial", "unset"]))),
        DIRECTION => Some(Declaration::RightToLeft(is(&["rtl"]))),
        UNICODE_BIDI => Some(Declaration::Overrides(is(&["bidi-override", "isolate-override"]))),
        _ => None,
    };
    if let Some(said) = said {
        say(said);
    }
}

/// Names too long to be one number.
fn long_name(name: &str, value: &str, say: &mut impl FnMut(Declaration)) {
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    if is("-webkit-text-security") && !value.eq_ignore_ascii_case("none") {
        // Dots are shown for letters.
        say(Declaration::Doubt);
    } else if is("font-variant-position") {
        match value {
            _ if value.eq_ignore_ascii_case("super") => say(Declaration::Baseline(Baseline::Above)),
            _ if value.eq_ignore_ascii_case("sub") => say(Declaration::Baseline(Baseline::Below)),
            _ => {}
        }
    } else if is("text-decoration-line") {
        struck(value, say);
    } else if is("-webkit-text-fill-color") {
        say(Declaration::Fill(paint(value)));
    } else if is("content-visibility") {
        say(Declaration::Faded(value.eq_ignore_ascii_case("hidden")));
    }
}

fn display(value: &str) -> Option<Display> {
    let is = |words: &[&str]| words.iter().any(|word| value.eq_ignore_ascii_case(word));
    // Columns show nothing of what is in them.
    Some(if is(&["none", "table-column", "table-column-group"]) {
        Display::None
    } else if is(&["inline", "contents"]) {
        Display::Inline
    } else if is(&["block", "flex", "grid", "table", "list-item", "flow-root", "table-row", "-webkit-box"]) {
        Display::Block
    } else if is(&["inline-block", "inline-flex", "inline-grid", "inline-table", "table-cell"]) {
        Display::Apart
    } else {
        return None;
    })
}

fn paint(value: &str) -> Paint {
    let is = |words: &[&str]| words.iter().any(|word| value.eq_ignore_ascii_case(word));
    match colour::read(value) {
        Some(colour) => Paint::Of(colour),
        None if is(&["inherit", "currentcolor", "unset"]) => Paint::Inherited,
        None => Paint::Unknown,
    }
}

/// `background`: a colour and pictures, in any order; what it does not name is as if it were not there.
fn background(value: &str, say: &mut impl FnMut(Declaration)) {
    let holds = |what: &str| contains(value, what);
    let variable = holds("var(");
    let pictured = holds("url(") || holds("gradient(") || holds("image-set(") || variable;
    let mut colour = None;
    let mut rest = value;
    while let Some(start) = rest.find(|c: char| !c.is_ascii_whitespace() && c != ',') {
        rest = rest.get(start..).unwrap_or_default();
        let end = word_end(rest);
        let word = rest.get(..end).unwrap_or_default();
        rest = rest.get(end..).unwrap_or_default();
        if let Some(found) = colour::read(word) {
            colour = Some(Paint::Of(found));
        } else if word.eq_ignore_ascii_case("currentcolor") {
            colour = Some(Paint::Inherited);
        }
    }
    say(Declaration::Pictured(pictured));
    say(Declaration::Ground(match colour {
        Some(colour) => colour,
        None if variable => Paint::Unknown,
        None => Paint::Of(Colour { cover: 0, ..Colour::BLACK }),
    }));
}

/// Where the first word ends; white space in brackets ends none.
fn word_end(text: &str) -> usize {
    let mut depth = 0_u32;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            byte if depth == 0 && (byte.is_ascii_whitespace() || byte == b',') => return at,
            _ => {}
        }
    }
    text.len()
}

/// Whether `word` stands in a text, in any case.
fn contains(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// The size in the shorthand `font`: `italic 12px/1.5 serif`. Numbers before it are weights.
fn size_in_font(word: &str) -> Option<Length> {
    let word = word.split('/').next().unwrap_or_default();
    let weight = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    if weight { None } else { size(word) }
}

fn size(value: &str) -> Option<Length> {
    const NAMED: [(&str, f32); 8] = [
        ("xx-small", 9.0),
        ("x-small", 10.0),
        ("small", 13.0),
        ("medium", 16.0),
        ("large", 18.0),
        ("x-large", 24.0),
        ("xx-large", 32.0),
        ("xxx-large", 48.0),
    ];
    let named = NAMED.iter().find(|(name, _)| value.eq_ignore_ascii_case(name));
    match Length::read(value) {
        Some(Length::Share(share)) => Some(Length::Fonts(share)),
        Some(length) => Some(length),
        None if value.eq_ignore_ascii_case("smaller") => Some(Length::Fonts(0.83)),
        None if value.eq_ignore_ascii_case("larger") => Some(Length::Fonts(1.2)),
        None => named.map(|(_, pixels)| Length::Pixels(*pixels)),
    }
}

fn baseline(value: &str) -> Option<Baseline> {
    let is = |word: &str| value.eq_ignore_ascii_case(word);
    Some(match value {
        _ if is("super") => Baseline::Above,
        _ if is("sub") => Baseline::Below,
        _ if is("top") || is("text-top") => Baseline::Top,
        _ if is("bottom") || is("text-bottom") => Baseline::Bottom,
        _ if is("inherit") => return None,
        _ => Length::read(value).map_or(Baseline::Line, Baseline::By),
    })
}

fn struck(value: &str, say: &mut impl FnMut(Declaration)) {
    if value.eq_ignore_ascii_case("inherit") {
        return;
    }
    let through = |word: &str| word.eq_ignore_ascii_case("line-through");
    say(Declaration::Struck(value.split_ascii_whitespace().any(through)));
}

fn share(value: &str) -> Option<f32> {
    match Length::read(value)? {
        Length::Pixels(share) if value.bytes().all(|byte| !byte.is_ascii_alphabetic()) => Some(share),
        Length::Share(share) => Some(share),
        _ => None,
    }
}

/// The left and right of a shorthand for four sides.
fn beside(value: &str, [left, right]: [Side; 2], say: &mut impl FnMut(Declaration)) {
    let words: Vec<_> = value.split_ascii_whitespace().take(4).collect();
    let (of_left, of_right) = match words.as_slice() {
        [all] => (*all, *all),
        [_, sides] | [_, sides, _] => (*sides, *sides),
        [_, right, _, left] => (*left, *right),
        _ => return,
    };
    for (side, value) in [(left, of_left), (right, of_right)] {
        if let Some(length) = Length::read(value) {
            say(Declaration::Side(side, length));
        }
    }
}

/// The arguments of the functions of a value: each name, with its arguments as words.
fn functions(value: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    value.split(')').take(16).filter_map(|function| {
        let (name, arguments) = function.split_once('(')?;
        let words = arguments.split(|c: char| c.is_ascii_whitespace() || c == ',');
        Some((name.trim_ascii(), words.filter(|word| !word.is_empty()).take(8).collect()))
    })
}

/// Whether one of these functions leaves nothing.
fn vanishes(value: &str, names: &[&str]) -> bool {
    functions(value).any(|(name, arguments)| {
        names.iter().any(|known| name.eq_ignore_ascii_case(known.trim_end_matches('(')))
            && arguments.first().and_then(|word| share(word)).is_some_and(|share| share < 0.05)
    })
}

/// `clip: rect(top, right, bottom, left)` that leaves no more than a dot.
fn clips_all(value: &str) -> bool {
    functions(value).any(|(name, arguments)| {
        let side = |at: usize| {
            arguments.get(at).and_then(|word| Length::read(word)).map(|length| length.pixels(16.0, 0.0))
        };
        let narrow =
            |from: Option<f32>, to: Option<f32>| to.is_some_and(|to| to - from.unwrap_or_default() <= 1.0);
        name.eq_ignore_ascii_case("rect") && (narrow(side(0), side(2)) || narrow(side(3), side(1)))
    })
}

/// `clip-path` that leaves nothing: `inset(50%)`, `circle(0)`.
fn path_clips_all(value: &str) -> bool {
    functions(value).any(|(name, arguments)| {
        let first = arguments.first().and_then(|word| Length::read(word));
        if name.eq_ignore_ascii_case("inset") {
            arguments.len() == 1 && matches!(first, Some(Length::Share(share)) if share >= 0.5)
                || matches!(first, Some(Length::Share(share)) if share >= 1.0)
        } else if name.eq_ignore_ascii_case("polygon") {
            arguments
                .iter()
                .all(|word| matches!(Length::read(word), Some(length) if length.pixels(1.0, 1.0) == 0.0))
        } else {
            (name.eq_ignore_ascii_case("circle") || name.eq_ignore_ascii_case("ellipse"))
                && first.is_some_and(|length| length.pixels(1.0, 1.0) <= 0.0)
        }
    })
}

/// Whether nothing is left, or it is moved off the page.
fn transforms_away(value: &str) -> bool {
    /// Measured: with 375, no cell changes.
    const FAR: f32 = 500.0;
    vanishes(value, &["scale(", "scalex(", "scaley(", "scale3d("])
        || functions(value).any(|(name, arguments)| {
            let far = |word: &&str| Length::read(word).is_some_and(|length| length.pixels(16.0, 0.0) <= -FAR);
            let away = name.get(..9).is_some_and(|name| name.eq_ignore_ascii_case("translate"));
            let edge = name.eq_ignore_ascii_case("rotatex") || name.eq_ignore_ascii_case("rotatey");
            away && arguments.iter().any(far) || edge && arguments.first() == Some(&"90deg")
        })
}
