//! The headings of tables in the text of a PDF: words torn apart, a piece a line or line by line across the cells.

use super::pages::Pages;
use crate::sheet::Slot;

/// How the words of a heading come apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Torn {
    /// Each cell in turn, a piece of its word a line: `结果`, `维持`, `结果`, `纠正` …
    CellByCell,
    /// The first pieces of all cells on one line, the second pieces on the next: `结果 结果 其他 尚未`, `维持 纠正 结果 审结`.
    LineByLine,
    /// Whole words, one row of the heading a line.
    Whole,
}

/// Writes a row of a heading.
pub(super) fn row(slots: &[Slot], torn: Torn, gap: &str, pages: &mut Pages<'_>) {
    let narrow = slots.len() > 2;
    match torn {
        Torn::CellByCell => {
            for slot in slots {
                for piece in pieces(&slot.text, narrow) {
                    pages.line(&piece);
                }
            }
        }
        Torn::LineByLine => {
            let pieces: Vec<Vec<String>> = slots.iter().map(|slot| pieces(&slot.text, narrow)).collect();
            let tallest = pieces.iter().map(Vec::len).max().unwrap_or(0);
            for line in 0..tallest {
                // Words of one piece stand in the middle of the cell, which is its last line here.
                let words: Vec<&str> = pieces
                    .iter()
                    .filter_map(|word| {
                        let from_below = tallest - line;
                        if word.len() == 1 && from_below > 1 {
                            None
                        } else {
                            word.get(line.min(word.len() - 1))
                        }
                    })
                    .map(String::as_str)
                    .collect();
                pages.line(&words.join(gap));
            }
        }
        Torn::Whole => {
            let words: Vec<String> = slots.iter().map(|slot| slot.text.replace('\n', "")).collect();
            pages.line(&words.join(gap));
        }
    }
}

/// A word of a narrow cell in the pieces a PDF breaks it into.
fn pieces(text: &str, narrow: bool) -> Vec<String> {
    let characters: Vec<char> = text.chars().filter(|c| *c != '\n').collect();
    let size = if narrow && (4..8).contains(&characters.len()) { 2 } else { 18 };
    let mut pieces: Vec<String> = characters.chunks(size).map(|piece| piece.iter().collect()).collect();
    if pieces.is_empty() {
        pieces.push(String::new());
    }
    pieces
}
