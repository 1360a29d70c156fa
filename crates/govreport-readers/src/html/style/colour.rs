//! Colours as pages write them.

use crate::colour::Colour;

/// The colour of links.
pub(in crate::html) const OF_LINKS: Colour = Colour::rgb(0, 0, 238);

/// Reads a colour as style sheets write it: a name, `#fff`, `#ffffff80`, `rgb(…)`, `hsl(…)`.
pub(in crate::html) fn read(value: &str) -> Option<Colour> {
    if let Some(digits) = value.strip_prefix('#') {
        return Colour::hexadecimal(digits);
    }
    match value.split_once('(') {
        Some((function, arguments)) => function_of(function, arguments),
        None => named(value),
    }
}

/// Reads a colour as the attributes `color` and `bgcolor` write it, where the sign in front may be missing.
pub(in crate::html) fn of_attribute(value: &str) -> Option<Colour> {
    let value = value.trim_ascii();
    read(value).or_else(|| Colour::hexadecimal(value))
}

fn function_of(name: &str, arguments: &str) -> Option<Colour> {
    let mut numbers = arguments
        .trim_end_matches(')')
        .split(|c: char| c.is_ascii_whitespace() || matches!(c, ',' | '/'))
        .filter(|word| !word.is_empty());
    let mut next = || numbers.next();
    let (first, second, third) = (next()?, next()?, next()?);
    let cover = next().map_or(Some(255), |word| channel(word, 1.0))?;
    let colour = if name.eq_ignore_ascii_case("rgb") || name.eq_ignore_ascii_case("rgba") {
        Colour::rgb(channel(first, 255.0)?, channel(second, 255.0)?, channel(third, 255.0)?)
    } else if name.eq_ignore_ascii_case("hsl") || name.eq_ignore_ascii_case("hsla") {
        let share = |word: &str| word.trim_end_matches('%').parse::<f32>().ok().map(|share| share / 100.0);
        from_hue(first.trim_end_matches("deg").parse().ok()?, share(second)?, share(third)?)
    } else {
        return None;
    };
    Some(Colour { cover, ..colour })
}

/// A channel: a number up to `most`, or a share of it.
fn channel(word: &str, most: f32) -> Option<u8> {
    let share = match word.strip_suffix('%') {
        Some(percent) => percent.parse::<f32>().ok()? / 100.0,
        None => word.parse::<f32>().ok()? / most,
    };
    Some(byte(share))
}

/// A share of one as a byte.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped to a byte")]
fn byte(share: f32) -> u8 {
    (share.clamp(0.0, 1.0) * 255.0).round() as u8
}

fn from_hue(hue: f32, saturation: f32, lightness: f32) -> Colour {
    let part = |offset: f32| {
        let place = (offset + hue / 30.0).rem_euclid(12.0);
        let reach = saturation * lightness.min(1.0 - lightness);
        byte(lightness - reach * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0))
    };
    Colour::rgb(part(0.0), part(8.0), part(4.0))
}

/// The names that pages use. Of the others of the standard none is near white or black.
fn named(name: &str) -> Option<Colour> {
    const NAMED: [(&str, u32); 45] = [
        ("aliceblue", 0xF0_F8_FF),
        ("antiquewhite", 0xFA_EB_D7),
        ("aqua", 0x00_FF_FF),
        ("azure", 0xF0_FF_FF),
        ("beige", 0xF5_F5_DC),
        ("black", 0),
        ("blue", 0x00_00_FF),
        ("brown", 0xA5_2A_2A),
        ("cyan", 0x00_FF_FF),
        ("darkblue", 0x00_00_8B),
        ("darkgray", 0xA9_A9_A9),
        ("darkgreen", 0x00_64_00),
        ("darkred", 0x8B_00_00),
        ("floralwhite", 0xFF_FA_F0),
        ("fuchsia", 0xFF_00_FF),
        ("ghostwhite", 0xF8_F8_FF),
        ("gold", 0xFF_D7_00),
        ("gray", 0x80_80_80),
        ("green", 0x00_80_00),
        ("grey", 0x80_80_80),
        ("honeydew", 0xF0_FF_F0),
        ("indigo", 0x4B_00_82),
        ("ivory", 0xFF_FF_F0),
        ("lavender", 0xE6_E6_FA),
        ("lavenderblush", 0xFF_F0_F5),
        ("lightblue", 0xAD_D8_E6),
        ("lightgray", 0xD3_D3_D3),
        ("lightgrey", 0xD3_D3_D3),
        ("lightyellow", 0xFF_FF_E0),
        ("lime", 0x00_FF_00),
        ("linen", 0xFA_F0_E6),
        ("maroon", 0x80_00_00),
        ("mintcream", 0xF5_FF_FA),
        ("navy", 0x00_00_80),
        ("oldlace", 0xFD_F5_E6),
        ("olive", 0x80_80_00),
        ("orange", 0xFF_A5_00),
        ("pink", 0xFF_C0_CB),
        ("purple", 0x80_00_80),
        ("red", 0xFF_00_00),
        ("silver", 0xC0_C0_C0),
        ("snow", 0xFF_FA_FA),
        ("teal", 0x00_80_80),
        ("white", 0xFF_FF_FF),
        ("yellow", 0xFF_FF_00),
    ];
    if name.eq_ignore_ascii_case("whitesmoke") {
        return Some(Colour::rgb(0xF5, 0xF5, 0xF5));
    }
    if name.eq_ignore_ascii_case("transparent") {
        return Some(Colour { cover: 0, ..Colour::BLACK });
    }
    let (_, number) = NAMED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some(Colour::rgb(red, green, blue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_as_they_are_written() {
        for white in [
            "white",
            "WHITE",
            "#fff",
            "#FFFFFF",
            "#ffff",
            "#ffffffff",
            "rgb(255,255,255)",
            "rgb(255 255 255 / 1)",
            "rgba(255, 255, 255, 100%)",
            "rgb(100%,100%,100%)",
            "hsl(0, 0%, 100%)",
        ] {
            assert_eq!(read(white), Some(Colour::WHITE), "{white}");
        }
        assert_eq!(read("hsl(120,100%,50%)"), Some(Colour::rgb(0, 255, 0)));
        assert_eq!(of_attribute(" FFFFFF "), Some(Colour::WHITE));
        for none in ["", "#", "#ff", "#gggggg", "rgb(", "rgb(1,2)", "windowtext", "var(--x)", "url(a)", "#é1"]
        {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn what_is_lost_on_its_ground() {
        let read = |value| read(value).expect("a colour");
        assert!(read("#fefefe").is_lost_on(Colour::WHITE));
        assert!(read("rgba(0,0,0,.02)").is_lost_on(Colour::WHITE));
        assert!(read("transparent").is_lost_on(read("red")));
        assert!(!read("#ccc").is_lost_on(Colour::WHITE));
        assert!(!read("white").is_lost_on(read("navy")));
    }
}
