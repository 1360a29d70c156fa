//! Lengths.

/// A length as it is written; what it comes to depends on where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::html) enum Length {
    /// In pixels.
    Pixels(f32),
    /// In sizes of the font.
    Fonts(f32),
    /// A share of what is around, 1 for all of it.
    Share(f32),
}

impl Length {
    /// Reads a length; `None` where it is none, or one that must be computed.
    pub(in crate::html) fn read(value: &str) -> Option<Self> {
        let unit = value
            .bytes()
            .position(|byte| byte.is_ascii_alphabetic() || byte == b'%')
            // `1e3` is met nowhere, `1em` is.
            .unwrap_or(value.len());
        let (number, unit) = value.split_at_checked(unit)?;
        let number: f32 = number.parse().ok()?;
        if !number.is_finite() {
            return None;
        }
        let is = |known: &str| unit.eq_ignore_ascii_case(known);
        let pixels = |each: f32| Some(Self::Pixels(number * each));
        match unit {
            "" => pixels(1.0),
            "%" => Some(Self::Share(number / 100.0)),
            _ if is("px") => pixels(1.0),
            _ if is("pt") => pixels(4.0 / 3.0),
            _ if is("em") => Some(Self::Fonts(number)),
            _ if is("ex") || is("ch") => Some(Self::Fonts(number / 2.0)),
            _ if is("rem") || is("pc") => pixels(16.0),
            _ if is("in") => pixels(96.0),
            _ if is("cm") => pixels(37.8),
            _ if is("mm") => pixels(3.78),
            // Of a window as wide and high as those that people use.
            _ if is("vw") || is("vmax") => pixels(12.8),
            _ if is("vh") || is("vmin") => pixels(7.2),
            _ => None,
        }
    }

    /// How many pixels it is where the font and what is around have these sizes.
    pub(in crate::html) fn pixels(self, font: f32, around: f32) -> f32 {
        match self {
            Self::Pixels(pixels) => pixels,
            Self::Fonts(fonts) => fonts * font,
            Self::Share(share) => share * around,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_all_units() {
        let pixels = |value| Length::read(value).map(|length| length.pixels(10.0, 50.0));
        assert_eq!(pixels("0"), Some(0.0));
        assert_eq!(pixels("-9999PX"), Some(-9999.0));
        assert_eq!(pixels(".5em"), Some(5.0));
        assert_eq!(pixels("+3pt"), Some(4.0));
        assert_eq!(pixels("-10%"), Some(-5.0));
        for none in ["", "auto", "px", "calc(1px)", "1px2", "--1px", "é", "1é", "NaN", "inf"] {
            assert_eq!(pixels(none), None, "{none}");
        }
    }
}
