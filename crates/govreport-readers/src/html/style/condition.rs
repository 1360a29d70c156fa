//! Conditions of groups of rules: `(a) and (not (b))`, `(a) or (b)`.

use super::query::Truth;

/// How deep conditions stand in each other. Beyond, it is not known whether they hold.
/// Measured: with 8, no cell changes.
const DEEPEST: u32 = 16;

/// Whether a condition holds; `leaf` tells it of what stands in brackets, or of a function with its brackets.
pub(super) fn holds(text: &str, leaf: &dyn Fn(&str) -> Truth) -> Truth {
    at_depth(text, leaf, 0)
}

fn at_depth(text: &str, leaf: &dyn Fn(&str) -> Truth, depth: u32) -> Truth {
    if depth > DEEPEST {
        return Truth::Maybe;
    }
    let mut rest = text.trim_ascii();
    let mut found: Option<Truth> = None;
    while !rest.is_empty() {
        let (word, after) = word(rest);
        let is_or = word.eq_ignore_ascii_case("or");
        if is_or || word.eq_ignore_ascii_case("and") {
            rest = after;
        }
        let (negated, one, more) = operand(rest);
        if more.len() >= rest.len() {
            return Truth::Maybe;
        }
        let inner = one.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
        let holds = match inner.map(str::trim_ascii) {
            Some(inner) if inner.starts_with('(') || begins_with_not(inner) => {
                at_depth(inner, leaf, depth + 1)
            }
            Some(inner) => leaf(inner),
            None => leaf(one),
        };
        let holds = if negated { holds.not() } else { holds };
        found = Some(match found {
            None => holds,
            Some(before) if is_or => before.max(holds),
            Some(before) => before.min(holds),
        });
        rest = more;
    }
    found.unwrap_or(Truth::Maybe)
}

fn begins_with_not(text: &str) -> bool {
    word(text).0.eq_ignore_ascii_case("not")
}

/// The word in front, and what stands behind it.
pub(super) fn word(text: &str) -> (&str, &str) {
    let end = text.find(|char: char| !(char.is_ascii_alphanumeric() || char == '-')).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    (word, rest.trim_ascii_start())
}

/// What stands in front up to the end of its brackets, whether it is negated, and the rest.
fn operand(text: &str) -> (bool, &str, &str) {
    let (first, after) = word(text);
    let negated = first.eq_ignore_ascii_case("not");
    let text = if negated { after } else { text };
    let mut depth = 0_u32;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth <= 1 => {
                let (one, rest) = text.split_at(at + 1);
                return (negated, one, rest.trim_ascii_start());
            }
            b')' => depth -= 1,
            byte if depth == 0 && byte.is_ascii_whitespace() => {
                let (one, rest) = text.split_at(at);
                return (negated, one, rest.trim_ascii_start());
            }
            _ => {}
        }
    }
    (negated, text, "")
}
