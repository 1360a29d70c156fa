//! How a character is read, in brackets behind it: 政(zhèng)府. Sites print such readings for children and learners, mirrors of sites by
//! mistake.

/// Length of `gōng)` at the start of `text`: one syllable in Latin letters. A line may break inside of it, and where words were put
/// together out of their places on a page a blank stands there: (j ì).
pub(crate) fn bracketed_reading(text: &str) -> Option<usize> {
    /// Measured: with 6, no cell changes.
    const LONGEST_SYLLABLE: usize = 7;
    /// As many blanks may stand in it.
    /// Measured: with 1, no cell changes.
    const MOST_BLANKS: usize = 2;
    // The letters of pinyin with their tones end before U+0300, and nearly all brackets hold ideographs.
    let is_letter = |c: char| c < '\u{300}' && c.is_alphabetic();
    let (mut letters, mut blanks, mut has_tone) = (0, 0, false);
    for (at, c) in text.char_indices() {
        has_tone |= !c.is_ascii() && is_letter(c);
        match c {
            // (abc def) is no syllable.
            ')' | '）' => return (letters > 0 && (has_tone || blanks == 0)).then_some(at + c.len_utf8()),
            _ if is_letter(c) && letters < LONGEST_SYLLABLE => letters += 1,
            _ if c.is_whitespace() && blanks < MOST_BLANKS => blanks += 1,
            _ => return None,
        }
    }
    None
}

/// The same of a reading whose tone is marked, which is no unit in Latin letters: of RMB) nothing.
pub(crate) fn bracketed_tone(text: &str) -> Option<usize> {
    bracketed_reading(text)
        .filter(|length| text[..*length].contains(|c: char| !c.is_ascii() && c.is_alphabetic()))
}

/// A text without the readings that it begins with: what stands behind 结 in 结(jié)(jié)转.
pub(crate) fn behind_readings(text: &str) -> &str {
    let mut rest = text;
    while let Some(inner) = rest.strip_prefix(['(', '（'])
        && let Some(reading) = bracketed_tone(inner)
    {
        rest = &inner[reading..];
    }
    rest
}
