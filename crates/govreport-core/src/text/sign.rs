//! Signs of numbers: a mark or a word in front, an arrow behind, a remark in brackets.

use std::sync::LazyLock;

use super::fold::is_blank;
use super::words::Characters;
use crate::form::lines;

const SIGNS: &str = include_str!("../../form/signs.tsv");

/// The sign of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    Plus,
    Minus,
}

/// Where a sign may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Directly in front.
    Mark,
    /// Directly in front or behind.
    Arrow,
    /// In front, with blanks between.
    Word,
    /// In brackets only, where the others may stand as well.
    Remark,
    /// No sign: a part of the number is told.
    Part,
}

/// Signs by their wordings; of two that begin alike the longer comes first.
static ALL: LazyLock<Vec<(String, Place, Sign)>> = LazyLock::new(|| {
    let mut all: Vec<_> = lines(SIGNS).map(of_data).collect();
    all.sort_by_key(|(wording, ..)| std::cmp::Reverse(wording.len()));
    all
});

fn of_data([place, sign, wording]: [&str; 3]) -> (String, Place, Sign) {
    let place = match place {
        "mark" => Place::Mark,
        "arrow" => Place::Arrow,
        "word" => Place::Word,
        "remark" => Place::Remark,
        "part" => Place::Part,
        place => panic!("form data: signs.tsv has no place {place:?}"),
    };
    let sign = if sign == "minus" { Sign::Minus } else { Sign::Plus };
    let hidden = wording.strip_prefix("U+").and_then(|code| u32::from_str_radix(code, 16).ok());
    let hidden = hidden.and_then(char::from_u32).map(String::from);
    (hidden.unwrap_or_else(|| wording.to_owned()), place, sign)
}

/// The first characters of the signs that a number can begin with.
pub(super) fn firsts() -> impl Iterator<Item = char> {
    let in_front = ALL.iter().filter(|(_, place, _)| !matches!(place, Place::Remark | Place::Part));
    in_front.filter_map(|(wording, ..)| wording.chars().next())
}

/// Whether a number can begin with a sign that begins with this character.
pub(super) fn begins_sign(c: char) -> bool {
    static FIRST: LazyLock<Characters> = LazyLock::new(|| Characters::new(firsts()));
    FIRST.has(c)
}

/// The sign in front of a number, and what is behind it: blanks only behind words.
pub(super) fn in_front(text: &str) -> Option<(&str, Sign)> {
    text.chars().next().filter(|first| begins_sign(*first))?;
    ALL.iter().find_map(|(wording, place, sign)| {
        let rest = text.strip_prefix(wording.as_str())?;
        match place {
            Place::Mark | Place::Arrow => Some((rest, *sign)),
            Place::Word => Some((rest.trim_start_matches(is_blank), *sign)),
            Place::Remark | Place::Part => None,
        }
    })
}

/// The arrow directly behind a number, and what is behind it.
pub(super) fn behind(text: &str) -> Option<(&str, Sign)> {
    // Nearly nothing stands behind a number.
    text.chars().next().filter(|first| !is_blank(*first) && !first.is_ascii())?;
    let mut arrows = ALL.iter().filter(|(_, place, _)| *place == Place::Arrow);
    arrows.find_map(|(wording, _, sign)| Some((text.strip_prefix(wording.as_str())?, *sign)))
}

/// The sign that a remark in brackets is.
pub(super) fn in_brackets(remark: &str) -> Option<Sign> {
    let is_it = |(wording, place, _): &&(String, Place, Sign)| *place != Place::Part && wording == remark;
    ALL.iter().find(is_it).map(|(_, _, sign)| *sign)
}

/// Whether a remark in brackets tells a part of the number: 其中修订16件.
pub(super) fn tells_part(remark: &str) -> bool {
    ALL.iter().any(|(wording, place, _)| *place == Place::Part && remark.starts_with(wording.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_where_they_may_stand() {
        assert_eq!(in_front("减少 5"), Some(("5", Sign::Minus)));
        assert_eq!(in_front("—5"), Some(("5", Sign::Minus)));
        assert_eq!(in_front("- 5"), Some((" 5", Sign::Minus)));
        assert_eq!(in_front("\u{AD}5"), Some(("5", Sign::Minus)));
        assert_eq!(in_front("↑5"), Some(("5", Sign::Plus)));
        for text in ["", "5", "下降5", "其中5", "U+00AD5"] {
            assert_eq!(in_front(text), None, "{text}");
        }
        assert_eq!(behind("↓"), Some(("", Sign::Minus)));
        assert_eq!(behind("减"), None);
        assert_eq!(behind("-"), None);
        assert_eq!(in_brackets("下降"), Some(Sign::Minus));
        assert_eq!(in_brackets("增"), Some(Sign::Plus));
        assert_eq!(in_brackets("下降5"), None);
        assert_eq!(in_brackets("其中"), None);
        assert!(tells_part("其中修订16件") && !tells_part("约"));
    }
}
