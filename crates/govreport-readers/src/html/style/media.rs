//! For which devices and windows rules are: `@media`, `@supports`.

use super::Length;
use super::condition::{self, word};
use super::query::Truth;

/// How wide and high the window is that the page is shown in, in pixels.
const WINDOW: f32 = 1280.0;
const HEIGHT: f32 = 720.0;

/// Whether a list of media means a screen as people use it.
pub(super) fn is_for_screens(media: &str) -> Truth {
    if media.trim_ascii().is_empty() {
        return Truth::Yes;
    }
    media.split(',').map(query).max().unwrap_or(Truth::Maybe)
}

fn query(query: &str) -> Truth {
    let query = query.trim_ascii();
    let (first, after) = word(query);
    let is = |known: &str| first.eq_ignore_ascii_case(known);
    let (negated, kind) = match () {
        // `not (…)` is part of a condition.
        () if is("not") && !after.starts_with('(') => (true, after),
        () if is("only") => (false, after),
        () => (false, query),
    };
    let fits = if kind.starts_with('(') || word(kind).0.eq_ignore_ascii_case("not") {
        condition::holds(kind, &feature)
    } else {
        let (kind, rest) = word(kind);
        let is_screen = ["", "all", "screen"].iter().any(|screen| kind.eq_ignore_ascii_case(screen));
        match (is_screen, word(rest)) {
            (true, ("", _)) if rest.is_empty() => Truth::Yes,
            (true, (and, rest)) if and.eq_ignore_ascii_case("and") => condition::holds(rest, &feature),
            _ => Truth::No,
        }
    };
    if negated { fits.not() } else { fits }
}

/// Whether the window has a feature: `min-width: 600px`, `width >= 600px`, `hover`.
fn feature(text: &str) -> Truth {
    let text = text.to_ascii_lowercase();
    if text.contains(['<', '>']) {
        return range(&text);
    }
    let (name, value) = match text.split_once([':', '=']) {
        Some((name, value)) => (name.trim_ascii(), Some(value.trim_ascii())),
        None => (text.trim_ascii(), None),
    };
    let is = |wanted: &str| Truth::of(value.is_none_or(|value| value == wanted));
    let isnt = |usual: &str| Truth::of(value == Some(usual));
    let (least, rest) = match (name.strip_prefix("min-"), name.strip_prefix("max-")) {
        (Some(rest), _) => (Some(true), rest),
        (_, Some(rest)) => (Some(false), rest),
        _ => (None, name),
    };
    match rest {
        "width" | "device-width" => size(least, value, WINDOW),
        "height" | "device-height" => size(least, value, HEIGHT),
        "orientation" => is("landscape"),
        "prefers-color-scheme" => is("light"),
        "prefers-reduced-motion"
        | "prefers-contrast"
        | "prefers-reduced-data"
        | "prefers-reduced-transparency" => isnt("no-preference"),
        "forced-colors" | "inverted-colors" => isnt("none"),
        "hover" | "any-hover" => is("hover"),
        "pointer" | "any-pointer" => is("fine"),
        "scripting" => is("enabled"),
        "update" => is("fast"),
        "display-mode" => is("browser"),
        "color" if value.is_none() => Truth::Yes,
        "grid" | "monochrome" => isnt("0"),
        "-ms-high-contrast" | "-webkit-animation" => Truth::No,
        "-webkit-transform-3d" | "-webkit-transform-2d" => Truth::Yes,
        _ if name.starts_with("-moz-") || name.starts_with("-ms-") || name.starts_with("min--moz-") => {
            Truth::No
        }
        "-webkit-device-pixel-ratio" | "resolution" => density(least, value),
        "-webkit-min-device-pixel-ratio" => density(Some(true), value),
        "-webkit-max-device-pixel-ratio" => density(Some(false), value),
        _ => Truth::Maybe,
    }
}

fn pixels(value: &str) -> Option<f32> {
    Length::read(value.trim_ascii()).map(|length| length.pixels(16.0, WINDOW))
}

/// Whether a window of a size fits one that is to be as large, or as small.
fn size(least: Option<bool>, value: Option<&str>, own: f32) -> Truth {
    let Some(value) = value else { return Truth::Yes };
    let Some(pixels) = pixels(value) else { return Truth::Maybe };
    Truth::of(match least {
        Some(true) => own >= pixels,
        Some(false) => own <= pixels,
        None => (own - pixels).abs() < 0.5,
    })
}

