//! Numbers and signs at the beginning of a piece of text.

use crate::text::figures::is_figure;
use crate::text::fold::{is_blank, leading_word};
use crate::text::lexicon::enumerator;
use crate::text::number::{
    Printed, begins_number, figures, footnote_mark, is_not_applicable, may_be_not_applicable, number,
};

/// No number has more figures: a longer run of them is several numbers.
/// Measured: with 9, no cell changes.
const MOST_FIGURES: usize = 18;

/// The longest word, in bytes, that says that no number applies.
/// Measured: with 11, no cell changes.
pub(super) const LONGEST_SIGN: usize = 12;

/// Whether there can be a figure of either width in a text: most lines without one are told by their bytes.
pub(super) fn may_hold_figures(text: &str) -> bool {
    const LEAD_OF_WIDE: u8 = 0xEF;
    text.bytes().any(|byte| byte.is_ascii_digit() || byte == LEAD_OF_WIDE)
}

/// Figures that nothing but other figures follows, spaces between, or the end: by far the most numbers of a row stand so, and are
/// neither a year nor the number of an item. Gives their length too.
pub(super) fn figures_in_row(text: &str) -> Option<(usize, Printed)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 {
        return None;
    }
    let behind = &text.as_bytes()[length..];
    let spaces = behind.iter().take_while(|byte| **byte == b' ').count();
    let is_apart = spaces > 0 && behind.get(spaces).is_some_and(u8::is_ascii_digit);
    if !is_apart && !behind.is_empty() {
        return None;
    }
    figures(&text[..length]).map(|printed| (length, printed))
}

/// Length of the figures that end a word, where what is in front of them can be a label: some ideographs and no figure.
pub(super) fn figures_behind_label(word: &str) -> usize {
    /// Measured: with 5, no cell changes.
    const FEWEST: usize = 4;
    let label = word.trim_end_matches(is_figure);
    if label.len() == word.len() {
        return 0;
    }
    let name = &label[enumerator(label)..];
    let ideographs = name.chars().filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')).take(FEWEST).count();
    let is_label = ideographs == FEWEST && !name.contains(is_figure) && name.ends_with(char::is_alphabetic);
    if is_label { word.len() - label.len() } else { 0 }
}

/// Whether characters that the reader could not tell stand in the place of a number, or more figures than a number has: something is
/// printed, and nobody knows what.
pub(super) fn is_illegible(word: &str) -> bool {
    let has_too_many = || word.chars().filter(|c| is_figure(*c)).nth(MOST_FIGURES).is_some();
    // Of nearly all words the first character is none of these.
    word.chars().all(|c| c == char::REPLACEMENT_CHARACTER || begins_number(c) || c == ',')
        && (word.contains(char::REPLACEMENT_CHARACTER) || has_too_many())
}

/// A number at the start of `text` up to white space or the end, the mark of a footnote behind it included; gives what is left.
pub(super) fn marked_number(text: &str) -> Option<(&str, Printed)> {
    let (left, printed) = number(text)?;
    let ends = |left: &str| left.chars().next().is_none_or(is_blank);
    if ends(left) {
        return Some((left, printed));
    }
    let left = &left[footnote_mark(left)..];
    // A mark is no figure: what is printed is not the figures alone.
    ends(left).then_some((left, Printed { figures: 0, ..printed }))
}

/// Whether a text begins with a year with blanks before 年: 2022 年度.
pub(super) fn is_spaced_year(text: &str) -> bool {
    const FIGURES: usize = 4;
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &text[figures..];
    figures == FIGURES
        && behind.starts_with(is_blank)
        && behind.trim_start_matches(is_blank).starts_with('年')
}

/// Whether a text begins with a year and other words: 2023年处理.
pub(super) fn is_year(text: &str) -> bool {
    const FIGURES: usize = 4;
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    figures == FIGURES
        && text[FIGURES..].strip_prefix('年').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// Length of the first word of `text`, if it says that no number applies. Such a word is short: no further is looked.
pub(super) fn sign(text: &str) -> Option<usize> {
    if !may_be_not_applicable(text) {
        return None;
    }
    let near = text.char_indices().nth(LONGEST_SIGN).map_or(text, |(end, _)| &text[..end]);
    let word = leading_word(near);
    let ends = word < near.len() || near.len() == text.len();
    (ends && is_not_applicable(&near[..word])).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_in_a_row_are_read_as_they_are_elsewhere() {
        for text in ["0", "0 1", "12 34", "2023 5", "007 1", "123456789012345678 1"] {
            let (length, printed) = figures_in_row(text).expect("it is a number");
            assert_eq!(marked_number(text), Some((&text[length..], printed)), "{text}");
            assert!(enumerator(text) == 0 && !is_year(text), "{text}");
        }
        for text in ["", "1.", "1 .2", "3、", "2023年处理", "1,306", "5 （2）", "1234567890123456789 1"]
        {
            assert_eq!(figures_in_row(text), None, "{text}");
        }
    }
}
