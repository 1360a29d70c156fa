//! Colours, as far as they decide whether words can be told from their ground.

/// A colour with how much of the ground it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour {
    pub(crate) red: u8,
    pub(crate) green: u8,
    pub(crate) blue: u8,
    /// 255 covers all, 0 nothing.
    pub(crate) cover: u8,
}

/// Channels that differ by no more than this look the same to a reader.
const SAME: u8 = 16;

impl Colour {
    pub(crate) const WHITE: Self = Self::rgb(255, 255, 255);
    pub(crate) const BLACK: Self = Self::rgb(0, 0, 0);

    pub(crate) const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue, cover: 255 }
    }

    /// What is seen of it on a ground.
    pub(crate) fn on(self, ground: Self) -> Self {
        let mix = |own: u8, below: u8| {
            let cover = u32::from(self.cover);
            u8::try_from((u32::from(own) * cover + u32::from(below) * (255 - cover)) / 255).unwrap_or(own)
        };
        Self::rgb(mix(self.red, ground.red), mix(self.green, ground.green), mix(self.blue, ground.blue))
    }

    /// Whether it cannot be told from the ground that it stands on.
    pub(crate) fn is_lost_on(self, ground: Self) -> bool {
        // Nearly all colours cover all that is below them.
        let seen = if self.cover == u8::MAX { self } else { self.on(ground) };
        let same = |one: u8, other: u8| one.abs_diff(other) <= SAME;
        same(seen.red, ground.red) && same(seen.green, ground.green) && same(seen.blue, ground.blue)
    }

    /// Reads a colour of hexadecimal digits.
    #[cfg(any(feature = "html", feature = "docx"))]
    pub(crate) fn hexadecimal(digits: &str) -> Option<Self> {
        let long = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        let short = |at: usize| u8::from_str_radix(digits.get(at..=at)?, 16).ok().map(|digit| digit * 17);
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        Some(match digits.len() {
            3 => Self::rgb(short(0)?, short(1)?, short(2)?),
            4 => Self { cover: short(3)?, ..Self::rgb(short(0)?, short(1)?, short(2)?) },
            6 => Self::rgb(long(0)?, long(2)?, long(4)?),
            8 => Self { cover: long(6)?, ..Self::rgb(long(0)?, long(2)?, long(4)?) },
            _ => return None,
        })
    }
}
