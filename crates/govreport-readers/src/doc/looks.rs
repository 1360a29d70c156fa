//! How characters look, as far as it decides what a reader sees of them: struck out, raised, in the colour of their ground.

use super::number;
use crate::colour::Colour;
use crate::compound::bytes::{i16_at, u16_at};
use crate::raised::Raised;

/// What properties of a character say of how it looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Looks {
    struck: bool,
    struck_twice: bool,
    aligned: Option<Raised>,
    /// How far above the line, in half points.
    position: i16,
    /// The size of the font, in half points.
    size: Option<u16>,
    /// `None` is black or white, as the ground asks for.
    ink: Option<Colour>,
    ground: Option<Colour>,
    marker: Option<Colour>,
}

/// What is seen of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    Nothing,
    All,
    /// It is not known whether it can be read.
    Doubtful,
}

/// Fonts of no more than a point are set to be overlooked.
const TOO_SMALL: u16 = 2;
/// From two points on, characters are seen to stand above or below the line.
const MOVED: i16 = 4;

impl Looks {
    /// Takes in one property.
    pub(super) fn take(&mut self, number: u16, value: &[u8]) {
        match number {
            number::STRUCK => toggle(&mut self.struck, value),
            number::STRUCK_TWICE => toggle(&mut self.struck_twice, value),
            number::RAISED => {
                self.aligned = match value.first() {
                    Some(1) => Some(Raised::Above),
                    Some(2) => Some(Raised::Below),
                    _ => None,
                };
            }
            number::POSITION => self.position = i16_at(value, 0).unwrap_or_default(),
            number::SIZE => self.size = u16_at(value, 0),
            number::COLOUR => self.ink = colour(value),
            number::COLOUR_BY_NUMBER => self.ink = value.first().and_then(|number| numbered(*number)),
            number::MARKER => self.marker = value.first().and_then(|number| numbered(*number)),
            number::GROUND => self.ground = ground(value),
            _ => {}
        }
    }

    /// These, if they change something of what is seen; the size and the colour of most styles do not.
    pub(super) fn that_matter(self) -> Option<Self> {
        let is_lost = self.ink.is_some_and(|ink| ink.is_lost_on(Colour::WHITE));
        let looks = Self { size: None, ink: self.ink.filter(|_| is_lost), ..self };
        (looks != Self::default()).then_some(looks)
    }

    /// Whether it stands above or below the line, as marks do.
    pub(super) fn mark(&self) -> Option<Raised> {
        self.aligned
    }

    /// Whether it is moved above or below the line, which means something only beside characters that are not.
    pub(super) fn moved(&self) -> Option<Raised> {
        match self.position {
            MOVED.. => Some(Raised::Above),
            position if position <= -MOVED => Some(Raised::Below),
            _ => None,
        }
    }

    /// What is seen of it. `page_is_plain` where no cell and no paragraph has a ground of its own.
    pub(super) fn seen(&self, page_is_plain: impl Fn() -> bool) -> Seen {
        let too_small = self.size.is_some_and(|size| size <= TOO_SMALL);
        if self.struck || self.struck_twice || too_small {
            return Seen::Nothing;
        }
        let Some(ink) = self.ink else { return Seen::All };
        let own = self.marker.or(self.ground);
        if !ink.is_lost_on(own.unwrap_or(Colour::WHITE)) {
            Seen::All
        } else if own.is_some() || page_is_plain() {
            Seen::Nothing
        } else {
            Seen::Doubtful
        }
    }
}

/// 0x80 is "as the style has it", 0x81 the opposite.
fn toggle(is_on: &mut bool, value: &[u8]) {
    match value.first() {
        Some(0) => *is_on = false,
        Some(1) => *is_on = true,
        Some(0x81) => *is_on = !*is_on,
        _ => {}
    }
}

/// A colour (`COLORREF`); none where it is automatic.
fn colour(value: &[u8]) -> Option<Colour> {
    match value {
        [red, green, blue, 0, ..] => Some(Colour::rgb(*red, *green, *blue)),
        _ => None,
    }
}

/// The colours that older versions count.
fn numbered(number: u8) -> Option<Colour> {
    const COLOURS: [u32; 16] = [
        0x00_0000, 0x00_00FF, 0x00_FFFF, 0x00_FF00, 0xFF_00FF, 0xFF_0000, 0xFF_FF00, 0xFF_FFFF, 0x00_0080,
        0x00_8080, 0x00_8000, 0x80_0080, 0x80_0000, 0x80_8000, 0x80_8080, 0xC0_C0C0,
    ];
    let [_, red, green, blue] = COLOURS.get(usize::from(number.checked_sub(1)?))?.to_be_bytes();
    Some(Colour::rgb(red, green, blue))
}

/// A ground (`SHD`): two colours and a pattern of them.
pub(super) fn ground(value: &[u8]) -> Option<Colour> {
    let pattern = u16_at(value, 8)?;
    match pattern {
        0 => colour(value.get(4..)?),
        1 => colour(value).or(Some(Colour::BLACK)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(list: &[(u16, &[u8])]) -> Looks {
        let mut looks = Looks::default();
        for (number, value) in list {
            looks.take(*number, value);
        }
        looks
    }

    #[test]
    fn struck_small_and_white_characters_are_not_seen() {
        let white: (u16, &[u8]) = (number::COLOUR, &[255, 255, 255, 0]);
        for list in [
            &[(number::STRUCK, &[1][..])][..],
            &[(number::STRUCK_TWICE, &[1])],
            &[(number::STRUCK, &[0x81])],
            &[(number::SIZE, &[2, 0])],
            &[white],
            &[(number::COLOUR_BY_NUMBER, &[8])],
            &[(number::COLOUR, &[255, 0, 0, 0]), (number::MARKER, &[6])],
            &[(number::COLOUR, &[1, 2, 3, 0]), (number::GROUND, &[0, 0, 0, 0xFF, 1, 2, 3, 0, 0, 0])],
        ] {
            assert_eq!(looks(list).seen(|| true), Seen::Nothing, "{list:?}");
        }
        assert_eq!(looks(&[white]).seen(|| false), Seen::Doubtful);
        for list in [
            &[(number::STRUCK, &[0x80][..])][..],
            &[(number::STRUCK, &[1]), (number::STRUCK, &[0])],
            &[(number::COLOUR, &[255, 255, 255, 0xFF])],
            &[white, (number::MARKER, &[1])],
            &[white, (number::GROUND, &[0, 0, 0, 0xFF, 0, 0, 99, 0, 0, 0])],
            &[(number::SIZE, &[]), (number::POSITION, &[]), (number::COLOUR, &[1]), (number::GROUND, &[1])],
        ] {
            assert_eq!(looks(list).seen(|| false), Seen::All, "{list:?}");
        }
    }

    #[test]
    fn marks_by_place() {
        assert_eq!(looks(&[(number::RAISED, &[1])]).mark(), Some(Raised::Above));
        assert_eq!(looks(&[(number::RAISED, &[2])]).mark(), Some(Raised::Below));
        assert_eq!(looks(&[(number::POSITION, &[12, 0])]).moved(), Some(Raised::Above));
        assert_eq!(looks(&[(number::POSITION, &[0xF0, 0xFF])]).moved(), Some(Raised::Below));
        assert_eq!(looks(&[(number::POSITION, &[2, 0])]).moved(), None);
    }
}
