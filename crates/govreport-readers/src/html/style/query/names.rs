//! Names and strings in style sheets, with their escapes.

use std::borrow::Cow;

/// The name in front, and the rest; the name is empty where none stands there.
pub(in crate::html::style) fn identifier(text: &str) -> (Cow<'_, str>, &str) {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii();
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    if !rest.starts_with('\\') {
        return (name.into(), rest);
    }
    let mut read = name.to_owned();
    loop {
        match rest.chars().next() {
            Some('\\') if !rest[1..].starts_with(['\n', '\r', '\x0C']) => {
                let (char, more) = escape(&rest[1..]);
                read.push(char);
                rest = more;
            }
            Some(char) if is_part(char) => {
                read.push(char);
                rest = rest.get(char.len_utf8()..).unwrap_or_default();
            }
            _ => return (read.into(), rest),
        }
    }
}

/// The string in front, without its quotes, and the rest. `None` where none stands there, or it has no end.
pub(in crate::html::style) fn string(text: &str) -> Option<(String, &str)> {
    let quote = text.chars().next().filter(|char| matches!(char, '"' | '\''))?;
    let mut rest = text.get(1..)?;
    let mut read = String::new();
    loop {
        let char = rest.chars().next()?;
        rest = rest.get(char.len_utf8()..)?;
        match char {
            char if char == quote => return Some((read, rest)),
            '\n' => return None,
            // A line that goes on.
            '\\' if rest.starts_with(['\n', '\r', '\x0C']) => {
                rest = rest.strip_prefix("\r\n").or_else(|| rest.get(1..))?;
            }
            '\\' => {
                let (char, more) = escape(rest);
                read.push(char);
                rest = more;
            }
            char => read.push(char),
        }
    }
}

/// The character that an escape stands for, behind its `\`, and the rest.
fn escape(text: &str) -> (char, &str) {
    let digits = text.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    let (number, rest) = text.split_at(digits);
    if digits == 0 {
        let char = text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
        return (char, text.get(char.len_utf8()..).unwrap_or_default());
    }
    let char = u32::from_str_radix(number, 16).ok().filter(|code| *code > 0).and_then(char::from_u32);
    // One white space ends the number.
    let rest = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix([' ', '\t', '\n', '\r', '\x0C']))
        .unwrap_or(rest);
    (char.unwrap_or(char::REPLACEMENT_CHARACTER), rest)
}
