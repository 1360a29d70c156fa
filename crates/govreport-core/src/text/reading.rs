//! How a character is read, in brackets behind it: 政(zhèng)府. Sites print such readings for children and learners, mirrors of sites by
//! mistake.

/// Length of `gōng)` at the start of `text`: one syllable in Latin letters.
pub(crate) fn bracketed_reading(text: &str) -> Option<usize> {
    const LONGEST_SYLLABLE: usize = 7;
    // The letters of pinyin with their tones end before U+0300.
    let is_letter = |c: char| c.is_alphabetic() && c < '\u{300}';
    let (at, c) = text.char_indices().take(LONGEST_SYLLABLE + 1).find(|(_, c)| !is_letter(*c))?;
    (at > 0 && matches!(c, ')' | '）')).then_some(at + c.len_utf8())
}

/// The same of a reading whose tone is marked, which is no unit in Latin letters: of RMB) nothing.
pub(crate) fn bracketed_tone(text: &str) -> Option<usize> {
    bracketed_reading(text)
        .filter(|length| text[..*length].contains(|c: char| c.is_alphabetic() && !c.is_ascii()))
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
