//! Making text of unknown origin safe to show.

use std::borrow::Cow;

/// The text on one line and without characters that would act on a terminal: tabs and line ends become spaces, other
/// control characters and marks that change the direction of writing become `�`.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_control() || turns_direction(c)) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => ' ',
            c if c.is_control() || turns_direction(c) => '\u{fffd}',
            c => c,
        })
        .collect::<String>()
        .into()
}

const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The number, from 1, of the line that a byte offset of `text` lies in.
pub fn line_of(text: &str, offset: usize) -> usize {
    let before = &text.as_bytes()[..offset.min(text.len())];
    before.split(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_acts_on_a_terminal_gets_through() {
        assert_eq!(printable("甲镇\u{1b}[2J\u{202e}\t乙"), "甲镇\u{fffd}[2J\u{fffd} 乙");
        assert!(matches!(printable("甲镇"), Cow::Borrowed(_)));
    }

    #[test]
    fn lines_count_from_one_and_any_offset_is_fine() {
        assert_eq!(line_of("甲\n乙\n", 0), 1);
        assert_eq!(line_of("甲\n乙\n", 4), 2);
        assert_eq!(line_of("甲\n乙\n", 999), 3);
        assert_eq!(line_of("甲\n乙\n", 2), 1, "inside a character");
    }
}
