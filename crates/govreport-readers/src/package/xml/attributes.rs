//! Attributes of a tag, and references in them and in text.

use std::borrow::Cow;

use super::block::is_blank;

/// The attributes of a tag, one by one: name and value as they are written. What is no attribute is passed over.
#[derive(Debug, Clone)]
pub(super) struct Attributes<'x> {
    text: &'x str,
    at: usize,
}

impl<'x> Attributes<'x> {
    /// The attributes in what stands behind the name of a tag.
    pub(super) fn new(text: &'x str) -> Self {
        Self { text, at: 0 }
    }

    /// The first place from `at` on with such a byte.
    fn seek(&self, at: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
        let rest = self.text.as_bytes().get(at..)?;
        rest.iter().position(|byte| wanted(*byte)).map(|length| at + length)
    }
}

impl<'x> Iterator for Attributes<'x> {
    type Item = (&'x str, &'x str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.seek(self.at, |byte| !is_blank(byte))?;
            let end = self.seek(start + 1, |byte| byte == b'=' || is_blank(byte))?;
            let equals = self.seek(end, |byte| !is_blank(byte))?;
            if bytes.get(equals) != Some(&b'=') {
                // A name without a value.
                self.at = equals;
                continue;
            }
            let quote_at = self.seek(equals + 1, |byte| !is_blank(byte))?;
            let quote = *bytes.get(quote_at)?;
            if !matches!(quote, b'"' | b'\'') {
                // A value without quotes.
                self.at = self.seek(quote_at, is_blank)?;
                continue;
            }
            let value_end = self.seek(quote_at + 1, |byte| byte == quote)?;
            self.at = value_end + 1;
            return Some((self.text.get(start..end)?, self.text.get(quote_at + 1..value_end)?));
        }
    }
}

/// What a value says that is written so: references resolved, line breaks and tabs as blanks. With a reference that nobody knows
/// it is taken as it stands.
pub(super) fn value(written: &str) -> Cow<'_, str> {
    if !written.bytes().any(|byte| matches!(byte, b'&' | b'\n' | b'\r' | b'\t')) {
        return Cow::Borrowed(written);
    }
    resolved(written).map_or(Cow::Borrowed(written), Cow::Owned)
}

fn resolved(written: &str) -> Option<String> {
    let mut value = String::with_capacity(written.len());
    let mut rest = written.chars();
    while let Some(c) = rest.next() {
        match c {
            '&' => {
                let (reference, behind) = rest.as_str().split_once(';')?;
                value.push(character(reference)?);
                rest = behind.chars();
            }
            '\r' => {
                value.push(' ');
                let behind = rest.as_str();
                rest = behind.strip_prefix('\n').unwrap_or(behind).chars();
            }
            '\n' | '\t' => value.push(' '),
            c => value.push(c),
        }
    }
    Some(value)
}

/// The character that a reference stands for: one by number, or one of the five that XML itself names.
pub(super) fn character(reference: &str) -> Option<char> {
    let Some(number) = reference.strip_prefix('#') else {
        return match reference {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "apos" => Some('\''),
            "quot" => Some('"'),
            _ => None,
        };
    };
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
    // A sign would be taken as part of the number.
    let code = u32::from_str_radix(digits, radix).ok().filter(|_| !digits.starts_with('+'))?;
    char::from_u32(code).filter(|c| *c != '\0')
}
