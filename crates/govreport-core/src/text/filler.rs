//! What programs print for an empty cell (占位词): `NaN`, `None`, `Unnamed: 3`.

use std::sync::LazyLock;

use super::words::Words;
use crate::form::lines;

const FILLERS: &str = include_str!("../../form/fillers.tsv");

/// Whether the whole of a cell's text is what a program prints for an empty cell.
pub(crate) fn is_filler(text: &str) -> bool {
    static FIRST: LazyLock<Words> = LazyLock::new(|| Words::new(lines(FILLERS).map(|[wording]| wording)));
    // Nearly no cell begins with a letter.
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '<')
        && FIRST.begin(text)
        && lines(FILLERS).any(|[wording]| match text.strip_prefix(wording) {
            Some("") => true,
            // The number of the column, and of the level of its heading.
            Some(rest) => {
                let is_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '_');
                wording.ends_with(':')
                    && rest.trim_start_matches("_level_").replace("_level_", "").chars().all(is_number)
            }
            None => false,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_an_empty_cell() {
        for text in ["NaN", "None", "Unnamed: 3", "Unnamed: 3_level_1", "null", "<NA>"] {
            assert!(is_filler(text), "{text}");
        }
        for text in ["", "无", "0", "NaN1", "Unnamed: 规章", "Nobody", "None of them"] {
            assert!(!is_filler(text), "{text}");
        }
    }
}
