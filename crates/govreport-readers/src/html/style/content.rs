//! What style sheets put before and behind what stands in an element: `content`.

use super::query::{end_of, string};

/// What is put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Words(Box<str>),
    /// The value of an attribute, its name in lower case.
    Attribute(Box<str>),
    /// A picture, a number that the browser counts.
    Unknown,
}

/// Reads a value of `content`; no pieces where nothing is put there. `None` where it is none.
pub(super) fn read(value: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = value.trim_ascii();
    while let Some(first) = rest.chars().next() {
        // Behind it stands what is read aloud.
        if first == '/' {
            break;
        }
        if let Some((words, more)) = string(rest) {
            pieces.push(Piece::Words(words.into()));
            rest = more.trim_ascii_start();
            continue;
        }
        let end = end_of(rest, |byte| byte.is_ascii_whitespace()).unwrap_or(rest.len());
        let word = rest.get(..end)?.to_ascii_lowercase();
        rest = rest.get(end..)?.trim_ascii_start();
        match word.as_str() {
            "none" | "normal" | "initial" | "unset" | "revert" | "inherit" => return Some(Vec::new()),
            "no-open-quote" | "no-close-quote" => {}
            "open-quote" => pieces.push(Piece::Words("“".into())),
            "close-quote" => pieces.push(Piece::Words("”".into())),
            word if word.contains('(') => pieces.push(function(word)),
            _ => return None,
        }
    }
    Some(pieces)
}

fn function(word: &str) -> Piece {
    let name = word.strip_prefix("attr(").and_then(|inner| inner.strip_suffix(')')).map(str::trim_ascii);
    match name {
        Some(name) if !name.contains(|c: char| c.is_ascii_whitespace() || matches!(c, ',' | '(')) => {
            Piece::Attribute(name.into())
        }
        _ => Piece::Unknown,
    }
}

/// Whether nothing of it can be seen, whatever the element.
pub(super) fn is_blank(pieces: &[Piece]) -> bool {
    pieces.iter().all(|piece| matches!(piece, Piece::Words(words) if words.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_content() {
        let words = |words: &str| Piece::Words(words.into());
        for (value, expected) in [
            ("'-'", Some(vec![words("-")])),
            ("\"1\" '2'", Some(vec![words("1"), words("2")])),
            ("'\\31 2'", Some(vec![words("12")])),
            ("'a' / 'read aloud'", Some(vec![words("a")])),
            ("none", Some(vec![])),
            ("''", Some(vec![words("")])),
            ("attr(Data-X)", Some(vec![Piece::Attribute("data-x".into())])),
            ("counter(a, b) '.'", Some(vec![Piece::Unknown, words(".")])),
            ("url('a b.png')", Some(vec![Piece::Unknown])),
            ("open-quote", Some(vec![words("“")])),
            ("'a", None),
            ("nonsense", None),
        ] {
            assert_eq!(read(value), expected, "{value}");
        }
    }
}
