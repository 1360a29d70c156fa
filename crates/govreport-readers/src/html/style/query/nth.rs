//! The arguments of `:nth-child` and its like: `2n+1`, `odd`, `-n+3`.

/// Reads one: how far those that are meant are apart, and which is the first. `None` where it is none.
pub(super) fn read(text: &str) -> Option<(i32, i32)> {
    let text: String = text.trim_ascii().to_ascii_lowercase();
    match text.as_str() {
        "odd" => return Some((2, 1)),
        "even" => return Some((2, 0)),
        _ => {}
    }
    let Some((each, first)) = text.split_once('n') else { return Some((0, number(&text)?)) };
    let each = match each {
        "" | "+" => 1,
        "-" => -1,
        each => number(each)?,
    };
    let first = first.trim_ascii();
    let Some(sign) = first.chars().next() else { return Some((each, 0)) };
    let size = number(first.strip_prefix(['+', '-'])?.trim_ascii())?;
    Some((each, if sign == '-' { -size } else { size }))
}

/// A whole number, of a size that no page outgrows.
fn number(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let size: i32 = digits.parse::<u32>().ok().and_then(|size| i32::try_from(size).ok())?;
    Some(if text.starts_with('-') { -size } else { size })
}

/// Whether place number `place`, from 1, is one of those that are meant.
pub(super) fn means(each: i32, first: i32, place: u32) -> bool {
    let behind = i64::from(place) - i64::from(first);
    match i64::from(each) {
        0 => behind == 0,
        each => behind % each == 0 && behind / each >= 0,
    }
}
