//! What selectors ask of attributes: `[data-x]`, `[class^="del"]`.

use super::names::{identifier, string};

/// An attribute that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::html::style) struct Asked {
    /// In lower case.
    pub(super) name: Box<str>,
    pub(super) value: Option<Value>,
}

/// What its value is to be.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::html::style) struct Value {
    how: How,
    text: Box<str>,
    any_case: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Is,
    /// `~=`: a word of it.
    Word,
    /// `|=`: it, or what it begins with before `-`.
    Language,
    Begins,
    Ends,
    Holds,
}

/// Values in which case does not count in pages, of those that selectors are likely to ask for.
const ANY_CASE: [&str; 16] = [
    "align", "bgcolor", "charset", "checked", "color", "dir", "disabled", "face", "lang", "media", "method",
    "rel", "shape", "text", "type", "valign",
];

/// Reads what stands in the brackets. `None` where it is no selector.
pub(super) fn read(text: &str) -> Option<Asked> {
    let text = text.trim_ascii();
    // Attributes of pages have no name space.
    let text = text.strip_prefix("*|").or_else(|| text.strip_prefix('|')).unwrap_or(text);
    let (name, rest) = identifier(text);
    if name.is_empty() {
        return None;
    }
    let name: Box<str> = name.to_ascii_lowercase().into();
    let rest = rest.trim_ascii_start();
    if rest.is_empty() {
        return Some(Asked { name, value: None });
    }
    let (how, rest) = match rest.split_once('=')? {
        ("", rest) => (How::Is, rest),
        ("~", rest) => (How::Word, rest),
        ("|", rest) => (How::Language, rest),
        ("^", rest) => (How::Begins, rest),
        ("$", rest) => (How::Ends, rest),
        ("*", rest) => (How::Holds, rest),
        _ => return None,
    };
    let rest = rest.trim_ascii_start();
    let (value, rest) = if let Some((value, rest)) = string(rest) {
        (value, rest)
    } else {
        let (value, rest) = identifier(rest);
        if value.is_empty() {
            return None;
        }
        (value.into_owned(), rest)
    };
    let any_case = match rest.trim_ascii() {
        "" => ANY_CASE.contains(&&*name),
        "i" | "I" => true,
        "s" | "S" => false,
        _ => return None,
    };
    Some(Asked { name, value: Some(Value { how, text: value.into(), any_case }) })
}

impl Value {
    /// Whether an attribute with this value is meant.
    pub(super) fn fits(&self, own: &str) -> bool {
        let (own, text) = if self.any_case {
            (own.to_ascii_lowercase().into(), self.text.to_ascii_lowercase().into())
        } else {
            (std::borrow::Cow::Borrowed(own), std::borrow::Cow::Borrowed(&*self.text))
        };
        let (own, text) = (&*own, &*text);
        match self.how {
            How::Is => own == text,
            How::Word => own.split_ascii_whitespace().any(|word| word == text),
            How::Language => {
                own.strip_prefix(text).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            }
            // Nothing stands at the ends of nothing.
            How::Begins => !text.is_empty() && own.starts_with(text),
            How::Ends => !text.is_empty() && own.ends_with(text),
            How::Holds => !text.is_empty() && own.contains(text),
        }
    }
}
