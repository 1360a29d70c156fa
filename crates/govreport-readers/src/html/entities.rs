//! Character references: `&nbsp;`, `&nbsp` without its semicolon, `&#19968;`.

use std::borrow::Cow;
use std::sync::OnceLock;

use memchr::memchr2_iter;

/// The named references of the standard, one a line, sorted by name; names with and without semicolon.
const NAMED: &str = include_str!("entities.tsv");

/// The same, read when the first of the rarer names is met.
static TABLE: OnceLock<Vec<(&str, &str)>> = OnceLock::new();

/// The longest name that may stand without its semicolon.
/// Measured: with 5, no cell changes.
const LONGEST_BARE: usize = 6;

/// Where the references stand, which decides about names without semicolon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// In text.
    Text,
    /// In the value of an attribute: `?a=1&copy=2` is no reference.
    Attribute,
}

/// Whether a text is written as it reads.
pub(super) fn is_plain(raw: &str) -> bool {
    memchr::memchr3(b'&', 0, b'\r', raw.as_bytes()).is_none()
}

/// Writes a text with its references read. NUL is left out, and a line ends in a line feed alone.
pub(super) fn read(raw: &str, within: Within, out: &mut String) {
    let mut done = 0;
    for at in memchr2_iter(b'&', 0, raw.as_bytes()) {
        if at < done {
            continue;
        }
        plain(raw.get(done..at).unwrap_or_default(), out);
        let rest = raw.get(at + 1..).unwrap_or_default();
        done = at + 1;
        if raw.as_bytes().get(at) == Some(&b'&') {
            match reference(rest, within, out) {
                Some(length) => done += length,
                None => out.push('&'),
            }
        }
    }
    plain(raw.get(done..).unwrap_or_default(), out);
}

/// The value of an attribute, with its references read.
pub(super) fn of_attribute(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return raw.into();
    }
    let mut value = String::new();
    read(raw, Within::Attribute, &mut value);
    value.into()
}

/// Text without references.
pub(super) fn plain(raw: &str, out: &mut String) {
    let mut done = 0;
    for at in memchr2_iter(b'\r', 0, raw.as_bytes()) {
        out.push_str(raw.get(done..at).unwrap_or_default());
        done = at + 1;
        if raw.as_bytes().get(at) == Some(&b'\r') && raw.as_bytes().get(at + 1) != Some(&b'\n') {
            out.push('\n');
        }
    }
    out.push_str(raw.get(done..).unwrap_or_default());
}

/// Writes the character that a reference stands for; `rest` follows its `&`. The length of the reference, if it is one.
fn reference(rest: &str, within: Within, out: &mut String) -> Option<usize> {
    if let Some(number) = rest.strip_prefix('#') {
        let (character, length) = numeric(number)?;
        out.push(character);
        return Some(length + 1);
    }
    let bytes = rest.as_bytes();
    let letters = bytes.iter().take(40).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if bytes.get(letters) == Some(&b';')
        && let Some(found) = named(rest.get(..=letters)?)
    {
        write(found, out);
        return Some(letters + 1);
    }
    let (length, found) = (2..=letters.min(LONGEST_BARE))
        .rev()
        .find_map(|length| named(rest.get(..length)?).map(|found| (length, found)))?;
    let next = bytes.get(length);
    if within == Within::Attribute && next.is_some_and(|next| *next == b'=' || next.is_ascii_alphanumeric()) {
        return None;
    }
    write(found, out);
    Some(length)
}

/// The characters of a reference by its name, as the table writes them.
fn named(name: &str) -> Option<&'static str> {
    // Nearly all that pages use.
    match name {
        "nbsp;" | "nbsp" => return Some("00A0"),
        "lt;" => return Some("003C"),
        "gt;" => return Some("003E"),
        "amp;" => return Some("0026"),
        "ldquo;" => return Some("201C"),
        "rdquo;" => return Some("201D"),
        _ => {}
    }
    let table = TABLE.get_or_init(|| {
        NAMED.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
    });
    let at = table.binary_search_by(|(known, _)| known.cmp(&name)).ok()?;
    table.get(at).map(|(_, characters)| *characters)
}

fn write(characters: &str, out: &mut String) {
    let read = |hex| u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
    out.extend(characters.split('+').filter_map(read));
}

/// The character of `19968;` or `x4E00;`, and the length of what was read.
fn numeric(rest: &str) -> Option<(char, usize)> {
    let (digits, radix, prefix) = match rest.strip_prefix(['x', 'X']) {
        Some(hex) => (hex, 16, 1),
        None => (rest, 10, 0),
    };
    let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    if length == 0 {
        return None;
    }
    // What does not fit is beyond the last character, like what is merely too great.
    let number = u32::from_str_radix(digits.get(..length)?, radix).unwrap_or(u32::MAX);
    let character = match number {
        0 => None,
        // Meant are the characters of Windows, whose places these are.
        0x80..=0x9F => {
            WINDOWS.chars().nth(number as usize - 0x80).filter(|c| *c != '\0').or(char::from_u32(number))
        }
        _ => char::from_u32(number),
    };
    let end = digits.as_bytes().get(length) == Some(&b';');
    Some((character.unwrap_or(char::REPLACEMENT_CHARACTER), prefix + length + usize::from(end)))
}

/// What Windows-1252 has at 0x80 to 0x9F; NUL where it has nothing.
const WINDOWS: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> String {
        let mut out = String::new();
        read(raw, Within::Text, &mut out);
        out
    }

    #[test]
    fn references_of_all_kinds() {
        assert_eq!(text("a&lt;b&gt;&amp;&quot;"), "a<b>&\"");
        assert_eq!(text("&nbsp &nbspx&nbsp;"), "\u{A0} \u{A0}x\u{A0}");
        assert_eq!(text("&#19968;&#x4e00;&#X4E00"), "一一一");
        assert_eq!(text("&ldquo;&hellip;&NotEqualTilde;"), "“…≂\u{338}");
        assert_eq!(text("&#0;&#xD800;&#1114112;&#99999999999999;"), "\u{FFFD}".repeat(4));
        assert_eq!(text("&#150;&#x81;"), "–\u{81}");
    }

    #[test]
    fn what_is_no_reference_stays() {
        for raw in ["a & b", "&", "&;", "&#;", "&#x;", "&unknown;", "&lang", "R&D", "&中;"] {
            assert_eq!(text(raw), raw);
        }
        assert_eq!(text("&notit;"), "¬it;");
        let mut out = String::new();
        read("?a=1&copy=2&lt=3&lt;", Within::Attribute, &mut out);
        assert_eq!(out, "?a=1&copy=2&lt=3<");
    }

    #[test]
    fn nul_and_line_ends() {
        assert_eq!(text("a\0b\r\nc\rd\n&#13;"), "ab\nc\nd\n\r");
    }

    #[test]
    fn the_table_is_sorted() {
        let names: Vec<_> = NAMED
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('\t').next())
            .collect();
        assert_eq!(names.len(), 2231);
        assert!(names.is_sorted());
    }
}