/// Whether a screen of one dot for each pixel fits.
fn density(least: Option<bool>, value: Option<&str>) -> Truth {
    let Some(value) = value else { return Truth::Yes };
    let number = value.trim_end_matches(|char: char| char.is_ascii_alphabetic());
    let Ok(mut dots) = number.parse::<f32>() else { return Truth::Maybe };
    if value.ends_with("dpi") {
        dots /= 96.0;
    }
    Truth::of(match least {
        Some(true) => dots <= 1.0,
        Some(false) => dots >= 1.0,
        None => (dots - 1.0).abs() < 0.01,
    })
}

/// `width >= 600px`, `400px <= width < 900px`.
fn range(text: &str) -> Truth {
    let mut parts = Vec::new();
    let mut signs = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '>']) {
        let (part, more) = rest.split_at(at);
        let is_less = more.starts_with('<');
        let more = more.get(1..).unwrap_or_default();
        let (equal, more) = more.strip_prefix('=').map_or((false, more), |more| (true, more));
        parts.push(part.trim_ascii());
        signs.push((is_less, equal));
        rest = more;
    }
    parts.push(rest.trim_ascii());
    let value = |part: &str| match part {
        "width" | "device-width" => Some(WINDOW),
        "height" | "device-height" => Some(HEIGHT),
        part => pixels(part),
    };
    let values: Option<Vec<f32>> = parts.into_iter().map(value).collect();
    let Some(values) = values else { return Truth::Maybe };
    let fits = |(pair, (is_less, equal)): (&[f32], &(bool, bool))| match pair {
        [one, other] => {
            let (small, large) = if *is_less { (one, other) } else { (other, one) };
            small < large || *equal && small <= large
        }
        _ => true,
    };
    Truth::of(values.windows(2).zip(&signs).all(fits))
}

/// Whether browsers of today know what `@supports` asks for.
pub(super) fn supports(text: &str) -> Truth {
    condition::holds(text, &|asked| {
        let (name, rest) = word(asked);
        let name = name.to_ascii_lowercase();
        if !rest.starts_with(':') {
            return Truth::Maybe;
        }
        if name.starts_with("-moz-") || name.starts_with("-ms-") {
            return Truth::No;
        }
        let known = [
            "-",
            "animation",
            "aspect-ratio",
            "background",
            "border",
            "clip-path",
            "color",
            "column",
            "display",
            "filter",
            "flex",
            "font",
            "gap",
            "grid",
            "height",
            "inset",
            "margin",
            "mask",
            "max-",
            "min-",
            "mix-blend-mode",
            "object-",
            "opacity",
            "overflow",
            "padding",
            "position",
            "text-",
            "transform",
            "transition",
            "width",
        ];
        if known.iter().any(|known| name.starts_with(known)) { Truth::Yes } else { Truth::Maybe }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_of_people() {
        for (media, expected) in [
            ("", Truth::Yes),
            ("screen", Truth::Yes),
            ("print, SCREEN", Truth::Yes),
            ("print", Truth::No),
            ("not print", Truth::Yes),
            ("not all", Truth::No),
            ("only screen and (min-width: 600px)", Truth::Yes),
            ("screen and (max-width:600px)", Truth::No),
            ("(width >= 600px)", Truth::Yes),
            ("(600px <= width < 900px)", Truth::No),
            ("(hover)", Truth::Yes),
            ("(hover: none)", Truth::No),
            ("not (hover)", Truth::No),
            ("(hover) and (not (pointer: coarse))", Truth::Yes),
            ("(max-width: 10px) or (hover)", Truth::Yes),
            ("(prefers-reduced-motion: reduce)", Truth::No),
            ("(prefers-reduced-motion)", Truth::No),
            ("(min-resolution: 2dppx)", Truth::No),
            ("(-webkit-min-device-pixel-ratio: 0)", Truth::Yes),
            ("screen and (-ms-high-contrast: active)", Truth::No),
            ("(new-thing: 1)", Truth::Maybe),
            ("screen and", Truth::Maybe),
            ("((((", Truth::Maybe),
            (")", Truth::No),
        ] {
            assert_eq!(is_for_screens(media), expected, "{media}");
        }
    }

    #[test]
    fn browsers_of_today() {
        for (asked, expected) in [
            ("(display: grid)", Truth::Yes),
            ("not (display: grid)", Truth::No),
            ("(-ms-ime-align: auto)", Truth::No),
            ("(display:flex) and (not (-moz-appearance: none))", Truth::Yes),
            ("selector(:has(a))", Truth::Maybe),
            ("(new-thing: 1)", Truth::Maybe),
        ] {
            assert_eq!(supports(asked), expected, "{asked}");
        }
    }
}
